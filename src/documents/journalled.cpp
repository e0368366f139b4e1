// SPDX-License-Identifier: Apache-2.0
#include "documents/journalled.hpp"

#include <charconv>
#include <string_view>

#include "documents/kinds/all.hpp"

namespace tamga::documents {

std::optional<ledger::DocumentNo> document_of(journal::Entry const& entry) {
  constexpr std::string_view kPrefix = "document.";
  std::string_view const action = entry.action;
  if (!action.starts_with(kPrefix) || find_kind(action.substr(kPrefix.size())) == nullptr)
    return std::nullopt;
  std::int64_t number = 0;
  std::string const& text = entry.object;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const whole = error == std::errc() && end == text.data() + text.size() && number > 0;
  return whole ? std::optional(ledger::DocumentNo(number)) : std::nullopt;
}

}  // namespace tamga::documents
