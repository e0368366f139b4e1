// SPDX-License-Identifier: Apache-2.0
#include "emission/gtin_series.hpp"

namespace tamga::emission {

Result<GtinSeries const*> GtinSeriesOf::operator()(gs1::Gtin gtin) {
  if (last_ != nullptr && gtin == last_gtin_) return last_;
  auto& kept = known_[gtin];
  if (kept == nullptr) {
    auto fresh = std::make_unique<GtinSeries>();
    book_->of_gtin(gtin, found_);
    for (Series const* const series : found_) {
      crypto::SerialPermutation const* permutation = nullptr;
      if (series->kind == SeriesKind::Operator) {
        TAMGA_ASSIGN(made, book_->permutation(*series));
        permutation = made;
      }
      auto const issued = static_cast<std::uint64_t>(book_->issued(*series));
      fresh->candidates.push_back({series, permutation, issued, book_->gaps(*series)});
      fresh->layouts.push_back(&series->layout);
      fresh->one_length = fresh->one_length && series->serial.length == found_.front()->serial.length;
    }
    kept = std::move(fresh);
  }
  last_gtin_ = gtin;
  return last_ = kept.get();
}

std::vector<ledger::SeriesNo> GtinSeriesOf::seen() const {
  std::vector<ledger::SeriesNo> out;
  for (auto const& [gtin, series] : known_) {
    if (series == nullptr) continue;
    for (auto const& candidate : series->candidates) out.push_back(candidate.series->number);
  }
  return out;
}

void GtinSeriesOf::forget() {
  last_ = nullptr;
  known_.clear();
}

}  // namespace tamga::emission
