// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_sign.hpp"

#include "crypto/cms.hpp"
#include "crypto/errors.hpp"
#include "crypto/ozdst_form.hpp"
#include "crypto/signature_scheme.hpp"

namespace tamga::crypto {
namespace {

tl::unexpected<Error> broken() { return fail(Error(kCryptoFailed).log(openssl_errors())); }

/// What signing programs of the field write beside content type, digest and time.
unsigned int attributes_of(SigningIdentity const& identity) {
  return has_ozdst_key(identity.certificate().get()) ? 0 : CMS_CADES;
}

}  // namespace

Result<std::string> sign_content(SigningIdentity const& identity, std::string_view content,
                                 SigningForm const& form) {
  X509StackPtr const others(sk_X509_new_null());
  for (Certificate const& certificate : identity.chain()) {
    X509_up_ref(certificate.get());
    sk_X509_push(others.get(), certificate.get());
  }
  unsigned int const flags = CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP | (form.detached ? CMS_DETACHED : 0U);
  CmsPtr const cms(CMS_sign(nullptr, nullptr, others.get(), nullptr, flags));
  BioPtr const in = reading(content);
  if (cms == nullptr || in == nullptr ||
      CMS_set1_eContentType(cms.get(), OBJ_nid2obj(form.content_type)) != 1)
    return broken();
  X509* const certificate = identity.certificate().get();
  bool const names_certificate = form.content_type != NID_pkcs7_data;
  CMS_SignerInfo* const signer =
      CMS_add1_signer(cms.get(), certificate, identity.key(), usual_digest(identity.key()),
                      flags | (names_certificate ? CMS_CADES : attributes_of(identity)));
  TimePtr const time(ASN1_TIME_set(nullptr, static_cast<time_t>(form.signing_time.value() / 1000)));
  bool const good =
      signer != nullptr && time != nullptr &&
      CMS_signed_add1_attr_by_NID(signer, NID_pkcs9_signingTime, time->type, time.get(), -1) == 1 &&
      CMS_final(cms.get(), in.get(), nullptr, flags) == 1;
  if (!good) return broken();
  std::string message = der_of(cms.get(), [](CMS_ContentInfo const* object, unsigned char** out) {
    return i2d_CMS_ContentInfo(object, out);
  });
  if (has_ozdst_key(certificate)) message = message_in_ozdst_form(message);
  if (message.empty()) return broken();
  return message;
}

Result<std::string> sign_detached(SigningIdentity const& identity, std::string_view content,
                                  UnixMs signing_time) {
  return sign_content(identity, content, {.detached = true, .signing_time = signing_time});
}

Result<std::string> sign_attached(SigningIdentity const& identity, std::string_view content,
                                  UnixMs signing_time) {
  return sign_content(identity, content, {.detached = false, .signing_time = signing_time});
}

}  // namespace tamga::crypto
