// SPDX-License-Identifier: Apache-2.0
#include "emission/gtin_series.hpp"

namespace tamga::emission {

Result<GtinSeries const*> GtinSeriesOf::operator()(gs1::Gtin gtin) {
  if (last_ != nullptr && gtin == last_gtin_) return last_;
  GtinSeries const*& kept = known_[gtin];
  if (kept == nullptr) {
    TAMGA_TRY(book_->known_of_gtin(gtin, found_));
    GtinSeries& fresh = all_.emplace_back();
    for (SeriesBook::Known const& one : found_) {
      fresh.candidates.push_back({one});
      fresh.layouts.push_back(&one.series->layout);
      fresh.one_length =
          fresh.one_length && one.series->serial.length == found_.front().series->serial.length;
    }
    kept = &fresh;
  }
  last_gtin_ = gtin;
  return last_ = kept;
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
  all_.clear();
}

}  // namespace tamga::emission
