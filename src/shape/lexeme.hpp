// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tamga::shape {

/// What the inside of a JSON string became when its escapes were resolved.
struct Unescaped {
  std::size_t flaw = std::string_view::npos;  ///< place of the first wrong escape in the raw text
  std::uint32_t controls = 0;  ///< bit c: the control character c (below 32) was written as an escape
  [[nodiscard]] bool ok() const { return flaw == std::string_view::npos; }
};

/// Appends `raw` (between the quotes, known to be UTF-8 without raw control characters) with its escapes
/// resolved. Half a surrogate pair is a flaw: it has no UTF-8. Never appends more bytes than `raw` has.
Unescaped unescape(std::string_view raw, std::string& out);

/// Checks the escapes of `raw` and keeps nothing. Place of the first wrong escape, or npos.
std::size_t escape_flaw(std::string_view raw);

/// A whole number as written: sign apart, so that both int64 and uint64 fit.
struct Whole {
  std::uint64_t magnitude = 0;
  bool negative = false;
};

enum class NumberForm : std::uint8_t {
  Whole,     ///< digits alone, and they fit 64 bits
  TooBig,    ///< digits alone, but more than 64 bits
  Fraction,  ///< a JSON number with a fraction or an exponent: nothing of ours is one
  None,      ///< not a JSON number
};

/// Reads the whole of `text` by the grammar of RFC 8259 section 6; `out` is set for Whole only.
NumberForm read_number(std::string_view text, Whole& out);

}  // namespace tamga::shape
