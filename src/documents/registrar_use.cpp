// SPDX-License-Identifier: Apache-2.0
#include "documents/registrar_use.hpp"

#include <algorithm>

#include "documents/errors.hpp"
#include "documents/open_shipment.hpp"
#include "registrars/errors.hpp"

namespace tamga::documents {

using registrars::Registrar;
using registrars::RegistrarNeed;
using registrars::RegistrarNo;
using registrars::RegistrarState;

namespace {

bool will_do(RegistrarNeed const* need, Registrar const& registrar) {
  return !need || std::find(need->kinds.begin(), need->kinds.end(), registrar.kind) != need->kinds.end();
}

bool may_be_named(Registrar const& registrar, RegistrarUse use) {
  if (use == RegistrarUse::Working) return registrar.active();
  return registrar.state != RegistrarState::Applied && registrar.state != RegistrarState::Refused;
}

/// The first of the groups that asks for a registrar, with what it asks.
std::pair<std::string, RegistrarNeed const*> need_of(Case& one, std::set<std::string> const& groups) {
  registrars::Rules const* rules = one.desk().books().registrars;
  if (rules)
    for (std::string const& group : groups)
      if (RegistrarNeed const* need = rules->need_of(group, one.context().today)) return {group, need};
  return {{}, nullptr};
}

Result<RegistrarNo> judge_named(Case& one, RegistrarOwners const& owners, std::string const& given,
                                RegistrarNeed const* need, RegistrarUse use) {
  auto const object = [&](ErrorKind const& kind, std::string_view state = {}) {
    one.object(Error(kind).at("/registrar").with("registrar", given).with("state", std::string(state)));
    return RegistrarNo();
  };
  registrars::Rules const* rules = one.desk().books().registrars;
  if (!rules || !rules->used()) return object(registrars::kRegistrarsNotUsed);
  auto const number = read_number(given);
  std::optional<Registrar> found;
  if (number) {
    TAMGA_ASSIGN(stored, registrars::find(one.desk().connection(), RegistrarNo(number->value())));
    found = std::move(stored);
  }
  if (!found || (found->participant != owners.owner && found->participant != owners.acting))
    return object(registrars::kRegistrarUnknown);
  if (!may_be_named(*found, use)) return object(kRegistrarNotActive, name_of(found->state));
  if (!will_do(need, *found)) return object(kRegistrarOfOtherKind);
  return found->number;
}

/// Nothing was said: the only one there is will do.
Result<RegistrarNo> choose(Case& one, RegistrarOwners const& owners, std::string const& group,
                           RegistrarNeed const* need) {
  std::vector<RegistrarNo> fitting;
  for (ledger::ParticipantNo const who : std::set{owners.owner, owners.acting}) {
    TAMGA_ASSIGN(active, registrars::active_of(one.desk().connection(), who));
    for (Registrar const& registrar : active)
      if (will_do(need, registrar)) fitting.push_back(registrar.number);
  }
  if (fitting.size() == 1) return fitting.front();
  one.object(
      Error(fitting.empty() ? kRegistrarMissing : kRegistrarNotSaid).at("/registrar").with("group", group));
  return RegistrarNo();
}

}  // namespace

Result<RegistrarNo> judge_registrar(Case& one, RegistrarOwners const& owners,
                                    std::optional<std::string> const& given,
                                    std::set<std::string> const& groups, RegistrarUse use) {
  auto const [group, need] = need_of(one, groups);
  if (given) return judge_named(one, owners, *given, need, use);
  if (!need) return RegistrarNo();
  return choose(one, owners, group, need);
}

std::set<std::string> groups_of(Case& one, ledger::CodeSet const& codes) {
  std::set<std::string> groups;
  ledger::SeriesNo last;
  for (ledger::CodeRange const& range : codes.ranges()) {
    ledger::SeriesNo const series = ledger::series_of(range.first);
    if (series == last) continue;
    last = series;
    if (emission::Series const* of = one.desk().series.find(series); of && !of->is_transport())
      groups.insert(one.desk().country().group(of->group).code);
  }
  return groups;
}

void record_printing(Case& one, PrintingFacts const& facts, registrars::Printing what, int part,
                     std::string grade, ledger::CodeSet const& codes) {
  if (codes.empty()) return;
  auto const groups = groups_of(one, codes);
  one.desk().printing.add({.document = one.context().number,
                           .part = part,
                           .participant = one.sender(),
                           .registrar = facts.registrar,
                           .what = what,
                           .grade = std::move(grade),
                           .line = facts.line,
                           .production_order = facts.production_order,
                           .at = one.context().now,
                           .codes = codes.size(),
                           .groups = {groups.begin(), groups.end()}});
}

}  // namespace tamga::documents
