// SPDX-License-Identifier: Apache-2.0
#include "documents/origin.hpp"

namespace tamga::documents {

country::ReleaseMethod const* release_of(Case& one, ledger::CodeState const& state) {
  Lot const* lot = one.desk().lots.at(state.lot);
  return lot ? one.rules().release_methods.find(lot->release_method) : nullptr;
}

std::map<ledger::LotNo, ledger::CodeSet> by_lot(Case& one, ledger::CodeSet const& codes) {
  std::map<ledger::LotNo, ledger::CodeSet> out;
  one.batch().for_each_run(
      codes, [&](ledger::CodeRange range, ledger::CodeState const& state) { out[state.lot].add(range); });
  return out;
}

Lot lot_after(Case& one, ledger::LotNo base) {
  Lot const* before = one.desk().lots.at(base);
  Lot lot = before ? *before : Lot();
  if (!before) lot.producer = one.sender();
  lot.number = ledger::LotNo(one.desk().books().numbers.next());
  lot.base = base;
  lot.document = one.context().number;
  return lot;
}

}  // namespace tamga::documents
