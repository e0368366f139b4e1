// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/case.hpp"
#include "documents/kinds/order_codes.hpp"

namespace tamga::documents {

/// Judges what an order says by today's rules, in the name of `owner`: group, release method, limits and
/// every line, with the fee of each; `applied_by` decides how long its codes live unused. Objects to all that
/// is wrong at once; what it gives is whole only when it objected to nothing. No codes are planned yet.
Result<OrderCodes::Plan> judge_order(Case& one, ledger::ParticipantNo owner, OrderCodes::Body const& body,
                                     country::AppliedBy applied_by);

/// Whether codes of the method can come into circulation: in a way of the group, by its report of
/// application, or in place of other codes, which is what the methods are for that no way of the country
/// takes.
bool reaches_circulation(country::CountryRules const& country, country::GroupRules const& group,
                         country::ReleaseMethod const& method);

/// The codes that the lines will get, and the keys of their tails.
Result<void> plan_codes(Case& one, std::vector<OrderCodes::PlannedLine>& lines);

/// Funds that the codes take when they are made: what is charged at once, and what is set aside.
std::int64_t funds_needed(std::vector<OrderCodes::PlannedLine> const& lines);

/// Why an order cannot get its codes now.
struct Obstacle {
  emission::OrderStatus status;  ///< AwaitingPayment or Queued
};
/// What keeps an order of `owner` waiting that needs these funds; nothing when nothing does. `itself`: it is
/// counted among those that wait already.
Result<std::optional<Obstacle>> obstacle(Case& one, ledger::ParticipantNo owner, std::int64_t needs,
                                         bool itself);

/// Makes the planned codes for an order: they are issued, their lots carry what they cost, fees are charged
/// or set aside. Cannot fail. The order gets its codes, its term, and the status Ready.
void issue_codes(Case& one, OrderCodes::Plan const& plan, emission::Order& order);

}  // namespace tamga::documents
