// SPDX-License-Identifier: Apache-2.0
#include "emission/series.hpp"

#include <algorithm>

namespace tamga::emission {

std::int64_t Series::capacity() const {
  if (kind == SeriesKind::Sscc) return kSsccsOfPrefix;
  if (kind != SeriesKind::Operator) return ledger::kSeriesCapacity;
  auto const radix = static_cast<std::int64_t>(gs1::symbols_of(serial.alphabet).size());
  std::int64_t serials = 1;
  for (std::size_t i = 0; i < serial.own_length() && serials < ledger::kSeriesCapacity; ++i) serials *= radix;
  return std::min(serials, ledger::kSeriesCapacity);
}

bool Series::same_facts(Series const& other) const {
  return kind == other.kind && gtin == other.gtin && sscc_prefix == other.sscc_prefix &&
         layout == other.layout && serial.alphabet == other.serial.alphabet &&
         serial.country_digit == other.serial.country_digit;
}

bool Series::shares_identities(Series const& other) const {
  return !is_transport() && !other.is_transport() && gtin == other.gtin &&
         layout.shape() == other.layout.shape() && serial.length == other.serial.length;
}

}  // namespace tamga::emission
