// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/card_view.hpp"
#include "api/endpoint_row.hpp"

namespace tamga::api {

/// What the operator does with a card.
enum class CardDecision : std::uint8_t { Take, Publish, Return, Block, Unblock };

enum class DecideCardWord : std::uint8_t { DecideCard };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::CardDecision> = tamga::shape::enumeration(
    "CardDecision", "What the operator does with a card",
    tamga::shape::value(tamga::api::CardDecision::Take, "take",
                        "Looks at it; takes it over from another moderator"),
    tamga::shape::value(tamga::api::CardDecision::Publish, "publish", "The edition that waits is published"),
    tamga::shape::value(tamga::api::CardDecision::Return, "return",
                        "The edition that waits is returned with remarks"),
    tamga::shape::value(tamga::api::CardDecision::Block, "block", "Orders of the published card stop"),
    tamga::shape::value(tamga::api::CardDecision::Unblock, "unblock", "They go on"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::DecideCardWord> = tamga::shape::enumeration(
    "DecideCardWord", "What is signed",
    tamga::shape::value(tamga::api::DecideCardWord::DecideCard, "decide_card", "A decision about a card"));

namespace tamga::api {

/// The queue of moderators. Requirement X-09.
struct ListCardQueue {
  static constexpr EndpointSpec kSpec{.name = "list_card_queue",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/cards",
                                      .access = Access::Operator,
                                      .right = Right::ModerateGoods,
                                      .summary = "Product cards that wait for a moderator, oldest first",
                                      .tag = "operator"};
  struct Input {
    std::optional<std::string> group;
    std::optional<bool> mine;
    std::optional<DocumentNumber> after;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "ListCardQueueInput", "",
          shape::field("group", &Input::group, "Only of this product group", shape::size(1, 50)),
          shape::field("mine", &Input::mine, "True: those I took; false: those that nobody took"),
          shape::field("after", &Input::after, "`next` of the page before"),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Line {
    GtinText gtin;
    int edition;
    DocumentNumber document;
    std::string group;
    std::string name;
    std::string company;
    std::string tax_id;
    bool published_before;
    UnixMs submitted_at;
    std::optional<Date> due;
    std::optional<std::int64_t> days_left;
    std::optional<std::string> moderator;
    static constexpr auto shape() {
      return shape::object(
          "WaitingCard", "A card that waits for a moderator", shape::field("gtin", &Line::gtin, "GTIN"),
          shape::field("edition", &Line::edition, "Which edition"),
          shape::field("document", &Line::document, "The signed document that brought it"),
          shape::field("group", &Line::group, "Product group"),
          shape::field("name", &Line::name, "In the language of the call"),
          shape::field("company", &Line::company, "Whose card it is"),
          shape::field("tax_id", &Line::tax_id, "Its tax number"),
          shape::field("published_before", &Line::published_before, "Another edition is in force meanwhile"),
          shape::field("submitted_at", &Line::submitted_at, "When it was sent"),
          shape::field("due", &Line::due, "Last day of the term"),
          shape::field("days_left", &Line::days_left, "Working days until then; negative: late by so many"),
          shape::field("moderator", &Line::moderator, "Who took it"));
    }
  };
  struct Output {
    std::vector<Line> cards;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object(
          "CardQueue", "A page of the queue", shape::field("cards", &Output::cards, "Oldest first"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct DecideCard {
  static constexpr EndpointSpec kSpec{
      .name = "decide_card",
      .method = http::Method::Post,
      .path = "/api/v1/operator/cards/{gtin}/decision",
      .access = Access::Operator,
      .right = Right::ModerateGoods,
      .summary = "Takes, publishes or returns a card that waits; blocks a published one",
      .tag = "operator",
      .idempotency_key = true,
      .step_up = true,
      .action = "card.decide"};
  struct Input {
    GtinText gtin;
    static constexpr auto shape() {
      return shape::object("DecideCardInput", "", shape::field("gtin", &Input::gtin, "GTIN"));
    }
  };
  struct Body {
    DecideCardWord kind;
    GtinText gtin;
    CardDecision decision;
    std::optional<std::vector<catalogue::Remark>> remarks;
    std::optional<std::string> reason;
    static constexpr auto shape() {
      return shape::object(
          "DecideCard", "A decision about a card; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("gtin", &Body::gtin, "Of the card, as in the address"),
          shape::field("decision", &Body::decision, "What is done"),
          shape::field("remarks", &Body::remarks, "Of a return: what is to be corrected, and where",
                       shape::size(0, 100)),
          shape::field("reason", &Body::reason, "Of a block: told to whoever owns the card",
                       shape::size(1, 500)));
    }
  };
  using Output = CardView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// Does what was decided, in the turn of the call, and tells the owner.
Result<void> decide_card(documents::Turn& turn, gs1::Gtin gtin, DecideCard::Body const& body,
                         catalogue::Decision const& moderator);

extern template struct RowOf<ListCardQueue>;
extern template struct RowOf<DecideCard>;

}  // namespace tamga::api
