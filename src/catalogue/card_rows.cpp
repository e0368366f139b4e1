// SPDX-License-Identifier: Apache-2.0
#include "catalogue/card_rows.hpp"

#include <algorithm>

#include "shape/decode.hpp"
#include "shape/encode.hpp"
#include "sql/errors.hpp"
#include "sql/statement.hpp"

namespace tamga::catalogue {
namespace {

#define TAMGA_CARD_COLUMNS                                                                             \
  "gtin, owner, product_group, level, state, by_operator, edition, version, editions, customs_class, " \
  "words, likeness, reason, changed_at, stamp"
#define TAMGA_EDITION_COLUMNS                                                                          \
  "gtin, edition, version, state, document, owner, product_group, body, submitted_at, due, taken_by, " \
  "moderator, decided_at, remarks"

constexpr sql::Statement kCard{"catalogue.card", "SELECT " TAMGA_CARD_COLUMNS " FROM card WHERE gtin = $1"};
constexpr sql::Statement kCardsOf{"catalogue.cards.of",
                                  "SELECT " TAMGA_CARD_COLUMNS
                                  " FROM card WHERE owner = $1 AND gtin > $2 ORDER BY gtin LIMIT $3"};
constexpr sql::Statement kAlike{"catalogue.cards.alike",
                                "SELECT gtin FROM card WHERE likeness = $1 AND owner = $2 LIMIT 10"};
constexpr sql::Statement kChanged{"catalogue.cards.changed",
                                  "SELECT " TAMGA_CARD_COLUMNS " FROM card WHERE changed_at >= $1"};
constexpr sql::Statement kInsertCard{
    "catalogue.card.insert", "INSERT INTO card (" TAMGA_CARD_COLUMNS
                             ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)"};
constexpr sql::Statement kUpdateCard{
    "catalogue.card.update",
    "UPDATE card SET owner = $2, product_group = $3, level = $4, state = $5, by_operator = $6, edition = $7, "
    "version = $8, editions = $9, customs_class = $10, words = $11, likeness = $12, reason = $13, "
    "changed_at = $14, stamp = stamp + 1 WHERE gtin = $1 AND stamp = $15"};

constexpr sql::Statement kEdition{"catalogue.edition", "SELECT " TAMGA_EDITION_COLUMNS
                                                       " FROM card_edition WHERE gtin = $1 AND edition = $2"};
constexpr sql::Statement kEditions{"catalogue.editions",
                                   "SELECT " TAMGA_EDITION_COLUMNS
                                   " FROM card_edition WHERE gtin = $1 ORDER BY edition DESC LIMIT $2"};
constexpr sql::Statement kQueue{
    "catalogue.editions.queue",
    "SELECT " TAMGA_EDITION_COLUMNS
    " FROM card_edition WHERE state = $1 AND document > $2 ORDER BY document LIMIT $3"};
constexpr sql::Statement kByGroup{
    "catalogue.editions.groups",
    "SELECT product_group, COUNT(*), MIN(submitted_at), MIN(due) FROM card_edition WHERE state = $1 "
    "GROUP BY product_group"};
constexpr sql::Statement kWriteEdition{
    "catalogue.edition.write",
    "INSERT INTO card_edition (" TAMGA_EDITION_COLUMNS
    ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) "
    "ON CONFLICT (gtin, edition) DO UPDATE SET state = excluded.state, version = excluded.version, taken_by "
    "= "
    "excluded.taken_by, moderator = excluded.moderator, decided_at = excluded.decided_at, "
    "remarks = excluded.remarks"};

#undef TAMGA_CARD_COLUMNS
#undef TAMGA_EDITION_COLUMNS

struct StoredRemarks {
  std::vector<Remark> remarks;
  static constexpr auto shape() {
    return shape::object("StoredRemarks", "",
                         shape::field("remarks", &StoredRemarks::remarks, "", shape::size(0, 1000)));
  }
};

gs1::Gtin gtin_at(sql::Row const& row, int column) {
  return gs1::Gtin::from_number(static_cast<std::uint64_t>(row.int64(column)));
}
std::int64_t key_of(gs1::Gtin gtin) { return static_cast<std::int64_t>(gtin.number()); }

Card card_of(sql::Row const& row) {
  return {.gtin = gtin_at(row, 0),
          .owner = row.as<ParticipantNo>(1),
          .group = std::string(row.text(2)),
          .level = std::string(row.text(3)),
          .state = static_cast<CardState>(row.int64(4)),
          .by_operator = row.int64(5) != 0,
          .edition = static_cast<std::int32_t>(row.int64(6)),
          .version = static_cast<std::int32_t>(row.int64(7)),
          .editions = static_cast<std::int32_t>(row.int64(8)),
          .customs_class = std::string(row.text(9)),
          .words = std::string(row.text(10)),
          .likeness = digest_at(row, 11),
          .reason = std::string(row.text(12)),
          .changed_at = row.as<UnixMs>(13),
          .stamp = row.int64(14)};
}

Result<Edition> edition_of(sql::Row const& row) {
  TAMGA_ASSIGN(body, shape::decode<CardBody>(row.text(7)));
  TAMGA_ASSIGN(stored, shape::decode<StoredRemarks>(row.text(13)));
  Edition one{.gtin = gtin_at(row, 0),
              .number = static_cast<std::int32_t>(row.int64(1)),
              .version = static_cast<std::int32_t>(row.int64(2)),
              .state = static_cast<EditionState>(row.int64(3)),
              .document = row.as<ledger::DocumentNo>(4),
              .owner = row.as<ParticipantNo>(5),
              .group = std::string(row.text(6)),
              .body = std::move(body),
              .submitted_at = row.as<UnixMs>(8),
              .taken_by = row.as<registry::UserNo>(10),
              .moderator = std::string(row.text(11)),
              .remarks = std::move(stored.remarks)};
  if (auto const due = row.optional_int64(9)) one.due = Date::from_days(static_cast<std::int32_t>(*due));
  if (auto const decided = row.optional_int64(12)) one.decided_at = UnixMs(*decided);
  return one;
}

template <class... Arguments>
Result<std::vector<Edition>> editions(sql::Connection& connection, sql::Statement const& statement,
                                      Arguments const&... arguments) {
  TAMGA_ASSIGN(rows, connection.query(statement, arguments...));
  std::vector<Edition> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    TAMGA_ASSIGN(one, edition_of(row));
    found.push_back(std::move(one));
    return {};
  }));
  return found;
}

}  // namespace

