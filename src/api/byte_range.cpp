// SPDX-License-Identifier: Apache-2.0
#include "api/byte_range.hpp"

#include <algorithm>
#include <charconv>

namespace tamga::api {
namespace {

std::optional<std::int64_t> number_of(std::string_view text) {
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

AskedRange asked_range(std::optional<std::string_view> header, std::int64_t size) {
  AskedRange const whole{.range = {0, size}};
  constexpr std::string_view kUnit = "bytes=";
  if (!header || !header->starts_with(kUnit)) return whole;
  std::string_view const text = header->substr(kUnit.size());
  auto const dash = text.find('-');
  if (dash == std::string_view::npos || text.find(',') != std::string_view::npos) return whole;
  auto const first = number_of(text.substr(0, dash));
  auto const last = number_of(text.substr(dash + 1));
  if (dash == 0) {
    if (!last) return whole;
    if (*last == 0) return {.unsatisfiable = true, .range = {0, size}};
    return {.partial = true, .range = {std::max<std::int64_t>(size - *last, 0), size}};
  }
  if (!first || (!last && dash + 1 != text.size()) || (last && *last < *first)) return whole;
  if (*first >= size) return {.unsatisfiable = true, .range = {0, size}};
  return {.partial = true, .range = {*first, last ? std::min(*last + 1, size) : size}};
}

}  // namespace tamga::api
