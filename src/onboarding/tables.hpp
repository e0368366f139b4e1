// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::onboarding {

/// Applications with the bytes that were signed. `live` holds the tax number while the application goes on
/// and is empty text with the number afterwards, so that a tax number has one live application.
inline constexpr std::array kMigrations{
    sql::Migration{1, "applications", R"sql(
CREATE TABLE application (
  application {integer} NOT NULL PRIMARY KEY,
  number {text} NOT NULL UNIQUE,
  live {text} NOT NULL UNIQUE,
  state {integer} NOT NULL,
  tax_id {text} NOT NULL,
  holder {text} NOT NULL,
  certificate {blob} NOT NULL,
  certificate_expires {integer} NOT NULL,
  email {text} NOT NULL,
  phone {text} NOT NULL,
  language {text} NOT NULL,
  consent {text} NOT NULL,
  submitted_at {integer} NOT NULL,
  decided_at {integer},
  next_check_at {integer} NOT NULL,
  checks {integer} NOT NULL,
  findings {text} NOT NULL,
  link {blob} NOT NULL,
  challenge {blob} NOT NULL UNIQUE,
  body {blob} NOT NULL,
  signature {blob} NOT NULL,
  certificate_bytes {blob} NOT NULL
) {strict};
CREATE INDEX application_due ON application (state, next_check_at);
CREATE INDEX application_tax_id ON application (tax_id, submitted_at);
)sql"},
    sql::Migration{2, "withdrawals", R"sql(
ALTER TABLE application ADD COLUMN withdrawal {blob};
ALTER TABLE application ADD COLUMN withdrawal_signature {blob};
)sql"},
    sql::Migration{3, "the legal basis that was shown",
                   "ALTER TABLE application ADD COLUMN legal_basis {text} NOT NULL DEFAULT '';\n"},
};

/// Applications that a person decides.
inline constexpr sql::Statement kToDecideBacklog{
    "onboarding.backlog", "SELECT COUNT(*), MIN(submitted_at) FROM application WHERE state = 3"};

}  // namespace tamga::onboarding
