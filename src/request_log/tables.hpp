// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"

namespace tamga::request_log {

inline constexpr std::array kDistribution{sql::Distribution{.table = "api_request", .column = "participant"}};

/// `entry`: numbers that grow in the order in which calls were answered. `at`: when they came.
inline constexpr std::array kMigrations{
    sql::Migration{1, "calls of programs", R"sql(
CREATE TABLE api_request (
  participant {integer} NOT NULL,
  entry {integer} NOT NULL,
  at {integer} NOT NULL,
  api_key {text} NOT NULL,
  method {text} NOT NULL,
  path {text} NOT NULL,
  status {integer} NOT NULL,
  duration_us {integer} NOT NULL,
  error {text} NOT NULL,
  request_id {text} NOT NULL,
  address {text} NOT NULL,
  PRIMARY KEY (participant, entry)
) {strict_keyed};
CREATE INDEX api_request_at ON api_request (at);
)sql",
                   kDistribution},
};

}  // namespace tamga::request_log
