// SPDX-License-Identifier: Apache-2.0
#include "code_search/finder.hpp"

#include <limits>

#include "code_search/code_row.hpp"
#include "documents/testing/trade.hpp"

namespace tamga::code_search {
namespace {

using documents::testing::Texts;

class FinderTest : public documents::testing::TradeTest {
 protected:
  void SetUp() override {
    TradeTest::SetUp();
    codes_ = emitted(kCodes);
  }
  void apply(std::initializer_list<int> which) {
    Texts named;
    for (int const index : which) named.push_back(codes_[static_cast<std::size_t>(index)]);
    accepted(maker_, "apply", report(named));
  }
  Sources sources() {
    return {stage().ledger(), stage().books().series, stage().books().lots, store()};
  }
  std::unique_ptr<Finder> applied_codes() {
    Filter filter;
    filter.holder = maker_;
    filter.status = ledger::CodeStatus::Applied;
    return Finder::make(sources(), std::move(filter)).value();
  }
  /// What is found of the next codes, by their place in the order.
  std::vector<std::int64_t> next(Finder& finder, std::int64_t codes) {
    std::vector<Found> found;
    auto const more = finder.next(found, codes, std::numeric_limits<std::int64_t>::max() / 2);
    EXPECT_TRUE(more) << describe(more.error());
    std::vector<std::int64_t> places;
    std::int64_t const first = stage().number(codes_[0]).value();
    for (Found const& one : found)
      for (std::int64_t i = 0; i < one.codes.count; ++i)
        places.push_back(one.codes.first.value() + i - first);
    return places;
  }

  static constexpr int kCodes = 70'000;  // a walk looks at 64 blocks of 1024 at once
  Texts codes_;
};

using Places = std::vector<std::int64_t>;

TEST_P(FinderTest, OrderOfTheCodes) {
  apply({3, 4, 50'000, kCodes - 1});
  auto const finder = applied_codes();
  EXPECT_EQ(next(*finder, 3), (Places{3, 4, 50'000}));
  EXPECT_EQ(next(*finder, 10), (Places{kCodes - 1}));
  EXPECT_EQ(next(*finder, 10), Places());
}

// Whoever had codes when a walk began finds them, though others come while it is under way.
TEST_P(FinderTest, CodesThatComeMeanwhileHideNoOthers) {
  apply({3, kCodes - 1});
  auto const finder = applied_codes();
  EXPECT_EQ(next(*finder, 1), Places{3});
  apply({kCodes - 2000});
  EXPECT_EQ(next(*finder, 10), (Places{kCodes - 2000, kCodes - 1}));
}

// A walk that was broken off goes on behind its last code and misses nothing either.
TEST_P(FinderTest, GoesOnBehindACode) {
  apply({3, 50'000, kCodes - 1});
  ledger::CodeNo last;
  {
    auto const finder = applied_codes();
    EXPECT_EQ(next(*finder, 1), Places{3});
    last = stage().number(codes_[3]);
  }
  auto const finder = applied_codes();
  finder->start_after(last);
  EXPECT_EQ(next(*finder, 10), (Places{50'000, kCodes - 1}));
}

INSTANTIATE_TEST_SUITE_P(Engines, FinderTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::code_search
