// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "documents/case.hpp"

namespace tamga::documents {

/// How the order of a code said that the goods come to be (made here, imported ...); null when its lot does
/// not tell. The lot is loaded.
country::ReleaseMethod const* release_of(Case& one, ledger::CodeState const& state);

/// Codes apart by the lots they have now. Their states are loaded.
std::map<ledger::LotNo, ledger::CodeSet> by_lot(Case& one, ledger::CodeSet const& codes);

/// The next lot after `base`: a copy of it that names it, made by this document. `base` is loaded.
Lot lot_after(Case& one, ledger::LotNo base);

}  // namespace tamga::documents
