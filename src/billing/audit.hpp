// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "sql/connection.hpp"

namespace tamga::billing {

/// What the books say when they are added up anew.
struct AuditReport {
  std::int64_t postings = 0;
  std::int64_t accounts = 0;
  std::int64_t debits = 0;
  std::int64_t credits = 0;
  std::vector<std::string> faults;  ///< for the log and whoever runs the audit; empty: the books agree
};

/// Adds up all postings and holds them against the accounts: the sum of debits is that of credits, each
/// account's totals are those of its postings, none is below zero, no invoice is paid beyond its sum by more
/// than its payments. One look at one moment of the store; give it a transaction that reads.
Result<AuditReport> audit(sql::Connection& connection);

}  // namespace tamga::billing
