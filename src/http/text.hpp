// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tamga::http {

/// Header names and a few header values compare without regard to ASCII case, whatever the locale.
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

constexpr bool iequals(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (ascii_lower(a[i]) != ascii_lower(b[i])) return false;
  return true;
}

enum class PlusSign { Literal, Space };

/// Appends `text` with %XX decoded; false (and `out` partly written) when a % is not followed by two hex
/// digits or the result would hold a NUL. In a query '+' is a space, in a path it is itself.
bool percent_decode(std::string_view text, PlusSign plus, std::string& out);

/// Everything but unreserved characters (RFC 3986, 2.3) as %XX: safe in a path segment and in a query.
std::string percent_encode(std::string_view text);

}  // namespace tamga::http
