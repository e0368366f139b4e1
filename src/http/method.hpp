// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tamga::http {

/// The methods the server answers; any other is refused with 501.
enum class Method : std::uint8_t { Get, Head, Post, Put, Patch, Delete, Options };
inline constexpr std::size_t kMethodCount = 7;

constexpr std::string_view name_of(Method method) {
  constexpr std::array<std::string_view, kMethodCount> kNames{"GET",   "HEAD",   "POST",   "PUT",
                                                              "PATCH", "DELETE", "OPTIONS"};
  return kNames[static_cast<std::size_t>(method)];
}

/// Method names are case-sensitive (RFC 9110, 9.1).
constexpr std::optional<Method> method_of(std::string_view name) {
  for (std::size_t i = 0; i < kMethodCount; ++i)
    if (name_of(static_cast<Method>(i)) == name) return static_cast<Method>(i);
  return std::nullopt;
}

}  // namespace tamga::http
