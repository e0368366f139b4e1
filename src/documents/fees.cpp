// SPDX-License-Identifier: Apache-2.0
#include "documents/fees.hpp"

#include <algorithm>
#include <vector>

#include "ledger/errors.hpp"

namespace tamga::documents {

using billing::AccountKind;
using billing::Fee;
using billing::PostingKind;

void Fees::post(PostingKind kind, AccountKind debit, AccountKind credit, std::int64_t each, Fee const& fee,
                std::string const& group, std::int64_t codes) {
  if (each == 0 || codes == 0) return;
  billing::Posting posting;
  posting.at = one_->context().now;
  posting.kind = kind;
  posting.participant = fee.payer;
  posting.debit = debit;
  posting.credit = credit;
  posting.amount = each * codes;
  posting.document = one_->context().number;
  posting.order = fee.order;
  posting.group = group;
  posting.codes = codes;
  one_->desk().accounts.post(std::move(posting));
}

void Fees::charge(Fee const& fee, std::string const& group, std::int64_t codes, AccountKind from) {
  post(PostingKind::Fee, from, AccountKind::Fees, fee.net, fee, group, codes);
  post(PostingKind::FeeVat, from, AccountKind::Vat, fee.vat, fee, group, codes);
}

void Fees::begin(Fee const& fee, std::string const& group, std::int64_t codes) {
  if (fee.free()) return;
  if (fee.at_once())
    charge(fee, group, codes, AccountKind::Funds);
  else if (fee.needs_funds())
    post(PostingKind::Reservation, AccountKind::Funds, AccountKind::Reserved, fee.gross(), fee, group, codes);
}

void Fees::refund(Fee const& fee, std::string const& group, std::int64_t codes) {
  post(PostingKind::Refund, AccountKind::Fees, AccountKind::Funds, fee.net, fee, group, codes);
  post(PostingKind::RefundVat, AccountKind::Vat, AccountKind::Funds, fee.vat, fee, group, codes);
}

void Fees::follow(ledger::Event event, ledger::CodeSet const& codes) {
  if (!billing::concerns_fees(event)) return;
  Desk& desk = one_->desk();
  std::vector<Sum> sums;
  ledger::LotNo last_lot;
  ledger::SeriesNo last_series;
  Sum* last = nullptr;
  auto const sum_of = [&](ledger::SeriesNo series, ledger::LotNo lot) -> Sum* {
    if (last != nullptr && lot == last_lot && series == last_series) return last;
    Lot const* facts = desk.lots.at(lot);
    if (facts == nullptr) {
      desk.accounts.reject(
          Error(ledger::kLedgerDamaged).log("lot not loaded " + std::to_string(lot.value())));
      return nullptr;
    }
    if (facts->fee.free()) return nullptr;
    emission::Series const* of = desk.series.find(series);
    std::string const& group = desk.country().group(of->group).code;
    auto known = std::find_if(sums.begin(), sums.end(),
                              [&](Sum const& one) { return one.fee == facts->fee && one.group == group; });
    if (known == sums.end()) known = sums.insert(sums.end(), {facts->fee, group});
    last_lot = lot;
    last_series = series;
    return last = &*known;
  };
  one_->batch().for_each_run(codes, [&](ledger::CodeRange range, ledger::CodeState const& state) {
    if (state.lot == ledger::LotNo()) return;
    Sum* const sum = sum_of(ledger::series_of(range.first), state.lot);
    if (sum == nullptr) return;
    billing::Due const due = billing::due_by(sum->fee, event, state.status);
    if (due == billing::Due::Charge) sum->charged += range.count;
    if (due == billing::Due::Release) sum->released += range.count;
  });
  for (Sum const& sum : sums) {
    bool const owed = sum.fee.cover == billing::Cover::Debt;
    charge(sum.fee, sum.group, sum.charged, owed ? AccountKind::Owed : AccountKind::Reserved);
    post(PostingKind::Release, AccountKind::Reserved, AccountKind::Funds, sum.fee.gross(), sum.fee, sum.group,
         sum.released);
  }
}

}  // namespace tamga::documents
