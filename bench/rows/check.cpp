// SPDX-License-Identifier: Apache-2.0
// One code checked by one request, as a cash register does before a sale.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "bench/measure/folder.hpp"
#include "bench/measure/must.hpp"
#include "bench/measure/report.hpp"
#include "bench/peers/postgres.hpp"
#include "bench/peers/redis.hpp"
#include "bench/peers/wrk.hpp"
#include "bench/plant/printer.hpp"
#include "bench/plant/served.hpp"

namespace tamga::bench {
namespace {

constexpr std::int64_t kWalk = 200'000;  // different codes that are asked for

std::string target_of(std::string const& code) { return "/api/v1/check?code=" + percent_encoded(code); }

/// What the server must say of a code.
struct Expected {
  std::string code;
  bool sold;
};

/// Codes that may be sold and codes that were sold are answered so, and a wrong tail is told.
void expect_right_answers(Served const& served, std::vector<Expected> const& expected) {
  auto client = served.client();
  auto const check = [&](std::string const& code) {
    auto const answer = must(client.send(http::Method::Get, target_of(code)));
    require(answer.status == 200, "check: " + answer.body);
    return nlohmann::json::parse(answer.body);
  };
  for (auto const& [code, sold] : expected) {
    auto const answer = check(code);
    require(answer.at("sale_allowed") == !sold && answer.at("tail") == "genuine" &&
                answer.at("status") == (sold ? "retired" : "introduced"),
            "wrong answer: " + answer.dump());
  }
  std::string forged = expected.front().code;
  forged.back() = forged.back() == 'A' ? 'B' : 'A';
  require(check(forged).at("tail") == "wrong", "a forged tail was believed");
}

int run() {
  Report report(2, "check", "One code a request, tail verified, 100 M codes resident");
  Folder const folder;
  Population all;
  auto const walk = folder.path() / "walk.lua";
  auto const hello = folder.path() / "hello.lua";
  std::vector<Expected> expected;
  {
    Plant plant(folder.path() / "ru");
    all = populate(plant, plant.form(gs1::TailKind::Mac4, 13), scaled(100'000'000, 1'000'000));
    Printer printer(all, plant.book(), plant.tails(), plant.store());
    std::vector<WebRequest> requests;
    for (std::int64_t const n : scattered(all, kWalk, 3))
      requests.push_back({"GET", target_of(printer.code(n))});
    write_walk(walk, requests);
    for (std::int64_t i = 0; i < 1000; ++i) {
      std::int64_t const n = i * (all.size() / 1000) + i % 100;
      expected.push_back({printer.code(n), Population::sold(n)});
    }
  }
  Served const served(folder.path());
  expect_right_answers(served, expected);
  write_walk(hello, std::vector<WebRequest>(1000, {"GET", "/health"}));
  Postgres const postgres;
  auto const rows = scaled(10'000'000, 200'000);
  {
    auto session = postgres.connect();
    make_code_rows(session, rows);
    session.run("CREATE EXTENSION pg_prewarm; SELECT pg_prewarm('code'), pg_prewarm('code_pkey')");
  }
  Redis redis(Redis::Keeps::Nothing);
  auto const keys = scaled(1'000'000, 200'000);
  redis.fill(keys);

  auto const seconds = static_cast<int>(scaled(5, 1));
  auto const cpu = [&] { return served.cpu_seconds(); };
  std::string const select = fmt::format(
      "\\set n random(1, {})\nSELECT status, marks, owner, lot FROM code WHERE code = '{}' || lpad(:n::text, "
      "13, '0');",
      rows, kRowKey);
  auto const rounds =
      interleave({{"check", [&](int) { return wrk(served.url(), walk, seconds, cpu); }},
                  {"/health of the same server", [&](int) { return wrk(served.url(), hello, seconds, cpu); }},
                  {"PostgreSQL, SELECT by key", [&](int) { return postgres.pgbench(select, 64, seconds); }},
                  {"Redis, GET",
                   [&](int) {
                     return redis.benchmark({"GET", "code:__rand_int__"}, keys, 64, scaled(300'000, 20'000));
                   }}},
                 5);
  report.compare(rounds, 0, 1, "requests/s", Target{.floor = 0.8, .aim = 0.9});
  report.compare(rounds, 0, 2, "requests/s", Target{.floor = 2.5, .aim = 2.5});
  report.compare(rounds, 0, 3, "requests/s", {});
  report.note(fmt::format("{} codes, {} of them asked for at random; {} rows in PostgreSQL, {} keys in Redis",
                          all.size(), kWalk, rows, keys));
  report.note(
      "64 connections; wrk, pgbench and redis-benchmark share the cores with the servers; peers over Unix "
      "sockets, ours over TCP");
  return report.finish();
}

}  // namespace
}  // namespace tamga::bench

int main() { return tamga::bench::run(); }
