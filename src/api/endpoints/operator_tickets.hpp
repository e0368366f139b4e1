// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/endpoints/tickets.hpp"

namespace tamga::api {

/// The queue of the operator's support.
struct ListTicketQueue {
  static constexpr EndpointSpec kSpec{.name = "list_ticket_queue",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/tickets",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Tickets of all participants, what is due first comes first",
                                      .tag = "operator"};
  struct Input {
    std::optional<support::TicketState> state;
    std::optional<std::string> topic;
    std::optional<std::string> group;
    std::optional<std::string> tax_id;
    std::optional<bool> mine;
    std::optional<bool> overdue;
    std::optional<std::string> after;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "ListTicketQueueInput", "",
          shape::field("state", &Input::state, "Only those in this state; absent: open ones"),
          shape::field("topic", &Input::topic, "Only of this topic", shape::size(1, 50)),
          shape::field("group", &Input::group, "Only about this product group", shape::size(1, 50)),
          shape::field("tax_id", &Input::tax_id, "Only of this participant", shape::size(9, 14)),
          shape::field("mine", &Input::mine, "True: those I took; false: those that nobody took"),
          shape::field("overdue", &Input::overdue, "True: only those whose answer should have come"),
          shape::field("after", &Input::after, "`next` of the page before", shape::size(1, 50)),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<TicketLine> tickets;
    std::optional<std::string> next;
    static constexpr auto shape() {
      return shape::object("TicketQueue", "A page of tickets that wait",
                           shape::field("tickets", &Output::tickets, "In order of their term"),
                           shape::field("next", &Output::next, "For `after`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct AnswerTicket {
  static constexpr EndpointSpec kSpec{.name = "answer_ticket",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/tickets/{ticket}/messages",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Answers a participant; he gets a letter",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .success = 201,
                                      .max_body_bytes = 128 << 10,
                                      .action = "ticket.answer"};
  using Input = GetTicket::Input;
  using Body = TicketText;
  using Output = TicketView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

/// How somebody takes what waits: tickets, reports.
struct TakingBody {
  std::optional<bool> over;
  static constexpr auto shape() {
    return shape::object("Taking", "How it is taken",
                         shape::field("over", &TakingBody::over, "True: also when a colleague has it"));
  }
};

struct TakeTicket {
  static constexpr EndpointSpec kSpec{.name = "take_ticket",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/tickets/{ticket}/taking",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Looks after a ticket from now on",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .action = "ticket.take"};
  using Input = GetTicket::Input;
  using Body = TakingBody;
  using Output = TicketView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

struct EndTicket {
  static constexpr EndpointSpec kSpec{
      .name = "end_ticket",
      .method = http::Method::Post,
      .path = "/api/v1/operator/tickets/{ticket}/closing",
      .access = Access::Operator,
      .right = Right::Support,
      .summary = "Closes a ticket for the operator; the participant gets a letter",
      .tag = "operator",
      .idempotency_key = true,
      .action = "ticket.end"};
  using Input = GetTicket::Input;
  using Body = NoBody;
  using Output = TicketView;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListTicketQueue>;
extern template struct RowOf<AnswerTicket>;
extern template struct RowOf<TakeTicket>;
extern template struct RowOf<EndTicket>;

}  // namespace tamga::api
