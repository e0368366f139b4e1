// SPDX-License-Identifier: Apache-2.0
#include "standing/book.hpp"

#include <algorithm>

#include "shape/decode.hpp"
#include "shape/encode.hpp"
#include "sql/statement.hpp"

namespace tamga::standing {
namespace {

struct StoredFinding {
  std::string cause;
  std::int64_t effect = 0;
  UnixMs since;
  std::string before;
  std::string now;
  std::string person;
  static constexpr auto shape() {
    return shape::object(
        "StoredFinding", "", shape::field("cause", &StoredFinding::cause, ""),
        shape::field("effect", &StoredFinding::effect, ""), shape::field("since", &StoredFinding::since, ""),
        shape::field("before", &StoredFinding::before, ""), shape::field("now", &StoredFinding::now, ""),
        shape::field("person", &StoredFinding::person, ""));
  }
};

struct StoredFindings {
  std::vector<StoredFinding> findings;
  static constexpr auto shape() {
    return shape::object("StoredStandingFindings", "",
                         shape::field("findings", &StoredFindings::findings, ""));
  }
};

#define TAMGA_STANDING_COLUMNS "participant, findings, confirmed, profile, checked_at, next_check"

constexpr sql::Statement kFind{"standing.find",
                               "SELECT " TAMGA_STANDING_COLUMNS " FROM standing WHERE participant = $1"};
constexpr sql::Statement kAgainst{"standing.against",
                                  "SELECT " TAMGA_STANDING_COLUMNS " FROM standing WHERE effect > 0"};
constexpr sql::Statement kOfEffect{"standing.effect", "SELECT " TAMGA_STANDING_COLUMNS
                                                      " FROM standing WHERE effect = $1 AND participant > $2 "
                                                      "ORDER BY participant LIMIT $3"};
constexpr sql::Statement kDue{
    "standing.due", "SELECT participant FROM standing WHERE next_check <= $1 ORDER BY next_check LIMIT $2"};
constexpr sql::Statement kLast{"standing.last",
                               "SELECT CAST(coalesce(max(participant), 0) AS {integer}) FROM standing"};
constexpr sql::Statement kPut{
    "standing.put",
    "INSERT INTO standing (participant, findings, confirmed, profile, checked_at, next_check, effect) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (participant) DO UPDATE SET findings = "
    "excluded.findings, "
    "confirmed = excluded.confirmed, profile = excluded.profile, checked_at = excluded.checked_at, "
    "next_check = excluded.next_check, effect = excluded.effect"};

#undef TAMGA_STANDING_COLUMNS

Cause cause_of(std::string_view name) {
  for (std::size_t i = 0; i < kCauseNames.size(); ++i)
    if (kCauseNames.at(i) == name) return static_cast<Cause>(i);
  return Cause::Operator;
}

std::string findings_text(std::vector<Finding> const& findings) {
  if (findings.empty()) return {};
  StoredFindings out;
  for (Finding const& one : findings)
    out.findings.push_back({std::string(name_of(one.cause)), static_cast<std::int64_t>(one.effect), one.since,
                            one.before, one.now, one.person});
  return shape::encode(out);
}

Result<std::vector<Finding>> read_findings(std::string_view text) {
  std::vector<Finding> out;
  if (text.empty()) return out;
  TAMGA_ASSIGN(stored, shape::decode<StoredFindings>(text));
  for (StoredFinding& one : stored.findings)
    out.push_back({cause_of(one.cause), static_cast<Effect>(one.effect), one.since, std::move(one.before),
                   std::move(one.now), std::move(one.person)});
  return out;
}

Result<Standing> standing_of(sql::Row const& row) {
  Standing out;
  out.participant = row.as<ParticipantNo>(0);
  TAMGA_ASSIGN(findings, read_findings(row.text(1)));
  out.findings = std::move(findings);
  if (std::string_view const confirmed = row.text(2); !confirmed.empty()) {
    TAMGA_ASSIGN(entity, shape::decode<business_register::BusinessEntity>(confirmed));
    out.confirmed = std::move(entity);
  }
  out.profile = row.int64(3);
  if (auto const checked = row.optional_int64(4)) out.checked_at = UnixMs(*checked);
  out.next_check = row.as<UnixMs>(5);
  return out;
}

template <class... Arguments>
Result<std::vector<Standing>> query(sql::Connection& connection, sql::Statement const& statement,
                                    Arguments const&... arguments) {
  TAMGA_ASSIGN(rows, connection.query(statement, arguments...));
  std::vector<Standing> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    TAMGA_ASSIGN(one, standing_of(row));
    found.push_back(std::move(one));
    return {};
  }));
  return found;
}

}  // namespace

