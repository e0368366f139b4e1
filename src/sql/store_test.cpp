// SPDX-License-Identifier: Apache-2.0
#include "sql/store.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <limits>
#include <thread>

#include <unistd.h>

#include "sql/errors.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"
#include "sql/turn.hpp"

namespace tamga::sql {
namespace {

constexpr std::array kMigrations{Migration{1, "first", R"sql(
CREATE TABLE thing (id {integer} NOT NULL PRIMARY KEY, version {integer} NOT NULL, name {text}, body {blob}) {strict};
)sql"},
                                 Migration{2, "second", "CREATE UNIQUE INDEX thing_name ON thing (name);"}};
constexpr Statement kInsert{"thing.insert",
                            "INSERT INTO thing (id, version, name, body) VALUES ($1, $2, $3, $4)"};
constexpr Statement kGet{"thing.get", "SELECT version, name, body FROM thing WHERE id = $1"};
constexpr Statement kMany{"thing.many", "SELECT id FROM thing WHERE id = ANY($1) ORDER BY id"};
constexpr Statement kUpdate{"thing.update",
                            "UPDATE thing SET version = version + 1 WHERE id = $1 AND version = $2"};
constexpr Statement kCount{"thing.count", "SELECT count(*) FROM thing"};

class StoreTest : public testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("things", kMigrations);
  }
  std::int64_t count() {
    auto reader = store().reader();
    EXPECT_TRUE(reader);
    auto const found = (*reader)->find(kCount, [](Row const& row) { return row.int64(0); });
    EXPECT_TRUE(found) << describe(found.error());
    return found && *found ? **found : -1;
  }
};

// Whatever is stored comes back byte for byte: zeros, large blobs, nulls, the edges of integers.
TEST_P(StoreTest, ValuesRoundTrip) {
  std::string const blob = std::string("\0\x01\xFF", 3) + std::string(2 << 20, '\0');
  {
    auto writer = store().writer();
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->execute(kInsert, std::numeric_limits<std::int64_t>::min(), 1, "\xD0\xBC\xD0\xBE",
                                   Blob{blob}));
    ASSERT_TRUE((*writer)->execute(kInsert, std::numeric_limits<std::int64_t>::max(), 2, nullptr, nullptr));
  }
  reopen();
  auto reader = store().reader();
  ASSERT_TRUE(reader);
  auto const same = (*reader)->find(
      kGet, [&](Row const& row) { return row.text(1) == "\xD0\xBC\xD0\xBE" && row.blob(2) == blob; },
      std::numeric_limits<std::int64_t>::min());
  ASSERT_TRUE(same);
  EXPECT_TRUE(same->value_or(false));
  auto const nulls = (*reader)->find(
      kGet, [](Row const& row) { return row.is_null(1) && row.is_null(2); },
      std::numeric_limits<std::int64_t>::max());
  ASSERT_TRUE(nulls);
  EXPECT_TRUE(nulls->value_or(false));
}

// A list of keys is one question, and a batch is all or nothing.
TEST_P(StoreTest, BatchesAndKeys) {
  auto writer = store().writer();
  ASSERT_TRUE(writer);
  Batch rows(4);
  for (int i = 0; i < 500; ++i) rows.add(i, 1, nullptr, nullptr);
  EXPECT_EQ((*writer)->batch(kInsert, rows).value_or(0), 500);
  Batch clash(4);
  clash.add(1000, 1, nullptr, nullptr);
  clash.add(7, 1, nullptr, nullptr);
  auto const refused = (*writer)->batch(kInsert, clash);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(kStoreConflict)) << describe(refused.error());
  EXPECT_EQ(count(), 500);

  std::vector<std::int64_t> const keys{499, 3, 1000, 4};
  auto found = (*writer)->query(kMany, std::span<std::int64_t const>(keys));
  ASSERT_TRUE(found);
  std::vector<std::int64_t> ids;
  ASSERT_TRUE(found->each([&](Row const& row) { ids.push_back(row.int64(0)); }));
  EXPECT_EQ(ids, (std::vector<std::int64_t>{3, 4, 499}));

  Batch updates(2);
  updates.add(3, 1);
  updates.add(4, 9);
  std::vector<std::int64_t> affected;
  ASSERT_TRUE((*writer)->batch(kUpdate, updates, &affected));
  EXPECT_EQ(affected, (std::vector<std::int64_t>{1, 0}))
      << "a row with another version is left alone, and told";
}

// Not committed is not there; a savepoint can be undone alone.
TEST_P(StoreTest, TransactionsAreAllOrNothing) {
  auto writer = store().writer();
  ASSERT_TRUE(writer);
  {
    auto transaction = Transaction::begin(**writer);
    ASSERT_TRUE(transaction);
    ASSERT_TRUE((*writer)->execute(kInsert, 1, 1, nullptr, nullptr));
    EXPECT_EQ(count(), 0) << "readers see only what is committed";
  }
  EXPECT_EQ(count(), 0);
  auto transaction = Transaction::begin(**writer);
  ASSERT_TRUE(transaction);
  ASSERT_TRUE((*writer)->execute(kInsert, 1, 1, nullptr, nullptr));
  {
    auto savepoint = Savepoint::begin(**writer);
    ASSERT_TRUE(savepoint);
    ASSERT_FALSE((*writer)->execute(kInsert, 1, 1, nullptr, nullptr));
  }
  ASSERT_TRUE((*writer)->execute(kInsert, 2, 1, nullptr, nullptr));
  auto const committed = transaction->commit();
  ASSERT_TRUE(committed) << describe(committed.error());
  EXPECT_EQ(count(), 2);
}

