// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::support {

inline constexpr std::array kDistribution{
    sql::Distribution{.table = "ticket"}, sql::Distribution{.table = "ticket_message"},
    sql::Distribution{.table = "violation"}, sql::Distribution{.table = "help_comment"}};

/// Tickets and their messages; reports of consumers; comments on help. Moments are Unix milliseconds, NULL
/// while they have not come; a user or participant of 0 is nobody; degrees are millionths. `contact` and
/// `origin` of a report are personal: an empty text once they were erased. Numbers of states: ticket.hpp,
/// violation.hpp.
inline constexpr std::array kMigrations{
    sql::Migration{1, "tickets, violations, comments", R"sql(
CREATE TABLE ticket (
  ticket {integer} NOT NULL PRIMARY KEY,
  participant {integer} NOT NULL,
  user_no {integer} NOT NULL,
  person {text} NOT NULL,
  topic {text} NOT NULL,
  product_group {text} NOT NULL,
  about_kind {integer} NOT NULL,
  about {text} NOT NULL,
  subject {text} NOT NULL,
  state {integer} NOT NULL,
  opened_at {integer} NOT NULL,
  changed_at {integer} NOT NULL,
  due_at {integer} NOT NULL,
  closed_at {integer},
  closed_by {integer} NOT NULL,
  taken_by {integer} NOT NULL,
  taken_person {text} NOT NULL,
  messages {integer} NOT NULL,
  late_answers {integer} NOT NULL
) {strict};
CREATE INDEX ticket_of_participant ON ticket (participant, ticket);
CREATE INDEX ticket_queue ON ticket (state, due_at, ticket);
CREATE TABLE ticket_message (
  ticket {integer} NOT NULL,
  line {integer} NOT NULL,
  participant {integer} NOT NULL,
  side {integer} NOT NULL,
  user_no {integer} NOT NULL,
  person {text} NOT NULL,
  content {text} NOT NULL,
  written_at {integer} NOT NULL,
  late {integer} NOT NULL,
  PRIMARY KEY (ticket, line)
) {strict_keyed};
CREATE INDEX ticket_message_of_day ON ticket_message (participant, written_at) WHERE side = 0;
CREATE TABLE violation (
  violation {integer} NOT NULL PRIMARY KEY,
  secret {text} NOT NULL,
  kind {text} NOT NULL,
  code {text} NOT NULL,
  gtin {text} NOT NULL,
  holder {integer} NOT NULL,
  owner {integer} NOT NULL,
  shop {text} NOT NULL,
  address {text} NOT NULL,
  latitude {integer},
  longitude {integer},
  content {text} NOT NULL,
  language {text} NOT NULL,
  contact {text} NOT NULL,
  origin {text} NOT NULL,
  reported_at {integer} NOT NULL,
  state {integer} NOT NULL,
  taken_by {integer} NOT NULL,
  taken_person {text} NOT NULL,
  decided_at {integer},
  decided_by {text} NOT NULL,
  answer {text} NOT NULL
) {strict};
CREATE INDEX violation_queue ON violation (state, violation);
CREATE INDEX violation_holder ON violation (holder, violation) WHERE holder <> 0;
CREATE INDEX violation_owner ON violation (owner, violation) WHERE owner <> 0;
CREATE INDEX violation_origin ON violation (origin, reported_at) WHERE origin <> '';
CREATE INDEX violation_contact ON violation (decided_at) WHERE contact <> '';
CREATE TABLE help_comment (
  comment {integer} NOT NULL PRIMARY KEY,
  article {text} NOT NULL,
  participant {integer} NOT NULL,
  user_no {integer} NOT NULL,
  shown_name {text} NOT NULL,
  content {text} NOT NULL,
  written_at {integer} NOT NULL,
  hidden_at {integer},
  hidden_by {text} NOT NULL,
  reason {text} NOT NULL
) {strict};
CREATE INDEX help_comment_of_article ON help_comment (article, comment) WHERE hidden_at IS NULL;
CREATE INDEX help_comment_of_user ON help_comment (user_no, written_at);
)sql",
                   kDistribution},
};

/// Tickets that the operator has to answer.
inline constexpr sql::Statement kTicketBacklog{"support.tickets.backlog",
                                               "SELECT COUNT(*), MIN(opened_at) FROM ticket WHERE state = 1"};
/// When the first of them has to be answered.
inline constexpr sql::Statement kTicketTerm{"support.tickets.term",
                                            "SELECT MIN(due_at) FROM ticket WHERE state = 1"};
/// Reports of consumers that are not decided.
inline constexpr sql::Statement kViolationBacklog{
    "support.violations.backlog", "SELECT COUNT(*), MIN(reported_at) FROM violation WHERE state < 3"};

}  // namespace tamga::support
