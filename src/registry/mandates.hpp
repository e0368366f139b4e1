// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "country/right.hpp"
#include "registry/participant.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

/// A power of attorney that an organisation gives a service provider: within these rights and groups, for
/// this term, he sends documents in its name. What comes of them is the principal's: codes, fees, goods.
/// Features 2.4, 3.8.
struct Mandate {
  ledger::DocumentNo number;  ///< of the document that gave it
  ParticipantNo principal;
  ParticipantNo provider;
  country::Rights rights;
  std::vector<std::string> groups;  ///< product groups; empty: all
  Date from = Date::from_days(0);
  Date until = Date::from_days(0);   ///< last day
  ledger::DocumentNo ended_by = {};  ///< the document that ended it; none: it was not ended

  [[nodiscard]] bool in_force(Date day) const {
    return ended_by == ledger::DocumentNo() && from <= day && day <= until;
  }
  [[nodiscard]] bool covers(std::string_view group) const;
};

/// Within the transaction of `connection`.
Result<void> insert_mandate(sql::Connection& connection, Mandate const& mandate);
/// Errors: STORE_CONFLICT when it was ended meanwhile.
Result<void> end_mandate(sql::Connection& connection, ledger::DocumentNo number, ledger::DocumentNo by);
Result<std::optional<Mandate>> find_mandate(sql::Connection& connection, ledger::DocumentNo number);
/// Between two, newest first; ended ones too.
Result<std::vector<Mandate>> mandates_between(sql::Connection& connection, ParticipantNo principal,
                                              ParticipantNo provider);
/// Given by or to a participant, newest first; ended ones too.
Result<std::vector<Mandate>> mandates_of(sql::Connection& connection, ParticipantNo participant, int limit);

/// Whether a provider may do this for a principal with goods of the group that day.
Result<bool> acts_for(sql::Connection& connection, ParticipantNo principal, ParticipantNo provider,
                      country::Right right, std::string_view group, Date day);

}  // namespace tamga::registry
