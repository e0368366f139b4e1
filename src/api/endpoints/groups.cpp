// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/groups.hpp"

#include <algorithm>

#include "api/once.hpp"
#include "contract_office/office.hpp"
#include "documents/order_plan.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

std::optional<Date> mandatory_from(country::ProductGroup const& group, Date today) {
  country::GroupTerms const terms = group.terms();
  for (auto const& row : terms.modes.rows())
    if (row.effective_from > today && row.value == country::GroupMode::Mandatory) return row.effective_from;
  return std::nullopt;
}

/// What an order of today may say in the group.
void show_orders(GroupView& view, country::CountryRules const& country, country::ProductGroup const& group,
                 Date today) {
  country::GroupRules const* rules = group.rules.in_force(today);
  if (rules == nullptr) return;
  view.service_providers = !rules->has(country::Capability::NoServiceProviders);
  for (country::ReleaseMethod const& method : country.release_methods.rows())
    if (documents::reaches_circulation(country, *rules, method)) view.release_methods.push_back(method.code);
}

}  // namespace

Result<ListGroups::Output> ListGroups::handle(Input const&, Call& call) {
  Services const& services = call.services();
  TAMGA_ASSIGN(reader, services.store.reader());
  TAMGA_ASSIGN(managers, contract_office::group_managers(*reader));
  Output out;
  for (country::ProductGroup const& group : services.country.groups()) {
    GroupView view{};
    view.group = group.code;
    view.name = group.name.in(call.language());
    view.mode = group.mode_on(call.today()).value_or(country::GroupMode::Unknown);
    view.mandatory_from = mandatory_from(group, call.today());
    view.ordering_open = group.ordering_open(call.today());
    show_orders(view, services.country.rules(), group, call.today());
    auto const manager = std::find_if(managers.begin(), managers.end(),
                                      [&](auto const& one) { return one.group == group.code; });
    if (manager != managers.end()) {
      view.manager = manager->name;
      view.manager_email = manager->email;
      view.manager_phone = manager->phone;
    }
    out.groups.push_back(std::move(view));
  }
  return out;
}

Result<AskPriorContract::Output> AskPriorContract::handle(Input const&, Body const& body, Call& call) {
  contract_office::PriorRequest request{.company = body.company,
                                        .tax_id = body.tax_id,
                                        .person = body.person,
                                        .email = body.email,
                                        .phone = body.phone,
                                        .group = body.group};
  request.language = call.language();
  request.at = call.now();
  std::string const key =
      crypto::hex(crypto::sha256(std::string(call.request().header("Idempotency-Key").value_or("")) + '\n' +
                                 std::string(call.request().body())));
  TAMGA_ASSIGN(done, once(call, {.action = kSpec.action},
                          [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                            TAMGA_ASSIGN(
                                taken, contract_office::take_prior_request(call.services().contracts,
                                                                           turn.connection(), request, key));
                            return taken.number;
                          }));
  return Output{std::move(done.object)};
}

template struct RowOf<ListGroups>;
template struct RowOf<AskPriorContract>;

}  // namespace tamga::api
