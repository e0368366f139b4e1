// SPDX-License-Identifier: Apache-2.0
#include "ledger/ledger.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "ledger/tables.hpp"
#include "ledger/testing/naive_model.hpp"
#include "ledger/verify.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::ledger {
namespace {

constexpr int kSeries = 2;
constexpr std::int64_t kCodesPerSeries = 2600;

/// Random documents over two series, applied to a real ledger and to the naive model alike.
class LedgerTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("ledger", kMigrations);
    open();
  }
  void open() {
    ledger_.reset();
    Ledger::Options options;
    options.cache_bytes = 1 << 20;
    options.settle_blocks = 3;
    options.row_events = 40;
    auto opened = Ledger::open(store(), options);
    ASSERT_TRUE(opened) << describe(opened.error());
    ledger_ = std::move(*opened);
  }

  CodeSet random_codes() {
    std::vector<CodeRange> ranges;
    for (auto n = 1 + random_() % 4; n > 0; --n) {
      SeriesNo const series(static_cast<std::int32_t>(1 + random_() % kSeries));
      auto const index = static_cast<std::int64_t>(random_() % kCodesPerSeries);
      auto const most = std::min<std::int64_t>(kCodesPerSeries - index, random_() % 3 ? 8 : 1500);
      ranges.push_back({code_no(series, index),
                        1 + static_cast<std::int64_t>(random_() % static_cast<unsigned long>(most))});
    }
    return CodeSet::of_ranges(std::move(ranges));
  }

  /// A document: one event over the codes for which the life cycle allows it, as a real document would.
  void random_document(Batch& batch, std::vector<AppliedDocument>& documents) {
    // Issue and its followers often, so that codes get far in their lives; every event sometimes.
    constexpr std::array kOften{Event::Issue, Event::Apply,  Event::Introduce,
                                Event::Ship,  Event::Accept, Event::Sell};
    auto const event = random_() % 2 ? kOften[random_() % kOften.size()]
                                     : static_cast<Event>(1 + random_() % (kEventCount - 1));
    ParticipantNo const sender(static_cast<std::uint32_t>(1 + random_() % 3));
    bool const authority = random_() % 2 == 0;
    CodeSet const named = random_codes();
    ASSERT_TRUE(batch.load(named));
    CodeSet accepted;
    batch.for_each_run(named, [&](CodeRange range, CodeState const& state) {
      if (!judge(event, state, {sender, authority}, Scope::Named)) accepted.add(range);
    });
    Patch patch = patch_of(event);
    if (event == Event::Issue || event == Event::Assemble || event == Event::Accept) patch.owner(sender);
    if (event == Event::Pack) patch.parent(code_no(SeriesNo(9), static_cast<std::int64_t>(random_() % 50)));
    if (event == Event::Unpack || event == Event::Sell) patch.parent(CodeNo());
    if (event == Event::Apply) patch.lot(LotNo(static_cast<std::int64_t>(random_() % 5 + 1)));
    if (event == Event::Retire) patch.reason(static_cast<std::uint8_t>(random_() % 25));
    DocumentNo const number(++next_);
    batch.begin_document(number);
    batch.change(event, patch, accepted);
    auto outcome = batch.finish_document();
    documents.push_back(
        {number, AppliedNo(number.value()), std::move(outcome.effects), std::move(outcome.stock)});
  }

  void random_batch(bool commit) {
    auto writer = store().writer();
    ASSERT_TRUE(writer);
    auto transaction = sql::Transaction::begin(**writer);
    ASSERT_TRUE(transaction);
    Batch batch = ledger_->begin(**writer);
    std::vector<AppliedDocument> documents;
    for (auto n = 1 + random_() % 5; n > 0; --n) random_document(batch, documents);
    auto const written = ledger_->write(**writer, batch, documents);
    ASSERT_TRUE(written) << describe(written.error());
    if (!commit) return;
    ASSERT_TRUE(transaction->commit());
    ledger_->publish(batch, documents);
    for (auto const& one : documents)
      for (auto const& change : one.effects.changes) model_.change(one.document, change);
  }

  void settle(bool all) {
    auto writer = store().writer();
    ASSERT_TRUE(writer);
    auto const settled = ledger_->settle(**writer, all);
    ASSERT_TRUE(settled) << describe(settled.error());
  }

  void expect_agreement() {
    for (int s = 1; s <= kSeries; ++s) {
      std::vector<CodeNo> codes;
      for (std::int64_t i = 0; i < kCodesPerSeries; ++i) codes.push_back(code_no(SeriesNo(s), i));
      std::vector<CodeState> states(codes.size());
      ASSERT_TRUE(ledger_->states(codes, states));
      for (std::size_t i = 0; i < codes.size(); ++i)
        ASSERT_EQ(states[i], model_.state(codes[i])) << "series " << s << " index " << i;
    }
    auto const expected = model_.stock();
    std::size_t lines = 0;
    for (std::uint32_t owner = 0; owner <= 3; ++owner) {
      auto const stock = ledger_->stock(ParticipantNo(owner));
      ASSERT_TRUE(stock);
      lines += stock->size();
      for (StockLine const& line : *stock) {
        auto const found = expected.find({ParticipantNo(owner), line.series, line.status});
        ASSERT_NE(found, expected.end());
        ASSERT_EQ(line.quantity, found->second);
      }
    }
    ASSERT_EQ(lines, expected.size());
    for (int probe = 0; probe < 40; ++probe) {
      CodeNo const code = code_no(SeriesNo(static_cast<std::int32_t>(1 + random_() % kSeries)),
                                  static_cast<std::int64_t>(random_() % kCodesPerSeries));
      auto const history = ledger_->history(code);
      ASSERT_TRUE(history) << describe(history.error());
      auto const found = model_.codes().find(code);
      std::size_t const events = found == model_.codes().end() ? 0 : found->second.history.size();
      ASSERT_EQ(history->size(), events);
      for (std::size_t i = 0; i < events; ++i) {
        ASSERT_EQ((*history)[i].event, found->second.history[i].first);
        ASSERT_EQ((*history)[i].document, found->second.history[i].second);
      }
    }
  }

  std::unique_ptr<Ledger> ledger_;
  testing::NaiveModel model_;
  std::mt19937_64 random_{20260301};
  std::int64_t next_ = 0;
};

