// SPDX-License-Identifier: Apache-2.0
#include "api/guard.hpp"

#include <algorithm>
#include <chrono>

#include "api/errors.hpp"
#include "http/text.hpp"
#include "registry/errors.hpp"

namespace tamga::api {
namespace {

constexpr std::size_t kKeyMax = 128;

std::int64_t steady_us() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

Result<void> within(RateLimiter& limiter, std::uint64_t key) {
  if (auto const seconds = limiter.take(key, steady_us()))
    return fail(Error(kRateLimited).with("seconds", std::to_string(*seconds)));
  return {};
}

/// The token of "Bearer <token>"; the scheme in any case (RFC 9110, 11.1).
Result<std::string_view> token_of(std::string_view header) {
  constexpr std::string_view kScheme = "Bearer ";
  if (header.size() <= kScheme.size() || !http::iequals(header.substr(0, kScheme.size()), kScheme))
    return fail(kAuthorizationMalformed);
  return header.substr(kScheme.size());
}

Result<Caller> caller_of(Services const& services, std::string_view token) {
  TAMGA_ASSIGN(session, services.sessions.find(token));
  TAMGA_ASSIGN(participant, services.participants.find(session.participant));
  if (!participant) return fail(registry::kSessionUnknown);
  return Caller{*std::move(participant), std::move(session), std::string(token)};
}

Result<void> check_key(http::Request const& request) {
  auto const key = request.header("Idempotency-Key");
  if (!key || key->empty()) return fail(kIdempotencyKeyMissing);
  if (key->size() > kKeyMax ||
      !std::all_of(key->begin(), key->end(), [](char c) { return c >= ' ' && c < '\x7f'; }))
    return fail(kIdempotencyKeyMalformed);
  return {};
}

}  // namespace

Result<void> Guard::admit(EndpointSpec const& spec, Call& call) {
  http::Request const& request = call.request();
  TAMGA_TRY(within(addresses_, address_key(request.remote_address())));
  if (auto const header = request.header("Authorization")) {
    TAMGA_ASSIGN(token, token_of(*header));
    TAMGA_ASSIGN(caller, caller_of(call.services(), token));
    TAMGA_TRY(within(callers_, caller.number().value()));
    call.set_caller(std::move(caller));
  }
  if (spec.access != Access::Public && !call.signed_in()) return fail(kSignInNeeded);
  if (spec.access == Access::Operator && !call.caller().authority()) return fail(kOperatorOnly);
  if (spec.idempotency_key) TAMGA_TRY(check_key(request));
  return {};
}

}  // namespace tamga::api
