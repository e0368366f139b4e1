// SPDX-License-Identifier: Apache-2.0
#include "base/testing/source_path.hpp"
#include "billing/audit.hpp"
#include "documents/testing/world.hpp"
#include "sql/transaction.hpp"

namespace tamga::documents::testing {

void Stage::charge_fees() {
  World& w = *world_;
  w.billing = sure(billing::read_rules(source_path("spec") / w.name / "billing.toml"));
  w.books->billing = &w.billing;
}

void Stage::pay(ledger::ParticipantNo participant, std::int64_t amount) {
  auto writer = sure(world_->store->writer());
  auto transaction = sure(sql::Transaction::begin(*writer));
  billing::AccountDesk desk(*writer, *world_->numbers);
  billing::Posting payment;
  payment.at = clock.now();
  payment.kind = billing::PostingKind::Payment;
  payment.participant = participant;
  payment.debit = billing::AccountKind::Bank;
  payment.credit = billing::AccountKind::Funds;
  payment.amount = amount;
  desk.post(payment);
  sure(desk.write());
  sure(transaction.commit());
}

billing::Balances Stage::balances(ledger::ParticipantNo participant) {
  auto reader = sure(world_->store->reader());
  return sure(billing::balances_of(*reader, participant));
}

billing::OrderCharges Stage::charges(ledger::DocumentNo order) {
  auto reader = sure(world_->store->reader());
  return sure(billing::charges_of_order(*reader, order));
}

Texts Stage::faults() {
  auto reader = sure(world_->store->reader());
  return sure(billing::audit(*reader)).faults;
}

}  // namespace tamga::documents::testing
