// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"
#include "api/endpoint.hpp"
#include "api/rate_limit.hpp"
#include "base/result.hpp"

namespace tamga::api {

/// What stands before every endpoint. In this order: the limit of the address; who calls, by the token of a
/// session, the key of a program or the cookie of the cabinet (browser_session.hpp); the limit of the caller; whether session or key are good, and the user
/// behind them; the declared access; the scope of a key; the right of the user; whether a certificate is
/// needed; the idempotency key. Safe from any thread.
class Guard {
 public:
  explicit Guard(Settings const& settings)
      : addresses_(settings.per_address), callers_(settings.per_caller) {}

  /// Sets the caller of the call, also of one that is refused but known: for the journal. Errors:
  /// RATE_LIMITED, AUTHORIZATION_MALFORMED, OTHER_SITE, SESSION_UNKNOWN, SESSION_EXPIRED, API_KEY_UNKNOWN,
  /// API_KEY_EXPIRED, API_KEY_REVOKED, API_KEY_ADDRESS, USER_BLOCKED, POWER_OF_ATTORNEY_MISSING,
  /// SIGN_IN_NEEDED, OPERATOR_ONLY, PERSON_ONLY, API_KEY_SCOPE, RIGHT_MISSING, POWER_OF_ATTORNEY_TOO_NARROW,
  /// CERTIFICATE_NEEDED, IDEMPOTENCY_KEY_MISSING, IDEMPOTENCY_KEY_MALFORMED.
  Result<void> admit(EndpointSpec const& spec, Call& call);

 private:
  Result<void> recognise(Call& call, std::string_view token);

  RateLimiter addresses_;
  RateLimiter callers_;
};

}  // namespace tamga::api
