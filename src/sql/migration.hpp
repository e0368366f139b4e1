// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "sql/store.hpp"

namespace tamga::sql {

/// How a table is spread over the machines of a Citus cluster: by the hash of `column`, its rows beside those
/// of `colocate_with` if given; or, without a column, whole on every machine (a reference table).
struct Distribution {
  std::string_view table;
  std::string_view column{};
  std::string_view colocate_with{};
};

/// One step of a room's schema, in the dialect of dialect.hpp. Numbers of a room begin with 1 and have no
/// gaps; the text of a step that was released is never changed. `distribution` is told to Citus after the
/// text; where the extension is not installed it means nothing, and it is no part of the fingerprint.
struct Migration {
  int number;
  std::string_view name;
  std::string_view text;
  std::span<Distribution const> distribution{};
};

/// Brings the tables of `room` to the last of `migrations`, each step in a transaction of its own together
/// with its record. Before anything is done: kMigrationChanged when a recorded step has another text today,
/// kMigrationNewer when the database has steps this program does not know. Several processes may start at
/// once: one does the work.
Result<void> migrate(Store& store, std::string_view room, std::span<Migration const> migrations,
                     Clock const& clock);

/// The call that tells Citus about a table.
std::string citus_call(Distribution const& distribution);

}  // namespace tamga::sql
