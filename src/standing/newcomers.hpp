// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::standing {

/// Participants who joined and whom the state's register was never asked about: they have no row yet. Numbers
/// of participants have no gaps; rows may have some, where somebody was looked at out of turn. Remembers up
/// to which number everybody has a row. One thread.
class Newcomers {
 public:
  /// In order of number, at most `limit`. A long way without newcomers is gone in several calls.
  Result<std::vector<registry::Participant>> next(registry::Register const& participants, sql::Store& store,
                                                  int limit);

 private:
  registry::ParticipantNo looked_at_until_{};
};

}  // namespace tamga::standing
