// SPDX-License-Identifier: Apache-2.0
#include "shape/encode.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "shape/decode.hpp"
#include "shape/sample_test.hpp"

namespace tamga::shape {
namespace {

using namespace sample;

/// Any text without control characters, of `min` to `max` characters from all planes of Unicode.
rc::Gen<std::string> any_text(std::size_t min, std::size_t max, bool multiline = false) {
  return rc::gen::exec([=] {
    std::string text;
    auto const count = *rc::gen::inRange<std::size_t>(min, max + 1);
    for (std::size_t i = 0; i < count; ++i) {
      static constexpr std::array<std::string_view, 12> kOdd{"\"",
                                                             "\\",
                                                             "/",
                                                             " ",
                                                             "\xc2\xa0",
                                                             "\xd1\x8f",
                                                             "\xca\xbb",
                                                             "\xe2\x82\xac",
                                                             "\xed\x9f\xbf",
                                                             "\xf0\x9f\x98\x80",
                                                             "\xf4\x8f\xbf\xbf",
                                                             "~"};
      auto const pick = *rc::gen::inRange<std::size_t>(0, 3);
      if (pick == 0)
        text += *rc::gen::elementOf(kOdd);
      else if (pick == 1 && multiline)
        text += *rc::gen::element('\n', '\t');
      else
        text.push_back(*rc::gen::inRange<char>(' ', '\x7f'));
    }
    return text;
  });
}

rc::Gen<Even> any_even() {
  return rc::gen::exec([] {
    std::string digits = *rc::gen::container<std::string>(4, rc::gen::inRange<char>('0', '9'));
    return *Even::of(digits);
  });
}

Parcel any_parcel() {
  auto const colour = rc::gen::element(Colour::Red, Colour::Green, Colour::DarkBlue);
  auto const moment = rc::gen::map(rc::gen::inRange<std::int64_t>(-62'167'219'200'000, 253'402'300'799'999),
                                   [](std::int64_t ms) { return UnixMs(ms); });
  Parcel parcel{.title = *any_text(1, 20),
                .sent_on = Date::from_days(*rc::gen::inRange(-700'000, 2'900'000)),
                .received_at = std::nullopt,
                .colour = *colour,
                .lining = std::nullopt,
                .fragile = *rc::gen::arbitrary<bool>(),
                .weight_g = *rc::gen::inRange(1, 30'001),
                .price = Price(*rc::gen::arbitrary<std::int64_t>()),
                .label = std::nullopt,
                .items = {},
                .codes = {},
                .notes = {},
                .tags = {},
                .remark = *any_text(0, 100, true),
                .serial = *rc::gen::arbitrary<std::uint64_t>()};
  if (*rc::gen::arbitrary<bool>()) parcel.received_at = *moment;
  if (*rc::gen::arbitrary<bool>()) parcel.lining = *colour;
  if (*rc::gen::arbitrary<bool>()) parcel.label = Label(*any_text(0, 8));
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
    parcel.items.push_back({*any_even(), *rc::gen::inRange(1, 1'000'001)});
  for (int i = *rc::gen::inRange(0, 6); i > 0; --i) parcel.codes.push_back(*any_text(1, 4));
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) parcel.notes[*any_text(1, 20)] = *any_text(0, 10);
  for (int i = *rc::gen::inRange(0, 5); i > 0; --i) parcel.tags.push_back(*any_text(1, 6));
  return parcel;
}

// What we write we read back as it was.
RC_GTEST_PROP(Encode, DecodeGivesBackWhatWasEncoded, ()) {
  Parcel const parcel = any_parcel();
  std::string const text = encode(parcel);
  auto const back = decode<Parcel>(text);
  if (!back) RC_FAIL(describe(back.error()) + "\n" + text);
  RC_ASSERT(*back == parcel);
  RC_ASSERT(encode(*back) == text);
}

// What we write is JSON to others too, with the same values in it.
RC_GTEST_PROP(Encode, AnotherReaderAgrees, ()) {
  Parcel const parcel = any_parcel();
  auto const json = nlohmann::json::parse(encode(parcel));
  RC_ASSERT(json["title"].get<std::string>() == parcel.title);
  RC_ASSERT(json["remark"].get<std::string>() == parcel.remark);
  RC_ASSERT(json["price"].get<std::int64_t>() == parcel.price.value());
  RC_ASSERT(json["serial"].get<std::uint64_t>() == parcel.serial);
  RC_ASSERT(json["codes"].size() == parcel.codes.size());
  RC_ASSERT(json.contains("lining") == parcel.lining.has_value());
}

// What others write with every letter escaped is the same to us.
RC_GTEST_PROP(Decode, EscapedLettersAreTheLettersThemselves, ()) {
  Parcel const parcel = any_parcel();
  std::string const ascii = nlohmann::json::parse(encode(parcel)).dump(2, ' ', true);
  auto const back = decode<Parcel>(ascii);
  if (!back) RC_FAIL(describe(back.error()) + "\n" + ascii);
  RC_ASSERT(*back == parcel);
}

// Nothing that can be sent crashes the decoder: a document with one byte changed is read or refused.
RC_GTEST_PROP(Decode, AChangedByteIsReadOrRefused, ()) {
  std::string text = encode(any_parcel());
  auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
  text[at] = *rc::gen::arbitrary<char>();
  auto const document = JsonDocument::open(text);
  if (!document) return;
  auto const parcel = decode_all<Parcel>(*document);
  RC_ASSERT(parcel.has_value() || !parcel.error().empty());
  RC_ASSERT(document->check().has_value() || !parcel.has_value());
}

TEST(Encode, WritesFieldsInTheOrderOfTheDescription) {
  auto const parcel = decode<Parcel>(sample::kParcel).value();
  EXPECT_EQ(
      encode(parcel),
      R"({"title":"Tea","sent_on":"2026-03-01","colour":"red","fragile":false,"weight_g":250,"price":-5,)"
      R"("items":[{"number":"42","count":7}],"codes":["010460"],"notes":{"a":"b"},"tags":["x"],"remark":"",)"
      R"("serial":18446744073709551615})");
}

TEST(Encode, WritesOneOfSeveralObjects) {
  Story const story{.events = {Shipped{*Even::of("42")}, Lost{.day = 3, .where = std::nullopt}},
                    .extra = RawJson{"[1.50]"}};
  std::string const text = encode(story);
  EXPECT_EQ(text, R"({"events":[{"kind":"shipped","to":"42"},{"kind":"lost","day":3}],"extra":[1.50]})");
  EXPECT_EQ(decode<Story>(text).value(), story);
}

// Every character that JSON does not allow inside a string is escaped, wherever in a word of eight bytes it
// stands.
TEST(Encode, EscapesWhatMustBeEscaped) {
  for (int c = 0; c < 128; ++c)
    for (std::size_t before = 0; before < 10; ++before) {
      std::string const text =
          std::string(before, 'a') + static_cast<char>(c) + std::string(9 - before, '\xd1');
      std::string out;
      append_string(out, text);
      bool const special = c < 0x20 || c == '"' || c == '\\';
      EXPECT_EQ(out.size() > text.size() + 2, special) << c;
      std::string ascii = std::string(before, 'a') + static_cast<char>(c);
      std::string quoted;
      append_string(quoted, ascii);
      EXPECT_EQ(nlohmann::json::parse(quoted).get<std::string>(), ascii);
    }
}

TEST(Encode, WritesTheLeastAndTheMost) {
  EXPECT_EQ(encode(std::vector<std::int64_t>{INT64_MIN, 0, INT64_MAX}),
            "[-9223372036854775808,0,9223372036854775807]");
  EXPECT_EQ(encode(std::vector<std::uint8_t>{0, 255}), "[0,255]");
  EXPECT_EQ(encode(Tree{"a", {{"b", {}}}}), R"({"name":"a","branches":[{"name":"b","branches":[]}]})");
}

}  // namespace
}  // namespace tamga::shape
