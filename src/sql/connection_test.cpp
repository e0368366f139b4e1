// SPDX-License-Identifier: Apache-2.0
#include "sql/connection.hpp"

#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <limits>
#include <optional>
#include <stdexcept>

#include "sql/errors.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::sql {
namespace {

constexpr std::array kMigrations{Migration{1, "tables", R"sql(
CREATE TABLE owner (id {integer} NOT NULL PRIMARY KEY) {strict};
CREATE TABLE lot (
  id {identity}, owner {integer} REFERENCES owner (id), batch {text}, gtin {text} NOT NULL DEFAULT '',
  amount {integer} NOT NULL DEFAULT 0 CONSTRAINT amount_positive CHECK (amount >= 0), body {blob},
  UNIQUE (batch, gtin)) {strict};
)sql"}};
constexpr Statement kInsert{"lot.insert", "INSERT INTO lot (batch, gtin) VALUES ($1, $2)"};
constexpr Statement kBatches{"lot.batches", "SELECT batch FROM lot ORDER BY batch"};
constexpr Statement kCount{"lot.count", "SELECT COUNT(*) FROM lot"};
// A recursion of `$1` rows without a table.
constexpr Statement kNumbers{
    "numbers",
    "WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < $1) "
    "SELECT i FROM n"};

class ConnectionTest : public testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("lots", kMigrations);
    auto lease = store().writer();
    ASSERT_TRUE(lease);
    lease_.emplace(std::move(*lease));
  }
  void TearDown() override {
    lease_.reset();
    EachEngine::TearDown();
  }
  Connection& connection() { return **lease_; }
  std::int64_t count() {
    auto const found = connection().find(kCount, [](Row const& row) { return row.int64(0); });
    return found && *found ? **found : -1;
  }
  // The constraint that the statement breaks, after its kind.
  template <class... Args>
  std::string broken_by(std::string_view text, Args const&... args) {
    auto const result = connection().execute(Statement{"broken", text}, args...);
    if (result) return "nothing";
    auto const& error = result.error();
    if (error.arguments().empty()) return describe(error);
    return std::string(error.name()) + " " + error.arguments()[0].second;
  }

  std::optional<Lease> lease_;
};

// Both engines name a broken rule alike, so that a room can tell which of its keys was taken.
TEST_P(ConnectionTest, NamesTheBrokenConstraint) {
  ASSERT_TRUE(connection().execute(kInsert, "A", "04"));
  EXPECT_EQ(broken_by("INSERT INTO lot (batch, gtin) VALUES ('A', '04')"), "STORE_CONFLICT lot(batch,gtin)");
  EXPECT_EQ(broken_by("INSERT INTO lot (id) VALUES (1)"), "STORE_CONFLICT lot(id)");
  EXPECT_EQ(broken_by("INSERT INTO lot (owner) VALUES (77)"), "STORE_CONSTRAINT foreign key");
  EXPECT_EQ(broken_by("INSERT INTO lot (gtin) VALUES ($1)", nullptr), "STORE_CONSTRAINT lot(gtin)");
  EXPECT_EQ(broken_by("INSERT INTO lot (amount) VALUES ($1)", -1), "STORE_CONSTRAINT amount_positive");
  EXPECT_EQ(count(), 1);
}

// Personal data in a refused row stays out of the log.
TEST_P(ConnectionTest, ErrorsDoNotRepeatValues) {
  ASSERT_TRUE(connection().execute(kInsert, "secret", "04"));
  auto const refused = connection().execute(kInsert, "secret", "04");
  ASSERT_FALSE(refused);
  EXPECT_EQ(describe(refused.error()).find("secret"), std::string::npos) << describe(refused.error());
}

// Text that one engine cannot hold is refused by both, before anything is written.
TEST_P(ConnectionTest, RefusesUnstorableText) {
  for (std::string_view const text :
       {std::string_view("a\0b", 3), std::string_view("\xFF"), std::string_view("\xC0\x80")}) {
    auto const refused = connection().execute(kInsert, text, "04");
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(kStoreText));
  }
}

