// SPDX-License-Identifier: Apache-2.0
#include "cabinet/cabinet.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "cabinet/errors.hpp"

namespace tamga::cabinet {
namespace {

namespace fs = std::filesystem;

class CabinetTest : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("tamga_cabinet_" + std::to_string(::getpid()));
    fs::create_directories(folder_ / "assets");
    write("index.html", "<!doctype html>page");
    write("assets/app-1234.js", "script");
    write("assets/app-1234.js.br", "brotli");
    write("assets/app-1234.js.gz", "gzip");
    write("orphan.css.br", "of nothing");
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write(std::string const& name, std::string const& text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::optional<http::Response> get(std::string_view target, http::Request::Pairs const& headers = {}) const {
    auto const cabinet = Cabinet::open(folder_);
    EXPECT_TRUE(cabinet) << describe(cabinet.error());
    return cabinet->answer(http::Request::make(http::Method::Get, target, headers));
  }
  static std::string header(http::Response const& response, std::string_view name) {
    for (http::Header const& one : response.headers)
      if (one.name == name) return one.value;
    return {};
  }

  fs::path folder_;
};

// Addresses of the page are its own: a reload of any of them gives the page.
TEST_F(CabinetTest, EveryAddressThatNamesNoFileIsThePage) {
  for (char const* target : {"/", "/codes", "/documents/123?tab=codes", "/index.html"}) {
    auto const page = get(target);
    ASSERT_TRUE(page) << target;
    EXPECT_EQ(page->body, "<!doctype html>page");
    EXPECT_EQ(page->content_type, "text/html; charset=utf-8");
    EXPECT_EQ(header(*page, "Cache-Control"), "no-cache");
  }
}

// A typing error in a call, or a file of an older build, is never answered with a page.
TEST_F(CabinetTest, TheInterfaceAndMissingFilesAreNotPages) {
  for (char const* target : {"/api/v1/nothing", "/problems/NOTHING", "/assets/app-0000.js", "/assets/x",
                             "/favicon.ico", "/orphan.css"})
    EXPECT_FALSE(get(target)) << target;
}

// Nothing outside of the folder can be named, however it is spelt.
TEST_F(CabinetTest, NoPathLeavesTheFolder) {
  fs::create_symlink("/etc/hostname", folder_ / "link.txt");
  for (char const* target : {"/../../etc/passwd.txt", "/assets/../../secret.txt", "/%2e%2e/%2e%2e/etc/a.txt",
                             "//etc/hostname.txt", "/link.txt"})
    EXPECT_FALSE(get(target)) << target;
}

// A QR code on goods leads to the check, whatever characters its serial has.
TEST_F(CabinetTest, DigitalLinksArePages) {
  for (char const* target : {"/01/04600000000012/21/A.B", "/00/046000000000000017", "/01/04600000000012/21/x.js"})
    EXPECT_TRUE(get(target)) << target;
}

TEST_F(CabinetTest, TheBestCodingTheClientTakesIsSent) {
  auto const brotli = get("/assets/app-1234.js", {{"Accept-Encoding", "gzip, br"}});
  EXPECT_EQ(brotli->body, "brotli");
  EXPECT_EQ(header(*brotli, "Content-Encoding"), "br");
  EXPECT_EQ(get("/assets/app-1234.js", {{"Accept-Encoding", "gzip"}})->body, "gzip");
  auto const plain = get("/assets/app-1234.js");
  EXPECT_EQ(plain->body, "script");
  EXPECT_EQ(header(*plain, "Content-Encoding"), "");
  EXPECT_EQ(header(*plain, "Cache-Control"), "public, max-age=31536000, immutable");
}

TEST_F(CabinetTest, WhatTheClientHasIsNotSentAgain) {
  std::string const etag = header(*get("/assets/app-1234.js"), "ETag");
  auto const again = get("/assets/app-1234.js", {{"If-None-Match", etag}});
  EXPECT_EQ(again->status, 304);
  EXPECT_EQ(again->body, "");
  write("assets/app-1234.js", "another");
  EXPECT_EQ(get("/assets/app-1234.js", {{"If-None-Match", etag}})->status, 200);
}

TEST_F(CabinetTest, APageMayCallThisServerAndSignatureAgentsOnly) {
  std::string const policy = header(*get("/"), "Content-Security-Policy");
  EXPECT_NE(policy.find("default-src 'none'"), std::string::npos);
  EXPECT_NE(policy.find("frame-ancestors 'none'"), std::string::npos);
  EXPECT_NE(policy.find("connect-src 'self' ws://127.0.0.1:64646 wss://127.0.0.1:64443"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe-inline"), std::string::npos);
  EXPECT_EQ(policy.find("'unsafe-eval'"), std::string::npos);
}

TEST_F(CabinetTest, AFolderWithoutAPageIsRefused) {
  fs::remove(folder_ / "index.html");
  auto const opened = Cabinet::open(folder_);
  ASSERT_FALSE(opened);
  EXPECT_TRUE(opened.error().is(kCabinetMissing));
  EXPECT_FALSE(Cabinet::open(folder_ / "nowhere"));
}

}  // namespace
}  // namespace tamga::cabinet
