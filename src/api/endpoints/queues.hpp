// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "support/rules.hpp"

template <>
inline constexpr auto tamga::shape::names<tamga::support::Queue> = tamga::shape::enumeration(
    "OperatorQueue", "What waits for people of the operator",
    tamga::shape::value(tamga::support::Queue::Applications, "applications", "Applications to be decided"),
    tamga::shape::value(tamga::support::Queue::Contracts, "contracts", "Contracts to be looked through"),
    tamga::shape::value(tamga::support::Queue::PriorContracts, "prior_contracts",
                        "Requests of who takes no part yet"),
    tamga::shape::value(tamga::support::Queue::Payments, "payments", "Payments that nobody could match"),
    tamga::shape::value(tamga::support::Queue::Channels, "channels", "Connections to be settled"),
    tamga::shape::value(tamga::support::Queue::Registrars, "registrars", "Registrars to be confirmed"),
    tamga::shape::value(tamga::support::Queue::Violations, "violations", "Reports of consumers"),
    tamga::shape::value(tamga::support::Queue::Signatures, "signatures",
                        "Accepted signatures of certificates found revoked"),
    tamga::shape::value(tamga::support::Queue::Documents, "documents",
                        "Documents whose signature nobody vouches for yet"),
    tamga::shape::value(tamga::support::Queue::Audits, "audits",
                        "Subjects whose last audit found something that does not fit"),
    tamga::shape::value(tamga::support::Queue::Letters, "letters", "E-mails that were given up"),
    tamga::shape::value(tamga::support::Queue::Cards, "cards", "Product cards in moderation"),
    tamga::shape::value(tamga::support::Queue::Tickets, "tickets", "Questions to be answered"));

namespace tamga::api {

/// The operator's queues in one call: for the first page of his people, and for numbers in the navigation.
struct GetQueues {
  static constexpr EndpointSpec kSpec{
      .name = "get_queues",
      .method = http::Method::Get,
      .path = "/api/v1/operator/queues",
      .access = Access::Operator,
      .right = kAnyUser,
      .summary = "How much waits in each queue one may work on, and whether it is late",
      .tag = "operator"};
  using Input = NoInput;
  using Body = NoBody;
  struct Line {
    support::Queue queue;
    std::int64_t count;
    std::optional<UnixMs> oldest;
    std::optional<UnixMs> due;
    bool late;
    static constexpr auto shape() {
      return shape::object("QueueLength", "How much waits in a queue",
                           shape::field("queue", &Line::queue, "Which one"),
                           shape::field("count", &Line::count, "How much waits"),
                           shape::field("oldest", &Line::oldest, "Since when the first of it waits"),
                           shape::field("due", &Line::due, "When the nearest term ends"),
                           shape::field("late", &Line::late, "That term is over"));
    }
  };
  struct Stopped {
    std::int64_t blocked;
    std::int64_t restricted;
    static constexpr auto shape() {
      return shape::object("StoppedParticipants", "How many may not do everything",
                           shape::field("blocked", &Stopped::blocked, "Nothing but setting it right"),
                           shape::field("restricted", &Stopped::restricted, "Only what keeps goods honest"));
    }
  };
  struct Output {
    std::vector<Line> queues;
    std::optional<Stopped> stopped;
    static constexpr auto shape() {
      return shape::object("Queues", "What waits for the operator",
                           shape::field("queues", &Output::queues, "Those whose right the caller has"),
                           shape::field("stopped", &Output::stopped,
                                        "Participants that are stopped, for who may look for participants"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetQueues>;

}  // namespace tamga::api
