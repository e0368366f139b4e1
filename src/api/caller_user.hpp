// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "api/call.hpp"
#include "api/endpoint.hpp"

namespace tamga::api {

/// Who he is in the register of users, as it is in memory now: what was changed counts at the next call.
/// `session`: of the call, or what its key stands for. Null user: nobody's certificate.
struct CallerUser {
  registry::UserPtr user;
  Rights rights;
  Rights by_roles;
  std::optional<Error> refusal{};  ///< he is blocked, or acts without the power of attorney he needs
};
Result<CallerUser> user_of(Services const& services, registry::Session const& session, bool program);

/// What a key stands for: the certificate that made it, its name as the person.
registry::Session as_session(registry::ApiKey const& key);

/// Why the caller may not call this: RIGHT_MISSING, POWER_OF_ATTORNEY_TOO_NARROW; names the right, the roles
/// that have it and whom to ask.
Result<void> check_right(EndpointSpec const& spec, Call const& call);

}  // namespace tamga::api
