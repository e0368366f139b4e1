// SPDX-License-Identifier: Apache-2.0
#include "server/contact_round.hpp"

#include "documents/in_turn.hpp"
#include "support/violations.hpp"

namespace tamga::server {
namespace {

constexpr int kReports = 1000;

}  // namespace

Result<void> erase_old_contacts(support::Desk const& desk, sql::Store& store, documents::Sequencer& sequencer,
                                UnixMs now) {
  {
    TAMGA_ASSIGN(reader, store.reader());
    TAMGA_ASSIGN(due, support::is_to_be_erased(desk, *reader, now));
    if (!due) return {};
  }
  return documents::in_turn(sequencer, [&](documents::Turn& turn) -> Result<void> {
    TAMGA_ASSIGN(erased, support::erase_contacts(desk, turn.connection(), now, kReports));
    for (support::ViolationNo const number : erased) {
      journal::Entry entry;
      entry.at = turn.now();
      entry.action = "violation.erase";
      entry.object = std::to_string(number.value());
      entry.result = "accepted";
      turn.journal(std::move(entry));
    }
    return {};
  });
}

}  // namespace tamga::server
