// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/number_source.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "ledger/code_no.hpp"
#include "sql/connection.hpp"

namespace tamga::notices {

/// A word to a participant whom a change concerns, given after the commit and kept.
struct Notice {
  ledger::ParticipantNo to;
  std::string event;  ///< "shipment.incoming", "code.sold_by_other" ...
  std::string data;   ///< JSON
};

using NoticeNo = Id<struct NoticeNoTag, std::int64_t>;

/// A notice as it is kept. Numbers grow with time.
struct KeptNotice {
  NoticeNo number;
  UnixMs at;
  std::string event;
  std::string data;
};

/// How long notices are kept.
inline constexpr std::int64_t kKeptDays = 180;
/// More unread ones than this are not counted.
inline constexpr std::int64_t kMostCounted = 1000;

/// Within the transaction of what they tell of.
Result<void> keep(sql::Connection& connection, NumberSource& numbers, UnixMs at,
                  std::span<Notice const> notices);
/// Newest first, numbers below `before`.
Result<std::vector<KeptNotice>> notices_of(sql::Connection& connection, ledger::ParticipantNo participant,
                                           NoticeNo before, int limit);

/// Somebody who reads the notices of a participant: number of a user.
using Reader = std::int64_t;
/// How many a reader has not seen, at most kMostCounted.
Result<std::int64_t> unread(sql::Connection& connection, ledger::ParticipantNo participant, Reader reader);
/// The newest notice he has seen; 0: none.
Result<NoticeNo> mark_of(sql::Connection& connection, ledger::ParticipantNo participant, Reader reader);
/// He has seen all up to this one; a mark never goes back.
Result<void> mark(sql::Connection& connection, ledger::ParticipantNo participant, Reader reader,
                  NoticeNo up_to);

/// Forgets those from before `at`. How many is the result, at most some thousand at once.
Result<std::int64_t> forget(sql::Connection& connection, UnixMs at);

}  // namespace tamga::notices
