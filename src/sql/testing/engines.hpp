// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <span>
#include <string>

#include "sql/migration.hpp"
#include "sql/store.hpp"

namespace tamga::sql::testing {

/// A test of storage, run on both engines: SQLite in a fresh folder, PostgreSQL in a fresh schema of a
/// throw-away cluster. The cluster is the one of TAMGA_TEST_POSTGRES (a URI), or one that this program starts
/// once for itself. TAMGA_TEST_ENGINES=sqlite narrows by hand; nothing is skipped by itself.
class EachEngine : public ::testing::TestWithParam<Engine> {
 protected:
  void SetUp() override;
  void TearDown() override;

  Store& store() { return *store_; }
  [[nodiscard]] std::string const& address() const { return address_; }
  /// Closes the store and opens it again, as a restart would.
  void reopen();
  void migrate(std::string_view room, std::span<Migration const> migrations);

 private:
  std::string address_;
  std::string schema_;
  std::filesystem::path folder_;
  std::unique_ptr<Store> store_;
};

/// For INSTANTIATE_TEST_SUITE_P.
::testing::internal::ParamGenerator<Engine> engines();

}  // namespace tamga::sql::testing
