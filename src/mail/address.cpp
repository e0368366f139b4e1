// SPDX-License-Identifier: Apache-2.0
#include "mail/address.hpp"

#include <string>

#include "mail/errors.hpp"

namespace tamga::mail {
namespace {

constexpr std::size_t kMostBytes = 254;
constexpr std::size_t kMostLocal = 64;
constexpr std::size_t kMostLabel = 63;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// RFC 5322 section 3.2.3.
bool is_atom_char(char c) {
  return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

/// Calls `good` for each part between dots; false when a part is empty or not good.
template <class Good>
bool all_parts(std::string_view text, Good const& good) {
  while (true) {
    auto const dot = text.find('.');
    std::string_view const part = text.substr(0, dot);
    if (part.empty() || !good(part)) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

bool is_atom(std::string_view part) {
  for (char const c : part)
    if (!is_atom_char(c)) return false;
  return true;
}

bool is_label(std::string_view part) {
  if (part.size() > kMostLabel || part.front() == '-' || part.back() == '-') return false;
  for (char const c : part)
    if (!is_letter_or_digit(c) && c != '-') return false;
  return true;
}

bool is_address(std::string_view address) {
  auto const at = address.find('@');
  if (address.size() > kMostBytes || at == std::string_view::npos || at > kMostLocal) return false;
  std::string_view const domain = address.substr(at + 1);
  return all_parts(address.substr(0, at), is_atom) && all_parts(domain, is_label) &&
         domain.find('.') != std::string_view::npos;
}

}  // namespace

Result<void> check_address(std::string_view address) {
  if (is_address(address)) return {};
  return fail(Error(kAddress).with("address", std::string(address.substr(0, kMostBytes))));
}

}  // namespace tamga::mail
