// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "ledger/code_no.hpp"
#include "registrars/rules.hpp"
#include "sql/connection.hpp"

namespace tamga::registrars {

using ledger::ParticipantNo;

/// A service provider of the operator's directory: a printing house, a contract maker, a warehouse that
/// orders and applies codes for others. What he may do for somebody that one's mandate says.
struct Provider {
  ParticipantNo participant;
  std::string role;                 ///< the country's word
  std::vector<std::string> groups;  ///< product groups he serves, in order
  std::string place;                ///< region or town by which he is looked for
  std::string address;
  std::string contact;
  std::string email;
  UnixMs listed;
  std::string listed_by;  ///< who of the operator's people signed for it

  [[nodiscard]] bool serves(std::string_view group) const;
};

/// Lists a provider or changes what is said of him, within the transaction of `connection`. Errors:
/// PROVIDER_ROLE_UNKNOWN, PROVIDER_GROUP_UNKNOWN, PROVIDER_GROUP_CLOSED (nobody may act for others in it).
Result<void> list_provider(sql::Connection& connection, Rules const& rules, country::Country const& country,
                           Provider const& provider, Date day);
/// Takes him off the list; mandates that were given stay. Errors: PROVIDER_NOT_LISTED.
Result<void> remove_provider(sql::Connection& connection, ParticipantNo participant, UnixMs now);

/// Nothing when he is not on the list.
Result<std::optional<Provider>> find_provider(sql::Connection& connection, ParticipantNo participant);

/// In order of number, above `after`; an empty group or place asks for none.
Result<std::vector<Provider>> providers(sql::Connection& connection, std::string const& group,
                                        std::string const& place, ParticipantNo after, int limit);

}  // namespace tamga::registrars