// A reader cannot write.
TEST_P(StoreTest, ReadersOnlyRead) {
  auto reader = store().reader();
  ASSERT_TRUE(reader);
  EXPECT_FALSE((*reader)->execute(kInsert, 1, 1, nullptr, nullptr));
}

// A schema step that was changed after its release is refused, and so is a database from the future.
TEST_P(StoreTest, MigrationsAreHistory) {
  SystemClock const clock;
  EXPECT_TRUE(sql::migrate(store(), "things", kMigrations, clock)) << "a second start finds nothing to do";
  auto changed = kMigrations;
  changed[0].text = "CREATE TABLE thing (id {integer} PRIMARY KEY);";
  auto const refused = sql::migrate(store(), "things", changed, clock);
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(kMigrationChanged));
  auto const future = sql::migrate(store(), "things", std::span(kMigrations).first(1), clock);
  ASSERT_FALSE(future);
  EXPECT_TRUE(future.error().is(kMigrationNewer));
}

// A broken step leaves nothing behind.
TEST_P(StoreTest, BrokenMigrationIsUndone) {
  constexpr std::array kBroken{
      Migration{1, "broken", "CREATE TABLE half (id {integer}); CREATE TABLE oops ("}};
  EXPECT_FALSE(sql::migrate(store(), "broken", kBroken, SystemClock()));
  auto writer = store().writer();
  ASSERT_TRUE(writer);
  EXPECT_TRUE((*writer)->script("CREATE TABLE half (id {integer});"));
}

// One writer at a time wins; whoever waited sees the other's row.
TEST_P(StoreTest, WritersTakeTurns) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      for (int i = 0; i < 25; ++i) {
        auto writer = store().writer();
        ASSERT_TRUE(writer);
        ASSERT_TRUE((*writer)->execute(kInsert, t * 100 + i, 1, nullptr, nullptr));
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(count(), 100);
}

// A backup made while the store is open is a whole database of its own.
TEST_P(StoreTest, BackupOpens) {
  auto const folder = std::filesystem::temp_directory_path() / ("tamga-backup-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  {
    auto writer = store().writer();
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->execute(kInsert, 5, 1, nullptr, nullptr));
  }
  auto const done = store().backup_to(folder / "tamga.db");
  if (GetParam() == Engine::Postgres) {
    ASSERT_FALSE(done);
    EXPECT_TRUE(done.error().is(kBackupFailed));
  } else {
    ASSERT_TRUE(done) << describe(done.error());
    auto copy = Store::open("sqlite:" + folder.string());
    ASSERT_TRUE(copy);
    auto reader = (*copy)->reader();
    ASSERT_TRUE(reader);
    auto const found = (*reader)->find(kCount, [](Row const& row) { return row.int64(0); });
    ASSERT_TRUE(found);
    EXPECT_EQ(found->value_or(0), 1);
  }
  std::filesystem::remove_all(folder);
}

// An address of neither kind is refused at once.
TEST(Store, RefusesUnknownAddresses) {
  for (char const* address : {"", "sqlite:", "mysql://x", "tamga.db"}) {
    auto const opened = Store::open(address);
    ASSERT_FALSE(opened) << address;
    EXPECT_TRUE(opened.error().is(kStoreAddress));
  }
}

// Whoever has the turn is alone with the last number, however many processes want one.
TEST_P(StoreTest, NumbersTakenInTurnsNeverMeet) {
  static constexpr Turn kNumbers{"test.numbers"};
  static constexpr Statement kLast{"thing.last", "SELECT CAST(coalesce(max(id), 0) AS {integer}) FROM thing"};
  auto const take_next = [&]() -> Result<void> {
    TAMGA_ASSIGN(writer, store().writer());
    TAMGA_ASSIGN(transaction, Transaction::begin(*writer));
    TAMGA_TRY(take_turn(*writer, kNumbers));
    TAMGA_TRY(take_turn(*writer, kNumbers));
    TAMGA_ASSIGN(last, writer->find(kLast, [](Row const& row) { return row.int64(0); }));
    std::string const name = std::to_string(last.value_or(0) + 1);
    TAMGA_TRY(writer->execute(kInsert, last.value_or(0) + 1, 1, name, nullptr));
    return transaction.commit();
  };
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i) {
        auto const taken = take_next();
        EXPECT_TRUE(taken) << describe(taken.error());
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(count(), 40);
}

INSTANTIATE_TEST_SUITE_P(Engines, StoreTest, testing::engines());

}  // namespace
}  // namespace tamga::sql
