// SPDX-License-Identifier: Apache-2.0
#include "registry/sessions.hpp"
#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;

class OpenSessionsTest : public testing::RunningSystem {
 protected:
  Json list(Person& who) {
    auto const answer = who.get("/api/v1/sessions");
    EXPECT_EQ(answer.status, 200) << answer.json;
    return answer.json.value("sessions", Json::array());
  }
  std::string code(Person& who, std::string token) {
    std::string const own = std::exchange(who.token, std::move(token));
    auto const answer = who.get("/api/v1/me");
    who.token = own;
    return answer.json.value("code", "");
  }
};

// Somebody sees who is signed in for the company, from where and with what.
TEST_P(OpenSessionsTest, AreListedWithWhereTheyCameFrom) {
  Person maker = person("OOO \"Suv\"", "301234567");
  Person shop = person("Market", "302222222");
  std::string const challenge =
      maker.send(http::Method::Post, "/api/v1/sign-in/challenge").json.at("challenge");
  Json const answer{{"challenge", challenge}, {"signature", maker.signed_text(challenge)}};
  auto const opened =
      maker.send(http::Method::Post, "/api/v1/sign-in", {{"User-Agent", "till/1.0"}}, answer.dump());
  ASSERT_EQ(opened.status, 201);
  std::string const first = opened.json.at("token");
  clock_.pass(90'000);
  ASSERT_EQ(maker.sign_in().status, 201);
  ASSERT_EQ(shop.sign_in().status, 201);
  auto const open = list(maker);
  ASSERT_EQ(open.size(), 2U);
  EXPECT_TRUE(open[0].at("current"));
  EXPECT_FALSE(open[1].at("current"));
  EXPECT_EQ(open[1].at("person"), "Karimov Anvar");
  EXPECT_EQ(open[1].at("address"), "127.0.0.1");
  EXPECT_EQ(open[1].at("agent"), "till/1.0");
  EXPECT_EQ(open[1].at("certificate"), crypto::hex(maker.identity().certificate().sha256()));
  EXPECT_EQ(open.dump().find(first), std::string::npos);
  EXPECT_EQ(list(shop).size(), 1U);
}

TEST_P(OpenSessionsTest, OneIsEndedAndItsTokenIsGoodForNothing) {
  Person maker = person("OOO \"Suv\"", "301234567");
  Person shop = person("Market", "302222222");
  ASSERT_EQ(maker.sign_in().status, 201);
  ASSERT_EQ(shop.sign_in().status, 201);
  std::string const lost = maker.token;
  std::string const name = list(maker)[0].at("session");
  clock_.pass(1);
  ASSERT_EQ(maker.sign_in().status, 201);

  auto const foreign =
      shop.send(http::Method::Delete, "/api/v1/sessions/" + name, {{"Idempotency-Key", "end 1"}});
  EXPECT_EQ(foreign.status, 404);
  EXPECT_EQ(foreign.json.at("code"), "SESSION_NOT_YOURS");
  auto const told = journal_of(2, 1).front();
  EXPECT_EQ(told.action + " " + told.result + " " + told.error, "session.end refused SESSION_NOT_YOURS");
  EXPECT_EQ(code(maker, lost), "");

  EXPECT_EQ(
      maker.send(http::Method::Delete, "/api/v1/sessions/" + name, {{"Idempotency-Key", "end 2"}}).status,
      204);
  auto const done = journal_of(1, 1).front();
  EXPECT_EQ(done.action + " " + done.result + " " + done.object, "session.end accepted " + name);
  EXPECT_EQ(code(maker, lost), "SESSION_EXPIRED");
  EXPECT_EQ(code(maker, maker.token), "");
  EXPECT_EQ(list(maker).size(), 1U);
  EXPECT_EQ(maker.send(http::Method::Delete, "/api/v1/sessions/" + name, {{"Idempotency-Key", "end 3"}})
                .json.at("code"),
            "SESSION_NOT_YOURS");
}

TEST_P(OpenSessionsTest, AllOthersAreEnded) {
  Person maker = person("OOO \"Suv\"", "301234567");
  Person shop = person("Market", "302222222");
  ASSERT_EQ(shop.sign_in().status, 201);
  std::vector<std::string> tokens;
  for (int i = 0; i < 3; ++i) {
    ASSERT_EQ(maker.sign_in().status, 201);
    tokens.push_back(maker.token);
  }
  EXPECT_EQ(
      maker.send(http::Method::Delete, "/api/v1/sessions", {{"Idempotency-Key", "end 4"}}).json.at("ended"),
      2);
  EXPECT_EQ(code(maker, tokens[0]), "SESSION_EXPIRED");
  EXPECT_EQ(code(maker, tokens[1]), "SESSION_EXPIRED");
  EXPECT_EQ(code(maker, tokens[2]), "");
  EXPECT_EQ(code(shop, shop.token), "");
}

// The refused use of an ended session is in the journal: somebody may have stolen it.
TEST_P(OpenSessionsTest, ASessionThatIsNotUsedEnds) {
  Person maker = person("OOO \"Suv\"", "301234567");
  auto const opened = maker.sign_in();
  ASSERT_EQ(opened.status, 201);
  EXPECT_EQ(opened.json.at("idle_seconds"), 1800);
  for (int i = 0; i < 3; ++i) {
    clock_.pass(registry::Sessions::kIdleMs - 1);
    EXPECT_EQ(code(maker, maker.token), "") << i;
  }
  clock_.pass(registry::Sessions::kIdleMs);
  EXPECT_EQ(
      maker.send(http::Method::Delete, "/api/v1/sessions", {{"Idempotency-Key", "end 5"}}).json.at("code"),
      "SESSION_EXPIRED");
  auto const told = journal_of(1, 1).front();
  EXPECT_EQ(told.action + " " + told.result + " " + told.error, "session.end_others refused SESSION_EXPIRED");
}

// Whoever listens with an ended session hears nothing more.
TEST_P(OpenSessionsTest, StreamsEndWithTheirSession) {
  Person maker = person("OOO \"Suv\"", "301234567");
  ASSERT_EQ(maker.sign_in().status, 201);
  std::string const lost = maker.token;
  Person listener{port_, crypto::SigningIdentity(maker.identity()), clock_};
  ASSERT_TRUE(
      listener.client().open(http::Method::Get, "/api/v1/events", {{"Authorization", "Bearer " + lost}}));
  EXPECT_EQ(listener.client().read_event().value()->name, "listening");
  ASSERT_EQ(maker.sign_in().status, 201);
  events_->end_ended();
  events_->publish(registry::ParticipantNo(1), "before", "{}");
  EXPECT_EQ(listener.client().read_event().value()->name, "before");
  ASSERT_EQ(maker.send(http::Method::Delete, "/api/v1/sessions", {{"Idempotency-Key", "end 6"}}).status, 200);
  events_->publish(registry::ParticipantNo(1), "after", "{}");
  auto const end = listener.client().read_event();
  EXPECT_TRUE(!end || !*end) << "told after the end of the session";
}

INSTANTIATE_TEST_SUITE_P(Engines, OpenSessionsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
