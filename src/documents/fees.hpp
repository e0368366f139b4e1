// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "documents/case.hpp"

namespace tamga::documents {

/// Money follows the codes: what a document does to them is charged, set aside or released by what their lots
/// say. One place for all kinds; no kind knows of fees. Nothing here can fail: funds were looked at before
/// codes were made, and later charges are covered by what was set aside, or are owed.
class Fees {
 public:
  explicit Fees(Case& one) : one_(&one) {}

  /// Codes are made: what is due at once is charged, what is due later is set aside if it must be covered.
  void begin(billing::Fee const& fee, std::string const& group, std::int64_t codes);
  /// The event is about to happen to codes whose states and lots are loaded.
  void follow(ledger::Event event, ledger::CodeSet const& codes);
  /// Fees charged when codes were made are given back.
  void refund(billing::Fee const& fee, std::string const& group, std::int64_t codes);

 private:
  struct Sum {
    billing::Fee fee;
    std::string group;
    std::int64_t charged = 0;
    std::int64_t released = 0;
  };
  void charge(billing::Fee const& fee, std::string const& group, std::int64_t codes,
              billing::AccountKind from);
  void post(billing::PostingKind kind, billing::AccountKind debit, billing::AccountKind credit,
            std::int64_t each, billing::Fee const& fee, std::string const& group, std::int64_t codes);

  Case* one_;
};

}  // namespace tamga::documents
