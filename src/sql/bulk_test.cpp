// SPDX-License-Identifier: Apache-2.0
#include "sql/bulk.hpp"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <limits>
#include <map>
#include <thread>
#include <utility>
#include <vector>

#include "sql/errors.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::sql {
namespace {

constexpr std::array kMigrations{Migration{1, "tables", R"sql(
CREATE TABLE block (number {integer} NOT NULL PRIMARY KEY, runs {blob}, note {text}, version {integer} NOT NULL) {strict};
CREATE TABLE stock (owner {integer} NOT NULL, gtin {text} NOT NULL, amount {integer} NOT NULL, seen {integer} NOT NULL,
  PRIMARY KEY (owner, gtin)) {strict_keyed};
)sql"}};
Bulk const kBlocks("block", {{"number"}}, {{"runs", ColumnKind::Blob}, {"note", ColumnKind::Text}},
                   "version");
Bulk const kStock("stock", {{"owner"}, {"gtin", ColumnKind::Text}},
                  {{"amount", ColumnKind::Integer, Merge::Add}, {"seen"}});
constexpr Statement kStockOf{"stock.of", "SELECT amount, seen FROM stock WHERE owner = $1 AND gtin = $2"};

using Versions = std::map<std::int64_t, std::int64_t>;

class BulkTest : public testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("bulk", kMigrations);
  }

  Versions versions(Connection& connection, std::vector<std::int64_t> const& numbers) {
    Versions found;
    auto rows = kBlocks.load(connection, numbers);
    EXPECT_TRUE(rows) << describe(rows.error());
    if (!rows) return {};
    EXPECT_TRUE(rows->each([&](Row const& row) { found[row.int64(0)] = row.int64(3); }));
    return found;
  }

  // Blocks 0 .. count-1, version 1.
  void fill(int count) {
    auto writer = store().writer();
    ASSERT_TRUE(writer);
    auto transaction = Transaction::begin(**writer);
    ASSERT_TRUE(transaction);
    Batch rows(4);
    for (int i = 0; i < count; ++i) rows.add(i, Blob{"runs"}, nullptr, 1);
    auto const written = kBlocks.insert(**writer, rows, OnExisting::Fail);
    ASSERT_TRUE(written) << describe(written.error());
    ASSERT_EQ(*written, count);
    ASSERT_TRUE(transaction->commit());
  }
};

// Every value comes back through the array road too: zeros, nulls, empty, large, more rows than one statement
// takes.
TEST_P(BulkTest, RowsRoundTrip) {
  std::string const binary("\0\xFF\0", 3);
  std::string const large(9 << 20, '\x80');
  auto writer = store().writer();
  ASSERT_TRUE(writer);
  auto transaction = Transaction::begin(**writer);
  ASSERT_TRUE(transaction);
  Batch rows(4);
  rows.add(std::numeric_limits<std::int64_t>::min(), Blob{binary}, "{\"a\",NULL}", 1);
  rows.add(std::numeric_limits<std::int64_t>::max(), nullptr, nullptr, 2);
  rows.add(0, Blob{}, "", 3);
  rows.add(1, Blob{large}, "o\xCA\xBBzbek", 4);
  rows.add(2, Blob{large}, nullptr, 5);
  for (int i = 10; i < 20010; ++i) rows.add(i, Blob{binary}, nullptr, i);
  auto const written = kBlocks.insert(**writer, rows, OnExisting::Fail);
  ASSERT_TRUE(written) << describe(written.error());
  EXPECT_EQ(*written, 20005);
  ASSERT_TRUE(transaction->commit());

  std::vector<std::int64_t> keys;
  for (std::size_t i = 0; i < rows.size(); ++i) keys.push_back(rows.row(i)[0].integer());
  keys.push_back(-5);  // not there
  std::map<std::int64_t, std::size_t> at;
  for (std::size_t i = 0; i < rows.size(); ++i) at[keys[i]] = i;
  auto loaded = kBlocks.load(**writer, keys);
  ASSERT_TRUE(loaded) << describe(loaded.error());
  std::size_t equal = 0;
  auto const read = loaded->each([&](Row const& row) {
    auto const expected = rows.row(at.at(row.int64(0)));
    bool const same_runs =
        expected[1].is_null() ? row.is_null(1) : row.optional_blob(1) == expected[1].bytes();
    bool const same_note =
        expected[2].is_null() ? row.is_null(2) : row.optional_text(2) == expected[2].bytes();
    if (same_runs && same_note && row.int64(3) == expected[3].integer()) ++equal;
  });
  ASSERT_TRUE(read) << describe(read.error());
  EXPECT_EQ(equal, rows.size());
}

