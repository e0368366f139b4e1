// SPDX-License-Identifier: Apache-2.0
#include "request_log/request_log.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <string>

#include "base/testing/hand_clock.hpp"
#include "request_log/called_path.hpp"
#include "request_log/requests.hpp"
#include "request_log/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::request_log {
namespace {

constexpr ledger::ParticipantNo kShop{7};
constexpr ledger::ParticipantNo kDairy{8};
constexpr std::int64_t kDayMs = 86'400'000;

class RequestLogTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("request_log", kMigrations);
    open({});
  }
  void TearDown() override {
    log_.reset();
    EachEngine::TearDown();
  }
  void open(Limits limits) { log_.emplace(store(), clock_, 0, limits); }
  /// A call that comes now.
  Entry called(ledger::ParticipantNo participant, std::string path, int status = 200) {
    return {.participant = participant,
            .at = clock_.now(),
            .api_key = "key of the till",
            .method = "GET",
            .path = std::move(path),
            .status = status,
            .duration_us = 1500,
            .error = status >= 400 ? "RIGHT_MISSING" : "",
            .request_id = "id",
            .address = "192.0.2.7"};
  }
  std::vector<Found> found(Question const& question, EntryNo before = kNewest, int limit = 5000) {
    auto const reader = store().reader().value();
    return find_requests(*reader, question, before, limit).value();
  }
  std::vector<std::string> paths(Question const& question) {
    std::vector<std::string> out;
    for (Found const& one : found(question)) out.push_back(one.entry.path);
    return out;
  }
  static constexpr EntryNo kNewest{std::numeric_limits<std::int64_t>::max()};

  HandClock clock_;
  std::optional<RequestLog> log_;
};

using Paths = std::vector<std::string>;

TEST_P(RequestLogTest, EachSeesItsOwnTheNewestFirst) {
  log_->keep(called(kShop, "/first"));
  log_->keep(called(kDairy, "/theirs"));
  log_->keep(called(kShop, "/second", 403));
  EXPECT_TRUE(paths({.participant = kShop}).empty());
  ASSERT_TRUE(log_->write());
  EXPECT_EQ(paths({.participant = kShop}), (Paths{"/second", "/first"}));
  EXPECT_EQ(paths({.participant = kDairy}), Paths{"/theirs"});
  Entry const kept = found({.participant = kShop}).front().entry;
  EXPECT_EQ(kept.at, clock_.now());
  EXPECT_EQ(kept.api_key, "key of the till");
  EXPECT_EQ(kept.method, "GET");
  EXPECT_EQ(kept.status, 403);
  EXPECT_EQ(kept.duration_us, 1500);
  EXPECT_EQ(kept.error, "RIGHT_MISSING");
  EXPECT_EQ(kept.request_id, "id");
  EXPECT_EQ(kept.address, "192.0.2.7");
}

TEST_P(RequestLogTest, ComesInPages) {
  for (char const* path : {"/1", "/2", "/3"}) log_->keep(called(kShop, path));
  ASSERT_TRUE(log_->write());
  auto const first = found({.participant = kShop}, kNewest, 2);
  ASSERT_EQ(first.size(), 2U);
  auto const second = found({.participant = kShop}, first.back().number, 2);
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second.front().entry.path, "/1");
}

TEST_P(RequestLogTest, IsNarrowed) {
  log_->keep(called(kShop, "/api/v1/stock"));
  clock_.pass(1000);
  UnixMs const later = clock_.now();
  Entry other = called(kShop, "/api/v1/orders/100%25", 404);
  other.api_key = "key of the line";
  other.method = "POST";
  log_->keep(other);
  log_->keep(called(kShop, "/api/v1/goods", 503));
  ASSERT_TRUE(log_->write());
  EXPECT_EQ(paths({.participant = kShop, .api_key = "key of the line"}), Paths{"/api/v1/orders/100%25"});
  EXPECT_EQ(paths({.participant = kShop, .method = "POST"}), Paths{"/api/v1/orders/100%25"});
  EXPECT_EQ(paths({.participant = kShop, .path_part = "/stock"}), Paths{"/api/v1/stock"});
  EXPECT_EQ(paths({.participant = kShop, .path_part = "0%2"}), Paths{"/api/v1/orders/100%25"});
  EXPECT_EQ(paths({.participant = kShop, .status_from = 400}),
            (Paths{"/api/v1/goods", "/api/v1/orders/100%25"}));
  EXPECT_EQ(paths({.participant = kShop, .status_from = 400, .status_below = 500}),
            Paths{"/api/v1/orders/100%25"});
  EXPECT_EQ(paths({.participant = kShop, .until = later}), Paths{"/api/v1/stock"});
  EXPECT_EQ(paths({.participant = kShop, .from = later}).size(), 2U);
}

