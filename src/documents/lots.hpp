// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "billing/fee.hpp"
#include "ledger/code_no.hpp"
#include "sql/store.hpp"

namespace tamga::documents {

/// What codes ordered, applied or introduced together share. Never changed: a correction or an introduction
/// makes a new lot that names the one before as its base.
struct Lot {
  ledger::LotNo number;
  ledger::LotNo base;              ///< the lot these codes had before; none for that of the order
  ledger::DocumentNo document;     ///< that made the lot
  ledger::ParticipantNo producer;  ///< who ordered or applied the codes
  std::optional<Date> produced_on;
  std::optional<Date> expires_on;  ///< last day on which the goods may be sold
  std::string batch;               ///< series or batch of the maker
  std::string country;             ///< of origin, ISO 3166-1 alpha-2
  std::string line;                ///< production line
  std::string declaration;         ///< customs declaration or permit, as the introduction named it
  std::string release_method;      ///< where the goods come from, as the order said; country's dictionary
  std::string issuer;              ///< country whose operator issued the codes; empty: this one
  billing::Fee fee{};              ///< what each code costs, and for which order; goes on from lot to lot
};

/// All lots, from memory where possible. Safe from any thread.
class LotBook {
 public:
  explicit LotBook(sql::Store& store, std::size_t capacity = 100'000);
  ~LotBook();
  /// In the order of `numbers`; null for none (number 0). A lot that is not there is kLedgerDamaged.
  Result<std::vector<std::shared_ptr<Lot const>>> find(std::span<ledger::LotNo const> numbers);
  void remember(std::shared_ptr<Lot const> lot);

 private:
  struct State;
  sql::Store* store_;
  std::unique_ptr<State> state_;
};

/// The lots as the documents of one transaction see them: those of the book and those made just now.
class LotDesk {
 public:
  explicit LotDesk(LotBook& book) : book_(&book) {}
  /// Makes lots known so that `at` can give them.
  Result<void> load(std::span<ledger::LotNo const> numbers);
  /// A loaded or added lot; null for number 0.
  [[nodiscard]] Lot const* at(ledger::LotNo number) const;
  void add(Lot lot);
  Result<void> write(sql::Connection& connection);
  void publish();

 private:
  LotBook* book_;
  std::map<ledger::LotNo, std::shared_ptr<Lot const>> known_;
  std::vector<std::shared_ptr<Lot const>> added_;
};

}  // namespace tamga::documents
