// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/ticket_view.hpp"

namespace tamga::api {

/// What one may talk to the operator about.
struct GetSupport {
  static constexpr EndpointSpec kSpec{
      .name = "get_support",
      .method = http::Method::Get,
      .path = "/api/v1/support",
      .access = Access::Public,
      .summary = "Contacts, topics of questions with their terms, kinds of violations",
      .tag = "support"};
  using Input = NoInput;
  using Body = NoBody;
  struct Topic {
    std::string topic;
    std::string name;
    std::int64_t answer_hours;
    bool working_hours;
    static constexpr auto shape() {
      return shape::object(
          "SupportTopic", "What participants ask about", shape::field("topic", &Topic::topic, "Its code"),
          shape::field("name", &Topic::name, "In the language of the call"),
          shape::field("answer_hours", &Topic::answer_hours, "In which the operator answers"),
          shape::field("working_hours", &Topic::working_hours, "Hours of the office, not of the clock"));
    }
  };
  struct Kind {
    std::string kind;
    std::string name;
    bool needs_goods;
    static constexpr auto shape() {
      return shape::object(
          "ViolationKind", "What a consumer may have seen", shape::field("kind", &Kind::kind, "Its code"),
          shape::field("name", &Kind::name, "In the language of the call"),
          shape::field("needs_goods", &Kind::needs_goods, "A report says the code or the GTIN"));
    }
  };
  struct Contacts {
    std::string address;
    std::string hours;
    std::string hotline;
    std::string email;
    std::optional<std::string> telegram;
    static constexpr auto shape() {
      return shape::object(
          "SupportContacts", "How anybody reaches the operator",
          shape::field("address", &Contacts::address, "Of the office that is open to visitors"),
          shape::field("hours", &Contacts::hours, "Of the hotline, in words"),
          shape::field("hotline", &Contacts::hotline, "Number as it is dialled"),
          shape::field("email", &Contacts::email, "Where to write"),
          shape::field("telegram", &Contacts::telegram, "Address of the channel; absent: there is none"));
    }
  };
  struct Output {
    Contacts contacts;
    std::int64_t open_hour;
    std::int64_t close_hour;
    std::vector<Topic> topics;
    std::vector<Kind> violations;
    static constexpr auto shape() {
      return shape::object("Support", "How to talk to the operator",
                           shape::field("contacts", &Output::contacts, "How anybody reaches him"),
                           shape::field("open_hour", &Output::open_hour, "Of the office, local time"),
                           shape::field("close_hour", &Output::close_hour, "Of the office, local time"),
                           shape::field("topics", &Output::topics, "In the order in which they are shown"),
                           shape::field("violations", &Output::violations, "Kinds, in their order"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct OpenTicket {
  static constexpr EndpointSpec kSpec{.name = "open_ticket",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/tickets",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Asks the operator something",
                                      .tag = "support",
                                      .idempotency_key = true,
                                      .success = 201,
                                      .max_body_bytes = 128 << 10,
                                      .action = "ticket.open"};
  using Input = NoInput;
  struct Body {
    std::string topic;
    std::optional<std::string> group;
    std::optional<TicketAbout> about;
    std::string subject;
    std::string text;
    static constexpr auto shape() {
      return shape::object(
          "OpenTicket", "A question to the operator",
          shape::field("topic", &Body::topic, "Code of the topic", shape::size(1, 50)),
          shape::field("group", &Body::group, "Product group it is about", shape::size(1, 50)),
          shape::field("about", &Body::about, "What it refers to"),
          shape::field("subject", &Body::subject, "In a line", shape::size(1, 150)),
          shape::field("text", &Body::text, "The question", shape::size(1, 10'000), shape::multiline()));
    }
  };
  using Output = TicketView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

/// Own tickets; who administers the organisation's users sees those of everybody.
struct ListTickets {
  static constexpr EndpointSpec kSpec{.name = "list_tickets",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/tickets",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Own tickets, of administrators all, the newest first",
                                      .tag = "support"};
  struct Input {
    std::optional<support::TicketState> state;
    std::optional<DocumentNumber> before;
    int limit;
    static constexpr auto shape() {
      return shape::object("ListTicketsInput", "",
                           shape::field("state", &Input::state, "Only those in this state"),
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<TicketLine> tickets;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object("Tickets", "A page of tickets",
                           shape::field("tickets", &Output::tickets, "The newest first"),
                           shape::field("next", &Output::next, "For `before`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct GetTicket {
  static constexpr EndpointSpec kSpec{.name = "get_ticket",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/tickets/{ticket}",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "A ticket with all that was written",
                                      .tag = "support"};
  struct Input {
    DocumentNumber ticket;
    static constexpr auto shape() {
      return shape::object("GetTicketInput", "", shape::field("ticket", &Input::ticket, "Its number"));
    }
  };
  using Body = NoBody;
  using Output = TicketView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// What is written into a ticket, by either side.
struct TicketText {
  std::string text;
  static constexpr auto shape() {
    return shape::object(
        "TicketText", "A message",
        shape::field("text", &TicketText::text, "What is said", shape::size(1, 10'000), shape::multiline()));
  }
};

struct WriteInTicket {
  static constexpr EndpointSpec kSpec{.name = "write_in_ticket",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/tickets/{ticket}/messages",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Asks on; opens a ticket that was closed lately",
                                      .tag = "support",
                                      .idempotency_key = true,
                                      .success = 201,
                                      .max_body_bytes = 128 << 10,
                                      .action = "ticket.write"};
  using Input = GetTicket::Input;
  using Body = TicketText;
  using Output = TicketView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

struct CloseTicket {
  static constexpr EndpointSpec kSpec{.name = "close_ticket",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/tickets/{ticket}/closing",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = kAnyUser,
                                      .summary = "Says that the question is settled",
                                      .tag = "support",
                                      .idempotency_key = true,
                                      .action = "ticket.close"};
  using Input = GetTicket::Input;
  using Body = NoBody;
  using Output = TicketView;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetSupport>;
extern template struct RowOf<OpenTicket>;
extern template struct RowOf<ListTickets>;
extern template struct RowOf<GetTicket>;
extern template struct RowOf<WriteInTicket>;
extern template struct RowOf<CloseTicket>;

}  // namespace tamga::api
