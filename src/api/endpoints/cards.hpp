// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/card_view.hpp"
#include "api/endpoint_row.hpp"

namespace tamga::api {

/// Own cards, filtered.
struct ListCards {
  static constexpr EndpointSpec kSpec{.name = "list_cards",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/cards",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeGoods,
                                      .summary = "Own product cards in order of GTIN, all that was sent",
                                      .tag = "cards"};
  struct Input {
    std::optional<std::string> group;
    std::optional<std::string> state;
    std::optional<std::string> text;
    std::optional<GtinText> after;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "ListCardsInput", "",
          shape::field("group", &Input::group, "Only of this product group", shape::size(1, 50)),
          shape::field("state", &Input::state,
                       "Only in this state; moderation, returned: also of a later edition",
                       shape::size(1, 20)),
          shape::field("text", &Input::text,
                       "Beginnings of words of names, brand or producer, in either script; four digits of a "
                       "GTIN or more",
                       shape::size(1, 200)),
          shape::field("after", &Input::after, "`next` of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                       shape::by_default(100)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<CardView> cards;
    std::optional<GtinText> next;
    static constexpr auto shape() {
      return shape::object(
          "CardPage", "A page of cards", shape::field("cards", &Output::cards, "In order of GTIN"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// A card whole: its owner sees all of it, so does the operator.
struct GetCard {
  static constexpr EndpointSpec kSpec{
      .name = "get_card",
      .method = http::Method::Get,
      .path = "/api/v1/cards/{gtin}",
      .access = Access::Participant,
      .scope = Scope::Read,
      .right = Right::SeeGoods,
      .summary = "An own product card, whole, with remarks about its last edition",
      .tag = "cards"};
  struct Input {
    GtinText gtin;
    static constexpr auto shape() {
      return shape::object("GetCardInput", "", shape::field("gtin", &Input::gtin, "GTIN"));
    }
  };
  using Body = NoBody;
  struct Output {
    CardView card;
    catalogue::CardBody content;
    std::optional<catalogue::CardBody> pending;
    static constexpr auto shape() {
      return shape::object(
          "WholeCard", "A product card with its attributes",
          shape::field("card", &Output::card, "Where it stands"),
          shape::field("content", &Output::content, "What is published; before that what was sent last"),
          shape::field("pending", &Output::pending, "A later edition that is not published"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Every edition of a card, as it was signed.
struct ListCardEditions {
  static constexpr EndpointSpec kSpec{.name = "list_card_editions",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/cards/{gtin}/editions",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::SeeGoods,
                                      .summary = "Editions of an own product card, the newest first",
                                      .tag = "cards"};
  using Input = GetCard::Input;
  using Body = NoBody;
  struct Line {
    int edition;
    int version;
    std::string state;
    std::optional<DocumentNumber> document;
    UnixMs submitted_at;
    std::optional<UnixMs> decided_at;
    std::vector<catalogue::Remark> remarks;
    catalogue::CardBody content;
    static constexpr auto shape() {
      return shape::object(
          "CardEdition", "An edition of a card", shape::field("edition", &Line::edition, "Counted from 1"),
          shape::field("version", &Line::version, "Codes ordered under it keep this"),
          shape::field("state", &Line::state, "moderation, published, returned, replaced"),
          shape::field("document", &Line::document, "That brought it; absent: given by the operator"),
          shape::field("submitted_at", &Line::submitted_at, "When it was sent"),
          shape::field("decided_at", &Line::decided_at, "When it was published or returned"),
          shape::field("remarks", &Line::remarks, "Of the moderator"),
          shape::field("content", &Line::content, "The card"));
    }
  };
  struct Output {
    std::vector<Line> editions;
    static constexpr auto shape() {
      return shape::object(
          "CardEditions", "Editions of a card",
          shape::field("editions", &Output::editions, "The newest first, at most a hundred"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// The own cards that the filters of `list_cards` let through, `limit` of them behind `after`, looked up on
/// `connection`; `next` where it is to go on.
Result<ListCards::Output> filtered_cards(sql::Connection& connection, Call const& call,
                                         ListCards::Input const& filter,
                                         std::function<void(ShownCard const&)> const& visit = {});

extern template struct RowOf<ListCards>;
extern template struct RowOf<GetCard>;
extern template struct RowOf<ListCardEditions>;

}  // namespace tamga::api
