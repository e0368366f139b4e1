// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "sql/migration.hpp"
#include "sql/store.hpp"
#include "sql/transaction.hpp"

namespace tamga::sql::testing {

/// Room for one store that nobody else uses, gone at the end: a fresh folder for SQLite, a fresh schema of a
/// throw-away cluster for PostgreSQL. The cluster is the one of TAMGA_TEST_POSTGRES (a URI), or one that this
/// program starts once for itself.
class FreshStore {
 public:
  explicit FreshStore(Engine engine);
  ~FreshStore();
  FreshStore(FreshStore const&) = delete;
  FreshStore& operator=(FreshStore const&) = delete;

  [[nodiscard]] std::string const& address() const { return address_; }
  /// For whatever else the test keeps; the store of SQLite lies in a folder of its own inside.
  [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
  std::string schema_;
  std::string address_;
};

/// TAMGA_TEST_ENGINES=sqlite narrows by hand; nothing is skipped by itself.
std::vector<Engine> chosen_engines();

/// A test of storage, run on both engines in a fresh store.
class EachEngine : public ::testing::TestWithParam<Engine> {
 protected:
  void SetUp() override;
  void TearDown() override;

  Store& store() { return *store_; }
  [[nodiscard]] std::string const& address() const { return place_->address(); }
  /// Closes the store and opens it again, as a restart would.
  void reopen();
  void migrate(std::string_view room, std::span<Migration const> migrations);
  /// What `work(connection)` gives, in a transaction that is kept when it succeeds.
  template <class Work>
  auto durably(Work&& work) -> std::invoke_result_t<Work, Connection&> {
    auto writer = store().writer().value();
    auto transaction = Transaction::begin(*writer).value();
    auto result = work(*writer);
    if (result) {
      EXPECT_TRUE(transaction.commit());
    }
    return result;
  }

 private:
  std::optional<FreshStore> place_;
  std::unique_ptr<Store> store_;
};

/// For INSTANTIATE_TEST_SUITE_P.
::testing::internal::ParamGenerator<Engine> engines();

}  // namespace tamga::sql::testing