// After any documents, rollbacks, restarts and settlings the ledger equals the naive model, code by code.
TEST_P(LedgerTest, EqualsTheNaiveModel) {
  for (int round = 0; round < 150; ++round) {
    ASSERT_NO_FATAL_FAILURE(random_batch(round % 7 != 3));
    if (round % 5 == 2) {
      ASSERT_NO_FATAL_FAILURE(settle(false));
    }
    if (round % 23 == 11) {
      ASSERT_NO_FATAL_FAILURE(settle(true));
    }
    if (round % 13 == 6) {
      ASSERT_NO_FATAL_FAILURE(open());
    }
    if (round % 10 == 9) {
      ASSERT_NO_FATAL_FAILURE(expect_agreement());
    }
  }
  ASSERT_NO_FATAL_FAILURE(open());
  ASSERT_NO_FATAL_FAILURE(expect_agreement());
  ASSERT_NO_FATAL_FAILURE(settle(true));
  ASSERT_NO_FATAL_FAILURE(open());
  ASSERT_NO_FATAL_FAILURE(expect_agreement());
}

// Blocks rebuilt from the effects of all documents equal the blocks stored; any stored lie is found.
TEST_P(LedgerTest, VerifyRebuildsEveryBlock) {
  for (int round = 0; round < 60; ++round) {
    ASSERT_NO_FATAL_FAILURE(random_batch(true));
    if (round % 10 == 9) {
      ASSERT_NO_FATAL_FAILURE(settle(true));
    }
  }
  auto lease = store().writer();
  ASSERT_TRUE(lease);
  auto& connection = **lease;
  auto const clean = verify(connection);
  ASSERT_TRUE(clean) << describe(clean.error());
  EXPECT_GT(clean->blocks, 4);
  EXPECT_GT(clean->documents, 20);
  constexpr char const* kLies[] = {
      "UPDATE code_block SET runs = (SELECT runs FROM code_block ORDER BY block LIMIT 1) "
      "WHERE block = (SELECT max(block) FROM code_block)",
      "DELETE FROM code_block WHERE block = (SELECT max(block) FROM code_block)",
      "DELETE FROM block_event WHERE block = (SELECT max(block) FROM block_event)",
      "UPDATE code_block SET events = (SELECT events FROM code_block ORDER BY block LIMIT 1) "
      "WHERE block = (SELECT max(block) FROM code_block)",
      "DELETE FROM effect WHERE applied = (SELECT max(applied) FROM effect)",
  };
  for (char const* lie : kLies) {
    auto transaction = sql::Transaction::begin(connection);
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(connection.script(lie));
    EXPECT_FALSE(verify(connection)) << lie;
  }
  auto transaction = sql::Transaction::begin(connection);
  ASSERT_TRUE(transaction);
  ASSERT_TRUE(connection.script("UPDATE stock SET quantity = quantity + 1"));
  EXPECT_FALSE(verify(connection)) << "balances that do not add up";
}

INSTANTIATE_TEST_SUITE_P(Engines, LedgerTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::ledger
