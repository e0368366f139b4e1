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

/// A token taken apart.
struct Token {
  CmsPtr cms;
  std::string_view content;  ///< of `cms`
  TokenInfoPtr info;
  UnixMs time;
  X509StackPtr others;
};

Result<Token> open_token(std::string_view bytes) {
  TAMGA_ASSIGN(cms, parse_cms(bytes, NID_id_smime_ct_TSTInfo));
  Token out{.cms = std::move(cms), .content = {}, .info = {}, .time = {}, .others = {}};
  ASN1_OCTET_STRING** const inner = CMS_get0_content(out.cms.get());
  if (inner == nullptr || *inner == nullptr) return wrong("no content");
  out.content = view_of(*inner);
  unsigned char const* position = bytes_of(out.content);
  out.info.reset(d2i_TS_TST_INFO(nullptr, &position, static_cast<long>(out.content.size())));
  if (out.info == nullptr || position != bytes_of(out.content) + out.content.size()) return wrong("content");
  auto const time = moment_of(TS_TST_INFO_get_time(out.info.get()));
  if (!time) return wrong("time");
  out.time = *time;
  out.others.reset(CMS_get1_certs(out.cms.get()));
  if (sk_X509_num(out.others.get()) > kMaxCertificates) return wrong("certificates");
  return out;
}

Result<TimeStamp> verify_token(std::string_view bytes, std::string_view signature,
                               StampJudges const& judges) {
  auto const& [trust, revocation, when_unreachable, now] = judges;
  TAMGA_ASSIGN(token, open_token(bytes));
  if (!is_about(token.info.get(), signature)) return wrong("of another signature");
  if (token.time.value() > now.value() + kClockDifference) return wrong("time");
  X509StackPtr const& others = token.others;
  TAMGA_ASSIGN(raw, verify_signature(token.cms.get(), others.get(), token.content, trust));
  if (raw.attributes.signing_certificate == nullptr && raw.attributes.signing_certificate_v2 == nullptr)
    return wrong("the token does not name its certificate");
  TAMGA_ASSIGN(authority, Certificate::from_x509(raw.certificate));
  TAMGA_ASSIGN(path, trust.check(authority, others.get(), token.time, CertificatePurpose::TimeStamps));
  TimeStamp out{token.time, std::move(authority), text_of(TS_TST_INFO_get_policy_id(token.info.get())),
                std::move(path)};
  if (revocation != nullptr) {
    TAMGA_ASSIGN(found, revocation->check(*out.path, now, token.time, when_unreachable));
    out.revocation = std::move(found);
  }
  return out;
}

Result<TimeStamp> describe_token(std::string_view bytes) {
  TAMGA_ASSIGN(token, open_token(bytes));
  STACK_OF(CMS_SignerInfo)* const signers = CMS_get0_SignerInfos(token.cms.get());
  if (sk_CMS_SignerInfo_num(signers) != 1) return wrong("signers");
  CMS_SignerInfo* const signer = sk_CMS_SignerInfo_value(signers, 0);
  for (int i = 0; i < sk_X509_num(token.others.get()); ++i) {
    X509* const x509 = sk_X509_value(token.others.get(), i);
    if (CMS_SignerInfo_cert_cmp(signer, x509) != 0) continue;
    TAMGA_ASSIGN(authority, Certificate::from_x509(x509));
    return TimeStamp{token.time, std::move(authority), text_of(TS_TST_INFO_get_policy_id(token.info.get()))};
  }
  return wrong("no certificate");
}

/// The bytes of the only token; null when there is none. Errors: CMS_TIME_STAMP_WRONG.
Result<ASN1_STRING const*> token_of(CMS_SignerInfo* signature) {
  int const first = CMS_unsigned_get_attr_by_NID(signature, NID_id_smime_aa_timeStampToken, -1);
  if (first < 0) return static_cast<ASN1_STRING const*>(nullptr);
  X509_ATTRIBUTE* const attribute = CMS_unsigned_get_attr(signature, first);
  bool const only = X509_ATTRIBUTE_count(attribute) == 1 &&
                    CMS_unsigned_get_attr_by_NID(signature, NID_id_smime_aa_timeStampToken, first) < 0;
  auto const* const token = only ? value_of<ASN1_STRING>(attribute, V_ASN1_SEQUENCE) : nullptr;
  if (token == nullptr) return wrong("not one token");
  return token;
}

}  // namespace

Result<std::optional<TimeStamp>> verify_time_stamp(CMS_SignerInfo* signature, StampJudges const& judges) {
  TAMGA_ASSIGN(token, token_of(signature));
  if (token == nullptr) return std::optional<TimeStamp>();
  auto stamp = verify_token(view_of(token), view_of(CMS_SignerInfo_get0_signature(signature)), judges);
  if (stamp) return std::optional<TimeStamp>(*std::move(stamp));
  // What may be right another time is not the signer's fault.
  if (stamp.error().kind().error_class == ErrorClass::Retry) return fail(std::move(stamp).error());
  return wrong(describe(stamp.error()));
}

Result<std::optional<TimeStamp>> read_time_stamp(CMS_SignerInfo* signature) {
  TAMGA_ASSIGN(token, token_of(signature));
  if (token == nullptr) return std::optional<TimeStamp>();
  auto stamp = describe_token(view_of(token));
  if (!stamp) return wrong(describe(stamp.error()));
  return std::optional<TimeStamp>(*std::move(stamp));
}

}  // namespace tamga::crypto
