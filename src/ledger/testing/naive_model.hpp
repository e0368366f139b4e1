// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
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

  /// What must hold of packages and of goods on their way whatever documents came; each breach in words.
  [[nodiscard]] std::vector<std::string> breaches() const {
    std::vector<std::string> out;
    for (auto const& [code, record] : codes_) {
      CodeState const& child = record.state;
      auto const breach = [&, number = code](std::string const& what) {
        out.push_back("code " + std::to_string(number.value()) + ": " + what);
      };
      bool const alive = child.status != CodeStatus::NotIssued;
      if (alive && child.owner == ParticipantNo()) breach("has no owner");
      if (child.has(Mark::InTransit) && child.status != CodeStatus::Introduced)
        breach("on its way, not introduced");
      if (child.parent == CodeNo()) continue;
      CodeState const package = state(child.parent);
      if (package.owner != child.owner) breach("has another owner than its package");
      if ((package.marks & kHolds & ~child.marks) != 0) breach("lacks a hold of its package");
      if (package.has(Mark::InTransit) != child.has(Mark::InTransit)) breach("travels without its package");
      bool const gone = package.status == CodeStatus::Disbanded || package.status == CodeStatus::WrittenOff ||
                        package.status == CodeStatus::NotIssued;
      if (gone) breach("lies in a package that is not there");
      if ((package.status == CodeStatus::Retired) != (child.status == CodeStatus::Retired))
        breach("left circulation without its package, or the other way round");
      int depth = 0;
      for (CodeNo at = child.parent; at != CodeNo() && depth <= 5; at = state(at).parent) ++depth;
      if (depth > 5) breach("lies deeper than five packages");
    }
    return out;
  }

 private:
  std::map<CodeNo, Record> codes_;
};

}  // namespace tamga::ledger::testing
