// SPDX-License-Identifier: Apache-2.0
#include "documents/turn.hpp"

#include <algorithm>
#include <iterator>

namespace tamga::documents {

Turn::Turn(sql::Connection& connection, ledger::Ledger& ledger, Books const& books, evidence::Shelf& shelf,
           UnixMs now)
    : connection_(&connection),
      ledger_(&ledger),
      batch_(ledger.begin(connection)),
      desk_(books, connection),
      shelf_(&shelf),
      now_(now) {}

Result<void> Turn::load_keys(std::span<std::int64_t const> key_hashes) {
  TAMGA_ASSIGN(found, documents_by_key(*connection_, key_hashes));
  known_ = std::move(found);
  return {};
}

StoredDocument const* Turn::find_key(ledger::ParticipantNo participant, std::string_view key) const {
  for (auto const* list : {&known_, &documents_})
    for (StoredDocument const& one : *list)
      if (one.participant == participant && one.idempotency_key == key) return &one;
  return nullptr;
}

void Turn::keep(evidence::Proof proof) {
  if (shelf_->holds(proof.digest)) return;
  bool const here = std::any_of(proofs_.begin(), proofs_.end(),
                                [&](evidence::Proof const& one) { return one.digest == proof.digest; });
  if (!here) proofs_.push_back(std::move(proof));
}

void Turn::tell(std::vector<Notice>&& notices) {
  notices_.insert(notices_.end(), std::make_move_iterator(notices.begin()),
                  std::make_move_iterator(notices.end()));
}

Result<journal::Head> Turn::write(journal::Journal const& journal) {
  TAMGA_TRY(desk_.write());
  for (evidence::Proof const& proof : proofs_) TAMGA_TRY(evidence::keep(*connection_, proof));
  TAMGA_TRY(insert_documents(*connection_, documents_));
  TAMGA_TRY(notices::keep(*connection_, desk_.books().numbers, now_, notices_));
  TAMGA_TRY(ledger_->write(*connection_, batch_, applied_));
  return journal.append(*connection_, entries_);
}

void Turn::publish() {
  ledger_->publish(batch_, applied_);
  desk_.publish();
  for (evidence::Proof const& proof : proofs_) shelf_->remember(proof.digest);
}

}  // namespace tamga::documents
