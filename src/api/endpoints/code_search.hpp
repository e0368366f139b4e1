// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/code_export.hpp"
#include "api/endpoint_row.hpp"
#include "api/task_view.hpp"

namespace tamga::api {

/// A code in a list of own codes.
struct FoundCodeView {
  std::string cis;
  std::optional<GtinText> gtin;
  std::optional<std::string> product;
  std::string status;
  std::vector<std::string> marks;
  std::optional<DocumentNumber> order;
  std::optional<UnixMs> emitted_at;
  std::optional<Date> produced_on;
  std::optional<Date> expires_on;
  std::optional<std::string> batch;
  std::optional<std::string> package;
  static constexpr auto shape() {
    using Me = FoundCodeView;
    return shape::object(
        "FoundCode", "A code in a list of own codes", shape::field("cis", &Me::cis, "Identity"),
        shape::field("gtin", &Me::gtin, "GTIN; absent for transport units"),
        shape::field("product", &Me::product, "Name of the goods in the reader's language"),
        shape::field("status", &Me::status, "emitted, applied, introduced, retired, written_off, disbanded"),
        shape::field("marks", &Me::marks, "in_transit, blocked and others"),
        shape::field("order", &Me::order, "Order by which it was emitted"),
        shape::field("emitted_at", &Me::emitted_at, "When it was emitted"),
        shape::field("produced_on", &Me::produced_on, "Day of production"),
        shape::field("expires_on", &Me::expires_on, "Last day of sale"),
        shape::field("batch", &Me::batch, "Series or batch of the maker"),
        shape::field("package", &Me::package, "The package it lies in"));
  }
};

/// Features. Walks runs and lots: what it costs grows with what happened to codes, not with how
/// many there are.
struct SearchCodes {
  static constexpr EndpointSpec kSpec{.name = "search_codes",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/codes/search",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeCodes,
                                      .summary = "Own codes by what is known of them",
                                      .tag = "codes"};
  struct Input : CodesAsked {
    std::optional<ScannedText> after;
    int limit;
    static constexpr auto shape() {
      return shape_with("SearchCodesInput", "",
                        shape::field("after", &Input::after, "`next` of the page before"),
                        shape::field("limit", &Input::limit, "At most so many", shape::range(1, 1'000),
                                     shape::by_default(100)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<FoundCodeView> codes;
    std::optional<std::string> next;
    static constexpr auto shape() {
      return shape::object(
          "CodePage", "A page of own codes",
          shape::field("codes", &Output::codes, "In the order in which they were emitted"),
          shape::field("next", &Output::next,
                       "Give it as `after` for the next page, which may be empty; absent on the last"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct StatusCountView {
  std::string status;
  std::int64_t quantity;
  static constexpr auto shape() {
    return shape::object("StatusCount", "How many codes are in a status",
                         shape::field("status", &StatusCountView::status, "Status"),
                         shape::field("quantity", &StatusCountView::quantity, "How many"));
  }
};

struct CountCodes {
  static constexpr EndpointSpec kSpec{.name = "count_codes",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/codes/counts",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeCodes,
                                      .summary = "How many own codes of a search are in each status",
                                      .tag = "codes"};
  struct Input : CodesAsked {
    static constexpr auto shape() { return shape_with("CountCodesInput", ""); }
  };
  using Body = NoBody;
  struct Output {
    std::vector<StatusCountView> counts;
    std::int64_t quantity;
    bool complete;
    static constexpr auto shape() {
      return shape::object(
          "CodeCounts", "How many own codes of a search are in each status",
          shape::field("counts", &Output::counts, "Statuses with codes"),
          shape::field("quantity", &Output::quantity, "All of them"),
          shape::field("complete", &Output::complete, "False when there are more than were counted"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct ExportCodes {
  static constexpr EndpointSpec kSpec{.name = "export_codes",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/codes/export",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeCodes,
                                      .summary = "The codes of a search as a file that is prepared aside",
                                      .tag = "codes",
                                      .idempotency_key = true,
                                      .success = 201,
                                      .action = "task.codes"};
  using Input = NoInput;
  using Body = CodeExportAsk;
  using Output = TaskView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

/// The same at once, as one stream.
struct StreamCodes {
  static constexpr EndpointSpec kSpec{.name = "stream_codes",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/codes/export",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeCodes,
                                      .summary = "The codes of a search as one stream, without check parts",
                                      .tag = "codes",
                                      .produces = "text/csv",
                                      .action = "codes.export"};
  using Input = CodeExportAsk;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<SearchCodes>;
extern template struct RowOf<CountCodes>;
extern template struct RowOf<ExportCodes>;
extern template struct RowOf<StreamCodes>;

}  // namespace tamga::api
