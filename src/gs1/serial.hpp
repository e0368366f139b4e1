// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::gs1 {

/// The longest serial AI (21) can hold.
inline constexpr std::size_t kMaxSerial = 20;

/// The characters that serials of a code template are drawn from.
enum class SerialAlphabet : std::uint8_t {
  Gs1Set82,    ///< "gs1-82": everything GS1 allows in AI (21); punctuation needs escaping in XML and JSON
  LatinAlnum,  ///< "latin-alnum": A-Z a-z 0-9
  Digits       ///< "digits"
};

/// By its name in the template files; nothing when there is no such alphabet.
std::optional<SerialAlphabet> find_serial_alphabet(std::string_view name);
std::string_view name_of(SerialAlphabet alphabet);

/// The symbols in ASCII order. The place of a symbol is its value when serials are computed from numbers, so
/// this order is for ever.
std::string_view symbols_of(SerialAlphabet alphabet);
bool contains(SerialAlphabet alphabet, char symbol);
bool contains_all(SerialAlphabet alphabet, std::string_view serial);

/// 1 to 20 characters of the alphabet. Errors in this order: empty, charset (with its position), length.
Result<void> check_serial(std::string_view serial, SerialAlphabet alphabet = SerialAlphabet::Gs1Set82);

/// What a code template asks of its serials.
struct SerialRule {
  SerialAlphabet alphabet = SerialAlphabet::Gs1Set82;
  std::uint8_t length = 0;
  /// First character, put in front by the system: the country of emission. '\0': the template has none.
  char country_digit = '\0';

  /// How many characters a participant with serials of his own has to bring.
  [[nodiscard]] std::size_t own_length() const { return length - (country_digit != '\0' ? 1U : 0U); }
  /// The whole serial, country digit included.
  [[nodiscard]] Result<void> check(std::string_view serial) const;
  /// A participant's own serial, without the country digit.
  [[nodiscard]] Result<void> check_own(std::string_view serial) const;
};

/// Upper for lower case and back: what a scanner with caps lock would have sent. Tried when a tail does not
/// verify.
std::string swap_case(std::string_view text);

}  // namespace tamga::gs1
