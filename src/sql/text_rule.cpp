// SPDX-License-Identifier: Apache-2.0
#include "sql/text_rule.hpp"

#include <cstdint>
#include <cstring>

namespace tamga::sql {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080U;
constexpr std::uint64_t kOnes = 0x0101010101010101U;

// Eight bytes that are all ASCII and not NUL, the usual case.
bool plain_ascii(char const* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return (word & kHighBits) == 0 && ((word - kOnes) & ~word & kHighBits) == 0;
}

// Length of the sequence that starts here, or 0 when it is malformed.
std::size_t sequence_length(std::string_view rest) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  unsigned const lead = byte(0);
  if (lead < 0x80) return lead == 0 ? 0 : 1;
  std::size_t const length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || rest.size() < length) return 0;
  unsigned const low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned const high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (byte(1) < low || byte(1) > high) return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  }
  return length;
}

}  // namespace

bool is_storable_text(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text.size() - at >= 8 && plain_ascii(text.data() + at)) {
      at += 8;
      continue;
    }
    auto const length = sequence_length(text.substr(at));
    if (length == 0) return false;
    at += length;
  }
  return true;
}

}  // namespace tamga::sql
