// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "documents/turn.hpp"
#include "journal/entry.hpp"
#include "registry/change_notes.hpp"

namespace tamga::api {

/// For the work of `once`: keeps field by field what the call changes, beside its entry in the journal, which
/// seals it as its `state`. Empty `before`: it is new; empty `after`: it is gone. What does not differ is not
/// kept. Once in a call; what a later refusal undoes is undone with it.
Result<void> note_changes(documents::Turn& turn, journal::Entry& entry, registry::Facts const& before,
                          registry::Facts const& after);

}  // namespace tamga::api
