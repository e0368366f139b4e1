// SPDX-License-Identifier: Apache-2.0
#include "api/change_note.hpp"

#include "base/random.hpp"
#include "crypto/sha256.hpp"
#include "registry/call_changes.hpp"

namespace tamga::api {
namespace {

registry::Facts emptied(registry::Facts facts) {
  for (auto& [name, value] : facts) value.clear();
  return facts;
}

}  // namespace

Result<void> note_changes(documents::Turn& turn, journal::Entry& entry, registry::Facts const& before,
                          registry::Facts const& after) {
  auto const changes = registry::changes_between(before, after.empty() ? emptied(before) : after);
  if (changes.empty()) return {};
  SystemRng rng;
  TAMGA_ASSIGN(seal, registry::insert_call_changes(turn.connection(), rng, changes));
  entry.state = crypto::view(seal);
  return {};
}

}  // namespace tamga::api
