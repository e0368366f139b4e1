// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "gs1/ai_value.hpp"
#include "gs1/check_digit.hpp"
#include "gs1/errors.hpp"
#include "gs1/gln.hpp"
#include "gs1/gtin.hpp"
#include "gs1/price.hpp"
#include "gs1/serial.hpp"
#include "gs1/sscc.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

std::string with_check_digit(std::string payload) {
  payload.push_back(static_cast<char>('0' + mod10_check_digit(payload)));
  return payload;
}

/// A valid number of `size` digits.
std::string arbitrary_number(std::size_t size) {
  auto const digits =
      *rc::gen::container<std::string>(size - 1, rc::gen::inRange('0', static_cast<char>('9' + 1)));
  RC_PRE(digits.find_first_not_of('0') != std::string::npos);
  return with_check_digit(digits);
}

std::string with_one_wrong_digit(std::string number) {
  auto const at = *rc::gen::inRange<std::size_t>(0, number.size());
  auto const shift = *rc::gen::inRange(1, 10);
  number[at] = static_cast<char>('0' + (number[at] - '0' + shift) % 10);
  return number;
}

// A number read and written again is the same number.
RC_GTEST_PROP(Numbers, ReadBackWhatTheyWrite, ()) {
  auto const gtin = arbitrary_number(14);
  RC_ASSERT(Gtin::parse(gtin)->text() == gtin);
  RC_ASSERT(Gtin::read14(gtin) == *Gtin::parse(gtin));
  RC_ASSERT(Gtin::from_number(Gtin::parse(gtin)->number()).text() == gtin);
  auto const sscc = arbitrary_number(18);
  RC_ASSERT(Sscc::parse(sscc)->text() == sscc);
  RC_ASSERT(Sscc::read18(sscc) == *Sscc::parse("(00)" + sscc));
  auto const gln = arbitrary_number(13);
  RC_ASSERT(Gln::parse(gln)->text() == gln);
}

// A single mistyped digit never passes.
RC_GTEST_PROP(Numbers, AnySingleWrongDigitIsCaught, ()) {
  auto const gtin = with_one_wrong_digit(arbitrary_number(14));
  RC_ASSERT(Gtin::parse(gtin).error().is(kGtinCheckDigit));
  RC_ASSERT(!Gtin::read14(gtin));
  RC_ASSERT(Sscc::parse(with_one_wrong_digit(arbitrary_number(18))).error().is(kSsccCheckDigit));
  RC_ASSERT(Gln::parse(with_one_wrong_digit(arbitrary_number(13))).error().is(kGlnCheckDigit));
}

// The two ways to compute a check digit agree, whatever the length.
RC_GTEST_PROP(Numbers, CheckDigitOfTextAndOfNumberAgree, ()) {
  auto const digits = *rc::gen::container<std::string>(rc::gen::inRange('0', static_cast<char>('9' + 1)));
  auto const payload = digits.substr(0, 17);
  RC_ASSERT(mod10_check_digit(payload) == mod10_check_digit(read_digits(payload)));
}

// The same product has one number, whether its bar code has 8, 12, 13 or 14 digits.
TEST(Gtin, ShortFormsAreTheSameProduct) {
  EXPECT_EQ(*Gtin::parse(" 9521234543213\r\n"), *Gtin::parse("09521234543213"));
  EXPECT_EQ(Gtin::parse("95212340")->text(), "00000095212340");
  EXPECT_EQ(Gtin::parse("19521234543210")->indicator(), 1U);
  EXPECT_EQ(Gtin::parse("09521234543213")->indicator(), 0U);
}

// The refusal tells the person what to change.
TEST(Gtin, RefusalsCarryWhatTheTextNeeds) {
  auto const wrong = Gtin::parse("09521234543214").error();
  EXPECT_EQ(wrong.arguments().back(), (std::pair<std::string, std::string>("expected", "3")));
  auto const letter = Gtin::parse("0952123454321O").error();
  EXPECT_EQ(letter.arguments().back(), (std::pair<std::string, std::string>("position", "14")));
  auto const eaten = Gtin::parse("12345678905").error();
  EXPECT_EQ(eaten.arguments().back(), (std::pair<std::string, std::string>("hint", "leading_zero_lost")));
}

// A default number is no number, and no text reads as one.
TEST(Numbers, ZeroIsNone) {
  EXPECT_FALSE(Gtin());
  EXPECT_FALSE(Sscc());
  EXPECT_TRUE(Gtin::parse("00000000000000").error().is(kGtinZero));
  EXPECT_FALSE(Gtin::read14("00000000000000"));
  EXPECT_FALSE(Sscc::parse("000000000000000000"));
  EXPECT_FALSE(Sscc::read18("000000000000000000"));
}

