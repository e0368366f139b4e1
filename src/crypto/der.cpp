// SPDX-License-Identifier: Apache-2.0
#include "crypto/der.hpp"

namespace tamga::crypto::der {

std::optional<Element> take(std::string_view& in) {
  if (in.size() < 2) return std::nullopt;
  std::size_t length = static_cast<unsigned char>(in[1]);
  std::size_t header = 2;
  if (length >= 0x80) {
    std::size_t const bytes = length & 0x7F;
    if (bytes == 0 || bytes > 4 || in.size() < 2 + bytes) return std::nullopt;
    length = 0;
    for (; header < 2 + bytes; ++header) length = length << 8 | static_cast<unsigned char>(in[header]);
  }
  if (length > in.size() - header) return std::nullopt;
  Element const element{in.substr(0, header + length), in.substr(header, length)};
  in.remove_prefix(element.whole.size());
  return element;
}

std::optional<Element> take(std::string_view& in, unsigned char tag) {
  if (in.empty() || static_cast<unsigned char>(in[0]) != tag) return std::nullopt;
  return take(in);
}

std::string wrap(unsigned char tag, std::string_view body) {
  std::string out(1, static_cast<char>(tag));
  if (body.size() < 0x80) {
    out.push_back(static_cast<char>(body.size()));
  } else {
    std::string length;
    for (std::size_t rest = body.size(); rest > 0; rest >>= 8)
      length.insert(length.begin(), static_cast<char>(rest & 0xFF));
    out.push_back(static_cast<char>(0x80 | length.size()));
    out += length;
  }
  return out.append(body);
}

}  // namespace tamga::crypto::der
