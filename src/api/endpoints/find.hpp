// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"

namespace tamga::api {

/// What the words of somebody in a hurry may mean.
enum class HitKind : std::uint8_t { Code, Product, Order, Document, Invoice, Participant };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::HitKind> = tamga::shape::enumeration(
    "HitKind", "What was found", tamga::shape::value(tamga::api::HitKind::Code, "code", "A code or package"),
    tamga::shape::value(tamga::api::HitKind::Product, "product", "A published product card"),
    tamga::shape::value(tamga::api::HitKind::Order, "order", "An own order"),
    tamga::shape::value(tamga::api::HitKind::Document, "document", "A document that may be seen"),
    tamga::shape::value(tamga::api::HitKind::Invoice, "invoice", "An own invoice"),
    tamga::shape::value(tamga::api::HitKind::Participant, "participant", "A participant"));

namespace tamga::api {

struct HitView {
  HitKind kind;
  std::string id;
  std::string title;
  static constexpr auto shape() {
    return shape::object(
        "Hit", "Something that was found", shape::field("kind", &HitView::kind, "What it is"),
        shape::field("id", &HitView::id, "By which its own call gives all of it"),
        shape::field("title", &HitView::title, "How it is called, in the reader's language"));
  }
};

/// One field for everything: a scanned code, a GTIN, an SSCC, a number of an order, a document or an invoice,
/// a tax number, words of a product. Only what the caller may see is found.
struct Find {
  static constexpr EndpointSpec kSpec{
      .name = "find",
      .method = http::Method::Get,
      .path = "/api/v1/find",
      .access = Access::Participant,
      .scope = kSessionOnly,
      .right = kAnyUser,
      .summary = "What a text may mean: code, GTIN, order, document, invoice, tax number, words",
      .tag = "codes"};
  struct Input {
    std::string text;
    static constexpr auto shape() {
      return shape::object("FindInput", "",
                           shape::field("text", &Input::text, "As typed or scanned", shape::size(2, 400)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<HitView> hits;
    static constexpr auto shape() {
      return shape::object("Hits", "What was found", shape::field("hits", &Output::hits, "The surest first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<Find>;

}  // namespace tamga::api