Result<std::optional<Standing>> find_standing(sql::Connection& connection, ParticipantNo participant) {
  TAMGA_ASSIGN(found, query(connection, kFind, participant));
  return found.empty() ? std::optional<Standing>() : std::optional(std::move(found.front()));
}

Result<void> put_standing(sql::Connection& connection, Standing const& one) {
  std::string const findings = findings_text(one.findings);
  std::string const confirmed = one.confirmed ? shape::encode(*one.confirmed) : std::string();
  TAMGA_TRY(connection.execute(kPut, one.participant, findings, confirmed, one.profile, one.checked_at,
                               one.next_check, static_cast<std::int64_t>(one.effect())));
  return {};
}

Result<std::vector<ParticipantNo>> standings_due(sql::Connection& connection, UnixMs now, int limit) {
  TAMGA_ASSIGN(rows, connection.query(kDue, now, static_cast<std::int64_t>(limit)));
  std::vector<ParticipantNo> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { found.push_back(row.as<ParticipantNo>(0)); }));
  return found;
}

Result<ParticipantNo> last_standing(sql::Connection& connection) {
  TAMGA_ASSIGN(last, connection.find(kLast, [](sql::Row const& row) { return row.as<ParticipantNo>(0); }));
  return last.value_or(ParticipantNo());
}

Result<std::vector<Standing>> standings_of(sql::Connection& connection, Effect effect, ParticipantNo after,
                                           int limit) {
  return query(connection, kOfEffect, static_cast<std::int64_t>(effect), after,
               static_cast<std::int64_t>(limit));
}

Result<std::unique_ptr<Book>> Book::open(sql::Store& store) {
  auto book = std::make_unique<Book>();
  TAMGA_TRY(book->refresh(store));
  return book;
}

std::int64_t Book::count(Effect effect) const {
  std::shared_lock const lock(mutex_);
  return std::count_if(standings_.begin(), standings_.end(),
                       [&](auto const& one) { return one.second->effect() == effect; });
}

std::shared_ptr<Standing const> Book::find(ParticipantNo participant) const {
  std::shared_lock const lock(mutex_);
  auto const found = standings_.find(participant);
  return found == standings_.end() ? nullptr : found->second;
}

void Book::show(Standing standing) {
  std::unique_lock const lock(mutex_);
  ++changes_;
  ParticipantNo const participant = standing.participant;
  if (standing.effect() == Effect::Good)
    standings_.erase(participant);
  else
    standings_[participant] = std::make_shared<Standing const>(std::move(standing));
}

Result<void> Book::refresh(sql::Store& store) {
  std::uint64_t before = 0;
  {
    std::shared_lock const lock(mutex_);
    before = changes_;
  }
  Standings fresh;
  {
    TAMGA_ASSIGN(reader, store.reader());
    TAMGA_ASSIGN(all, query(*reader, kAgainst));
    for (Standing& one : all) fresh[one.participant] = std::make_shared<Standing const>(std::move(one));
  }
  std::unique_lock const lock(mutex_);
  // What was shown meanwhile is newer than what was read; the next refresh has it.
  if (changes_ == before) standings_ = std::move(fresh);
  return {};
}

}  // namespace tamga::standing
