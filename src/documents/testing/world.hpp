// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "base/testing/source_path.hpp"
#include "billing/terms.hpp"
#include "catalogue/card_book.hpp"
#include "crypto/test_ca.hpp"
#include "documents/case.hpp"
#include "documents/testing/stage.hpp"

namespace tamga::documents::testing {

/// What a test cannot go on without.
template <class T>
T sure(Result<T> result) {
  if (!result) throw std::runtime_error(describe(result.error()));
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

/// A folder of its own for the keys of each stage.
inline std::filesystem::path key_folder() {
  static int count = 0;
  auto folder = std::filesystem::temp_directory_path() / fmt::format("tamga-stage-{}-{}", getpid(), ++count);
  std::filesystem::create_directories(folder);
  return folder;
}

/// Everything a stage stands on.
struct Stage::World {
  World(sql::Store& where, std::string const& code, bool asked)
      : name(code), store(&where), country(sure(country::load_country(source_path("spec") / code))) {
    if (asked) templates = sure(contracts::Templates::load(source_path("spec") / code, country.rules()));
  }

  std::string name;
  sql::Store* store;
  country::Country country;
  registrars::Rules registrars =
      sure(registrars::Rules::read(source_path("spec") / name / "registrars.toml", country));
  contracts::Templates templates;
  SystemRng rng;
  SystemClock system_clock;
  std::filesystem::path folder = key_folder();
  std::unique_ptr<crypto::KeyRing> keys;
  std::unique_ptr<emission::SeriesBook> series;
  std::unique_ptr<emission::TailKeys> tails;
  std::unique_ptr<emission::Resolver> resolver;
  std::unique_ptr<registry::Register> participants;
  std::unique_ptr<registry::Catalogue> catalogue;
  std::unique_ptr<catalogue::CardBook> cards;
  std::unique_ptr<LotBook> lots;
  std::unique_ptr<RecallBook> recalls;
  std::unique_ptr<admission::Admission> admission;
  std::unique_ptr<ledger::Ledger> ledger;
  std::unique_ptr<NumberSource> numbers;
  crypto::TestCa authority =
      sure(crypto::TestCa::create("Stage Root", UnixMs(1'700'000'000'000), UnixMs(1'900'000'000'000)));
  std::shared_ptr<crypto::TrustStore const> trust = sure(crypto::TrustStore::of({authority.root()}));
  std::unique_ptr<Books> books;
  billing::Rules billing;
  std::uint64_t products = 0;

  Resolution resolve(Kind const& kind, Naming const& naming, Desk& desk);
  Case make_case(Kind const& kind, Work const& work, Case::Context const& context, ledger::Batch& batch,
                 Desk& desk);
};

}  // namespace tamga::documents::testing
