// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "catalogue/card.hpp"
#include "documents/case.hpp"
#include "mail/letter.hpp"

namespace tamga::documents {

/// A card of the sender that was published once, and what its GTIN stands for.
struct OwnCard {
  catalogue::Card card;
  registry::Product product;
};
/// Nothing, with the objection told at /gtin: no GTIN, no such card of his (CARD_UNKNOWN), a group that
/// whoever signs does not work with.
Result<std::optional<OwnCard>> own_card(Case& one, std::string const& gtin);

/// The card stands where this cannot happen to it: CARD_STATE, CARD_BLOCKED_BY_OPERATOR.
void object_state(Case& one, catalogue::Card const& card);

/// The letter about an edition that was published; nothing when nobody can be written to.
Result<std::optional<mail::Letter>> letter_of(Case& one, catalogue::Edition const& edition);

/// What listeners are told of a card: they read it anew.
std::string card_notice(catalogue::Card const& card);

}  // namespace tamga::documents
