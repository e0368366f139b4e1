// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>

#include "base/result.hpp"
#include "catalogue/card.hpp"
#include "catalogue/rules.hpp"
#include "catalogue/search_index.hpp"
#include "registry/catalogue.hpp"
#include "sql/store.hpp"

namespace tamga::catalogue {

/// The national catalogue of one system: the country's rules, the index of what is published, and the goods
/// that orders and checks read. Safe from any thread.
class CardBook {
 public:
  /// Reads every published card into the index: some seconds for a million. The references outlive it.
  static Result<std::unique_ptr<CardBook>> open(std::filesystem::path const& folder,
                                                country::Country const& country, sql::Store& store,
                                                registry::Catalogue& products);

  [[nodiscard]] Rules const& rules() const { return rules_; }
  [[nodiscard]] country::Country const& country() const { return *country_; }
  [[nodiscard]] registry::Catalogue& products() const { return *products_; }
  [[nodiscard]] SearchIndex const& index() const { return index_; }

  /// The change is durable: the index and the goods show it.
  void show(Card const& card);
  void show(registry::Product const& product) { products_->show(product); }
  /// What other processes of the store changed.
  Result<void> refresh(sql::Store& store);

 private:
  CardBook(Rules rules, country::Country const& country, registry::Catalogue& products)
      : rules_(std::move(rules)), country_(&country), products_(&products) {}

  Rules rules_;
  country::Country const* country_;
  registry::Catalogue* products_;
  SearchIndex index_;
  std::mutex refreshing_;
  UnixMs newest_{};  ///< change that was seen
};

}  // namespace tamga::catalogue
