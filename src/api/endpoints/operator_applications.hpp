// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoints/applications.hpp"

namespace tamga::api {

/// An application as the operator sees it: with whom it is about.
struct ReviewedApplication {
  std::string number;
  std::string state;
  UnixMs submitted_at;
  std::string tax_id;
  std::string organization;
  std::string person;
  std::string position;
  std::string email;
  std::string phone;
  int checks;
  std::vector<FindingView> findings;
  static constexpr auto shape() {
    return shape::object(
        "ReviewedApplication", "An application as the operator sees it",
        shape::field("number", &ReviewedApplication::number, "Its number"),
        shape::field("state", &ReviewedApplication::state, "Where it stands"),
        shape::field("submitted_at", &ReviewedApplication::submitted_at, "When it came"),
        shape::field("tax_id", &ReviewedApplication::tax_id, "Tax number, from the certificate"),
        shape::field("organization", &ReviewedApplication::organization,
                     "Organisation, from the certificate"),
        shape::field("person", &ReviewedApplication::person, "Who signed, from the certificate"),
        shape::field("position", &ReviewedApplication::position, "Position, as the certificate says"),
        shape::field("email", &ReviewedApplication::email, "Where answers go"),
        shape::field("phone", &ReviewedApplication::phone, "Telephone"),
        shape::field("checks", &ReviewedApplication::checks, "How often the automatic checks ran"),
        shape::field("findings", &ReviewedApplication::findings, "What was found"));
  }
};

/// The operator's queue of applications.
struct ListApplications {
  static constexpr EndpointSpec kSpec{.name = "list_applications",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/applications",
                                      .access = Access::Operator,
                                      .right = Right::DecideApplications,
                                      .summary = "Applications in a state, oldest first",
                                      .tag = "operator"};
  struct Input {
    std::string state;
    std::optional<std::int64_t> after;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object(
          "ListApplicationsInput", "",
          shape::field("state", &Input::state, "checking, waiting, manual, approved, rejected ...",
                       shape::size(1, 20)),
          shape::field("after", &Input::after, "`next` of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<ReviewedApplication> applications;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "ApplicationQueue", "A page of the queue",
          shape::field("applications", &Output::applications, "Oldest first"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// A person at the operator decides, signed.
struct DecideApplication {
  static constexpr EndpointSpec kSpec{
      .name = "decide_application",
      .method = http::Method::Post,
      .path = "/api/v1/operator/applications/{number}/decision",
      .access = Access::Operator,
      .right = Right::DecideApplications,
      .summary =
          "Approves or rejects an application that waits for a person; the bytes are signed, in X-Signature",
      .tag = "operator",
      .idempotency_key = true,
      .max_body_bytes = 16 << 10};
  struct Input {
    std::string number;
    static constexpr auto shape() {
      return shape::object("DecideApplicationInput", "",
                           shape::field("number", &Input::number, "Of the application", shape::size(1, 40)));
    }
  };
  using Body = RawBody;
  using Output = ApplicationView;
  static shape::Description const& describe_body();
  static void handle(Input const& input, Call call, Later later);
};

extern template struct RowOf<ListApplications>;
extern template struct RowOf<DecideApplication>;

}  // namespace tamga::api
