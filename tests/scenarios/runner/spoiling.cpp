// SPDX-License-Identifier: Apache-2.0
#include "runner/spoiling.hpp"

#include <array>
#include <utility>

#include "runner/names.hpp"

namespace tamga::scenario {
namespace {

constexpr char kSeparator = '\x1d';
constexpr std::size_t kGtinEnd = 16;  // 01 and fourteen digits
constexpr std::size_t kBareIdentity =
    21;  // of codes without application identifiers: GTIN and seven characters

char other(char c) { return c == 'A' ? 'B' : 'A'; }

bool has_identifiers(std::string const& code) {
  return code.starts_with("01") && code.find(kSeparator) != std::string::npos;
}

std::string with_wrong_tail(std::string code) {
  code.back() = other(code.back());
  return code;
}

std::string with_wrong_check_digit(std::string code) {
  char& digit = code[has_identifiers(code) ? kGtinEnd - 1 : kGtinEnd - 3];
  digit = digit == '9' ? '0' : static_cast<char>(digit + 1);
  return code;
}

/// The serial with its last two characters turned into others: by arithmetic, no code of the series.
std::string never_issued(std::string code) {
  std::size_t const end = without_tail(code).size();
  code[end - 1] = other(code[end - 1]);
  code[end - 2] = other(code[end - 2]);
  return code;
}

std::string without_separator(std::string code) {
  std::erase(code, kSeparator);
  return code;
}

/// Typed while the keyboard was Russian: letters of the same keys.
std::string in_cyrillic(std::string const& code) {
  constexpr std::string_view kLatin = "qwertyuiopasdfghjklzxcvbnmQWERTYUIOPASDFGHJKLZXCVBNM";
  constexpr std::array<char const*, 52> kRussian{
      "\u0439", "\u0446", "\u0443", "\u043a", "\u0435", "\u043d", "\u0433", "\u0448", "\u0449",
      "\u0437", "\u0444", "\u044b", "\u0432", "\u0430", "\u043f", "\u0440", "\u043e", "\u043b",
      "\u0434", "\u044f", "\u0447", "\u0441", "\u043c", "\u0438", "\u0442", "\u044c", "\u0419",
      "\u0426", "\u0423", "\u041a", "\u0415", "\u041d", "\u0413", "\u0428", "\u0429", "\u0417",
      "\u0424", "\u042b", "\u0412", "\u0410", "\u041f", "\u0420", "\u041e", "\u041b", "\u0414",
      "\u042f", "\u0427", "\u0421", "\u041c", "\u0418", "\u0422", "\u042c"};
  std::string out;
  for (char const c : code) {
    auto const key = kLatin.find(c);
    if (key == std::string_view::npos)
      out += c;
    else
      out += kRussian[key];
  }
  return out;
}

}  // namespace

std::string without_tail(std::string const& code) {
  if (has_identifiers(code)) return code.substr(0, code.find(kSeparator));
  return code.starts_with("00") ? code : code.substr(0, kBareIdentity);
}

std::optional<std::string> spoiled(std::string const& code, std::string_view how) {
  constexpr std::array<std::pair<std::string_view, std::string (*)(std::string)>, 4> kWays{{
      {"with-wrong-tail", with_wrong_tail},
      {"with-wrong-check-digit", with_wrong_check_digit},
      {"never-issued", never_issued},
      {"without-separator", without_separator},
  }};
  for (auto const& [name, way] : kWays)
    if (name == how) return way(code);
  if (how == "without-tail") return without_tail(code);
  if (how == "in-cyrillic") return in_cyrillic(code);
  return std::nullopt;
}

}  // namespace tamga::scenario
