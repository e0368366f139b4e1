// SPDX-License-Identifier: Apache-2.0
#include "server/signature_round.hpp"

#include <fmt/format.h>

#include "contracts/contracts.hpp"
#include "country/country.hpp"
#include "documents/in_turn.hpp"
#include "documents/waiting_room.hpp"
#include "evidence/doubts.hpp"
#include "registry/heads.hpp"
#include "registry/profile.hpp"
#include "registry/register.hpp"

namespace tamga::server {
namespace {

using evidence::Doubt;
using evidence::Standing;

constexpr int kAtOnce = 100;

Result<std::optional<documents::WaitingDocument>> find(sql::Store& store, ledger::DocumentNo number) {
  TAMGA_ASSIGN(reader, store.reader());
  return documents::find_waiting(*reader, number);
}

struct Looked {
  Doubt doubt;
  evidence::Proof proof;
};

Result<Looked> look(SignatureDesk const& desk, Doubt doubt) {
  evidence::Chains chains;
  {
    TAMGA_ASSIGN(reader, desk.store.reader());
    TAMGA_ASSIGN(found, evidence::find_chains(*reader, doubt.evidence));
    chains = std::move(found);
  }
  UnixMs const now = desk.clock.now();
  Looked out{std::move(doubt), evidence::look_again(chains, *desk.revocation, doubt.moment, now)};
  ++out.doubt.checks;
  out.doubt.next_check_at = evidence::next_try(now, out.doubt.checks, desk.policy.recheck_after);
  return out;
}

/// The letter to whose signature turned out to be none.
Result<void> write(SignatureDesk const& desk, documents::Turn& turn, Looked const& looked,
                   ledger::ParticipantNo whose) {
  auto const* post = turn.desk().users.post();
  TAMGA_ASSIGN(participant, desk.readers.participants.find(whose));
  TAMGA_ASSIGN(profile, registry::find_profile(turn.connection(), whose));
  if (post == nullptr || !participant || !profile) return {};
  TAMGA_ASSIGN(
      in, registry::language_of(turn.connection(), whose, desk.readers.country.rules().languages.front()));
  mail::Letter const letter{
      .key = fmt::format("signature_revoked.{}.{}", name_of(looked.doubt.subject), looked.doubt.id),
      .to = profile->profile.email,
      .language = in,
      .text = "signature_revoked",
      .values = {{"company", {participant->name}},
                 {"number", {std::to_string(looked.doubt.id)}},
                 {"signed", {rfc3339(looked.doubt.moment)}},
                 {"link", {post->site + "/"}}},
      .created_at = turn.now(),
      .participant = whose.value()};
  TAMGA_TRY(post->outbox.put(turn.connection(), letter));
  return {};
}

/// A contract keeps what proves it; whose signature on it was none is told.
Result<void> mark_other(SignatureDesk const& desk, documents::Turn& turn, Looked const& looked) {
  TAMGA_TRY(evidence::keep(turn.connection(), looked.doubt.subject, looked.doubt.id, looked.proof));
  bool const contract = looked.doubt.subject == evidence::Subject::Contract;
  if (!contract || looked.proof.standing != Standing::Revoked) return {};
  TAMGA_ASSIGN(whose, contracts::participant_of(turn.connection(), contracts::ContractNo(looked.doubt.id)));
  return whose ? write(desk, turn, looked, *whose) : Result<void>();
}

/// Marks the document; tells whoever sent it when its certificate was revoked.
Result<void> mark(SignatureDesk const& desk, documents::Turn& turn, Looked const& looked) {
  if (looked.doubt.subject != evidence::Subject::Document) return mark_other(desk, turn, looked);
  ledger::DocumentNo const number(looked.doubt.id);
  TAMGA_TRY(documents::set_standing(turn.connection(), number, looked.proof.digest, looked.proof.standing));
  if (looked.proof.standing != Standing::Revoked) return {};
  TAMGA_ASSIGN(document, documents::find_document(turn.connection(), number));
  if (!document) return {};
  turn.tell({{.to = document->participant,
              .event = "document.signature_revoked",
              .data = fmt::format(R"({{"document":"{}"}})", number.value())}});
  return write(desk, turn, looked, document->participant);
}

Result<void> settle(SignatureDesk const& desk, documents::Turn& turn, Looked const& looked) {
  TAMGA_ASSIGN(current, evidence::find_doubt(turn.connection(), looked.doubt.subject, looked.doubt.id));
  if (!current || current->state != Standing::Waiting) return {};  // another process was first
  Doubt doubt = looked.doubt;
  if (looked.proof.standing == Standing::Waiting) return evidence::put_doubt(turn.connection(), doubt);
  TAMGA_TRY(evidence::keep(turn.connection(), looked.proof));
  TAMGA_TRY(mark(desk, turn, looked));
  doubt.evidence = looked.proof.digest;
  doubt.state = looked.proof.standing;
  journal::Entry entry;
  entry.at = turn.now();
  entry.action = "signature.recheck";
  entry.object = fmt::format("{} {}", name_of(doubt.subject), doubt.id);
  entry.result = std::string(name_of(doubt.state));
  turn.journal(std::move(entry));
  if (doubt.state == Standing::Revoked) return evidence::put_doubt(turn.connection(), doubt);
  return evidence::drop_doubt(turn.connection(), doubt);
}

}  // namespace

Result<void> attend_waiting_documents(SignatureDesk const& desk) {
  std::vector<ledger::DocumentNo> due;
  {
    TAMGA_ASSIGN(reader, desk.store.reader());
    TAMGA_ASSIGN(found, documents::waiting_due(*reader, desk.clock.now(), kAtOnce));
    due = std::move(found);
  }
  for (ledger::DocumentNo const number : due) {
    TAMGA_ASSIGN(waiting, find(desk.store, number));
    if (!waiting) continue;
    TAMGA_ASSIGN(parcel, documents::sent_again(*waiting));
    crypto::Arrival const arrival(waiting->received_at, desk.clock.now());
    TAMGA_TRY(desk.sequencer.submit(documents::Submission::prepare(waiting->sender, std::move(parcel),
                                                                   desk.readers, arrival, [](auto&&) {})));
  }
  return {};
}

Result<void> attend_doubtful_signatures(SignatureDesk const& desk) {
  if (desk.revocation == nullptr) return {};
  std::vector<Doubt> due;
  {
    TAMGA_ASSIGN(reader, desk.store.reader());
    TAMGA_ASSIGN(found, evidence::doubts_due(*reader, desk.clock.now(), kAtOnce));
    due = std::move(found);
  }
  for (Doubt& doubt : due) {
    TAMGA_ASSIGN(looked, look(desk, std::move(doubt)));
    TAMGA_TRY(documents::in_turn(desk.sequencer,
                                 [&](documents::Turn& turn) { return settle(desk, turn, looked); }));
  }
  return {};
}

}  // namespace tamga::server
