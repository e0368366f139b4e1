// SPDX-License-Identifier: Apache-2.0
#include "api/code_look.hpp"

#include "api/errors.hpp"
#include "documents/lots.hpp"
#include "documents/packages.hpp"
#include "emission/order.hpp"
#include "emission/resolver.hpp"
#include "ledger/errors.hpp"
#include "ledger/ledger.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

/// Goods are issued by an order, and an order has the number of its document.
Result<bool> ordered_by(Call const& call, OwnCode const& code) {
  TAMGA_ASSIGN(lots, call.services().lots.find(std::span(&code.state.lot, 1)));
  if (lots.front() && lots.front()->fee.order != ledger::DocumentNo())
    return lots.front()->fee.payer == call.caller().number();
  if (code.history.empty() || code.history.front().event != ledger::Event::Issue) return false;
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(order, emission::find_order(*reader, code.history.front().document));
  return order && order->participant == call.caller().number();
}

}  // namespace

Result<OwnCode> look_into(Call const& call, std::string_view text) {
  Services const& services = call.services();
  TAMGA_ASSIGN(reading, services.resolver.read(text));
  if (reading.code == ledger::CodeNo()) return fail(ledger::kCodeNotIssued);
  OwnCode out{std::move(reading), {}, {}};
  TAMGA_TRY(services.ledger.states({&out.reading.code, 1}, {&out.state, 1}));
  if (out.state.status == ledger::CodeStatus::NotIssued) return fail(ledger::kCodeNotIssued);
  TAMGA_ASSIGN(history, services.ledger.history(out.reading.code));
  out.history = std::move(history);
  if (call.may_see(out.state.owner)) return out;
  TAMGA_ASSIGN(ordered, ordered_by(call, out));
  if (!ordered) return fail(kCodeNotYours);
  return out;
}

Result<std::vector<ledger::CodeNo>> packages_above(ledger::Ledger& ledger, ledger::CodeNo parent) {
  std::vector<ledger::CodeNo> above;
  while (parent != ledger::CodeNo() && above.size() < documents::kMaxPackageLevel) {
    above.push_back(parent);
    ledger::CodeState state;
    TAMGA_TRY(ledger.states({&parent, 1}, {&state, 1}));
    parent = state.parent;
  }
  return above;
}

}  // namespace tamga::api
