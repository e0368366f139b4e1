// SPDX-License-Identifier: Apache-2.0
#include "support/ticket_rows.hpp"

#include "sql/statement.hpp"
#include "support/errors.hpp"

namespace tamga::support {
namespace {

#define TAMGA_TICKET_COLUMNS                                                                        \
  "ticket, participant, user_no, person, topic, product_group, about_kind, about, subject, state, " \
  "opened_at, changed_at, due_at, closed_at, closed_by, taken_by, taken_person, messages, late_answers"

constexpr sql::Statement kInsert{"support.ticket.insert",
                                 "INSERT INTO ticket (" TAMGA_TICKET_COLUMNS
                                 ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "
                                 "$15, $16, $17, $18, $19)"};
constexpr sql::Statement kUpdate{
    "support.ticket.update",
    "UPDATE ticket SET state = $2, changed_at = $3, due_at = $4, closed_at = $5, closed_by = $6, "
    "taken_by = $7, taken_person = $8, messages = $9, late_answers = $10 WHERE ticket = $1"};
constexpr sql::Statement kFind{"support.ticket",
                               "SELECT " TAMGA_TICKET_COLUMNS " FROM ticket WHERE ticket = $1"};
constexpr sql::Statement kOwn{
    "support.tickets.own",
    "SELECT " TAMGA_TICKET_COLUMNS
    " FROM ticket WHERE participant = $1 AND ticket < $2 AND user_no = COALESCE($3, user_no) "
    "AND state = COALESCE($4, state) ORDER BY ticket DESC LIMIT $5"};
constexpr sql::Statement kQueue{
    "support.tickets.queue",
    "SELECT " TAMGA_TICKET_COLUMNS
    " FROM ticket WHERE state = $1 AND (due_at > $2 OR (due_at = $2 AND ticket > $3)) "
    "AND topic = COALESCE($4, topic) AND product_group = COALESCE($5, product_group) "
    "AND participant = COALESCE($6, participant) AND taken_by = COALESCE($7, taken_by) "
    "AND due_at < COALESCE($8, due_at + 1) ORDER BY due_at, ticket LIMIT $9"};
constexpr sql::Statement kUnclosed{"support.tickets.unclosed",
                                   "SELECT COUNT(*) FROM ticket WHERE participant = $1 AND state < 3"};
constexpr sql::Statement kInsertMessage{"support.message.insert",
                                        "INSERT INTO ticket_message (ticket, line, participant, side, "
                                        "user_no, person, content, written_at, late) "
                                        "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
constexpr sql::Statement kMessages{"support.messages",
                                   "SELECT line, side, person, content, written_at, late FROM ticket_message "
                                   "WHERE ticket = $1 ORDER BY line"};
constexpr sql::Statement kCountMessages{
    "support.messages.count",
    "SELECT COUNT(*) FROM ticket_message WHERE participant = $1 AND written_at > $2 AND side = 0"};

#undef TAMGA_TICKET_COLUMNS

Ticket ticket_of(sql::Row const& row) {
  Ticket out{.number = row.as<TicketNo>(0),
             .participant = row.as<ledger::ParticipantNo>(1),
             .user = row.as<registry::UserNo>(2),
             .person = std::string(row.text(3)),
             .topic = std::string(row.text(4)),
             .group = std::string(row.text(5)),
             .about_kind = row.as<AboutKind>(6),
             .about = std::string(row.text(7)),
             .subject = std::string(row.text(8)),
             .state = row.as<TicketState>(9),
             .opened = row.as<UnixMs>(10),
             .changed = row.as<UnixMs>(11),
             .due = row.as<UnixMs>(12)};
  if (!row.is_null(13)) out.closed = row.as<UnixMs>(13);
  out.closed_by = row.as<Side>(14);
  out.taken_by = row.as<registry::UserNo>(15);
  out.taken_person = row.text(16);
  out.messages = row.int64(17);
  out.late_answers = row.int64(18);
  return out;
}

Result<std::vector<Ticket>> tickets(Result<sql::Rows> rows) {
  if (!rows) return fail(std::move(rows).error());
  std::vector<Ticket> out;
  TAMGA_TRY(rows->each([&](sql::Row const& row) { out.push_back(ticket_of(row)); }));
  return out;
}

std::int64_t count_of(sql::Row const& row) { return row.int64(0); }

}  // namespace

Result<Ticket> find_ticket(sql::Connection& connection, TicketNo number) {
  TAMGA_ASSIGN(found, connection.find(kFind, ticket_of, number));
  if (!found) return fail(kTicketUnknown);
  return *std::move(found);
}

Result<std::vector<Message>> messages_of(sql::Connection& connection, TicketNo number) {
  TAMGA_ASSIGN(rows, connection.query(kMessages, number));
  std::vector<Message> out;
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.push_back({.line = row.int64(0),
                   .side = row.as<Side>(1),
                   .person = std::string(row.text(2)),
                   .text = std::string(row.text(3)),
                   .at = row.as<UnixMs>(4),
                   .late = row.int64(5) != 0});
  }));
  return out;
}

Result<std::vector<Ticket>> tickets_of(sql::Connection& connection, OwnTickets const& which, TicketNo before,
                                       int limit) {
  return tickets(connection.query(kOwn, which.participant, before, which.user, which.state, limit));
}

Result<std::vector<Ticket>> queue(sql::Connection& connection, QueueFilter const& filter, QueuePlace after,
                                  int limit) {
  return tickets(connection.query(kQueue, filter.state, after.due, after.ticket, filter.topic, filter.group,
                                  filter.participant, filter.taken_by, filter.due_before, limit));
}

Result<std::int64_t> count_unclosed(sql::Connection& connection, ledger::ParticipantNo participant) {
  TAMGA_ASSIGN(count, connection.find(kUnclosed, count_of, participant));
  return count.value_or(0);
}

Result<std::int64_t> count_messages(sql::Connection& connection, ledger::ParticipantNo participant,
                                    UnixMs after) {
  TAMGA_ASSIGN(count, connection.find(kCountMessages, count_of, participant, after));
  return count.value_or(0);
}

Result<void> insert(sql::Connection& connection, Ticket const& one) {
  TAMGA_TRY(connection.execute(kInsert, one.number, one.participant, one.user, one.person, one.topic,
                               one.group, one.about_kind, one.about, one.subject, one.state, one.opened,
                               one.changed, one.due, one.closed, one.closed_by, one.taken_by,
                               one.taken_person, one.messages, one.late_answers));
  return {};
}

Result<void> update(sql::Connection& connection, Ticket const& one) {
  TAMGA_TRY(connection.execute(kUpdate, one.number, one.state, one.changed, one.due, one.closed,
                               one.closed_by, one.taken_by, one.taken_person, one.messages,
                               one.late_answers));
  return {};
}

Result<void> insert(sql::Connection& connection, Ticket const& ticket, Author const& author,
                    Message const& message) {
  TAMGA_TRY(connection.execute(kInsertMessage, ticket.number, message.line, ticket.participant, message.side,
                               author.user, message.person, message.text, message.at,
                               static_cast<std::int64_t>(message.late)));
  return {};
}

}  // namespace tamga::support
