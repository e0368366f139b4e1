// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/card_view.hpp"
#include "api/endpoint_row.hpp"
#include "catalogue/card_body.hpp"
#include "catalogue/drafts.hpp"

namespace tamga::api {

/// A card that is being filled in, with all that would be said against it now.
struct CardDraftView {
  catalogue::CardBody card;
  std::string person;
  UnixMs saved_at;
  std::vector<CardFinding> findings;
  static constexpr auto shape() {
    return shape::object(
        "CardDraft", "A card that is being filled in",
        shape::field("card", &CardDraftView::card, "As it was saved"),
        shape::field("person", &CardDraftView::person, "Who saved it last"),
        shape::field("saved_at", &CardDraftView::saved_at, "When"),
        shape::field("findings", &CardDraftView::findings, "What would stand against sending it now"));
  }
};

/// A draft is kept whatever is wrong with it; the answer says what is.
struct SaveCardDraft {
  static constexpr EndpointSpec kSpec{
      .name = "save_card_draft",
      .method = http::Method::Put,
      .path = "/api/v1/cards/{gtin}/draft",
      .access = Access::Participant,
      .scope = Scope::Documents,
      .right = Right::EditGoods,
      .summary = "Keeps a product card that is being filled in, and says what it lacks",
      .tag = "cards",
      .idempotency_key = true,
      .max_body_bytes = 1 << 20};
  struct Input {
    GtinText gtin;
    static constexpr auto shape() {
      return shape::object("SaveCardDraftInput", "", shape::field("gtin", &Input::gtin, "GTIN"));
    }
  };
  using Body = catalogue::CardBody;
  using Output = CardDraftView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

struct GetCardDraft {
  static constexpr EndpointSpec kSpec{.name = "get_card_draft",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/cards/{gtin}/draft",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Documents, Scope::Read},
                                      .right = Right::SeeGoods,
                                      .summary = "A product card that is being filled in, checked anew",
                                      .tag = "cards"};
  using Input = SaveCardDraft::Input;
  using Body = NoBody;
  using Output = CardDraftView;
  static Result<Output> handle(Input const& input, Call& call);
};

struct DiscardCardDraft {
  static constexpr EndpointSpec kSpec{.name = "discard_card_draft",
                                      .method = http::Method::Delete,
                                      .path = "/api/v1/cards/{gtin}/draft",
                                      .access = Access::Participant,
                                      .scope = Scope::Documents,
                                      .right = Right::EditGoods,
                                      .summary = "Throws a draft of a product card away",
                                      .tag = "cards",
                                      .idempotency_key = true};
  using Input = SaveCardDraft::Input;
  using Body = NoBody;
  using Output = NoContent;
  static Result<Output> handle(Input const& input, Call& call);
};

struct ListCardDrafts {
  static constexpr EndpointSpec kSpec{.name = "list_card_drafts",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/card-drafts",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Documents, Scope::Read},
                                      .right = Right::SeeGoods,
                                      .summary = "Own drafts of product cards in order of GTIN",
                                      .tag = "cards"};
  struct Input {
    std::optional<GtinText> after;
    int limit;
    static constexpr auto shape() {
      return shape::object("ListCardDraftsInput", "",
                           shape::field("after", &Input::after, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                                        shape::by_default(100)));
    }
  };
  using Body = NoBody;
  struct Line {
    GtinText gtin;
    std::string group;
    std::string name;
    std::string person;
    UnixMs saved_at;
    static constexpr auto shape() {
      return shape::object("CardDraftLine", "A draft in a list", shape::field("gtin", &Line::gtin, "GTIN"),
                           shape::field("group", &Line::group, "Product group"),
                           shape::field("name", &Line::name, "In the language of the call; may be empty"),
                           shape::field("person", &Line::person, "Who saved it last"),
                           shape::field("saved_at", &Line::saved_at, "When"));
    }
  };
  struct Output {
    std::vector<Line> drafts;
    std::optional<GtinText> next;
    static constexpr auto shape() {
      return shape::object(
          "CardDraftPage", "A page of drafts", shape::field("drafts", &Output::drafts, "In order of GTIN"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<SaveCardDraft>;
extern template struct RowOf<GetCardDraft>;
extern template struct RowOf<DiscardCardDraft>;
extern template struct RowOf<ListCardDrafts>;

}  // namespace tamga::api
