// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <tuple>
#include <vector>

#include "ledger/effects.hpp"
#include "ledger/ledger.hpp"

namespace tamga::ledger::testing {

/// The ledger as anybody would first write it: a record per code in a map. Slow, obvious, and the oracle of
/// every property test: after the same changes it and the ledger must agree on every code, history and
/// balance.
class NaiveModel {
 public:
  struct Record {
    CodeState state;
    std::vector<std::pair<Event, DocumentNo>> history;
  };

  void change(DocumentNo document, Change const& change) {
    for (CodeRange const& range : change.codes.ranges())
      for (std::int64_t i = 0; i < range.count; ++i) {
        Record& record = codes_[range.first + i];
        change.patch.apply(record.state);
        record.history.emplace_back(change.event, document);
      }
  }

  [[nodiscard]] CodeState state(CodeNo code) const {
    auto const found = codes_.find(code);
    return found == codes_.end() ? CodeState{} : found->second.state;
  }

  /// Quantities by owner, series and status, counted one by one.
  [[nodiscard]] std::map<std::tuple<ParticipantNo, SeriesNo, CodeStatus>, std::int64_t> stock() const {
    std::map<std::tuple<ParticipantNo, SeriesNo, CodeStatus>, std::int64_t> counts;
    for (auto const& [code, record] : codes_)
      if (record.state.status != CodeStatus::NotIssued)
        ++counts[{record.state.owner, series_of(code), record.state.status}];
    return counts;
  }

  [[nodiscard]] std::map<CodeNo, Record> const& codes() const { return codes_; }

 private:
  std::map<CodeNo, Record> codes_;
};

}  // namespace tamga::ledger::testing
