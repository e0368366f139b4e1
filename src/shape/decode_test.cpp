// SPDX-License-Identifier: Apache-2.0
#include "shape/decode.hpp"

#include <gtest/gtest.h>

#include "shape/sample_test.hpp"

namespace tamga::shape {
namespace {

using sample::Colour;
using sample::Parcel;

/// kParcel with one stretch of its text replaced.
std::string changed(std::string_view what, std::string_view by) {
  std::string text(sample::kParcel);
  auto const at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

std::string argument(Error const& error, std::string_view name) {
  for (auto const& [key, value] : error.arguments())
    if (key == name) return value;
  return "?";
}

template <class T = Parcel>
Error error_of(std::string_view text) {
  auto const value = decode<T>(text);
  if (!value) return value.error();
  return Error(ErrorKind{0, "NONE", ErrorClass::Internal, 0});
}

TEST(Decode, ReadsEveryKindOfMember) {
  auto const parcel = decode<Parcel>(sample::kParcel);
  ASSERT_TRUE(parcel) << describe(parcel.error());
  EXPECT_EQ(parcel->title, "Tea");
  EXPECT_EQ(parcel->sent_on.text(), "2026-03-01");
  EXPECT_EQ(parcel->received_at, std::nullopt);
  EXPECT_EQ(parcel->colour, Colour::Red);
  EXPECT_EQ(parcel->lining, std::nullopt);
  EXPECT_FALSE(parcel->fragile);
  EXPECT_EQ(parcel->weight_g, 250);
  EXPECT_EQ(parcel->price, sample::Price(-5));
  ASSERT_EQ(parcel->items.size(), 1U);
  EXPECT_EQ(parcel->items[0].number.text(), "42");
  EXPECT_EQ(parcel->items[0].count, 7);
  ASSERT_EQ(parcel->codes.size(), 1U);
  EXPECT_EQ(parcel->codes[0], "010460");
  EXPECT_EQ(parcel->notes, (Attributes{{"a", "b"}}));
  EXPECT_EQ(parcel->tags, std::vector<std::string>{"x"});
  EXPECT_EQ(parcel->serial, UINT64_MAX);
}

// Writers may order fields as they like, and may escape the letters of a name.
TEST(Decode, FieldsComeInAnyOrder) {
  auto const parcel = decode<Parcel>(
      R"({"serial":1,"remark":"a\n\tb","tags":[],"notes":{},"codes":[],"items":[],"label":"L","price":0,"weight_g":1,)"
      R"("fragile":true,"lining":"green","colour":"dark_blue","received_at":"2026-03-01T14:15:00+05:00",)"
      R"("sent_\u006fn":"2024-02-29","title":"\ud83d\ude00"})");
  ASSERT_TRUE(parcel) << describe(parcel.error());
  EXPECT_EQ(parcel->title, "\xf0\x9f\x98\x80");
  EXPECT_EQ(parcel->remark, "a\n\tb");
  EXPECT_EQ(parcel->label, sample::Label("L"));
  EXPECT_TRUE(parcel->fragile);
  EXPECT_EQ(parcel->lining, Colour::Green);
  EXPECT_EQ(parcel->colour, Colour::DarkBlue);
  EXPECT_EQ(rfc3339(*parcel->received_at), "2026-03-01T09:15:00.000Z");
}

TEST(Decode, NullIsAbsenceForOptionalMembersOnly) {
  EXPECT_EQ(decode<Parcel>(changed("\"title\"", "\"lining\":null,\"label\":null,\"title\"")).value().lining,
            std::nullopt);
  EXPECT_TRUE(error_of(changed("\"Tea\"", "null")).is(kWrongType));
  EXPECT_TRUE(error_of(changed("\"title\"", "\"colour\":null,\"title\"")).is(kWrongType));
}

// Every mistake is named together with the exact place of its value.
TEST(Decode, EveryErrorHasItsPointer) {
  struct Row {
    std::string text;
    ErrorKind const& kind;
    std::string where;
  };
  Row const rows[] = {
      {"[]", kWrongType, ""},
      {"{}", kMissingField, "/title"},
      {changed("\"Tea\"", "7"), kWrongType, "/title"},
      {changed("\"Tea\"", "\"\""), kTextSize, "/title"},
      {changed("\"Tea\"", "\"123456789012345678901\""), kTextSize, "/title"},
      {changed("\"Tea\"", "\"a\\nb\""), kControlCharacter, "/title"},
      {changed("\"Tea\"", "\"a\\u0000b\""), kControlCharacter, "/title"},
      {changed("\"Tea\"", "\"a\x7f\""), kControlCharacter, "/title"},
      {changed("\"Tea\"", "\"a\\u0085\""), kControlCharacter, "/title"},
      {changed("\"remark\":\"\"", "\"remark\":\"\\r\""), kControlCharacter, "/remark"},
      {changed("\"2026-03-01\"", "\"2026-02-29\""), kBadDate, "/sent_on"},
      {changed("\"title\"", "\"received_at\":\"2026-03-01\",\"title\""), kBadMoment, "/received_at"},
      {changed("\"title\"", "\"colour\":\"Red\",\"title\""), kUnknownValue, "/colour"},
      {changed("\"title\"", "\"fragile\":1,\"title\""), kWrongType, "/fragile"},
      {changed("\"title\"", "\"fragile\":\"true\",\"title\""), kWrongType, "/fragile"},
      {changed("250", "0"), kOutOfRange, "/weight_g"},
      {changed("250", "30001"), kOutOfRange, "/weight_g"},
      {changed("250", "-250"), kOutOfRange, "/weight_g"},
      {changed("250", "250.0"), kWrongType, "/weight_g"},
      {changed("250", "25e1"), kWrongType, "/weight_g"},
      {changed("250", "\"250\""), kWrongType, "/weight_g"},
      {changed("250", "99999999999999999999999999"), kOutOfRange, "/weight_g"},
      {changed("-5", "-9223372036854775809"), kOutOfRange, "/price"},
      {changed("-5", "9223372036854775808"), kOutOfRange, "/price"},
      {changed("18446744073709551615", "18446744073709551616"), kOutOfRange, "/serial"},
      {changed("18446744073709551615", "-1"), kOutOfRange, "/serial"},
      {changed("\"title\"", "\"label\":\"123456789\",\"title\""), kTextSize, "/label"},
      {changed("\"42\"", "\"423\""), sample::kBadParity, "/items/0/number"},
      {changed("\"42\"", "42"), kWrongType, "/items/0/number"},
      {changed(",\"count\":7", ""), kMissingField, "/items/0/count"},
      {changed("{\"number\":\"42\",\"count\":7}", "{\"number\":\"42\",\"count\":7},{\"count\":0}"),
       kOutOfRange, "/items/1/count"},
      {changed("\"count\":7", "\"count\":7,\"count\":7"), kDuplicateField, "/items/0/count"},
      {changed("\"count\":7", "\"count\":7,\"coun\\u0074\":8"), kDuplicateField, "/items/0/count"},
      {changed("\"count\":7", "\"count\":7,\"cuont\":7"), kUnknownField, "/items/0/cuont"},
      {changed("\"count\":7", "\"count\":7,\"a/b~c\":7"), kUnknownField, "/items/0/a~1b~0c"},
      {changed("\"count\":7", "\"count\":7,\"\":{\"x\":[1]}"), kUnknownField, "/items/0/"},
      {changed("{\"number\":\"42\",\"count\":7}", "1,1,1,1"), kWrongType, "/items/0"},
      {changed("[\"x\"]", "[\"x\",null]"), kWrongType, "/tags/1"},
      {changed("[\"x\"]", "[\"x\",\"1234567\"]"), kTextSize, "/tags/1"},
      {changed("[\"x\"]", "[\"a\",\"b\",\"c\",\"d\",\"e\"]"), kListSize, "/tags"},
      {changed("[\"x\"]", "{}"), kWrongType, "/tags"},
      {changed("[\"010460\"]", "[\"1\",\"2\",3]"), kWrongType, "/codes/2"},
      {changed("[\"010460\"]", "[\"1\",\"\"]"), kTextSize, "/codes/1"},
      {changed("[\"010460\"]", "[\"1\",\"12345678901234567\"]"), kTextSize, "/codes/1"},
      {changed("[\"010460\"]", "[\"1\\u001d\",\"1\\u001e\"]"), kControlCharacter, "/codes/1"},
      {changed("[\"010460\"]", "[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\"]"), kListSize, "/codes"},
      {changed("{\"a\":\"b\"}", "{\"a\":\"b\",\"c/d\":1}"), kWrongType, "/notes/c~1d"},
      {changed("{\"a\":\"b\"}", "{\"a\":\"b\",\"c\":\"12345678901\"}"), kTextSize, "/notes/c"},
      {changed("{\"a\":\"b\"}", "{\"a\":\"b\",\"\":\"\"}"), kTextSize, "/notes/"},
      {changed("{\"a\":\"b\"}", "{\"a\":\"b\",\"b\":\"\",\"a\":\"\"}"), kDuplicateField, "/notes/a"},
      {changed("{\"a\":\"b\"}", "{\"a\":\"\",\"b\":\"\",\"c\":\"\",\"d\":\"\"}"), kListSize, "/notes"},
      {std::string(sample::kParcel) + "x", kMalformed, ""},
      {changed("[\"x\"]", "[\"x\",]"), kMalformed, ""},
      {changed("250", "025"), kMalformed, ""},
      {changed("250", "tru"), kMalformed, ""},
      {changed("\"Tea\"", "\"\\ud800\""), kMalformed, ""},
      {changed("010460", "\\q"), kMalformed, ""},
  };
  for (Row const& row : rows) {
    Error const error = error_of(row.text);
    EXPECT_TRUE(error.is(row.kind)) << row.text << "\n" << describe(error);
    EXPECT_EQ(error.where(), row.where) << row.text << "\n" << describe(error);
  }
}

// An unknown field is answered with what may have been meant.
TEST(Decode, SuggestsTheNearestName) {
  Error const field = error_of(changed("weight_g", "weigth_g"));
  EXPECT_EQ(argument(field, "field"), "weigth_g");
  EXPECT_EQ(argument(field, "suggestion"), "weight_g");
  EXPECT_EQ(argument(field, "known").substr(0, 9), "weight_g,");
  Error const colour = error_of(changed("\"title\"", "\"colour\":\"darkBlue\",\"title\""));
  EXPECT_EQ(argument(colour, "suggestion"), "dark_blue");
  EXPECT_EQ(argument(colour, "allowed"), "dark_blue, red, green");
  EXPECT_EQ(argument(error_of(changed("weight_g", "q")), "suggestion"), "?");
}

// What a sender wrote is shown to him, but not megabytes of it.
TEST(Decode, EchoesAreShort) {
  std::string const name(100'000, 'n');
  Error const error = error_of(changed("weight_g", name));
  EXPECT_TRUE(error.is(kUnknownField));
  EXPECT_LE(error.where().size(), 65U);
  EXPECT_LE(argument(error, "field").size(), 64U);
  EXPECT_LE(error_of(changed("\"a\":", "\"" + name + "\":")).where().size(), 80U);
}

// All mistakes of a document are told at once, in the order of the text.
TEST(Decode, TellsAllErrorsAtOnce) {
  auto const document = JsonDocument::open(
      R"({"title":"","sent_on":1,"nope":[{"deep":1}],"items":[{"number":"1","count":0},5,{"number":"42"}],"price":1,"price":2})");
  ASSERT_TRUE(document);
  auto const parcel = decode_all<Parcel>(*document);
  ASSERT_FALSE(parcel);
  std::string all;
  for (Error const& error : parcel.error()) all += std::string(error.name()) + error.where() + "\n";
  EXPECT_EQ(all,
            "JSON_TEXT_SIZE/title\nJSON_WRONG_TYPE/sent_on\nJSON_UNKNOWN_FIELD/nope\nSAMPLE_BAD_PARITY/items/"
            "0/number\n"
            "JSON_OUT_OF_RANGE/items/0/count\nJSON_WRONG_TYPE/items/1\nJSON_MISSING_FIELD/items/2/count\n"
            "JSON_DUPLICATE_FIELD/price\nJSON_MISSING_FIELD/weight_g\nJSON_MISSING_FIELD/"
            "codes\nJSON_MISSING_FIELD/notes\n"
            "JSON_MISSING_FIELD/tags\nJSON_MISSING_FIELD/remark\nJSON_MISSING_FIELD/serial\n");
  EXPECT_EQ(decode_all<Parcel>(*document, 3).error().size(), 3U);
}

TEST(Decode, TheNumberOfErrorsIsBounded) {
  std::string text = "[";
  for (int i = 0; i < 999; ++i) text += "\"a\",";
  text += "1]";
  auto const document = JsonDocument::open(text);
  ASSERT_TRUE(document);
  auto const all = decode_all<std::vector<std::int32_t>>(*document);
  ASSERT_EQ(all.error().size(), 20U);
  EXPECT_EQ(all.error()[19].where(), "/19");
}

// First "is this JSON", then "is this our object": a broken text is called broken even if a wrong field comes
// first.
TEST(Decode, BrokenTextWinsOverWrongShape) {
  auto const document = JsonDocument::open(R"({"nope":1,"title":"","codes":[1,2,]})");
  ASSERT_TRUE(document);
  auto const all = decode_all<Parcel>(*document);
  ASSERT_EQ(all.error().size(), 1U);
  EXPECT_TRUE(all.error()[0].is(kMalformed));
  EXPECT_TRUE(error_of(R"({"nope":1} x)").is(kMalformed));
  EXPECT_TRUE(error_of("{\"title\":" + std::string(1'000'000, '[')).is(kTooDeep));
}

// A type that contains itself is read no deeper than the limit.
TEST(Decode, RecursionIsBoundedByDepth) {
  auto const tree = [](int depth) {
    std::string text = R"({"name":"leaf","branches":[]})";
    for (int i = 0; i < depth; ++i) text = R"({"name":"n","branches":[)" + text + "]}";
    return text;
  };
  EXPECT_TRUE(decode<sample::Tree>(tree(15)));
  EXPECT_TRUE(error_of<sample::Tree>(tree(16)).is(kTooDeep));
  EXPECT_TRUE(error_of<sample::Tree>(tree(2000)).is(kTooDeep));
}

TEST(Decode, ReadsOneOfSeveralObjects) {
  auto const story = decode<sample::Story>(
      R"({"events":[{"kind":"shipped","to":"42"},{"where":"sea","day":3,"kind":"lost"}],"extra": {"a" : [1.5, "\u0041"]} })");
  ASSERT_TRUE(story) << describe(story.error());
  EXPECT_EQ(std::get<sample::Shipped>(story->events[0]).to.text(), "42");
  EXPECT_EQ(std::get<sample::Lost>(story->events[1]).where, "sea");
  EXPECT_EQ(story->extra->text, R"({"a" : [1.5, "\u0041"]})");

  struct Row {
    std::string_view text;
    ErrorKind const& kind;
    std::string_view where;
  };
  constexpr Row kRows[] = {
      {R"({"events":[{"to":"42"}]})", kMissingField, "/events/0/kind"},
      {R"({"events":[{"kind":"shiped","to":"42"}]})", kUnknownValue, "/events/0/kind"},
      {R"({"events":[{"kind":1}]})", kWrongType, "/events/0/kind"},
      {R"({"events":[1]})", kWrongType, "/events/0"},
      {R"({"events":[{"kind":"shipped","kind":"lost","to":"42"}]})", kDuplicateField, "/events/0/kind"},
      {R"({"events":[{"kind":"shipped","to":"42"},{"kind":"lost"}]})", kMissingField, "/events/1/day"},
      {R"({"events":[{"kind":"lost","day":1,"to":"42"}]})", kUnknownField, "/events/0/to"},
      {R"({"events":[{"day":1,,"kind":"lost"}]})", kMalformed, ""},
      {R"({"events":[],"extra":{"a":}})", kMalformed, ""},
      {R"({"events":[],"extra":"0123456789012345678901234567890123"})", kTextSize, "/extra"},
  };
  for (Row const& row : kRows) {
    Error const error = error_of<sample::Story>(row.text);
    EXPECT_TRUE(error.is(row.kind)) << row.text << describe(error);
    EXPECT_EQ(error.where(), row.where) << row.text;
  }
}

// Both ends of every width of whole number are read, and not one more.
TEST(Decode, WholeNumbersKeepTheirWidth) {
  auto const least = decode<std::vector<std::int64_t>>("[-9223372036854775808, 9223372036854775807, -0, 0]");
  ASSERT_TRUE(least);
  EXPECT_EQ((*least)[0], INT64_MIN);
  EXPECT_EQ((*least)[1], INT64_MAX);
  EXPECT_EQ((*least)[2], 0);
  EXPECT_TRUE(error_of<std::vector<std::uint8_t>>("[255,256]").is(kOutOfRange));
  EXPECT_EQ(error_of<std::vector<std::uint8_t>>("[255,256]").where(), "/1");
  EXPECT_TRUE(decode<std::vector<std::int8_t>>("[-128,127]"));
  EXPECT_TRUE(error_of<std::vector<std::int8_t>>("[-129]").is(kOutOfRange));
  EXPECT_TRUE(error_of<std::vector<std::uint8_t>>("[-1]").is(kOutOfRange));
  EXPECT_TRUE(decode<std::vector<std::uint8_t>>("[-0]"));
}

// Nothing that a client sends into a text is changed: what is not refused is kept byte for byte.
TEST(Decode, TextIsNeitherTrimmedNorNormalised) {
  EXPECT_EQ(decode<Parcel>(changed("\"Tea\"", "\"  T e\xcc\x81 \"")).value().title, "  T e\xcc\x81 ");
}

// The length of a text is counted in characters, not in bytes: Cyrillic names are as long as Latin ones.
TEST(Decode, TextSizeIsInCharacters) {
  std::string cyrillic;
  for (int i = 0; i < 20; ++i) cyrillic += "\xd1\x8f";
  EXPECT_TRUE(decode<Parcel>(changed("\"Tea\"", "\"" + cyrillic + "\"")));
  EXPECT_TRUE(error_of(changed("\"Tea\"", "\"" + cyrillic + "\xd1\x8f\"")).is(kTextSize));
}

}  // namespace
}  // namespace tamga::shape
