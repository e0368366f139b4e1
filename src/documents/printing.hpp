// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>
#include <vector>

#include "registrars/printing.hpp"

namespace tamga::documents {

/// What the documents of one transaction report of printing.
class PrintingDesk {
 public:
  explicit PrintingDesk(sql::Connection& connection) : connection_(&connection) {}

  void add(registrars::PrintRecord record) { added_.push_back(std::move(record)); }
  Result<void> write() {
    for (registrars::PrintRecord const& one : added_) TAMGA_TRY(registrars::insert_record(*connection_, one));
    return {};
  }

 private:
  sql::Connection* connection_;
  std::vector<registrars::PrintRecord> added_;
};

}  // namespace tamga::documents
