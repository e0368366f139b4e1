// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"
#include "mail/letter.hpp"

namespace tamga::mail {

/// What stands for a {placeholder}: one line of text, one line for each entry of a list, a day, an address.
enum class ValueKind : std::uint8_t { Text, List, Day, Link };
using Kinds = std::map<std::string, ValueKind, std::less<>>;

/// One line of a body. A text line continues the paragraph of the line before it; an item is of a list; a
/// button is an address with words on it.
struct Line {
  enum class Kind : std::uint8_t { Blank, Text, Item, Button };
  Kind kind = Kind::Blank;
  std::string text;    ///< without the mark "- "; of a button its words
  std::string target;  ///< placeholder of a button's address
};

/// The text of a letter in one language, ready to be filled.
struct Wording {
  std::string subject;
  std::vector<Line> body;
};

/// Takes a body apart: a blank line ends a paragraph, "- words" is an item, "[words]({link})" alone on its
/// line a button. What a value holds is never taken for such a mark.
std::vector<Line> body_of(std::string_view text);

/// The first mistake against the kinds of the values: a brace that belongs to no placeholder
/// (MAIL_STRAY_BRACE), a list that is not alone in an item (MAIL_LIST_PLACE), a button whose address is no
/// link or that is not alone on its line (MAIL_BUTTON), a subject of several lines or over 150 bytes
/// (MAIL_SUBJECT).
Result<void> check_wording(Wording const& wording, Kinds const& kinds);

/// A letter as its reader sees it.
struct Filled {
  std::string subject;
  std::string plain;
  std::string html;  ///< a whole page
};

/// Fills a wording with values that were checked. `closing` is the last paragraph of every letter. Days are
/// written as the language does.
Filled fill(Wording const& wording, Kinds const& kinds, Values const& values, std::string_view closing,
            Language language);

}  // namespace tamga::mail
