// SPDX-License-Identifier: Apache-2.0
#include "journal/journal.hpp"

#include <gtest/gtest.h>

#include "journal/errors.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::journal {
namespace {

Entry entry(int number) {
  Entry one;
  one.at = UnixMs(1'700'000'000'000 + number);
  one.participant = 7;
  one.certificate = std::string(32, 'c');
  one.action = "document.ship";
  one.object = std::to_string(number);
  one.result = number % 3 ? "accepted" : "refused";
  one.error = number % 3 ? "" : "CODE_IN_TRANSIT";
  one.idempotency_key = "key-" + std::to_string(number);
  return one;
}

// An entry's bytes give the entry back, and cut bytes are noticed.
TEST(Entry, RoundTrips) {
  Entry const one = entry(3);
  std::string const bytes = one.encode();
  EXPECT_EQ(*Entry::decode(bytes), one);
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(Entry::decode(bytes.substr(0, length)));
}

// What a program did names its key; entries of people are as they always were.
TEST(Entry, NamesTheKeyOfAProgram) {
  Entry one = entry(3);
  std::string const without = one.encode();
  one.api_key = "0123456789abcdef";
  std::string const bytes = one.encode();
  EXPECT_EQ(without.front(), 1);
  EXPECT_EQ(bytes.front(), 2);
  EXPECT_EQ(*Entry::decode(bytes), one);
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(Entry::decode(bytes.substr(0, length)));
  EXPECT_FALSE(Entry::decode("\x02" + without.substr(1) + std::string(1, 0))) << "a second spelling";
}

class JournalTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("journal", kMigrations);
  }
  void write(Journal& journal, sql::Connection& connection, int first, int count) {
    std::vector<Entry> entries;
    for (int i = 0; i < count; ++i) entries.push_back(entry(first + i));
    auto transaction = sql::Transaction::begin(connection);
    ASSERT_TRUE(transaction);
    auto const head = journal.append(connection, entries);
    ASSERT_TRUE(head) << describe(head.error());
    ASSERT_TRUE(transaction->commit());
    journal.committed(*head);
  }
  static Result<void> ignore(Record const&) { return {}; }
};

// The chain continues after a restart, and a rolled-back entry leaves no gap.
TEST_P(JournalTest, ChainContinues) {
  auto lease = store().writer();
  ASSERT_TRUE(lease);
  auto& connection = **lease;
  auto journal = Journal::open(connection, 0);
  ASSERT_TRUE(journal);
  write(*journal, connection, 1, 3);
  {
    auto transaction = sql::Transaction::begin(connection);
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(journal->append(connection, std::vector{entry(99)}));
  }
  auto reopened = Journal::open(connection, 0);
  ASSERT_TRUE(reopened);
  EXPECT_EQ(reopened->head().sequence, 3);
  write(*reopened, connection, 4, 2);
  int seen = 0;
  auto const heads = verify(connection, [&](Record const& record) -> Result<void> {
    EXPECT_EQ(record.entry, entry(++seen));
    return {};
  });
  ASSERT_TRUE(heads) << describe(heads.error());
  ASSERT_EQ(heads->size(), 1U);
  EXPECT_EQ((*heads)[0].second.sequence, 5);
  EXPECT_EQ((*heads)[0].second.hash, reopened->head().hash);
  auto const mine = entries_of(connection, 7, 2'000'000'000'000, 2);
  ASSERT_TRUE(mine);
  ASSERT_EQ(mine->size(), 2U);
  EXPECT_EQ((*mine)[0].sequence, 5);
}

// Whatever is changed, removed or swapped in the stored rows is found.
TEST_P(JournalTest, FindsTampering) {
  constexpr char const* kAttacks[] = {
      "UPDATE journal SET entries = (SELECT entries FROM journal WHERE sequence = 2) WHERE sequence = 4",
      "UPDATE journal SET hash = (SELECT hash FROM journal WHERE sequence = 2) WHERE sequence = 6",
      "DELETE FROM journal WHERE sequence = 4",
      "UPDATE journal SET sequence = 9 WHERE sequence = 6",
      "UPDATE journal SET lane = 1 WHERE sequence = 6",
  };
  auto lease = store().writer();
  ASSERT_TRUE(lease);
  auto& connection = **lease;
  auto journal = Journal::open(connection, 0);
  ASSERT_TRUE(journal);
  for (int commit = 0; commit < 4; ++commit) write(*journal, connection, 1 + commit * 2, 2);
  ASSERT_TRUE(verify(connection, ignore));
  for (char const* attack : kAttacks) {
    auto transaction = sql::Transaction::begin(connection);
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(connection.script(attack)) << attack;
    auto const result = verify(connection, ignore);
    ASSERT_FALSE(result) << attack;
    EXPECT_TRUE(result.error().is(kJournalDamaged)) << attack;
  }
  EXPECT_TRUE(verify(connection, ignore)) << "each attack was rolled back";
}

// Every byte of a row is under the hash: any one of them changed is found.
TEST_P(JournalTest, FindsEveryChangedByte) {
  auto lease = store().writer();
  ASSERT_TRUE(lease);
  auto& connection = **lease;
  auto journal = Journal::open(connection, 0);
  ASSERT_TRUE(journal);
  write(*journal, connection, 1, 3);
  constexpr sql::Statement kEntries{"test.entries", "SELECT entries FROM journal"};
  constexpr sql::Statement kForge{"test.forge", "UPDATE journal SET entries = $1"};
  auto const bytes = connection.find(kEntries, [](sql::Row const& row) { return std::string(row.blob(0)); });
  ASSERT_TRUE(bytes && *bytes);
  for (std::size_t at = 0; at < (*bytes)->size(); ++at) {
    std::string forged = **bytes;
    forged[at] = static_cast<char>(forged[at] ^ 1);
    ASSERT_TRUE(connection.execute(kForge, sql::Blob{forged}));
    EXPECT_FALSE(verify(connection, ignore)) << "byte " << at;
  }
  ASSERT_TRUE(connection.execute(kForge, sql::Blob{**bytes}));
  EXPECT_TRUE(verify(connection, ignore));
}

INSTANTIATE_TEST_SUITE_P(Engines, JournalTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::journal
