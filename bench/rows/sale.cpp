// SPDX-License-Identifier: Apache-2.0
// A sale of one code that is durable when it is answered, 64 cash registers at once.
#include <fmt/format.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>

#include "bench/measure/cpu_time.hpp"
#include "bench/measure/folder.hpp"
#include "bench/measure/must.hpp"
#include "bench/measure/report.hpp"
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
  Registers(Served const& served, std::string const& token, std::vector<std::string> bodies)
      : served_(&served), token_("Bearer " + token), bodies_(std::move(bodies)) {
    for (int i = 0; i < kClients; ++i) clients_.push_back(served.client());
  }

  /// Sends the receipts [first, first + count).
  Sample send(std::size_t first, std::size_t count) {
    std::atomic<std::size_t> next{first};
    double const server = served_->cpu_seconds();
    double const own = own_cpu();
    Stopwatch const watch;
    std::vector<std::thread> threads;
    for (auto& client : clients_)
      threads.emplace_back([&] {
        for (std::size_t i; (i = next++) < first + count;) sell(client, i);
      });
    for (auto& thread : threads) thread.join();
    return {static_cast<double>(count) / watch.seconds(), served_->cpu_seconds() - server + own_cpu() - own};
  }

 private:
  void sell(http::Client& client, std::size_t i) const {
    auto const answer = must(client.send(http::Method::Post, "/api/v1/documents",
                                         {{"Authorization", token_},
                                          {"Content-Type", "application/json"},
                                          {"Idempotency-Key", "receipt-" + std::to_string(i)}},
                                         bodies_[i]));
    if (answer.status != 201) give_up("receipt: " + answer.body);
  }

  Served const* served_;
  std::string token_;
  std::vector<std::string> bodies_;
  std::vector<http::Client> clients_;
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
  Registers registers(served, served.sign_in("dairy"), std::move(bodies));

  Postgres const postgres;
  auto const rows = scaled(10'000'000, 200'000);
  {
    auto session = postgres.connect();
    make_code_rows(session, rows);
  }
  Redis const redis(Redis::Keeps::EveryWrite);
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
