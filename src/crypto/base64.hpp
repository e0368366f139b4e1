// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::crypto {

inline constexpr std::string_view kBase64Symbols =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Spelling of every 12 bits. A tail of 44 characters is 22 look-ups here instead of 44 in the alphabet.
inline constexpr auto kBase64Pairs = [] {
  std::array<std::array<char, 2>, 4096> pairs{};
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = {kBase64Symbols[i >> 6], kBase64Symbols[i & 63]};
  return pairs;
}();

/// Three bytes as four characters of base64: the step of every tail, therefore inline.
inline void write_base64_group(std::uint8_t const* bytes, char* out) {
  std::uint32_t const group = (std::uint32_t{bytes[0]} << 16) | (std::uint32_t{bytes[1]} << 8) | bytes[2];
  std::memcpy(out, kBase64Pairs[group >> 12].data(), 2);
  std::memcpy(out + 2, kBase64Pairs[group & 4095].data(), 2);
}

constexpr std::size_t base64_size(std::size_t bytes) { return (bytes + 2) / 3 * 4; }

/// Writes `base64_size(size)` characters, with padding (RFC 4648 section 4).
void write_base64(std::uint8_t const* bytes, std::size_t size, char* out);
std::string encode_base64(std::string_view bytes);
/// With the alphabet of RFC 4648 section 5 and no padding: for tokens in headers and addresses.
std::string encode_base64_url(std::string_view bytes);

/// The bytes of a canonical base64 text: right length, right padding, no spaces, unused bits zero. Two texts
/// never decode to the same bytes. Errors: BASE64_MALFORMED.
Result<std::string> decode_base64(std::string_view text);

/// What signing programs send: base64 with line ends, PEM armour around it, the URL alphabet, padding left
/// out. Anything else is refused. Errors: BASE64_MALFORMED.
Result<std::string> decode_signature_text(std::string_view text);

}  // namespace tamga::crypto
