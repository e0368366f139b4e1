// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "shape/document.hpp"
#include "shape/errors.hpp"

namespace tamga::shape {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kValid[] = {
    "null",
    "true",
    "false",
    "0",
    "-0",
    "1",
    "-1",
    "123",
    "\"\"",
    "\"a\"",
    "[]",
    "{}",
    " [ ] ",
    "\t\r\n{ }\n",
    "[null]",
    "[true,false]",
    "[1,2 , 3]",
    "[[]]",
    "[[],[[]]]",
    "{\"a\":1}",
    "{ \"a\" : 1 , \"b\" : [ ] }",
    "{\"\":0}",
    "{\"a\":{\"b\":{\"c\":[{}]}}}",
    "{\"a\":1,\"a\":2}",
    "[{},[],\"\",0,true,null]",
    // numbers
    "0.5",
    "-0.5",
    "10.01",
    "1e5",
    "1E5",
    "1e+5",
    "1e-5",
    "1.5e10",
    "-1.5E-10",
    "0e1",
    "0E+1",
    "1e400",
    "-1e400",
    "1e-400",
    "123456789012345678901234567890",
    "9223372036854775807",
    "-9223372036854775808",
    "0.00000000000000000000000001",
    // strings
    R"("\"\\\/\b\f\n\r\t")",
    R"("\u0041")",
    R"("\u00e9")",
    R"("\uD834\uDD1E")",
    R"("\ud83d\ude00")",
    R"("\u0000")",
    R"("\u001d")",
    R"("\uFFFF")",
    R"("\ufdd0")",
    R"("\\u0041")",
    R"("a/b")",
    "\"\x7f\"",
    "\"\xc3\xa9\"",
    "\"\xe2\x82\xac\"",
    "\"\xf0\x9f\x98\x80\"",
    "\"\xe2\x80\xa8\"",
    "\"\xf4\x8f\xbf\xbf\"",
    "\"\xef\xbf\xbf\"",
    R"("\\")",
    R"("\\\\\"")",
    R"({"\u0061":1})",
    R"(["a","b",""])",
    R"("[{]},:")",
    "\"// no comment\"",
    "[\"\\\\\",\"\\\"\"]",
};

constexpr std::string_view kInvalid[] = {
    ""sv,
    " "sv,
    "\n"sv,
    "\0"sv,
    "nul",
    "nulll",
    "True",
    "TRUE",
    "tru",
    "truefalse",
    "NaN",
    "Infinity",
    "-Infinity",
    "undefined",
    // structure
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "[1",
    "[1,",
    "[1,]",
    "[,1]",
    "[,]",
    "[1,,2]",
    "[1 2]",
    "[1}",
    "{]",
    "[[]",
    "[]]",
    "{}}",
    "[1]x",
    "[1],",
    "1 2",
    "\"a\"\"b\"",
    "{} {}",
    "null,",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{,\"a\":1}",
    "{\"a\" 1}",
    "{\"a\":1 \"b\":2}",
    "{\"a\":1:2}",
    "{\"a\",1}",
    "{a:1}",
    "{1:1}",
    "{'a':1}",
    "{null:1}",
    "{\"a\":1,,\"b\":2}",
    "{[]:1}",
    "[\"a\":1]",
    "{\"a\":[}",
    "[{\"a\":1]",
    "[1]]",
    "{\"a\"::1}",
    "[-]",
    "[\"a\",\n4\n,1,",
    "(1)",
    "<null>",
    "[1/*x*/]",
    "[1]//x",
    "#",
    "$",
    "[\x0c]",
    "[\x0b"
    "1]",
    "1\x0c",
    "[\xc2\xa0]",
    "\xef\xbb\xbf{}",
    "[1]\0"sv,
    "[\0]"sv,
    "{\"a\":1}\x1a",
    "\x1a",
    "[1\x0c"
    "2]",
    // numbers
    "-",
    "+1",
    "01",
    "-01",
    "00",
    "1.",
    ".5",
    "-.5",
    "1.e5",
    "1e",
    "1e+",
    "1E-",
    "0x1",
    "1_000",
    "1a",
    "1.5.5",
    "--1",
    "1e5.5",
    "- 1",
    "1,000",
    "0e",
    "2.",
    "\xef\xbc\x91",
    "1\"a\"",
    "true1",
    "1true",
    "0b1",
    "1e1e1",
    // strings
    "\"",
    "\"a",
    "\"a\\",
    "\"a\\\"",
    "'a'",
    "a",
    R"("\x41")",
    R"("\a")",
    R"("\u")",
    R"("\u00")",
    R"("\u004")",
    R"("\u00G0")",
    R"("\U0041")",
    R"("\uD800")",
    R"("\uDC00")",
    R"("\uD800\uD800")",
    R"("\uD800x")",
    R"("\uD800\n")",
    R"("\uDC00\uD800")",
    R"("\uD800\u0041")",
    R"("\ ")",
    "\"\\\n\"",
    "\"a\nb\"",
    "\"\t\"",
    "\"\0\"",
    "\"\x01\"",
    "\"\x1f\"",
    R"(["a\"])",
    R"("\u 041")",
    R"("\u-041")",
    R"("\)",
    "[\"a]",
    "\\u0041",
    "\\\"a\"",
    "[\\\"a\"]",
    "\"a\"b\"",
    "{\"a",
    "{\"a\":\"b",
    "\"\\u{41}\"",
    // not UTF-8
    "\"\x80\"",
    "\"\xff\"",
    "\"\xc0\xaf\"",
    "\"\xc1\xbf\"",
    "\"\xc3\"",
    "\"\xe2\x82\"",
    "\"\xe0\x80\xaf\"",
    "\"\xed\xa0\x80\"",
    "\"\xed\xbf\xbf\"",
    "\"\xf0\x80\x80\x80\"",
    "\"\xf4\x90\x80\x80\"",
    "\"\xf5\x80\x80\x80\"",
    "\"\xfe\"",
    "\xff",
    "[\xe9]",
    "\"\xe9\"",
};

