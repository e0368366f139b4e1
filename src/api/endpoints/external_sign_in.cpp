// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/external_sign_in.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "api/browser_session.hpp"
#include "api/errors.hpp"
#include "api/in_turn.hpp"
#include "base/failure.hpp"
#include "identity/errors.hpp"
#include "identity/known_people.hpp"
#include "identity/portal.hpp"
#include "registry/errors.hpp"
#include "registry/register.hpp"
#include "registry/sessions.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

using identity::ExternalPerson;
using registry::Purpose;

constexpr std::string_view kSignIn = "sign_in";
constexpr std::string_view kApplication = "application";

/// The portal, if the country's data lets it be used for this.
Result<identity::Portal*> portal_for(Call const& call, std::string const& provider,
                                     std::string const& purpose) {
  static identity::Portals const kNone;
  auto const* portals = call.services().portals;
  TAMGA_ASSIGN(portal, (portals == nullptr ? kNone : *portals).find(provider));
  identity::Provider const& data = portal->provider();
  bool const allowed = (purpose == kSignIn && data.signs_in) || (purpose == kApplication && data.prefills);
  if (!allowed) return fail(Error(identity::kNotForPurpose).with("provider", data.name.in(call.language())));
  return portal;
}

std::string about(std::string const& provider, std::string const& purpose) {
  return provider + ':' + purpose;
}

/// The same errors as of challenges, in the words of this flow.
Result<crypto::Sha256> judge_handle(FinishExternalSignIn::Body const& body, Call const& call) {
  auto const judged = call.services().sessions.challenges().judge(Purpose::External, body.handle,
                                                                  about(body.provider, body.purpose));
  if (judged) return *judged;
  if (judged.error().is(registry::kChallengeExpired)) return fail(identity::kStateExpired);
  return fail(is_failure(judged.error()) ? judged.error() : Error(identity::kStateUnknown));
}

NamedPerson named(ExternalPerson const& person) {
  auto const given = [](std::string const& text) {
    return text.empty() ? std::nullopt : std::optional(text);
  };
  NamedPerson out{.person = person.name,
                  .person_id = given(person.person_id),
                  .email = given(person.email),
                  .phone = given(person.phone),
                  .organizations = {}};
  for (identity::ActsFor const& one : person.organizations)
    out.organizations.push_back({one.tax_id, one.name});
  return out;
}

/// A participant the person proved to act for.
struct Choice {
  registry::Participant participant;
  registry::Signer signer;
};

/// Whom he signs in for: the only participant, or the one he names.
Result<Choice> choose(Call const& call, ExternalPerson const& person,
                      std::optional<std::string> const& tax_id) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(known, identity::find_people(*reader, person));
  std::vector<Choice> choices;
  bool operators = false;
  for (identity::KnownPerson const& one : known) {
    TAMGA_ASSIGN(participant, call.services().participants.find(one.participant));
    // The certificate that proved it must still act for the participant.
    TAMGA_ASSIGN(signer, call.services().participants.signer(one.certificate));
    if (!participant || !signer || signer->participant != one.participant) continue;
    if (tax_id && participant->tax_id != *tax_id) continue;
    operators = operators || participant->authority;
    if (!participant->authority)
      choices.push_back({*std::move(participant),
                         {.certificate = one.certificate,
                          .participant = one.participant,
                          .person = one.person,
                          .user = signer->user}});
  }
  if (choices.empty()) return fail(operators ? identity::kNotForOperator : identity::kNotLinked);
  if (choices.size() == 1) return std::move(choices.front());
  std::vector<std::string> numbers;
  for (Choice const& one : choices) numbers.push_back(one.participant.tax_id);
  return fail(Error(identity::kChoiceNeeded).with("tax_ids", fmt::format("{}", fmt::join(numbers, ", "))));
}

struct Finished {
  ExternalPerson person;
  std::optional<Choice> choice;
};