// A number given out inside one shop is no product of the national catalogue.
TEST(Gtin, RestrictedPrefixes) {
  for (auto const* text : {"2000000000015", "02900000000000", "0400000000001", "20000004", "00000017"}) {
    auto const payload = std::string_view(text).substr(0, std::string_view(text).size() - 1);
    EXPECT_TRUE(Gtin::parse(with_check_digit(std::string(payload)))->restricted_prefix()) << text;
  }
  for (auto const* text : {"9521234543213", "023456789015", "04600000000015", "95212340"}) {
    EXPECT_FALSE(Gtin::parse(text)->restricted_prefix()) << text;
  }
}

// The place of a symbol in its alphabet is its value for ever: issued serials are computed from it.
TEST(Serial, AlphabetsAreSortedAndDoNotChange) {
  EXPECT_EQ(symbols_of(SerialAlphabet::Gs1Set82).size(), 82U);
  EXPECT_EQ(symbols_of(SerialAlphabet::LatinAlnum).size(), 62U);
  EXPECT_EQ(symbols_of(SerialAlphabet::Digits), "0123456789");
  for (auto const alphabet : {SerialAlphabet::Gs1Set82, SerialAlphabet::LatinAlnum, SerialAlphabet::Digits}) {
    auto const symbols = symbols_of(alphabet);
    for (std::size_t i = 1; i < symbols.size(); ++i) EXPECT_LT(symbols[i - 1], symbols[i]);
    EXPECT_EQ(find_serial_alphabet(name_of(alphabet)), alphabet);
    unsigned members = 0;
    for (int c = -128; c < 128; ++c) members += contains(alphabet, static_cast<char>(c)) ? 1 : 0;
    EXPECT_EQ(members, symbols.size());
    EXPECT_TRUE(contains_all(alphabet, symbols));
  }
  EXPECT_FALSE(find_serial_alphabet("base64"));
}

// A participant brings his serials without the country digit; the whole serial must have it.
TEST(Serial, CountryDigit) {
  SerialRule const rule{SerialAlphabet::LatinAlnum, 6, '5'};
  EXPECT_EQ(rule.own_length(), 5U);
  EXPECT_TRUE(rule.check_own("Ab9xY"));
  EXPECT_TRUE(rule.check("5Ab9xY"));
  EXPECT_TRUE(rule.check("4Ab9xY").error().is(kSerialCountryDigit));
  EXPECT_TRUE(rule.check("Ab9xY").error().is(kSerialLength));
  EXPECT_TRUE(rule.check_own("Ab-xY").error().is(kSerialCharset));
}

// A scanner with caps lock on is undone by swapping every letter, and nothing else.
TEST(Serial, SwappingCaseTwiceChangesNothing) {
  EXPECT_EQ(swap_case("0109aZ/=@["), "0109Az/=@[");
  EXPECT_EQ(swap_case(swap_case(kSet82Symbols)), kSet82Symbols);
}

// Prices of existing packs are read as they were written.
TEST(PackPrice, PublishedValues) {
  for (auto const& [text, kopecks] :
       {std::pair("AAAA", 0U), {"ABzV", 10501U}, {"ACI8", 13500U}, {"ACW.", 14630U}, {"AE+P", 31055U}}) {
    EXPECT_EQ(parse_pack_price(text)->minor_units, kopecks);
    EXPECT_EQ(*pack_price_text(Price{kopecks}), text);
  }
  EXPECT_TRUE(pack_price_text(Price{40'960'000}).error().is(kPackPriceRange));
}

RC_GTEST_PROP(PackPrice, ReadsBackWhatItWrote, ()) {
  Price const price{*rc::gen::inRange<std::uint32_t>(0, kMaxPackPrice.minor_units + 1)};
  RC_ASSERT(*parse_pack_price(*pack_price_text(price)) == price);
}

// A date within the window of a century is read back.
RC_GTEST_PROP(AiDate, ReadsBackWhatItWrote, ()) {
  int const year = *rc::gen::inRange(1951, 2150);
  auto const date =
      Date::of(year + *rc::gen::inRange(-49, 51), *rc::gen::inRange(1, 13), *rc::gen::inRange(1, 29));
  RC_ASSERT(*parse_ai_date(ai_date_text(*date), year) == *date);
}

// 310n is a weight whatever n is; the point moves.
TEST(Measure, TextAndElement) {
  EXPECT_EQ(read_measure("3103", "001250")->text(), "1.250");
  EXPECT_EQ(read_measure("3105", "001250")->text(), "0.01250");
  EXPECT_EQ(read_measure("3350", "000030")->text(), "30");
  EXPECT_EQ(read_measure("3110", "000000")->text(), "0");
  EXPECT_EQ(read_measure("3350", "000030")->unit, MeasureUnit::Litres);
  EXPECT_EQ(measure_element({MeasureUnit::Kilograms, 1250, 3}), "3103001250");
  EXPECT_FALSE(read_measure("3106", "001250"));
  EXPECT_FALSE(read_measure("3203", "001250"));
  EXPECT_FALSE(read_measure("3103", "01250"));
}

}  // namespace
}  // namespace tamga::gs1