std::string outcome(std::string_view text) {
  auto const document = JsonDocument::open(text);
  if (!document) return describe(document.error());
  auto const checked = document->check();
  return checked ? "valid" : describe(checked.error());
}

// What RFC 8259 allows is read.
TEST(Conformance, ValidTextsAreAccepted) {
  for (std::string_view const text : kValid) EXPECT_EQ(outcome(text), "valid") << text;
}

// What RFC 8259 forbids is refused, and so are texts that have no UTF-8 (half surrogates) and a byte order
// mark.
TEST(Conformance, InvalidTextsAreRefused) {
  for (std::string_view const text : kInvalid) {
    auto const document = JsonDocument::open(text);
    bool const refused = !document || !document->check();
    EXPECT_TRUE(refused) << text;
  }
}

// Whatever stands around a wrong text, it stays wrong: no state leaks from neighbouring tokens or blocks of
// 64 bytes.
TEST(Conformance, InvalidTextsStayInvalidInsideOthers) {
  for (std::string_view const text : kInvalid) {
    if (text.empty() || text == " " || text == "\n" || text == "1 2" || text == "1,000" || text == "null,")
      continue;
    for (std::size_t const pad : {0U, 50U, 60U, 61U, 62U, 63U, 64U}) {
      std::string const around = "{\"k\":" + std::string(pad, ' ') + "[" + std::string(text) + "]}";
      if (text == "[,]" || text == ",") continue;
      EXPECT_NE(outcome(around), "valid") << around;
    }
  }
}

TEST(Conformance, ValidTextsStayValidInsideOthers) {
  for (std::string_view const text : kValid)
    for (std::size_t const pad : {0U, 58U, 59U, 60U, 61U, 62U, 63U, 64U, 65U}) {
      std::string const around = "[" + std::string(pad, ' ') + "\"\\\\\"," + std::string(text) +
                                 ",{\"k\":" + std::string(text) + "}]";
      EXPECT_EQ(outcome(around), "valid") << around;
    }
}

// A valid text cut short is never valid, unless it is a number or the rest is white space.
TEST(Conformance, CutTextsAreRefused) {
  std::string const whole = R"({"a":[1,-2.5e3,"x\u00e9\n",{"b":null,"c":[true,false]}],"d":{}})";
  ASSERT_EQ(outcome(whole), "valid");
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_NE(outcome(whole.substr(0, size)), "valid") << size;
}

}  // namespace
}  // namespace tamga::shape
