// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ledger/code_no.hpp"
#include "sql/connection.hpp"

namespace tamga::preferences {

/// Whose they are: a user of a participant.
struct Owner {
  ledger::ParticipantNo participant;
  std::int64_t person = 0;
};

inline constexpr std::int64_t kMost = 200;           ///< of a person
inline constexpr std::int64_t kLongestValue = 4000;  ///< bytes

/// All of a person by their names.
Result<std::map<std::string, std::string>> of(sql::Connection& connection, Owner const& owner);
/// Keeps one; an empty value forgets it. Errors: TOO_MANY_PREFERENCES.
Result<void> keep(sql::Connection& connection, Owner const& owner, std::string_view name,
                  std::string_view value);

}  // namespace tamga::preferences
