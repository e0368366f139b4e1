// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/group_terms.hpp"

#include "api/change_note.hpp"
#include "api/once.hpp"
#include "contract_office/office.hpp"
#include "documents/errors.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

using contract_office::GroupDecision;
using country::PackageLevel;

Result<country::ProductGroup const*> group_of(Call const& call, std::string const& code, char const* place) {
  auto const* group = call.services().country.find_group(code);
  if (group == nullptr) return fail(Error(documents::kGroupUnknown).at(place).with("group", code));
  return group;
}

TariffView view_of(country::CountryRules const& rules, country::Tariff const& tariff) {
  TariffView out{.price_minor = tariff.price_minor,
                 .vat_included = tariff.vat_included,
                 .charge_at = tariff.charge_at,
                 .free_package_types = {}};
  std::vector<std::string> free;
  for (country::PackageLevelRow const& row : rules.package_levels.rows())
    if (tariff.free_levels.has(row.level)) free.push_back(row.code);
  if (!free.empty()) out.free_package_types = std::move(free);
  return out;
}

/// Mode and tariff as they are on a day.
registry::Facts facts_of(country::CountryRules const& rules, country::GroupMode const* mode,
                         country::Tariff const* tariff) {
  registry::Facts facts;
  if (mode) facts.emplace_back("mode", std::string(shape::name_of(*mode)));
  if (!tariff) return facts;
  TariffView const view = view_of(rules, *tariff);
  std::string free;
  if (view.free_package_types)
    for (std::string const& type : *view.free_package_types)
      free.append(free.empty() ? "" : ", ").append(type);
  facts.emplace_back("price_minor", std::to_string(view.price_minor));
  facts.emplace_back("vat_included", view.vat_included ? "true" : "false");
  facts.emplace_back("charge_at", std::string(shape::name_of(view.charge_at)));
  facts.emplace_back("free_package_types", std::move(free));
  return facts;
}

/// Terms of the day from which the decision counts: as they would be without it, and with it.
Result<void> note_decision(Call const& call, documents::Turn& turn, journal::Entry& entry,
                           country::GroupAmendment const& what) {
  TAMGA_ASSIGN(group, group_of(call, what.group, "/group"));
  country::CountryRules const& rules = call.services().country.rules();
  country::GroupTerms const terms = group->terms();
  registry::Facts before = facts_of(rules, what.mode ? terms.modes.in_force(what.from) : nullptr,
                                    what.tariff ? terms.tariffs.in_force(what.from) : nullptr);
  registry::Facts after =
      facts_of(rules, what.mode ? &*what.mode : nullptr, what.tariff ? &*what.tariff : nullptr);
  after.emplace_back("group", what.group);
  after.emplace_back("from", what.from.text());
  return note_changes(turn, entry, before, after);
}

Result<country::Tariff> tariff_of(country::CountryRules const& rules, TariffView const& given) {
  country::Tariff out{.price_minor = given.price_minor,
                      .currency = rules.currency,
                      .vat_included = given.vat_included,
                      .charge_at = given.charge_at,
                      .free_levels = {}};
  std::vector<std::string> const none;
  auto const& words = given.free_package_types ? *given.free_package_types : none;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto const level = rules.package_level(words[i]);
    if (!level)
      return fail(Error(documents::kLevelUnknown)
                      .at("/tariff/free_package_types/" + std::to_string(i))
                      .with("level", words[i]));
    out.free_levels.add(*level);
  }
  return out;
}

Result<GroupDecision> decision_of(AmendGroup::Body const& body, Call const& call) {
  TAMGA_ASSIGN(group, group_of(call, body.group, "/group"));
  GroupDecision out{.what = {.group = group->code, .from = body.from, .mode = body.mode},
                    .reason = body.reason};
  if (body.tariff) {
    TAMGA_ASSIGN(tariff, tariff_of(call.services().country.rules(), *body.tariff));
    out.what.tariff = std::move(tariff);
  }
  return out;
}

}  // namespace

Result<AmendGroup::Output> AmendGroup::handle(Input const&, Body const& body,
                                              Confirmation const& confirmation, Call& call) {
  TAMGA_ASSIGN(decision, decision_of(body, call));
  decision.person = confirmation.signer.person;
  auto const decide = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    decision.number = turn.desk().books().numbers.next();
    decision.at = turn.now();
    TAMGA_TRY(contract_office::decide_group(turn.connection(), decision,
                                            call.services().country.day_of(turn.now())));
    TAMGA_TRY(note_decision(call, turn, entry, decision.what));
    return std::to_string(decision.number);
  };
  TAMGA_ASSIGN(
      done,
      once(call, {.action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing},
           decide));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_TRY(call.services().contracts.groups.refresh(*reader, call.services().country));
  return Output{.decision = done.object, .group = decision.what.group, .from = body.from};
}

Result<GetGroupTerms::Output> GetGroupTerms::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(group, group_of(call, input.group, "group"));
  country::CountryRules const& rules = call.services().country.rules();
  country::GroupTerms const terms = group->terms();
  Output out{
      .group = group->code, .currency = rules.currency.value(), .modes = {}, .tariffs = {}, .decisions = {}};
  for (auto const& row : terms.modes.rows()) out.modes.push_back({row.effective_from, row.value});
  for (auto const& row : terms.tariffs.rows())
    out.tariffs.push_back({row.effective_from, view_of(rules, row.value)});
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(all, contract_office::group_decisions(*reader));
  for (GroupDecision const& one : all) {
    if (one.what.group != group->code) continue;
    out.decisions.push_back(
        {.decision = std::to_string(one.number),
         .from = one.what.from,
         .mode = one.what.mode,
         .tariff = one.what.tariff ? std::optional(view_of(rules, *one.what.tariff)) : std::nullopt,
         .reason = one.reason,
         .at = one.at});
  }
  return out;
}

template struct RowOf<AmendGroup>;
template struct RowOf<GetGroupTerms>;

}  // namespace tamga::api
