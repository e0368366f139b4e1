// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/id.hpp"
#include "base/time.hpp"
#include "ledger/code_no.hpp"
#include "registry/user.hpp"

namespace tamga::support {

using TicketNo = Id<struct TicketNoTag, std::int64_t>;

/// Whose turn it is. Stored.
enum class TicketState : std::uint8_t {
  Open = 1,      ///< the operator has to answer
  Answered = 2,  ///< the operator has answered
  Closed = 3,
};
/// Who speaks. Stored.
enum class Side : std::uint8_t { Participant = 0, Operator = 1 };
/// What a question refers to. Stored.
enum class AboutKind : std::uint8_t { Nothing = 0, Document = 1, Order = 2, Code = 3 };

/// Who writes.
struct Author {
  Side side = Side::Participant;
  registry::UserNo user;
  std::string person;
};

/// A participant's question to the operator, and where it stands.
struct Ticket {
  TicketNo number;
  ledger::ParticipantNo participant;
  registry::UserNo user;  ///< who asked: he gets the letters
  std::string person;
  std::string topic;  ///< of the country's dictionary
  std::string group;  ///< product group; empty: none
  AboutKind about_kind = AboutKind::Nothing;
  std::string about;  ///< number of the document or order, text of the code
  std::string subject;
  TicketState state = TicketState::Open;
  UnixMs opened{};
  UnixMs changed{};  ///< the last message, or the end
  UnixMs due{};      ///< by when the operator answers, or should have
  std::optional<UnixMs> closed{};
  Side closed_by = Side::Participant;
  registry::UserNo taken_by{};  ///< of the operator's people; 0: nobody
  std::string taken_person{};
  std::int64_t messages = 0;
  std::int64_t late_answers = 0;  ///< of the operator, after they were due

  [[nodiscard]] bool overdue(UnixMs now) const { return state == TicketState::Open && now > due; }
};

/// One of its texts.
struct Message {
  std::int64_t line = 0;  ///< 1, 2, ...
  Side side = Side::Participant;
  std::string person;
  std::string text;
  UnixMs at;
  bool late = false;  ///< an answer that came after it was due
};

}  // namespace tamga::support
