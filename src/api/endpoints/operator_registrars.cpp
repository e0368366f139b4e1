// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/operator_registrars.hpp"

#include <fmt/format.h>

#include "api/event_hub.hpp"
#include "api/once.hpp"
#include "emission/tail_audit.hpp"
#include "registrars/errors.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {

using registrars::Registrar;
using registrars::RegistrarNo;

namespace {

Result<std::string> tax_id_of(Call const& call, registry::ParticipantNo number) {
  TAMGA_ASSIGN(participant, call.services().participants.find(number));
  return participant ? participant->tax_id : std::string();
}

Result<RegistrarView> view_of(Call const& call, Registrar const& registrar) {
  RegistrarView view = RegistrarView::of(registrar);
  TAMGA_ASSIGN(tax_id, tax_id_of(call, registrar.participant));
  view.tax_id = std::move(tax_id);
  return view;
}

}  // namespace

Result<ListRegistrarQueue::Output> ListRegistrarQueue::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  auto const state = input.state.value_or(registrars::RegistrarState::Applied);
  TAMGA_ASSIGN(found,
               registrars::in_state(*reader, state, RegistrarNo(input.after.value_or(0)), input.limit));
  Output out;
  for (Registrar const& one : found) {
    TAMGA_ASSIGN(view, view_of(call, one));
    out.registrars.push_back(std::move(view));
  }
  if (static_cast<int>(found.size()) == input.limit) out.next = std::to_string(found.back().number.value());
  return out;
}

Result<DecideRegistrar::Output> DecideRegistrar::handle(Input const& input, Body const& body,
                                                        Confirmation const& confirmation, Call& call) {
  RegistrarNo const number(input.registrar);
  if (body.number != std::to_string(number.value()))
    return fail(Error(registrars::kRegistrarUnknown).at("/number").with("registrar", body.number));
  auto const work = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    TAMGA_ASSIGN(registrar, registrars::move(turn.connection(), number, body.move, body.reason.value_or(""),
                                             turn.now()));
    entry.result = std::string(registrars::name_of(registrar.state));
    turn.tell({{registrar.participant, "registrar.changed",
                fmt::format(R"({{"registrar":"{}","state":"{}"}})", number.value(), entry.result)}});
    return std::to_string(number.value());
  };
  TAMGA_TRY(
      once(call, {.action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing},
           work));
  TAMGA_ASSIGN(registrar, registrar_of(call, number));
  return view_of(call, registrar);
}

Result<ListTailBatches::Output> ListTailBatches::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  emission::TailQuestion const question{
      .before = input.before.value_or(0),
      .order = input.order ? std::optional(input.order->number) : std::nullopt,
      .key_id = input.tail_key.value_or("")};
  TAMGA_ASSIGN(found, emission::tail_batches(*reader, question, input.limit));
  Output out;
  for (emission::TailBatch const& one : found) {
    TAMGA_ASSIGN(tax_id, tax_id_of(call, one.participant));
    out.batches.push_back({.batch = std::to_string(one.number),
                           .order = {one.order},
                           .line = one.line,
                           .sequence = one.sequence,
                           .at = one.at,
                           .tax_id = tax_id,
                           .person = one.person,
                           .request = one.request,
                           .from = one.from,
                           .codes = one.codes,
                           .purpose = std::string(crypto::name_of(one.purpose)),
                           .tail_key = one.key_id,
                           .seal = crypto::hex(one.seal)});
  }
  if (static_cast<int>(found.size()) == input.limit) out.next = std::to_string(found.back().number);
  return out;
}

template struct RowOf<ListRegistrarQueue>;
template struct RowOf<DecideRegistrar>;
template struct RowOf<ListTailBatches>;

}  // namespace tamga::api
