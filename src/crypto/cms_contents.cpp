// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_contents.hpp"

#include "crypto/cms_signature.hpp"
#include "crypto/errors.hpp"
#include "crypto/time_stamp_token.hpp"

namespace tamga::crypto {
namespace {

X509* issuer_among(X509* x509, STACK_OF(X509) * others) {
  for (int i = 0; i < sk_X509_num(others); ++i) {
    X509* const one = sk_X509_value(others, i);
    if (one != x509 && X509_check_issued(one, x509) == X509_V_OK) return one;
  }
  return nullptr;
}

Result<CertificatePath> path_from(X509* x509, STACK_OF(X509) * others) {
  auto path = std::make_shared<std::vector<Certificate>>();
  for (int steps = 0; x509 != nullptr && steps <= sk_X509_num(others); ++steps) {
    TAMGA_ASSIGN(one, Certificate::from_x509(x509));
    path->push_back(std::move(one));
    x509 = issuer_among(x509, others);
  }
  return CertificatePath(std::move(path));
}

X509* signer_among(CMS_SignerInfo* info, STACK_OF(X509) * others) {
  for (int i = 0; i < sk_X509_num(others); ++i)
    if (CMS_SignerInfo_cert_cmp(info, sk_X509_value(others, i)) == 0) return sk_X509_value(others, i);
  return nullptr;
}

std::string_view scheme_name(CMS_SignerInfo* info, X509* certificate) {
  X509_ALGOR* digest = nullptr;
  X509_ALGOR* signature = nullptr;
  CMS_SignerInfo_get0_algs(info, nullptr, nullptr, &digest, &signature);
  auto const* scheme = find_signature_scheme(certificate, OBJ_obj2nid(digest->algorithm), signature);
  return scheme == nullptr ? std::string_view() : scheme->name;
}

}  // namespace

Result<CmsContents> read_cms(std::string_view bytes, CmsLimits const& limits) {
  if (bytes.size() > limits.attached_bytes) return refuse_signature(kCmsTooLarge);
  TAMGA_ASSIGN(cms, parse_cms(bytes, NID_pkcs7_data));
  X509StackPtr const others(CMS_get1_certs(cms.get()));
  if (sk_X509_num(others.get()) > limits.certificates) return refuse_signature(kCmsTooLarge, "certificates");
  STACK_OF(CMS_SignerInfo)* const signers = CMS_get0_SignerInfos(cms.get());
  if (sk_CMS_SignerInfo_num(signers) != 1) return refuse_signature(kCmsSignerCount);
  CMS_SignerInfo* const info = sk_CMS_SignerInfo_value(signers, 0);
  X509* const x509 = signer_among(info, others.get());
  if (x509 == nullptr) return refuse_signature(kCmsCertificateMissing);
  TAMGA_ASSIGN(attributes, read_attributes(info));
  TAMGA_ASSIGN(time, claimed_time(attributes.signing_time));
  TAMGA_ASSIGN(path, path_from(x509, others.get()));
  TAMGA_ASSIGN(stamp, read_time_stamp(info));

  CmsContents out{.certificate = path->front(),
                  .path = path,
                  .content = {},
                  .claimed_time = time,
                  .scheme = scheme_name(info, x509),
                  .time_stamp = std::move(stamp)};
  ASN1_OCTET_STRING** const inner = CMS_get0_content(cms.get());
  if (inner != nullptr && *inner != nullptr) out.content = std::string(view_of(*inner));
  return out;
}

}  // namespace tamga::crypto
