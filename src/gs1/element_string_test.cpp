// SPDX-License-Identifier: Apache-2.0
#include "gs1/element_string.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "gs1/check_digit.hpp"
#include "gs1/errors.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

// Elements of predefined length follow each other without a separator; the others end at one.
TEST(ElementString, CutsByLengthAndBySeparator) {
  auto const list = parse_element_string(
      "\x1D"
      "01095212345432131726093010LOT/7\x1D"
      "215Ab\x1D"
      "310300125093dGVz");
  ASSERT_TRUE(list) << describe(list.error());
  ASSERT_EQ(list->size(), 6U);
  EXPECT_EQ(list->value_of("01"), "09521234543213");
  EXPECT_EQ(list->value_of("17"), "260930");
  EXPECT_EQ(list->value_of("10"), "LOT/7");
  EXPECT_EQ(list->value_of("21"), "5Ab");
  EXPECT_EQ(list->value_of("3103"), "001250");
  EXPECT_EQ(list->value_of("93"), "dGVz");
  EXPECT_EQ(list->value_of("91"), "");
}

// AI (8005) has a fixed size and still needs a separator: it is not in the predefined list.
TEST(ElementString, PriceNeedsItsSeparator) {
  EXPECT_TRUE(
      parse_element_string("8005031055\x1D"
                           "93tEsT"));
  EXPECT_TRUE(parse_element_string("800503105593tEsT").error().is(kElementCharset));
}

// What is wrong is told together with its place.
TEST(ElementString, Refusals) {
  struct Row {
    std::string_view text;
    ErrorKind kind;
    std::string_view at;
  };
  for (auto const& row :
       {Row{"", kIdentifierEmpty, ""}, Row{"\x1D", kIdentifierEmpty, ""},
        Row{"0109521234543214", kElementCheckDigit, "1"},
        Row{"00147800000000000012", kElementCheckDigit, "1"}, Row{"0109521234543213X", kElementUnknown, "17"},
        Row{"3106001250", kElementUnknown, "1"}, Row{"21ab cd", kElementCharset, "1"},
        Row{"17260", kElementLength, "1"},
        Row{"10A\x1D"
            "10B",
            kElementRepeated, "5"},
        Row{"21", kElementLength, "1"}, Row{"21ABCDEFGHIJKLMNOPQRSTU", kElementLength, "1"}}) {
    auto const list = parse_element_string(row.text);
    ASSERT_FALSE(list) << row.text;
    EXPECT_TRUE(list.error().is(row.kind)) << row.text << ": " << describe(list.error());
    EXPECT_EQ(list.error().where(), row.at) << row.text;
  }
}

std::string arbitrary_value(AiRule const& rule) {
  auto const size = *rc::gen::inRange<std::size_t>(rule.min_size, rule.max_size + 1U);
  bool const digits = rule.content != AiRule::Content::Set82;
  auto value = *rc::gen::container<std::string>(
      size, rc::gen::elementOf(digits ? std::string("0123456789") : std::string(kSet82Symbols)));
  if (rule.content == AiRule::Content::Gtin || rule.content == AiRule::Content::Sscc) {
    value.back() = static_cast<char>('0' + mod10_check_digit(std::string_view(value).substr(0, size - 1)));
  }
  return value;
}

// Any list of elements that may be written is read back the same.
RC_GTEST_PROP(ElementString, ReadsBackWhatItWrote, ()) {
  std::vector<std::string> const ais{"00", "01", "02", "10", "11",   "13",   "15",   "17",   "21",
                                     "30", "37", "91", "92", "3103", "3111", "3355", "8005", "97"};
  auto chosen = *rc::gen::unique<std::vector<std::string>>(rc::gen::elementOf(ais));
  RC_PRE(!chosen.empty());
  chosen.resize(std::min(chosen.size(), kMaxElements));
  std::vector<std::string> values;
  for (auto const& ai : chosen) values.push_back(arbitrary_value(*find_ai_rule(ai)));
  std::vector<Element> elements;
  for (std::size_t i = 0; i < chosen.size(); ++i) elements.push_back({chosen[i], values[i]});

  std::string text;
  append_element_string(text, elements);
  auto const read = parse_element_string(text);
  RC_ASSERT(read.has_value());
  RC_ASSERT(std::equal(read->begin(), read->end(), elements.begin(), elements.end()));
}

}  // namespace
}  // namespace tamga::gs1
