// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include "code_search/filter.hpp"
#include "documents/recalls.hpp"

namespace tamga::code_search {

/// How far a recall has come: what it covers, as it stands now.
struct Recalled {
  std::array<std::int64_t, ledger::kStatusCount> of_status{};
  std::int64_t holders = 0;  ///< who has goods of it that are applied or in circulation
  bool complete = true;      ///< false: so much was met before the count became too long
};

/// Counts the codes that a recall covers, lifted or not: of everybody, or those somebody holds. Walks the
/// series of the GTIN over at most about `runs` runs. Errors: those of the ledger and the store.
Result<Recalled> count_recalled(Sources const& sources, documents::Recall const& recall,
                                std::optional<ledger::ParticipantNo> holder, std::int64_t runs);

}  // namespace tamga::code_search
