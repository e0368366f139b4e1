// SPDX-License-Identifier: Apache-2.0
#include "gs1/gtin.hpp"

#include <array>

#include "gs1/check_digit.hpp"
#include "gs1/errors.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {

Result<Gtin> Gtin::parse(std::string_view text) {
  text = trimmed(text);
  if (text.empty()) return fail(kIdentifierEmpty);
  if (auto const position = first_outside(kDigit, text)) {
    return fail(Error(kGtinCharset).with("position", std::to_string(position)));
  }
  auto const size = text.size();
  if (size != 8 && size != 12 && size != 13 && size != 14) {
    Error error = Error(kGtinLength).with("length", std::to_string(size));
    if (size == 7 || size == 11) error.with("hint", "leading_zero_lost");
    return fail(std::move(error));
  }
  auto const expected = mod10_check_digit(text.substr(0, size - 1));
  if (text.back() != static_cast<char>('0' + expected)) {
    return fail(
        Error(kGtinCheckDigit).with("value", std::string(text)).with("expected", std::to_string(expected)));
  }
  auto const number = read_digits(text);
  if (number == 0) return fail(kGtinZero);
  return Gtin(number);
}

std::optional<Gtin> Gtin::read14(std::string_view text) {
  if (text.size() != kDigits) return std::nullopt;
  auto const read = read_checked<kDigits>(text.data());
  if (!read.check || read.value == 0) return std::nullopt;
  return Gtin(read.value);
}

char* Gtin::write(char* out) const { return write_digits(out, kDigits, number_); }

void Gtin::append_to(std::string& out) const {
  std::array<char, kDigits> digits;
  write(digits.data());
  out.append(digits.data(), digits.size());
}

std::string Gtin::text() const {
  std::string out;
  append_to(out);
  return out;
}

bool Gtin::restricted_prefix() const {
  if (number_ < 100'000'000U) {  // GTIN-8: its own prefix, GS1 General Specifications 1.4.3
    auto const first = number_ / 10'000'000U;
    return first == 0 || first == 2;
  }
  auto const prefix = number_ / 10'000'000'000U % 1000;
  return (prefix >= 20 && prefix <= 29) || (prefix >= 40 && prefix <= 49) || (prefix >= 200 && prefix <= 299);
}

}  // namespace tamga::gs1
