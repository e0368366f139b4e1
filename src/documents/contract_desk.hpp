// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <memory>
#include <set>
#include <string_view>

#include "admission/admission.hpp"
#include "documents/notice.hpp"
#include "sql/connection.hpp"

namespace tamga::documents {

/// The contracts and channels by which the documents of one transaction are judged: what the transaction
/// itself changed is read anew, and remembered by nobody before the commit. One thread.
class ContractDesk {
 public:
  ContractDesk(admission::Admission& admission, sql::Connection& connection)
      : admission_(&admission), connection_(&connection) {}

  /// The transaction changes contracts or channels of this participant.
  void change(ledger::ParticipantNo participant) { changed_.insert(participant); }
  Result<std::shared_ptr<contracts::Holdings const>> of(ledger::ParticipantNo participant) {
    if (!changed_.contains(participant)) return admission_->holdings(participant);
    TAMGA_ASSIGN(now, contracts::read_holdings(*connection_, participant));
    return std::make_shared<contracts::Holdings const>(std::move(now));
  }
  /// The channels of a participant that work.
  Result<admission::Admission::Kinds> channels_of(ledger::ParticipantNo participant) {
    if (!changed_.contains(participant)) return admission_->working_channels(participant);
    TAMGA_ASSIGN(now, channels::working_kinds(*connection_, participant));
    return admission::Admission::Kinds(
        std::make_shared<std::vector<channels::ChannelKind> const>(std::move(now)));
  }
  void publish() {
    for (ledger::ParticipantNo const participant : changed_) admission_->forget(participant);
    changed_.clear();
  }

 private:
  admission::Admission* admission_;
  sql::Connection* connection_;
  std::set<ledger::ParticipantNo> changed_;
};

/// Something happened to a contract of that number: listeners read their lists anew.
inline Notice contract_notice(ledger::ParticipantNo participant, std::string_view number) {
  return {participant, "contract.changed", fmt::format(R"({{"number":"{}"}})", number)};
}

}  // namespace tamga::documents
