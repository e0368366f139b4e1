// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"

namespace tamga::api {

struct StockLineView {
  std::optional<GtinText> gtin;
  std::optional<std::string> product;
  std::optional<std::string> group;
  std::string status;
  std::int64_t quantity;
  static constexpr auto shape() {
    return shape::object(
        "StockLine", "How many codes of a product are in one status",
        shape::field("gtin", &StockLineView::gtin, "GTIN; absent for transport units"),
        shape::field("product", &StockLineView::product, "Name in the reader's language"),
        shape::field("group", &StockLineView::group, "Code of the product group; absent for transport units"),
        shape::field("status", &StockLineView::status, "Status of the codes"),
        shape::field("quantity", &StockLineView::quantity, "How many"));
  }
};

struct GetStock {
  static constexpr EndpointSpec kSpec{.name = "get_stock",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/stock",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeCodes,
                                      .summary = "Own codes by GTIN and status",
                                      .tag = "codes"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<StockLineView> stock;
    static constexpr auto shape() {
      return shape::object("Stock", "Own codes by GTIN and status",
                           shape::field("stock", &Output::stock, "In order of GTIN and status"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<GetStock>;

}  // namespace tamga::api
