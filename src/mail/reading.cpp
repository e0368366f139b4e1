// SPDX-License-Identifier: Apache-2.0
#include "mail/reading.hpp"

#include <algorithm>

#include "crypto/base64.hpp"

namespace tamga::mail {
namespace {

constexpr std::string_view kLine = "\r\n";
constexpr std::string_view kEmptyLine = "\r\n\r\n";
constexpr std::string_view kWordBegins = "=?UTF-8?B?";
constexpr std::string_view kWordEnds = "?=";

/// The value of a header with the lines that continue it; empty when it is not there.
std::string header(std::string_view head, std::string_view name) {
  std::string const wanted = "\r\n" + std::string(name) + ": ";
  std::string const searched = std::string(kLine) + std::string(head);
  std::size_t const begin = searched.find(wanted);
  if (begin == std::string::npos) return {};
  std::string out;
  for (std::size_t at = begin + wanted.size(); at < searched.size();) {
    std::size_t const end = std::min(searched.find(kLine, at), searched.size());
    out.append(searched, at, end - at);
    at = end + kLine.size();
    if (at >= searched.size() || searched[at] != ' ') break;
  }
  return out;
}

/// Encoded words (RFC 2047) that follow each other are one text.
std::string decoded_words(std::string_view text) {
  if (text.substr(0, kWordBegins.size()) != kWordBegins) return std::string(text);
  std::string out;
  for (std::size_t at = text.find(kWordBegins); at != std::string_view::npos;
       at = text.find(kWordBegins, at)) {
    at += kWordBegins.size();
    std::size_t const end = text.find(kWordEnds, at);
    if (end == std::string_view::npos) break;
    out += crypto::decode_base64(text.substr(at, end - at)).value_or(std::string());
    at = end;
  }
  return out;
}

}  // namespace

std::optional<ReadLetter> read_letter(std::string_view message) {
  std::size_t const head_end = message.find(kEmptyLine);
  std::size_t const part = message.find("Content-Type: text/plain");
  if (head_end == std::string_view::npos || part == std::string_view::npos) return std::nullopt;
  std::size_t const text = message.find(kEmptyLine, part);
  if (text == std::string_view::npos) return std::nullopt;
  std::string packed(
      message.substr(text + kEmptyLine.size(), message.find("\r\n--", text) - text - kEmptyLine.size()));
  packed.erase(std::remove_if(packed.begin(), packed.end(), [](char c) { return c == '\r' || c == '\n'; }),
               packed.end());
  auto plain = crypto::decode_base64(packed);
  if (!plain) return std::nullopt;
  std::string_view const head = message.substr(0, head_end);
  return ReadLetter{header(head, "To"), decoded_words(header(head, "Subject")), *std::move(plain)};
}

}  // namespace tamga::mail
