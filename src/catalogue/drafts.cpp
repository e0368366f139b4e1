// SPDX-License-Identifier: Apache-2.0
#include "catalogue/drafts.hpp"

#include <deque>

#include "catalogue/errors.hpp"
#include "shape/decode.hpp"
#include "shape/encode.hpp"
#include "sql/statement.hpp"

namespace tamga::catalogue {
namespace {

constexpr sql::Statement kSave{
    "catalogue.draft.save",
    "INSERT INTO card_draft (owner, gtin, product_group, body, person, saved_at) VALUES ($1, $2, $3, $4, $5, "
    "$6) "
    "ON CONFLICT (owner, gtin) DO UPDATE SET product_group = excluded.product_group, body = excluded.body, "
    "person = excluded.person, saved_at = excluded.saved_at"};
constexpr sql::Statement kDiscard{"catalogue.draft.discard",
                                  "DELETE FROM card_draft WHERE owner = $1 AND gtin = $2"};
constexpr sql::Statement kCount{"catalogue.drafts.count",
                                "SELECT CAST(count(*) AS {integer}) FROM card_draft WHERE owner = $1"};
constexpr sql::Statement kFind{"catalogue.draft",
                               "SELECT owner, gtin, product_group, body, person, saved_at FROM card_draft "
                               "WHERE owner = $1 AND gtin = $2"};
constexpr sql::Statement kOf{"catalogue.drafts",
                             "SELECT owner, gtin, product_group, body, person, saved_at FROM card_draft "
                             "WHERE owner = $1 AND gtin > $2 "
                             "ORDER BY gtin LIMIT $3"};

std::int64_t key_of(gs1::Gtin gtin) { return static_cast<std::int64_t>(gtin.number()); }

template <class... Arguments>
Result<std::vector<CardDraft>> query(sql::Connection& connection, sql::Statement const& statement,
                                     Arguments const&... arguments) {
  TAMGA_ASSIGN(rows, connection.query(statement, arguments...));
  std::vector<CardDraft> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    TAMGA_ASSIGN(body, shape::decode<CardBody>(row.text(3)));
    found.push_back({row.as<ParticipantNo>(0),
                     gs1::Gtin::from_number(static_cast<std::uint64_t>(row.int64(1))),
                     std::string(row.text(2)), std::move(body), std::string(row.text(4)), row.as<UnixMs>(5)});
    return {};
  }));
  return found;
}

}  // namespace

Result<void> save_drafts(sql::Connection& connection, ParticipantNo owner,
                         std::vector<CardDraft> const& drafts) {
  std::deque<std::string> bodies;
  sql::Batch rows(6);
  for (CardDraft const& one : drafts) {
    std::string const& body = bodies.emplace_back(shape::encode(one.body));
    rows.add(owner, key_of(one.gtin), std::string_view(one.group), std::string_view(body),
             std::string_view(one.person), one.saved_at);
  }
  if (rows.empty()) return {};
  TAMGA_TRY(connection.batch(kSave, rows));
  TAMGA_ASSIGN(count, connection.find(
                          kCount, [](sql::Row const& row) { return row.int64(0); }, owner));
  if (count.value_or(0) > kMostDrafts)
    return fail(Error(kDraftsTooMany).with("limit", std::to_string(kMostDrafts)));
  return {};
}

Result<bool> discard_draft(sql::Connection& connection, ParticipantNo owner, gs1::Gtin gtin) {
  TAMGA_ASSIGN(gone, connection.execute(kDiscard, owner, key_of(gtin)));
  return gone > 0;
}

Result<std::optional<CardDraft>> find_draft(sql::Connection& connection, ParticipantNo owner,
                                            gs1::Gtin gtin) {
  TAMGA_ASSIGN(found, query(connection, kFind, owner, key_of(gtin)));
  return found.empty() ? std::optional<CardDraft>() : std::optional(std::move(found.front()));
}

Result<std::vector<CardDraft>> drafts_of(sql::Connection& connection, ParticipantNo owner, gs1::Gtin after,
                                         int limit) {
  return query(connection, kOf, owner, key_of(after), limit);
}

}  // namespace tamga::catalogue
