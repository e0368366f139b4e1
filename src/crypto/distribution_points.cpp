// SPDX-License-Identifier: Apache-2.0
#include "crypto/distribution_points.hpp"

#include <openssl/x509v3.h>

#include <algorithm>

#include "crypto/openssl.hpp"

namespace tamga::crypto {
namespace {

struct UrlsFree {
  void operator()(STACK_OF(OPENSSL_STRING) * urls) const { X509_email_free(urls); }
};

std::string text_of(ASN1_STRING const* string) {
  return {reinterpret_cast<char const*>(ASN1_STRING_get0_data(string)),
          static_cast<std::size_t>(ASN1_STRING_length(string))};
}

}  // namespace

std::vector<std::string> list_urls(X509* certificate) {
  std::vector<std::string> out;
  OpenSslPtr<CRL_DIST_POINTS, CRL_DIST_POINTS_free> const points(static_cast<CRL_DIST_POINTS*>(
      X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
  for (int i = 0; i < sk_DIST_POINT_num(points.get()); ++i) {
    DIST_POINT const* const point = sk_DIST_POINT_value(points.get(), i);
    // A list by somebody else, or of some reasons only, says nothing by itself.
    if (point->distpoint == nullptr || point->distpoint->type != 0 || point->CRLissuer != nullptr ||
        point->reasons != nullptr)
      continue;
    GENERAL_NAMES const* const names = point->distpoint->name.fullname;
    for (int k = 0; k < sk_GENERAL_NAME_num(names); ++k) {
      GENERAL_NAME const* const name = sk_GENERAL_NAME_value(names, k);
      if (name->type == GEN_URI) out.push_back(text_of(name->d.uniformResourceIdentifier));
    }
  }
  return out;
}

std::vector<std::string> answer_urls(X509* certificate) {
  std::vector<std::string> out;
  std::unique_ptr<STACK_OF(OPENSSL_STRING), UrlsFree> const urls(X509_get1_ocsp(certificate));
  int const count = sk_OPENSSL_STRING_num(urls.get());
  out.reserve(static_cast<std::size_t>(std::max(count, 0)));
  for (int i = 0; i < count; ++i) out.emplace_back(sk_OPENSSL_STRING_value(urls.get(), i));
  return out;
}

}  // namespace tamga::crypto
