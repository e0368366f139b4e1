// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/violation_view.hpp"
#include "api/wire.hpp"

namespace tamga::api {

/// A consumer tells what he saw in a shop. Nobody has to sign in; the address he calls from does not go into
/// the journal.
struct ReportViolation {
  static constexpr EndpointSpec kSpec{.name = "report_violation",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/violations",
                                      .access = Access::Public,
                                      .summary = "Tells the operator what is wrong with goods in a shop",
                                      .tag = "support",
                                      .idempotency_key = true,
                                      .success = 201,
                                      .max_body_bytes = 64 << 10,
                                      .action = "violation.report"};
  using Input = NoInput;
  struct Body {
    std::string kind;
    std::optional<ScannedText> code;
    std::optional<GtinText> gtin;
    std::optional<std::string> shop;
    std::optional<std::string> address;
    std::optional<Latitude> latitude;
    std::optional<Longitude> longitude;
    std::optional<std::string> text;
    std::optional<std::string> email;
    std::optional<bool> consent;
    std::optional<std::string> language;
    static constexpr auto shape() {
      return shape::object(
          "ReportViolation", "What a consumer saw",
          shape::field("kind", &Body::kind, "Code of the kind", shape::size(1, 50)),
          shape::field("code", &Body::code, "The code on the goods, as scanned or typed"),
          shape::field("gtin", &Body::gtin, "The number under the bar code"),
          shape::field("shop", &Body::shop, "Name of the shop", shape::size(1, 200)),
          shape::field("address", &Body::address, "Where it is", shape::size(1, 500)),
          shape::field("latitude", &Body::latitude, "Where it was seen; with `longitude`"),
          shape::field("longitude", &Body::longitude, "Where it was seen; with `latitude`"),
          shape::field("text", &Body::text, "In one's own words", shape::size(1, 5'000), shape::multiline()),
          shape::field("email", &Body::email, "Where a letter about the decision goes; erased afterwards",
                       shape::size(3, 254)),
          shape::field("consent", &Body::consent, "True: may be written to; needed with `email`"),
          shape::field("language", &Body::language, "Of the letter: ru, uz or en; absent: of the call",
                       shape::size(2, 2)));
    }
  };
  struct Output {
    std::string violation;
    std::string key;
    static constexpr auto shape() {
      return shape::object("ViolationReceipt", "The report was taken",
                           shape::field("violation", &Output::violation, "Its number"),
                           shape::field("key", &Output::key,
                                        "A secret word: with it and the number one asks what became of it"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

/// What became of a report, for who knows its secret word.
struct GetViolationStatus {
  static constexpr EndpointSpec kSpec{.name = "get_violation_status",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/violations/{violation}",
                                      .access = Access::Public,
                                      .summary = "What became of a report of a consumer",
                                      .tag = "support"};
  struct Input {
    DocumentNumber violation;
    std::string key;
    static constexpr auto shape() {
      return shape::object("GetViolationStatusInput", "",
                           shape::field("violation", &Input::violation, "Its number"),
                           shape::field("key", &Input::key, "The secret word", shape::size(1, 50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::string violation;
    std::string kind;
    std::string kind_name;
    UnixMs reported_at;
    support::ViolationState state;
    std::optional<UnixMs> decided_at;
    std::optional<std::string> answer;
    static constexpr auto shape() {
      return shape::object("ViolationStatus", "What became of a report",
                           shape::field("violation", &Output::violation, "Its number"),
                           shape::field("kind", &Output::kind, "Code of its kind"),
                           shape::field("kind_name", &Output::kind_name, "In the language of the call"),
                           shape::field("reported_at", &Output::reported_at, "When it was sent"),
                           shape::field("state", &Output::state, "Where it stands"),
                           shape::field("decided_at", &Output::decided_at, "When the operator decided"),
                           shape::field("answer", &Output::answer, "Of the operator"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Reports about goods one holds, or whose GTIN one owns.
struct ListViolations {
  static constexpr EndpointSpec kSpec{.name = "list_violations",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/violations",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeGoods,
                                      .summary = "What consumers reported about own goods, the newest first",
                                      .tag = "support"};
  struct Input {
    std::optional<DocumentNumber> before;
    int limit;
    static constexpr auto shape() {
      return shape::object("ListViolationsInput", "",
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<ViolationView> violations;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object("Violations", "A page of reports",
                           shape::field("violations", &Output::violations, "The newest first"),
                           shape::field("next", &Output::next, "For `before`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ReportViolation>;
extern template struct RowOf<GetViolationStatus>;
extern template struct RowOf<ListViolations>;

}  // namespace tamga::api
