// SPDX-License-Identifier: Apache-2.0
#include "business_register/online_register.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "business_register/errors.hpp"
#include "outward/testing/raw_service.hpp"

namespace tamga::business_register {
namespace {

using namespace std::chrono_literals;
using outward::testing::RawService;
using outward::testing::reply;

class HandClock final : public Clock {
 public:
  [[nodiscard]] UnixMs now() const override { return UnixMs(now_); }
  void pass(std::chrono::milliseconds time) { now_ += time.count(); }

 private:
  std::int64_t now_ = 1'772'000'000'000;
};

constexpr char const* kKnown = R"({"found":true,"entity":{
  "tax_id":"301234500","as_of":"2026-03-01","name":"Bir MChJ","legal_form":"MChJ","status":"active",
  "address":{"text":"Toshkent, 1","city":"Toshkent"},
  "director":{"name":"Rahimova Nilufar","person_id":"30101900000004"},
  "main_activity":"47.11","registered_on":"2020-02-29","vat_payer":true}})";
constexpr char const* kNone = R"({"found":false})";

class OnlineRegisterTest : public ::testing::Test {
 protected:
  OnlineRegister ask(std::string url, OnlineOptions options = {}) {
    options.url = std::move(url);
    options.headers = {"X-Api-Key: secret"};
    options.timeout = 400ms;
    options.patience = {.attempts = 2, .first_pause = 1ms, .longest_pause = 1ms};
    options.breaker = {.failures = 2, .pause = 30s};
    return OnlineRegister(std::move(options), clock, rng, [](auto) {});
  }
  HandClock clock;
  SystemRng rng;
};

// The number is posted, the key is a header, and the answer is the business.
TEST_F(OnlineRegisterTest, AsksTheAdapter) {
  RawService const service([](std::string const& request) {
    bool const posted = request.starts_with("POST /register/v1 HTTP/1.1\r\n");
    bool const keyed = request.find("X-Api-Key: secret\r\n") != std::string::npos;
    bool const known = request.ends_with("\r\n\r\n{\"tax_id\":\"301234500\"}");
    return reply(posted && keyed ? 200 : 403, known ? kKnown : kNone);
  });
  OnlineRegister book = ask(service.url("/register/v1"));
  auto const found = book.find("301234500");
  ASSERT_TRUE(found) << describe(found.error());
  ASSERT_TRUE(*found);
  EXPECT_EQ((*found)->name, "Bir MChJ");
  EXPECT_EQ((*found)->director->person_id, "30101900000004");
  EXPECT_EQ((*found)->address->city, "Toshkent");
  EXPECT_EQ((*found)->registered_on, Date::parse("2020-02-29"));
  EXPECT_EQ((*found)->vat_payer, true);
  EXPECT_EQ(book.find("301234513").value(), std::nullopt);
  EXPECT_EQ(service.requests(), 2);
}

// Answers are remembered, that there is none for a shorter time: new businesses appear.
TEST_F(OnlineRegisterTest, RemembersForATime) {
  RawService const service([](std::string const& request) {
    return reply(200, request.find("301234500") != std::string::npos ? kKnown : kNone);
  });
  OnlineRegister book = ask(service.url("/"), {.url = {}, .remember = 24h, .remember_none = 1h});
  for (int i = 0; i < 3; ++i) {
    EXPECT_TRUE(book.find("301234500").value());
    EXPECT_FALSE(book.find("301234513").value());
  }
  EXPECT_EQ(service.requests(), 2);
  clock.pass(1h);
  EXPECT_TRUE(book.find("301234500").value());
  EXPECT_FALSE(book.find("301234513").value());
  EXPECT_EQ(service.requests(), 3);
  clock.pass(23h);
  EXPECT_TRUE(book.find("301234500").value());
  EXPECT_EQ(service.requests(), 4);
}

TEST_F(OnlineRegisterTest, TheOldestAnswersGiveWay) {
  RecentAnswers recent(1h, 1h, 2, clock);
  recent.put("1", std::nullopt);
  recent.put("2", std::nullopt);
  recent.put("1", std::nullopt);
  EXPECT_TRUE(recent.find("1"));
  recent.put("3", std::nullopt);
  EXPECT_TRUE(recent.find("1"));
  EXPECT_FALSE(recent.find("2"));
  EXPECT_TRUE(recent.find("3"));
}

