// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "crypto/cms_contents.hpp"
#include "outward/patient_caller.hpp"
#include "verification/server_reply.hpp"

namespace tamga::verification {

struct ServerVerifierOptions {
  std::string url;                        ///< of the server, without a path: "http://10.0.0.5:8080"
  std::vector<std::string> headers = {};  ///< sent with each question
  std::string ca_file = {};               ///< authorities of an https:// server (PEM)
  std::int32_t utc_offset_minutes = 0;    ///< of the times in its answers
  crypto::CmsLimits limits = {};
  std::chrono::milliseconds connect_timeout = std::chrono::seconds(2);
  std::chrono::milliseconds timeout = std::chrono::seconds(10);  ///< of one attempt
  outward::Patience patience = {.attempts = 2};
  outward::BreakerLimits breaker = {};
};

/// Signatures judged by a verification server: the REST contract of E-IMZO-SERVER, which a country's law or a
/// contract of the operator may demand instead of our own arithmetic. The server decides; who signed is read
/// from the certificate inside the signature, and an answer that is about another certificate, another number
/// of signers or another content counts for nothing. Errors of `verify_...` besides those of form:
/// VERIFICATION_UNREACHABLE and VERIFICATION_ANSWER (the same bytes may be sent again), SIGNING_TIME_WRONG,
/// and by the status of the answer CMS_SIGNATURE_WRONG, CERTIFICATE_UNTRUSTED, CERTIFICATE_EXPIRED,
/// CERTIFICATE_NOT_YET_VALID, CERTIFICATE_REVOKED, CMS_TIME_STAMP_WRONG, REVOCATION_UNKNOWN. Clock and rng
/// outlive it.
class ServerVerifier final : public crypto::SignatureVerifier {
 public:
  ServerVerifier(ServerVerifierOptions options, Clock const& clock, Rng& rng,
                 outward::PatientCaller::Sleep sleep = {});

  [[nodiscard]] Result<crypto::Signer> verify_detached(std::string_view cms, std::string_view content,
                                                       crypto::Arrival arrival) const override;
  [[nodiscard]] Result<crypto::SignedContent> verify_attached(std::string_view cms,
                                                              crypto::Arrival arrival) const override;

  [[nodiscard]] outward::PatientCaller::Counters const& counters() const { return caller_.counters(); }

 private:
  [[nodiscard]] Result<ServerReply> ask(std::string const& path, std::string body) const;
  [[nodiscard]] Result<crypto::Signer> judge(crypto::CmsContents contents, ServerReply const& reply,
                                             UnixMs at) const;

  ServerVerifierOptions options_;
  mutable outward::PatientCaller caller_;
};

}  // namespace tamga::verification
