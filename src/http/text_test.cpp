// SPDX-License-Identifier: Apache-2.0
#include "http/text.hpp"

#include <gtest/gtest.h>

#include "http/errors.hpp"
#include "http/request.hpp"
#include "http/response_writer.hpp"

namespace tamga::http {
namespace {

// Every byte of a marking code survives a URL: what is encoded decodes to the same.
TEST(Text, EncodedBytesDecodeToThemselves) {
  std::string all;
  for (int byte = 1; byte < 256; ++byte) all += static_cast<char>(byte);
  std::string decoded;
  ASSERT_TRUE(percent_decode(percent_encode(all), PlusSign::Space, decoded));
  EXPECT_EQ(decoded, all);
}

// A broken escape is refused, never passed on half decoded; NUL would end a string in C code behind us.
TEST(Text, BrokenEscapesAreRefused) {
  for (std::string_view const text : {"%", "a%4", "%zz", "%4g", "%00"}) {
    std::string out;
    EXPECT_FALSE(percent_decode(text, PlusSign::Literal, out)) << text;
  }
}

// A query is a form: '+' is a space, names repeat, the order is kept.
TEST(Query, IsDecodedAsForm) {
  auto const request = Request::make(Method::Get, "/codes?cis=0104%2B5&name=a+b&cis=2&flag&=x");
  auto const pairs = request.query_parameters();
  ASSERT_TRUE(pairs);
  Request::Pairs const expected{{"cis", "0104+5"}, {"name", "a b"}, {"cis", "2"}, {"flag", ""}, {"", "x"}};
  EXPECT_EQ(*pairs, expected);
  EXPECT_EQ(request.query_parameter("cis").value(), "0104+5");
  EXPECT_EQ(request.query_parameter("absent").value(), std::nullopt);
  EXPECT_EQ(request.path(), "/codes");
}

// A query that cannot be decoded is the client's mistake and says so.
TEST(Query, BrokenEscapeIsAnError) {
  auto const request = Request::make(Method::Get, "/codes?cis=%4");
  ASSERT_FALSE(request.query_parameters());
  EXPECT_TRUE(request.query_parameters().error().is(kQuery));
}

// A request may be handed to another thread: moving it loses nothing.
TEST(RequestMove, KeepsEverything) {
  auto request = Request::make(Method::Post, "/a?b", {{"X-Key", "v"}}, "body");
  request.add_parameter("p", "value");
  Request const moved = std::move(request);
  EXPECT_EQ(moved.path(), "/a");
  EXPECT_EQ(moved.query(), "b");
  EXPECT_EQ(moved.header("x-kEY"), "v");
  EXPECT_EQ(moved.parameter("p"), "value");
  EXPECT_EQ(moved.body(), "body");
}

// No value may add a header of its own, and the framing headers are the server's alone.
TEST(ResponseWriter, ValuesCannotBreakOut) {
  ResponseWriter const writer({{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}});
  auto const response = Response::text(200, "x")
                            .header("Location", "/a\r\nSet-Cookie: evil=1")
                            .header("Content-Length", "77")
                            .header("Bad Name", "y")
                            .header("cache-control", "public");
  std::string head;
  writer.append_head(head, response, {"", "id", Framing::Length, true});
  EXPECT_EQ(head.find("\r\nSet-Cookie"), std::string::npos);
  EXPECT_EQ(head.find("77"), std::string::npos);
  EXPECT_EQ(head.find("Bad Name"), std::string::npos);
  EXPECT_EQ(head.find("no-store"), std::string::npos) << "the response's own value replaces the server's";
  EXPECT_NE(head.find("nosniff"), std::string::npos);
}

// The date has one fixed form (RFC 9110, 5.6.7).
TEST(ResponseWriter, Date) { EXPECT_EQ(date_line(784111777), "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"); }

}  // namespace
}  // namespace tamga::http
