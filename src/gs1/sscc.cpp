// SPDX-License-Identifier: Apache-2.0
#include "gs1/sscc.hpp"

#include <array>

#include "gs1/check_digit.hpp"
#include "gs1/errors.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {

Result<Sscc> Sscc::parse(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return fail(kIdentifierEmpty);
  std::size_t ai = 0;
  if (text.starts_with("(00)")) {
    ai = 4;
  } else if (text.size() == kDigits + 2 && text.starts_with("00")) {
    ai = 2;
  }
  auto const digits = text.substr(ai);
  if (auto const position = first_outside(kDigit, digits)) {
    return fail(Error(kSsccCharset).with("position", std::to_string(ai + position)));
  }
  if (digits.size() != kDigits) {
    Error error = Error(kSsccLength).with("length", std::to_string(digits.size()));
    if (digits.size() == kDigits - 1) error.with("hint", "leading_zero_lost");
    return fail(std::move(error));
  }
  auto const expected = mod10_check_digit(digits.substr(0, kDigits - 1));
  if (digits.back() != static_cast<char>('0' + expected)) {
    return fail(
        Error(kSsccCheckDigit).with("value", std::string(digits)).with("expected", std::to_string(expected)));
  }
  auto const number = read_digits(digits);
  if (number == 0)
    return fail(Error(kSsccCheckDigit).with("value", std::string(digits)).with("expected", "-"));
  return Sscc(number);
}

std::optional<Sscc> Sscc::read18(std::string_view text) {
  if (text.size() != kDigits) return std::nullopt;
  auto const read = read_checked<kDigits>(text.data());
  if (!read.check || read.value == 0) return std::nullopt;
  return Sscc(read.value);
}

std::string Sscc::text() const {
  std::array<char, kDigits> digits;
  write_digits(digits.data(), kDigits, number_);
  return {digits.data(), digits.size()};
}

void Sscc::append_code_to(std::string& out) const {
  std::array<char, kDigits + 2> code{'0', '0'};
  write_digits(code.data() + 2, kDigits, number_);
  out.append(code.data(), code.size());
}

}  // namespace tamga::gs1
