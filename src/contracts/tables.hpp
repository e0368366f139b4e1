// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::contracts {

/// Contracts, their texts, what happened to them, and where the numbers stand. Not spread over machines: two
/// columns are unique and numbers have no gaps. `product_group` is empty for kinds that cover all groups. The
/// PDF is not stored: it is drawn from the texts.
inline constexpr std::array kMigrations{
    sql::Migration{1, "contracts", R"sql(
CREATE TABLE contract (
  contract {identity},
  number {text} NOT NULL UNIQUE,
  kind {text} NOT NULL,
  product_group {text} NOT NULL,
  participant {integer} NOT NULL,
  version {integer} NOT NULL,
  replaces {integer},
  template_day {integer} NOT NULL,
  state {integer} NOT NULL,
  keep_until {integer},
  facts {text} NOT NULL,
  manifest {text} NOT NULL,
  signed_at {integer},
  signer {text},
  signer_certificate {blob},
  participant_signature {blob},
  accepted_at {integer},
  acceptor {text},
  operator_signature {blob},
  reason {text} NOT NULL,
  events {integer} NOT NULL,
  UNIQUE (participant, kind, product_group, version)
) {strict};
CREATE INDEX contract_review ON contract (contract) WHERE state = 4;
CREATE INDEX contract_amending ON contract (keep_until) WHERE state = 6;
CREATE TABLE contract_text (
  contract {integer} NOT NULL,
  ordinal {integer} NOT NULL,
  language {text} NOT NULL,
  content {text} NOT NULL,
  sha256 {blob} NOT NULL,
  PRIMARY KEY (contract, ordinal)
) {strict_keyed};
CREATE TABLE contract_event (
  contract {integer} NOT NULL,
  ordinal {integer} NOT NULL,
  event {integer} NOT NULL,
  state {integer} NOT NULL,
  happened_at {integer} NOT NULL,
  actor {text} NOT NULL,
  note {text} NOT NULL,
  PRIMARY KEY (contract, ordinal)
) {strict_keyed};
CREATE TABLE contract_counter (
  name {text} NOT NULL PRIMARY KEY,
  last {integer} NOT NULL
) {strict_keyed};
)sql"},
    sql::Migration{2, "what is due", R"sql(
CREATE TABLE contract_due (
  participant {integer} NOT NULL PRIMARY KEY,
  asked {integer} NOT NULL,
  reason {text} NOT NULL,
  next_try {integer} NOT NULL,
  tries {integer} NOT NULL,
  obstacle {text} NOT NULL,
  obstacle_values {text} NOT NULL
) {strict_keyed};
CREATE INDEX contract_due_next ON contract_due (next_try);
CREATE TABLE contract_terms (
  subject {text} NOT NULL PRIMARY KEY,
  terms {text} NOT NULL,
  since {integer} NOT NULL
) {strict_keyed};
)sql"},
};

inline constexpr sql::Statement kCountNumber{
    "contracts.count",
    "INSERT INTO contract_counter (name, last) VALUES ($1, 1) "
    "ON CONFLICT (name) DO UPDATE SET last = contract_counter.last + 1"};
inline constexpr sql::Statement kLastNumber{"contracts.count.last",
                                            "SELECT last FROM contract_counter WHERE name = $1"};

inline constexpr sql::Statement kInsertContract{
    "contracts.insert",
    "INSERT INTO contract (number, kind, product_group, participant, version, replaces, template_day, state, "
    "facts, manifest, reason, events) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, '', 1)"};
inline constexpr sql::Statement kContractOfNumber{"contracts.of_number",
                                                  "SELECT contract FROM contract WHERE number = $1"};
inline constexpr sql::Statement kInsertText{
    "contracts.text.insert",
    "INSERT INTO contract_text (contract, ordinal, language, content, sha256) VALUES ($1, $2, $3, $4, $5)"};
inline constexpr sql::Statement kInsertEvent{
    "contracts.event.insert",
    "INSERT INTO contract_event (contract, ordinal, event, state, happened_at, actor, note) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"};

// The columns are those of contract_rows.cpp, in its order.
inline constexpr sql::Statement kContract{
    "contracts.contract",
    "SELECT contract, number, kind, product_group, participant, version, replaces, template_day, state, "
    "keep_until, facts, manifest, signed_at, signer, signer_certificate, participant_signature, accepted_at, "
    "acceptor, operator_signature, reason, events FROM contract WHERE contract = $1"};
/// Newest first.
inline constexpr sql::Statement kContractsOf{
    "contracts.of_participant",
    "SELECT contract, number, kind, product_group, participant, version, replaces, template_day, state, "
    "keep_until, facts, manifest, signed_at, signer, signer_certificate, participant_signature, accepted_at, "
    "acceptor, operator_signature, reason, events FROM contract WHERE participant = $1 "
    "ORDER BY contract DESC"};
/// Oldest first.
inline constexpr sql::Statement kContractsToReview{
    "contracts.review",
    "SELECT contract, number, kind, product_group, participant, version, replaces, template_day, state, "
    "keep_until, facts, manifest, signed_at, signer, signer_certificate, participant_signature, accepted_at, "
    "acceptor, operator_signature, reason, events FROM contract WHERE state = 4 AND contract > $1 "
    "ORDER BY contract LIMIT $2"};
inline constexpr sql::Statement kTextsOf{
    "contracts.texts",
    "SELECT language, content, sha256 FROM contract_text WHERE contract = $1 ORDER BY ordinal"};
inline constexpr sql::Statement kEventsOf{
    "contracts.events",
    "SELECT event, state, happened_at, actor, note FROM contract_event WHERE contract = $1 ORDER BY ordinal"};

