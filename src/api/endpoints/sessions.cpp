// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/sessions.hpp"

#include <algorithm>

#include "api/errors.hpp"
#include "api/event_hub.hpp"
#include "api/once.hpp"
#include "registry/errors.hpp"
#include "registry/sessions.hpp"

namespace tamga::api {
namespace {

SessionView view_of(registry::Session const& session, Call const& call) {
  return {.session = session.id(),
          .person = session.person,
          .method = session.method,
          .certificate = crypto::hex(session.certificate),
          .opened = session.opened,
          .used = session.used,
          .expires = session.expires,
          .address = session.origin.address,
          .agent = session.origin.agent,
          .current = session.digest == call.caller().session.digest};
}

/// Those of others are for whoever keeps the users; to the rest only their own exist.
bool may_end(Call const& call, registry::Session const& session) {
  Caller const& caller = call.caller();
  return caller.rights.has(Right::Users) || caller.user->find(session.certificate) != nullptr;
}

void tell_ended(documents::Turn& turn, Call const& call, std::string_view action,
                registry::Session const& session) {
  journal::Entry entry = entry_of(call, std::string(action));
  entry.at = turn.now();
  entry.object = session.id();
  entry.result = "accepted";
  turn.journal(std::move(entry));
}

}  // namespace

Result<ListSessions::Output> ListSessions::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(sessions, call.services().sessions.of(call.caller().number()));
  Output out;
  for (registry::Session const& session : sessions)
    if (may_end(call, session)) out.sessions.push_back(view_of(session, call));
  return out;
}

Result<EndSession::Output> EndSession::handle(Input const& input, Call& call) {
  registry::Sessions& sessions = call.services().sessions;
  std::optional<registry::Session> ended;
  auto const end = [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_ASSIGN(closed, sessions.close(turn.connection(), call.caller().number(), input.session,
                                        [&](registry::Session const& one) { return may_end(call, one); }));
    ended = std::move(closed);
    return input.session;
  };
  TAMGA_TRY(once(call, {.action = kSpec.action}, end));
  if (ended) sessions.forget(*ended);
  call.services().events.end_ended();
  return Output{};
}

Result<EndOtherSessions::Output> EndOtherSessions::handle(Input const&, Call& call) {
  registry::Sessions& sessions = call.services().sessions;
  std::vector<registry::Session> ended;
  // Each session that ends has an entry of its own.
  auto const end = [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_ASSIGN(closed,
                 sessions.close_others(turn.connection(), call.caller().session,
                                       [&](registry::Session const& one) { return may_end(call, one); }));
    ended = std::move(closed);
    for (registry::Session const& one : ended) tell_ended(turn, call, kSpec.action, one);
    return std::to_string(ended.size());
  };
  TAMGA_ASSIGN(done, once(call, {}, end));
  for (registry::Session const& one : ended) sessions.forget(one);
  call.services().events.end_ended();
  return Output{std::stoll(done.object)};
}

Result<AskStepUp::Output> AskStepUp::handle(Input const&, Body const& body, Call& call) {
  bool const hash = std::all_of(body.request.begin(), body.request.end(),
                                [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
  if (!hash) return fail(Error(kHashMalformed).at("/request"));
  TAMGA_ASSIGN(challenge,
               call.services().sessions.challenges().make(registry::Purpose::StepUp, body.request));
  return Output{std::move(challenge)};
}

template struct RowOf<ListSessions>;
template struct RowOf<EndSession>;
template struct RowOf<EndOtherSessions>;
template struct RowOf<AskStepUp>;

}  // namespace tamga::api
