// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"
#include "gs1/gtin.hpp"
#include "registry/participant.hpp"
#include "sql/connection.hpp"
#include "sql/store.hpp"

namespace tamga::registry {

/// What a GTIN stands for: what orders and checks read of a product card (room `catalogue`), written when the
/// card is published, blocked or archived.
struct Product {
  gs1::Gtin gtin;
  ParticipantNo owner;  ///< who may order codes of it
  std::string group;    ///< code of the product group
  std::string level;    ///< canonical name of the package level: UNIT, GROUP, SET, BUNDLE
  LocalizedText name;
  bool published = true;  ///< codes may be ordered
  std::int32_t card_version = 0;  ///< of the published card; order lines keep it
};

/// The goods of the country. Reads are from memory where possible; a product is durable before it shows. Safe
/// from any thread.
class Catalogue {
 public:
  static Result<std::unique_ptr<Catalogue>> open(sql::Store& store);
  ~Catalogue();

  [[nodiscard]] Result<std::optional<Product>> find(gs1::Gtin gtin) const;
  /// The same without a copy; null when there is no such product.
  [[nodiscard]] Result<std::shared_ptr<Product const>> look(gs1::Gtin gtin) const;
  /// The same for many, in their order.
  [[nodiscard]] Result<std::vector<std::shared_ptr<Product const>>> look(
      std::span<gs1::Gtin const> gtins) const;
  /// Of one owner, in order of GTIN, those above `after`.
  [[nodiscard]] Result<std::vector<Product>> of_owner(ParticipantNo owner, gs1::Gtin after, int limit) const;
  /// Adds the products or replaces them, in one transaction. Errors: PRODUCT_OF_ANOTHER (the GTIN has another
  /// owner).
  Result<void> put(std::span<Product const> products);
  /// Of one that `put_product` wrote, after the commit.
  void show(Product const& product);

 private:
  struct State;
  explicit Catalogue(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Adds the product or replaces it, within the transaction of `connection`. Errors: PRODUCT_OF_ANOTHER.
Result<void> put_product(sql::Connection& connection, Product const& product);

}  // namespace tamga::registry
