// SPDX-License-Identifier: Apache-2.0
#include "gs1/gln.hpp"

#include <array>

#include "gs1/check_digit.hpp"
#include "gs1/errors.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {

Result<Gln> Gln::parse(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return fail(kIdentifierEmpty);
  if (auto const position = first_outside(kDigit, text)) {
    return fail(Error(kGlnCharset).with("position", std::to_string(position)));
  }
  if (text.size() != kDigits) return fail(Error(kGlnLength).with("length", std::to_string(text.size())));
  auto const expected = mod10_check_digit(text.substr(0, kDigits - 1));
  if (text.back() != static_cast<char>('0' + expected) || read_digits(text) == 0) {
    return fail(
        Error(kGlnCheckDigit).with("value", std::string(text)).with("expected", std::to_string(expected)));
  }
  return Gln(read_digits(text));
}

std::string Gln::text() const {
  std::array<char, kDigits> digits;
  write_digits(digits.data(), kDigits, number_);
  return {digits.data(), digits.size()};
}

}  // namespace tamga::gs1
