// SPDX-License-Identifier: Apache-2.0
#include "api/card_view.hpp"

#include <algorithm>
#include <charconv>

#include "catalogue/card_rows.hpp"
#include "catalogue/card_steps.hpp"
#include "catalogue/errors.hpp"
#include "country/error_texts.hpp"

namespace tamga::api {

using catalogue::AttributeRole;
using catalogue::Edition;
using catalogue::EditionState;

namespace {

std::string value_of(catalogue::Rules const& rules, catalogue::CardBody const& body, AttributeRole role) {
  catalogue::Attribute const* attribute = rules.form(body.group).find(role);
  return attribute && attribute->open ? body.value(attribute->id) : std::string();
}

PendingEdition pending_of(Call const& call, Edition const& edition) {
  PendingEdition out{.edition = edition.number,
                     .state = std::string(name_of(edition.state)),
                     .submitted_at = edition.submitted_at,
                     .due = {},
                     .days_left = {},
                     .decided_at = edition.decided_at,
                     .remarks = edition.remarks};
  if (edition.state == EditionState::Moderation && edition.due) {
    out.due = edition.due;
    out.days_left = call.services().cards->rules().business_days().between(call.today(), *edition.due);
  }
  return out;
}

/// The attribute an error is about: where it points, or the one it names as missing.
std::optional<std::string> attribute_of(Error const& error, catalogue::CardBody const& body) {
  constexpr std::string_view kAttributes = "/attributes";
  std::string_view where = error.where();
  if (!where.starts_with(kAttributes)) return std::nullopt;
  where.remove_prefix(std::min(kAttributes.size() + 1, where.size()));
  std::size_t index = 0;
  auto const [end, failed] = std::from_chars(where.data(), where.data() + where.size(), index);
  if (failed == std::errc() && index < body.attributes.size()) return body.attributes[index].id;
  for (auto const& [name, value] : error.arguments())
    if (name == "attribute") return value;
  return std::nullopt;
}

}  // namespace

std::vector<CardFinding> findings_of(std::vector<Error> const& errors, catalogue::CardBody const& body,
                                     Call const& call) {
  std::vector<CardFinding> out;
  for (Error const& error : errors) {
    auto message = call.services().texts.render(error, call.language());
    out.push_back({error.where(), std::string(error.name()), std::move(message.title),
                   std::move(message.remedy), attribute_of(error, body)});
  }
  return out;
}

Result<ShownCard> shown_card(sql::Connection& connection, Call const& call, catalogue::Card const& card) {
  std::int32_t const number = card.edition == 0 ? card.editions : card.edition;
  TAMGA_ASSIGN(shown, catalogue::read_edition(connection, card.gtin, number));
  if (!shown) return fail(Error(catalogue::kCardUnknown).with("gtin", card.gtin.text()));
  catalogue::Rules const& rules = call.services().cards->rules();
  ShownCard out{{.gtin = {card.gtin},
                 .group = card.group,
                 .level = card.level,
                 .state = std::string(name_of(card.state)),
                 .name = catalogue::names_of(rules, shown->body).in(call.language()),
                 .edition = card.edition,
                 .version = card.version,
                 .blocked_by_operator = card.by_operator,
                 .reason = card.reason.empty() ? std::nullopt : std::optional(card.reason),
                 .changed_at = card.changed_at,
                 .pending = {}},
                {}};
  if (card.editions != card.edition) {
    std::optional<Edition> last = card.edition == 0 ? shown : std::nullopt;
    if (!last) {
      TAMGA_ASSIGN(found, catalogue::read_edition(connection, card.gtin, card.editions));
      last = std::move(found);
    }
    if (last) out.view.pending = pending_of(call, *last);
  }
  out.shown = *std::move(shown);
  return out;
}

PublicCard public_card(Call const& call, catalogue::Card const& card, Edition const& edition) {
  catalogue::Rules const& rules = call.services().cards->rules();
  return {.gtin = {card.gtin},
          .group = card.group,
          .level = card.level,
          .name = catalogue::names_of(rules, edition.body).in(call.language()),
          .brand = value_of(rules, edition.body, AttributeRole::Brand),
          .producer = value_of(rules, edition.body, AttributeRole::Producer),
          .customs_class = value_of(rules, edition.body, AttributeRole::CustomsClass),
          .version = card.version};
}

catalogue::CardBody open_part(catalogue::Rules const& rules, catalogue::CardBody body) {
  catalogue::CardForm const& form = rules.form(body.group);
  std::erase_if(body.attributes, [&](catalogue::CardAttribute const& one) {
    catalogue::Attribute const* attribute = form.find(one.id);
    return !attribute || !attribute->open;
  });
  return body;
}

Result<catalogue::Card> seen_card(sql::Connection& connection, Call const& call, gs1::Gtin gtin) {
  TAMGA_ASSIGN(card, catalogue::read_card(connection, gtin));
  if (!card || !call.may_see(card->owner) || !call.caller().works_with_group(card->group))
    return fail(Error(catalogue::kCardUnknown).with("gtin", gtin.text()));
  return *std::move(card);
}

}  // namespace tamga::api
