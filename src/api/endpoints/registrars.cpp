// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/registrars.hpp"

#include <algorithm>

#include "api/errors.hpp"
#include "api/once.hpp"
#include "contracts/holdings.hpp"
#include "documents/errors.hpp"
#include "registrars/errors.hpp"
#include "registry/profile.hpp"
#include "sql/store.hpp"

namespace tamga::api {

using registrars::Registrar;
using registrars::RegistrarNo;

namespace {

/// A country may lend registrars only to who has the contract about them.
Result<void> judge_contract(documents::Turn& turn, Call const& call, registrars::Rules const& rules) {
  if (!rules.used() || rules.contract().empty() || !call.services().admission.asks_for_contracts()) return {};
  TAMGA_ASSIGN(holdings, contracts::read_holdings(turn.connection(), call.caller().number()));
  contracts::Holding const* holding = contracts::find_holding(holdings, rules.contract(), "");
  if (holding && holding->covers(call.today())) return {};
  return fail(kRegistrarContractMissing);
}

/// A place of business is one of those that the profile names, where it names some.
Result<void> judge_place(documents::Turn& turn, Call const& call, std::string const& place) {
  TAMGA_ASSIGN(stored, registry::find_profile(turn.connection(), call.caller().number()));
  if (!stored || !stored->profile.sites || stored->profile.sites->empty()) return {};
  auto const& sites = *stored->profile.sites;
  bool const known =
      std::any_of(sites.begin(), sites.end(), [&](auto const& site) { return site.name == place; });
  if (known) return {};
  return fail(Error(documents::kPlaceUnknown).at("/place").with("value", place));
}

Result<RegistrarView> view_of(Call const& call, Done const& done) {
  TAMGA_ASSIGN(registrar, registrar_of(call, RegistrarNo(std::stoll(done.object))));
  return RegistrarView::of(registrar);
}

}  // namespace

Result<ListRegistrars::Output> ListRegistrars::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(rules, registrar_rules(call));
  Output out{.used = rules->used(),
             .kinds = rules->kinds(),
             .access = words_of(rules->access(), call.language()),
             .needs = {},
             .grades = rules->grades(),
             .least_grade = rules->least_grade(),
             .registrars = {}};
  for (registrars::RegistrarNeed const& need : rules->needs())
    out.needs.push_back({need.groups, need.kinds, need.from});
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(mine, registrars::registrars_of(*reader, call.caller().number()));
  for (Registrar const& one : mine) out.registrars.push_back(RegistrarView::of(one));
  return out;
}

Result<GetRegistrar::Output> GetRegistrar::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(registrar, registrar_of(call, RegistrarNo(input.registrar)));
  TAMGA_ASSIGN(rules, registrar_rules(call));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(totals, registrars::totals_of(*reader, registrar.number));
  Output out{RegistrarView::of(registrar), {}};
  for (registrars::PrintTotal const& total : totals)
    out.totals.push_back(
        {total.what, total.grade, total.codes, !total.grade.empty() && rules->too_bad(total.grade)});
  return out;
}

Result<ApplyRegistrar::Output> ApplyRegistrar::handle(Input const&, Body const& body,
                                                      Confirmation const& confirmation, Call& call) {
  TAMGA_ASSIGN(rules, registrar_rules(call));
  registrars::Wish const wish{body.registrar, body.serial, body.model,
                              body.software,  body.access, body.place};
  auto const work = [&, rules = rules](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    // Everything that refuses comes before the first change: the turn is committed with the refusal.
    TAMGA_TRY(registrars::judge_wish(*rules, call.caller().participant.types, wish));
    TAMGA_TRY(judge_contract(turn, call, *rules));
    TAMGA_TRY(judge_place(turn, call, body.place));
    RegistrarNo const number(turn.desk().books().numbers.next());
    TAMGA_ASSIGN(registrar, registrars::apply(turn.connection(), *rules, number, call.caller().number(),
                                              call.caller().participant.types, wish,
                                              confirmation.signer.person, turn.now()));
    entry.result = std::string(registrars::name_of(registrar.state));
    return std::to_string(number.value());
  };
  TAMGA_ASSIGN(
      done,
      once(call, {.action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing},
           work));
  return view_of(call, done);
}

Result<WithdrawRegistrar::Output> WithdrawRegistrar::handle(Input const& input, Call& call) {
  RegistrarNo const number(input.registrar);
  auto const work = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    TAMGA_ASSIGN(registrar,
                 registrars::withdraw(turn.connection(), call.caller().number(), number, turn.now()));
    entry.result = std::string(registrars::name_of(registrar.state));
    return std::to_string(number.value());
  };
  TAMGA_ASSIGN(done, once(call, {.action = kSpec.action}, work));
  return view_of(call, done);
}

template struct RowOf<ListRegistrars>;
template struct RowOf<GetRegistrar>;
template struct RowOf<ApplyRegistrar>;
template struct RowOf<WithdrawRegistrar>;

}  // namespace tamga::api
