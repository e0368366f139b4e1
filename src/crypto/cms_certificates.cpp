// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_certificates.hpp"

#include <cstdint>

namespace tamga::crypto {
namespace {

constexpr unsigned char kInteger = 0x02;
constexpr unsigned char kObject = 0x06;
constexpr unsigned char kSequence = 0x30;
constexpr unsigned char kSet = 0x31;
constexpr unsigned char kFirst = 0xA0;  // context-specific, constructed, number 0

struct Element {
  std::string_view whole;
  std::string_view body;
};

/// Cuts the next element, which has this tag and a definite length, off the front of `in`.
std::optional<Element> take(std::string_view& in, unsigned char tag) {
  if (in.size() < 2 || static_cast<unsigned char>(in[0]) != tag) return std::nullopt;
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

std::string wrap(unsigned char tag, std::string const& body) {
  std::string out(1, static_cast<char>(tag));
  if (body.size() < 0x80) {
    out.push_back(static_cast<char>(body.size()));
    return out + body;
  }
  std::string length;
  for (std::size_t rest = body.size(); rest > 0; rest >>= 8)
    length.insert(length.begin(), static_cast<char>(rest & 0xFF));
  out.push_back(static_cast<char>(0x80 | length.size()));
  return out + length + body;
}

}  // namespace

std::optional<SplitCms> split_certificates(std::string_view cms) {
  auto const content_info = take(cms, kSequence);
  if (!content_info || !cms.empty()) return std::nullopt;
  std::string_view outer = content_info->body;
  auto const type = take(outer, kObject);
  auto const wrapped = take(outer, kFirst);
  if (!type || !wrapped || !outer.empty()) return std::nullopt;
  std::string_view inner = wrapped->body;
  auto const signed_data = take(inner, kSequence);
  if (!signed_data || !inner.empty()) return std::nullopt;
  std::string_view fields = signed_data->body;
  auto const version = take(fields, kInteger);
  auto const digests = take(fields, kSet);
  auto const content = take(fields, kSequence);
  auto const certificates = take(fields, kFirst);
  if (!version || !digests || !content || !certificates) return std::nullopt;

  SplitCms out;
  for (std::string_view left = certificates->body; !left.empty();) {
    auto const certificate = take(left, kSequence);
    if (!certificate) return std::nullopt;
    out.certificates.push_back(certificate->whole);
  }
  std::string body(version->whole);
  body.append(digests->whole).append(content->whole).append(fields);
  out.rest = wrap(kSequence, std::string(type->whole) + wrap(kFirst, wrap(kSequence, body)));
  return out;
}

}  // namespace tamga::crypto
