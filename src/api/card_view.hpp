// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/call.hpp"
#include "api/wire.hpp"
#include "catalogue/card.hpp"
#include "catalogue/card_book.hpp"
#include "shape/describe.hpp"
#include "sql/connection.hpp"

namespace tamga::api {

/// Something that stands against a card, in the reader's language.
struct CardFinding {
  std::string at;
  std::string code;
  std::string title;
  std::string remedy;
  std::optional<std::string> attribute;
  static constexpr auto shape() {
    return shape::object("CardFinding", "What stands against a card",
                         shape::field("at", &CardFinding::at, "JSON pointer into the card"),
                         shape::field("attribute", &CardFinding::attribute,
                                      "Id of the attribute it is about, also of one that is missing; "
                                      "absent: about none"),
                         shape::field("code", &CardFinding::code, "Name of the error"),
                         shape::field("title", &CardFinding::title, "What it is"),
                         shape::field("remedy", &CardFinding::remedy, "What to do"));
  }
};
std::vector<CardFinding> findings_of(std::vector<Error> const& errors, catalogue::CardBody const& body,
                                     Call const& call);

/// An edition that waits or was returned.
struct PendingEdition {
  int edition;
  std::string state;
  UnixMs submitted_at;
  std::optional<Date> due;
  std::optional<std::int64_t> days_left;
  std::optional<UnixMs> decided_at;
  std::vector<catalogue::Remark> remarks;
  static constexpr auto shape() {
    return shape::object("PendingEdition", "The last edition of a card, when it is not the published one",
                         shape::field("edition", &PendingEdition::edition, "Its number"),
                         shape::field("state", &PendingEdition::state, "moderation or returned"),
                         shape::field("submitted_at", &PendingEdition::submitted_at, "When it was sent"),
                         shape::field("due", &PendingEdition::due, "Last day of the operator's term"),
                         shape::field("days_left", &PendingEdition::days_left,
                                      "Working days until then; negative: late by so many"),
                         shape::field("decided_at", &PendingEdition::decided_at, "When it was returned"),
                         shape::field("remarks", &PendingEdition::remarks, "What is to be corrected"));
  }
};

/// A card as its owner and the operator see it, without its attributes.
struct CardView {
  GtinText gtin;
  std::string group;
  std::string level;
  std::string state;
  std::string name;
  int edition;
  int version;
  bool blocked_by_operator;
  std::optional<std::string> reason;
  UnixMs changed_at;
  std::optional<PendingEdition> pending;
  static constexpr auto shape() {
    return shape::object(
        "Card", "A product card, as it stands", shape::field("gtin", &CardView::gtin, "What it describes"),
        shape::field("group", &CardView::group, "Product group"),
        shape::field("level", &CardView::level, "UNIT, GROUP, SET or BUNDLE"),
        shape::field("state", &CardView::state, "moderation, returned, published, blocked, archived"),
        shape::field("name", &CardView::name, "In the language of the call"),
        shape::field("edition", &CardView::edition, "The published one; 0: none yet"),
        shape::field("version", &CardView::version,
                     "Of the published one: legal attributes make a new version"),
        shape::field("blocked_by_operator", &CardView::blocked_by_operator,
                     "Only the operator takes it back"),
        shape::field("reason", &CardView::reason, "Of the block or the archive"),
        shape::field("changed_at", &CardView::changed_at, "When something happened last"),
        shape::field("pending", &CardView::pending, "A later edition that is not published"));
  }
};
/// With the edition that it shows: the published one, or the last while there is none.
struct ShownCard {
  CardView view;
  catalogue::Edition shown;
};
Result<ShownCard> shown_card(sql::Connection& connection, Call const& call, catalogue::Card const& card);

/// A card as everybody sees it: what the group's form calls public.
struct PublicCard {
  GtinText gtin;
  std::string group;
  std::string level;
  std::string name;
  std::string brand;
  std::string producer;
  std::string customs_class;
  int version;
  static constexpr auto shape() {
    return shape::object(
        "PublicCard", "A published product", shape::field("gtin", &PublicCard::gtin, "GTIN"),
        shape::field("group", &PublicCard::group, "Product group"),
        shape::field("level", &PublicCard::level, "UNIT, GROUP, SET or BUNDLE"),
        shape::field("name", &PublicCard::name, "In the language of the call"),
        shape::field("brand", &PublicCard::brand, "Trade mark"),
        shape::field("producer", &PublicCard::producer, "Who makes it"),
        shape::field("customs_class", &PublicCard::customs_class, "Code of the customs nomenclature"),
        shape::field("version", &PublicCard::version, "Of the card"));
  }
};
PublicCard public_card(Call const& call, catalogue::Card const& card, catalogue::Edition const& edition);
/// Without attributes that are nobody's business.
catalogue::CardBody open_part(catalogue::Rules const& rules, catalogue::CardBody body);

/// A card of the caller's own, or any for the operator; otherwise CARD_UNKNOWN.
Result<catalogue::Card> seen_card(sql::Connection& connection, Call const& call, gs1::Gtin gtin);

}  // namespace tamga::api
