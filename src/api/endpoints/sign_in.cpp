// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/sign_in.hpp"

#include "api/errors.hpp"
#include "crypto/base64.hpp"

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

Result<SignIn::Output> SignIn::handle(Input const&, Body const& body, Call& call) {
  Services const& services = call.services();
  auto cms = crypto::decode_signature_text(body.signature);
  if (!cms) return fail(std::move(cms).error().at("/signature"));
  auto signed_content = services.verifier.verify_attached(*cms, call.now());
  if (!signed_content) return fail(std::move(signed_content).error().at("/signature"));
  if (signed_content->content != body.challenge) return fail(Error(kOtherTextSigned).at("/signature"));
  TAMGA_ASSIGN(signer, services.participants.signer(signed_content->signer.certificate.sha256()));
  if (!signer) return fail(Error(kSignerUnknown).at("/signature"));
  TAMGA_ASSIGN(participant, services.participants.find(signer->participant));
  if (!participant) return fail(Error(kSignerUnknown).at("/signature"));
  TAMGA_ASSIGN(opened, services.sessions.open_session(body.challenge, *signer));
  return Output{.token = std::move(opened.token),
                .expires = opened.session.expires,
                .person = std::move(opened.session.person),
                .participant = ParticipantView::of(*participant)};
}

Result<GetMe::Output> GetMe::handle(Input const&, Call& call) {
  Caller const& caller = call.caller();
  return Output{.participant = ParticipantView::of(caller.participant),
                .person = caller.session.person,
                .opened = caller.session.opened,
                .expires = caller.session.expires};
}

Result<SignOut::Output> SignOut::handle(Input const&, Call& call) {
  TAMGA_TRY(call.services().sessions.close(call.caller().token));
  return Output{};
}

template struct RowOf<AskChallenge>;
template struct RowOf<SignIn>;
template struct RowOf<GetMe>;
template struct RowOf<SignOut>;

}  // namespace tamga::api
