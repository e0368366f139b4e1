// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"
#include "documents/shipments.hpp"

template <>
inline constexpr auto tamga::shape::names<tamga::documents::ShipmentStatus> = tamga::shape::enumeration(
    "ShipmentState", "Where a shipment stands",
    tamga::shape::value(tamga::documents::ShipmentStatus::Waiting, "waiting",
                        "The receiver has not answered"),
    tamga::shape::value(tamga::documents::ShipmentStatus::Accepted, "accepted", "All of it was accepted"),
    tamga::shape::value(tamga::documents::ShipmentStatus::PartlyAccepted, "partly_accepted",
                        "Some of it was accepted, the rest went back"),
    tamga::shape::value(tamga::documents::ShipmentStatus::Refused, "refused", "All of it went back"),
    tamga::shape::value(tamga::documents::ShipmentStatus::Cancelled, "cancelled", "The sender took it back"));

template <>
inline constexpr auto tamga::shape::names<tamga::documents::ShipmentSide> = tamga::shape::enumeration(
    "ShipmentDirection", "Which way goods go",
    tamga::shape::value(tamga::documents::ShipmentSide::Sent, "sent", "From the participant"),
    tamga::shape::value(tamga::documents::ShipmentSide::Incoming, "received", "To the participant"));

namespace tamga::api {

/// A shipment as one of its two sides sees it.
struct ShipmentView {
  DocumentNumber shipment;
  documents::ShipmentSide direction;
  documents::ShipmentStatus state;
  std::string counterpart;
  std::string counterpart_name;
  std::optional<std::string> document;
  std::vector<std::string> groups;
  std::int64_t codes;
  std::int64_t inside;
  std::int64_t accepted;
  std::int64_t returned;
  UnixMs shipped_at;
  std::optional<DocumentNumber> closed_by;
  std::optional<UnixMs> closed_at;
  static Result<ShipmentView> of(documents::Shipment const& shipment, Call const& call);
  static constexpr auto shape() {
    using Me = ShipmentView;
    return shape::object(
        "Shipment", "Goods on their way from one participant to another",
        shape::field("shipment", &Me::shipment, "Its number: of the document that shipped"),
        shape::field("direction", &Me::direction, "Which way it goes"),
        shape::field("state", &Me::state, "Where it stands"),
        shape::field("counterpart", &Me::counterpart, "Tax number of the other side"),
        shape::field("counterpart_name", &Me::counterpart_name, "Its name"),
        shape::field("document", &Me::document, "Primary document: kind, number and date"),
        shape::field("groups", &Me::groups, "Product groups of the goods"),
        shape::field("codes", &Me::codes, "Codes and packages that the sender named"),
        shape::field("inside", &Me::inside, "Codes inside the named packages"),
        shape::field("accepted", &Me::accepted, "Of all of them, what became the receiver's"),
        shape::field("returned", &Me::returned, "Of all of them, what went back to the sender"),
        shape::field("shipped_at", &Me::shipped_at, "When it was shipped"),
        shape::field("closed_by", &Me::closed_by,
                     "Number of the acceptance, refusal or cancellation; absent while it waits"),
        shape::field("closed_at", &Me::closed_at, "When that was"));
  }
};

struct ListShipments {
  static constexpr EndpointSpec kSpec{.name = "list_shipments",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/shipments",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Documents, Scope::Read},
                                      .right = Rights{Right::Ship, Right::SeeDocuments},
                                      .summary = "Shipments sent and received, newest first",
                                      .tag = "shipments"};
  struct Input {
    std::optional<documents::ShipmentSide> direction;
    std::optional<documents::ShipmentStatus> state;
    std::optional<std::string> counterpart;
    std::optional<UnixMs> from;
    std::optional<UnixMs> until;
    std::optional<DocumentNumber> before;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListShipmentsInput", "",
                           shape::field("direction", &Input::direction, "Only these; absent: both"),
                           shape::field("state", &Input::state, "Only in this state"),
                           shape::field("counterpart", &Input::counterpart,
                                        "Only with the participant of this tax number", shape::size(1, 30)),
                           shape::field("from", &Input::from, "Shipped then or later"),
                           shape::field("until", &Input::until, "Shipped before"),
                           shape::field("before", &Input::before,
                                        "Shipments with a smaller number: `next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<ShipmentView> shipments;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object(
          "ShipmentPage", "A page of shipments",
          shape::field("shipments", &Output::shipments, "Newest first"),
          shape::field("next", &Output::next, "Give it as `before` for the next page; absent on the last"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// How many codes of one GTIN are in a shipment.
struct ShippedGoodsView {
  std::optional<GtinText> gtin;
  std::string name;
  std::int64_t codes;
  static constexpr auto shape() {
    using Me = ShippedGoodsView;
    return shape::object("ShippedGoods", "Goods of a shipment",
                         shape::field("gtin", &Me::gtin, "GTIN; absent: transport packages"),
                         shape::field("name", &Me::name, "Name of the product; empty where it has none"),
                         shape::field("codes", &Me::codes, "How many of its codes are named or inside"));
  }
};

struct GetShipment {
  static constexpr EndpointSpec kSpec{.name = "get_shipment",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/shipments/{shipment}",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Documents, Scope::Read},
                                      .right = Rights{Right::Ship, Right::SeeDocuments},
                                      .summary = "A shipment sent or received, its goods and named codes",
                                      .tag = "shipments"};
  struct Input {
    DocumentNumber shipment;
    std::int64_t from;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "GetShipmentInput", "", shape::field("shipment", &Input::shipment, "Number of the shipment"),
          shape::field("from", &Input::from, "The first code, counted from 0: `next` of the page before",
                       shape::range(0, 1'000'000), shape::by_default(0)),
          shape::field("limit", &Input::limit, "At most so many codes", shape::range(1, 10'000),
                       shape::by_default(500)));
    }
  };
  using Body = NoBody;
  struct Output {
    ShipmentView shipment;
    std::vector<ShippedGoodsView> goods;
    std::vector<std::string> codes;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "WholeShipment", "A shipment with what it holds",
          shape::field("shipment", &Output::shipment, "The shipment"),
          shape::field("goods", &Output::goods,
                       "By GTIN, packages counted beside what is in them; the first 1000"),
          shape::field("codes", &Output::codes,
                       "A page of the codes and packages that were named, without tails"),
          shape::field("next", &Output::next, "Give it as `from` for the next page; absent on the last"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListShipments>;
extern template struct RowOf<GetShipment>;

}  // namespace tamga::api
