// SPDX-License-Identifier: Apache-2.0
#include "shape/nearest.hpp"

#include <gtest/gtest.h>

#include <array>

namespace tamga::shape {
namespace {

constexpr std::array<std::string_view, 4> kKnown{"receiver", "codes", "shipped_on", "id"};

// A slip of the hand is recognised; a different word is not.
TEST(Nearest, FindsWhatWasMeant) {
  for (auto const& [given, meant] : {std::pair{"reciever", "receiver"},
                                     {"recever", "receiver"},
                                     {"Receiver", "receiver"},
                                     {"shippedOn", "shipped_on"},
                                     {"shipped-on", "shipped_on"},
                                     {"code", "codes"},
                                     {"ids", "id"},
                                     {"cises", ""},
                                     {"weight", ""},
                                     {"", ""},
                                     {"xy", ""}})
    EXPECT_EQ(by_nearness(given, kKnown).best, meant) << given;
}

TEST(Nearest, ListsTheNearestFirstAndNotTooMany) {
  EXPECT_EQ(by_nearness("shipedon", kKnown).all.substr(0, 11), "shipped_on,");
  EXPECT_EQ(by_nearness("x", {}).all, "");
  std::array<std::string_view, 50> many;
  many.fill("a");
  EXPECT_EQ(by_nearness("b", many).all.size(), 20U + 19U * 2U);
}

TEST(Nearest, LongNamesCostLittle) { EXPECT_EQ(by_nearness(std::string(1'000'000, 'a'), kKnown).best, ""); }

// A text is cut between characters.
TEST(Clip, KeepsCharactersWhole) {
  EXPECT_EQ(clip("abc", 3), "abc");
  EXPECT_EQ(clip("abcd", 3), "abc");
  EXPECT_EQ(clip("a\xd1\x8f\xd1\x8f", 4), "a\xd1\x8f");
  EXPECT_EQ(clip("\xf0\x9f\x98\x80", 3), "");
}

}  // namespace
}  // namespace tamga::shape
