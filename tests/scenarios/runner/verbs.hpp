// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "runner/answer.hpp"
#include "runner/modifiers.hpp"
#include "runner/names.hpp"
#include "runner/pattern.hpp"
#include "runner/stage.hpp"

namespace tamga::scenario {

/// One action while it is done: its words, and everything it may touch.
struct Act {
  Stage& stage;
  Names& names;
  Match const& match;
  Modifiers const& how;

  [[nodiscard]] std::string operator[](char const* place) const { return match[place]; }
  [[nodiscard]] Person* who() const { return stage.person(match["who"]); }
  /// Somebody with a name. Throws Mistake for "anyone".
  [[nodiscard]] Person& somebody(char const* place = "who") const;
  [[nodiscard]] std::int64_t number(char const* place) const;
  /// When somebody signs, as the brackets say.
  [[nodiscard]] UnixMs signing_time() const;
  /// "today", "tomorrow", "yesterday", "in 20 days", "3 days ago", 2026-03-01, as it is written in documents.
  [[nodiscard]] std::string date(char const* place) const;
};

/// A line of the grammar: the words of an action, and what it is. Either a document (its kind and the rest of
/// its body) or another call.
struct Verb {
  Pattern pattern;
  char const* kind;      ///< of the document; null for other calls
  Json (*body)(Act&);    ///< of the document, without its kind
  Answer (*call)(Act&);  ///< of everything else
};

/// Everything that can be done in a scenario.
std::span<Verb const> grammar();

/// Sends a document as its sender would: signed, with a key of its own. What it made gets the name behind
/// "as".
Answer send_document(Act& act, Json const& body);
Answer send_parcel(Act& act, Person& sender, std::string bytes);
/// The detached signature over bytes, in base64, as the brackets say.
std::string signature_of(Act& act, Person const& sender, std::string const& bytes);

}  // namespace tamga::scenario
