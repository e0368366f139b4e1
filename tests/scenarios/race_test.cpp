// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <algorithm>
#include <barrier>
#include <thread>

#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "runner/player.hpp"
#include "server/system.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::scenario {
namespace {

using sql::Engine;

constexpr int kRacers = 8;

/// One client's parcel, ready to go; and where it goes.
struct Racer {
  std::uint16_t port;
  http::Client::Headers headers;
  std::string body;
};

struct Finish {
  int status = 0;
  Json json;
};

/// All of them at the same moment, each over a connection of its own.
std::vector<Finish> race(std::vector<Racer> const& racers) {
  std::vector<Finish> out(racers.size());
  std::barrier start(static_cast<std::ptrdiff_t>(racers.size()));
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < racers.size(); ++i)
    threads.emplace_back([&, i] {
      Racer const& racer = racers[i];
      http::Client client("127.0.0.1", racer.port);
      start.arrive_and_wait();
      auto const answer = client.send(http::Method::Post, "/api/v1/documents", racer.headers, racer.body);
      if (answer) out[i] = {answer->status, Json::parse(answer->body, nullptr, false)};
    });
  for (std::thread& thread : threads) thread.join();
  return out;
}

/// One winner; everybody else is told the same reason, about the code.
void expect_one_winner(std::vector<Finish> const& finishes, std::string const& reason) {
  int winners = 0;
  for (Finish const& finish : finishes) {
    if (finish.status == 201) {
      ++winners;
      continue;
    }
    EXPECT_EQ(finish.status, 409) << finish.json.dump();
    ASSERT_TRUE(finish.json.contains("items")) << finish.json.dump();
    ASSERT_EQ(finish.json.at("items").size(), 1U);
    EXPECT_EQ(finish.json.at("items").at(0).at("error"), reason);
  }
  EXPECT_EQ(winners, 1);
}

class RaceTest : public ::testing::TestWithParam<Engine> {
 protected:
  void SetUp() override {
    store_.emplace(GetParam());
    stage_.emplace("ru", store_->address(), store_->folder());
    auto const script = read_script(
        "# Goods to race for\ncountry ru\nthe dairy orders 40 codes of 04607001000013 as M\nthe dairy "
        "downloads M\n"
        "the dairy applies M produced today, expires in 20 days\nthe dairy introduces M as own_production\n",
        "race");
    ASSERT_EQ(play(script, *stage_, names_), std::vector<std::string>());
  }
  void TearDown() override {
    if (stage_) {
      EXPECT_EQ(stage_->close_and_verify(), "");
    }
  }

  Racer racer(std::string const& who, Json const& body, std::string const& key) {
    Person& sender = stage_->company(who);
    stage_->keep_signed_in(sender);
    std::string bytes = body.dump();
    auto const cms = crypto::sign_detached(sender.identity, bytes, stage_->clock().now());
    return {stage_->port(),
            {{"Authorization", "Bearer " + sender.token},
             {"Idempotency-Key", key},
             {"X-Signature", crypto::encode_base64(cms.value())}},
            std::move(bytes)};
  }

  Racer shipment(std::string const& code, int number) {
    char const* receiver = number % 2 == 0 ? "shop" : "wholesaler";
    return racer("dairy",
                 {{"kind", "ship"},
                  {"receiver", stage_->company(receiver).company.tax_id},
                  {"codes", {names_.code(code)}}},
                 fmt::format("ship {} {}", code, number));
  }

  std::string status_of(std::string const& code) {
    auto const checked = stage_->send({.method = http::Method::Post,
                                       .target = "/api/v1/check",
                                       .body = Json{{"codes", {names_.code(code)}}}.dump()});
    return checked.json.at("codes").at(0).at("status");
  }

  std::optional<sql::testing::FreshStore> store_;
  std::optional<Stage> stage_;
  Names names_;
};

TEST_P(RaceTest, OfManyShipmentsOfOneCartonOneIsAccepted) {
  for (int round = 1; round <= 5; ++round) {
    std::vector<Racer> racers;
    for (int i = 0; i < kRacers; ++i) racers.push_back(shipment(fmt::format("M{}", round), i));
    expect_one_winner(race(racers), "CODE_IN_TRANSIT");
  }
}

TEST_P(RaceTest, TwoCashRegistersSellOneCartonOnce) {
  for (int round = 1; round <= 5; ++round) {
    std::string const code = fmt::format("M{}", round);
    std::vector<Racer> racers;
    for (int i = 0; i < kRacers; ++i)
      racers.push_back(racer(i % 2 == 0 ? "shop" : "kiosk",
                             {{"kind", "receipt"},
                              {"register", std::to_string(i)},
                              {"number", code},
                              {"at", rfc3339(stage_->clock().now())},
                              {"codes", {names_.code(code)}}},
                             fmt::format("{} {}", code, i)));
    expect_one_winner(race(racers), "CODE_WRONG_STATUS");
    EXPECT_EQ(status_of(code), "retired");
  }
}

TEST_P(RaceTest, TheSameParcelSentByManyIsOneDocument) {
  Racer const one = shipment("M1", 0);
  auto const finishes = race(std::vector<Racer>(kRacers, one));
  std::int64_t fresh = 0;
  for (Finish const& finish : finishes) {
    EXPECT_EQ(finish.status, 201) << finish.json.dump();
    EXPECT_EQ(finish.json.value("document", ""), finishes.front().json.value("document", "none"));
    fresh += finish.json.value("repeated", true) ? 0 : 1;
  }
  EXPECT_EQ(fresh, 1);
}

TEST_P(RaceTest, OneBoxIsPackedOnce) {
  std::vector<Racer> racers;
  std::string const label = names_.package("B1");
  for (int i = 0; i < kRacers; ++i)
    racers.push_back(
        racer("dairy",
              {{"kind", "aggregate"},
               {"packages", {{{"package", label}, {"codes", {names_.code(fmt::format("M{}", i + 1))}}}}}},
              fmt::format("pack {}", i)));
  expect_one_winner(race(racers), "PACKAGE_EXISTS");
}

/// A store of SQLite belongs to one process.
class SharedStoreTest : public RaceTest {};

/// Half of the clients reach another process of the same store.
TEST_P(SharedStoreTest, TwoProcessesStillHaveOneWinner) {
  SystemRng rng;
  server::SystemOptions options = stage_->options_of_another_process(1);
  auto other = server::System::open(options, stage_->clock(), rng);
  ASSERT_TRUE(other) << describe(other.error());
  auto const port = (*other)->serve();
  ASSERT_TRUE(port) << describe(port.error());
  for (int round = 1; round <= 10; ++round) {
    std::vector<Racer> racers;
    for (int i = 0; i < kRacers; ++i) {
      racers.push_back(shipment(fmt::format("M{}", round), i));
      if (i % 4 < 2) racers.back().port = *port;
    }
    expect_one_winner(race(racers), "CODE_IN_TRANSIT");
  }
  (*other)->stop(std::chrono::seconds(5));
}

std::vector<Engine> shared_engines() {
  auto engines = sql::testing::chosen_engines();
  std::erase(engines, Engine::Sqlite);
  return engines;
}

INSTANTIATE_TEST_SUITE_P(Engines, RaceTest, sql::testing::engines());
INSTANTIATE_TEST_SUITE_P(Engines, SharedStoreTest, ::testing::ValuesIn(shared_engines()));
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(SharedStoreTest);

}  // namespace
}  // namespace tamga::scenario
