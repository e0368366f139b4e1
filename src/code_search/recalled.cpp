// SPDX-License-Identifier: Apache-2.0
#include "code_search/recalled.hpp"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>

namespace tamga::code_search {

using ledger::CodeStatus;
using ledger::LotNo;

namespace {

constexpr std::int64_t kBlocksAtOnce = 64;

/// Neighbouring codes with one state.
struct Met {
  ledger::CodeState state;
  std::int64_t codes;
};

/// Codes of one recall, block by block.
class Count {
 public:
  Count(Sources const& sources, documents::Recall const& recall, std::optional<ledger::ParticipantNo> holder)
      : sources_(sources), recall_(recall), holder_(holder) {}

  Result<void> look(std::span<ledger::BlockNo const> wanted) {
    TAMGA_ASSIGN(blocks, sources_.ledger.blocks(wanted));
    std::vector<Met> met;
    runs_ += static_cast<std::int64_t>(wanted.size());
    for (ledger::PublishedBlock const& one : blocks) {
      if (!one.block) continue;
      one.block->for_each_run(0, static_cast<int>(ledger::kBlockSize),
                              [&](int, int length, ledger::CodeState const& state) {
                                ++runs_;
                                if (state.status == CodeStatus::NotIssued) return;
                                if (!holder_ || state.owner == *holder_) met.push_back({state, length});
                              });
    }
    TAMGA_TRY(learn(met));
    for (Met const& one : met) add(one);
    return {};
  }
  [[nodiscard]] std::int64_t runs() const { return runs_; }
  [[nodiscard]] Recalled end(bool complete) {
    counted_.holders = static_cast<std::int64_t>(holders_.size());
    counted_.complete = complete;
    return counted_;
  }

 private:
  /// Judges lots that were not met before.
  Result<void> learn(std::vector<Met> const& met) {
    std::vector<LotNo> missing;
    for (Met const& one : met)
      if (covered_.try_emplace(one.state.lot.value(), false).second) missing.push_back(one.state.lot);
    if (missing.empty()) return {};
    TAMGA_ASSIGN(lots, sources_.lots.find(missing));
    for (std::size_t i = 0; i < missing.size(); ++i)
      covered_[missing[i].value()] = recall_.covers(recall_.gtin, lots[i].get());
    return {};
  }
  void add(Met const& one) {
    if (!covered_.at(one.state.lot.value())) return;
    counted_.of_status[static_cast<std::size_t>(one.state.status)] += one.codes;
    if (one.state.status == CodeStatus::Applied || one.state.status == CodeStatus::Introduced)
      holders_.insert(one.state.owner.value());
  }

  Sources const& sources_;
  documents::Recall const& recall_;
  std::optional<ledger::ParticipantNo> holder_;
  std::int64_t runs_ = 0;
  boost::unordered_flat_map<std::int64_t, bool> covered_;
  boost::unordered_flat_set<std::uint32_t> holders_;
  Recalled counted_;
};

}  // namespace

Result<Recalled> count_recalled(Sources const& sources, documents::Recall const& recall,
                                std::optional<ledger::ParticipantNo> holder, std::int64_t runs) {
  TAMGA_TRY(sources.series.refresh());
  std::vector<emission::Series const*> series;
  sources.series.of_gtin(recall.gtin, series);
  Count count(sources, recall, holder);
  for (emission::Series const* one : series) {
    std::int64_t const issued = sources.series.issued(*one);
    if (issued == 0) continue;
    std::int64_t const first = ledger::block_of(ledger::code_no(one->number, 0)).value();
    std::int64_t const last = ledger::block_of(ledger::code_no(one->number, issued - 1)).value();
    for (std::int64_t from = first; from <= last; from += kBlocksAtOnce) {
      if (count.runs() >= runs) return count.end(false);
      std::vector<ledger::BlockNo> wanted;
      for (std::int64_t at = from; at <= std::min(last, from + kBlocksAtOnce - 1); ++at)
        wanted.emplace_back(at);
      TAMGA_TRY(count.look(wanted));
    }
  }
  return count.end(true);
}

}  // namespace tamga::code_search
