// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "emission/code_writer.hpp"
#include "gs1/code_layout.hpp"

namespace tamga::emission {

/// The line of a packet with places for the serial and the tail of a code; all else is the same in every line
/// of an order and escaped already.
struct PacketFrame {
  std::string line;
  std::size_t serial_at = 0;
  std::size_t serial_size = 0;
  std::size_t tail_at = 0;
  std::size_t tail_size = 0;
  char escape = '\0';  ///< in front of a quotation mark; none: nothing is escaped

  /// Bytes of the longest line.
  [[nodiscard]] std::size_t longest() const { return line.size() + serial_size + tail_size; }
  /// Copies a filled line to `out`, quotation marks escaped (serials and tails have nothing else to escape),
  /// and returns the place behind it.
  char* copy(char const* filled, char* out) const;
};

/// `code` is a printed code with any serial and tail.
PacketFrame make_frame(std::string_view code, gs1::CodeLayout::Parts const& parts, PacketFormat format);

}  // namespace tamga::emission
