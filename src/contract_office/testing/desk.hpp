// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/testing/source_path.hpp"
#include "business_register/testing/scripted_register.hpp"
#include "contract_office/office.hpp"
#include "contract_office/renewal.hpp"
#include "contract_office/signing.hpp"
#include "contract_office/tables.hpp"
#include "contracts/tables.hpp"
#include "crypto/test_ca.hpp"
#include "evidence/tables.hpp"
#include "mail/tables.hpp"
#include "registry/profile.hpp"
#include "registry/tables.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::contract_office::testing {

/// A folder of a country's data that a test may change: Uzbekistan, with water as a pilot until July 2026.
class PilotCountry {
 public:
  PilotCountry() {
    std::filesystem::remove_all(folder_);
    std::filesystem::copy(source_path("spec"), folder_, std::filesystem::copy_options::recursive);
    replace("groups/water.toml", "effective_from = 2023-07-01\nmode = \"mandatory\"\n",
            "effective_from = 2023-07-01\nmode = \"pilot\"\n\n[[modes]]\neffective_from = 2026-07-01\n"
            "mode = \"mandatory\"\n");
  }
  ~PilotCountry() { std::filesystem::remove_all(folder_); }
  PilotCountry(PilotCountry const&) = delete;
  PilotCountry& operator=(PilotCountry const&) = delete;

  /// Of all countries.
  [[nodiscard]] std::filesystem::path const& spec() const { return folder_; }
  [[nodiscard]] std::filesystem::path folder() const { return folder_ / "uz"; }
  void replace(std::string const& file, std::string const& what, std::string const& by) {
    std::ifstream in(folder() / file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    auto const at = text.find(what);
    if (at == std::string::npos) throw std::runtime_error(file + " has no " + what);
    text.replace(at, what.size(), by);
    std::ofstream(folder() / file, std::ios::binary) << text;
  }

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("tamga-pilot-" + std::to_string(getpid()));
};

using business_register::testing::ScriptedRegister;

/// The office over a store: one company that makes water, and the days as the test turns them.
class Desk : public sql::testing::EachEngine {
 protected:
  static constexpr char const* kTaxId = "301234513";
  static constexpr char const* kHeadId = "31103852001006";

  void SetUp() override {
    EachEngine::SetUp();
    migrate("registry", registry::kMigrations);
    migrate("mail", mail::kMigrations);
    migrate("evidence", evidence::kMigrations);
    migrate("contracts", contracts::kMigrations);
    migrate("contract_office", kMigrations);
    UnixMs const from(at("2026-01-01").value());
    ca_.emplace(crypto::TestCa::create("Test Root", from, at("2036-01-01")).value());
    verifier_.emplace(crypto::TrustStore::of({ca_->root()}).value());
    participants_ = registry::Register::open(store()).value();
    participant_ = participants_->add({{}, kTaxId, "Buloq suv", {"manufacturer"}, false}).value().number;
    business_register::BusinessEntity entity{.tax_id = kTaxId,
                                             .as_of = *Date::parse("2026-01-01"),
                                             .name = "Buloq suv",
                                             .short_name = {},
                                             .legal_form = {},
                                             .registry_id = {},
                                             .address = {},
                                             .director = {},
                                             .main_activity = {},
                                             .registered_on = {},
                                             .vat_payer = {}};
    entity.director = business_register::Director{.name = "Karimov Anvar", .person_id = kHeadId};
    businesses_.entity = std::move(entity);
    texts_.emplace(country::ErrorTexts::load(spec_.spec() / "errors").value());
    mail_texts_.emplace(mail::Texts::load(spec_.spec() / "mail").value());
    open();
  }
  void TearDown() override {
    office_.reset();
    participants_.reset();
    EachEngine::TearDown();
  }

  /// The office as it is after a start with the data of now.
  void open(bool signer = true) {
    office_.reset();
    country_.emplace(country::load_country(spec_.folder()).value());
    OperatorSigner operator_signer;
    if (signer) operator_signer = OperatorSigner(identity("Operator", "301234500", "31003852001005"));
    office_ = ContractOffice::open({.folder = spec_.folder(),
                                    .site = "https://marking.example",
                                    .signer = std::move(operator_signer),
                                    .country = *country_,
                                    .texts = *texts_,
                                    .mail_texts = *mail_texts_,
                                    .verifier = *verifier_,
                                    .participants = *participants_,
                                    .businesses = businesses_})
                  .value();
  }
  [[nodiscard]] Office const& office() const { return office_->office(); }

