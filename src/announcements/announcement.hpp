// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "sql/connection.hpp"

namespace tamga::announcements {

using AnnouncementNo = Id<struct AnnouncementNoTag, std::int64_t>;

/// Who is told. Stored as a number: never renumber.
enum class Audience : std::uint8_t { Everybody = 0, Participants = 1 };

/// A text in the three languages of the product.
struct Wording {
  std::string ru;
  std::string uz;
  std::string en;
};

/// Something the operator tells: a maintenance window, a new requirement of the law, a date on which a group
/// becomes mandatory.
struct Announcement {
  AnnouncementNo number;
  Audience audience = Audience::Everybody;
  std::string group;  ///< product group it is about; empty: all
  Wording title;
  Wording text;
  UnixMs from;
  std::optional<UnixMs> until;
  std::string person;                 ///< who published it
  std::optional<UnixMs> withdrawn{};  ///< since when it is not shown any more
};

/// Within the transaction of `connection`.
Result<void> publish(sql::Connection& connection, Announcement const& one);
/// Errors: ANNOUNCEMENT_UNKNOWN, also when it was withdrawn before.
Result<Announcement> withdraw(sql::Connection& connection, AnnouncementNo number, UnixMs now);

/// Errors: ANNOUNCEMENT_UNKNOWN.
Result<Announcement> find(sql::Connection& connection, AnnouncementNo number);
/// Those to be shown at a moment, the newest first, at most a hundred: to everybody, or to participants too.
Result<std::vector<Announcement>> shown(sql::Connection& connection, Audience reader, UnixMs now);
/// All, also withdrawn and future ones, the newest first, numbers below `before`.
Result<std::vector<Announcement>> published(sql::Connection& connection, AnnouncementNo before, int limit);

}  // namespace tamga::announcements
