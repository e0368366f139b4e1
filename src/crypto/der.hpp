// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

// Cutting and writing single elements of DER, for the few places where OpenSSL would read, or write, more
// than is wanted.
namespace tamga::crypto::der {

inline constexpr unsigned char kInteger = 0x02;
inline constexpr unsigned char kBitString = 0x03;
inline constexpr unsigned char kObject = 0x06;
inline constexpr unsigned char kSequence = 0x30;
inline constexpr unsigned char kSet = 0x31;
inline constexpr unsigned char kFirst = 0xA0;  ///< context-specific, constructed, number 0

struct Element {
  std::string_view whole;
  std::string_view body;
};

/// Cuts the next element off the front of `in`. Nothing when its length is indefinite or it is torn.
std::optional<Element> take(std::string_view& in);
/// The same, when it has this tag.
std::optional<Element> take(std::string_view& in, unsigned char tag);

std::string wrap(unsigned char tag, std::string_view body);

}  // namespace tamga::crypto::der
