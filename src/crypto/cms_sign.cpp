// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms.hpp"
#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"

namespace tamga::crypto {
namespace {

tl::unexpected<Error> broken() { return fail(Error(kCryptoFailed).log(openssl_errors())); }

Result<std::string> sign(SigningIdentity const& identity, std::string_view content, UnixMs signing_time,
                         unsigned int detached) {
  X509StackPtr const others(sk_X509_new_null());
  for (Certificate const& certificate : identity.chain()) {
    X509_up_ref(certificate.get());
    sk_X509_push(others.get(), certificate.get());
  }
  unsigned int const flags = CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | detached;
  CmsPtr const cms(CMS_sign(nullptr, nullptr, others.get(), nullptr, flags));
  BioPtr const in = reading(content);
  if (cms == nullptr || in == nullptr) return broken();
  CMS_SignerInfo* const signer = CMS_add1_signer(cms.get(), identity.certificate().get(), identity.key(),
                                                 EVP_sha256(), flags | CMS_CADES);
  TimePtr const time(ASN1_TIME_set(nullptr, static_cast<time_t>(signing_time.value() / 1000)));
  bool const good =
      signer != nullptr && time != nullptr &&
      CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time->type, time.get(), -1) == 1 &&
      CMS_final(cms.get(), in.get(), nullptr, flags) == 1;
  if (!good) return broken();
  return der_of(cms.get(), [](CMS_ContentInfo const* object, unsigned char** out) {
    return i2d_CMS_ContentInfo(object, out);
  });
}

}  // namespace

Result<std::string> sign_detached(SigningIdentity const& identity, std::string_view content,
                                  UnixMs signing_time) {
  return sign(identity, content, signing_time, CMS_DETACHED);
}

Result<std::string> sign_attached(SigningIdentity const& identity, std::string_view content,
                                  UnixMs signing_time) {
  return sign(identity, content, signing_time, 0);
}

}  // namespace tamga::crypto
