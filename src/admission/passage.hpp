// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "admission/rules.hpp"
#include "contracts/holdings.hpp"

namespace tamga::admission {

/// What somebody is about to do with codes. Who let a contract run out without signing its successor may go
/// on with the goods that are there, not bring new ones.
enum class Deed : std::uint8_t {
  WithGoods,  ///< accept, move, sell, take out of circulation
  NewGoods,   ///< order codes, introduce
};

/// How a participant stands with the contracts of one scope on one day.
enum class Standing : std::uint8_t {
  Open,       ///< in force, or none is needed
  NotYet,     ///< needed from a later day on
  Signing,    ///< made, waits for the participant's signature
  Reviewing,  ///< signed, waits for the operator
  Lapsed,     ///< ran out because its successor is not signed
  Missing,    ///< never made, or ended
};

struct ScopeStanding {
  Standing standing = Standing::Open;
  contracts::Holding const* holding = nullptr;  ///< what decides; borrowed
};

/// What one participant may do on one day as far as contracts decide, looked up once and then asked for each
/// group without a look into the store. One thread.
class Passage {
 public:
  /// Everything is open: for the operator, and for what needs no contracts.
  Passage() = default;
  /// `templates` and `rules` outlive it.
  Passage(contracts::Templates const& templates, Rules const& rules,
          std::shared_ptr<contracts::Holdings const> holdings, std::vector<std::string> types, Date day);

  /// The contracts that cover all groups.
  [[nodiscard]] ScopeStanding connection() const;
  /// Those of the group; `group` is its code.
  [[nodiscard]] ScopeStanding group(std::string_view code) const;

  /// Why the deed is refused whatever the group. CONNECTION_CONTRACT_MISSING, CONNECTION_CONTRACT_LAPSED.
  [[nodiscard]] std::optional<Error> refusal(Deed deed) const;
  /// Why it is refused with codes of the group. GROUP_CONTRACT_MISSING, GROUP_CONTRACT_LAPSED.
  [[nodiscard]] std::optional<Error> refusal(Deed deed, std::string_view group) const;

 private:
  [[nodiscard]] ScopeStanding stand(contracts::Scope scope, std::string_view group, Date from) const;

  contracts::Templates const* templates_ = nullptr;
  Rules const* rules_ = nullptr;
  std::shared_ptr<contracts::Holdings const> holdings_;
  std::vector<std::string> types_;
  Date day_ = Date::from_days(0);
};

/// Where in the cabinet the contract is read and signed; the list of contracts when there is none yet.
[[nodiscard]] std::string place_of(contracts::Holding const* holding);

}  // namespace tamga::admission