/// Everything that needs no transaction.
Result<Finished> identify(FinishExternalSignIn::Body const& body, crypto::Sha256 const& used,
                          Call const& call) {
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    TAMGA_ASSIGN(is_used, call.services().sessions.challenges().used(*reader, used));
    if (is_used) return fail(identity::kStateUsed);
  }
  TAMGA_ASSIGN(portal, portal_for(call, body.provider, body.purpose));
  TAMGA_ASSIGN(person, portal->finish(body.handle, body.state, body.code));
  Finished out{std::move(person), std::nullopt};
  if (body.purpose == kSignIn) {
    TAMGA_ASSIGN(choice, choose(call, out.person, body.tax_id));
    out.choice = std::move(choice);
  }
  return out;
}

/// The session, its entry in the journal, and the handle used up, in one transaction; refusals have an entry
/// too.
Result<std::optional<registry::Sessions::Opened>> conclude(FinishExternalSignIn::Body const& body,
                                                           crypto::Sha256 const& used,
                                                           Result<Finished> const& finished,
                                                           Call const& call) {
  registry::Sessions& sessions = call.services().sessions;
  std::optional<registry::Sessions::Opened> opened;
  std::optional<Error> refusal;
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    opened.reset();
    refusal.reset();
    journal::Entry entry = entry_of(call, finished && !finished->choice ? "identity.name" : "session.open");
    entry.at = turn.now();
    entry.object = body.provider;
    if (!finished) {
      refusal = finished.error();
    } else if (auto const once = sessions.challenges().use(turn.connection(), used); !once) {
      if (is_failure(once.error())) return once;
      refusal = Error(identity::kStateUsed);
    } else if (finished->choice) {
      entry.participant = finished->choice->participant.number.value();
      TAMGA_ASSIGN(session, sessions.open_session(turn.connection(), used, finished->choice->signer,
                                                  origin_of(call.request()), body.provider));
      opened = std::move(session);
    }
    entry.result = refusal ? "refused" : "accepted";
    if (refusal) entry.error = refusal->name();
    turn.journal(std::move(entry));
    return {};
  }));
  if (refusal) return fail(*std::move(refusal));
  return opened;
}

}  // namespace

Result<ListIdentityProviders::Output> ListIdentityProviders::handle(Input const&, Call& call) {
  Output out;
  if (call.services().portals == nullptr) return out;
  for (auto const& portal : call.services().portals->all())
    out.providers.push_back({.code = portal->provider().code,
                             .name = portal->provider().name.in(call.language()),
                             .sign_in = portal->provider().signs_in,
                             .application = portal->provider().prefills});
  return out;
}

Result<BeginExternalSignIn::Output> BeginExternalSignIn::handle(Input const&, Body const& body, Call& call) {
  TAMGA_ASSIGN(portal, portal_for(call, body.provider, body.purpose));
  TAMGA_ASSIGN(handle, call.services().sessions.challenges().make(Purpose::External,
                                                                  about(body.provider, body.purpose)));
  TAMGA_ASSIGN(url, portal->begin(handle));
  return Output{.url = std::move(url),
                .handle = std::move(handle),
                .expires = UnixMs(call.now().value() + registry::Challenges::kExternalGoodForMs)};
}

Result<FinishExternalSignIn::Output> FinishExternalSignIn::handle(Input const&, Body const& body,
                                                                  Call& call) {
  bool const by_cookie = body.cookie.value_or(false);
  if (by_cookie && !comes_from_cabinet(call.request())) return fail(kOtherSite);
  auto const used = judge_handle(body, call);
  auto const finished = used ? identify(body, *used, call) : Result<Finished>(fail(used.error()));
  if (!finished && is_failure(finished.error())) return fail(finished.error());
  TAMGA_ASSIGN(opened, conclude(body, used ? *used : crypto::Sha256{}, finished, call));
  Output out{.method = body.provider,
             .token = {},
             .expires = {},
             .idle_seconds = {},
             .participant = {},
             .person = named(finished->person)};
  if (opened) {
    if (by_cookie)
      keep_session(call, opened->token);
    else
      out.token = std::move(opened->token);
    out.expires = opened->session.expires;
    out.idle_seconds = call.services().sessions.limits().idle_ms / 1000;
    out.participant = ParticipantView::of(finished->choice->participant);
  }
  return out;
}

template struct RowOf<ListIdentityProviders>;
template struct RowOf<BeginExternalSignIn>;
template struct RowOf<FinishExternalSignIn>;

}  // namespace tamga::api