// A row is written only over the version its writer has read; who came second is told which rows.
TEST_P(BulkTest, SecondWriterOfAVersionLoses) {
  fill(5);
  auto const write = [&](std::vector<std::pair<int, int>> const& blocks) {
    auto writer = store().writer();
    auto transaction = Transaction::begin(**writer);
    Batch rows(4);
    for (auto const& [number, version] : blocks) rows.add(number, Blob{"new"}, "note", version);
    auto missed = kBlocks.update(**writer, rows);
    EXPECT_TRUE(missed) << describe(missed.error());
    EXPECT_TRUE(transaction->commit());
    return missed.value_or(std::vector<std::size_t>{99});
  };
  EXPECT_EQ(write({{0, 1}, {3, 1}}), std::vector<std::size_t>{});
  EXPECT_EQ(write({{1, 1}, {3, 1}, {4, 1}, {77, 1}}), (std::vector<std::size_t>{1, 3}));
  auto reader = store().reader();
  ASSERT_TRUE(reader);
  EXPECT_EQ(versions(**reader, {0, 1, 2, 3, 4, 77}), (Versions{{0, 2}, {1, 2}, {2, 1}, {3, 2}, {4, 2}}));
}

// Two transactions at once over one block: the second waits for the first, and then finds its version gone.
TEST_P(BulkTest, ConcurrentWritersHaveOneWinner) {
  fill(1);
  std::atomic<int> winners{0};
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      auto writer = store().writer();
      ASSERT_TRUE(writer) << describe(writer.error());
      auto transaction = Transaction::begin(**writer);
      ASSERT_TRUE(transaction);
      Batch rows(4);
      rows.add(0, Blob{"mine"}, nullptr, 1);
      auto const missed = kBlocks.update(**writer, rows);
      ASSERT_TRUE(missed) << describe(missed.error());
      ASSERT_TRUE(transaction->commit());
      if (missed->empty()) ++winners;
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(winners, 1);
}

// An insert over what exists does what it was told: refuse, keep, replace or add.
TEST_P(BulkTest, InsertMeetsExistingRows) {
  auto writer = store().writer();
  ASSERT_TRUE(writer);
  auto const put = [&](int amount, OnExisting on_existing) {
    auto transaction = Transaction::begin(**writer);
    Batch rows(4);
    rows.add(7, "0400", amount, amount);
    rows.add(8, "0400", amount, amount);
    auto written = kStock.insert(**writer, rows, on_existing);
    EXPECT_TRUE(!written || transaction->commit());
    return written;
  };
  auto const amount = [&] {
    auto found = (*writer)->find(
        kStockOf, [](Row const& row) { return std::pair(row.int64(0), row.int64(1)); }, 8, "0400");
    return found && *found ? **found : std::pair<std::int64_t, std::int64_t>(-1, -1);
  };
  EXPECT_EQ(put(5, OnExisting::Fail).value_or(-1), 2);
  auto const refused = put(6, OnExisting::Fail);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(kStoreConflict)) << describe(refused.error());
  EXPECT_EQ(put(6, OnExisting::Keep).value_or(-1), 0);
  EXPECT_EQ(amount(), std::pair(std::int64_t{5}, std::int64_t{5}));
  EXPECT_EQ(put(3, OnExisting::Overwrite).value_or(-1), 2);
  EXPECT_EQ(amount(), std::pair(std::int64_t{8}, std::int64_t{3})) << "amount adds up, seen is replaced";
}

// Deleting by keys deletes those and no others.
TEST_P(BulkTest, RemovesByKey) {
  fill(4);
  auto writer = store().writer();
  ASSERT_TRUE(writer);
  std::vector<std::int64_t> const keys{1, 3, 9};
  EXPECT_EQ(kBlocks.remove(**writer, keys).value_or(-1), 2);
  EXPECT_EQ(versions(**writer, {0, 1, 2, 3}), (Versions{{0, 1}, {2, 1}}));
}

// Half a batch must not stay: writing outside a transaction is refused, and so are rows of another shape.
TEST_P(BulkTest, RefusesMisuse) {
  auto writer = store().writer();
  ASSERT_TRUE(writer);
  Batch rows(4);
  rows.add(0, Blob{"a"}, nullptr, 1);
  auto const outside = kBlocks.insert(**writer, rows, OnExisting::Fail);
  ASSERT_FALSE(outside);
  EXPECT_TRUE(outside.error().is(kStoreMisuse));
  auto transaction = Transaction::begin(**writer);
  Batch narrow(2);
  narrow.add(1, 2);
  EXPECT_FALSE(kBlocks.insert(**writer, narrow, OnExisting::Fail));
  EXPECT_FALSE(kStock.update(**writer, rows)) << "stock has no version";
}

INSTANTIATE_TEST_SUITE_P(Engines, BulkTest, testing::engines());

}  // namespace
}  // namespace tamga::sql
