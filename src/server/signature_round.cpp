// SPDX-License-Identifier: Apache-2.0
#include "server/signature_round.hpp"

#include <fmt/format.h>

#include "documents/in_turn.hpp"
#include "documents/waiting_room.hpp"
#include "evidence/doubts.hpp"

namespace tamga::server {
namespace {

using evidence::Doubt;
using evidence::Standing;

constexpr int kAtOnce = 100;

Result<std::optional<documents::WaitingDocument>> find(sql::Store& store, ledger::DocumentNo number) {
  TAMGA_ASSIGN(reader, store.reader());
  return documents::find_waiting(*reader, number);
}

documents::Parcel parcel_of(documents::WaitingDocument const& waiting, std::string body) {
  return {.body = std::move(body),
          .signature = waiting.signature,
          .unread = {},
          .idempotency_key = waiting.idempotency_key,
          .request_id = waiting.request_id,
          .waited = waiting.number,
          .checks = waiting.checks};
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

/// Marks the document; tells whoever sent it when its certificate was revoked.
Result<void> mark(documents::Turn& turn, Looked const& looked) {
  if (looked.doubt.subject != evidence::Subject::Document)
    return evidence::keep(turn.connection(), looked.doubt.subject, looked.doubt.id, looked.proof);
  ledger::DocumentNo const number(looked.doubt.id);
  TAMGA_TRY(documents::set_standing(turn.connection(), number, looked.proof.digest, looked.proof.standing));
  if (looked.proof.standing != Standing::Revoked) return {};
  TAMGA_ASSIGN(document, documents::find_document(turn.connection(), number));
  if (document)
    turn.tell({{.to = document->participant,
                .event = "document.signature_revoked",
                .data = fmt::format(R"({{"document":"{}"}})", number.value())}});
  return {};
}

Result<void> settle(documents::Turn& turn, Looked const& looked) {
  TAMGA_ASSIGN(current, evidence::find_doubt(turn.connection(), looked.doubt.subject, looked.doubt.id));
  if (!current || current->state != Standing::Waiting) return {};  // another process was first
  Doubt doubt = looked.doubt;
  if (looked.proof.standing == Standing::Waiting) return evidence::put_doubt(turn.connection(), doubt);
  TAMGA_TRY(evidence::keep(turn.connection(), looked.proof));
  TAMGA_TRY(mark(turn, looked));
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
    TAMGA_ASSIGN(body, documents::unpack_body(waiting->body));
    crypto::Arrival const arrival(waiting->received_at, desk.clock.now());
    TAMGA_TRY(desk.sequencer.submit(documents::Submission::prepare(
        waiting->sender, parcel_of(*waiting, std::move(body)), desk.readers, arrival, [](auto&&) {})));
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
    TAMGA_TRY(
        documents::in_turn(desk.sequencer, [&](documents::Turn& turn) { return settle(turn, looked); }));
  }
  return {};
}

}  // namespace tamga::server
