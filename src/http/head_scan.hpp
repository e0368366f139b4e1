// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tamga::http {

/// Finds the end of a request head and refuses what two parsers may read differently: bare CR or LF, control
/// bytes, folded lines, a leading empty line (RFC 9112, 2.2 and 5.2 allow a server to be this strict). The
/// parser proper comes after; it forgives some of these, and a request smuggled past a proxy lives on such
/// forgiveness. Looks at every byte once, however the head is cut into packets.
class HeadScan {
 public:
  enum class Verdict : std::uint8_t { Incomplete, Complete, Broken };

  /// `bytes` is everything buffered so far, always from the start of the head.
  Verdict look(std::string_view bytes);
  /// Size of the complete head with its final empty line.
  [[nodiscard]] std::size_t size() const { return position_; }
  /// Whether the end of the request line was seen.
  [[nodiscard]] bool has_request_line() const { return lines_ > 0; }
  void reset() { *this = HeadScan(); }

 private:
  std::size_t position_ = 0;
  std::size_t line_start_ = 0;
  std::size_t lines_ = 0;
};

}  // namespace tamga::http
