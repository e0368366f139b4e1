// SPDX-License-Identifier: Apache-2.0
#include "api/byte_range.hpp"

#include <gtest/gtest.h>

namespace tamga::api {
namespace {

TEST(ByteRange, PartsAreThoseOfTheStandard) {
  auto const part = [](std::string_view header) {
    auto const asked = asked_range(header, 1000);
    return asked.partial ? asked.range : ByteRange{};
  };
  EXPECT_EQ(part("bytes=0-499"), (ByteRange{0, 500}));
  EXPECT_EQ(part("bytes=500-999"), (ByteRange{500, 1000}));
  EXPECT_EQ(part("bytes=-300"), (ByteRange{700, 1000}));
  EXPECT_EQ(part("bytes=-3000"), (ByteRange{0, 1000}));
  EXPECT_EQ(part("bytes=999-"), (ByteRange{999, 1000}));
  EXPECT_EQ(part("bytes=0-99999"), (ByteRange{0, 1000}));
}

TEST(ByteRange, WhatIsNotUnderstoodIsTheWhole) {
  for (auto const* header : {"lines=0-4", "bytes=0-1,5-6", "bytes=x-1", "bytes=5-1", "bytes=5", "bytes=-",
                             "bytes=1-x", "bytes=-x", ""}) {
    auto const asked = asked_range(header, 1000);
    EXPECT_FALSE(asked.partial) << header;
    EXPECT_FALSE(asked.unsatisfiable) << header;
    EXPECT_EQ(asked.range, (ByteRange{0, 1000})) << header;
  }
  EXPECT_FALSE(asked_range(std::nullopt, 1000).partial);
}

TEST(ByteRange, BehindTheEndIsNothing) {
  EXPECT_TRUE(asked_range("bytes=1000-", 1000).unsatisfiable);
  EXPECT_TRUE(asked_range("bytes=-0", 1000).unsatisfiable);
  EXPECT_TRUE(asked_range("bytes=0-", 0).unsatisfiable);
}

}  // namespace
}  // namespace tamga::api
