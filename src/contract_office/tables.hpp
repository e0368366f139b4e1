// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::contract_office {

/// Who looks after which group, who asked for a contract before registering, and what the operator decided
/// about groups: days since 1970-01-01, words of the country's vocabulary; an empty word or price: not said.
inline constexpr std::array kMigrations{
    sql::Migration{1, "managers, prior requests, calls", R"sql(
CREATE TABLE group_manager (
  product_group {text} NOT NULL PRIMARY KEY,
  name {text} NOT NULL,
  email {text} NOT NULL,
  phone {text} NOT NULL,
  changed_by {text} NOT NULL,
  changed_at {integer} NOT NULL
) {strict_keyed};
CREATE TABLE prior_request (
  request {identity},
  idempotency {text} NOT NULL UNIQUE,
  company {text} NOT NULL,
  tax_id {text} NOT NULL,
  person {text} NOT NULL,
  email {text} NOT NULL,
  phone {text} NOT NULL,
  product_group {text} NOT NULL,
  language {text} NOT NULL,
  submitted_at {integer} NOT NULL,
  closed_at {integer},
  closed_by {text} NOT NULL,
  answer {text} NOT NULL
) {strict};
CREATE INDEX prior_request_open ON prior_request (request) WHERE closed_at IS NULL;
CREATE INDEX prior_request_tax_id ON prior_request (tax_id, submitted_at);
CREATE TABLE contract_call (
  participant {integer} NOT NULL,
  idempotency {text} NOT NULL,
  request {blob} NOT NULL,
  object {text} NOT NULL,
  at {integer} NOT NULL,
  PRIMARY KEY (participant, idempotency)
) {strict_keyed};
CREATE INDEX contract_call_at ON contract_call (at);
)sql"},
    sql::Migration{2, "calls are of the registry", "DROP TABLE contract_call;\n"},
    sql::Migration{3, "what the operator decided about groups", R"sql(
CREATE TABLE group_decision (
  decision {integer} NOT NULL PRIMARY KEY,
  product_group {text} NOT NULL,
  effective_from {integer} NOT NULL,
  mode {text} NOT NULL,
  price {integer},
  currency {text} NOT NULL,
  vat_included {integer} NOT NULL,
  charge_at {text} NOT NULL,
  free_levels {text} NOT NULL,
  reason {text} NOT NULL,
  person {text} NOT NULL,
  at {integer} NOT NULL
) {strict};
)sql"},
};

inline constexpr sql::Statement kManagers{
    "contract_office.managers",
    "SELECT product_group, name, email, phone, changed_by, changed_at FROM group_manager "
    "ORDER BY product_group"};
inline constexpr sql::Statement kManagerOf{
    "contract_office.manager",
    "SELECT product_group, name, email, phone, changed_by, changed_at FROM group_manager "
    "WHERE product_group = $1"};
inline constexpr sql::Statement kSetManager{
    "contract_office.manager.set",
    "INSERT INTO group_manager (product_group, name, email, phone, changed_by, changed_at) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (product_group) DO UPDATE SET name = excluded.name, "
    "email = excluded.email, phone = excluded.phone, changed_by = excluded.changed_by, "
    "changed_at = excluded.changed_at"};

inline constexpr sql::Statement kInsertGroupDecision{
    "contract_office.group.insert",
    "INSERT INTO group_decision (decision, product_group, effective_from, mode, price, currency, "
    "vat_included, charge_at, free_levels, reason, person, at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"};
inline constexpr sql::Statement kGroupDecisions{
    "contract_office.groups",
    "SELECT decision, product_group, effective_from, mode, price, currency, vat_included, charge_at, "
    "free_levels, reason, person, at FROM group_decision ORDER BY at, decision"};
inline constexpr sql::Statement kCountGroupDecisions{"contract_office.groups.count",
                                                     "SELECT COUNT(*) FROM group_decision"};

inline constexpr sql::Statement kInsertPriorRequest{
    "contract_office.prior.insert",
    "INSERT INTO prior_request (idempotency, company, tax_id, person, email, phone, product_group, language, "
    "submitted_at, closed_by, answer) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, '', '')"};
inline constexpr sql::Statement kPriorRequest{"contract_office.prior",
                                              "SELECT request, company, tax_id, person, email, phone, "
                                              "product_group, language, submitted_at, closed_at, "
                                              "closed_by, answer FROM prior_request WHERE request = $1"};
inline constexpr sql::Statement kPriorRequestOfKey{
    "contract_office.prior.of_key",
    "SELECT request, company, tax_id, person, email, phone, product_group, language, submitted_at, "
    "closed_at, "
    "closed_by, answer FROM prior_request WHERE idempotency = $1"};
inline constexpr sql::Statement kOpenPriorRequests{
    "contract_office.prior.open",
    "SELECT request, company, tax_id, person, email, phone, product_group, language, submitted_at, "
    "closed_at, "
    "closed_by, answer FROM prior_request WHERE closed_at IS NULL AND request > $1 ORDER BY request "
    "LIMIT $2"};
inline constexpr sql::Statement kCountPriorRequests{
    "contract_office.prior.count",
    "SELECT COUNT(*) FROM prior_request WHERE tax_id = $1 AND submitted_at > $2"};
inline constexpr sql::Statement kClosePriorRequest{
    "contract_office.prior.close",
    "UPDATE prior_request SET closed_at = $2, closed_by = $3, answer = $4 "
    "WHERE request = $1 AND closed_at IS NULL"};

/// Requests of who takes no part yet that are not answered.
inline constexpr sql::Statement kPriorBacklog{
    "contract_office.backlog",
    "SELECT COUNT(*), MIN(submitted_at) FROM prior_request WHERE closed_at IS NULL"};

}  // namespace tamga::contract_office
