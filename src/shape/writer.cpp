// SPDX-License-Identifier: Apache-2.0
#include "shape/writer.hpp"

#include <fmt/format.h>

#include <bit>
#include <cstring>

namespace tamga::shape {
namespace {

constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101U;
constexpr std::uint64_t kTops = 0x8080'8080'8080'8080U;

constexpr std::uint64_t zero_bytes(std::uint64_t v) { return (v - kOnes) & ~v & kTops; }

/// How many bytes at the front need no escape. Eight at a time: "has a byte below n" and "has this byte" as
/// in Warren, Hacker's Delight, 6-1; the lowest mark is always a true one.
std::size_t plain_size(std::string_view text) {
  static_assert(std::endian::native == std::endian::little);
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t v = 0;
    std::memcpy(&v, text.data() + at, 8);
    std::uint64_t const low = (v - kOnes * 0x20) & ~v & kTops;
    std::uint64_t const marks = low | zero_bytes(v ^ kOnes * '"') | zero_bytes(v ^ kOnes * '\\');
    if (marks != 0) return at + static_cast<std::size_t>(std::countr_zero(marks)) / 8;
  }
  for (; at < text.size(); ++at) {
    auto const byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20 || byte == '"' || byte == '\\') break;
  }
  return at;
}

void append_escape(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789abcdef";
  switch (c) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    case '\b':
      out += "\\b";
      return;
    case '\f':
      out += "\\f";
      return;
    default:
      out += "\\u00";
      out.push_back(kHex[static_cast<unsigned char>(c) >> 4]);
      out.push_back(kHex[static_cast<unsigned char>(c) & 0xFU]);
  }
}

}  // namespace

void append_string(std::string& out, std::string_view text) {
  std::size_t plain = plain_size(text);
  std::size_t const at = out.size();
  out.resize(at + plain + 1);
  out[at] = '"';
  text.copy(out.data() + at + 1, plain);
  while (plain < text.size()) {
    append_escape(out, text[plain]);
    text.remove_prefix(plain + 1);
    plain = plain_size(text);
    out.append(text.substr(0, plain));
  }
  out.push_back('"');
}

std::string quoted_key(std::string_view name) {
  std::string out = ",";
  append_string(out, name);
  out.push_back(':');
  return out;
}

void Writer::key(std::string_view name) {
  separate();
  append_string(*out_, name);
  out_->push_back(':');
  first_ = true;
}

void Writer::string(std::string_view text) {
  separate();
  append_string(*out_, text);
}

void Writer::whole(std::int64_t value) {
  separate();
  fmt::format_int const digits(value);
  out_->append(digits.data(), digits.size());
}

void Writer::whole_unsigned(std::uint64_t value) {
  separate();
  fmt::format_int const digits(value);
  out_->append(digits.data(), digits.size());
}

void Writer::raw(std::string_view json) {
  separate();
  out_->append(json);
}

}  // namespace tamga::shape
