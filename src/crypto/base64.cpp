// SPDX-License-Identifier: Apache-2.0
#include "crypto/base64.hpp"

#include <openssl/evp.h>

#include <array>
#include <climits>
#include <optional>

#include "crypto/errors.hpp"

namespace tamga::crypto {
namespace {

constexpr std::array<bool, 256> kIsSymbol = [] {
  std::array<bool, 256> table{};
  for (char const c : kBase64Symbols) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// The text between "-----BEGIN ...-----" and "-----END ...-----"; the whole text when there is no armour;
/// nothing when the armour is torn or something follows it.
std::optional<std::string_view> without_armour(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  constexpr std::string_view kBegin = "-----BEGIN ";
  constexpr std::string_view kDashes = "-----";
  auto const begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos || !text.substr(begin).starts_with(kBegin)) return text;
  text.remove_prefix(begin + kBegin.size());
  auto const label = text.substr(0, text.find(kDashes));
  std::string const end = "-----END " + std::string(label) + "-----";
  auto const last = text.find(end);
  if (last == std::string_view::npos ||
      text.find_first_not_of(kSpace, last + end.size()) != std::string_view::npos)
    return std::nullopt;
  auto const body = label.size() + kDashes.size();
  return text.substr(body, last - body);
}

}  // namespace

void write_base64(std::uint8_t const* bytes, std::size_t size, char* out) {
  std::size_t i = 0;
  for (; i + 3 <= size; i += 3, out += 4) write_base64_group(bytes + i, out);
  if (i == size) return;
  std::uint8_t const last[3] = {bytes[i], i + 1 < size ? bytes[i + 1] : std::uint8_t{0}, 0};
  write_base64_group(last, out);
  out[3] = '=';
  if (i + 1 == size) out[2] = '=';
}

std::string encode_base64(std::string_view bytes) {
  std::string out(base64_size(bytes.size()), '\0');
  write_base64(reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size(), out.data());
  return out;
}

std::string encode_base64_url(std::string_view bytes) {
  std::string out = encode_base64(bytes);
  while (!out.empty() && out.back() == '=') out.pop_back();
  for (char& c : out) {
    if (c == '+') c = '-';
    if (c == '/') c = '_';
  }
  return out;
}

Result<std::string> decode_base64(std::string_view text) {
  if (text.empty()) return std::string();
  std::size_t const padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
  if (text.size() % 4 != 0 || text.size() > INT_MAX)
    return fail(Error(kBase64Malformed).with("position", "1"));
  for (std::size_t i = 0; i < text.size() - padding; ++i) {
    // OpenSSL skips spaces and reads '=' in the middle; neither is base64 to us.
    if (!kIsSymbol[static_cast<unsigned char>(text[i])])
      return fail(Error(kBase64Malformed).with("position", std::to_string(i + 1)));
  }
  std::string out(text.size() / 4 * 3, '\0');
  int const size =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                      reinterpret_cast<unsigned char const*>(text.data()), static_cast<int>(text.size()));
  if (size < 0) return fail(Error(kBase64Malformed).with("position", "1"));
  out.resize(static_cast<std::size_t>(size) - padding);
  std::size_t const whole = (out.size() - 1) / 3 * 3;
  if (encode_base64(std::string_view(out).substr(whole)) != text.substr(text.size() - 4))
    return fail(Error(kBase64Malformed).with("position", std::to_string(text.size())));
  return out;
}

Result<std::string> decode_signature_text(std::string_view text) {
  auto const body = without_armour(text);
  if (!body) return fail(Error(kBase64Malformed).with("position", "1"));
  std::string plain;
  plain.reserve(body->size() + 2);
  for (char const c : *body) {
    if (c == '\r' || c == '\n' || c == ' ' || c == '\t') continue;
    plain.push_back(c == '-' ? '+' : c == '_' ? '/' : c);
  }
  while (plain.size() % 4 != 0 && !plain.ends_with("==")) plain.push_back('=');
  return decode_base64(plain);
}

}  // namespace tamga::crypto
