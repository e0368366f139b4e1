// SPDX-License-Identifier: Apache-2.0
#include "base/varint.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace tamga {
namespace {

// Stored integers come back as they were written, at every width.
TEST(Varint, RoundTripsAtTheEdges) {
  std::string bytes;
  for (unsigned bit = 0; bit < 64; ++bit) put_varint(bytes, std::uint64_t{1} << bit);
  put_varint(bytes, std::numeric_limits<std::uint64_t>::max());
  put_signed(bytes, std::numeric_limits<std::int64_t>::min());
  put_signed(bytes, -1);
  put_bytes(bytes, "abc");
  ByteReader reader(bytes);
  for (unsigned bit = 0; bit < 64; ++bit) EXPECT_EQ(reader.varint(), std::uint64_t{1} << bit);
  EXPECT_EQ(reader.varint(), std::numeric_limits<std::uint64_t>::max());
  EXPECT_EQ(reader.signed_varint(), std::numeric_limits<std::int64_t>::min());
  EXPECT_EQ(reader.signed_varint(), -1);
  EXPECT_EQ(reader.bytes(), "abc");
  EXPECT_TRUE(reader.ok());
  EXPECT_TRUE(reader.done());
}

// A damaged row is noticed, never read past its end.
TEST(Varint, RefusesTruncatedAndOverlongBytes) {
  for (std::string_view const bytes : {std::string_view("\x80", 1), std::string_view("", 0),
                                       std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02", 10)}) {
    ByteReader reader(bytes);
    EXPECT_EQ(reader.varint(), 0U);
    EXPECT_FALSE(reader.ok());
  }
  ByteReader reader(std::string_view("\x05"
                                     "ab",
                                     3));
  EXPECT_EQ(reader.bytes(), "");
  EXPECT_FALSE(reader.ok());
}

}  // namespace
}  // namespace tamga
