// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::channels {

inline constexpr std::array kDistribution{sql::Distribution{.table = "channel"}};

/// `open` is 0 while a channel is requested or active, and its number afterwards: one open channel to an
/// operator.
inline constexpr std::array kMigrations{
    sql::Migration{1, "channels to operators of documents and fiscal data", R"sql(
CREATE TABLE channel (
  channel {integer} NOT NULL PRIMARY KEY,
  participant {integer} NOT NULL,
  kind {integer} NOT NULL,
  operator {text} NOT NULL,
  requisite {text} NOT NULL,
  state {integer} NOT NULL,
  person {text} NOT NULL,
  requested {integer} NOT NULL,
  changed {integer} NOT NULL,
  reason {text} NOT NULL,
  open {integer} NOT NULL
) {strict};
CREATE UNIQUE INDEX channel_open ON channel (participant, kind, operator, open);
CREATE INDEX channel_state ON channel (state, channel);
)sql",
                   kDistribution},
};

/// Connections that wait for the operator of the channel.
inline constexpr sql::Statement kRequestedBacklog{
    "channels.backlog", "SELECT COUNT(*), MIN(requested) FROM channel WHERE state = 0"};

}  // namespace tamga::channels
