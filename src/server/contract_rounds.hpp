// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "contract_office/office.hpp"
#include "documents/sequencer.hpp"
#include "sql/store.hpp"

namespace tamga::server {

/// What the system does about contracts by itself, each change with its entry in the journal.

/// Makes the contracts that are due: of those who filled in or changed their profile, and of those whose
/// prices or wording changed. The state's register is asked outside of the writer's turn; where it is silent
/// the contracts wait. Nothing is lost by a crash and nothing is made twice.
Result<void> attend_contracts(contract_office::Office const& office, sql::Store& store,
                              documents::Sequencer& sequencer, UnixMs now);

/// Once a local day: a group that turned mandatory, new prices, a new wording make the contracts concerned
/// due; what was kept beside its successor and whose last day is over is closed.
class ContractDay {
 public:
  Result<void> run(contract_office::Office const& office, documents::Sequencer& sequencer, UnixMs now);

 private:
  std::optional<Date> done_;
};

}  // namespace tamga::server
