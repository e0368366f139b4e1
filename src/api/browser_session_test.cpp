// SPDX-License-Identifier: Apache-2.0
#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;
using testing::Reply;
using Headers = http::Client::Headers;

/// The cabinet's page as the server sees it: it has a cookie and no token.
class BrowserSessionTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    testing::RunningSystem::SetUp();
    maker_.emplace(person("OOO \"Suv\"", "301234567"));
  }

  Reply sign_in(Headers headers) {
    std::string const text =
        maker_->send(http::Method::Post, "/api/v1/sign-in/challenge").json.at("challenge");
    return maker_->send(
        http::Method::Post, "/api/v1/sign-in", std::move(headers),
        Json{{"challenge", text}, {"signature", maker_->signed_text(text)}, {"cookie", true}}.dump());
  }
  /// Of a page that is signed in.
  std::string cookie() {
    auto const opened = sign_in({{"X-Cabinet", "1"}, {"Sec-Fetch-Site", "same-origin"}});
    EXPECT_EQ(opened.status, 201) << opened.json;
    std::string const set(opened.raw.header("Set-Cookie").value_or(""));
    return set.substr(0, set.find(';'));
  }
  std::string code_of(http::Method method, std::string const& target, Headers headers) {
    auto const reply = maker_->send(method, target, std::move(headers));
    return reply.json.is_object() ? reply.json.value("code", "") : "";
  }

  std::optional<Person> maker_;
};

// The token is in a cookie that no script reads and no other site makes the browser send; the answer has
// none.
TEST_P(BrowserSessionTest, TheTokenIsKeptFromScripts) {
  auto const opened = sign_in({{"X-Cabinet", "1"}});
  ASSERT_EQ(opened.status, 201) << opened.json;
  EXPECT_FALSE(opened.json.contains("token"));
  std::string const set(opened.raw.header("Set-Cookie").value_or(""));
  EXPECT_TRUE(set.starts_with("__Host-tamga-uz=")) << set;
  EXPECT_TRUE(set.ends_with("; Path=/; HttpOnly; SameSite=Strict; Secure")) << set;
}

TEST_P(BrowserSessionTest, WithTheCookieThePageIsWhoSignedIn) {
  std::string const mine = cookie();
  auto const me = maker_->send(http::Method::Get, "/api/v1/me",
                               {{"Cookie", "theme=dark; " + mine}, {"Sec-Fetch-Site", "same-origin"}});
  ASSERT_EQ(me.status, 200) << me.json;
  EXPECT_EQ(me.json.at("participant").at("tax_id"), "301234567");
  // Of another system on the same host.
  EXPECT_EQ(code_of(http::Method::Get, "/api/v1/me", {{"Cookie", "x" + mine}}), "SIGN_IN_NEEDED");
}

// Another site can make a browser send a form or follow a link, and even another port of this host.
TEST_P(BrowserSessionTest, OtherSitesDoNothingWithTheCookie) {
  std::string const mine = cookie();
  for (Headers const& headers :
       std::vector<Headers>{{{"Cookie", mine}},
                            {{"Cookie", mine}, {"Sec-Fetch-Site", "cross-site"}, {"X-Cabinet", "1"}},
                            {{"Cookie", mine}, {"Sec-Fetch-Site", "same-site"}, {"X-Cabinet", "1"}},
                            {{"Cookie", mine}, {"Origin", "https://elsewhere.example"}, {"X-Cabinet", "1"}},
                            {{"Cookie", mine}, {"Origin", "null"}, {"X-Cabinet", "1"}}})
    EXPECT_EQ(code_of(http::Method::Delete, "/api/v1/session", headers), "OTHER_SITE");
  EXPECT_EQ(code_of(http::Method::Get, "/api/v1/me", {{"Cookie", mine}, {"Sec-Fetch-Site", "cross-site"}}),
            "OTHER_SITE");
  EXPECT_EQ(code_of(http::Method::Get, "/api/v1/me", {{"Cookie", mine}}), "") << "the session goes on";
}

// Nobody is signed in as somebody else by a form of another site.
TEST_P(BrowserSessionTest, OnlyThePageItselfGetsACookie) {
  EXPECT_EQ(sign_in({}).json.value("code", ""), "OTHER_SITE");
  EXPECT_EQ(sign_in({{"X-Cabinet", "1"}, {"Sec-Fetch-Site", "cross-site"}}).json.value("code", ""),
            "OTHER_SITE");
}

TEST_P(BrowserSessionTest, SigningOutEndsTheSessionAndTakesTheCookie) {
  std::string const mine = cookie();
  auto const out =
      maker_->send(http::Method::Delete, "/api/v1/session", {{"Cookie", mine}, {"X-Cabinet", "1"}});
  EXPECT_EQ(out.status, 204);
  EXPECT_TRUE(out.raw.header("Set-Cookie").value_or("").starts_with("__Host-tamga-uz=; "));
  EXPECT_EQ(code_of(http::Method::Get, "/api/v1/me", {{"Cookie", mine}}), "SESSION_EXPIRED");
}

// Browsers send their cookie unasked, also to the page on which one signs in again.
TEST_P(BrowserSessionTest, ACookieThatIsNoGoodIsNobodysWhereAnybodyMayCall) {
  Headers const old{{"Cookie", "__Host-tamga-uz=" + std::string(43, 'A')}, {"X-Cabinet", "1"}};
  EXPECT_EQ(code_of(http::Method::Get, "/api/v1/me", old), "SESSION_UNKNOWN");
  EXPECT_EQ(code_of(http::Method::Get, "/api/v1/groups", old), "");
  EXPECT_EQ(sign_in(old).status, 201);
}

// Programs say who they are; a cookie beside it changes nothing.
TEST_P(BrowserSessionTest, ATokenCountsBeforeTheCookie) {
  std::string const mine = cookie();
  EXPECT_EQ(code_of(http::Method::Get, "/api/v1/me",
                    {{"Cookie", mine}, {"Authorization", "Bearer " + std::string(43, 'A')}}),
            "SESSION_UNKNOWN");
}

// Where the cabinet is reached without HTTPS, as on a developer's machine.
TEST_P(BrowserSessionTest, WithoutHttpsTheCookieDoesNotAskForIt) {
  services().settings.secure_cookies = false;
  auto const opened = sign_in({{"X-Cabinet", "1"}});
  std::string const set(opened.raw.header("Set-Cookie").value_or(""));
  EXPECT_TRUE(set.starts_with("tamga-uz=")) << set;
  EXPECT_TRUE(set.ends_with("; Path=/; HttpOnly; SameSite=Strict")) << set;
}

INSTANTIATE_TEST_SUITE_P(Engines, BrowserSessionTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
