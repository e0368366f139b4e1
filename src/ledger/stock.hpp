// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <string>

#include "base/varint.hpp"
#include "ledger/code_state.hpp"

namespace tamga::ledger {

/// One line of stock: codes of one series, in one status, of one owner.
struct StockKey {
  ParticipantNo owner;
  SeriesNo series;
  CodeStatus status;
  friend auto operator<=>(StockKey const&, StockKey const&) = default;
};

/// How balances move. Ordered, so that two processes touch rows in the same order.
class StockDeltas {
 public:
  void move(SeriesNo series, CodeState const& before, CodeState const& after, std::int64_t count);
  void add(StockKey const& key, std::int64_t delta) {
    if (delta != 0) deltas_[key] += delta;
  }
  void merge(StockDeltas const& other) {
    for (auto const& [key, delta] : other.deltas_) add(key, delta);
  }
  [[nodiscard]] std::map<StockKey, std::int64_t> const& deltas() const { return deltas_; }
  void clear() { deltas_.clear(); }

  void encode(std::string& out) const;
  static StockDeltas decode(ByteReader& reader);

 private:
  std::map<StockKey, std::int64_t> deltas_;
};

inline void StockDeltas::move(SeriesNo series, CodeState const& before, CodeState const& after,
                              std::int64_t count) {
  if (before.owner == after.owner && before.status == after.status) return;
  if (before.status != CodeStatus::NotIssued) add({before.owner, series, before.status}, -count);
  if (after.status != CodeStatus::NotIssued) add({after.owner, series, after.status}, count);
}

inline void StockDeltas::encode(std::string& out) const {
  put_varint(out, deltas_.size());
  for (auto const& [key, delta] : deltas_) {
    put_varint(out, key.owner.value());
    put_varint(out, static_cast<std::uint64_t>(key.series.value()));
    put_varint(out, static_cast<std::uint64_t>(key.status));
    put_signed(out, delta);
  }
}

inline StockDeltas StockDeltas::decode(ByteReader& reader) {
  StockDeltas result;
  std::uint64_t const count = reader.varint();
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
    ParticipantNo const owner(static_cast<std::uint32_t>(reader.varint()));
    SeriesNo const series(static_cast<std::int32_t>(reader.varint()));
    auto const status = static_cast<CodeStatus>(reader.varint());
    result.add({owner, series, status}, reader.signed_varint());
  }
  return result;
}

}  // namespace tamga::ledger
