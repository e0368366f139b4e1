// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"
#include "api/endpoint.hpp"
#include "api/rate_limit.hpp"
#include "base/result.hpp"

namespace tamga::api {

/// What stands before every endpoint. In this order: the limit of the address; who calls, by the token; the
/// limit of the caller; the declared access; the idempotency key. Safe from any thread.
class Guard {
 public:
  explicit Guard(Settings const& settings)
      : addresses_(settings.per_address), callers_(settings.per_caller) {}

  /// Sets the caller of the call. Errors: RATE_LIMITED, AUTHORIZATION_MALFORMED, SESSION_UNKNOWN,
  /// SESSION_EXPIRED, SIGN_IN_NEEDED, OPERATOR_ONLY, IDEMPOTENCY_KEY_MISSING, IDEMPOTENCY_KEY_MALFORMED.
  Result<void> admit(EndpointSpec const& spec, Call& call);

 private:
  RateLimiter addresses_;
  RateLimiter callers_;
};

}  // namespace tamga::api
