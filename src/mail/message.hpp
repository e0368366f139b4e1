// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/language.hpp"
#include "base/time.hpp"
#include "mail/wording.hpp"

namespace tamga::mail {

/// What stands above the text.
struct Heading {
  std::string sender;       ///< address, checked
  std::string sender_name;  ///< in any letters; may be empty
  std::string to;           ///< address, checked
  std::string message_id;   ///< without its angle brackets
  UnixMs date;
  Language language = Language::Ru;
};

/// The bytes of an e-mail (RFC 5322, MIME): the plain text and the page as alternatives, UTF-8 in base64, CR
/// LF at every line end, no line over 78 bytes but the address. The same letter gives the same bytes.
std::string message_of(Heading const& heading, Filled const& letter);

/// A text as it may stand in a header: as it is when it is short and of plain ASCII, otherwise in encoded
/// words (RFC 2047) that never cut a letter in two. A control character cannot leave it.
std::string header_text(std::string_view text);

}  // namespace tamga::mail