  static UnixMs at(char const* day) {
    return UnixMs(std::int64_t{Date::parse(day)->days()} * 86'400'000 + 36'000'000);
  }
  [[nodiscard]] crypto::SigningIdentity identity(std::string const& name, std::string const& tax_id,
                                                 std::string const& person_id) const {
    crypto::CertificateOrder order;
    order.subject = crypto::uzbek_subject(name, "Karimov Anvar", tax_id, person_id);
    order.not_before = at("2026-01-02");
    order.not_after = at("2027-12-31");
    return ca_->issue(order).value();
  }

  static registry::Profile profile(std::vector<std::string> groups = {"water"}) {
    return {.address = "Toshkent, Bog' 1",
            .phone = "+998712000001",
            .email = "office@buloq.example",
            .groups = std::move(groups),
            .types = {"manufacturer"},
            .bank = registry::BankAccount{"00842", "20208000905123456001"},
            .sites = {}};
  }
  /// The document that fills in or changes the profile, as far as this room sees it.
  void says(registry::Profile const& profile, UnixMs now) {
    ASSERT_TRUE(durably([&](sql::Connection& c) -> Result<void> {
      TAMGA_TRY(registry::put_profile(c, participant_, {profile, 1, now}));
      return contracts::ask_for(c, participant_, contracts::kProfileChanged, now);
    }));
  }
  /// What the system does by itself at that moment.
  std::vector<std::string> attend(UnixMs now) {
    std::vector<std::string> out;
    auto const tasks = due_tasks(office(), store(), now, 10).value();
    for (Task const& task : tasks) {
      auto const happened = durably([&](sql::Connection& c) { return perform(office(), c, task, now); });
      EXPECT_TRUE(happened) << describe(happened.error());
      for (Happened const& one : *happened) out.push_back(one.action);
    }
    return out;
  }
  bool compare(UnixMs now) {
    return durably([&](sql::Connection& c) { return compare_terms(office(), c, now); }).value();
  }
  std::vector<contracts::Contract> all() {
    auto reader = store().reader().value();
    auto found = office().contracts.of(*reader, participant_).value();
    std::reverse(found.begin(), found.end());
    return found;
  }
  /// "codes water active", in the order in which they were made.
  std::vector<std::string> states() {
    std::vector<std::string> out;
    for (auto const& one : all())
      out.push_back(one.facts.kind + (one.facts.group ? " " + one.facts.group->code : "") + " " +
                    std::string(name_of(one.state)));
    return out;
  }
  Result<contracts::Contract> sign(contracts::Contract const& contract, UnixMs now) {
    return durably([&](sql::Connection& c) -> Result<contracts::Contract> {
      TAMGA_TRY(office().contracts.open(c, contract.no, "Karimov Anvar", now));
      auto const cms =
          crypto::sign_detached(identity("Buloq suv", kTaxId, kHeadId), contract.manifest, now).value();
      return contract_office::sign(office(), c, contract.no, cms, office().terms.consent, now);
    });
  }
  void sign_all(UnixMs now) {
    for (auto const& one : all())
      if (one.state == contracts::ContractState::Ready) {
        auto const done = sign(one, now);
        ASSERT_TRUE(done) << describe(done.error());
      }
  }
  /// Names of the letters, oldest first.
  std::vector<std::string> letters() {
    using mail::LetterState;
    auto reader = store().reader().value();
    auto found = mail::letters(*reader, std::vector{LetterState::Waiting}, 100).value();
    std::vector<std::string> out;
    for (auto const& one : found) out.push_back(one.letter.text);
    std::reverse(out.begin(), out.end());
    return out;
  }

  PilotCountry spec_;
  std::optional<crypto::TestCa> ca_;
  std::optional<crypto::CmsVerifier> verifier_;
  std::optional<country::Country> country_;
  std::optional<country::ErrorTexts> texts_;
  std::optional<mail::Texts> mail_texts_;
  std::unique_ptr<registry::Register> participants_;
  ScriptedRegister businesses_;
  std::unique_ptr<ContractOffice> office_;
  registry::ParticipantNo participant_;
};

}  // namespace tamga::contract_office::testing
