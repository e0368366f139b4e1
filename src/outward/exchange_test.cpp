// SPDX-License-Identifier: Apache-2.0
#include "outward/exchange.hpp"

#include <gtest/gtest.h>

#include "outward/errors.hpp"
#include "outward/testing/raw_service.hpp"

namespace tamga::outward {
namespace {

using testing::RawService;
using testing::reply;
using namespace std::chrono_literals;

Call call_of(RawService const& service, std::string_view path) {
  return {.url = service.url(path), .connect_timeout = 500ms, .timeout = 500ms, .most_bytes = 1000};
}

TEST(Exchange, GetsAndPostsWithHeaders) {
  RawService const service([](std::string const& request) { return reply(203, request); });
  Call call = call_of(service, "/book");
  call.headers = {"X-Key: secret"};
  auto const got = exchange(call);
  ASSERT_TRUE(got) << describe(got.error());
  EXPECT_EQ(got->status, 203);
  EXPECT_TRUE(got->body.starts_with("GET /book HTTP/1.1\r\n")) << got->body;
  EXPECT_NE(got->body.find("X-Key: secret\r\n"), std::string::npos);
  call.body = std::string("{\"a\"\0}", 6);
  auto const posted = exchange(call);
  EXPECT_TRUE(posted->body.starts_with("POST /book HTTP/1.1\r\n"));
  EXPECT_NE(posted->body.find("Content-Type: application/json\r\n"), std::string::npos);
  EXPECT_TRUE(posted->body.ends_with("\r\n\r\n" + call.body));
}

// What goes wrong on the way is one error: the caller waits and asks again.
TEST(Exchange, SlowBrokenAndAbsentServicesFail) {
  RawService const service([](std::string const& request) -> std::string {
    if (request.starts_with("GET /slow")) std::this_thread::sleep_for(1s);
    if (request.starts_with("GET /short")) return "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nfive";
    if (request.starts_with("GET /silent")) return {};
    return "no HTTP at all\r\n\r\n";
  });
  for (char const* path : {"/slow", "/short", "/silent", "/noise"}) {
    auto const got = exchange(call_of(service, path));
    ASSERT_FALSE(got) << path;
    EXPECT_TRUE(got.error().is(kOutwardFailed)) << path << " " << describe(got.error());
  }
  EXPECT_TRUE(exchange({.url = "http://127.0.0.1:1/", .connect_timeout = 500ms}).error().is(kOutwardFailed));
}

TEST(Exchange, NoMoreIsReadThanMayCome) {
  RawService const service([](std::string const& request) {
    return reply(200, std::string(request.starts_with("GET /fits") ? 1000 : 1001, 'x'));
  });
  EXPECT_EQ(exchange(call_of(service, "/fits"))->body.size(), 1000U);
  EXPECT_TRUE(exchange(call_of(service, "/huge")).error().is(kOutwardTooLarge));
}

TEST(Exchange, RedirectionsAreAnswersAndOtherSchemesAreNot) {
  RawService const service([](auto const&) { return reply(302, "", "Location: /elsewhere\r\n"); });
  EXPECT_EQ(exchange(call_of(service, "/"))->status, 302);
  EXPECT_EQ(service.requests(), 1);
  for (char const* url :
       {"file:///etc/passwd", "ftp://127.0.0.1/", "http://user:word@127.0.0.1/", "", "http://"})
    EXPECT_TRUE(exchange({.url = url}).error().is(kOutwardAddress)) << url;
}

}  // namespace
}  // namespace tamga::outward
