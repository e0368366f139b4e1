// SPDX-License-Identifier: Apache-2.0
// What happens when the disk of a SQLite store gets in the way.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <array>
#include <atomic>
#include <fstream>
#include <map>
#include <string>
#include <string_view>

#include "sql/errors.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::sql {
namespace {

constexpr std::array kMigrations{
    Migration{1, "note", "CREATE TABLE note (id {integer} NOT NULL PRIMARY KEY, body {blob}) {strict};"}};
constexpr Statement kInsert{"note.insert", "INSERT INTO note (id, body) VALUES ($1, $2)"};
constexpr Statement kCount{"note.count", "SELECT COUNT(*) FROM note"};
Result<std::int64_t> number(Connection& connection, Statement const& statement) {
  TAMGA_ASSIGN(found, connection.find(statement, [](Row const& row) { return row.int64(0); }));
  return found.value_or(-1);
}

class DiskFailureTest : public testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("notes", kMigrations);
  }
  std::int64_t count() {
    auto reader = store().reader();
    return reader ? number(**reader, kCount).value_or(-1) : -1;
  }
  [[nodiscard]] std::string file() const {
    return address().substr(std::string_view("sqlite:").size()) + "/tamga.db";
  }
};

// A lock held by another process is waited for, and then reported as busy.
TEST_P(DiskFailureTest, LockOfAnotherProcessIsBusy) {
  sqlite3* stranger = nullptr;
  ASSERT_EQ(sqlite3_open(file().c_str(), &stranger), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(stranger, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  Options options;
  options.wait = std::chrono::milliseconds(10);
  auto store = Store::open(address(), options);
  ASSERT_TRUE(store);
  {
    auto writer = (*store)->writer();
    ASSERT_TRUE(writer);
    auto const refused = Transaction::begin(**writer);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(kStoreBusy)) << describe(refused.error());
    sqlite3_exec(stranger, "ROLLBACK", nullptr, nullptr, nullptr);
    EXPECT_TRUE(Transaction::begin(**writer));
  }
  sqlite3_close(stranger);
}

// A full disk refuses the write, undoes the transaction, and reading goes on.
TEST_P(DiskFailureTest, FullDiskUndoesTheTransaction) {
  auto writer = store().writer();
  ASSERT_TRUE(writer);
  ASSERT_TRUE((*writer)->script("PRAGMA max_page_count = 32"));
  std::string const large(1 << 20, 'x');
  {
    auto transaction = Transaction::begin(**writer);
    ASSERT_TRUE((*writer)->execute(kInsert, 1, nullptr));
    auto savepoint = Savepoint::begin(**writer);
    auto const refused = (*writer)->execute(kInsert, 2, Blob{large});
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(kStoreFull)) << describe(refused.error());
  }
  EXPECT_EQ(number(**writer, kCount).value_or(-1), 0);
  EXPECT_TRUE((*writer)->execute(kInsert, 3, nullptr)) << "a small row still fits";
}

// A damaged file stops the process; the store does nothing more.
TEST_P(DiskFailureTest, CorruptionIsFatal) {
  {
    auto writer = store().writer();
    std::string const page(3000, 'x');
    for (int i = 0; i < 200; ++i) ASSERT_TRUE((*writer)->execute(kInsert, i, Blob{page}));
    ASSERT_TRUE((*writer)->script("PRAGMA wal_checkpoint(TRUNCATE)"));
  }
  {
    std::fstream damage(file(), std::ios::in | std::ios::out | std::ios::binary);
    damage.seekp(8192);
    std::string const noise(200000, '\x5A');
    damage.write(noise.data(), static_cast<std::streamsize>(noise.size()));
  }
  std::atomic<int> calls{0};
  Options options;
  options.on_fatal = [&](Error const&) { ++calls; };
  auto store = Store::open(address(), options);
  ASSERT_TRUE(store);
  {
    auto reader = (*store)->reader();
    ASSERT_TRUE(reader);
    auto const failed = number(**reader, Statement{"note.sum", "SELECT SUM(length(body)) FROM note"});
    ASSERT_FALSE(failed);
    EXPECT_TRUE(failed.error().is(kStoreFailed)) << describe(failed.error());
    EXPECT_FALSE(number(**reader, kCount)) << "nothing after it is trusted";
  }
  EXPECT_FALSE((*store)->writer());
}

// The system's disk, except that its fsync can be told to fail.
struct FailingSync {
  static inline std::atomic<bool> failing{false};
  static inline sqlite3_vfs* base = nullptr;
  // Database and log have different methods; each gets a copy that differs in its fsync.
  static inline std::map<sqlite3_io_methods const*, sqlite3_io_methods> methods;
  static inline decltype(sqlite3_io_methods::xSync) real_sync = nullptr;
  static inline sqlite3_vfs vfs{};

  static int sync(sqlite3_file* file, int flags) {
    return failing ? SQLITE_IOERR_FSYNC : real_sync(file, flags);
  }
  static int open(sqlite3_vfs*, char const* name, sqlite3_file* file, int flags, int* out_flags) {
    int const code = base->xOpen(base, name, file, flags, out_flags);
    if (code != SQLITE_OK || file->pMethods == nullptr) return code;
    auto& ours = methods.try_emplace(file->pMethods, *file->pMethods).first->second;
    if (ours.xSync != &sync) real_sync = ours.xSync;
    ours.xSync = &sync;
    file->pMethods = &ours;
    return SQLITE_OK;
  }
  static void install() {
    base = sqlite3_vfs_find(nullptr);
    vfs = *base;
    vfs.zName = "tamga-failing-sync";
    vfs.pNext = nullptr;
    vfs.xOpen = &open;
    sqlite3_vfs_register(&vfs, 0);
  }
};

// After a failed fsync the kernel may have dropped the pages: the commit fails and nothing is acknowledged
// any more.
TEST_P(DiskFailureTest, FailedSyncIsFatal) {
  FailingSync::install();
  std::atomic<int> calls{0};
  Options options;
  options.sqlite_vfs = "tamga-failing-sync";
  options.on_fatal = [&](Error const&) { ++calls; };
  auto store = Store::open(address(), options);
  ASSERT_TRUE(store) << describe(store.error());
  {
    auto writer = (*store)->writer();
    ASSERT_TRUE(writer);
    ASSERT_TRUE((*writer)->execute(kInsert, 1, nullptr));
    auto transaction = Transaction::begin(**writer);
    ASSERT_TRUE((*writer)->execute(kInsert, 2, nullptr));
    FailingSync::failing = true;
    auto const committed = transaction->commit();
    ASSERT_FALSE(committed);
    EXPECT_TRUE(committed.error().is(kStoreFailed)) << describe(committed.error());
    FailingSync::failing = false;
    EXPECT_FALSE((*writer)->execute(kInsert, 3, nullptr));
  }
  EXPECT_EQ(calls, 1);
  store->reset();
  EXPECT_EQ(count(), 1) << "the acknowledged row is there, the other is not";
  sqlite3_vfs_unregister(&FailingSync::vfs);
}

INSTANTIATE_TEST_SUITE_P(Engines, DiskFailureTest, ::testing::Values(Engine::Sqlite));

}  // namespace
}  // namespace tamga::sql