// Order of text is the order of its bytes on both engines, not that of a language.
TEST_P(ConnectionTest, SortsTextByBytes) {
  for (auto const* batch : {"b", "\xD0\xB0", "B", "a", "A"})
    ASSERT_TRUE(connection().execute(kInsert, batch, "04"));
  auto rows = connection().query(kBatches);
  ASSERT_TRUE(rows);
  std::string order;
  ASSERT_TRUE(rows->each([&](Row const& row) { order += row.text(0); }));
  EXPECT_EQ(order, "ABab\xD0\xB0");
}

// A result of any length is read row by row, and can be left early.
TEST_P(ConnectionTest, StreamsAndLeavesEarly) {
  std::int64_t sum = 0;
  {
    auto rows = connection().query(kNumbers, 50000);
    ASSERT_TRUE(rows) << describe(rows.error());
    ASSERT_TRUE(rows->each([&](Row const& row) { sum += row.int64(0); }));
  }
  EXPECT_EQ(sum, 1250025000);
  {
    auto rows = connection().query(kNumbers, 50000);
    ASSERT_TRUE(rows);
    ASSERT_TRUE(rows->next().value_or(false));
    EXPECT_EQ(rows->row().int64(0), 1);
  }
  EXPECT_EQ(count(), 0) << "the connection is free again";
}

