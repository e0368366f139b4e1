// SPDX-License-Identifier: Apache-2.0
#include "journal/index.hpp"

#include <gtest/gtest.h>

#include <set>

#include "journal/journal.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::journal {
namespace {

constexpr std::int64_t kStart = 1'700'000'000'000;

Entry receipt(int number, std::int64_t participant = 7) {
  Entry one;
  one.at = UnixMs(kStart);
  one.participant = participant;
  one.certificate = std::string(32, 'c');
  one.action = "document.receipt";
  one.object = std::to_string(number);
  one.result = number % 10 == 3 ? "rejected" : "accepted";
  one.address = "192.0.2.1";
  return one;
}

class IndexTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("journal", kMigrations);
    auto writer = store().writer().value();
    journal_.emplace(Journal::open(*writer, 0).value());
  }
  void write(std::vector<Entry> const& entries) {
    auto writer = store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    auto const head = journal_->append(*writer, entries);
    ASSERT_TRUE(head) << describe(head.error());
    ASSERT_TRUE(transaction.commit());
    journal_->committed(*head);
  }
  Page page(Question const& question, std::optional<Cursor> const& after, int limit) {
    auto const reader = store().reader().value();
    auto found = find_entries(*reader, question, after, limit);
    if (!found) throw std::runtime_error(describe(found.error()));
    return *std::move(found);
  }
  /// Every object of the answer, page by page; each cursor is read from its own text.
  std::vector<std::string> objects(Question const& question, int limit) {
    std::vector<std::string> out;
    std::optional<Cursor> after;
    for (int pages = 0; pages < 1000; ++pages) {
      Page const one = page(question, after, limit);
      for (Found const& found : one.entries) out.push_back(found.entry.object);
      if (!one.next) return out;
      after = Cursor::parse(one.next->text());
    }
    throw std::runtime_error("pages without end");
  }
  std::int64_t rows() {
    auto reader = store().reader().value();
    constexpr sql::Statement kCount{"test", "SELECT CAST(count(*) AS {integer}) FROM journal_index"};
    return reader->find(kCount, [](sql::Row const& row) { return row.int64(0); }).value().value();
  }

  std::optional<Journal> journal_;
};

// Newest first, whatever the size of the page, and never another participant's.
TEST_P(IndexTest, PagesHoldEveryEntryOnce) {
  std::vector<Entry> many;
  for (int i = 0; i < 40; ++i) many.push_back(receipt(i, i % 2 == 0 ? 7 : 8));
  write(many);
  Entry later = receipt(100);
  later.at = UnixMs(kStart + 5);
  later.action = "session.open";
  write({later});
  for (int const limit : {1, 3, 7, 50}) {
    auto const seen = objects({.participant = 7}, limit);
    EXPECT_EQ(seen.size(), 21U) << limit;
    EXPECT_EQ(seen.front(), "100");
    EXPECT_EQ(std::set<std::string>(seen.begin(), seen.end()).size(), seen.size()) << limit;
  }
}

// A till's receipts of one commit share a row of the index.
TEST_P(IndexTest, OneCommitCostsARowForAParticipantAndAKind) {
  std::vector<Entry> many;
  for (int i = 0; i < 100; ++i) many.push_back(receipt(i));
  write(many);
  EXPECT_EQ(rows(), 2) << "the accepted, and the rejected";
}

TEST_P(IndexTest, IsAskedByUserActionObjectTimeAndResult) {
  std::vector<Entry> many;
  for (int i = 0; i < 20; ++i) many.push_back(receipt(i));
  many[5].certificate = std::string(32, 'd');
  many[6].action = "document.ship";
  write(many);
  Question question{.participant = 7};
  question.object = "12";
  EXPECT_EQ(objects(question, 5), std::vector<std::string>{"12"});
  question = {.participant = 7, .certificates = {std::string(32, 'd')}};
  EXPECT_EQ(objects(question, 5), std::vector<std::string>{"5"});
  question = {.participant = 7, .action = "document.ship"};
  EXPECT_EQ(objects(question, 5), std::vector<std::string>{"6"});
  question = {.participant = 7, .action = "document."};
  EXPECT_EQ(objects(question, 5).size(), 20U);
  question = {.participant = 7, .refused = true};
  EXPECT_EQ(objects(question, 5), (std::vector<std::string>{"13", "3"}));
  question = {.participant = 7, .until = UnixMs(kStart)};
  EXPECT_TRUE(objects(question, 5).empty());
  question = {.participant = 7, .from = UnixMs(kStart + 1)};
  EXPECT_TRUE(objects(question, 5).empty());
}

// Where an entry stands in the chain, and from where it came.
TEST_P(IndexTest, NamesThePlaceInTheChain) {
  write({receipt(1), receipt(2, 8), receipt(4)});
  write({receipt(5)});
  auto const found = page({.participant = 7}, std::nullopt, 10);
  ASSERT_EQ(found.entries.size(), 3U);
  EXPECT_EQ(found.entries[0].sequence, 4);
  EXPECT_EQ(found.entries[1].sequence, 3);
  EXPECT_EQ(found.entries[2].sequence, 1);
  EXPECT_EQ(found.entries[2].address, "192.0.2.1");
}

// A journal from before the index gets one at the start; the addresses are not in the chain and stay unknown.
TEST_P(IndexTest, IsMadeFromTheChain) {
  for (int i = 0; i < 30; ++i) write({receipt(i), receipt(1000 + i)});
  auto const before = objects({.participant = 7}, 7);
  {
    auto writer = store().writer().value();
    ASSERT_TRUE(writer->execute({"test", "DELETE FROM journal_index"}));
  }
  EXPECT_TRUE(objects({.participant = 7}, 7).empty());
  ASSERT_TRUE(complete_index(store()));
  EXPECT_EQ(objects({.participant = 7}, 7), before);
  EXPECT_EQ(page({.participant = 7}, std::nullopt, 1).entries.front().address, "");
}

TEST(Cursor, IsRefusedWhenItIsNone) {
  for (char const* text : {"", "1", "1.2.3.4", "1.2.3.4.5.6", "1.2.3.4.x", "-1.2.3.4.5", "1.2.3.4."})
    EXPECT_FALSE(Cursor::parse(text).has_value()) << text;
}

INSTANTIATE_TEST_SUITE_P(Engines, IndexTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::journal
