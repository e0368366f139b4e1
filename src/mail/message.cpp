// SPDX-License-Identifier: Apache-2.0
#include "mail/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "crypto/base64.hpp"

namespace tamga::mail {
namespace {

constexpr std::size_t kPlainHeader = 60;
constexpr std::size_t kWordBytes =
    39;  // 64 with what is around it, 73 behind "Subject: ": RFC 2047 allows 76
constexpr std::size_t kBodyLine = 76;
/// Base64 has no hyphen, so no body can hold it.
constexpr std::string_view kBoundary = "--tamga-alternative--";

bool is_plain(std::string_view text) {
  return text.size() <= kPlainHeader && text.find("=?") == std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool continues_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

std::string encoded_words(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    std::size_t size = std::min(kWordBytes, text.size());
    while (size > 1 && size < text.size() && continues_letter(text[size])) --size;
    if (!out.empty()) out += "\r\n ";
    out += "=?UTF-8?B?" + crypto::encode_base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return out;
}

std::string wrapped_base64(std::string_view text) {
  std::string const all = crypto::encode_base64(text);
  std::string out;
  for (std::size_t at = 0; at < all.size(); at += kBodyLine) {
    out.append(all, at, kBodyLine);
    out += "\r\n";
  }
  return out;
}

/// "Thu, 01 Jan 1970 00:00:00 +0000"
std::string date_text(UnixMs moment) {
  constexpr std::array<std::string_view, 7> kDays{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::string const text = rfc3339(moment);  // 2026-03-01T09:15:00.250Z
  auto const month = static_cast<std::size_t>((text[5] - '0') * 10 + text[6] - '0' - 1);
  auto const day = static_cast<std::size_t>(Date::of(moment).days()) % kDays.size();
  return fmt::format("{}, {} {} {} {} +0000", kDays.at(day), text.substr(8, 2), kMonths.at(month),
                     text.substr(0, 4), text.substr(11, 8));
}

/// A name beside an address: words of letters and digits stand as they are, everything else is encoded.
std::string mailbox(std::string_view name, std::string_view address) {
  if (name.empty()) return std::string(address);
  bool const simple =
      is_plain(name) && std::all_of(name.begin(), name.end(), [](char c) {
        return c == ' ' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      });
  return simple ? fmt::format("{} <{}>", name, address)
                : fmt::format("{}\r\n <{}>", encoded_words(name), address);
}

std::string part(std::string_view type, std::string_view text) {
  return fmt::format(
      "--{}\r\nContent-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n", kBoundary,
      type, wrapped_base64(text));
}

}  // namespace

std::string header_text(std::string_view text) {
  return is_plain(text) ? std::string(text) : encoded_words(text);
}

std::string message_of(Heading const& heading, Filled const& letter) {
  return fmt::format(
      "Date: {}\r\nFrom: {}\r\nTo: {}\r\nSubject: {}\r\nMessage-ID: <{}>\r\nAuto-Submitted: "
      "auto-generated\r\n"
      "Content-Language: {}\r\nMIME-Version: 1.0\r\n"
      "Content-Type: multipart/alternative;\r\n boundary=\"{}\"\r\n\r\n{}{}--{}--\r\n",
      date_text(heading.date), mailbox(heading.sender_name, heading.sender), heading.to,
      header_text(letter.subject), heading.message_id, code_of(heading.language), kBoundary,
      part("text/plain", letter.plain), part("text/html", letter.html), kBoundary);
}

}  // namespace tamga::mail
