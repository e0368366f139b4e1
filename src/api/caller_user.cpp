// SPDX-License-Identifier: Apache-2.0
#include "api/caller_user.hpp"

#include "registry/errors.hpp"
#include "registry/register.hpp"

namespace tamga::api {
namespace {

std::string words_of(Rights rights) {
  std::string out;
  for (Right const right : rights.list()) out.append(out.empty() ? "" : ", ").append(country::word_of(right));
  return out;
}

Result<Error> refusal(Services const& services, ErrorKind const& kind, registry::ParticipantNo participant,
                      bool authority, Rights rights) {
  country::Roles const& roles = services.country.rules().roles;
  TAMGA_ASSIGN(people, services.participants.users().whom_to_ask(participant, roles));
  return Error(kind)
      .with("right", words_of(rights))
      .with("roles", roles.words_with(rights, authority))
      .with("people", people);
}

}  // namespace

Result<CallerUser> user_of(Services const& services, registry::Session const& session, bool program) {
  CallerUser out;
  TAMGA_ASSIGN(user, services.participants.users().find(session.certificate));
  if (!user || user->participant != session.participant) return out;
  auto const permission = registry::permission_of(*user, session.certificate, services.country.rules().roles,
                                                  services.country.day_of(services.clock.now()));
  out.rights = permission.rights;
  out.by_roles = permission.by_roles;
  ErrorKind const* kind = nullptr;
  if (user->state == registry::UserState::Blocked)
    kind = &registry::kUserBlocked;
  else if (permission.powerless)
    kind = &registry::kPowerMissing;
  if (kind != nullptr) {
    TAMGA_ASSIGN(error, refusal(services, *kind, user->participant, false, Rights()));
    out.refusal = std::move(error);
  } else if (session.opened < user->since) {
    out.refusal = program ? Error(registry::kApiKeyRevoked).with("key", session.id())
                          : Error(registry::kSessionExpired);
  }
  out.user = std::move(user);
  return out;
}

registry::Session as_session(registry::ApiKey const& key) {
  return {.digest = key.digest,
          .participant = key.participant,
          .certificate = key.certificate,
          .person = key.name,
          .opened = key.made,
          .expires = key.expires,
          .used = key.used.value_or(key.made),
          .origin = {}};
}

Result<void> check_right(EndpointSpec const& spec, Call const& call) {
  Caller const& caller = call.caller();
  if (!spec.right.declared() || spec.right.admits(caller.rights)) return {};
  bool const by_roles = spec.right.admits(caller.by_roles);
  TAMGA_ASSIGN(error, refusal(call.services(), by_roles ? registry::kPowerTooNarrow : registry::kRightMissing,
                              caller.number(), caller.authority(), spec.right.rights()));
  return fail(std::move(error));
}

}  // namespace tamga::api
