// SPDX-License-Identifier: Apache-2.0
#include "emission/claim.hpp"

namespace tamga::emission {

bool make_claim(gs1::ScanView const& view, GtinSeries::Candidate const& candidate, Claim& out) {
  gs1::CodeLayout const& layout = candidate.series->layout;
  bool const legacy = view.kind == gs1::ScanKind::Legacy;
  gs1::ScanView cut;
  if (legacy) {
    cut = view;
    if (!apply_layout(cut, layout)) return false;
  } else if (!fits(view, layout)) {
    return false;
  }
  gs1::ScanView const& code = legacy ? cut : view;
  out.series = candidate.series;
  out.candidate = &candidate;
  out.serial = code.serial;
  out.tail = {};
  if (!candidate.series->proves_tail()) return true;
  std::size_t const gtin_at = legacy ? 0 : 2;
  out.tail = {layout.tail(),
              code.key_id,
              {code.identity.substr(gtin_at, gs1::Gtin::kDigits), code.serial, code.price},
              code.tail};
  return true;
}

}  // namespace tamga::emission
