// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "contracts/contract.hpp"
#include "contracts/template.hpp"
#include "sql/connection.hpp"

namespace tamga::contracts {

/// How a participant stands with one kind of contract for one group, all versions together.
struct Holding {
  /// The newest version, when it waits for somebody.
  struct Pending {
    ContractNo no;
    std::string number;
    ContractState state{};

    [[nodiscard]] bool waits_for_operator() const {
      return state == ContractState::Signed || state == ContractState::Review;
    }
    friend bool operator==(Pending const&, Pending const&) = default;
  };

  std::string kind;
  std::string group;                     ///< empty: covers all groups
  std::optional<ContractNo> in_force{};  ///< the version that both have signed and that is not over
  std::string number{};                  ///< of the version in force
  std::optional<Date> last_day{};        ///< of the version in force; nothing: no end is known
  bool was_in_force = false;             ///< some version was, and none was ended since
  std::optional<Pending> pending{};

  [[nodiscard]] bool covers(Date day) const { return in_force && (!last_day || day <= *last_day); }
  /// It ran out because its successor was not signed: nobody ended it.
  [[nodiscard]] bool lapsed(Date day) const { return was_in_force && pending && !covers(day); }

  friend bool operator==(Holding const&, Holding const&) = default;
};

/// Of one participant; in order of kind and group.
using Holdings = std::vector<Holding>;

/// All contracts of a participant by kind and group; one query.
Result<Holdings> read_holdings(sql::Connection& connection, ParticipantNo participant);
/// Null when there never was such a contract.
[[nodiscard]] Holding const* find_holding(Holdings const& holdings, std::string_view kind,
                                          std::string_view group);

/// For which groups a participant may work with codes.
struct ActiveGroups {
  bool connected = false;           ///< the contracts that cover all groups are in force
  bool every_group = false;         ///< its types need no contract of a group: retailers
  std::vector<std::string> groups;  ///< whose contracts are all in force; in order

  [[nodiscard]] bool allows(std::string_view group) const;
};

/// On that local day, for a participant of these types.
[[nodiscard]] ActiveGroups active_groups(Templates const& templates, Holdings const& holdings,
                                         std::vector<std::string> const& types, Date day);

}  // namespace tamga::contracts
