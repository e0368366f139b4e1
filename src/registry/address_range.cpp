// SPDX-License-Identifier: Apache-2.0
#include "registry/address_range.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>

#include "registry/errors.hpp"

namespace tamga::registry {
namespace {

constexpr int kBits = 128;
constexpr int kMappedBits = 96;
constexpr std::size_t kAddressMax = INET6_ADDRSTRLEN;
using Bytes = std::array<std::uint8_t, 16>;

std::optional<Bytes> address_of(std::string_view text) {
  if (text.size() >= kAddressMax) return std::nullopt;
  std::string const whole(text);
  Bytes bytes{};
  if (inet_pton(AF_INET6, whole.c_str(), bytes.data()) == 1) return bytes;
  bytes[10] = bytes[11] = 0xFF;
  if (inet_pton(AF_INET, whole.c_str(), bytes.data() + 12) == 1) return bytes;
  return std::nullopt;
}

/// The first `bits` of an address, all others zero.
Bytes prefix_of(Bytes bytes, int bits) {
  for (int i = 0; i < 16; ++i) {
    int const kept = std::clamp(bits - i * 8, 0, 8);
    bytes[static_cast<std::size_t>(i)] &= static_cast<std::uint8_t>(0xFF00U >> kept);
  }
  return bytes;
}

}  // namespace

Result<AddressRange> AddressRange::parse(std::string_view text) {
  auto const malformed = [&] { return fail(Error(kAddressRangeMalformed).with("range", std::string(text))); };
  auto const slash = text.find('/');
  auto const bytes = address_of(text.substr(0, slash));
  if (!bytes) return malformed();
  bool const v4 = text.substr(0, slash).find(':') == std::string_view::npos;
  int bits = kBits;
  if (slash != std::string_view::npos) {
    std::string_view const digits = text.substr(slash + 1);
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
    bool const plain = error == std::errc() && end == digits.data() + digits.size() && digits.front() != '-';
    if (!plain || bits > (v4 ? kBits - kMappedBits : kBits)) return malformed();
    if (v4) bits += kMappedBits;
  }
  if (prefix_of(*bytes, bits) != *bytes) return malformed();
  return AddressRange(*bytes, bits, std::string(text));
}

bool AddressRange::holds(std::string_view address) const {
  auto const bytes = address_of(address);
  return bytes && prefix_of(*bytes, bits_) == bytes_;
}

}  // namespace tamga::registry
