// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "catalogue/card_body.hpp"
#include "crypto/sha256.hpp"
#include "gs1/gtin.hpp"
#include "ledger/code_no.hpp"
#include "registry/participant.hpp"
#include "registry/user.hpp"

namespace tamga::catalogue {

using registry::ParticipantNo;

/// Where a card stands. Stored as a number: never renumber. Features 3.7.
enum class CardState : std::uint8_t {
  Moderation = 1,  ///< was never published; the operator looks at it
  Returned = 2,    ///< was never published; with remarks
  Published = 3,   ///< codes may be ordered, also while a later edition is looked at or was returned
  Blocked = 4,     ///< by its owner or by the operator: orders stop, codes in circulation stay
  Archived = 5,    ///< for ever
};
inline constexpr std::array<std::string_view, 6> kCardStateNames{"",          "moderation", "returned",
                                                                 "published", "blocked",    "archived"};
constexpr std::string_view name_of(CardState state) {
  return kCardStateNames[static_cast<std::size_t>(state)];
}

/// Where one edition of a card stands. Stored as a number: never renumber.
enum class EditionState : std::uint8_t { Moderation = 1, Published = 2, Returned = 3, Replaced = 4 };
inline constexpr std::array<std::string_view, 5> kEditionStateNames{"", "moderation", "published", "returned",
                                                                    "replaced"};
constexpr std::string_view name_of(EditionState state) {
  return kEditionStateNames[static_cast<std::size_t>(state)];
}

/// What a moderator has against one field.
struct Remark {
  std::string at;
  std::string text;
  static constexpr auto shape() {
    return shape::object(
        "CardRemark", "What is to be corrected",
        shape::field("at", &Remark::at,
                     "JSON pointer into the card: /attributes/3; empty: the card as a whole",
                     shape::size(0, 200)),
        shape::field("text", &Remark::text, "What is wrong and what it should be", shape::size(1, 1000)));
  }
};

/// A card as it was signed once. Editions of a GTIN count from 1; the version goes up only where a legal
/// attribute changed, and codes keep the version under which they were ordered.
struct Edition {
  gs1::Gtin gtin;
  std::int32_t number = 0;
  std::int32_t version = 0;
  EditionState state = EditionState::Moderation;
  ledger::DocumentNo document;  ///< that brought it; 0: given by the operator
  ParticipantNo owner;
  std::string group;
  CardBody body;
  UnixMs submitted_at;
  std::optional<Date> due = {};    ///< last day of the operator's term; nothing: no moderation
  registry::UserNo taken_by = {};  ///< moderator; 0: nobody yet
  std::string moderator = {};      ///< his name
  std::optional<UnixMs> decided_at = {};
  std::vector<Remark> remarks = {};
};

/// The card of a GTIN. Its editions are apart.
struct Card {
  gs1::Gtin gtin;
  ParticipantNo owner;
  std::string group;
  std::string level;  ///< canonical name of the package level
  CardState state = CardState::Moderation;
  bool by_operator = false;     ///< blocked by the operator: only he takes it back
  std::int32_t edition = 0;     ///< the published one; 0: none yet
  std::int32_t version = 0;     ///< of the published one
  std::int32_t editions = 0;    ///< number of the last
  std::string customs_class{};  ///< of the published edition
  std::string words{};          ///< by which the published edition is found, `search_words` with spaces
  crypto::Sha256 likeness{};    ///< of what makes two cards the same goods, of the last edition
  std::string reason{};         ///< of blocking or archiving
  UnixMs changed_at{};
  std::int64_t stamp = 0;  ///< counts writes of the row
};

}  // namespace tamga::catalogue
