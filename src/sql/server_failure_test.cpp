// SPDX-License-Identifier: Apache-2.0
// What happens when the server or another user of the store gets in the way.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "sql/errors.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::sql {
namespace {

constexpr std::array kMigrations{
    Migration{1, "note", "CREATE TABLE note (id {integer} NOT NULL PRIMARY KEY, body {blob}) {strict};"}};
constexpr Statement kInsert{"note.insert", "INSERT INTO note (id, body) VALUES ($1, $2)"};
constexpr Statement kTouch{"note.touch", "UPDATE note SET body = $2 WHERE id = $1"};
constexpr Statement kCount{"note.count", "SELECT COUNT(*) FROM note"};
constexpr Statement kSession{"session", "SELECT pg_backend_pid()"};
constexpr Statement kKill{"kill", "SELECT pg_terminate_backend(CAST($1 AS INT))"};

Result<std::int64_t> number(Connection& connection, Statement const& statement) {
  TAMGA_ASSIGN(found, connection.find(statement, [](Row const& row) { return row.int64(0); }));
  return found.value_or(-1);
}

class ServerFailureTest : public testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("notes", kMigrations);
  }
  std::int64_t count() {
    auto reader = store().reader();
    return reader ? number(**reader, kCount).value_or(-1) : -1;
  }
  // Ends the session as an operator or a fail-over would. `other` is a different session.
  static void kill(Connection& other, std::int64_t session) {
    auto const killed = other.find(
        kKill, [](Row const& row) { return row.int64(0); }, session);
    ASSERT_TRUE(killed) << describe(killed.error());
  }
};
class BusyTest : public ServerFailureTest {};

// Whoever waits too long for a connection is told to come back.
TEST_P(BusyTest, BusyStoreSaysRetry) {
  Options options;
  options.wait = std::chrono::milliseconds(10);
  options.writers = 1;
  auto store = Store::open(address(), options);
  ASSERT_TRUE(store);
  auto first = (*store)->writer();
  ASSERT_TRUE(first);
  auto const second = (*store)->writer();
  ASSERT_FALSE(second);
  EXPECT_TRUE(second.error().is(kStoreBusy));
  EXPECT_EQ(second.error().kind().error_class, ErrorClass::Retry);
}

// A lease that ends in the middle of a transaction leaves nothing of it to the next one.
TEST_P(BusyTest, ReturnedConnectionsAreClean) {
  Options options;
  options.writers = 1;
  auto store = Store::open(address(), options);
  ASSERT_TRUE(store);
  {
    auto lease = (*store)->writer();
    ASSERT_TRUE(lease);
    ASSERT_TRUE((*lease)->script("BEGIN; INSERT INTO note (id) VALUES (1)"))
        << "behind the back of Transaction";
  }
  auto lease = (*store)->writer();
  ASSERT_TRUE(lease);
  EXPECT_FALSE((*lease)->in_transaction());
  EXPECT_EQ(number(**lease, kCount).value_or(-1), 0);
}

// A session that the server ends fails with "try again"; nothing of its transaction stays, and the next lease
// works.
TEST_P(ServerFailureTest, KilledSessionIsReplaced) {
  auto other = store().writer();
  ASSERT_TRUE(other);
  {
    auto victim = store().writer();
    ASSERT_TRUE(victim);
    auto const session = number(**victim, kSession);
    ASSERT_TRUE(session);
    auto transaction = Transaction::begin(**victim);
    ASSERT_TRUE((*victim)->execute(kInsert, 1, nullptr));
    kill(**other, *session);
    auto const failed = (*victim)->execute(kInsert, 2, nullptr);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().kind().error_class, ErrorClass::Retry) << describe(failed.error());
    EXPECT_FALSE(transaction->commit());
  }
  auto lease = store().writer();
  ASSERT_TRUE(lease) << describe(lease.error());
  EXPECT_TRUE((*lease)->execute(kInsert, 3, nullptr));
  EXPECT_EQ(count(), 1);
}

// A result that breaks off in the middle says so instead of ending early.
TEST_P(ServerFailureTest, KilledResultIsNotShort) {
  auto other = store().writer();
  auto victim = store().writer();
  ASSERT_TRUE(other && victim);
  auto const session = number(**victim, kSession);
  auto rows = (*victim)->query(
      Statement{"many", "SELECT CAST(repeat('x', 1000) AS TEXT) FROM generate_series(1, 200000)"});
  ASSERT_TRUE(rows);
  ASSERT_TRUE(rows->next());
  kill(**other, *session);
  auto const read = rows->each([](Row const&) {});
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind().error_class, ErrorClass::Retry) << describe(read.error());
}

