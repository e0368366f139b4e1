// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/error.hpp"
#include "catalogue/card_desk.hpp"
#include "country/country.hpp"

namespace tamga::catalogue {

/// Who wants to have a card checked, and what it is checked with.
struct CardQuestion {
  CardDesk const& desk;
  ParticipantNo owner;
  Date today;
};

/// Everything that stands against a card, each at its JSON pointer: whose the GTIN is, the group's form, the
/// classifiers, what lies inside, documents of conformity, pictures, goods that have a card already. The same
/// for drafts and for what is signed. Errors of the result: of the store only. Features 3.7.
Result<std::vector<Error>> check_card(CardBody const& body, CardQuestion const& question);

/// What stands against sending it now: moderation that goes on, a block by the operator, the archive, nothing
/// changed. Nothing: it may be sent.
std::optional<Error> check_state(Card const& card, CardBody const& body,
                                 std::optional<Edition> const& published, std::optional<Edition> const& last);

/// The level of a card in the country's word; nothing when goods have no cards on it.
std::optional<country::PackageLevel> card_level(country::CountryRules const& rules, std::string_view word);

}  // namespace tamga::catalogue
