// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::registry {

/// A range of network addresses in CIDR notation: "192.0.2.0/24", "2001:db8::/32", or one address. An IPv4
/// address that came as IPv6 (::ffff:192.0.2.1) is the IPv4 address.
class AddressRange {
 public:
  /// Errors: ADDRESS_RANGE_MALFORMED (also where bits behind the prefix are set: 192.0.2.1/24).
  static Result<AddressRange> parse(std::string_view text);

  /// False for what is no address at all.
  [[nodiscard]] bool holds(std::string_view address) const;
  [[nodiscard]] std::string const& text() const { return text_; }
  friend bool operator==(AddressRange const& left, AddressRange const& right) {
    return left.bytes_ == right.bytes_ && left.bits_ == right.bits_;
  }

 private:
  using Bytes = std::array<std::uint8_t, 16>;
  AddressRange(Bytes const& bytes, int bits, std::string text)
      : bytes_(bytes), bits_(bits), text_(std::move(text)) {}

  Bytes bytes_;
  int bits_;  // of the 128, IPv4 being ::ffff:0:0/96
  std::string text_;
};

}  // namespace tamga::registry
