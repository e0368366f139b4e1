// SPDX-License-Identifier: Apache-2.0
#include "shape/code_list.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "shape/decode.hpp"
#include "shape/encode.hpp"
#include "shape/sample_test.hpp"

namespace tamga::shape {
namespace {

struct Batch {
  CodeList codes;
  static constexpr auto shape() {
    return object("Batch", field("codes", &Batch::codes, "Marking codes", size(1, 100'000)));
  }
};

CodeList sample_codes(std::size_t count) {
  CodeList codes;
  for (std::size_t i = 0; i < count; ++i)
    codes.push_back("0104600439931256" + std::to_string(1'000'000'000 + i) +
                    "\x1d"
                    "91EE11\x1d"
                    "92q\"uo\\te/" +
                    std::string(i % 7, 'z'));
  return codes;
}

TEST(CodeList, KeepsEachCodeInItsPlace) {
  CodeList codes;
  EXPECT_TRUE(codes.empty());
  for (std::string_view const code : {"a", "", "ccc"}) codes.push_back(code);
  ASSERT_EQ(codes.size(), 3U);
  EXPECT_EQ(codes[0], "a");
  EXPECT_EQ(codes[1], "");
  EXPECT_EQ(codes[2], "ccc");
  EXPECT_EQ(codes.size_bytes(), 4U);
  EXPECT_TRUE(std::equal(codes.begin(), codes.end(), std::begin({"a", "", "ccc"})));
  CodeList other;
  for (std::string_view const code : {"a", "c", "cc"}) other.push_back(code);
  EXPECT_NE(codes, other);
  codes.clear();
  EXPECT_EQ(codes, CodeList());
}

// A document may carry a hundred thousand codes; all of them come through unchanged, separators and quotes
// included.
TEST(CodeList, AHundredThousandCodesRoundTrip) {
  Batch const batch{sample_codes(100'000)};
  std::string const text = encode(batch);
  auto const back = decode<Batch>(text);
  ASSERT_TRUE(back) << describe(back.error());
  EXPECT_TRUE(back->codes == batch.codes);
  EXPECT_EQ(encode(*back), text);
}

// One code too many refuses the list as a whole and says how many there were.
TEST(CodeList, OneCodeTooManyIsRefused) {
  auto const back = decode<Batch>(encode(Batch{sample_codes(100'001)}));
  ASSERT_FALSE(back);
  EXPECT_EQ(describe(back.error()), "JSON_LIST_SIZE at /codes {size=100001} {min=1} {max=100000}");
  EXPECT_TRUE(decode<Batch>(R"({"codes":[]})").error().is(kListSize));
}

// A mistake deep in a long list is found at its own place.
TEST(CodeList, TheWrongCodeIsNamed) {
  std::string text = encode(Batch{sample_codes(99'999)});
  text.insert(text.size() - 2, ",\"\\u0007\"");
  auto const back = decode<Batch>(text);
  ASSERT_FALSE(back);
  EXPECT_EQ(describe(back.error()), "JSON_CONTROL_CHARACTER at /codes/99999");
}

// Refused codes leave nothing behind in the arena that would shift the ones after them.
TEST(CodeList, ErrorsDoNotShiftOtherErrors) {
  auto const document = JsonDocument::open(R"({"codes":["good","bad\u0001",7,"","good"]})");
  ASSERT_TRUE(document);
  auto const all = decode_all<Batch>(*document);
  ASSERT_FALSE(all);
  ASSERT_EQ(all.error().size(), 3U);
  EXPECT_EQ(all.error()[0].where(), "/codes/1");
  EXPECT_EQ(all.error()[1].where(), "/codes/2");
  EXPECT_EQ(all.error()[2].where(), "/codes/3");
}

}  // namespace
}  // namespace tamga::shape
