// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "country/country.hpp"
#include "sql/connection.hpp"

namespace tamga::contract_office {

/// What the operator decided about a product group: when its marking is a pilot or mandatory, what its codes
/// cost. A row beside those of the country's data; none is ever changed.
struct GroupDecision {
  std::int64_t number = 0;
  country::GroupAmendment what;
  std::string reason;
  std::string person{};  ///< who signed for it
  UnixMs at{};
};

/// Writes it down, within the transaction of `connection`; `GroupBook::refresh` after the commit. It begins
/// on a later day than today, so that nothing that was ordered, applied or agreed becomes another: a document
/// is judged by the terms of the day it came. Errors: GROUP_TERMS_DATE, GROUP_TERMS_EMPTY, GROUP_TERMS_PRICE.
Result<void> decide_group(sql::Connection& connection, GroupDecision const& decision, Date today);
/// All of them, oldest first.
Result<std::vector<GroupDecision>> group_decisions(sql::Connection& connection);

/// Keeps the terms that everybody reads in step with what is stored. Safe from any thread.
class GroupBook {
 public:
  /// Reads what is new, if anything is: at the start, after a commit, and every few seconds where other
  /// processes may have decided something.
  Result<void> refresh(sql::Connection& connection, country::Country const& country) const;

 private:
  mutable std::atomic<std::int64_t> count_{0};
};

}  // namespace tamga::contract_office
