// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

#include "base/time.hpp"
#include "sql/connection.hpp"

namespace tamga::sql {

/// How much waits, and since when the first of it does.
struct Backlog {
  std::int64_t count = 0;
  std::optional<UnixMs> oldest{};  ///< nothing while nothing waits
};

/// Of a statement that gives both: `SELECT COUNT(*), MIN(requested) FROM ... WHERE ...`.
template <class... Args>
Result<Backlog> backlog_of(Connection& connection, Statement const& statement, Args const&... args) {
  TAMGA_ASSIGN(found, connection.find(
                          statement,
                          [](Row const& row) {
                            Backlog out{.count = row.int64(0)};
                            if (auto const oldest = row.optional_int64(1)) out.oldest = UnixMs(*oldest);
                            return out;
                          },
                          args...));
  return found.value_or(Backlog());
}

}  // namespace tamga::sql