/// The versions of one kind for one group.
inline constexpr sql::Statement kVersionsOf{"contracts.versions",
                                            "SELECT contract, number, version, state FROM contract WHERE "
                                            "participant = $1 AND kind = $2 AND product_group = $3 "
                                            "ORDER BY version"};
/// Every version of every kind, in order.
inline constexpr sql::Statement kHoldings{
    "contracts.holdings",
    "SELECT kind, product_group, contract, number, state, keep_until, accepted_at FROM contract "
    "WHERE participant = $1 ORDER BY kind, product_group, version"};
/// Whose contracts lapse: what was kept ends with them.
inline constexpr sql::Statement kLapsed{
    "contracts.lapsed",
    "SELECT contract FROM contract WHERE state = 6 AND keep_until < $1 ORDER BY contract LIMIT $2"};

// What happened changes no row when something else happened first.
inline constexpr sql::Statement kMove{
    "contracts.move",
    "UPDATE contract SET state = $3, reason = $4, events = events + 1 WHERE contract = $1 AND events = $2"};
inline constexpr sql::Statement kMoveSigned{
    "contracts.move.signed",
    "UPDATE contract SET state = $3, reason = '', events = events + 1, signed_at = $4, signer = $5, "
    "signer_certificate = $6, participant_signature = $7 WHERE contract = $1 AND events = $2"};
inline constexpr sql::Statement kMoveAccepted{
    "contracts.move.accepted",
    "UPDATE contract SET state = $3, reason = '', events = events + 1, accepted_at = $4, acceptor = $5, "
    "operator_signature = $6 WHERE contract = $1 AND events = $2"};
inline constexpr sql::Statement kMoveAmending{
    "contracts.move.amending",
    "UPDATE contract SET state = $3, reason = $4, events = events + 1, keep_until = $5 "
    "WHERE contract = $1 AND events = $2"};

// What is due. `asked` tells whether it was asked again while somebody worked on it.
inline constexpr sql::Statement kAskFor{
    "contracts.due.ask",
    "INSERT INTO contract_due (participant, asked, reason, next_try, tries, obstacle, obstacle_values) "
    "VALUES ($1, 1, $2, $3, 0, '', '') ON CONFLICT (participant) DO UPDATE SET "
    "asked = contract_due.asked + 1, reason = excluded.reason, next_try = excluded.next_try, tries = 0, "
    "obstacle = '', obstacle_values = ''"};
/// Of all who have a contract for a group that is not over, and of those who wait for one.
inline constexpr sql::Statement kAskForGroup{
    "contracts.due.ask_group",
    "INSERT INTO contract_due (participant, asked, reason, next_try, tries, obstacle, obstacle_values) "
    "SELECT DISTINCT participant, 1, $2, CAST($3 AS {integer}), 0, '', '' FROM contract "
    "WHERE product_group = $1 AND state < 8 ON CONFLICT (participant) DO UPDATE SET "
    "asked = contract_due.asked + 1, reason = excluded.reason, next_try = excluded.next_try, tries = 0, "
    "obstacle = '', obstacle_values = ''"};
inline constexpr sql::Statement kAskForKind{
    "contracts.due.ask_kind",
    "INSERT INTO contract_due (participant, asked, reason, next_try, tries, obstacle, obstacle_values) "
    "SELECT DISTINCT participant, 1, $2, CAST($3 AS {integer}), 0, '', '' FROM contract "
    "WHERE kind = $1 AND state < 8 ON CONFLICT (participant) DO UPDATE SET "
    "asked = contract_due.asked + 1, reason = excluded.reason, next_try = excluded.next_try, tries = 0, "
    "obstacle = '', obstacle_values = ''"};
inline constexpr sql::Statement kAskAgain{
    "contracts.due.again", "UPDATE contract_due SET next_try = $1, tries = 0 WHERE obstacle <> ''"};
inline constexpr sql::Statement kDue{
    "contracts.due",
    "SELECT participant, asked, reason, tries, obstacle, obstacle_values FROM contract_due "
    "WHERE next_try <= $1 ORDER BY next_try, participant LIMIT $2"};
inline constexpr sql::Statement kDueOf{
    "contracts.due.of",
    "SELECT participant, asked, reason, tries, obstacle, obstacle_values FROM contract_due "
    "WHERE participant = $1"};
inline constexpr sql::Statement kDueDone{"contracts.due.done",
                                         "DELETE FROM contract_due WHERE participant = $1 AND asked = $2"};
inline constexpr sql::Statement kDuePostponed{
    "contracts.due.postponed",
    "UPDATE contract_due SET next_try = $3, tries = tries + 1, obstacle = $4, obstacle_values = $5 "
    "WHERE participant = $1 AND asked = $2"};

// The terms that contracts were last compared with.
inline constexpr sql::Statement kTerms{"contracts.terms", "SELECT subject, terms FROM contract_terms"};
inline constexpr sql::Statement kSetTerms{
    "contracts.terms.set",
    "INSERT INTO contract_terms (subject, terms, since) VALUES ($1, $2, $3) ON CONFLICT (subject) "
    "DO UPDATE SET terms = excluded.terms, since = excluded.since"};

inline constexpr sql::Statement kParticipantOf{"contracts.participant",
                                               "SELECT participant FROM contract WHERE contract = $1"};

/// Contracts that a person looks through.
inline constexpr sql::Statement kReviewBacklog{
    "contracts.backlog", "SELECT COUNT(*), MIN(signed_at) FROM contract WHERE state = 4"};

}  // namespace tamga::contracts
