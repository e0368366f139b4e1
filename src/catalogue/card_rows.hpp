// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "catalogue/card.hpp"
#include "sql/connection.hpp"

namespace tamga::catalogue {

Result<std::optional<Card>> read_card(sql::Connection& connection, gs1::Gtin gtin);
Result<std::optional<Edition>> read_edition(sql::Connection& connection, gs1::Gtin gtin, std::int32_t number);
/// Of one GTIN, the newest first, at most `limit`.
Result<std::vector<Edition>> read_editions(sql::Connection& connection, gs1::Gtin gtin, int limit);
/// Those the operator has to look at, oldest first, behind the document `after`.
Result<std::vector<Edition>> editions_in(sql::Connection& connection, EditionState state,
                                         ledger::DocumentNo after, int limit);
/// How much of a product group waits for a moderator.
struct GroupBacklog {
  std::string group;
  std::int64_t count = 0;
  UnixMs oldest;              ///< since when the first of it waits
  std::optional<Date> due{};  ///< the nearest day by which one of it is decided; nothing: none has a term
};
Result<std::vector<GroupBacklog>> moderation_by_group(sql::Connection& connection);
/// Of one owner in order of GTIN, those above `after`.
Result<std::vector<Card>> cards_of(sql::Connection& connection, ParticipantNo owner, gs1::Gtin after,
                                   int limit);
/// Cards of the owner with this likeness.
Result<std::vector<gs1::Gtin>> cards_alike(sql::Connection& connection, ParticipantNo owner,
                                           crypto::Sha256 const& likeness);
/// Cards that were changed at `since` or later, in no order; without `since` all.
Result<void> each_changed(sql::Connection& connection, UnixMs since,
                          std::function<void(Card const&)> const& visit);

// Within the transaction of `connection`.

/// A new row (stamp 0), or the row whose stamp is still that of `card`. Errors: STORE_CONFLICT.
Result<void> write_card(sql::Connection& connection, Card const& card);
/// A new edition, or the changed facts of one: its state, moderator, decision, remarks.
Result<void> write_edition(sql::Connection& connection, Edition const& edition);

/// A digest as its column has it.
crypto::Sha256 digest_at(sql::Row const& row, int column);

}  // namespace tamga::catalogue
