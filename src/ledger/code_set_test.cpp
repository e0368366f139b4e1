// SPDX-License-Identifier: Apache-2.0
#include "ledger/code_set.hpp"

#include <gtest/gtest.h>

#include <random>
#include <set>

namespace tamga::ledger {
namespace {

std::set<std::int64_t> members(CodeSet const& set) {
  std::set<std::int64_t> all;
  for (auto const& range : set.ranges())
    for (std::int64_t i = 0; i < range.count; ++i) all.insert(range.first.value() + i);
  return all;
}

CodeSet random_set(std::mt19937& random) {
  std::vector<CodeRange> ranges;
  for (auto i = random() % 12; i > 0; --i)
    ranges.push_back(
        {CodeNo(1000 + static_cast<std::int64_t>(random() % 300)), static_cast<std::int64_t>(random() % 40)});
  return CodeSet::of_ranges(std::move(ranges));
}

// A set of ranges answers exactly as the set of its codes would.
TEST(CodeSet, AgreesWithPlainSets) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    CodeSet const a = random_set(random);
    CodeSet const b = random_set(random);
    auto const plain_a = members(a);
    auto const plain_b = members(b);
    std::set<std::int64_t> both, only, any = plain_a;
    any.insert(plain_b.begin(), plain_b.end());
    for (auto code : plain_a) (plain_b.contains(code) ? both : only).insert(code);
    ASSERT_EQ(members(a.intersect(b)), both);
    ASSERT_EQ(members(a.minus(b)), only);
    ASSERT_EQ(members(a.unite(b)), any);
    ASSERT_EQ(a.size(), static_cast<std::int64_t>(plain_a.size()));
    for (std::int64_t code = 995; code < 1345; ++code)
      ASSERT_EQ(a.contains(CodeNo(code)), plain_a.contains(code));
    std::string bytes;
    a.encode(bytes);
    ByteReader reader(bytes);
    ASSERT_EQ(CodeSet::decode(reader), a);
    ASSERT_TRUE(reader.ok() && reader.done());
  }
}

// Neighbouring codes are one range, however they arrive.
TEST(CodeSet, MergesNeighbours) {
  std::vector<CodeNo> const codes{CodeNo(5), CodeNo(6), CodeNo(6), CodeNo(7), CodeNo(9)};
  CodeSet const set = CodeSet::of_sorted(codes);
  ASSERT_EQ(set.ranges().size(), 2U);
  EXPECT_EQ(set.ranges()[0], (CodeRange{CodeNo(5), 3}));
  EXPECT_EQ(set.size(), 4);
}

// Pieces never cross a block.
TEST(CodeSet, CutsAtBlocks) {
  CodeSet const set(CodeRange{CodeNo(1020), 2000});
  std::vector<std::tuple<std::int64_t, int, int>> pieces;
  set.for_each_block_piece(
      [&](BlockNo block, int offset, int count) { pieces.emplace_back(block.value(), offset, count); });
  EXPECT_EQ(pieces,
            (std::vector<std::tuple<std::int64_t, int, int>>{{0, 1020, 4}, {1, 0, 1024}, {2, 0, 972}}));
}

}  // namespace
}  // namespace tamga::ledger
