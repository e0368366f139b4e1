// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "catalogue/card_steps.hpp"
#include "sql/connection.hpp"

namespace tamga::catalogue {

class CardBook;

/// The cards that one transaction reads and changes: its documents and the operator's decisions see each
/// other's changes, the world sees them after the commit. Where another process was faster the transaction
/// fails with STORE_CONFLICT and is judged anew. One thread.
class CardDesk {
 public:
  /// `book` is null where no cards are kept: then nothing but goods can be asked for.
  CardDesk(CardBook* book, registry::Catalogue& products, sql::Connection& connection)
      : book_(book), products_(&products), connection_(&connection) {}

  [[nodiscard]] CardBook& book() const { return *book_; }
  [[nodiscard]] sql::Connection& connection() const { return *connection_; }

  Result<std::optional<Card>> find(gs1::Gtin gtin) const;
  Result<std::optional<Edition>> edition(gs1::Gtin gtin, std::int32_t number) const;
  /// What the GTIN stands for.
  Result<std::optional<registry::Product>> product(gs1::Gtin gtin) const;
  /// Other cards of the owner with this likeness.
  Result<std::vector<gs1::Gtin>> alike(ParticipantNo owner, crypto::Sha256 const& likeness) const;

  void put(Step step);
  Result<void> write();
  void publish();

 private:
  CardBook* book_;
  registry::Catalogue* products_;
  sql::Connection* connection_;
  std::map<gs1::Gtin, Card> cards_;
  std::map<std::pair<gs1::Gtin, std::int32_t>, Edition> editions_;
  std::map<gs1::Gtin, registry::Product> goods_;
};

}  // namespace tamga::catalogue