crypto::Sha256 digest_at(sql::Row const& row, int column) {
  crypto::Sha256 digest{};
  std::string_view const bytes = row.blob(column);
  std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
  return digest;
}

Result<std::optional<Card>> read_card(sql::Connection& connection, gs1::Gtin gtin) {
  return connection.find(kCard, card_of, key_of(gtin));
}

Result<std::optional<Edition>> read_edition(sql::Connection& connection, gs1::Gtin gtin,
                                            std::int32_t number) {
  TAMGA_ASSIGN(found, editions(connection, kEdition, key_of(gtin), number));
  return found.empty() ? std::optional<Edition>() : std::optional(std::move(found.front()));
}

Result<std::vector<Edition>> read_editions(sql::Connection& connection, gs1::Gtin gtin, int limit) {
  return editions(connection, kEditions, key_of(gtin), limit);
}

Result<std::vector<Edition>> editions_in(sql::Connection& connection, EditionState state,
                                         ledger::DocumentNo after, int limit) {
  return editions(connection, kQueue, static_cast<std::int64_t>(state), after, limit);
}

Result<std::vector<GroupBacklog>> moderation_by_group(sql::Connection& connection) {
  TAMGA_ASSIGN(rows, connection.query(kByGroup, static_cast<std::int64_t>(EditionState::Moderation)));
  std::vector<GroupBacklog> out;
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    GroupBacklog one{.group = std::string(row.text(0)), .count = row.int64(1), .oldest = row.as<UnixMs>(2)};
    if (auto const due = row.optional_int64(3)) one.due = Date::from_days(static_cast<std::int32_t>(*due));
    out.push_back(std::move(one));
  }));
  return out;
}

Result<std::vector<Card>> cards_of(sql::Connection& connection, ParticipantNo owner, gs1::Gtin after,
                                   int limit) {
  TAMGA_ASSIGN(rows, connection.query(kCardsOf, owner, key_of(after), limit));
  std::vector<Card> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { found.push_back(card_of(row)); }));
  return found;
}

Result<std::vector<gs1::Gtin>> cards_alike(sql::Connection& connection, ParticipantNo owner,
                                           crypto::Sha256 const& likeness) {
  TAMGA_ASSIGN(rows, connection.query(kAlike, sql::Blob{crypto::view(likeness)}, owner));
  std::vector<gs1::Gtin> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { found.push_back(gtin_at(row, 0)); }));
  return found;
}

Result<void> each_changed(sql::Connection& connection, UnixMs since,
                          std::function<void(Card const&)> const& visit) {
  TAMGA_ASSIGN(rows, connection.query(kChanged, since));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { visit(card_of(row)); }));
  return {};
}

Result<void> write_card(sql::Connection& connection, Card const& card) {
  auto const state = static_cast<std::int64_t>(card.state);
  auto const likeness = sql::Blob{crypto::view(card.likeness)};
  if (card.stamp == 0) {
    TAMGA_TRY(connection.execute(kInsertCard, key_of(card.gtin), card.owner, card.group, card.level, state,
                                 card.by_operator, card.edition, card.version, card.editions,
                                 card.customs_class, card.words, likeness, card.reason, card.changed_at));
    return {};
  }
  TAMGA_ASSIGN(changed, connection.execute(kUpdateCard, key_of(card.gtin), card.owner, card.group, card.level,
                                           state, card.by_operator, card.edition, card.version, card.editions,
                                           card.customs_class, card.words, likeness, card.reason,
                                           card.changed_at, card.stamp));
  if (changed == 0) return fail(Error(sql::kStoreConflict).log("the card changed meanwhile"));
  return {};
}

Result<void> write_edition(sql::Connection& connection, Edition const& one) {
  std::string const body = shape::encode(one.body);
  std::string const remarks = shape::encode(StoredRemarks{one.remarks});
  auto const due = one.due ? std::optional<std::int64_t>(one.due->days()) : std::nullopt;
  TAMGA_TRY(connection.execute(kWriteEdition, key_of(one.gtin), one.number, one.version,
                               static_cast<std::int64_t>(one.state), one.document, one.owner, one.group, body,
                               one.submitted_at, due, one.taken_by, one.moderator, one.decided_at, remarks));
  return {};
}

}  // namespace tamga::catalogue
