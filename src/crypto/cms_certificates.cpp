// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_certificates.hpp"

#include "crypto/der.hpp"

namespace tamga::crypto {

using der::kFirst;
using der::kSequence;
using der::take;
using der::wrap;

std::optional<SplitCms> split_certificates(std::string_view cms) {
  auto const content_info = take(cms, kSequence);
  if (!content_info || !cms.empty()) return std::nullopt;
  std::string_view outer = content_info->body;
  auto const type = take(outer, der::kObject);
  auto const wrapped = take(outer, kFirst);
  if (!type || !wrapped || !outer.empty()) return std::nullopt;
  std::string_view inner = wrapped->body;
  auto const signed_data = take(inner, kSequence);
  if (!signed_data || !inner.empty()) return std::nullopt;
  std::string_view fields = signed_data->body;
  auto const version = take(fields, der::kInteger);
  auto const digests = take(fields, der::kSet);
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
