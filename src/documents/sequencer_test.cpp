// SPDX-License-Identifier: Apache-2.0
#include "documents/sequencer.hpp"

#include <gtest/gtest.h>

#include <future>
#include <stdexcept>

#include "documents/errors.hpp"
#include "documents/testing/stage.hpp"
#include "ledger/errors.hpp"
#include "sql/transaction.hpp"

namespace tamga::documents {
namespace {

using std::chrono::milliseconds;

/// An operation that leaves one entry in the journal, and does what a test asks before.
class Note final : public Operation {
 public:
  using End = std::promise<std::string>;
  Note(std::string name, std::shared_ptr<End> end, std::function<Result<void>(int)> before = {})
      : name_(std::move(name)), end_(std::move(end)), before_(std::move(before)) {}

  Result<void> perform(Turn& turn) override {
    ++tries_;
    if (before_) TAMGA_TRY(before_(tries_));
    journal::Entry entry;
    entry.at = turn.now();
    entry.action = "test";
    entry.object = name_;
    turn.journal(std::move(entry));
    return {};
  }
  void committed() override { end_->set_value("committed"); }
  void failed(Error const& error) override { end_->set_value(std::string(error.name())); }

 private:
  std::string name_;
  std::shared_ptr<End> end_;
  std::function<Result<void>(int)> before_;
  int tries_ = 0;
};

class SequencerTest : public testing::StageTest {
 protected:
  void SetUp() override {
    StageTest::SetUp();
    open("uz");
    migrate("journal", journal::kMigrations);
  }
  void TearDown() override {
    sequencer_.reset();
    StageTest::TearDown();
  }
  void start(Sequencer::Options options = {}) {
    auto started = Sequencer::start(store(), stage().ledger(), stage().books(), stage().clock, options,
                                    [](Notice const&) {});
    ASSERT_TRUE(started) << describe(started.error());
    sequencer_ = std::move(*started);
  }
  std::future<std::string> submit(std::string name, std::function<Result<void>(int)> before = {}) {
    auto end = std::make_shared<Note::End>();
    auto future = end->get_future();
    if (auto taken = sequencer_->submit(std::make_unique<Note>(std::move(name), end, std::move(before)));
        !taken)
      end->set_value(std::string(taken.error().name()));
    return future;
  }
  /// An operation that holds the writer until `release`.
  std::future<std::string> hold() {
    auto entered = std::make_shared<std::promise<void>>();
    auto waiting = entered->get_future();
    auto end = submit("hold", [this, entered](int) -> Result<void> {
      entered->set_value();
      released_.wait();
      return {};
    });
    waiting.wait();
    return end;
  }
  void release() { release_.set_value(); }
  /// What the journal tells, in order; the chain is recomputed on the way.
  std::vector<std::string> journal() {
    std::vector<std::string> objects;
    auto reader = store().reader();
    auto const heads = journal::verify(**reader, [&](journal::Record const& record) -> Result<void> {
      objects.push_back(record.entry.object);
      return {};
    });
    EXPECT_TRUE(heads) << describe(heads.error());
    return objects;
  }

  std::promise<void> release_;
  std::shared_future<void> released_ = release_.get_future().share();
  std::unique_ptr<Sequencer> sequencer_;
};

// What gathers while the writer is busy is one transaction, in the order of arrival, and is told after the
// commit.
TEST_P(SequencerTest, WhatGathersIsOneTransaction) {
  start();
  auto first = hold();
  std::vector<std::future<std::string>> ends;
  std::vector<std::string> expected{"hold"};
  for (int i = 0; i < 100; ++i) {
    ends.push_back(submit(std::to_string(i)));
    expected.push_back(std::to_string(i));
  }
  release();
  EXPECT_EQ(first.get(), "committed");
  for (auto& end : ends) EXPECT_EQ(end.get(), "committed");
  EXPECT_EQ(journal(), expected);
  EXPECT_EQ(sequencer_->counters().operations, 101);
  EXPECT_EQ(sequencer_->counters().groups, 2);
}

// One operation that fails, or throws, takes no other with it, and leaves nothing behind.
TEST_P(SequencerTest, OneBadOperationHarmsNoOther) {
  start();
  auto first = hold();
  auto good = submit("good");
  auto bad = submit("bad", [](int) -> Result<void> { return fail(ledger::kInvariantBroken); });
  auto thrower = submit("thrower", [](int) -> Result<void> { throw std::runtime_error("broken"); });
  auto also_good = submit("also good");
  release();
  EXPECT_EQ(first.get(), "committed");
  EXPECT_EQ(good.get(), "committed");
  EXPECT_EQ(bad.get(), "INVARIANT_BROKEN");
  EXPECT_EQ(thrower.get(), "SEQUENCER_FAILED");
  EXPECT_EQ(also_good.get(), "committed");
  EXPECT_EQ(journal(), (std::vector<std::string>{"hold", "good", "also good"}));
  EXPECT_EQ(sequencer_->counters().failures, 2);
}

// A lost race is judged anew until it is won, or given up in the end.
TEST_P(SequencerTest, LostRacesAreTriedAgain) {
  start({.attempts = 4});
  auto winner = submit("winner", [](int tries) -> Result<void> {
    if (tries < 4) return fail(ledger::kBlockChanged);
    return {};
  });
  auto loser = submit("loser", [](int) -> Result<void> { return fail(ledger::kBlockChanged); });
  EXPECT_EQ(winner.get(), "committed");
  EXPECT_EQ(loser.get(), "BLOCK_CHANGED");
  EXPECT_EQ(journal(), std::vector<std::string>{"winner"});
}

// A full queue refuses instead of growing; a stopped writer refuses, but finishes what it took.
TEST_P(SequencerTest, LimitsAndTheEnd) {
  start({.queue = 2});
  auto first = hold();
  auto second = submit("second");
  auto third = submit("third");
  EXPECT_EQ(submit("fourth").get(), "SEQUENCER_BUSY");
  release();
  sequencer_->stop();
  EXPECT_EQ(first.get(), "committed");
  EXPECT_EQ(second.get(), "committed");
  EXPECT_EQ(third.get(), "committed");
  EXPECT_EQ(submit("fifth").get(), "SEQUENCER_STOPPED");
  EXPECT_EQ(journal(), (std::vector<std::string>{"hold", "second", "third"}));
}

// Another process that wrote into the lane meanwhile does not break the chain.
TEST_P(SequencerTest, ChainGoesOnAfterSomebodyElse) {
  start();
  EXPECT_EQ(submit("ours").get(), "committed");
  {
    auto writer = store().writer();
    auto other = journal::Journal::open(**writer, 0);
    ASSERT_TRUE(other);
    journal::Entry entry;
    entry.object = "theirs";
    auto transaction = sql::Transaction::begin(**writer);
    ASSERT_TRUE(transaction);
    ASSERT_TRUE(other->append(**writer, std::span(&entry, 1)));
    ASSERT_TRUE(transaction->commit());
  }
  EXPECT_EQ(submit("ours again").get(), "committed");
  EXPECT_EQ(journal(), (std::vector<std::string>{"ours", "theirs", "ours again"}));
}

INSTANTIATE_TEST_SUITE_P(Engines, SequencerTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
