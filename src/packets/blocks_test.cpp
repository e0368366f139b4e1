// SPDX-License-Identifier: Apache-2.0
#include "packets/blocks.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "packets/tables.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::packets {
namespace {

constexpr emission::OrderNo kOrder(1'856'953'483'264'000'000);

class Blocks : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("packets", kMigrations);
  }

  Result<std::int64_t> note(std::int64_t from, std::int64_t count, std::string const& by = "Anvar",
                            std::int64_t at = 1000) {
    TAMGA_ASSIGN(connection, store().writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*connection));
    TAMGA_ASSIGN(number, note_block(*connection, {kOrder, 0, from, count}, by, UnixMs(at)));
    TAMGA_TRY(transaction.commit());
    return number;
  }
  std::int64_t reach(std::int64_t known = 0) { return *reach_of(**store().reader(), kOrder, 0, known); }
  std::int64_t fetched() { return *fetched_codes(**store().reader(), kOrder, 0); }
};

TEST_P(Blocks, TheSameStretchIsTheSameBlock) {
  EXPECT_EQ(*note(0, 100, "Anvar", 1000), 1);
  EXPECT_EQ(*note(100, 50, "Anvar", 2000), 2);
  EXPECT_EQ(*note(0, 100, "line 1", 3000), 1);
  auto const blocks = *blocks_of(**store().reader(), kOrder, 0, 0, 10);
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(blocks[0].count, 100);
  EXPECT_EQ(blocks[0].times, 2);
  EXPECT_EQ(blocks[0].first_at, UnixMs(1000));
  EXPECT_EQ(blocks[0].last_at, UnixMs(3000));
  EXPECT_EQ(blocks[0].first_by, "Anvar");
  EXPECT_EQ(blocks[0].last_by, "line 1");
  EXPECT_EQ(blocks_of(**store().reader(), kOrder, 0, 1, 10)->front().number, 2);
  EXPECT_TRUE(blocks_of(**store().reader(), kOrder, 1, 0, 10)->empty());
  EXPECT_EQ((*find_block(**store().reader(), kOrder, 0, 2))->from, 100);
  EXPECT_FALSE(*find_block(**store().reader(), kOrder, 0, 3));
}

// Codes count once, whatever stretches they were given out in, and in whatever order.
TEST_P(Blocks, CodesCountOnce) {
  ASSERT_TRUE(note(200, 100));
  EXPECT_EQ(reach(), 0);
  EXPECT_EQ(fetched(), 100);
  ASSERT_TRUE(note(0, 150));
  EXPECT_EQ(reach(), 150);
  ASSERT_TRUE(note(100, 120));
  EXPECT_EQ(reach(), 300);
  EXPECT_EQ(reach(150), 300);
  EXPECT_EQ(reach(300), 300);
  EXPECT_EQ(fetched(), 300);
  ASSERT_TRUE(note(10, 20));
  EXPECT_EQ(fetched(), 300);
  EXPECT_EQ(reach(), 300);
}

TEST_P(Blocks, WhatWasGivenOutIsTold) {
  auto const parts = [&](std::int64_t known) { return *given_out(**store().reader(), kOrder, 0, known); };
  EXPECT_TRUE(parts(0).empty());
  EXPECT_EQ(parts(40), (std::vector<Part>{{0, 40}})) << "of a line older than its blocks";
  ASSERT_TRUE(note(50, 10));
  ASSERT_TRUE(note(60, 10));
  ASSERT_TRUE(note(90, 5));
  EXPECT_EQ(parts(0), (std::vector<Part>{{50, 70}, {90, 95}}));
  EXPECT_EQ(parts(50), (std::vector<Part>{{0, 70}, {90, 95}}));
  EXPECT_TRUE(parts(0).front().holds(55, 15));
  EXPECT_FALSE(parts(0).front().holds(55, 16));
}

TEST_P(Blocks, NumbersHaveNoGapsWhenManyFetchAtOnce) {
  constexpr int kThreads = 4;
  constexpr int kEach = 25;
  std::vector<std::thread> threads;
  std::atomic<int> failures{0};
  for (int thread = 0; thread < kThreads; ++thread)
    threads.emplace_back([&, thread] {
      for (int i = 0; i < kEach; ++i)
        if (!note((i * kThreads + thread) % 60 * 10, 10)) ++failures;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(failures, 0);
  auto const blocks = *blocks_of(**store().reader(), kOrder, 0, 0, 1000);
  ASSERT_EQ(blocks.size(), 60U);
  std::int64_t times = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    EXPECT_EQ(blocks[i].number, static_cast<std::int64_t>(i) + 1);
    times += blocks[i].times;
  }
  EXPECT_EQ(times, kThreads * kEach);
  EXPECT_EQ(fetched(), 600);
  EXPECT_EQ(reach(), 600);
}

INSTANTIATE_TEST_SUITE_P(Engines, Blocks, sql::testing::engines());

}  // namespace
}  // namespace tamga::packets
