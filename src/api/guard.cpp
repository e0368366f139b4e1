// SPDX-License-Identifier: Apache-2.0
#include "api/guard.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <optional>

#include "api/aside.hpp"
#include "api/browser_session.hpp"
#include "api/caller_user.hpp"
#include "api/errors.hpp"
#include "http/text.hpp"
#include "registry/api_keys.hpp"
#include "registry/errors.hpp"
#include "registry/register.hpp"
#include "registry/sessions.hpp"

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

/// Somebody who is known, and why he is refused all the same.
struct Seen {
  registry::Session session;
  std::string api_key{};
  Scopes scopes = Scopes::all();
  std::optional<Error> refusal;
  std::function<Result<void>(documents::Turn&)> note_use{};  ///< to be done aside
};

Result<Seen> program_of(Call const& call, std::string_view token) {
  registry::ApiKeys const& keys = call.services().api_keys;
  TAMGA_ASSIGN(seen, keys.look(token, call.request().remote_address()));
  Seen out{.session = as_session(seen.key),
           .api_key = seen.key.id(),
           .scopes = seen.key.scopes,
           .refusal = std::move(seen.refusal)};
  if (seen.due)
    out.note_use = [&keys, key = std::move(seen.key)](documents::Turn& turn) {
      return keys.note_use(turn.connection(), key);
    };
  return out;
}

Result<Seen> person_of(Call const& call, std::string_view token) {
  registry::Sessions const& sessions = call.services().sessions;
  TAMGA_ASSIGN(seen, sessions.look(token));
  Seen out{.session = seen.session, .refusal = std::move(seen.refusal)};
  if (seen.due)
    out.note_use = [&sessions, session = std::move(seen.session)](documents::Turn& turn) {
      return sessions.note_use(turn.connection(), session);
    };
  return out;
}

/// What a program may do here.
Result<void> check_scope(EndpointSpec const& spec, Caller const& caller) {
  if (!caller.program() || reaches(caller.scopes, spec)) return {};
  if (spec.scope.scopes().empty()) return fail(Error(kPersonOnly).with("key", caller.api_key));
  return fail(Error(kApiKeyScope).with("key", caller.api_key).with("scopes", spec.scope.scopes().text()));
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

Result<void> Guard::recognise(Call& call, std::string_view token) {
  bool const program = registry::ApiKeys::is_one(token);
  TAMGA_ASSIGN(seen, program ? program_of(call, token) : person_of(call, token));
  TAMGA_ASSIGN(participant, call.services().participants.find(seen.session.participant));
  if (!participant) return fail(program ? registry::kApiKeyUnknown : registry::kSessionUnknown);
  TAMGA_TRY(within(callers_, participant->number.value()));
  TAMGA_ASSIGN(user, user_of(call.services(), seen.session, program));
  if (!user.user) return fail(program ? registry::kApiKeyUnknown : registry::kSessionUnknown);
  call.set_caller({.participant = *std::move(participant),
                   .session = std::move(seen.session),
                   .token = std::string(token),
                   .api_key = std::move(seen.api_key),
                   .scopes = seen.scopes,
                   .user = std::move(user.user),
                   .rights = user.rights,
                   .by_roles = user.by_roles});
  // Why he may not come at all is said before why this token is not good.
  if (user.refusal) return fail(*std::move(user.refusal));
  if (seen.refusal) return fail(*std::move(seen.refusal));
  if (seen.note_use) aside(call.services(), std::move(seen.note_use));
  return {};
}

Result<void> Guard::admit(EndpointSpec const& spec, Call& call) {
  http::Request const& request = call.request();
  TAMGA_TRY(within(addresses_, address_key(request.remote_address())));
  if (auto const header = request.header("Authorization")) {
    TAMGA_ASSIGN(token, token_of(*header));
    TAMGA_TRY(recognise(call, token));
  } else if (auto const cookie = session_cookie(call)) {
    auto const known = comes_from_cabinet(request) ? recognise(call, *cookie) : fail(kOtherSite);
    if (!known && spec.access != Access::Public) return fail(known.error());
    // Browsers send their cookie unasked: one that is no good is nobody's.
    if (!known) call.forget_caller();
  }
  if (spec.access != Access::Public && !call.signed_in()) return fail(kSignInNeeded);
  if (spec.access == Access::Operator && !call.caller().authority()) return fail(kOperatorOnly);
  if (call.signed_in()) TAMGA_TRY(check_scope(spec, call.caller()));
  if (call.signed_in()) TAMGA_TRY(check_right(spec, call));
  if (spec.certificate && call.signed_in() && !call.caller().session.by_certificate())
    return fail(Error(kCertificateNeeded).with("method", call.caller().session.method));
  bool const keyed = takes_key(spec) && request.header("Idempotency-Key");
  if (spec.idempotency_key || keyed) TAMGA_TRY(check_key(request));
  return {};
}

}  // namespace tamga::api
