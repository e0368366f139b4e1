// SPDX-License-Identifier: Apache-2.0
#include "identifiers/contacts.hpp"

#include <algorithm>

#include "identifiers/errors.hpp"

namespace tamga::identifiers {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_local_part(std::string_view text) {
  constexpr std::string_view kMarks = "!#$%&'*+-/=?^_`{|}~.";
  return !text.empty() && text.size() <= 64 && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos && std::all_of(text.begin(), text.end(), [&](char c) {
           return is_letter(c) || is_digit(c) || kMarks.find(c) != std::string_view::npos;
         });
}

bool is_label(std::string_view text) {
  return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool is_domain(std::string_view text) {
  int labels = 0;
  while (true) {
    auto const dot = text.find('.');
    if (!is_label(text.substr(0, dot))) return false;
    ++labels;
    if (dot == std::string_view::npos) return labels >= 2 && is_letter(text.back());
    text.remove_prefix(dot + 1);
  }
}

}  // namespace

Result<void> check_email(std::string_view email) {
  auto const at = email.find('@');
  bool const fine = at != std::string_view::npos && email.size() <= 254 &&
                    is_local_part(email.substr(0, at)) && is_domain(email.substr(at + 1));
  if (!fine) return fail(Error(kEmailWrong).with("value", std::string(email)));
  return {};
}

Result<std::string> read_phone(std::string_view phone) {
  std::string digits;
  constexpr std::string_view kDropped = " -()";
  std::copy_if(phone.begin(), phone.end(), std::back_inserter(digits),
               [&](char c) { return kDropped.find(c) == std::string_view::npos; });
  bool const fine = digits.size() >= 8 && digits.size() <= 16 && digits.front() == '+' &&
                    std::all_of(digits.begin() + 1, digits.end(), is_digit) && digits[1] != '0';
  if (!fine) return fail(Error(kPhoneWrong).with("value", std::string(phone)));
  return digits;
}

}  // namespace tamga::identifiers
