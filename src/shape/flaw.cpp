// SPDX-License-Identifier: Apache-2.0
#include "shape/flaw.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "shape/errors.hpp"

namespace tamga::shape {
namespace {

constexpr std::string_view kBadUtf8 = "not_utf8";

unsigned byte_of(char c) { return static_cast<unsigned char>(c); }
bool continues(char c) { return (byte_of(c) & 0xC0U) == 0x80U; }

}  // namespace

std::size_t utf8_size(std::string_view text) {
  if (text.empty()) return 0;
  unsigned const lead = byte_of(text[0]);
  if (lead < 0x80) return 1;
  std::size_t const size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < size) return 0;
  if (!std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(size), continues)) return 0;
  unsigned const second = byte_of(text[1]);
  if (lead == 0xE0 && second < 0xA0) return 0;
  if (lead == 0xED && second > 0x9F) return 0;
  if (lead == 0xF0 && second < 0x90) return 0;
  if (lead == 0xF4 && second > 0x8F) return 0;
  return size;
}

Flaw first_flaw(std::string_view bytes) {
  bool in_string = false;
  bool only_space = true;
  std::size_t opened = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    std::size_t const size = utf8_size(bytes.substr(i, 4));
    if (size == 0) return {i, kBadUtf8};
    char const c = bytes[i];
    if (in_string && byte_of(c) < 0x20) return {i, "control_character_in_string"};
    if (!in_string && c == '\\') return {i, "unexpected_character"};
    if (c == '"') {
      if (!in_string) opened = i;
      in_string = !in_string;
    }
    only_space = only_space && (c == ' ' || c == '\t' || c == '\n' || c == '\r');
    // The byte after a backslash cannot end the string; if it is a control character the next turn finds it.
    bool const escape =
        in_string && c == '\\' && i + 1 < bytes.size() && (bytes[i + 1] == '"' || bytes[i + 1] == '\\');
    i += escape ? 2 : size;
  }
  if (in_string) return {opened, "unclosed_string"};
  return {bytes.size(), only_space ? "empty" : "unexpected_end"};
}

Error explain(std::string_view bytes, Flaw const& flaw) {
  std::size_t const offset = std::min(flaw.offset, bytes.size());
  std::string_view const before = bytes.substr(0, offset);
  auto const line = std::count(before.begin(), before.end(), '\n') + 1;
  std::size_t const line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  auto const column = std::count_if(before.begin() + static_cast<std::ptrdiff_t>(line_start), before.end(),
                                    [](char c) { return !continues(c); }) +
                      1;
  return Error(flaw.reason == kBadUtf8 ? kNotUtf8 : kMalformed)
      .with("reason", std::string(flaw.reason))
      .with("offset", fmt::to_string(offset))
      .with("line", fmt::to_string(line))
      .with("column", fmt::to_string(column));
}

Error malformed(std::string_view bytes, std::size_t offset, std::string_view reason) {
  return explain(bytes, {offset, reason});
}

}  // namespace tamga::shape
