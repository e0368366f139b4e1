// SPDX-License-Identifier: Apache-2.0
#include "admission/passage.hpp"

#include "admission/errors.hpp"

namespace tamga::admission {
namespace {

using contracts::Holding;

Standing standing_of(Holding const* holding, Date day) {
  if (holding == nullptr) return Standing::Missing;
  if (holding->covers(day)) return Standing::Open;
  if (holding->lapsed(day)) return Standing::Lapsed;
  if (!holding->pending) return Standing::Missing;
  return holding->pending->waits_for_operator() ? Standing::Reviewing : Standing::Signing;
}

bool hinders(Standing standing, Deed deed) {
  if (standing == Standing::Open || standing == Standing::NotYet) return false;
  return standing != Standing::Lapsed || deed == Deed::NewGoods;
}

}  // namespace

Passage::Passage(contracts::Templates const& templates, Rules const& rules,
                 std::shared_ptr<contracts::Holdings const> holdings, std::vector<std::string> types,
                 Date day)
    : templates_(&templates),
      rules_(&rules),
      holdings_(std::move(holdings)),
      types_(std::move(types)),
      day_(day) {}

/// The first contract that is not in force decides.
ScopeStanding Passage::stand(contracts::Scope scope, std::string_view group, Date from) const {
  ScopeStanding out;
  if (templates_ == nullptr) return out;
  for (contracts::ContractTemplate const& kind : templates_->all()) {
    if (!kind.gates || kind.scope != scope || !kind.needed(types_)) continue;
    Holding const* const holding = contracts::find_holding(*holdings_, kind.kind, group);
    Standing standing = standing_of(holding, day_);
    if (standing == Standing::Open) {
      if (out.holding == nullptr) out.holding = holding;
      continue;
    }
    if (day_ < from) standing = Standing::NotYet;
    return {standing, holding};
  }
  return out;
}

ScopeStanding Passage::connection() const {
  return stand(contracts::Scope::Participant, {}, rules_ ? rules_->connection_from() : day_);
}

ScopeStanding Passage::group(std::string_view code) const {
  return stand(contracts::Scope::Group, code, rules_ ? rules_->group_from(code) : day_);
}

std::optional<Error> Passage::refusal(Deed deed) const {
  ScopeStanding const now = connection();
  if (!hinders(now.standing, deed)) return std::nullopt;
  return Error(now.standing == Standing::Lapsed ? kConnectionLapsed : kConnectionMissing)
      .with("where", place_of(now.holding));
}

std::optional<Error> Passage::refusal(Deed deed, std::string_view code) const {
  ScopeStanding const now = group(code);
  if (!hinders(now.standing, deed)) return std::nullopt;
  return Error(now.standing == Standing::Lapsed ? kGroupLapsed : kGroupMissing)
      .with("group", std::string(code))
      .with("where", place_of(now.holding));
}

std::string place_of(Holding const* holding) {
  if (holding == nullptr) return "/contracts";
  if (holding->pending) return "/contracts/" + std::to_string(holding->pending->no.value());
  if (holding->in_force) return "/contracts/" + std::to_string(holding->in_force->value());
  return "/contracts";
}

}  // namespace tamga::admission
