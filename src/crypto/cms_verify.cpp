// SPDX-License-Identifier: Apache-2.0
#include <openssl/ess.h>

#include "crypto/cms.hpp"
#include "crypto/cms_certificates.hpp"
#include "crypto/constant_time.hpp"
#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"
#include "crypto/signature_scheme.hpp"

namespace tamga::crypto {
namespace {

using SigningCertificates = OpenSslPtr<ESS_SIGNING_CERT_V2, ESS_SIGNING_CERT_V2_free>;

tl::unexpected<Error> refuse(ErrorKind const& kind, std::string detail = {}) {
  std::string const errors = openssl_errors();
  return fail(Error(kind).log(errors.empty() ? std::move(detail) : detail + " " + errors));
}

std::string_view view_of(ASN1_STRING const* string) {
  return {reinterpret_cast<char const*>(ASN1_STRING_get0_data(string)),
          static_cast<std::size_t>(ASN1_STRING_length(string))};
}

/// The signed attributes that matter. Null: not there.
struct SignedAttributes {
  X509_ATTRIBUTE* content_type = nullptr;
  X509_ATTRIBUTE* message_digest = nullptr;
  X509_ATTRIBUTE* signing_time = nullptr;
  X509_ATTRIBUTE* signing_certificate = nullptr;
};

/// Each of them at most once and with exactly one value: a second value is somebody else's idea of the first.
Result<SignedAttributes> read_attributes(CMS_SignerInfo* signer) {
  int const count = CMS_signed_get_attr_count(signer);
  if (count <= 0) return refuse(kCmsNoSignedAttributes);
  SignedAttributes out;
  for (int i = 0; i < count; ++i) {
    X509_ATTRIBUTE* const attribute = CMS_signed_get_attr(signer, i);
    X509_ATTRIBUTE** place = nullptr;
    switch (OBJ_obj2nid(X509_ATTRIBUTE_get0_object(attribute))) {
      case NID_pkcs9_contentType:
        place = &out.content_type;
        break;
      case NID_pkcs9_messageDigest:
        place = &out.message_digest;
        break;
      case NID_pkcs9_signingTime:
        place = &out.signing_time;
        break;
      case NID_id_smime_aa_signingCertificateV2:
        place = &out.signing_certificate;
        break;
      default:
        continue;
    }
    if (*place != nullptr || X509_ATTRIBUTE_count(attribute) != 1)
      return refuse(kCmsAttributesWrong, "an attribute stands twice");
    *place = attribute;
  }
  if (out.content_type == nullptr || out.message_digest == nullptr)
    return refuse(kCmsAttributesWrong, "no content type or no message digest");
  return out;
}

template <class T>
T* value_of(X509_ATTRIBUTE* attribute, int type) {
  return static_cast<T*>(X509_ATTRIBUTE_get0_data(attribute, 0, type, nullptr));
}

Result<std::optional<UnixMs>> claimed_time(X509_ATTRIBUTE* attribute) {
  if (attribute == nullptr) return std::optional<UnixMs>();
  int const type = ASN1_TYPE_get(X509_ATTRIBUTE_get0_type(attribute, 0));
  bool const is_time = type == V_ASN1_UTCTIME || type == V_ASN1_GENERALIZEDTIME;
  auto const moment = is_time ? moment_of(value_of<ASN1_TIME>(attribute, type)) : std::nullopt;
  if (!moment) return refuse(kCmsAttributesWrong, "the signing time is no time");
  return moment;
}

Result<void> check_digest(std::string_view content, SignatureScheme const& scheme,
                          X509_ATTRIBUTE* attribute) {
  auto const* const stated = value_of<ASN1_OCTET_STRING>(attribute, V_ASN1_OCTET_STRING);
  if (stated == nullptr) return refuse(kCmsAttributesWrong, "the message digest is no string of bytes");
  std::string digest;
  if (scheme.digest == NID_sha256) {
    digest = std::string(view(sha256(content)));
  } else {
    unsigned char bytes[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    if (EVP_Digest(content.data(), content.size(), bytes, &size, EVP_get_digestbynid(scheme.digest),
                   nullptr) != 1)
      return refuse(kCryptoFailed);
    digest.assign(bytes, bytes + size);
  }
  if (!equal_in_constant_time(digest, view_of(stated))) return refuse(kCmsContentMismatch);
  return {};
}

/// ESS signing-certificate-v2 (RFC 5035): the signer names his certificate inside what he signs, so that
/// nobody can put another certificate of the same key beside it.
Result<void> check_named_certificate(X509_ATTRIBUTE* attribute, X509* signer, STACK_OF(X509) * others,
                                     TrustStore const& trust) {
  if (attribute == nullptr) return {};
  auto const* const encoded = value_of<ASN1_STRING>(attribute, V_ASN1_SEQUENCE);
  if (encoded == nullptr) return refuse(kCmsAttributesWrong, "signing-certificate-v2 is no sequence");
  unsigned char const* position = ASN1_STRING_get0_data(encoded);
  SigningCertificates const named(d2i_ESS_SIGNING_CERT_V2(nullptr, &position, ASN1_STRING_length(encoded)));
  if (named == nullptr) return refuse(kCmsAttributesWrong, "signing-certificate-v2");
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
  if (OSSL_ESS_check_signing_certs(nullptr, named.get(), candidates.get(), 1) <= 0)
    return refuse(kCmsSigningCertificateMismatch);
  return {};
}

Result<CmsPtr> parse(std::string_view bytes) {
  unsigned char const* position = bytes_of(bytes);
  CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(bytes.size())));
  if (cms == nullptr || position != bytes_of(bytes) + bytes.size())
    return refuse(kCmsMalformed, "not one CMS object");
  if (OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
    return refuse(kCmsMalformed, "not SignedData");
  if (OBJ_obj2nid(CMS_get0_eContentType(cms.get())) != NID_pkcs7_data)
    return refuse(kCmsMalformed, "the content is not of type data");
  return cms;
}

/// Its facts, from memory if it was checked before.
Result<Certificate> read_certificate(X509* x509, TrustStore const& trust) {
  std::string const der = der_of(x509, [](X509 const* in, unsigned char** out) { return i2d_X509(in, out); });
  if (auto const known = trust.remembered(sha256(der))) return *known;
  return Certificate::from_x509(x509);
}

/// `others`: the certificates that came along.
Result<Signer> verify(CMS_ContentInfo* cms, STACK_OF(X509) * others, std::string_view content, UnixMs at,
                      TrustStore const& trust) {
  STACK_OF(CMS_SignerInfo)* const signers = CMS_get0_SignerInfos(cms);
  if (sk_CMS_SignerInfo_num(signers) != 1) return refuse(kCmsSignerCount);
  CMS_SignerInfo* const info = sk_CMS_SignerInfo_value(signers, 0);

  X509* x509 = nullptr;
  for (int i = 0; x509 == nullptr && i < sk_X509_num(others); ++i)
    if (CMS_SignerInfo_cert_cmp(info, sk_X509_value(others, i)) == 0) x509 = sk_X509_value(others, i);
  if (x509 == nullptr) return refuse(kCmsCertificateMissing);

  TAMGA_ASSIGN(attributes, read_attributes(info));
  auto const* const type = value_of<ASN1_OBJECT>(attributes.content_type, V_ASN1_OBJECT);
  if (type == nullptr || OBJ_cmp(type, CMS_get0_eContentType(cms)) != 0)
    return refuse(kCmsAttributesWrong, "content type");
  TAMGA_ASSIGN(time, claimed_time(attributes.signing_time));

  X509_ALGOR* digest = nullptr;
  X509_ALGOR* signature = nullptr;
  CMS_SignerInfo_get0_algs(info, nullptr, nullptr, &digest, &signature);
  EVP_PKEY* const key = X509_get0_pubkey(x509);
  SignatureScheme const* const scheme =
      key == nullptr
          ? nullptr
          : find_signature_scheme(key, OBJ_obj2nid(digest->algorithm), OBJ_obj2nid(signature->algorithm));
  if (scheme == nullptr) return refuse(kCmsAlgorithmForbidden);

  TAMGA_TRY(check_digest(content, *scheme, attributes.message_digest));
  CMS_SignerInfo_set1_signer_cert(info, x509);
  if (CMS_SignerInfo_verify(info) != 1) return refuse(kCmsSignatureWrong);
  TAMGA_TRY(check_named_certificate(attributes.signing_certificate, x509, others, trust));

  TAMGA_ASSIGN(certificate, read_certificate(x509, trust));
  TAMGA_TRY(trust.check(certificate, others, at));
  return Signer{certificate, time, scheme->name};
}

/// Whether the content lies inside the message, as the caller wants it. `content` becomes what is signed.
Result<void> choose_content(CMS_ContentInfo* cms, bool attached, std::string_view& content,
                            CmsLimits const& limits) {
  ASN1_OCTET_STRING** const inner = CMS_get0_content(cms);
  bool const has_content = inner != nullptr && *inner != nullptr;
  if (has_content != attached) return refuse(attached ? kCmsContentMissing : kCmsContentAttached);
  if (attached) content = view_of(*inner);
  if (content.size() > limits.content_bytes) return refuse(kCmsTooLarge);
  return {};
}

/// The signature of somebody whose certificate is remembered, without reading certificates. Only ever says
/// yes: whatever else it finds is for the full way to judge, and to name.
std::optional<SignedContent> verify_known(std::string_view bytes, bool attached, std::string_view content,
                                          UnixMs at, TrustStore const& trust, CmsLimits const& limits) {
  constexpr std::size_t kLargest = 64 * 1024;  // beyond, the content costs more than the certificates
  if (bytes.size() > kLargest) return std::nullopt;
  auto const split = split_certificates(bytes);
  if (!split || split->certificates.size() > static_cast<std::size_t>(limits.certificates))
    return std::nullopt;
  X509StackPtr const known(sk_X509_new_null());
  for (std::string_view const der : split->certificates) {
    auto const certificate = trust.remembered(sha256(der));
    if (certificate == nullptr) continue;
    X509_up_ref(certificate->get());
    sk_X509_push(known.get(), certificate->get());
  }
  if (sk_X509_num(known.get()) == 0) return std::nullopt;
  auto const cms = parse(split->rest);
  if (!cms || !choose_content(cms->get(), attached, content, limits)) return std::nullopt;
  auto signer = verify(cms->get(), known.get(), content, at, trust);
  if (!signer) return std::nullopt;
  return SignedContent{*std::move(signer), std::string(attached ? content : std::string_view())};
}

Result<SignedContent> verify_any(std::string_view bytes, bool attached, std::string_view content, UnixMs at,
                                 TrustStore const& trust, CmsLimits const& limits) {
  if (auto known = verify_known(bytes, attached, content, at, trust, limits)) return *std::move(known);
  TAMGA_ASSIGN(cms, parse(bytes));
  TAMGA_TRY(choose_content(cms.get(), attached, content, limits));
  X509StackPtr const others(CMS_get1_certs(cms.get()));
  if (sk_X509_num(others.get()) > limits.certificates) return refuse(kCmsTooLarge, "certificates");
  TAMGA_ASSIGN(signer, verify(cms.get(), others.get(), content, at, trust));
  return SignedContent{std::move(signer), std::string(attached ? content : std::string_view())};
}

}  // namespace

CmsVerifier::CmsVerifier(std::shared_ptr<TrustStore const> trust, CmsLimits limits)
    : trust_(std::move(trust)), limits_(limits) {}

Result<Signer> CmsVerifier::verify_detached(std::string_view cms, std::string_view content, UnixMs at) const {
  if (cms.size() > limits_.detached_bytes || content.size() > limits_.content_bytes)
    return refuse(kCmsTooLarge);
  TAMGA_ASSIGN(verified, verify_any(cms, false, content, at, *trust_, limits_));
  return std::move(verified.signer);
}

Result<SignedContent> CmsVerifier::verify_attached(std::string_view cms, UnixMs at) const {
  if (cms.size() > limits_.attached_bytes) return refuse(kCmsTooLarge);
  return verify_any(cms, true, {}, at, *trust_, limits_);
}

}  // namespace tamga::crypto
