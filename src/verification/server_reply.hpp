// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"

namespace tamga::verification {

/// What the status of an answer means (contract of E-IMZO-SERVER, verification of PKCS#7).
enum class ReplyStatus : std::int16_t {
  Good = 1,
  StatusUnknown = -1,  ///< nobody told it whether the certificate was revoked
  TimeWrong = -5,      ///< the signer's clock
  SignatureWrong = -10,
  CertificateWrong = -11,
  CertificateNotValid = -12,  ///< at the time of signing
  StampStatusUnknown = -20,
  StampWrong = -21,
  StampCertificateWrong = -22,
  StampNotValid = -23,
};

/// What a verification server says of one signature: of its fields those that decide.
struct ServerReply {
  int status = 0;
  std::size_t signers = 0;
  std::string serial;  ///< of the signer's certificate, in hexadecimal digits
  bool verified = false;
  bool certificate_verified = false;
  bool valid_at_signing = false;
  bool revoked = false;
  std::optional<bool> stamp_verified;  ///< when it found a time stamp: whether everything about it is good
  std::optional<UnixMs> stamp_time;
  std::string answer;  ///< DER of the responder's answer (OCSP) it used; may be empty
  std::optional<UnixMs> answer_issued;
  std::optional<UnixMs> answer_holds_until;
  std::optional<std::string> content;  ///< of an attached signature
};

/// Fields beyond these are passed over: the contract grows. Times have no zone and are of the server's
/// country. Errors: VERIFICATION_ANSWER.
Result<ServerReply> read_reply(std::string_view json, std::int32_t utc_offset_minutes);

}  // namespace tamga::verification
