// SPDX-License-Identifier: Apache-2.0
#include "announcements/announcement.hpp"

#include "announcements/errors.hpp"
#include "sql/statement.hpp"

namespace tamga::announcements {
namespace {

#define TAMGA_ANNOUNCEMENT_COLUMNS                                                                   \
  "announcement, audience, product_group, title_ru, title_uz, title_en, text_ru, text_uz, text_en, " \
  "shown_from, "                                                                                     \
  "shown_until, person, withdrawn"

constexpr sql::Statement kInsert{"announcements.insert",
                                 "INSERT INTO announcement (" TAMGA_ANNOUNCEMENT_COLUMNS
                                 ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULL)"};
constexpr sql::Statement kWithdraw{
    "announcements.withdraw",
    "UPDATE announcement SET withdrawn = $2 WHERE announcement = $1 AND withdrawn IS NULL"};
constexpr sql::Statement kFind{
    "announcements.find", "SELECT " TAMGA_ANNOUNCEMENT_COLUMNS " FROM announcement WHERE announcement = $1"};
constexpr sql::Statement kShown{
    "announcements.shown",
    "SELECT " TAMGA_ANNOUNCEMENT_COLUMNS
    " FROM announcement WHERE shown_from <= $1 AND (shown_until IS NULL OR shown_until > $1) "
    "AND withdrawn IS NULL AND audience <= $2 ORDER BY shown_from DESC, announcement DESC LIMIT 100"};
constexpr sql::Statement kPublished{
    "announcements.published",
    "SELECT " TAMGA_ANNOUNCEMENT_COLUMNS
    " FROM announcement WHERE announcement < $1 ORDER BY announcement DESC LIMIT $2"};

#undef TAMGA_ANNOUNCEMENT_COLUMNS

Wording wording_of(sql::Row const& row, int first) {
  return {std::string(row.text(first)), std::string(row.text(first + 1)), std::string(row.text(first + 2))};
}

std::optional<UnixMs> moment_of(std::optional<std::int64_t> value) {
  return value ? std::optional(UnixMs(*value)) : std::nullopt;
}

Announcement announcement_of(sql::Row const& row) {
  return {.number = row.as<AnnouncementNo>(0),
          .audience = static_cast<Audience>(row.int64(1)),
          .group = std::string(row.text(2)),
          .title = wording_of(row, 3),
          .text = wording_of(row, 6),
          .from = row.as<UnixMs>(9),
          .until = moment_of(row.optional_int64(10)),
          .person = std::string(row.text(11)),
          .withdrawn = moment_of(row.optional_int64(12))};
}

template <class... Arguments>
Result<std::vector<Announcement>> query(sql::Connection& connection, sql::Statement const& statement,
                                        Arguments const&... arguments) {
  TAMGA_ASSIGN(rows, connection.query(statement, arguments...));
  std::vector<Announcement> found;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { found.push_back(announcement_of(row)); }));
  return found;
}

}  // namespace

Result<void> publish(sql::Connection& connection, Announcement const& one) {
  if (one.until && *one.until <= one.from) return fail(Error(kAnnouncementTerm).at("/until"));
  TAMGA_TRY(connection.execute(kInsert, one.number, static_cast<std::int64_t>(one.audience), one.group,
                               one.title.ru, one.title.uz, one.title.en, one.text.ru, one.text.uz,
                               one.text.en, one.from, one.until, one.person));
  return {};
}

Result<Announcement> withdraw(sql::Connection& connection, AnnouncementNo number, UnixMs now) {
  TAMGA_ASSIGN(changed, connection.execute(kWithdraw, number, now));
  if (changed == 0) return fail(Error(kAnnouncementUnknown).with("number", std::to_string(number.value())));
  return find(connection, number);
}

Result<Announcement> find(sql::Connection& connection, AnnouncementNo number) {
  TAMGA_ASSIGN(found, connection.find(kFind, announcement_of, number));
  if (!found) return fail(Error(kAnnouncementUnknown).with("number", std::to_string(number.value())));
  return *std::move(found);
}

Result<std::vector<Announcement>> shown(sql::Connection& connection, Audience reader, UnixMs now) {
  return query(connection, kShown, now, static_cast<std::int64_t>(reader));
}

Result<std::vector<Announcement>> published(sql::Connection& connection, AnnouncementNo before, int limit) {
  return query(connection, kPublished, before, static_cast<std::int64_t>(limit));
}

}  // namespace tamga::announcements
