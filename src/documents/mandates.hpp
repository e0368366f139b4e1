// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/document.hpp"

namespace tamga::documents {

/// In whose name a document is sent, and with what limits.
struct ActingFor {
  ledger::ParticipantNo principal;
  std::vector<std::string> groups;  ///< empty: all
};

/// Whether the sender may send documents of the kind for the participant with this tax number. Nothing, with
/// the reason in `refusal`, when he may not: PRINCIPAL_UNKNOWN, MANDATE_MISSING, KIND_NOT_BY_PROVIDER.
Result<std::optional<ActingFor>> acting_for(Desk& desk, Traits const& traits, ledger::ParticipantNo sender,
                                            std::string const& tax_id, Date today,
                                            std::optional<Error>& refusal);

}  // namespace tamga::documents
