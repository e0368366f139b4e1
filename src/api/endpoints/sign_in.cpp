// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/sign_in.hpp"

#include "api/browser_session.hpp"
#include "api/caller_user.hpp"
#include "api/errors.hpp"
#include "api/event_hub.hpp"
#include "api/in_turn.hpp"
#include "api/revoked_use.hpp"
#include "base/failure.hpp"
#include "crypto/base64.hpp"
#include "crypto/holder.hpp"
#include "crypto/signature_verifier.hpp"
#include "crypto/signing_time.hpp"
#include "evidence/book.hpp"
#include "identity/known_people.hpp"
#include "identity/portal.hpp"
#include "registry/register.hpp"
#include "registry/sessions.hpp"
#include "registry/user_rows.hpp"

namespace tamga::api {

ParticipantView ParticipantView::of(registry::Participant const& participant) {
  return {.number = participant.number.value(),
          .tax_id = participant.tax_id,
          .name = participant.name,
          .types = participant.types,
          .authority = participant.authority};
}

Result<AskChallenge::Output> AskChallenge::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(challenge, call.services().sessions.challenge());
  return Output{std::move(challenge)};
}

registry::Origin origin_of(http::Request const& request) {
  return {.address = request.remote_address(),
          .agent = std::string(request.header("User-Agent").value_or(""))};
}

namespace {

/// As it would begin now.
registry::Session session_of(registry::Signer const& signer, UnixMs now) {
  return {.digest = {},
          .participant = signer.participant,
          .certificate = signer.certificate,
          .person = signer.person,
          .opened = now,
          .expires = now,
          .used = now,
          .origin = {},
          .method = std::string(registry::kByCertificate)};
}

/// Whoever signed the challenge, and the certificate he proved it with.
struct Proven {
  registry::Signer signer;
  crypto::Certificate certificate;
};
Result<Proven> signer_of(SignIn::Body const& body, Call const& call) {
  Services const& services = call.services();
  TAMGA_ASSIGN(cms, crypto::decode_signature_text(body.signature));
  TAMGA_ASSIGN(signed_content, services.verifier.verify_attached(cms, call.now()));
  if (signed_content.content != body.challenge) return fail(kOtherTextSigned);
  TAMGA_TRY(crypto::check_made_now(signed_content.signer, call.now()));
  TAMGA_ASSIGN(signer, services.participants.signer(signed_content.signer.certificate.sha256()));
  if (!signer) return fail(kSignerUnknown);
  TAMGA_ASSIGN(user, user_of(services, session_of(*signer, call.now()), false));
  if (user.refusal) return fail(*std::move(user.refusal));
  return Proven{*std::move(signer), signed_content.signer.certificate};
}

/// From now on an identity portal may name this person: the number is proven; and what is encrypted for him
/// can be.
Result<void> note_proof(Call const& call, sql::Connection& connection, Proven const& proven) {
  TAMGA_TRY(evidence::keep_certificate(connection, proven.certificate));
  auto const holder = crypto::holder_of(proven.certificate.subject());
  if (!holder || call.services().portals == nullptr) return {};
  return identity::note_person(connection, *holder,
                               {.participant = proven.signer.participant,
                                .certificate = proven.signer.certificate,
                                .person = proven.signer.person},
                               call.now());
}

/// The session and its entry in the journal; a refusal has an entry too.
Result<registry::Sessions::Opened> open_session(SignIn::Body const& body, Result<Proven> const& proven,
                                                Call const& call) {
  Result<registry::Sessions::Opened> opened = fail(kSignerUnknown);
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    journal::Entry entry = entry_of(call, "session.open");
    entry.at = turn.now();
    if (proven) {
      entry.participant = proven->signer.participant.value();
      entry.certificate = crypto::view(proven->signer.certificate);
      opened = call.services().sessions.open_session(turn.connection(), body.challenge, proven->signer,
                                                     origin_of(call.request()));
      auto const noted = opened ? note_proof(call, turn.connection(), *proven) : Result<void>();
      if (!noted) return noted;
      if (!opened && is_failure(opened.error())) return fail(opened.error());
      if (opened)
        if (auto done =
                registry::activate_user(turn.connection(), proven->signer.participant, proven->signer.user);
            !done)
          return done;
    } else {
      opened = fail(Error(proven.error()).at("/signature"));
    }
    entry.result = opened ? "accepted" : "refused";
    if (!opened) entry.error = opened.error().name();
    turn.journal(std::move(entry));
    return {};
  }));
  return opened;
}

}  // namespace

Result<SignIn::Output> SignIn::handle(Input const&, Body const& body, Call& call) {
  bool const by_cookie = body.cookie.value_or(false);
  if (by_cookie && !comes_from_cabinet(call.request())) return fail(kOtherSite);
  auto const proven = signer_of(body, call);
  if (!proven) note_revoked_use(call.services(), proven.error());
  if (!proven && is_failure(proven.error())) return fail(proven.error());
  TAMGA_ASSIGN(opened, open_session(body, proven, call));
  registry::Signer const& signer = proven->signer;
  registry::Users& users = call.services().participants.users();
  TAMGA_ASSIGN(user, users.find(signer.user));
  if (user && user->state == registry::UserState::Invited) TAMGA_TRY(users.reload(signer.certificate));
  TAMGA_ASSIGN(participant, call.services().participants.find(signer.participant));
  if (!participant) return fail(Error(kSignerUnknown).at("/signature"));
  if (by_cookie) keep_session(call, opened.token);
  return Output{.token = by_cookie ? std::nullopt : std::optional(std::move(opened.token)),
                .expires = opened.session.expires,
                .idle_seconds = call.services().sessions.limits().idle_ms / 1000,
                .person = std::move(opened.session.person),
                .participant = ParticipantView::of(*participant)};
}

Result<GetMe::Output> GetMe::handle(Input const&, Call& call) {
  Caller const& caller = call.caller();
  auto const* certificate = caller.user->find(caller.session.certificate);
  bool const ends = certificate != nullptr && certificate->ends.value() != 0;
  return Output{.participant = ParticipantView::of(caller.participant),
                .person = caller.session.person,
                .user = std::to_string(caller.user->number.value()),
                .roles = caller.user->roles,
                .rights = caller.rights.list(),
                .groups = caller.user->groups,
                .places = caller.user->places,
                .certificate_ends = ends ? std::optional(certificate->ends) : std::nullopt,
                .method = caller.session.method,
                .opened = caller.session.opened,
                .expires = caller.session.expires,
                .api_key = caller.program() ? std::optional(caller.api_key) : std::nullopt,
                .scopes = caller.program() ? std::optional(caller.scopes.list()) : std::nullopt};
}

Result<SignOut::Output> SignOut::handle(Input const&, Call& call) {
  registry::Sessions& sessions = call.services().sessions;
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    journal::Entry entry = entry_of(call, "session.close");
    entry.at = turn.now();
    entry.result = "accepted";
    entry.object = call.caller().session.id();
    turn.journal(std::move(entry));
    return sessions.close(turn.connection(), call.caller().session);
  }));
  sessions.forget(call.caller().session);
  call.services().events.end_ended();
  if (session_cookie(call)) drop_session(call);
  return Output{};
}

template struct RowOf<AskChallenge>;
template struct RowOf<SignIn>;
template struct RowOf<GetMe>;
template struct RowOf<SignOut>;

}  // namespace tamga::api
