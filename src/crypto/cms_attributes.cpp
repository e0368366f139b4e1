// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_attributes.hpp"

#include <openssl/ess.h>

#include "crypto/constant_time.hpp"
#include "crypto/errors.hpp"

namespace tamga::crypto {
namespace {

using SigningCertificate = OpenSslPtr<ESS_SIGNING_CERT, ESS_SIGNING_CERT_free>;
using SigningCertificateV2 = OpenSslPtr<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>;

X509_ATTRIBUTE** place_of(SignedAttributes& attributes, int nid) {
  switch (nid) {
    case NID_pkcs9_contentType:
      return &attributes.content_type;
    case NID_pkcs9_messageDigest:
      return &attributes.message_digest;
    case NID_pkcs9_signingTime:
      return &attributes.signing_time;
    case NID_id_smime_aa_signingCertificate:
      return &attributes.signing_certificate;
    case NID_id_smime_aa_signingCertificateV2:
      return &attributes.signing_certificate_v2;
    default:
      return nullptr;
  }
}

/// Null when the attribute is not there; an error when it is something else.
template <class Pointer, class Read>
Result<Pointer> read_named(X509_ATTRIBUTE* attribute, Read read) {
  if (attribute == nullptr) return Pointer();
  auto const* const encoded = value_of<ASN1_STRING>(attribute, V_ASN1_SEQUENCE);
  if (encoded == nullptr) return refuse_signature(kCmsAttributesWrong, "signing-certificate is no sequence");
  unsigned char const* position = ASN1_STRING_get0_data(encoded);
  Pointer named(read(nullptr, &position, ASN1_STRING_length(encoded)));
  if (named == nullptr) return refuse_signature(kCmsAttributesWrong, "signing-certificate");
  return named;
}

}  // namespace

tl::unexpected<Error> refuse_signature(ErrorKind const& kind, std::string detail) {
  std::string const errors = openssl_errors();
  return fail(Error(kind).log(errors.empty() ? std::move(detail) : detail + " " + errors));
}

std::string_view view_of(ASN1_STRING const* string) {
  return {reinterpret_cast<char const*>(ASN1_STRING_get0_data(string)),
          static_cast<std::size_t>(ASN1_STRING_length(string))};
}

Result<SignedAttributes> read_attributes(CMS_SignerInfo* signer) {
  int const count = CMS_signed_get_attr_count(signer);
  if (count <= 0) return refuse_signature(kCmsNoSignedAttributes);
  SignedAttributes out;
  for (int i = 0; i < count; ++i) {
    X509_ATTRIBUTE* const attribute = CMS_signed_get_attr(signer, i);
    X509_ATTRIBUTE** const place = place_of(out, OBJ_obj2nid(X509_ATTRIBUTE_get0_object(attribute)));
    if (place == nullptr) continue;
    if (*place != nullptr || X509_ATTRIBUTE_count(attribute) != 1)
      return refuse_signature(kCmsAttributesWrong, "an attribute stands twice");
    *place = attribute;
  }
  if (out.content_type == nullptr || out.message_digest == nullptr)
    return refuse_signature(kCmsAttributesWrong, "no content type or no message digest");
  return out;
}

Result<std::optional<UnixMs>> claimed_time(X509_ATTRIBUTE* attribute) {
  if (attribute == nullptr) return std::optional<UnixMs>();
  int const type = ASN1_TYPE_get(X509_ATTRIBUTE_get0_type(attribute, 0));
  bool const is_time = type == V_ASN1_UTCTIME || type == V_ASN1_GENERALIZEDTIME;
  auto const moment = is_time ? moment_of(value_of<ASN1_TIME>(attribute, type)) : std::nullopt;
  if (!moment) return refuse_signature(kCmsAttributesWrong, "the signing time is no time");
  return moment;
}

std::string digest_of(std::string_view bytes, int digest) {
  if (digest == NID_sha256) return std::string(view(sha256(bytes)));
  unsigned char out[EVP_MAX_MD_SIZE];
  unsigned int size = 0;
  EVP_MD const* const algorithm = EVP_get_digestbynid(digest);
  if (algorithm == nullptr || EVP_Digest(bytes.data(), bytes.size(), out, &size, algorithm, nullptr) != 1)
    return {};
  return {out, out + size};
}

Result<void> check_digest(std::string_view content, SignatureScheme const& scheme,
                          X509_ATTRIBUTE* attribute) {
  auto const* const stated = value_of<ASN1_OCTET_STRING>(attribute, V_ASN1_OCTET_STRING);
  if (stated == nullptr)
    return refuse_signature(kCmsAttributesWrong, "the message digest is no string of bytes");
  std::string const digest = digest_of(content, scheme.digest);
  if (digest.empty()) return refuse_signature(kCryptoFailed);
  if (!equal_in_constant_time(digest, view_of(stated))) return refuse_signature(kCmsContentMismatch);
  return {};
}

Result<void> check_named_certificate(SignedAttributes const& attributes, X509* signer,
                                     STACK_OF(X509) * others, TrustStore const& trust) {
  TAMGA_ASSIGN(named, read_named<SigningCertificate>(attributes.signing_certificate, d2i_ESS_SIGNING_CERT));
  TAMGA_ASSIGN(named_v2,
               read_named<SigningCertificateV2>(attributes.signing_certificate_v2, d2i_ESS_SIGNING_CERT_V2));
  if (named == nullptr && named_v2 == nullptr) return {};
  // The signer's own must be the first that is named; others may be any that came along, or a root.
  X509StackPtr const candidates(sk_X509_new_null());
  auto const add = [&](X509* x509) {
    X509_up_ref(x509);
    sk_X509_push(candidates.get(), x509);
  };
  add(signer);
  for (int i = 0; i < sk_X509_num(others); ++i)
    if (X509_cmp(sk_X509_value(others, i), signer) != 0) add(sk_X509_value(others, i));
  for (Certificate const& root : trust.roots()) add(root.get());
  if (OSSL_ESS_check_signing_certs(named.get(), named_v2.get(), candidates.get(), 1) <= 0)
    return refuse_signature(kCmsSigningCertificateMismatch);
  return {};
}

}  // namespace tamga::crypto
