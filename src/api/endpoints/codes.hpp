// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"

namespace tamga::api {

struct HistoryLineView {
  std::string event;
  DocumentNumber document;
  UnixMs at;
  static constexpr auto shape() {
    return shape::object("HistoryLine", "One event of a code's life",
                         shape::field("event", &HistoryLineView::event, "What happened"),
                         shape::field("document", &HistoryLineView::document, "By which document"),
                         shape::field("at", &HistoryLineView::at, "When the document was numbered"));
  }
};

/// What codes applied together share.
struct LotView {
  std::optional<Date> produced_on;
  std::optional<Date> expires_on;
  std::string batch;
  std::string country;
  std::string declaration;
  std::string release_method;
  std::string issuer;
  static constexpr auto shape() {
    return shape::object(
        "Lot", "What codes applied together share",
        shape::field("produced_on", &LotView::produced_on, "Day of production"),
        shape::field("expires_on", &LotView::expires_on, "Last day of sale"),
        shape::field("batch", &LotView::batch, "Series or batch of the maker"),
        shape::field("country", &LotView::country, "Country of origin"),
        shape::field("declaration", &LotView::declaration, "Customs declaration or permit"),
        shape::field("release_method", &LotView::release_method,
                     "Where the goods come from, as the order said"),
        shape::field("issuer", &LotView::issuer, "Country whose operator issued the codes; empty: this one"));
  }
};

/// What is left of goods that are sold in parts.
struct RemainderView {
  std::int64_t left;
  std::int64_t of;
  static constexpr auto shape() {
    return shape::object("Remainder", "What is left of goods that are sold in parts",
                         shape::field("left", &RemainderView::left, "Not sold yet"),
                         shape::field("of", &RemainderView::of, "The whole, in the same unit"));
  }
};

/// Everything about a code that its owner sees.
struct CodeView {
  std::string cis;
  std::optional<GtinText> gtin;
  std::string status;
  std::vector<std::string> marks;
  std::string owner;
  std::optional<std::string> reason;
  std::vector<std::string> parents;
  std::optional<LotView> lot;
  std::optional<RemainderView> remainder;
  std::vector<HistoryLineView> history;
  static constexpr auto shape() {
    return shape::object(
        "OwnedCode", "Everything about a code that its owner sees",
        shape::field("cis", &CodeView::cis, "Identity"),
        shape::field("gtin", &CodeView::gtin, "GTIN; absent for transport units"),
        shape::field("status", &CodeView::status,
                     "emitted, applied, introduced, retired, written_off, disbanded"),
        shape::field("marks", &CodeView::marks,
                     "in_transit, under_customs, blocked, disputed, printed, sold_by_other, opened"),
        shape::field("owner", &CodeView::owner,
                     "Tax number of the owner; empty for who ordered the code and has it no more"),
        shape::field("reason", &CodeView::reason,
                     "Why retired or written off: code of the country's dictionary"),
        shape::field("parents", &CodeView::parents, "The package it lies in, the package of that, ..."),
        shape::field("lot", &CodeView::lot, "Production data"),
        shape::field("remainder", &CodeView::remainder, "What is left of opened goods"),
        shape::field("history", &CodeView::history, "Oldest first"));
  }
};

struct GetCode {
  static constexpr EndpointSpec kSpec{.name = "get_code",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/codes",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .summary = "State, packages and history of an own code",
                                      .tag = "codes"};
  struct Input {
    ScannedText code;
    static constexpr auto shape() {
      return shape::object("GetCodeInput", "",
                           shape::field("code", &Input::code, "The code as scanned, percent-encoded"));
    }
  };
  using Body = NoBody;
  using Output = CodeView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// One code of a package's content; what lies in it follows it, one deeper.
struct TreeLineView {
  int depth;
  std::string cis;
  std::string status;
  static constexpr auto shape() {
    return shape::object("TreeLine", "A code in a package",
                         shape::field("depth", &TreeLineView::depth, "0 is the package that was asked for"),
                         shape::field("cis", &TreeLineView::cis, "Identity"),
                         shape::field("status", &TreeLineView::status, "Status"));
  }
};

struct GetCodeTree {
  static constexpr EndpointSpec kSpec{.name = "get_code_tree",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/codes/tree",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .summary = "What lies in an own package now",
                                      .tag = "codes"};
  struct Input {
    ScannedText code;
    int depth;
    int limit;
    static constexpr auto shape() {
      return shape::object("GetCodeTreeInput", "",
                           shape::field("code", &Input::code, "The package as scanned, percent-encoded"),
                           shape::field("depth", &Input::depth, "How many levels down", shape::range(1, 8),
                                        shape::by_default(8)),
                           shape::field("limit", &Input::limit, "At most so many codes",
                                        shape::range(1, 20'000), shape::by_default(2'000)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<TreeLineView> codes;
    bool complete;
    static constexpr auto shape() {
      return shape::object(
          "CodeTree", "A package and what lies in it, each before its content",
          shape::field("codes", &Output::codes, "The package first"),
          shape::field("complete", &Output::complete, "False when depth or limit cut something off"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetCode>;
extern template struct RowOf<GetCodeTree>;

}  // namespace tamga::api
