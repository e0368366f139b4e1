// SPDX-License-Identifier: Apache-2.0
#include "ledger/block.hpp"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "ledger/errors.hpp"
#include "ledger/life_cycle.hpp"

namespace tamga::ledger {
namespace {

Patch random_patch(std::mt19937& random) {
  Patch patch;
  if (random() % 2) patch.status(static_cast<CodeStatus>(1 + random() % 5));
  if (random() % 3 == 0) patch.owner(ParticipantNo(static_cast<std::uint32_t>(1 + random() % 3)));
  if (random() % 3 == 0) patch.parent(CodeNo(static_cast<std::int64_t>(random() % 3) << 40));
  if (random() % 4 == 0) patch.lot(LotNo(static_cast<std::int64_t>(random() % 3)));
  if (random() % 4 == 0) patch.reason(static_cast<std::uint8_t>(random() % 3));
  if (random() % 4 == 0) patch.mark(random() % 2 ? Mark::InTransit : Mark::Blocked);
  if (random() % 4 == 0) patch.unmark(random() % 2 ? Mark::InTransit : Mark::Blocked);
  return patch;
}

void expect_canonical(Block const& block) {
  auto const states = block.runs().states();
  auto const starts = block.runs().starts();
  for (std::size_t i = 0; i < states.size(); ++i) {
    ASSERT_LT(starts[i], block.run_end(i));
    if (i > 0) {
      ASSERT_NE(states[i], states[i - 1]) << "neighbours with equal state are not joined";
    }
  }
  if (!starts.empty()) {
    ASSERT_EQ(starts[0], 0);
  }
}

// A block of runs behaves as an array of 1024 states would, and its bytes give the same block back.
TEST(Block, AgreesWithAnArrayOfStates) {
  std::mt19937 random(42);
  for (int life = 0; life < 60; ++life) {
    Block block;
    std::array<CodeState, kBlockSize> naive{};
    int covered = 0;
    for (int step = 0; step < 60; ++step) {
      int const offset = static_cast<int>(random() % kBlockSize);
      int const count =
          1 + static_cast<int>(random() % (random() % 4 ? 5U : static_cast<unsigned>(kBlockSize - offset)));
      int const length = std::min<int>(count, static_cast<int>(kBlockSize) - offset);
      Patch const patch = random_patch(random);
      int told = 0;
      block.apply(offset, length, patch, [&](CodeState const& before, CodeState const& after, int n) {
        ASSERT_EQ(before, naive[static_cast<std::size_t>(offset + told)]);
        CodeState expected = before;
        patch.apply(expected);
        ASSERT_EQ(after, expected);
        told += n;
      });
      ASSERT_EQ(told, length);
      for (int i = offset; i < offset + length; ++i) patch.apply(naive[static_cast<std::size_t>(i)]);
      covered = std::max(covered, offset + length);
      expect_canonical(block);
    }
    ASSERT_EQ(block.size(), covered);
    for (int i = 0; i < kBlockSize; ++i) ASSERT_EQ(block.at(i), naive[static_cast<std::size_t>(i)]);
    int seen = 0;
    block.for_each_run(0, static_cast<int>(kBlockSize), [&](int first, int n, CodeState const& state) {
      ASSERT_EQ(first, seen);
      ASSERT_EQ(state, naive[static_cast<std::size_t>(first)]);
      seen += n;
    });
    ASSERT_EQ(seen, kBlockSize);
    std::string bytes;
    block.encode(bytes);
    auto const again = Block::decode(bytes);
    ASSERT_TRUE(again);
    ASSERT_EQ(*again, block);
  }
}

// A changed byte in a stored block is found, whichever it is.
TEST(Block, RefusesEveryFlippedBit) {
  Block block;
  block.apply(0, 700, patch_of(Event::Issue).owner(ParticipantNo(7)));
  block.apply(100, 20, patch_of(Event::Apply).lot(LotNo(9)));
  std::string bytes;
  block.encode(bytes);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    for (int b = 0; b < 8; ++b) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ (1 << b));
      auto const result = Block::decode(damaged);
      ASSERT_FALSE(result);
      EXPECT_TRUE(result.error().is(kLedgerDamaged));
    }
  for (std::size_t length = 0; length < bytes.size(); ++length)
    EXPECT_FALSE(Block::decode(bytes.substr(0, length)));
}

// The worked example of docs/formats/ledger.md is true.
TEST(Block, WritesTheDocumentedBytes) {
  Block block;
  block.apply(0, 996, patch_of(Event::Issue).owner(ParticipantNo(12)));
  block.apply(100, 20, patch_of(Event::Apply).lot(LotNo(9)));
  std::string bytes;
  block.encode(bytes);
  EXPECT_EQ(bytes.substr(0, bytes.size() - 4),
            std::string("\x01\x03\x64\x03\x01\x0C\x14\x09\x02\x12\xEC\x06\x09\x01\x11", 15));
}

// What neighbours share costs a few bytes, not a row per code.
TEST(Block, IsSmall) {
  Block block;
  block.apply(0, 1024, patch_of(Event::Issue).owner(ParticipantNo(12)));
  std::string bytes;
  block.encode(bytes);
  EXPECT_LE(bytes.size(), 12U);
  for (int box = 0; box < 51; ++box)
    block.apply(box * 20, 20, Patch().parent(CodeNo((std::int64_t{5} << kIndexBits) + box)));
  bytes.clear();
  block.encode(bytes);
  EXPECT_LE(bytes.size(), 51U * 4 + 24);
}

}  // namespace
}  // namespace tamga::ledger
