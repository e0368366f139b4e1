// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <vector>

#include "base/result.hpp"
#include "sql/store.hpp"
#include "standing/standing.hpp"

namespace tamga::standing {

/// Those against whom something stands, in memory: asked for by every document. What another process of the
/// store found out comes with `refresh`. Safe from any thread.
class Book {
 public:
  static Result<std::unique_ptr<Book>> open(sql::Store& store);

  /// Nothing: the participant stands well.
  [[nodiscard]] std::shared_ptr<Standing const> find(ParticipantNo participant) const;
  /// How many participants it leads to that for.
  [[nodiscard]] std::int64_t count(Effect effect) const;
  /// After the commit of its change.
  void show(Standing standing);
  Result<void> refresh(sql::Store& store);

 private:
  using Standings = std::map<ParticipantNo, std::shared_ptr<Standing const>>;
  mutable std::shared_mutex mutex_;
  std::uint64_t changes_ = 0;
  Standings standings_;
};

/// Rows, within the transaction of `connection` where they are changed.
Result<std::optional<Standing>> find_standing(sql::Connection& connection, ParticipantNo participant);
Result<void> put_standing(sql::Connection& connection, Standing const& standing);
/// Participants whose turn to be checked has come, those that wait longest first.
Result<std::vector<ParticipantNo>> standings_due(sql::Connection& connection, UnixMs now, int limit);
/// The largest number that has a row; later ones were never looked at.
Result<ParticipantNo> last_standing(sql::Connection& connection);
/// Those of an effect, in order of number, above `after`.
Result<std::vector<Standing>> standings_of(sql::Connection& connection, Effect effect, ParticipantNo after,
                                           int limit);

}  // namespace tamga::standing
