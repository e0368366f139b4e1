// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/call.hpp"
#include "api/wire.hpp"
#include "support/ticket.hpp"

template <>
inline constexpr auto tamga::shape::names<tamga::support::TicketState> = tamga::shape::enumeration(
    "TicketState", "Whose turn it is",
    tamga::shape::value(tamga::support::TicketState::Open, "open", "The operator has to answer"),
    tamga::shape::value(tamga::support::TicketState::Answered, "answered", "The operator has answered"),
    tamga::shape::value(tamga::support::TicketState::Closed, "closed",
                        "Settled; a message opens it again for some days"));
template <>
inline constexpr auto tamga::shape::names<tamga::support::Side> = tamga::shape::enumeration(
    "TicketSide", "Who speaks",
    tamga::shape::value(tamga::support::Side::Participant, "participant", "Somebody of the organisation"),
    tamga::shape::value(tamga::support::Side::Operator, "operator", "Somebody of the operator"));
template <>
inline constexpr auto tamga::shape::names<tamga::support::AboutKind> = tamga::shape::enumeration(
    "TicketAboutKind", "What a question refers to",
    tamga::shape::value(tamga::support::AboutKind::Document, "document", "A document, by its number"),
    tamga::shape::value(tamga::support::AboutKind::Order, "order", "An order of codes, by its number"),
    tamga::shape::value(tamga::support::AboutKind::Code, "code", "A code, as it was scanned"));

namespace tamga::api {

/// What a question refers to.
struct TicketAbout {
  support::AboutKind kind;
  ScannedText value;
  static constexpr auto shape() {
    return shape::object(
        "TicketAbout", "What a question refers to", shape::field("kind", &TicketAbout::kind, "What it is"),
        shape::field("value", &TicketAbout::value, "Its number, or the code; at most 400 characters"));
  }
};

/// A ticket in a list.
struct TicketLine {
  std::string ticket;
  std::string topic;
  std::string topic_name;
  std::optional<std::string> group;
  std::optional<TicketAbout> about;
  std::string subject;
  support::TicketState state;
  std::string person;
  UnixMs opened_at;
  UnixMs changed_at;
  UnixMs due_at;
  bool overdue;
  std::int64_t late_answers;
  std::optional<UnixMs> closed_at;
  std::optional<support::Side> closed_by;
  std::optional<std::string> taken_by;
  std::int64_t messages;
  std::optional<std::string> company;
  std::optional<std::string> tax_id;
  static constexpr auto shape() {
    return shape::object(
        "TicketLine", "A question to the operator", shape::field("ticket", &TicketLine::ticket, "Its number"),
        shape::field("topic", &TicketLine::topic, "Code of its topic"),
        shape::field("topic_name", &TicketLine::topic_name, "In the language of the call"),
        shape::field("group", &TicketLine::group, "Product group it is about"),
        shape::field("about", &TicketLine::about, "What it refers to"),
        shape::field("subject", &TicketLine::subject, "In a line"),
        shape::field("state", &TicketLine::state, "Whose turn it is"),
        shape::field("person", &TicketLine::person, "Who asked"),
        shape::field("opened_at", &TicketLine::opened_at, "When"),
        shape::field("changed_at", &TicketLine::changed_at, "When it was written or closed last"),
        shape::field("due_at", &TicketLine::due_at, "By when the operator answers, or should have"),
        shape::field("overdue", &TicketLine::overdue, "The answer is due and has not come"),
        shape::field("late_answers", &TicketLine::late_answers, "That came after they were due"),
        shape::field("closed_at", &TicketLine::closed_at, "When it was closed"),
        shape::field("closed_by", &TicketLine::closed_by, "Who closed it"),
        shape::field("taken_by", &TicketLine::taken_by, "Who of the operator looks after it"),
        shape::field("messages", &TicketLine::messages, "How many there are"),
        shape::field("company", &TicketLine::company, "Whose it is; for the operator's staff"),
        shape::field("tax_id", &TicketLine::tax_id, "Its tax number; for the operator's staff"));
  }
};

struct TicketMessage {
  std::int64_t line;
  support::Side side;
  std::string person;
  std::string text;
  UnixMs at;
  bool late;
  static constexpr auto shape() {
    return shape::object("TicketMessage", "A text of a ticket",
                         shape::field("line", &TicketMessage::line, "1, 2, ..."),
                         shape::field("side", &TicketMessage::side, "Who speaks"),
                         shape::field("person", &TicketMessage::person, "His name"),
                         shape::field("text", &TicketMessage::text, "What he says"),
                         shape::field("at", &TicketMessage::at, "When"),
                         shape::field("late", &TicketMessage::late, "An answer that came after it was due"));
  }
};

/// A ticket with everything that was written.
struct TicketView {
  TicketLine ticket;
  std::vector<TicketMessage> messages;
  static constexpr auto shape() {
    return shape::object("Ticket", "A question to the operator with all that was written",
                         shape::field("ticket", &TicketView::ticket, "Where it stands"),
                         shape::field("messages", &TicketView::messages, "In their order"));
  }
};

/// As the caller may see it: whose it is, is told to the operator.
Result<TicketLine> line_of(Call const& call, support::Ticket const& ticket);
Result<std::vector<TicketLine>> lines_of(Call const& call, std::vector<support::Ticket> const& tickets);
/// The ticket as it is now.
Result<TicketView> ticket_view(Call const& call, support::TicketNo number);

/// Who writes, on his side.
support::Author author_of(Call const& call, support::Side side);

}  // namespace tamga::api
