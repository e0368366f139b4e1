// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tamga::country {

constexpr bool is_placeholder_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// Calls `plain` and `placeholder` for the parts of a text in order. "{name}" is a placeholder when the name
/// is of lower-case letters, digits and underscores; any other brace is plain text.
template <class Plain, class Placeholder>
void split_placeholders(std::string_view text, Plain const& plain, Placeholder const& placeholder) {
  std::size_t from = 0;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    std::size_t end = open + 1;
    while (end < text.size() && is_placeholder_char(text[end])) ++end;
    if (end == open + 1 || end == text.size() || text[end] != '}') continue;
    plain(text.substr(from, open - from));
    placeholder(text.substr(open + 1, end - open - 1));
    from = end + 1;
    open = end;
  }
  plain(text.substr(from));
}

}  // namespace tamga::country
