// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "contracts/due.hpp"
#include "registry/profile.hpp"
#include "registry/register.hpp"

namespace tamga::documents {

/// The profiles that the documents of one transaction change; the register shows them after the commit. With
/// each it is asked, in the same transaction, that the contracts made of it are looked at again. One thread.
class ProfileDesk {
 public:
  explicit ProfileDesk(registry::Register& participants) : participants_(&participants) {}
  /// The last of several counts.
  void put(registry::Participant participant, registry::StoredProfile profile) {
    registry::ParticipantNo const number = participant.number;
    changed_.insert_or_assign(number, Change{std::move(participant), std::move(profile)});
  }
  /// As this transaction sees it.
  [[nodiscard]] Result<std::optional<registry::StoredProfile>> find(
      sql::Connection& connection, registry::ParticipantNo participant) const {
    auto const known = changed_.find(participant);
    if (known != changed_.end()) return std::optional(known->second.profile);
    return registry::find_profile(connection, participant);
  }
  Result<void> write(sql::Connection& connection) {
    for (auto const& [number, change] : changed_) {
      TAMGA_TRY(registry::put_profile(connection, number, change.profile));
      TAMGA_TRY(contracts::ask_for(connection, number, contracts::kProfileChanged, change.profile.since));
    }
    return {};
  }
  void publish() {
    for (auto const& [number, change] : changed_) participants_->show(change.participant);
    changed_.clear();
  }

 private:
  struct Change {
    registry::Participant participant;
    registry::StoredProfile profile;
  };
  registry::Register* participants_;
  std::map<registry::ParticipantNo, Change> changed_;
};

}  // namespace tamga::documents