// When the connection breaks at the commit nobody knows what happened, and the error says exactly that.
TEST_P(ServerFailureTest, BrokenCommitIsUnknown) {
  auto other = store().writer();
  auto victim = store().writer();
  ASSERT_TRUE(other && victim);
  auto const session = number(**victim, kSession);
  auto transaction = Transaction::begin(**victim);
  ASSERT_TRUE((*victim)->execute(kInsert, 1, nullptr));
  kill(**other, *session);
  auto const committed = transaction->commit();
  ASSERT_FALSE(committed);
  EXPECT_TRUE(committed.error().is(kStoreCommitUnknown)) << describe(committed.error());
}

// Sessions that died while idle are noticed before they are lent.
TEST_P(ServerFailureTest, IdleSessionsAreChecked) {
  auto other = store().writer();
  ASSERT_TRUE(other);
  std::int64_t session = 0;
  {
    auto victim = store().writer();
    ASSERT_TRUE(victim);
    session = number(**victim, kSession).value_or(0);
  }
  kill(**other, session);
  // The server closes its side a moment after it has said yes to the kill; until then the session is listed.
  constexpr Statement kListed{"listed", "SELECT COUNT(*) FROM pg_stat_activity WHERE pid = $1"};
  auto const listed = [&] {
    auto const found = (*other)->find(
        kListed, [](Row const& row) { return row.int64(0); }, session);
    return found && *found ? **found : 0;
  };
  while (listed() > 0) std::this_thread::yield();
  auto lease = store().writer();
  ASSERT_TRUE(lease);
  auto const now = number(**lease, kSession);
  ASSERT_TRUE(now) << describe(now.error());
  EXPECT_NE(*now, session);
}

// Of two transactions that wait for each other one goes on and the other is told to try again.
TEST_P(ServerFailureTest, DeadlockHasOneLoser) {
  auto first = store().writer();
  auto second = store().writer();
  ASSERT_TRUE(first && second);
  for (int id : {1, 2}) ASSERT_TRUE((*first)->execute(kInsert, id, nullptr));
  ASSERT_TRUE((*first)->script("SET deadlock_timeout = '10ms'"));
  ASSERT_TRUE((*second)->script("SET deadlock_timeout = '10ms'"));
  auto a = Transaction::begin(**first);
  auto b = Transaction::begin(**second);
  ASSERT_TRUE((*first)->execute(kTouch, 1, nullptr));
  ASSERT_TRUE((*second)->execute(kTouch, 2, nullptr));
  // Each ends its transaction after the crossing write, so that the winner can go on.
  auto const cross = [](Connection& connection, Transaction& transaction, int id) {
    auto touched = connection.execute(kTouch, id, nullptr);
    bool const conflict = !touched && touched.error().is(kStoreConflict);
    auto const committed = transaction.commit();
    return conflict && !committed;
  };
  std::atomic<int> losers{0};
  std::thread other([&] { losers += cross(**second, *b, 1) ? 1 : 0; });
  losers += cross(**first, *a, 2) ? 1 : 0;
  other.join();
  EXPECT_EQ(losers, 1);
}

// A server that is not there is worth another attempt, and the error does not repeat the password.
TEST(ServerAddress, UnreachableServerSaysRetry) {
  auto const opened = Store::open("postgresql://tamga:hush@/x?host=/nonexistent&connect_timeout=2");
  ASSERT_FALSE(opened);
  EXPECT_TRUE(opened.error().is(kStoreUnavailable));
  EXPECT_EQ(describe(opened.error()).find("hush"), std::string::npos);
}

// Only where there is a server; the choice of engines is EachEngine's.
std::vector<Engine> server_engines() {
  char const* const chosen = std::getenv("TAMGA_TEST_ENGINES");
  if (chosen != nullptr && std::string_view(chosen) == "sqlite") return {};
  return {Engine::Postgres};
}

INSTANTIATE_TEST_SUITE_P(Engines, BusyTest, testing::engines());
INSTANTIATE_TEST_SUITE_P(Engines, ServerFailureTest, ::testing::ValuesIn(server_engines()));
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(ServerFailureTest);

}  // namespace
}  // namespace tamga::sql
