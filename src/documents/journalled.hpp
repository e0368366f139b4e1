// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "journal/entry.hpp"
#include "ledger/code_no.hpp"

namespace tamga::documents {

/// The document an entry of the journal is about: "document.", the name of a kind, and as object its number.
/// Nothing for entries of other operations, and of documents that got no number.
std::optional<ledger::DocumentNo> document_of(journal::Entry const& entry);

}  // namespace tamga::documents
