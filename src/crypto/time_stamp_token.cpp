// SPDX-License-Identifier: Apache-2.0
#include "crypto/time_stamp_token.hpp"

#include <openssl/ts.h>

#include <algorithm>

#include "crypto/cms_signature.hpp"
#include "crypto/constant_time.hpp"
#include "crypto/errors.hpp"

namespace tamga::crypto {
namespace {

using TokenInfoPtr = OpenSslPtr<TS_TST_INFO, TS_TST_INFO_free>;

constexpr std::int64_t kClockDifference = 5 * 60 * 1000;
constexpr int kMaxCertificates = 16;

tl::unexpected<Error> wrong(std::string detail) {
  return refuse_signature(kCmsTimeStampWrong, std::move(detail));
}

std::string text_of(ASN1_OBJECT const* object) {
  char text[128];
  int const size = OBJ_obj2txt(text, sizeof text, object, 1);
  return {text, static_cast<std::size_t>(std::clamp(size, 0, static_cast<int>(sizeof text) - 1))};
}

/// What the stamp is about must be this signature, by a digest that nobody can find a second text for.
bool is_about(TS_TST_INFO* info, std::string_view signature) {
  TS_MSG_IMPRINT* const imprint = TS_TST_INFO_get_msg_imprint(info);
  int const digest = OBJ_obj2nid(TS_MSG_IMPRINT_get_algo(imprint)->algorithm);
  if (!is_strong_digest(digest)) return false;
  std::string const expected = digest_of(signature, digest);
  return !expected.empty() && equal_in_constant_time(expected, view_of(TS_MSG_IMPRINT_get_msg(imprint)));
}

Result<TimeStamp> verify_token(std::string_view bytes, std::string_view signature, TrustStore const& trust,
                               RevocationChecker* revocation, UnixMs now) {
  TAMGA_ASSIGN(cms, parse_cms(bytes, NID_id_smime_ct_TSTInfo));
  ASN1_OCTET_STRING** const inner = CMS_get0_content(cms.get());
  if (inner == nullptr || *inner == nullptr) return wrong("no content");
  std::string_view const content = view_of(*inner);
  unsigned char const* position = bytes_of(content);
  TokenInfoPtr const info(d2i_TS_TST_INFO(nullptr, &position, static_cast<long>(content.size())));
  if (info == nullptr || position != bytes_of(content) + content.size()) return wrong("content");
  if (!is_about(info.get(), signature)) return wrong("of another signature");
  auto const time = moment_of(TS_TST_INFO_get_time(info.get()));
  if (!time || time->value() > now.value() + kClockDifference) return wrong("time");

  X509StackPtr const others(CMS_get1_certs(cms.get()));
  if (sk_X509_num(others.get()) > kMaxCertificates) return wrong("certificates");
  TAMGA_ASSIGN(raw, verify_signature(cms.get(), others.get(), content, trust));
  if (raw.attributes.signing_certificate == nullptr && raw.attributes.signing_certificate_v2 == nullptr)
    return wrong("the token does not name its certificate");
  TAMGA_ASSIGN(authority, Certificate::from_x509(raw.certificate));
  TAMGA_ASSIGN(path, trust.check(authority, others.get(), *time, CertificatePurpose::TimeStamps));
  TimeStamp out{*time, std::move(authority), text_of(TS_TST_INFO_get_policy_id(info.get()))};
  if (revocation != nullptr) {
    TAMGA_ASSIGN(found, revocation->check(*path, now, *time));
    out.revocation = std::move(found);
  }
  return out;
}

}  // namespace

Result<std::optional<TimeStamp>> verify_time_stamp(CMS_SignerInfo* signature, TrustStore const& trust,
                                                   RevocationChecker* revocation, UnixMs now) {
  int const first = CMS_unsigned_get_attr_by_NID(signature, NID_id_smime_aa_timeStampToken, -1);
  if (first < 0) return std::optional<TimeStamp>();
  X509_ATTRIBUTE* const attribute = CMS_unsigned_get_attr(signature, first);
  bool const only = X509_ATTRIBUTE_count(attribute) == 1 &&
                    CMS_unsigned_get_attr_by_NID(signature, NID_id_smime_aa_timeStampToken, first) < 0;
  auto const* const token = only ? value_of<ASN1_STRING>(attribute, V_ASN1_SEQUENCE) : nullptr;
  if (token == nullptr) return wrong("not one token");
  auto stamp =
      verify_token(view_of(token), view_of(CMS_SignerInfo_get0_signature(signature)), trust, revocation, now);
  if (stamp) return std::optional<TimeStamp>(*std::move(stamp));
  // What may be right another time is not the signer's fault.
  if (stamp.error().kind().error_class == ErrorClass::Retry) return fail(std::move(stamp).error());
  return wrong(describe(stamp.error()));
}

}  // namespace tamga::crypto
