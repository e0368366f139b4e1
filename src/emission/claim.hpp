// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

#include "emission/gtin_series.hpp"
#include "emission/tail_check.hpp"
#include "gs1/scan_view.hpp"

namespace tamga::emission {

/// "This text may be a code of that series": its layout fits. Views into the text.
struct Claim {
  std::size_t place = 0;  ///< of the text in its batch
  Series const* series = nullptr;
  GtinSeries::Candidate const* candidate = nullptr;  ///< none for transport units
  std::string_view identity;                         ///< of a canonical text
  std::string_view serial;  ///< of a transport unit in its own format: the whole text
  TailQuestion tail{};

  [[nodiscard]] bool on_operator() const { return series->kind == SeriesKind::Operator; }
  [[nodiscard]] bool has_tail() const { return !tail.tail.empty(); }
  [[nodiscard]] bool may_have_tail() const {
    return !series->is_transport() && series->layout.tail() != gs1::TailKind::None;
  }
};

/// The claim of goods, or false when the layout does not fit. Legacy codes are cut by the layout. The
/// candidate outlives the claim.
bool make_claim(gs1::ScanView const& view, GtinSeries::Candidate const& candidate, Claim& out);

}  // namespace tamga::emission
