// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "registry/mandates.hpp"

namespace tamga::documents {

/// The mandates of service providers that the documents of one transaction give, end and act under.
class MandateDesk {
 public:
  explicit MandateDesk(sql::Connection& connection) : connection_(&connection) {}

  Result<std::optional<registry::Mandate>> find(ledger::DocumentNo number) const;
  /// Between two, with those of this transaction.
  Result<std::vector<registry::Mandate>> between(ledger::ParticipantNo principal,
                                                 ledger::ParticipantNo provider) const;
  void add(registry::Mandate mandate) { given_.push_back(std::move(mandate)); }
  void end(ledger::DocumentNo number, ledger::DocumentNo by) { ended_.emplace(number, by); }
  Result<void> write();

 private:
  [[nodiscard]] registry::Mandate as_of_now(registry::Mandate mandate) const;

  sql::Connection* connection_;
  std::vector<registry::Mandate> given_;
  std::map<ledger::DocumentNo, ledger::DocumentNo> ended_;
};

}  // namespace tamga::documents
