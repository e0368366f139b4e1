// SPDX-License-Identifier: Apache-2.0
#include "verification/server_verifier.hpp"

#include <algorithm>
#include <cstdlib>

#include "crypto/base64.hpp"
#include "crypto/errors.hpp"
#include "verification/errors.hpp"

namespace tamga::verification {
namespace {

constexpr int kOk = 200;
constexpr int kBadRequest = 400;
constexpr std::int64_t kStampDifferenceMs = 1000;  // the answer's times have whole seconds

tl::unexpected<Error> misfit(std::string why) { return fail(Error(kVerificationAnswer).log(std::move(why))); }

/// Hexadecimal digits in one spelling.
std::string plain_serial(std::string_view digits) {
  while (digits.starts_with('0')) digits.remove_prefix(1);
  std::string out(digits);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

Error refusal_of(int status, crypto::Certificate const& certificate, UnixMs at) {
  switch (static_cast<ReplyStatus>(status)) {
    case ReplyStatus::StatusUnknown:
    case ReplyStatus::StampStatusUnknown:
      return Error(crypto::kRevocationUnknown).with("subject", certificate.subject().common_name);
    case ReplyStatus::TimeWrong:
      return Error(kSigningTimeWrong);
    case ReplyStatus::SignatureWrong:
      return Error(crypto::kCmsSignatureWrong);
    case ReplyStatus::CertificateWrong:
      return Error(crypto::kCertificateUntrusted).log("verification server");
    case ReplyStatus::CertificateNotValid:
      return at < certificate.not_before()
                 ? Error(crypto::kCertificateNotYetValid)
                       .with("date", Date::of(certificate.not_before()).text())
                 : Error(crypto::kCertificateExpired).with("date", Date::of(certificate.not_after()).text());
    case ReplyStatus::StampWrong:
    case ReplyStatus::StampCertificateWrong:
    case ReplyStatus::StampNotValid:
      return Error(crypto::kCmsTimeStampWrong).log("verification server: " + std::to_string(status));
    case ReplyStatus::Good:
      break;
  }
  return Error(kVerificationAnswer).log("status " + std::to_string(status));
}

crypto::Revocation revocation_of(ServerReply const& reply, UnixMs at) {
  return {.status = crypto::RevocationStatus::Good,
          .source = crypto::RevocationSource::Answer,
          .revoked_at = {},
          .reason = {},
          .issued_at = reply.answer_issued.value_or(at),
          .next_update = reply.answer_holds_until,
          .obtained_at = at,
          .late = false,
          .evidence = std::make_shared<std::string const>(reply.answer),
          .evidence_sha256 = crypto::sha256(reply.answer)};
}

}  // namespace

ServerVerifier::ServerVerifier(ServerVerifierOptions options, Clock const& clock, Rng& rng,
                               outward::PatientCaller::Sleep sleep)
    : options_(std::move(options)),
      caller_(options_.patience, options_.breaker, clock, rng, std::move(sleep)) {}

Result<ServerReply> ServerVerifier::ask(std::string const& path, std::string body) const {
  auto const most = options_.limits.attached_bytes * 2;  // the content comes back in base64
  auto const reply = caller_.ask({.url = options_.url + path,
                                  .headers = options_.headers,
                                  .body = std::move(body),
                                  .body_type = "text/plain",
                                  .connect_timeout = options_.connect_timeout,
                                  .timeout = options_.timeout,
                                  .most_bytes = most,
                                  .ca_file = options_.ca_file});
  if (!reply) return fail(Error(crypto::kVerificationUnreachable).log(describe(reply.error())));
  if (reply->status == kBadRequest) return fail(Error(crypto::kCmsMalformed).log("verification server"));
  if (reply->status != kOk) return misfit("HTTP " + std::to_string(reply->status));
  return read_reply(reply->body, options_.utc_offset_minutes);
}

Result<crypto::Signer> ServerVerifier::judge(crypto::CmsContents contents, ServerReply const& reply,
                                             UnixMs at) const {
  if (reply.status != static_cast<int>(ReplyStatus::Good))
    return fail(refusal_of(reply.status, contents.certificate, at));
  if (reply.signers != 1) return misfit("signers");
  if (reply.serial.empty() || plain_serial(reply.serial) != plain_serial(contents.certificate.serial_hex()))
    return misfit("about another certificate");
  if (reply.revoked) {
    return fail(Error(crypto::kCertificateRevoked)
                    .with("subject", contents.certificate.subject().common_name)
                    .with("date", Date::of(at).text())
                    .with("reason", "unspecified")
                    .with("certificate", crypto::hex(contents.certificate.sha256())));
  }
  if (!reply.verified) return fail(crypto::kCmsSignatureWrong);
  if (!reply.certificate_verified) return fail(Error(crypto::kCertificateUntrusted).log("server"));
  if (!reply.valid_at_signing)
    return fail(refusal_of(static_cast<int>(ReplyStatus::CertificateNotValid), contents.certificate, at));
  if (contents.time_stamp) {
    // A stamp the server did not look at proves nothing; one it judged must be the one we read.
    if (reply.stamp_verified == std::optional(false)) return fail(crypto::kCmsTimeStampWrong);
    bool const same = reply.stamp_time && std::abs(reply.stamp_time->value() -
                                                   contents.time_stamp->time.value()) <= kStampDifferenceMs;
    if (!reply.stamp_verified)
      contents.time_stamp.reset();
    else if (!same)
      return misfit("another time stamp");
  }
  crypto::Signer signer{.certificate = contents.certificate,
                        .claimed_time = contents.claimed_time,
                        .scheme = contents.scheme.empty() ? "verification-server" : contents.scheme,
                        .path = contents.path,
                        .time_stamp = std::move(contents.time_stamp),
                        .revocation = {}};
  if (!reply.answer.empty()) signer.revocation.push_back(revocation_of(reply, at));
  return signer;
}

Result<crypto::Signer> ServerVerifier::verify_detached(std::string_view cms, std::string_view content,
                                                       crypto::Arrival arrival) const {
  if (cms.size() > options_.limits.detached_bytes || content.size() > options_.limits.content_bytes)
    return fail(crypto::kCmsTooLarge);
  TAMGA_ASSIGN(contents, crypto::read_cms(cms, options_.limits));
  if (contents.content) return fail(crypto::kCmsContentAttached);
  TAMGA_ASSIGN(reply, ask("/backend/pkcs7/verify/detached",
                          crypto::encode_base64(content) + "|" + crypto::encode_base64(cms)));
  return judge(std::move(contents), reply, arrival.at);
}

Result<crypto::SignedContent> ServerVerifier::verify_attached(std::string_view cms,
                                                              crypto::Arrival arrival) const {
  TAMGA_ASSIGN(contents, crypto::read_cms(cms, options_.limits));
  if (!contents.content) return fail(crypto::kCmsContentMissing);
  std::string content = *contents.content;
  if (content.size() > options_.limits.content_bytes) return fail(crypto::kCmsTooLarge);
  TAMGA_ASSIGN(reply, ask("/backend/pkcs7/verify/attached", crypto::encode_base64(cms)));
  TAMGA_ASSIGN(signer, judge(std::move(contents), reply, arrival.at));
  if (reply.content != content) return misfit("another content");
  return crypto::SignedContent{std::move(signer), std::move(content)};
}

}  // namespace tamga::verification
