// SPDX-License-Identifier: Apache-2.0
// A sale of one code that is durable when it is answered, 64 cash registers at once.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "bench/measure/cpu_time.hpp"
#include "bench/measure/folder.hpp"
#include "bench/measure/must.hpp"
#include "bench/measure/report.hpp"
#include "bench/peers/crowd.hpp"
#include "bench/peers/postgres.hpp"
#include "bench/peers/redis.hpp"
#include "bench/plant/printer.hpp"
#include "bench/plant/served.hpp"

namespace tamga::bench {
namespace {

constexpr int kClients = 64;
constexpr int kRounds = 5;

/// Cash registers that send one receipt after the other, each over a connection of its own.
class Registers {
 public:
  Registers(Served const& served, std::vector<std::string> requests)
      : served_(&served), crowd_(served.port(), kClients), requests_(std::move(requests)) {}

  /// Sends the receipts [first, first + count).
  Sample send(std::size_t first, std::size_t count) {
    double const server = served_->cpu_seconds();
    double const own = own_cpu();
    Stopwatch const watch;
    crowd_.send(std::span(requests_).subspan(first, count), "201");
    Sample const sample{static_cast<double>(count) / watch.seconds(), 0};
    server_us_.push_back({(served_->cpu_seconds() - server) * 1e6 / static_cast<double>(count), 0});
    return {sample.figure, served_->cpu_seconds() - server + own_cpu() - own};
  }
  /// Microseconds of the server's processor time for a receipt.
  [[nodiscard]] std::vector<Sample> const& server_us() const { return server_us_; }

  static std::string request(std::string const& token, std::size_t number, std::string const& body) {
    return fmt::format(
        "POST /api/v1/documents HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {}\r\nContent-Type: "
        "application/json\r\nIdempotency-Key: receipt-{}\r\nContent-Length: {}\r\n\r\n{}",
        token, number, body.size(), body);
  }

 private:
  Served const* served_;
  Crowd crowd_;
  std::vector<std::string> requests_;
  std::vector<Sample> server_us_;
};

int run() {
  Report report(5, "sale", "A durable sale of one code, 64 clients");
  Folder const folder;
  Population all;
  auto const sales = static_cast<std::size_t>(scaled(100'000, 4'000));
  std::vector<std::string> bodies;
  std::vector<std::string> codes;
  {
    Plant plant(folder.path() / "ru");
    all = populate(plant, plant.form(gs1::TailKind::Mac4, 13), scaled(20'000'000, 1'000'000));
    Printer printer(all, plant.book(), plant.tails(), plant.store());
    auto const numbers = scattered(all, static_cast<std::int64_t>(sales) * (kRounds + 1), 5);
    std::string const at = rfc3339(SystemClock().now());
    for (std::int64_t const n : numbers) {
      codes.push_back(printer.code(n));
      bodies.push_back(
          fmt::format(R"({{"kind":"receipt","register":"0000000001","number":"{}","at":"{}","codes":[{}]}})",
                      codes.size(), at, nlohmann::json(codes.back()).dump()));
    }
  }
  Served const served(folder.path());
  // The codes are of the second company of the sandbox: it sells its own.
  std::string const token = served.sign_in("dairy");
  for (std::size_t i = 0; i < bodies.size(); ++i) bodies[i] = Registers::request(token, i, bodies[i]);

  Postgres const postgres;
  auto const rows = scaled(10'000'000, 200'000);
  {
    auto session = postgres.connect();
    make_code_rows(session, rows);
  }
  Redis const redis(Redis::Keeps::EveryWrite);
  // Only now: a server ends connections that say nothing for half a minute.
  Registers registers(served, std::move(bodies));
  auto const seconds = static_cast<int>(scaled(5, 1));
  std::string const sell = fmt::format(
      "\\set n random(1, {})\nWITH sold AS (UPDATE code SET status = 4, changed = now() WHERE code = '{}' || "
      "lpad(:n::text, 13, '0') RETURNING id) INSERT INTO history SELECT id, :client_id, 12, now() FROM sold;",
      rows, kRowKey);
  auto const rounds = interleave(
      {{"receipt over HTTP",
        [&](int round) { return registers.send(static_cast<std::size_t>(round) * sales, sales); }},
       {"PostgreSQL, UPDATE and history", [&](int) { return postgres.pgbench(sell, kClients, seconds); }},
       {"Redis, SET, every write flushed",
        [&](int) {
          return redis.benchmark({"SET", "code:__rand_int__", "4;2;1;000000"}, 1'000'000, kClients,
                                 scaled(100'000, 4'000));
        }}},
      kRounds);
  auto client = served.client();
  for (std::size_t i = 0; i < codes.size(); i += codes.size() / 100) {
    auto const answer =
        must(client.send(http::Method::Get, "/api/v1/check?code=" + percent_encoded(codes[i])));
    require(nlohmann::json::parse(answer.body).at("status") == "retired", "a sale is lost: " + answer.body);
  }
  report.compare(rounds, 0, 1, "sales/s", Target{.floor = 5, .aim = 10});
  report.compare(rounds, 0, 2, "sales/s", {});
  report.judge("processor time of the server for a receipt", "us", registers.server_us(), {});
  report.note(fmt::format(
      "{} codes in the store, sold at random with tails verified; {} rows in PostgreSQL; Redis sets a "
      "key without looking at it",
      all.size(), rows));
  report.note(
      "64 connections each; ours: a receipt with its own key, session, verdict, body and journal entry, over "
      "HTTP; load generators share the cores with the servers");
  return report.finish();
}

}  // namespace
}  // namespace tamga::bench

int main() { return tamga::bench::run(); }
