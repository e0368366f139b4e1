// SPDX-License-Identifier: Apache-2.0
#include "server/self_measure.hpp"

#include <fmt/format.h>
#include <stdlib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <functional>
#include <sstream>
#include <thread>
#include <vector>

#include "base/time.hpp"
#include "country/read_country.hpp"
#include "server/errors.hpp"
#include "server/measured_client.hpp"
#include "server/sandbox.hpp"
#include "server/sandbox_spec.hpp"

namespace tamga::server {
namespace {

using Moment = std::chrono::steady_clock::time_point;
using Texts = std::vector<std::string>;

double seconds_since(Moment start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Removed with all it holds at the end.
class Folder {
 public:
  Folder() {
    std::string form = (std::filesystem::temp_directory_path() / "tamga-bench-XXXXXX").string();
    if (mkdtemp(form.data())) path_ = form;
  }
  ~Folder() {
    std::error_code error;
    if (!path_.empty()) std::filesystem::remove_all(path_, error);
  }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// What is measured with: the first consumer pack of the sandbox.
struct Goods {
  SandboxProduct product;
  std::string release_method;
  std::string way;
  bool applied_at_emission = false;
  bool introduced_at_application = false;
  std::int64_t packet = 0;  ///< codes that are given out in one
};

Result<Goods> choose_goods(SandboxSpec const& spec, country::Country const& country, Date today) {
  country::Limits const* limits = country.rules().limits.in_force(today);
  if (!limits) return fail(Error(kMeasurementFailed).log("the country has no limits yet"));
  auto const unit = name_of(country::PackageLevel::Unit);
  for (SandboxProduct const& product : spec.products) {
    auto const* group = country.find_group(product.group);
    auto const* rules = group ? group->rules.in_force(today) : nullptr;
    if (!rules || product.level != unit || rules->has(country::Capability::PriceInCode)) continue;
    country::ReleaseMethod const& method = country.rules().release_methods.rows().front();
    for (country::IntroductionKind const& way : country.rules().introduction_kinds.rows())
      if (way.takes(method.emission_type) && way.required.empty() && rules->allows_introduction(way.code))
        return Goods{
            product, method.code, way.code, rules->has(country::Capability::AppliedAtEmission),
            rules->has(country::Capability::IntroducedAtApplication) && method.introduced_at_application,
            limits->packet_codes};
  }
  return fail(Error(kMeasurementFailed).log("the sandbox has no goods to measure with"));
}

Texts lines_of(std::string const& text) {
  Texts lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

class Measurement {
  static constexpr std::size_t kBatch = 100;

 public:
  Measurement(MeasureOptions const& options, Goods goods, MeasuredClient client, Date today)
      : options_(options), goods_(std::move(goods)), client_(std::move(client)), today_(today) {}

  Result<std::string> run() {
    TAMGA_TRY(client_.sign_in());
    TAMGA_TRY(make());
    TAMGA_TRY(check());
    TAMGA_TRY(sell());
    return std::move(table_);
  }

 private:
  void note(std::string_view step, double amount, std::string_view unit, double seconds) {
    table_ += fmt::format("{:<38} {:>12.0f} {:<12} {:>8.2f} s\n", step, amount / seconds, unit, seconds);
  }

  Result<void> make() {
    auto const amount = static_cast<double>(options_.codes);
    Moment start = std::chrono::steady_clock::now();
    TAMGA_ASSIGN(
        order,
        client_.submit(fmt::format(
            R"({{"kind":"order_codes","group":"{}","release_method":"{}","lines":[{{"gtin":"{}","quantity":{}}}]}})",
            goods_.product.group, goods_.release_method, goods_.product.gtin.text(), options_.codes)));
    note("order of codes", amount, "codes/s", seconds_since(start));
    start = std::chrono::steady_clock::now();
    TAMGA_TRY(download(order));
    note("download", amount, "codes/s", seconds_since(start));
    if (codes_.size() != static_cast<std::size_t>(options_.codes))
      return fail(Error(kMeasurementFailed).log(fmt::format("{} codes came", codes_.size())));
    if (!goods_.applied_at_emission) {
      auto const dates = fmt::format(R"("produced_on":"{}","expires_on":"{}",)", today_.text(),
                                     Date::from_days(today_.days() + 30).text());
      TAMGA_TRY(send("application report", "apply", dates));
    }
    if (goods_.introduced_at_application) return {};
    return send("introduction", "introduce", fmt::format(R"("way":"{}",)", goods_.way));
  }

  Result<void> download(std::string const& order) {
    for (std::int64_t from = 0; from < options_.codes; from += goods_.packet) {
      TAMGA_ASSIGN(text, client_.get(fmt::format("/api/v1/orders/{}/lines/0/codes?format=txt&from={}&count={}",
                                                 order, from,
                                                 std::min<std::int64_t>(goods_.packet, options_.codes - from))));
      for (std::string& code : lines_of(text)) codes_.push_back(std::move(code));
    }
    return {};
  }

  Result<void> send(std::string_view step, std::string_view kind, std::string const& more) {
    std::string const document = document_of(kind, more, codes_);
    Moment const start = std::chrono::steady_clock::now();
    TAMGA_TRY(client_.submit(document));
    note(step, static_cast<double>(codes_.size()), "codes/s", seconds_since(start));
    return {};
  }

  Result<void> check() {
    auto const by_hundred = [&](MeasuredClient& client, std::size_t i) -> Result<void> {
      auto const first = codes_.begin() + static_cast<std::ptrdiff_t>(i * kBatch);
      std::string body = document_of("", "", Texts(first, first + static_cast<std::ptrdiff_t>(kBatch)));
      body.replace(0, body.find(R"("codes")"), "{");
      TAMGA_TRY(client.post("/api/v1/check", body));
      return {};
    };
    TAMGA_TRY(together("check, 100 codes a request", "codes/s", codes_.size() / kBatch, kBatch, by_hundred));
    auto const one_by_one = [&](MeasuredClient& client, std::size_t i) -> Result<void> {
      std::string query;
      for (char const c : codes_[i]) query += fmt::format("%{:02X}", static_cast<unsigned char>(c));
      TAMGA_TRY(client.get("/api/v1/check?code=" + query));
      return {};
    };
    return together("check, one code a request", "requests/s", std::min<std::size_t>(codes_.size(), 20'000),
                    1, one_by_one);
  }

  Result<void> sell() {
    auto const receipts = std::min(codes_.size(), static_cast<std::size_t>(options_.receipts));
    std::string const at = rfc3339(SystemClock().now());
    return together("receipts of one code, durable", "receipts/s", receipts, 1,
                    [&](MeasuredClient& client, std::size_t i) -> Result<void> {
                      auto const head = fmt::format(R"("register":"1","number":"{}","at":"{}",)", i + 1, at);
                      TAMGA_TRY(client.submit_unsigned(document_of("receipt", head, {codes_[i]})));
                      return {};
                    });
  }

  /// All clients at once, each taking the next piece of work.
  Result<void> together(std::string_view step, std::string_view unit, std::size_t pieces, std::size_t each,
                        std::function<Result<void>(MeasuredClient&, std::size_t)> const& work) {
    std::atomic<std::size_t> next{0};
    std::vector<Result<void>> results(static_cast<std::size_t>(options_.clients));
    std::vector<std::thread> threads;
    Moment const start = std::chrono::steady_clock::now();
    for (auto& result : results)
      threads.emplace_back([&, client = client_.another()]() mutable {
        for (std::size_t i; result && (i = next++) < pieces;) result = work(client, i);
      });
    for (std::thread& thread : threads) thread.join();
    for (auto& result : results)
      if (!result) return std::move(result);
    note(step, static_cast<double>(pieces * each), unit, seconds_since(start));
    return {};
  }

  MeasureOptions const& options_;
  Goods goods_;
  MeasuredClient client_;
  Date today_;
  Texts codes_;
  std::string table_;
};

Result<crypto::SigningIdentity> read_identity(std::filesystem::path const& file) {
  std::ostringstream pem;
  pem << std::ifstream(file).rdbuf();
  return crypto::SigningIdentity::from_pem(pem.str());
}

}  // namespace

Result<std::string> measure(MeasureOptions const& options, Rng& rng) {
  SystemClock const clock;
  Folder const folder;
  SandboxOptions sandbox;
  sandbox.folder = folder.path();
  sandbox.spec = options.spec;
  sandbox.countries = {options.country};
  sandbox.store = options.store;
  sandbox.port = 0;
  sandbox.interface.per_address = {};
  sandbox.interface.per_caller = {};
  TAMGA_ASSIGN(systems, open_sandbox(sandbox, clock, rng));
  SandboxSystem& one = systems.front();
  country::Country const& country = one.system->country();
  TAMGA_ASSIGN(spec, read_sandbox(options.spec / options.country / "sandbox.toml", country));
  Date const today = country.day_of(clock.now());
  TAMGA_ASSIGN(goods, choose_goods(spec, country, today));
  TAMGA_ASSIGN(identity,
               read_identity(folder.path() / options.country / "people" / (goods.product.owner + ".pem")));
  Measurement measurement(options, goods, MeasuredClient(one.port, std::move(identity), rng), today);
  auto table = measurement.run();
  Moment const start = std::chrono::steady_clock::now();
  one.system->stop(std::chrono::seconds(10));
  if (!table) return table;
  return fmt::format("{} on {}, {} clients\n{}{:<38} {:>33.2f} s\n", goods.product.name.in(Language::En),
                     options.store.empty() ? "SQLite" : "the given store", options.clients, *table, "stop",
                     seconds_since(start));
}

}  // namespace tamga::server
