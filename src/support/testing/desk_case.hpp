// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/testing/source_path.hpp"
#include "catalogue/business_days.hpp"
#include "ledger/tables.hpp"
#include "mail/tables.hpp"
#include "mail/texts.hpp"
#include "registry/tables.hpp"
#include "sql/testing/engines.hpp"
#include "support/desk.hpp"
#include "support/tables.hpp"
#include "support/ticket.hpp"

namespace tamga::support::testing {

/// The support of Uzbekistan's operator with one participant, of whom somebody has an address.
class DeskCase : public sql::testing::EachEngine {
 protected:
  static std::filesystem::path spec() { return source_path("spec"); }

  void SetUp() override {
    EachEngine::SetUp();
    migrate("ledger", ledger::kMigrations);
    migrate("registry", registry::kMigrations);
    migrate("mail", mail::kMigrations);
    migrate("support", kMigrations);
    country_.emplace(country::load_country(spec() / "uz").value());
    rules_ = read_rules(spec() / "uz" / "support.toml").value();
    days_.rests = {false, false, false, false, false, true, true};
    texts_.emplace(mail::Texts::load(spec() / "mail").value());
    outbox_.emplace(*texts_);
    participants_ = registry::Register::open(store()).value();
    shop_ = participants_->add({.number = {}, .tax_id = "301234565", .name = "Do'kon", .types = {}})
                .value()
                .number;
    registry::Signer const signer{crypto::sha256("certificate"), shop_, "Ergasheva"};
    registry::Register::About about;
    about.email = "shop@example.uz";
    about.language = Language::Uz;
    EXPECT_TRUE(participants_->add_signer(signer, about));
    user_ = participants_->users().of(shop_).value().front()->number;
    desk_.emplace(Desk{rules_, *country_, days_, *participants_, *outbox_, rng_, "https://marking.example"});
  }
  void TearDown() override {
    participants_.reset();
    EachEngine::TearDown();
  }

  /// Names of the texts of all letters that wait, the newest first, and to whom: "ticket_answered a@b".
  std::vector<std::string> letters() {
    auto const reader = store().reader().value();
    std::array const waiting{mail::LetterState::Waiting};
    std::vector<std::string> out;
    auto const found = mail::letters(*reader, waiting, 100).value();
    for (auto const& one : found) out.push_back(one.letter.text + ' ' + one.letter.to);
    return out;
  }
  [[nodiscard]] Author asker() const {
    return {.side = Side::Participant, .user = user_, .person = "Ergasheva"};
  }
  static Author officer(std::int64_t number = 900, std::string name = "Rahimova") {
    return {.side = Side::Operator, .user = registry::UserNo(number), .person = std::move(name)};
  }

  SystemRng rng_;
  std::optional<country::Country> country_;
  Rules rules_;
  catalogue::BusinessDays days_;
  std::optional<mail::Texts> texts_;
  std::optional<mail::Outbox> outbox_;
  std::unique_ptr<registry::Register> participants_;
  registry::ParticipantNo shop_;
  registry::UserNo user_;
  std::optional<Desk> desk_;
};

}  // namespace tamga::support::testing
