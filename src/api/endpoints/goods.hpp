// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"

namespace tamga::api {

/// A product as its owner sees it.
struct ProductView {
  GtinText gtin;
  std::string group;
  std::string level;
  std::string name;
  std::string name_ru;
  std::string name_uz;
  std::string name_en;
  bool published;
  static ProductView of(registry::Product const& product, Language language);
  static constexpr auto shape() {
    return shape::object("Product", "What a GTIN stands for",
                         shape::field("gtin", &ProductView::gtin, "GTIN"),
                         shape::field("group", &ProductView::group, "Code of the product group"),
                         shape::field("level", &ProductView::level, "UNIT, GROUP, SET or BUNDLE"),
                         shape::field("name", &ProductView::name, "Name in the reader's language"),
                         shape::field("name_ru", &ProductView::name_ru, "Name in Russian"),
                         shape::field("name_uz", &ProductView::name_uz, "Name in Uzbek"),
                         shape::field("name_en", &ProductView::name_en, "Name in English"),
                         shape::field("published", &ProductView::published, "Codes may be ordered"));
  }
};

struct ListGoods {
  static constexpr EndpointSpec kSpec{.name = "list_goods",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/goods",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeGoods,
                                      .summary = "Own products in order of GTIN",
                                      .tag = "goods"};
  struct Input {
    std::optional<GtinText> after;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "ListGoodsInput", "",
          shape::field("after", &Input::after, "Products with a larger GTIN: the last of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 1000),
                       shape::by_default(100)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<ProductView> goods;
    std::optional<GtinText> next;
    static constexpr auto shape() {
      return shape::object(
          "ProductPage", "A page of products", shape::field("goods", &Output::goods, "In order of GTIN"),
          shape::field("next", &Output::next, "Give it as `after` for the next page; absent on the last"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct GetProduct {
  static constexpr EndpointSpec kSpec{.name = "get_product",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/goods/{gtin}",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeGoods,
                                      .summary = "An own product",
                                      .tag = "goods"};
  struct Input {
    GtinText gtin;
    static constexpr auto shape() {
      return shape::object("GetProductInput", "", shape::field("gtin", &Input::gtin, "GTIN"));
    }
  };
  using Body = NoBody;
  using Output = ProductView;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListGoods>;
extern template struct RowOf<GetProduct>;

}  // namespace tamga::api
