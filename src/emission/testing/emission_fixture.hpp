// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "emission/order.hpp"
#include "emission/resolver.hpp"
#include "emission/series_desk.hpp"
#include "emission/tables.hpp"
#include "emission/tail_keys.hpp"
#include "gs1/check_digit.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::emission::testing {

/// A GTIN with a right check digit.
inline gs1::Gtin gtin_of(std::uint64_t item) {
  std::uint64_t const payload = 460'000'000'0000 + item;
  return gs1::Gtin::from_number(payload * 10 + gs1::mod10_check_digit(payload));
}

/// An SSCC with a right check digit, as identity: `00` and 18 digits.
inline std::string sscc_of(std::string const& seventeen) {
  return "00" + seventeen + static_cast<char>('0' + gs1::mod10_check_digit(std::string_view(seventeen)));
}

inline country::CodeTemplate template_of(std::uint32_t id, std::string_view layout,
                                         gs1::SerialAlphabet alphabet, char country_digit = '\0') {
  country::CodeTemplate out;
  out.id = country::TemplateId(id);
  out.layout = gs1::CodeLayout::parse(layout).value();
  out.serial = {alphabet, static_cast<std::uint8_t>(out.layout.serial_length()), country_digit};
  return out;
}

/// A country of one group with these templates, and transport codes in own format.
inline country::Country country_of(std::vector<country::CodeTemplate> templates) {
  country::ProductGroup group;
  group.code = "goods";
  group.templates = std::move(templates);
  country::CountryRules rules;
  rules.transport_codes.push_back({"own_format", {}, {}, gs1::CodeLayout::parse("free(18-74)").value()});
  return {std::move(rules), {std::move(group)}};
}

/// Book, keys and resolver over a fresh store of each engine.
class EmissionTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("emission", kMigrations);
    folder_ = std::filesystem::temp_directory_path() / ("tamga-emission-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    ring_ = crypto::KeyRing::create({folder_ / "ring", folder_ / "master.key"}, rng_, clock_).value();
    tails_ = std::make_unique<TailKeys>(*ring_);
  }
  void TearDown() override {
    resolver_.reset();
    book_.reset();
    std::filesystem::remove_all(folder_);
    EachEngine::TearDown();
  }

  void live_in(country::Country country) {
    country_ = std::make_unique<country::Country>(std::move(country));
    open();
  }
  std::unique_ptr<SeriesBook> another_book() {
    auto opened = SeriesBook::open(store(), *country_, *ring_);
    EXPECT_TRUE(opened) << describe(opened.error());
    return std::move(*opened);
  }
  void open() {
    resolver_.reset();
    book_ = another_book();
    resolver_ = std::make_unique<Resolver>(*book_, *tails_, store());
  }
  void restart() {
    resolver_.reset();
    book_.reset();
    reopen();
    open();
  }

  /// `work(desk, connection)` in a transaction that is committed and published.
  template <class Work>
  Result<void> transact(Work&& work) {
    TAMGA_ASSIGN(writer, store().writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
    SeriesDesk desk(*book_, *writer);
    TAMGA_TRY(work(desk, *writer));
    TAMGA_TRY(desk.write());
    TAMGA_TRY(transaction.commit());
    desk.publish();
    return {};
  }

  Resolved resolve_one(std::string_view text, Tails tails) {
    Resolved out;
    auto const done = resolver_->resolve({&text, 1}, tails, {&out, 1});
    EXPECT_TRUE(done) << describe(done.error());
    return out;
  }
  static std::string error_of(Resolved const& resolved) {
    return resolved.error == nullptr ? "" : std::string(resolved.error->name);
  }
  country::CodeTemplate const& only_template(std::size_t i = 0) const {
    return country_->groups()[0].templates[i];
  }

  SystemRng rng_;
  SystemClock clock_;
  std::filesystem::path folder_;
  std::unique_ptr<crypto::KeyRing> ring_;
  std::unique_ptr<TailKeys> tails_;
  std::unique_ptr<country::Country> country_;
  std::unique_ptr<SeriesBook> book_;
  std::unique_ptr<Resolver> resolver_;
};

/// The codes of a series as a set, in order.
inline std::vector<ledger::CodeNo> listed(ledger::CodeSet const& codes) {
  std::vector<ledger::CodeNo> out;
  for (auto const& range : codes.ranges())
    for (std::int64_t i = 0; i < range.count; ++i) out.push_back(range.first + i);
  return out;
}

}  // namespace tamga::emission::testing
