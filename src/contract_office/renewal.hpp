// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "business_register/business_entity.hpp"
#include "contract_office/office.hpp"
#include "contracts/due.hpp"

namespace tamga::contract_office {

/// What happened to a contract without anybody asking: for the journal.
struct Happened {
  std::string action;  ///< "contract.generate", "contract.replace", "contract.end"
  registry::ParticipantNo participant;
  std::string number;
};

/// Somebody whose contracts are due, with what had to be asked outside of any transaction.
struct Task {
  contracts::Due due;
  std::optional<business_register::BusinessEntity> entity{};
  std::optional<Error> silent{};  ///< the state's register does not answer now
};

/// Those whose time has come, at most `most`, each with what the state's register says. May take seconds;
/// not within a transaction.
Result<std::vector<Task>> due_tasks(Office const& office, sql::Store& store, UnixMs now, std::int64_t most);

/// Makes the participant's contracts what they should be today: one that is missing is generated, one that
/// says something else than it would today gets a new version, one that is not needed any more ends; each is
/// published, with its letter. What cannot be made (a gap in the profile, a group without prices) is kept as
/// the obstacle and tried again every day, and at once when the profile changes. Within the caller's
/// transaction; nothing when somebody else has done it.
Result<std::vector<Happened>> perform(Office const& office, sql::Connection& connection, Task const& task,
                                      UnixMs now);

/// Compares prices, modes, wordings and VAT of today with those that contracts were last compared with; what
/// differs makes the contracts concerned due, and a kind of contract that is new makes everybody due who has
/// a profile, also those who were there before the system had contracts. Within the caller's transaction.
/// Whether something differed.
Result<bool> compare_terms(Office const& office, sql::Connection& connection, UnixMs now);

}  // namespace tamga::contract_office
