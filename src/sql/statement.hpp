// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string_view>

namespace tamga::sql {

enum class Engine : std::uint8_t { Sqlite, Postgres };

/// One SQL statement, declared once as a constant in the room that owns its table:
///
///     inline constexpr sql::Statement kLotOf{"lot.of", "SELECT producer, batch FROM lot WHERE lot = $1"};
///
/// Parameters are $1, $2 ... on both engines; `column = ANY($1)` takes a list of integers; the dialect words
/// of dialect.hpp are replaced. The text is translated and prepared once per connection. `name` is what logs
/// and metrics show. `timeout` of zero means the store's own.
struct Statement {
  std::string_view name;
  std::string_view text;
  std::chrono::milliseconds timeout{0};
};

}  // namespace tamga::sql