TEST_P(RequestLogTest, OldLinesAreDropped) {
  log_->keep(called(kShop, "/old"));
  ASSERT_TRUE(log_->write());
  clock_.pass(7 * kDayMs);
  log_->keep(called(kShop, "/new"));
  ASSERT_TRUE(log_->write());
  EXPECT_EQ(log_->drop_old().value(), 0);
  clock_.pass(1);
  EXPECT_EQ(log_->drop_old().value(), 1);
  EXPECT_EQ(paths({.participant = kShop}), Paths{"/new"});
}

// In several steps, and also what was there before this process began.
TEST_P(RequestLogTest, OfEachOrganisationTheNewestStay) {
  for (int i = 0; i < 2500; ++i) log_->keep(called(kShop, "/" + std::to_string(i)));
  log_->keep(called(kDairy, "/theirs"));
  ASSERT_TRUE(log_->write());
  clock_.pass(1000);
  open({.waiting = 10, .of_participant = 5, .days = 7});
  EXPECT_EQ(log_->drop_old().value(), 2495);
  EXPECT_EQ(paths({.participant = kShop}), (Paths{"/2499", "/2498", "/2497", "/2496", "/2495"}));
  EXPECT_EQ(paths({.participant = kDairy}), Paths{"/theirs"});
  log_->keep(called(kShop, "/last"));
  ASSERT_TRUE(log_->write());
  EXPECT_EQ(log_->drop_old().value(), 1);
  EXPECT_EQ(paths({.participant = kShop}).front(), "/last");
}

TEST_P(RequestLogTest, WhatFindsNoRoomIsCounted) {
  open({.waiting = 2, .of_participant = 10, .days = 7});
  for (char const* path : {"/1", "/2", "/3"}) log_->keep(called(kShop, path));
  EXPECT_EQ(log_->not_kept(), 1);
  ASSERT_TRUE(log_->write());
  EXPECT_EQ(paths({.participant = kShop}), (Paths{"/2", "/1"}));
  log_->keep(called(kShop, "/4"));
  EXPECT_EQ(log_->not_kept(), 1);
}

// More than one transaction takes, bytes that the store refuses, and the store opened again.
TEST_P(RequestLogTest, NothingIsLostAtAStop) {
  for (int i = 0; i < 1500; ++i) log_->keep(called(kShop, "/call"));
  Entry strange = called(kShop, "/strange");
  strange.request_id = "\xff\xfe";
  log_->keep(strange);
  ASSERT_TRUE(log_->write());
  log_.reset();
  reopen();
  EXPECT_EQ(found({.participant = kShop}).size(), 1501U);
  EXPECT_EQ(found({.participant = kShop}).front().entry.request_id, "?");
}

INSTANTIATE_TEST_SUITE_P(Engines, RequestLogTest, sql::testing::engines());

TEST(CalledPath, HidesWhatIsSecret) {
  EXPECT_EQ(called_path("/api/v1/stock"), "/api/v1/stock");
  EXPECT_EQ(called_path("/api/v1/goods?group=water&limit=5"), "/api/v1/goods?group=water&limit=5");
  EXPECT_EQ(called_path("/api/v1/check?code=0104%1D93AA&x=1"), "/api/v1/check?code=***&x=1");
  EXPECT_EQ(called_path("/a?token=tk_1&c%6Fde=7&flag"), "/a?token=***&c%6Fde=***&flag");
  EXPECT_EQ(called_path("/a\xff\n"), "/a??");
  EXPECT_EQ(called_path("/" + std::string(600, 'a') + "?b=1").size(), kLongestPath);
}

}  // namespace
}  // namespace tamga::request_log