// Many ask at once; whoever comes after an answer is not kept waiting for the service.
TEST_F(OnlineRegisterTest, ManyAskAtOnce) {
  RawService const service([](auto const&) { return reply(200, kKnown); });
  OnlineRegister book = ask(service.url("/"));
  constexpr int kThreads = 8;
  constexpr int kQuestions = 50;
  std::atomic<int> known = 0;
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i < kThreads; ++i)
      threads.emplace_back([&] {
        for (int j = 0; j < kQuestions; ++j) {
          auto const answer = book.find("301234500");
          if (answer && *answer) ++known;
        }
      });
  }
  EXPECT_EQ(known, kThreads * kQuestions);
  EXPECT_LE(service.requests(), kThreads);
}

struct Bad {
  char const* what;
  std::string answer;
  int asked;  ///< repeated only when it may pass
};

// Whatever is wrong with the service, nothing is known of the business: never that there is none.
TEST_F(OnlineRegisterTest, EveryFailureIsTheSameOutcome) {
  std::string other = kKnown;
  other.replace(other.find("301234500"), 9, "301234513");
  Bad const bad[] = {
      {"slow", "slow", 2},
      {"silent", "", 2},
      {"cut off", "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"found\":", 2},
      {"no HTTP", "hello", 2},
      {"down", reply(503, kNone), 2},
      {"another path", reply(404, kNone), 1},
      {"forbidden", reply(403, kNone), 1},
      {"moved", reply(301, kNone, "Location: http://127.0.0.1:1/\r\n"), 1},
      {"huge", reply(200, std::string(70'000, ' ') + kNone), 1},
      {"no JSON", reply(200, "<html>Login</html>"), 1},
      {"another JSON", reply(200, "{}"), 1},
      {"another number", reply(200, other), 1},
      {"a word nobody knows",
       reply(
           200,
           R"({"found":true,"entity":{"tax_id":"301234500","as_of":"2026-03-01","name":"x","status":"dormant"}})"),
       1},
      {"found nothing", reply(200, R"({"found":true})"), 1},
      {"contradiction", reply(200, std::string(R"({"found":false,)") + std::string(kKnown).substr(14)), 1},
  };
  for (Bad const& one : bad) {
    RawService const service([&](auto const&) {
      if (one.answer == "slow") std::this_thread::sleep_for(600ms);
      return one.answer;
    });
    OnlineRegister book = ask(service.url("/"));
    auto const answer = book.find("301234500");
    ASSERT_FALSE(answer) << one.what;
    EXPECT_TRUE(answer.error().is(kRegisterUnreachable)) << one.what;
    EXPECT_EQ(answer.error().kind().error_class, ErrorClass::Retry);
    EXPECT_FALSE(answer.error().log_detail().empty()) << one.what;
    EXPECT_EQ(answer.error().log_detail().find("301234500"), std::string::npos) << one.what;
    EXPECT_EQ(service.requests(), one.asked) << one.what << " " << answer.error().log_detail();
  }
}

// A register that is down costs its callers no time; failures are not remembered as answers.
TEST_F(OnlineRegisterTest, IsNotAskedWhileItIsDown) {
  std::atomic<bool> down = true;
  RawService const service([&](auto const&) { return down ? std::string() : reply(200, kKnown); });
  OnlineRegister book = ask(service.url("/"));
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(book.find("301234500").error().is(kRegisterUnreachable));
  EXPECT_EQ(service.requests(), 4);
  EXPECT_EQ(book.state(), outward::CircuitBreaker::State::Open);
  down = false;
  EXPECT_FALSE(book.find("301234500"));
  clock.pass(30s);
  EXPECT_TRUE(book.find("301234500").value());
  EXPECT_EQ(book.state(), outward::CircuitBreaker::State::Closed);
}

}  // namespace
}  // namespace tamga::business_register
