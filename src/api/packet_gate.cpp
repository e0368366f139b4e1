// SPDX-License-Identifier: Apache-2.0
#include "api/packet_gate.hpp"

#include "admission/code_gate.hpp"
#include "api/errors.hpp"
#include "emission/errors.hpp"
#include "packets/blocks.hpp"
#include "registrars/registrar.hpp"
#include "registry/mandates.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

/// Nothing is printed through a registrar that does not work, whenever the codes were ordered.
Result<void> check_registrar(Services const& services, emission::Order const& order) {
  if (order.registrar == 0) return {};
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(registrar, registrars::find(*reader, registrars::RegistrarNo(order.registrar)));
  if (registrar && registrar->active()) return {};
  return fail(Error(kRegistrarStands)
                  .with("registrar", std::to_string(order.registrar))
                  .with("state", registrar ? std::string(name_of(registrar->state)) : std::string()));
}

/// What codes ordered yesterday are worth is decided today: of whose they are, and of who fetches them.
Result<void> check_admission(Call const& call, emission::Order const& order) {
  Services const& services = call.services();
  TAMGA_ASSIGN(refusal, admission::refusal_of_codes(services.admission, services.participants,
                                                    order.participant, order.group, call.today()));
  if (refusal) return fail(*std::move(refusal));
  if (call.caller().number() == order.participant) return {};
  auto taker = admission::refusal_of_taker(services.admission, call.caller().number());
  if (taker) return fail(*std::move(taker));
  return {};
}

}  // namespace

Result<emission::Order> known_order(Services const& services, ledger::DocumentNo number) {
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(order, emission::find_order(*reader, number));
  if (!order) return fail(kOrderUnknown);
  return *std::move(order);
}

Result<bool> is_for_caller(Call const& call, emission::Order const& order) {
  if (!call.caller().works_with_group(order.group)) return false;
  if (order.participant == call.caller().number()) return true;
  if (order.provider == ledger::ParticipantNo() || order.provider != call.caller().number()) return false;
  TAMGA_ASSIGN(reader, call.services().store.reader());
  return registry::acts_for(*reader, order.participant, order.provider, country::Right::OrderCodes,
                            order.group, call.today());
}

Result<emission::Order> order_to_take(Call const& call, ledger::DocumentNo number) {
  TAMGA_ASSIGN(order, known_order(call.services(), number));
  TAMGA_ASSIGN(own, is_for_caller(call, order));
  if (!own) return fail(kOrderUnknown);
  if (!order.has_codes())
    return fail(Error(kOrderHasNoCodes)
                    .with("status",
                          std::string(emission::kOrderStatusNames[static_cast<std::size_t>(order.status)])));
  TAMGA_TRY(check_admission(call, order));
  TAMGA_TRY(check_registrar(call.services(), order));
  return std::move(order);
}

Result<std::int64_t> end_of_takable(sql::Connection& connection, emission::Order const& order,
                                    emission::OrderLine const& line, std::int64_t from) {
  if (order.status != emission::OrderStatus::Closed) return line.codes.size();
  TAMGA_ASSIGN(parts, packets::given_out(connection, order.number, line.line, line.delivered));
  for (packets::Part const& part : parts)
    if (part.holds(from, 1)) return part.end;
  return from;
}

Error written_off(emission::Order const& order) {
  return Error(emission::kOrderClosed).with("order", std::to_string(order.number.value()));
}

}  // namespace tamga::api
