// SPDX-License-Identifier: Apache-2.0
#include "drafts/draft.hpp"

#include "drafts/errors.hpp"
#include "shape/document.hpp"
#include "sql/statement.hpp"

namespace tamga::drafts {
namespace {

constexpr sql::Statement kPut{
    "drafts.put",
    "INSERT INTO draft (participant, name, kind, body, person, saved) VALUES ($1, $2, $3, $4, $5, $6) "
    "ON CONFLICT (participant, name) DO UPDATE SET kind = excluded.kind, body = excluded.body, "
    "person = excluded.person, saved = excluded.saved"};
constexpr sql::Statement kDelete{"drafts.delete", "DELETE FROM draft WHERE participant = $1 AND name = $2"};
constexpr sql::Statement kFind{
    "drafts.find", "SELECT name, kind, body, person, saved FROM draft WHERE participant = $1 AND name = $2"};
constexpr sql::Statement kOf{
    "drafts.of",
    "SELECT name, kind, '', person, saved FROM draft WHERE participant = $1 ORDER BY saved DESC, name"};
constexpr sql::Statement kOthers{"drafts.count",
                                 "SELECT count(*) FROM draft WHERE participant = $1 AND name <> $2"};

Draft draft_of(sql::Row const& row) {
  return {.name = std::string(row.text(0)),
          .kind = std::string(row.text(1)),
          .body = std::string(row.text(2)),
          .person = std::string(row.text(3)),
          .saved = row.as<UnixMs>(4)};
}

}  // namespace

Result<void> save(sql::Connection& connection, ParticipantNo participant, Draft const& draft) {
  if (draft.body.size() > kMaxBodyBytes)
    return fail(Error(kDraftTooLarge).with("limit", std::to_string(kMaxBodyBytes)));
  auto const json = shape::JsonDocument::open(draft.body, {.max_bytes = kMaxBodyBytes});
  if (!json) return fail(Error(kDraftNoJson).at(json.error().where()));
  if (auto const grammar = json->check(); !grammar)
    return fail(Error(kDraftNoJson).at(grammar.error().where()));
  auto const count = [](sql::Row const& row) { return row.int64(0); };
  TAMGA_ASSIGN(others, connection.find(kOthers, count, participant, draft.name));
  if (others.value_or(0) >= kMostDrafts)
    return fail(Error(kTooManyDrafts).with("limit", std::to_string(kMostDrafts)));
  TAMGA_TRY(
      connection.execute(kPut, participant, draft.name, draft.kind, draft.body, draft.person, draft.saved));
  return {};
}

Result<void> discard(sql::Connection& connection, ParticipantNo participant, std::string_view name) {
  TAMGA_ASSIGN(gone, connection.execute(kDelete, participant, name));
  if (gone == 0) return fail(Error(kDraftUnknown).with("name", std::string(name)));
  return {};
}

Result<std::optional<Draft>> find(sql::Connection& connection, ParticipantNo participant,
                                  std::string_view name) {
  return connection.find(kFind, draft_of, participant, name);
}

Result<std::vector<Draft>> of(sql::Connection& connection, ParticipantNo participant) {
  TAMGA_ASSIGN(rows, connection.query(kOf, participant));
  std::vector<Draft> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { found.push_back(draft_of(row)); }));
  return found;
}

}  // namespace tamga::drafts
