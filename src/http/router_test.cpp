// SPDX-License-Identifier: Apache-2.0
#include "http/router.hpp"

#include <gtest/gtest.h>

#include "http/errors.hpp"

namespace tamga::http {
namespace {

Route route(Method method, std::string pattern) {
  return {method, std::move(pattern), {}, [](Request&) { return Response::no_content(); }};
}

Router table() {
  std::vector<Route> routes;
  routes.push_back(route(Method::Get, "/"));
  routes.push_back(route(Method::Get, "/api/v1/codes/{cis}"));
  routes.push_back(route(Method::Post, "/api/v1/codes/check"));
  routes.push_back(route(Method::Get, "/api/v1/codes/check/{what}"));
  routes.push_back(route(Method::Get, "/api/v1/codes/{cis}/history"));
  routes.push_back(route(Method::Delete, "/api/v1/codes/{cis}"));
  routes.push_back(route(Method::Get, "/01/{gtin}/21/{serial}"));
  routes.push_back(route(Method::Get, "/files/{path*}"));
  return *Router::build(std::move(routes));
}

std::string matched(Router const& router, Request& request) {
  auto const found = router.find(request);
  return found ? (*found)->pattern : std::string(found.error().name());
}

// A path finds its pattern, literals before captures, captures before the rest, stepping back when a literal
// ends.
TEST(Router, FindsThePattern) {
  auto const router = table();
  std::pair<std::string_view, std::string_view> const cases[] = {
      {"/", "/"},
      {"/api/v1/codes/abc", "/api/v1/codes/{cis}"},
      {"/api/v1/codes/check/x", "/api/v1/codes/check/{what}"},
      {"/api/v1/codes/check/history", "/api/v1/codes/check/{what}"},
      {"/api/v1/codes/other/history", "/api/v1/codes/{cis}/history"},
      {"/api/v1/c%6Fdes/x", "/api/v1/codes/{cis}"},
      {"/files/a/b/c", "/files/{path*}"},
      {"/api/v1/codes/", "HTTP_NOT_FOUND"},
      {"/api/v1//codes/x", "HTTP_NOT_FOUND"},
      {"/api/v1/codes", "HTTP_NOT_FOUND"},
      {"/files/", "HTTP_NOT_FOUND"},
      {"/files", "HTTP_NOT_FOUND"},
      {"/API/v1/codes/x", "HTTP_NOT_FOUND"},
  };
  for (auto const& [path, pattern] : cases) {
    auto request = Request::make(Method::Get, path);
    EXPECT_EQ(matched(router, request), pattern) << path;
  }
}

// A code in a path may hold any character: it arrives decoded, and an encoded slash does not split it.
TEST(Router, CapturesDecoded) {
  auto const router = table();
  auto request = Request::make(Method::Get, "/01/04600439931256/21/a%2Fb%22%2Bc%25?x=1");
  ASSERT_EQ(matched(router, request), "/01/{gtin}/21/{serial}");
  EXPECT_EQ(request.parameter("gtin"), "04600439931256");
  EXPECT_EQ(request.parameter("serial"), "a/b\"+c%");
  EXPECT_EQ(request.parameter("other"), "");
  auto files = Request::make(Method::Get, "/files/a/b%20c/d");
  ASSERT_EQ(matched(router, files), "/files/{path*}");
  EXPECT_EQ(files.parameter("path"), "a/b c/d");
}

// Dot segments mean different paths to different programs: refused, encoded or not.
TEST(Router, DotSegmentsAreMalformed) {
  auto const router = table();
  for (std::string_view const path :
       {"/files/../x", "/files/%2e%2E/x", "/files/.", "/files/%zz", "/files/%00"}) {
    auto request = Request::make(Method::Get, path);
    EXPECT_EQ(matched(router, request), "HTTP_MALFORMED") << path;
  }
}

// A known path with another method says which methods it has; GET brings HEAD with it.
TEST(Router, OtherMethodGivesAllow) {
  auto const router = table();
  auto request = Request::make(Method::Put, "/api/v1/codes/abc");
  auto const found = router.find(request);
  ASSERT_FALSE(found);
  EXPECT_TRUE(found.error().is(kMethodNotAllowed));
  EXPECT_EQ(found.error().arguments().at(0).second, "GET, HEAD, DELETE");
  auto head = Request::make(Method::Head, "/api/v1/codes/abc");
  EXPECT_EQ(matched(router, head), "/api/v1/codes/{cis}");
}

// A path deeper than any pattern is not found and costs nothing.
TEST(Router, DeepPathIsNotFound) {
  auto const router = table();
  std::string path;
  for (int i = 0; i < 1000; ++i) path += "/a";
  auto request = Request::make(Method::Get, path);
  EXPECT_EQ(matched(router, request), "HTTP_NOT_FOUND");
}

// A wrong table stops the start, not the first request.
TEST(Router, WrongTablesAreRefused) {
  for (std::string const pattern : {"", "codes", "/a/{}", "/a/x{b}", "/a/{b*}/c", "/a/{b"}) {
    std::vector<Route> routes;
    routes.push_back(route(Method::Get, pattern));
    auto const built = Router::build(std::move(routes));
    ASSERT_FALSE(built) << pattern;
    EXPECT_TRUE(built.error().is(kRoute));
  }
  std::vector<Route> twice;
  twice.push_back(route(Method::Get, "/a/{b}"));
  twice.push_back(route(Method::Get, "/a/{c}"));
  EXPECT_FALSE(Router::build(std::move(twice)));
}

}  // namespace
}  // namespace tamga::http
