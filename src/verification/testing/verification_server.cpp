// SPDX-License-Identifier: Apache-2.0
#include "verification/testing/verification_server.hpp"

#include <algorithm>

#include "crypto/base64.hpp"
#include "crypto/errors.hpp"
#include "verification/server_reply.hpp"

namespace tamga::verification::testing {
namespace {

using Json = nlohmann::json;
using outward::testing::reply;

/// "2026-03-01 09:00:00", in UTC.
std::string spaced(UnixMs moment) {
  std::string text = rfc3339(moment).substr(0, 19);
  text[10] = ' ';
  return text;
}

int status_of(Error const& error) {
  auto const is = [&](ErrorKind const& kind) { return error.is(kind); };
  auto const number = [](ReplyStatus status) { return static_cast<int>(status); };
  if (is(crypto::kRevocationUnknown)) return number(ReplyStatus::StatusUnknown);
  if (is(crypto::kCertificateExpired) || is(crypto::kCertificateNotYetValid))
    return number(ReplyStatus::CertificateNotValid);
  if (is(crypto::kCertificateUntrusted) || is(crypto::kCertificateKeyUsage))
    return number(ReplyStatus::CertificateWrong);
  if (is(crypto::kCmsTimeStampWrong)) return number(ReplyStatus::StampWrong);
  return number(ReplyStatus::SignatureWrong);
}

}  // namespace

VerificationServer::VerificationServer(std::shared_ptr<crypto::TrustStore const> trust, UnixMs now,
                                       std::shared_ptr<crypto::RevocationChecker> revocation)
    : verifier_(std::move(trust), {}, std::move(revocation)),
      now_(now),
      service_([this](std::string const& request) { return handle(request); }) {}

void VerificationServer::answer_http(std::optional<int> status) {
  std::lock_guard const lock(mutex_);
  http_ = status;
}
void VerificationServer::answer_status(std::optional<int> status) {
  std::lock_guard const lock(mutex_);
  status_ = status;
}
void VerificationServer::change_signer(Json change) {
  std::lock_guard const lock(mutex_);
  change_ = std::move(change);
}
void VerificationServer::change_content(std::optional<std::string> content) {
  std::lock_guard const lock(mutex_);
  content_ = std::move(content);
}

Json VerificationServer::good(crypto::Signer const& signer, std::optional<std::string> const& content) const {
  crypto::Certificate const& certificate = signer.certificate;
  Json one{{"signerId",
            {{"issuer", certificate.issuer_name()}, {"subjectSerialNumber", certificate.serial_hex()}}},
           {"signingTime", spaced(signer.claimed_time.value_or(now_))},
           {"verified", true},
           {"certificateVerified", true},
           {"trustedCertificate", Json::object()},
           {"policyIdentifiers", Json::array()},
           {"certificateValidAtSigningTime", true}};
  if (!signer.revocation.empty() && signer.revocation.front().evidence) {
    one["OCSPResponse"] = crypto::encode_base64(*signer.revocation.front().evidence);
    one["statusUpdatedAt"] = spaced(signer.revocation.front().issued_at);
  }
  if (signer.time_stamp)
    one["timeStampInfo"] = {{"verified", true},
                            {"digestVerified", true},
                            {"certificateVerified", true},
                            {"certificateValidAtSigningTime", true},
                            {"timestamp", spaced(signer.time_stamp->time)}};
  one.update(change_);
  Json info{{"signers", Json::array({one})}};
  if (content) info["documentBase64"] = crypto::encode_base64(content_.value_or(*content));
  return {{"pkcs7Info", info}, {"status", 1}, {"message", ""}};
}

std::string VerificationServer::verify(std::string const& path, std::string const& body) {
  bool const attached = path == "/backend/pkcs7/verify/attached";
  if (!attached && path != "/backend/pkcs7/verify/detached") return reply(404, "");
  auto const bar = body.find('|');
  if (attached == (bar != std::string::npos)) return reply(400, "");
  auto const cms = crypto::decode_base64(attached ? body : body.substr(bar + 1));
  auto const content = crypto::decode_base64(attached ? "" : body.substr(0, bar));
  if (!cms || !content) return reply(400, "");
  auto const bad = [](Error const& error) {
    return reply(200, Json{{"status", status_of(error)}, {"message", error.name()}}.dump());
  };
  if (attached) {
    auto const found = verifier_.verify_attached(*cms, now_);
    return found ? reply(200, good(found->signer, found->content).dump()) : bad(found.error());
  }
  auto const found = verifier_.verify_detached(*cms, *content, now_);
  return found ? reply(200, good(*found, std::nullopt).dump()) : bad(found.error());
}

std::string VerificationServer::handle(std::string const& request) {
  std::lock_guard const lock(mutex_);
  if (http_) return reply(*http_, "");
  if (status_) return reply(200, Json{{"status", *status_}, {"message", "told so"}}.dump());
  auto const path_at = request.find(' ') + 1;
  std::string const path = request.substr(path_at, request.find(' ', path_at) - path_at);
  return verify(path, request.substr(request.find("\r\n\r\n") + 4));
}

}  // namespace tamga::verification::testing
