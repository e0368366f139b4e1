// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/packet_words.hpp"
#include "api/wire.hpp"
#include "contracts/facts.hpp"
#include "emission/order.hpp"

template <>
inline constexpr auto tamga::shape::names<tamga::emission::OrderStatus> = tamga::shape::enumeration(
    "OrderStatus", "Where an order stands",
    tamga::shape::value(tamga::emission::OrderStatus::AwaitingPayment, "awaiting_payment",
                        "Codes are made when the funds cover it"),
    tamga::shape::value(tamga::emission::OrderStatus::Queued, "queued",
                        "Codes are made when fewer orders are open"),
    tamga::shape::value(tamga::emission::OrderStatus::Ready, "ready", "Codes are there"),
    tamga::shape::value(tamga::emission::OrderStatus::Downloaded, "downloaded", "Every code was fetched"),
    tamga::shape::value(tamga::emission::OrderStatus::Closed, "closed", "Codes not fetched were written off"),
    tamga::shape::value(tamga::emission::OrderStatus::Cancelled, "cancelled",
                        "Taken back before there were codes"),
    tamga::shape::value(tamga::emission::OrderStatus::Declined, "declined",
                        "Something stood against it when its turn came"));

namespace tamga::api {

struct OrderLineView {
  int line;
  GtinText gtin;
  std::int64_t quantity;
  std::int64_t delivered;
  std::int64_t fee;
  std::int64_t fee_vat;
  country::ChargeAt charge_at;
  int card_version;
  static constexpr auto shape() {
    return shape::object(
        "OrderedLine", "Codes of one GTIN within an order",
        shape::field("line", &OrderLineView::line, "Number of the line, from 0"),
        shape::field("gtin", &OrderLineView::gtin, "GTIN"),
        shape::field("quantity", &OrderLineView::quantity, "Codes ordered"),
        shape::field("delivered", &OrderLineView::delivered,
                     "Of them fetched at least once, from the first on"),
        shape::field("fee", &OrderLineView::fee, "For each code, without VAT: minor units"),
        shape::field("fee_vat", &OrderLineView::fee_vat, "VAT of it"),
        shape::field("charge_at", &OrderLineView::charge_at, "When it is charged"),
        shape::field("card_version", &OrderLineView::card_version,
                     "Of the product card under which they were ordered; 0: there was none"));
  }
};

struct DeclineReasonView {
  std::string code;
  std::string title;
  std::string remedy;
  std::optional<std::string> pointer;
  static constexpr auto shape() {
    using Me = DeclineReasonView;
    return shape::object("DeclinedBecause", "Something that stood against an order when its turn came",
                         shape::field("code", &Me::code, "Name of the error"),
                         shape::field("title", &Me::title, "What it is, in the reader's language"),
                         shape::field("remedy", &Me::remedy, "What to do about it"),
                         shape::field("pointer", &Me::pointer, "JSON pointer into the order"));
  }
};

struct OrderView {
  DocumentNumber order;
  UnixMs at;
  std::string group;
  std::string release_method;
  std::optional<std::string> creation_method;
  std::string contact;
  emission::OrderStatus status;
  std::int64_t needs;
  std::optional<UnixMs> ready_at;
  std::optional<UnixMs> expected_at;
  std::optional<UnixMs> unused_until;
  std::optional<std::string> place;
  std::optional<std::string> production_order;
  std::optional<std::string> registrar;
  std::vector<DeclineReasonView> declined;
  std::vector<OrderLineView> lines;
  static OrderView of(emission::Order const& order, std::optional<UnixMs> expected, Call const& call);
  static constexpr auto shape() {
    return shape::object(
        "Order", "A code order",
        shape::field("order", &OrderView::order, "Number of the order and of its document"),
        shape::field("at", &OrderView::at, "When it was made"),
        shape::field("group", &OrderView::group, "Code of the product group"),
        shape::field("release_method", &OrderView::release_method, "Where the goods come from"),
        shape::field("creation_method", &OrderView::creation_method, "Who puts the codes on the goods"),
        shape::field("contact", &OrderView::contact, "Whom to ask"),
        shape::field("status", &OrderView::status, "Where it stands"),
        shape::field("needs", &OrderView::needs,
                     "Funds its codes take when they are made: minor units, VAT included"),
        shape::field("ready_at", &OrderView::ready_at, "When the codes were made"),
        shape::field("expected_at", &OrderView::expected_at,
                     "When its codes are there at the latest; absent while that depends on a payment"),
        shape::field("unused_until", &OrderView::unused_until, "Codes not applied by then are written off"),
        shape::field("place", &OrderView::place, "Place of business"),
        shape::field("production_order", &OrderView::production_order, "Number in one's own system"),
        shape::field("registrar", &OrderView::registrar,
                     "Number of the emission registrar through which its codes are issued; absent: none"),
        shape::field("declined", &OrderView::declined, "All that stood against it when its turn came"),
        shape::field("lines", &OrderView::lines, "What was ordered"));
  }
};

struct ListOrders {
  static constexpr EndpointSpec kSpec{.name = "list_orders",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/orders",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Orders, Scope::Read},
                                      .right = Rights{Right::OrderCodes, Right::SeeDocuments},
                                      .summary = "Own orders, newest first",
                                      .tag = "orders"};
  struct Input {
    bool for_others = false;
    std::optional<emission::OrderStatus> status;
    std::optional<std::string> group;
    std::optional<std::string> place;
    std::optional<GtinText> gtin;
    std::optional<DocumentNumber> before;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object(
          "ListOrdersInput", "",
          shape::field("for_others", &Input::for_others,
                       "Orders made as a service provider in the name of others, instead of own ones",
                       shape::by_default(false)),
          shape::field("status", &Input::status, "Only orders that stand so"),
          shape::field("group", &Input::group, "Only of this product group", shape::size(1, 50)),
          shape::field("place", &Input::place, "Only for this place of business", shape::size(1, 200)),
          shape::field("gtin", &Input::gtin, "Only with a line of this GTIN"),
          shape::field("before", &Input::before, "Orders with a smaller number: the last of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<OrderView> orders;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object(
          "OrderPage", "A page of orders", shape::field("orders", &Output::orders, "Newest first"),
          shape::field("next", &Output::next, "Give it as `before` for the next page; absent on the last"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct GetOrder {
  static constexpr EndpointSpec kSpec{.name = "get_order",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/orders/{order}",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Orders, Scope::Read},
                                      .right = Rights{Right::OrderCodes, Right::SeeDocuments},
                                      .summary = "An own order",
                                      .tag = "orders"};
  struct Input {
    DocumentNumber order;
    static constexpr auto shape() {
      return shape::object("GetOrderInput", "", shape::field("order", &Input::order, "Number of the order"));
    }
  };
  using Body = NoBody;
  using Output = OrderView;
  static Result<Output> handle(Input const& input, Call& call);
};

/// The codes themselves, with tails, as they are printed. That they were given out is in the journal before
/// the first leaves.
struct FetchCodes {
  static constexpr EndpointSpec kSpec{
      .name = "fetch_codes",
      .method = http::Method::Get,
      .path = "/api/v1/orders/{order}/lines/{line}/codes",
      .access = Access::Participant,
      .scope = Scope::Orders,
      .right = Right::OrderCodes,
      .summary = "Codes of an order line as they are printed; any part, any number of times",
      .tag = "orders",
      .certificate = true,
      .produces = "text/plain"};
  struct Input {
    DocumentNumber order;
    int line;
    std::int64_t from;
    std::optional<std::int64_t> count;
    PacketFormatWord format;
    bool encrypted;
    static constexpr auto shape() {
      return shape::object(
          "FetchCodesInput", "", shape::field("order", &Input::order, "Number of the order"),
          shape::field("line", &Input::line, "Number of the line", shape::range(0, 1'000'000)),
          shape::field("from", &Input::from, "The first code, counted from 0",
                       shape::range(0, 1'000'000'000'000), shape::by_default(0)),
          shape::field("count", &Input::count, "How many; all that follow when left out",
                       shape::range(1, 1'000'000'000'000)),
          shape::field("format", &Input::format, "How they are written",
                       shape::by_default(PacketFormatWord::Txt)),
          shape::field("encrypted", &Input::encrypted,
                       "True: as CMS EnvelopedData for the certificate of the session, RSA or EC",
                       shape::by_default(false)));
    }
  };
  using Body = NoBody;
  using Output = Reply;
  static void handle(Input const& input, Call call, Later later);
};

extern template struct RowOf<ListOrders>;
extern template struct RowOf<GetOrder>;
extern template struct RowOf<FetchCodes>;

}  // namespace tamga::api
