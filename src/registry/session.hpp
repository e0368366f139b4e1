// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "crypto/sha256.hpp"
#include "registry/participant.hpp"

namespace tamga::registry {

/// How long sessions last.
struct SessionLimits {
  std::int64_t idle_ms = 30 * 60'000;         ///< without being used
  std::int64_t absolute_ms = 12 * 3'600'000;  ///< used or not
};

/// Where a call comes from.
struct Origin {
  std::string address{};
  std::string agent{};  ///< the name the program gives itself
};

/// By what a session was opened when it was a certificate; otherwise the code of an identity portal.
inline constexpr std::string_view kByCertificate = "certificate";

/// Somebody signed in.
struct Session {
  crypto::Sha256 digest{};  ///< of the token, which is not kept
  ParticipantNo participant;
  crypto::Sha256 certificate{};
  std::string person;
  UnixMs opened;
  UnixMs expires;
  UnixMs used;    ///< lately; to the minute
  Origin origin;  ///< of whoever opened it
  std::string method{kByCertificate};

  /// A portal says who somebody is; what has to be signed is closed to such a session.
  [[nodiscard]] bool by_certificate() const { return method == kByCertificate; }

  /// The first eight bytes of its digest in hexadecimal digits: names the session in lists.
  [[nodiscard]] std::string id() const { return crypto::hex(digest).substr(0, 16); }
};

}  // namespace tamga::registry
