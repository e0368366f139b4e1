// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/key_role.hpp"
#include "crypto/sha256.hpp"
#include "emission/order.hpp"

namespace tamga::emission {

/// How the journal names the making of tails.
inline constexpr std::string_view kTailAction = "tails.sign";

/// One batch of tails that was made: who asked for it, for which codes, with which key. Batches of an order
/// line are a chain, each sealed over the one before with a key that only who signs tails can derive;
/// docs/formats/tails.md.
struct TailBatch {
  OrderNo order;
  int line = 0;
  std::int64_t sequence = 0;  ///< within the line, from 1
  std::int64_t number = 0;    ///< of the batch, ascending in time
  UnixMs at{};
  ledger::ParticipantNo participant{};  ///< who asked
  std::string person{};                 ///< by name; of a task its number
  std::string request{};                ///< of the HTTP request; empty for a task
  std::int64_t from = 0;                ///< codes [from, from + codes) of the line
  std::int64_t codes = 0;
  crypto::KeyPurpose purpose{};
  std::string key_id{};
  crypto::Sha256 seal{};

  /// "order/line/from+codes", as the journal names it.
  [[nodiscard]] std::string object() const;
};

/// Writes a batch as the next link of its line, sealed, before its tails leave; within the transaction of
/// `connection`. Sequence, purpose and seal are filled in. Errors: KEY_UNKNOWN; a second writer of the line
/// loses the race.
Result<TailBatch> note_batch(sql::Connection& connection, crypto::RoleKeys const& keys, TailBatch batch);

/// Which batches are asked for: of all orders without one, of all keys without one.
struct TailQuestion {
  std::int64_t before = 0;  ///< numbers below; 0: from the newest on
  std::optional<OrderNo> order{};
  std::string key_id{};
};
/// Newest first.
Result<std::vector<TailBatch>> tail_batches(sql::Connection& connection, TailQuestion const& question,
                                            int limit);

/// Recomputes the chain of every line and shows each batch to `visit`. A seal that is not right, or a gap, is
/// TAIL_AUDIT_BROKEN with order, line and sequence. That the last links of a line are gone no chain shows:
/// the journal has their seals. Errors also: KEY_UNKNOWN.
Result<void> verify_batches(sql::Connection& connection, crypto::RoleKeys const& keys,
                            std::function<void(TailBatch const&)> const& visit);

}  // namespace tamga::emission
