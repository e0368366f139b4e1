// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tamga::crypto {

/// Which check part a layout has. The numbers go into what is authenticated and stay for ever.
enum class TailScheme : std::uint8_t {
  Mac4 = 1,         ///< AI (93): 24 bits of AES-128-CMAC
  Mac44 = 2,        ///< AI (92): HMAC-SHA-256
  Signature88 = 3,  ///< AI (92): Ed25519, which anybody can check offline
  Legacy4 = 4,      ///< end of a code without AIs: 24 bits of AES-128-CMAC
  Legacy8 = 5       ///< end of a code without AIs: 48 bits of AES-128-CMAC
};

constexpr std::size_t tail_size(TailScheme scheme) {
  switch (scheme) {
    case TailScheme::Mac4:
    case TailScheme::Legacy4:
      return 4;
    case TailScheme::Legacy8:
      return 8;
    case TailScheme::Mac44:
      return 44;
    case TailScheme::Signature88:
      return 88;
  }
  return 0;
}

/// What a tail vouches for. `price` is the text of the price as the code carries it, or empty.
struct TailInput {
  std::string_view gtin;    ///< 14 digits
  std::string_view serial;  ///< 1 to 20 characters, with the country digit
  std::string_view price = {};
};

/// The authenticated bytes (docs/formats/tails.md): a header of exactly one AES block, equal for all codes of
/// a series, then serial and price. Lengths are in the header, so no two inputs give the same bytes.
struct TailMessage {
  static constexpr std::size_t kHeader = 16;
  static constexpr std::size_t kMaxSerial = 20;
  static constexpr std::size_t kMaxPrice = 16;

  alignas(16) std::array<std::uint8_t, 64> bytes{};
  std::size_t size = 0;

  [[nodiscard]] std::string_view view() const { return {reinterpret_cast<char const*>(bytes.data()), size}; }
};

/// Whether a message can be made of it; anything else has no tail.
constexpr bool is_tail_input(TailInput const& input) {
  if (input.gtin.size() != 14 || input.serial.empty() || input.serial.size() > TailMessage::kMaxSerial ||
      input.price.size() > TailMessage::kMaxPrice)
    return false;
  return std::all_of(input.gtin.begin(), input.gtin.end(), [](char c) { return c >= '0' && c <= '9'; });
}

inline void put_tail_message(TailScheme scheme, std::array<char, 4> const& key_id, TailInput const& input,
                             TailMessage& out) {
  std::uint8_t* to = out.bytes.data();
  *to++ = 'T';
  *to++ = static_cast<std::uint8_t>(scheme);
  for (char const c : key_id) *to++ = static_cast<std::uint8_t>(c);
  for (std::size_t i = 0; i < 14; i += 2)
    *to++ = static_cast<std::uint8_t>((input.gtin[i] - '0') << 4 | (input.gtin[i + 1] - '0'));
  *to++ = static_cast<std::uint8_t>(input.serial.size());
  *to++ = static_cast<std::uint8_t>(input.price.size());
  *to++ = 1;  // version of this format
  to = std::copy(input.serial.begin(), input.serial.end(), to);
  to = std::copy(input.price.begin(), input.price.end(), to);
  out.size = static_cast<std::size_t>(to - out.bytes.data());
}

}  // namespace tamga::crypto
