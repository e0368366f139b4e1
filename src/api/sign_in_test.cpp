// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;

class SignInTest : public testing::RunningSystem {};

// Who signs the challenge with a registered certificate is that participant until the session ends.
TEST_P(SignInTest, ASignedChallengeOpensASession) {
  Person maker = person("OOO \"Suv\"", "301234567");
  auto const opened = maker.sign_in();
  ASSERT_EQ(opened.status, 201) << opened.json;
  EXPECT_EQ(opened.json.at("participant").at("tax_id"), "301234567");
  auto const me = maker.get("/api/v1/me");
  ASSERT_EQ(me.status, 200) << me.json;
  EXPECT_EQ(me.json.at("person"), "Karimov Anvar");
  EXPECT_EQ(me.json.at("participant").at("name"), "OOO \"Suv\"");

  EXPECT_EQ(maker.send(http::Method::Delete, "/api/v1/session").status, 204);
  auto const after = maker.get("/api/v1/me");
  EXPECT_EQ(after.status, 401);
  EXPECT_EQ(after.json.at("code"), "SESSION_EXPIRED");
}

TEST_P(SignInTest, OnlyTheChallengeSignedByAKnownCertificateCounts) {
  Person maker = person("OOO \"Suv\"", "301234567");
  std::string const challenge =
      maker.send(http::Method::Post, "/api/v1/sign-in/challenge").json.at("challenge");

  auto const other =
      maker.post("/api/v1/sign-in", {{"challenge", challenge}, {"signature", maker.signed_text("other")}});
  EXPECT_EQ(other.status, 400);
  EXPECT_EQ(other.json.at("code"), "OTHER_TEXT_SIGNED");
  EXPECT_EQ(other.json.at("pointer"), "/signature");

  auto const garbage = maker.post("/api/v1/sign-in", {{"challenge", challenge}, {"signature", "!"}});
  EXPECT_EQ(garbage.json.at("code"), "BASE64_MALFORMED") << garbage.json;

  Person nobody = stranger();
  auto const unknown = nobody.post("/api/v1/sign-in",
                                   {{"challenge", challenge}, {"signature", nobody.signed_text(challenge)}});
  EXPECT_EQ(unknown.status, 403);
  EXPECT_EQ(unknown.json.at("code"), "SIGNER_UNKNOWN");

  std::string const made_up = "tamga sign-in marking.example AAAA";
  auto const foreign =
      maker.post("/api/v1/sign-in", {{"challenge", made_up}, {"signature", maker.signed_text(made_up)}});
  EXPECT_EQ(foreign.json.at("code"), "CHALLENGE_UNKNOWN");

  Json const good{{"challenge", challenge}, {"signature", maker.signed_text(challenge)}};
  EXPECT_EQ(maker.post("/api/v1/sign-in", good).status, 201);
  auto const again = maker.post("/api/v1/sign-in", good);
  EXPECT_EQ(again.status, 403);
  EXPECT_EQ(again.json.at("code"), "CHALLENGE_USED");
}

// What is wrong is told in the reader's language, all at once, with the place and without our insides.
TEST_P(SignInTest, ProblemsAreToldInTheReadersLanguage) {
  Person maker = person("OOO \"Suv\"", "301234567");
  maker.language = "ru";
  auto const refused = maker.get("/api/v1/me");
  EXPECT_EQ(refused.status, 401);
  EXPECT_EQ(refused.raw.header("Content-Type"), "application/problem+json");
  EXPECT_EQ(refused.raw.header("Content-Language"), "ru");
  EXPECT_EQ(refused.raw.header("WWW-Authenticate"), "Bearer");
  EXPECT_EQ(refused.json.at("type"), "/problems/SIGN_IN_NEEDED");
  EXPECT_EQ(refused.json.at("number"), 8001);
  EXPECT_EQ(refused.json.at("instance"), std::string(refused.raw.header("X-Request-Id").value()));
  std::string const russian = refused.json.at("title");
  maker.language = "en";
  EXPECT_NE(maker.get("/api/v1/me").json.at("title"), russian);

  auto const body = maker.post("/api/v1/sign-in", {{"challenge", 5}, {"sign", "x"}});
  EXPECT_EQ(body.status, 400);
  std::set<std::string> told;
  for (auto const& error : body.json.at("errors"))
    told.insert(error.at("code").get<std::string>() + " " + error.at("pointer").get<std::string>());
  EXPECT_EQ(told, (std::set<std::string>{"JSON_WRONG_TYPE /challenge", "JSON_UNKNOWN_FIELD /sign",
                                         "JSON_MISSING_FIELD /signature"}));

  EXPECT_EQ(maker.get("/api/v1/nowhere").json.at("code"), "HTTP_NOT_FOUND");
  EXPECT_EQ(maker.get("/problems/SIGN_IN_NEEDED").json.at("code"), "SIGN_IN_NEEDED");
  EXPECT_EQ(maker.get("/problems/NONE").status, 404);
}

TEST_P(SignInTest, ABadTokenIsRefusedEvenWhereNoneIsNeeded) {
  Person maker = person("OOO \"Suv\"", "301234567");
  maker.token = std::string(43, 'A');
  EXPECT_EQ(maker.get("/api/v1/keys").json.at("code"), "SESSION_UNKNOWN");
  maker.token.clear();
  auto const odd = maker.send(http::Method::Get, "/api/v1/me", {{"Authorization", "Basic eA=="}});
  EXPECT_EQ(odd.json.at("code"), "AUTHORIZATION_MALFORMED");
}

// Who asks too often waits; others do not.
TEST_P(SignInTest, AnAddressHasALimit) {
  settings_.per_address = {.per_second = 0.001, .burst = 5};
  restart();
  Person maker = person("OOO \"Suv\"", "301234567");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(maker.get("/health").status, 200);
  auto const refused = maker.get("/health");
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(refused.json.at("code"), "RATE_LIMITED");
  EXPECT_EQ(refused.raw.header("Retry-After"), refused.json.at("arguments").at("seconds").get<std::string>());
}

INSTANTIATE_TEST_SUITE_P(Engines, SignInTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
