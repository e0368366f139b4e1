// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

#include "base/error.hpp"

namespace tamga::shape {

/// The first byte at which a text stops being JSON, and the word that says why ("unclosed_string").
struct Flaw {
  std::size_t offset = 0;
  std::string_view reason;  ///< a word for programs, stable; static storage
};

/// Walks the text byte by byte for what the fast search for tokens refuses as a whole without saying where:
/// bytes that are not UTF-8, raw control characters in strings, strings without an end. Slow; for texts
/// already refused.
Flaw first_flaw(std::string_view bytes);

/// The error of a flaw: JSON_NOT_UTF8 or JSON_MALFORMED with reason, offset (bytes from 0), line and column
/// (from 1, the column in characters).
Error explain(std::string_view bytes, Flaw const& flaw);
Error malformed(std::string_view bytes, std::size_t offset, std::string_view reason);

/// Bytes of the UTF-8 character at the front of `text`: 1 to 4, or 0 when it is none (RFC 3629: no
/// surrogates, nothing over U+10FFFF, nothing longer than needed).
std::size_t utf8_size(std::string_view text);

}  // namespace tamga::shape
