// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "documents/case.hpp"

namespace tamga::documents {

/// Judges goods that shall come back to circulation, by the reason for which they left it: `against` says why
/// that reason stands in the way, or nothing.
Result<Case::Tree> judge_return(Case& one, ledger::Event event, NamedCodes const& named,
                                std::function<ErrorKind const*(country::RetireReason const&)> const& against);

/// They are in circulation: packages with what they hold, named codes loose.
void bring_back(Case& one, ledger::Event event, Case::Tree const& tree);

}  // namespace tamga::documents
