// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_signature.hpp"

#include "crypto/engine_algorithms.hpp"
#include "crypto/errors.hpp"

namespace tamga::crypto {
namespace {

Result<SignatureScheme const*> scheme_of(CMS_SignerInfo* info, X509* certificate) {
  X509_ALGOR* digest = nullptr;
  X509_ALGOR* signature = nullptr;
  CMS_SignerInfo_get0_algs(info, nullptr, nullptr, &digest, &signature);
  SignatureScheme const* const scheme =
      find_signature_scheme(certificate, OBJ_obj2nid(digest->algorithm), signature);
  if (scheme != nullptr) return scheme;
  if (std::string const missing = missing_engine_for(certificate); !missing.empty())
    return fail(Error(kSignatureEngineMissing).with("algorithm", missing));
  return refuse_signature(kCmsAlgorithmForbidden);
}

}  // namespace

Result<CmsPtr> parse_cms(std::string_view bytes, int content_type) {
  load_engine_algorithms();
  unsigned char const* position = bytes_of(bytes);
  CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(bytes.size())));
  if (cms == nullptr || position != bytes_of(bytes) + bytes.size())
    return refuse_signature(kCmsMalformed, "not one CMS object");
  if (OBJ_obj2nid(CMS_get0_type(cms.get())) != NID_pkcs7_signed)
    return refuse_signature(kCmsMalformed, "not SignedData");
  if (OBJ_obj2nid(CMS_get0_eContentType(cms.get())) != content_type)
    return refuse_signature(kCmsMalformed, "the content is of another type");
  return cms;
}

Result<RawSignature> verify_signature(CMS_ContentInfo* cms, STACK_OF(X509) * others, std::string_view content,
                                      TrustStore const& trust) {
  STACK_OF(CMS_SignerInfo)* const signers = CMS_get0_SignerInfos(cms);
  if (sk_CMS_SignerInfo_num(signers) != 1) return refuse_signature(kCmsSignerCount);
  RawSignature out;
  out.info = sk_CMS_SignerInfo_value(signers, 0);

  for (int i = 0; out.certificate == nullptr && i < sk_X509_num(others); ++i)
    if (CMS_SignerInfo_cert_cmp(out.info, sk_X509_value(others, i)) == 0)
      out.certificate = sk_X509_value(others, i);
  if (out.certificate == nullptr) return refuse_signature(kCmsCertificateMissing);

  TAMGA_ASSIGN(attributes, read_attributes(out.info));
  out.attributes = attributes;
  auto const* const type = value_of<ASN1_OBJECT>(attributes.content_type, V_ASN1_OBJECT);
  if (type == nullptr || OBJ_cmp(type, CMS_get0_eContentType(cms)) != 0)
    return refuse_signature(kCmsAttributesWrong, "content type");
  TAMGA_ASSIGN(time, claimed_time(attributes.signing_time));
  out.claimed_time = time;

  TAMGA_ASSIGN(scheme, scheme_of(out.info, out.certificate));
  out.scheme = scheme;
  TAMGA_TRY(check_digest(content, *scheme, attributes.message_digest));
  int const size = ASN1_STRING_length(CMS_SignerInfo_get0_signature(out.info));
  if (scheme->signature_bytes != 0 && size != scheme->signature_bytes)
    return refuse_signature(kCmsSignatureWrong, "length");
  CMS_SignerInfo_set1_signer_cert(out.info, out.certificate);
  if (CMS_SignerInfo_verify(out.info) != 1) return refuse_signature(kCmsSignatureWrong);
  TAMGA_TRY(check_named_certificate(attributes, out.certificate, others, trust));
  return out;
}

}  // namespace tamga::crypto
