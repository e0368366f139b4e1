// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "sql/store.hpp"

namespace tamga::sql {

/// One step of a room's schema, in the dialect of dialect.hpp. Numbers of a room begin with 1 and have no
/// gaps; the text of a step that was released is never changed.
struct Migration {
  int number;
  std::string_view name;
  std::string_view text;
};

/// Brings the tables of `room` to the last of `migrations`, each step in a transaction of its own together
/// with its record. Before anything is done: kMigrationChanged when a recorded step has another text today,
/// kMigrationNewer when the database has steps this program does not know. Several processes may start at
/// once: one does the work.
Result<void> migrate(Store& store, std::string_view room, std::span<Migration const> migrations,
                     Clock const& clock);

}  // namespace tamga::sql
