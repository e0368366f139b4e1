// SPDX-License-Identifier: Apache-2.0
#include "shape/document.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <sstream>

#include "shape/errors.hpp"
#include "shape/flaw.hpp"

namespace tamga::shape {
namespace {

Error error_of(std::string_view text, Limits limits = {}) {
  auto const document = JsonDocument::open(text, limits);
  if (!document) return document.error();
  auto const checked = document->check();
  if (!checked) return checked.error();
  return Error(ErrorKind{0, "NONE", ErrorClass::Internal, 0});
}

std::string argument(Error const& error, std::string_view name) {
  for (auto const& [key, value] : error.arguments())
    if (key == name) return value;
  return "?";
}

// A person who wrote broken JSON is told the line and the column, a program the byte.
TEST(JsonDocument, SaysWhereTheTextIsBroken) {
  struct Row {
    std::string_view text, reason, offset, line, column;
  };
  constexpr Row kRows[] = {
      {"", "empty", "0", "1", "1"},
      {" \n ", "empty", "3", "2", "2"},
      {"[1,]", "trailing_comma", "3", "1", "4"},
      {"[1 2]", "comma_or_bracket_expected", "3", "1", "4"},
      {"{\"a\":1\n\"b\":2}", "comma_or_brace_expected", "7", "2", "1"},
      {"{\"a\" 1}", "colon_expected", "5", "1", "6"},
      {"{\n  \"a\": 01\n}", "bad_number", "9", "2", "8"},
      {"{\n  1: 2}", "field_name_expected", "4", "2", "3"},
      {"[\"\xd1\x8f\xd1\x8f\", nul]", "value_expected", "9", "1", "8"},
      {"[1", "unexpected_end", "2", "1", "3"},
      {"[\"a\", \"b]", "unclosed_string", "6", "1", "7"},
      {"[\"a\nb\"]", "control_character_in_string", "3", "1", "4"},
      {"[\"a\\\nb\"]", "control_character_in_string", "4", "1", "5"},
      {"[\"a\\xb\"]", "bad_escape", "3", "1", "4"},
      {"[\"\xd1\x8f\\ud800\"]", "bad_escape", "4", "1", "4"},
      {"[] []", "text_after_the_end", "3", "1", "4"},
      {"[\\\"]", "value_expected", "1", "1", "2"},
      {"[\"a\" \\ \"b]", "unexpected_character", "5", "1", "6"},
  };
  for (Row const& row : kRows) {
    Error const error = error_of(row.text);
    EXPECT_TRUE(error.is(kMalformed)) << row.text << describe(error);
    EXPECT_EQ(argument(error, "reason"), row.reason) << row.text;
    EXPECT_EQ(argument(error, "offset"), row.offset) << row.text;
    EXPECT_EQ(argument(error, "line"), row.line) << row.text;
    EXPECT_EQ(argument(error, "column"), row.column) << row.text;
    EXPECT_EQ(error.where(), "");
  }
}

TEST(JsonDocument, SaysWhereUtf8Ends) {
  Error const error = error_of("{\n\"a\":\"\xd1\x8f\xff\"}");
  EXPECT_TRUE(error.is(kNotUtf8));
  EXPECT_EQ(argument(error, "offset"), "9");
  EXPECT_EQ(argument(error, "line"), "2");
  EXPECT_EQ(argument(error, "column"), "7");
}

// A document larger than asked for is refused before any work is done on it.
TEST(JsonDocument, IsRefusedWhenTooLarge) {
  std::string const text = "[" + std::string(100, ' ') + "]";
  EXPECT_TRUE(error_of(text, {.max_bytes = 101, .max_depth = 4}).is(kTooLarge));
  EXPECT_EQ(error_of(text, {.max_bytes = 102, .max_depth = 4}).name(), "NONE");
}

// Depth is chosen by the sender and must not cost stack or time: a million brackets are refused like any
// other text.
TEST(JsonDocument, IsRefusedWhenTooDeep) {
  auto const nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  EXPECT_EQ(error_of(nested(32)).name(), "NONE");
  EXPECT_TRUE(error_of(nested(33)).is(kTooDeep));
  EXPECT_TRUE(error_of(nested(1'000'000)).is(kTooDeep));
  EXPECT_TRUE(error_of(std::string(1'000'000, '[')).is(kTooDeep));
  std::string objects;
  for (int i = 0; i < 200'000; ++i) objects += "{\"a\":";
  EXPECT_TRUE(error_of(objects).is(kTooDeep));
  EXPECT_EQ(error_of(nested(kDepthCap), {.max_bytes = 1000, .max_depth = 100'000}).name(), "NONE");
  EXPECT_TRUE(error_of(nested(kDepthCap + 1), {.max_bytes = 1000, .max_depth = 100'000}).is(kTooDeep));
}

// The reader of many kinds looks at one field before it chooses the type.
TEST(JsonDocument, ShowsOneFieldBeforeTheTypeIsKnown) {
  EXPECT_EQ(peek_string_field(R"({"a":{"kind":"no"},"b":["kind"],"kind":"sh\u0069p","c":1})", "kind").value(),
            "ship");
  EXPECT_EQ(peek_string_field(R"({"kind":"x"  broken)", "kind").value(), "x");
  auto const error = [](std::string_view text) { return peek_string_field(text, "kind").error(); };
  EXPECT_TRUE(error(R"({"a":1})").is(kMissingField));
  EXPECT_EQ(error(R"({"a":1})").where(), "/kind");
  EXPECT_TRUE(error(R"({"kind":7})").is(kWrongType));
  EXPECT_EQ(error(R"({"kind":7})").where(), "/kind");
  EXPECT_TRUE(error(R"([])").is(kWrongType));
  EXPECT_TRUE(error(R"({"a":1,})").is(kMalformed));
  EXPECT_TRUE(error(R"({"kind":7,})").is(kMalformed));
  EXPECT_TRUE(error("").is(kMalformed));
}

// A body is read where the network left it: nothing behind its last byte is touched.
TEST(JsonDocument, ReadsNothingBehindTheText) {
  auto const page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
  auto* const memory =
      static_cast<char*>(mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  ASSERT_NE(static_cast<void*>(memory), MAP_FAILED);
  ASSERT_EQ(mprotect(memory + page, page, PROT_NONE), 0);
  for (std::size_t size = 1; size < 300; ++size) {
    std::string text = "[\"" + std::string(size, 'a') + "\"]";
    char* const place = memory + page - text.size();
    std::memcpy(place, text.data(), text.size());
    EXPECT_EQ(error_of({place, text.size()}).name(), "NONE");
    place[text.size() - 1] = 'x';
    EXPECT_EQ(error_of({place, text.size()}).name(), "JSON_MALFORMED");
    place[text.size() - 2] = '\\';
    EXPECT_EQ(error_of({place, text.size()}).name(), "JSON_MALFORMED");
    place[text.size() - 1] = '\xe2';
    EXPECT_EQ(error_of({place, text.size()}).name(), "JSON_NOT_UTF8");
  }
  munmap(memory, 2 * page);
}

// Every error that a client may see has a row of texts.
TEST(Errors, AllHaveTexts) {
  std::ifstream file(source_path("spec/errors/shape.toml"));
  std::stringstream rows;
  rows << file.rdbuf();
  std::uint16_t last = 1099;
  for (ErrorKind const* kind : kAllErrors) {
    EXPECT_NE(rows.str().find("[" + std::string(kind->name) + "]"), std::string::npos) << kind->name;
    EXPECT_EQ(kind->number, ++last);
  }
}

}  // namespace
}  // namespace tamga::shape
