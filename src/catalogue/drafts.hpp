// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "catalogue/card.hpp"
#include "sql/connection.hpp"

namespace tamga::catalogue {

/// Drafts that one company may have.
inline constexpr std::int64_t kMostDrafts = 20'000;

/// A card that is being filled in: nobody but its company sees it, and nothing is asked of it.
struct CardDraft {
  ParticipantNo owner;
  gs1::Gtin gtin;
  std::string group;
  CardBody body;
  std::string person;  ///< who saved it last
  UnixMs saved_at;
};

// Within the transaction of `connection`.

/// New ones and new contents. Errors: CARD_DRAFTS_TOO_MANY.
Result<void> save_drafts(sql::Connection& connection, ParticipantNo owner,
                         std::vector<CardDraft> const& drafts);
/// False when there was none.
Result<bool> discard_draft(sql::Connection& connection, ParticipantNo owner, gs1::Gtin gtin);

Result<std::optional<CardDraft>> find_draft(sql::Connection& connection, ParticipantNo owner, gs1::Gtin gtin);
/// In order of GTIN, those above `after`.
Result<std::vector<CardDraft>> drafts_of(sql::Connection& connection, ParticipantNo owner, gs1::Gtin after,
                                         int limit);

}  // namespace tamga::catalogue
