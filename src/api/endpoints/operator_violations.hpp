// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/endpoints/operator_tickets.hpp"
#include "api/violation_view.hpp"

namespace tamga::api {

/// How the operator ends a report.
enum class ViolationVerdict : std::uint8_t { Confirmed, Dismissed };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::ViolationVerdict> = tamga::shape::enumeration(
    "ViolationVerdict", "How a report ends",
    tamga::shape::value(tamga::api::ViolationVerdict::Confirmed, "confirmed", "It is as the consumer says"),
    tamga::shape::value(tamga::api::ViolationVerdict::Dismissed, "dismissed", "It is not"));

namespace tamga::api {

struct ListViolationQueue {
  static constexpr EndpointSpec kSpec{.name = "list_violation_queue",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/violations",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Reports of consumers, the oldest first",
                                      .tag = "operator"};
  struct Input {
    std::optional<support::ViolationState> state;
    std::optional<std::string> kind;
    std::optional<bool> overdue;
    std::optional<DocumentNumber> after;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "ListViolationQueueInput", "", shape::field("state", &Input::state, "Only those in this state"),
          shape::field("kind", &Input::kind, "Only of this kind", shape::size(1, 50)),
          shape::field("overdue", &Input::overdue, "True: only those that should have been decided"),
          shape::field("after", &Input::after, "`next` of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<OperatorViolation> violations;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object("ViolationQueue", "A page of reports",
                           shape::field("violations", &Output::violations, "The oldest first"),
                           shape::field("next", &Output::next, "For `after`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct GetViolation {
  static constexpr EndpointSpec kSpec{.name = "get_violation",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/violations/{violation}",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "A report of a consumer",
                                      .tag = "operator"};
  struct Input {
    DocumentNumber violation;
    static constexpr auto shape() {
      return shape::object("GetViolationInput", "",
                           shape::field("violation", &Input::violation, "Its number"));
    }
  };
  using Body = NoBody;
  using Output = OperatorViolation;
  static Result<Output> handle(Input const& input, Call& call);
};

struct TakeViolation {
  static constexpr EndpointSpec kSpec{.name = "take_violation",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/operator/violations/{violation}/taking",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Looks into a report from now on",
                                      .tag = "operator",
                                      .idempotency_key = true,
                                      .action = "violation.take"};
  using Input = GetViolation::Input;
  using Body = TakingBody;
  using Output = OperatorViolation;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

struct DecideViolation {
  static constexpr EndpointSpec kSpec{
      .name = "decide_violation",
      .method = http::Method::Post,
      .path = "/api/v1/operator/violations/{violation}/decision",
      .access = Access::Operator,
      .right = Right::Support,
      .summary = "Confirms or dismisses a report, with an answer for everybody",
      .tag = "operator",
      .idempotency_key = true,
      .action = "violation.decide"};
  using Input = GetViolation::Input;
  struct Body {
    ViolationVerdict decision;
    std::string answer;
    static constexpr auto shape() {
      return shape::object(
          "DecideViolation", "The decision about a report",
          shape::field("decision", &Body::decision, "How it ends"),
          shape::field("answer", &Body::answer, "For who reported and the owner of the goods; names nobody",
                       shape::size(1, 2'000), shape::multiline()));
    }
  };
  using Output = OperatorViolation;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<ListViolationQueue>;
extern template struct RowOf<GetViolation>;
extern template struct RowOf<TakeViolation>;
extern template struct RowOf<DecideViolation>;

}  // namespace tamga::api
