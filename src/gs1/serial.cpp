// SPDX-License-Identifier: Apache-2.0
#include "gs1/serial.hpp"

#include "gs1/errors.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

constexpr std::string_view kLatinAlnumSymbols =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

Result<void> check_exact(std::string_view serial, SerialAlphabet alphabet, std::size_t expected) {
  TAMGA_TRY(check_serial(serial, alphabet));
  if (serial.size() != expected) {
    return fail(Error(kSerialLength)
                    .with("length", std::to_string(serial.size()))
                    .with("expected", std::to_string(expected)));
  }
  return {};
}

}  // namespace

std::optional<SerialAlphabet> find_serial_alphabet(std::string_view name) {
  for (auto const alphabet : {SerialAlphabet::Gs1Set82, SerialAlphabet::LatinAlnum, SerialAlphabet::Digits}) {
    if (name_of(alphabet) == name) return alphabet;
  }
  return std::nullopt;
}

std::string_view name_of(SerialAlphabet alphabet) {
  switch (alphabet) {
    case SerialAlphabet::Gs1Set82:
      return "gs1-82";
    case SerialAlphabet::LatinAlnum:
      return "latin-alnum";
    case SerialAlphabet::Digits:
      return "digits";
  }
  return {};
}

std::string_view symbols_of(SerialAlphabet alphabet) {
  switch (alphabet) {
    case SerialAlphabet::Gs1Set82:
      return kSet82Symbols;
    case SerialAlphabet::LatinAlnum:
      return kLatinAlnumSymbols;
    case SerialAlphabet::Digits:
      return kLatinAlnumSymbols.substr(0, 10);
  }
  return {};
}

bool contains(SerialAlphabet alphabet, char symbol) {
  switch (alphabet) {
    case SerialAlphabet::Gs1Set82:
      return is(kSet82, symbol);
    case SerialAlphabet::LatinAlnum:
      return is(kDigit, symbol) || is(kLetter, symbol);
    case SerialAlphabet::Digits:
      return is(kDigit, symbol);
  }
  return false;
}

bool contains_all(SerialAlphabet alphabet, std::string_view serial) {
  for (char const c : serial) {
    if (!contains(alphabet, c)) return false;
  }
  return true;
}

Result<void> check_serial(std::string_view serial, SerialAlphabet alphabet) {
  if (serial.empty()) return fail(kIdentifierEmpty);
  for (std::size_t i = 0; i < serial.size(); ++i) {
    if (!contains(alphabet, serial[i])) {
      return fail(Error(kSerialCharset).with("position", std::to_string(i + 1)));
    }
  }
  if (serial.size() > kMaxSerial) {
    return fail(Error(kSerialLength)
                    .with("length", std::to_string(serial.size()))
                    .with("expected", "1-" + std::to_string(kMaxSerial)));
  }
  return {};
}

Result<void> SerialRule::check(std::string_view serial) const {
  TAMGA_TRY(check_exact(serial, alphabet, length));
  if (country_digit != '\0' && serial.front() != country_digit) {
    return fail(Error(kSerialCountryDigit).with("expected", std::string(1, country_digit)));
  }
  return {};
}

Result<void> SerialRule::check_own(std::string_view serial) const {
  return check_exact(serial, alphabet, own_length());
}

std::string swap_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (is(kLetter, c)) c = static_cast<char>(c ^ 0x20);
  }
  return out;
}

}  // namespace tamga::gs1