// Sums, truth values and counts read as integers, to the last one that fits.
TEST_P(ConnectionTest, ReadsComputedIntegers) {
  auto const value = [&](std::string_view text) {
    auto const found =
        connection().find(Statement{"computed", text}, [](Row const& row) { return row.int64(0); });
    return found && *found ? **found : -99;
  };
  for (char const* i : {"1", "2", "3"}) ASSERT_TRUE(connection().execute(kInsert, i, "04"));
  EXPECT_EQ(value("SELECT COUNT(*) FROM lot"), 3);
  EXPECT_EQ(value("SELECT EXISTS (SELECT 1 FROM lot)"), 1);
  EXPECT_EQ(value("SELECT 1 = 2"), 0);
  EXPECT_EQ(value("SELECT SUM(id - id) FROM lot"), 0);
  EXPECT_EQ(value("SELECT SUM(CAST(9223372036854775807 AS BIGINT)) FROM lot WHERE batch = '1'"),
            9223372036854775807);
  EXPECT_EQ(value("SELECT SUM(-9223372036854775807 - 1) FROM lot WHERE batch = '1'"),
            std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(value("SELECT SUM(CAST(-30000 AS BIGINT)) FROM lot"), -90000);
  EXPECT_EQ(value("SELECT SUM(CAST(100000000 AS BIGINT)) FROM lot"), 300000000);
}

// Rows written by a query that returns them are written even if nobody reads on.
TEST_P(ConnectionTest, ReturningWritesAtOnce) {
  constexpr Statement kReturning{"lot.returning",
                                 "INSERT INTO lot (batch) VALUES ($1), ($2) RETURNING id, batch"};
  {
    auto rows = connection().query(kReturning, "x", "y");
    ASSERT_TRUE(rows);
  }
  EXPECT_EQ(count(), 2);
  auto const id = connection().find(
      kReturning, [](Row const& row) { return row.int64(0); }, "z", "w");
  ASSERT_TRUE(id && *id);
  EXPECT_EQ(count(), 4);
}

// Reading a column as what it is not is our bug, and never gives a wrong value.
TEST_P(ConnectionTest, WrongReadsThrow) {
  ASSERT_TRUE(connection().execute(kInsert, nullptr, "04"));
  auto rows = connection().query(Statement{"lot.one", "SELECT id, batch, gtin FROM lot"});
  ASSERT_TRUE(rows);
  ASSERT_TRUE(rows->next().value_or(false));
  EXPECT_THROW(static_cast<void>(rows->row().int64(1)), std::logic_error) << "null";
  EXPECT_THROW(static_cast<void>(rows->row().int64(2)), std::logic_error) << "text";
  EXPECT_THROW(static_cast<void>(rows->row().blob(2)), std::logic_error) << "text is no blob";
  EXPECT_THROW(static_cast<void>(rows->row().int64(3)), std::logic_error) << "no such column";
  EXPECT_EQ(rows->row().optional_text(1), std::nullopt);
  EXPECT_EQ(rows->row().text(2), "04");
  rows->close();
  EXPECT_THROW(static_cast<void>(rows->row().text(2)), std::logic_error) << "closed";
}

// One open result at a time, on both engines, so that code tried on one works on the other.
TEST_P(ConnectionTest, OneResultAtATime) {
  ASSERT_TRUE(connection().execute(kInsert, "a", "04"));
  auto rows = connection().query(kBatches);
  ASSERT_TRUE(rows);
  auto const second = connection().execute(kInsert, "b", "04");
  ASSERT_FALSE(second);
  EXPECT_TRUE(second.error().is(kStoreMisuse));
  ASSERT_TRUE(rows->each([](Row const&) {}));
  EXPECT_TRUE(connection().execute(kInsert, "b", "04")) << "after its last row a result is closed";
}

// The number of parameters must fit, before the engine guesses; two statements in one are refused.
TEST_P(ConnectionTest, RefusesStatementsThatDoNotFit) {
  for (int repeat = 0; repeat < 2; ++repeat) {
    auto const few = connection().execute(kInsert, "a");
    ASSERT_FALSE(few);
    EXPECT_TRUE(few.error().is(kStoreMisuse)) << describe(few.error());
    EXPECT_FALSE(connection().execute(kInsert, "a", "b", "c"));
    ASSERT_TRUE(connection().execute(kInsert, "a", std::to_string(repeat)));
  }
  EXPECT_FALSE(connection().execute(Statement{"two", "DELETE FROM lot; DELETE FROM lot"}));
  EXPECT_EQ(count(), 2);
}

// A failed statement spoils its transaction on both engines: nothing after it may slip through and be
// committed.
TEST_P(ConnectionTest, FailureSpoilsTheTransaction) {
  {
    auto transaction = Transaction::begin(connection());
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(connection().execute(kInsert, "a", "04"));
    ASSERT_FALSE(connection().execute(kInsert, "a", "04"));
    auto const after = connection().execute(kInsert, "b", "04");
    ASSERT_FALSE(after);
    EXPECT_TRUE(after.error().is(kStoreMisuse));
    EXPECT_FALSE(transaction->commit());
  }
  EXPECT_EQ(count(), 0);
}

// Savepoints nest: each undoes what came after it, and nothing else.
TEST_P(ConnectionTest, SavepointsNest) {
  auto transaction = Transaction::begin(connection());
  ASSERT_TRUE(transaction);
  ASSERT_TRUE(connection().execute(kInsert, "1", "04"));
  {
    auto outer = Savepoint::begin(connection());
    ASSERT_TRUE(outer);
    ASSERT_TRUE(connection().execute(kInsert, "2", "04"));
    {
      auto inner = Savepoint::begin(connection());
      ASSERT_TRUE(inner);
      ASSERT_TRUE(connection().execute(kInsert, "3", "04"));
      ASSERT_FALSE(connection().execute(kInsert, "1", "04"));
      EXPECT_FALSE(inner->release()) << "a failed part cannot be kept";
    }
    ASSERT_TRUE(connection().execute(kInsert, "4", "04"));
    {
      auto inner = Savepoint::begin(connection());
      ASSERT_TRUE(inner);
      ASSERT_TRUE(connection().execute(kInsert, "5", "04"));
      EXPECT_TRUE(inner->release());
    }
    ASSERT_TRUE(outer->release());
  }
  ASSERT_TRUE(transaction->commit());
  EXPECT_EQ(count(), 4) << "1, 2, 4, 5";
}

// What an undone savepoint took with it includes the savepoints that were kept inside it.
TEST_P(ConnectionTest, OuterSavepointUndoesInner) {
  auto transaction = Transaction::begin(connection());
  ASSERT_TRUE(transaction);
  ASSERT_TRUE(connection().execute(kInsert, "1", "04"));
  {
    auto outer = Savepoint::begin(connection());
    ASSERT_TRUE(outer);
    auto inner = Savepoint::begin(connection());
    ASSERT_TRUE(inner);
    ASSERT_TRUE(connection().execute(kInsert, "2", "04"));
    ASSERT_TRUE(inner->release());
  }
  ASSERT_TRUE(transaction->commit());
  EXPECT_EQ(count(), 1);
}

// A transaction cannot be committed under an open savepoint, nor begun inside another.
TEST_P(ConnectionTest, TransactionsDoNotNest) {
  EXPECT_FALSE(Savepoint::begin(connection())) << "outside a transaction";
  auto transaction = Transaction::begin(connection());
  ASSERT_TRUE(transaction);
  EXPECT_FALSE(Transaction::begin(connection()));
  auto savepoint = Savepoint::begin(connection());
  ASSERT_TRUE(savepoint);
  EXPECT_FALSE(transaction->commit());
  EXPECT_FALSE(connection().in_transaction());
  EXPECT_FALSE(savepoint->release());
}

// All statements of a reader's transaction see one moment, whatever is committed meanwhile.
TEST_P(ConnectionTest, ReadersSeeOneMoment) {
  auto reader = store().reader();
  ASSERT_TRUE(reader);
  auto const seen = [&] {
    auto const found = (*reader)->find(kCount, [](Row const& row) { return row.int64(0); });
    return found && *found ? **found : -1;
  };
  auto snapshot = Transaction::begin(**reader);
  ASSERT_TRUE(snapshot);
  EXPECT_EQ(seen(), 0);
  ASSERT_TRUE(connection().execute(kInsert, "late", "04"));
  EXPECT_EQ(seen(), 0);
  ASSERT_TRUE(snapshot->commit());
  EXPECT_EQ(seen(), 1);
}

// A statement ends at its time, and the connection works on.
TEST_P(ConnectionTest, StatementsTimeOut) {
  Statement const endless{
      "endless", "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT 1 FROM n) SELECT COUNT(*) FROM n",
      std::chrono::milliseconds(30)};
  auto const late = connection().query(endless);
  ASSERT_FALSE(late);
  EXPECT_TRUE(late.error().is(kStoreTimeout)) << describe(late.error());
  EXPECT_EQ(count(), 0);
}

// Blobs of 10 MB and lists of keys of any length pass.
TEST_P(ConnectionTest, LargeValuesPass) {
  std::string body(10 << 20, '\0');
  for (std::size_t i = 0; i < body.size(); i += 4097) body[i] = static_cast<char>(i);
  ASSERT_TRUE(connection().execute(Statement{"lot.body", "INSERT INTO lot (body) VALUES ($1)"}, Blob{body}));
  auto const same = connection().find(Statement{"lot.bodies", "SELECT body FROM lot"},
                                      [&](Row const& row) { return row.blob(0) == body; });
  ASSERT_TRUE(same && *same);
  EXPECT_TRUE(**same);
  std::vector<std::int64_t> keys(100000);
  for (std::size_t i = 0; i < keys.size(); ++i) keys[i] = static_cast<std::int64_t>(i) * -3;
  keys.push_back(1);
  auto const found = connection().find(
      Statement{"lot.some", "SELECT COUNT(*) FROM lot WHERE id = ANY($1)"},
      [](Row const& row) { return row.int64(0); }, keys);
  ASSERT_TRUE(found && *found);
  EXPECT_EQ(**found, 1);
}

INSTANTIATE_TEST_SUITE_P(Engines, ConnectionTest, testing::engines());

}  // namespace
}  // namespace tamga::sql
