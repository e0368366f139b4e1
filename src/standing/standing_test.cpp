// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>

#include "base/testing/source_path.hpp"
#include "country/errors.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"
#include "standing/book.hpp"
#include "standing/comparison.hpp"
#include "standing/errors.hpp"
#include "standing/office.hpp"
#include "standing/tables.hpp"

namespace tamga::standing {
namespace {

using business_register::BusinessEntity;
using business_register::EntityStatus;

constexpr ParticipantNo kShop(7);
constexpr std::int64_t kHourMs = 3'600'000;

BusinessEntity entity() {
  using business_register::Address;
  using business_register::Director;
  return {.tax_id = "301234682",
          .as_of = *Date::parse("2026-03-01"),
          .name = "Oq gul",
          .short_name = {},
          .legal_form = {},
          .registry_id = "1234567",
          .address = Address{.text = "Toshkent, Navoiy 1",
                             .postal_code = {},
                             .region = {},
                             .city = {},
                             .street = {},
                             .building = {}},
          .director = Director{.name = "Mirzayev Davron", .person_id = "31503882001140"},
          .main_activity = {},
          .registered_on = {},
          .vat_payer = {}};
}

Rules rules_of(char const* country) {
  auto rules = read_rules(source_path("spec") / country / "standing.toml");
  if (!rules) throw std::runtime_error(describe(rules.error()));
  return *std::move(rules);
}

std::vector<Cause> causes_of(std::vector<Finding> const& findings) {
  std::vector<Cause> out;
  for (Finding const& one : findings) out.push_back(one.cause);
  return out;
}

// Each thing that can go wrong with a business has its own cause; commas are no other address.
TEST(StandingComparison, NamesEveryCause) {
  Rules const rules = rules_of("uz");
  auto const causes = [&](auto change) {
    BusinessEntity now = entity();
    change(now);
    return causes_of(compare(entity(), now, {}, rules, UnixMs(0)));
  };
  using Causes = std::vector<Cause>;
  EXPECT_EQ(causes([](BusinessEntity&) {}), Causes{});
  EXPECT_EQ(causes([](BusinessEntity& now) { now.status = EntityStatus::Liquidated; }),
            Causes{Cause::Liquidated});
  EXPECT_EQ(causes([](BusinessEntity& now) { now.status = EntityStatus::Liquidating; }),
            Causes{Cause::Liquidating});
  EXPECT_EQ(causes([](BusinessEntity& now) { now.status = EntityStatus::Suspended; }),
            Causes{Cause::Suspended});
  EXPECT_EQ(causes([](BusinessEntity& now) { now.registry_id = "7654321"; }), Causes{Cause::RegistryId});
  EXPECT_EQ(causes([](BusinessEntity& now) { now.registry_id.reset(); }), Causes{});
  EXPECT_EQ(causes([](BusinessEntity& now) { now.director->person_id = "30000000000000"; }),
            Causes{Cause::Director});
  EXPECT_EQ(causes([](BusinessEntity& now) { now.director->name = "MIRZAYEV DAVRON"; }), Causes{});
  EXPECT_EQ(causes([](BusinessEntity& now) { now.address->text = "TOSHKENT. Navoiy, 1"; }), Causes{});
  EXPECT_EQ(causes([](BusinessEntity& now) { now.address->text = "Toshkent, Navoiy 11"; }),
            Causes{Cause::Address});
  EXPECT_EQ(causes([](BusinessEntity& now) {
              now.status = EntityStatus::Suspended;
              now.registry_id = "7654321";
            }),
            (Causes{Cause::Suspended, Cause::RegistryId}));
  EXPECT_EQ(causes_of(compare(entity(), std::nullopt, {}, rules, UnixMs(0))), Causes{Cause::Unknown});
  EXPECT_EQ(causes_of(compare(std::nullopt, entity(), {}, rules, UnixMs(0))), Causes{});
}

// A certificate of another business than the register has under that tax number: found at the first look,
// when there is nothing confirmed yet to compare with. One that names no number says nothing.
TEST(StandingComparison, TheCertificateNamesTheNumberOfTheRegister) {
  Rules const rules = rules_of("ru");
  auto const causes = [&](std::vector<std::string> const& certified, char const* registered) {
    BusinessEntity now = entity();
    now.registry_id.reset();
    if (registered != nullptr) now.registry_id = registered;
    return causes_of(compare(std::nullopt, now, certified, rules, UnixMs(0)));
  };
  using Causes = std::vector<Cause>;
  EXPECT_EQ(causes({"1157746012016"}, "1157746012016"), Causes{});
  EXPECT_EQ(causes({"1157746012016"}, "1027700132195"), Causes{Cause::CertificateRegistryId});
  EXPECT_EQ(causes({"1157746012016", "1027700132195"}, "1027700132195"), Causes{}) << "a newer certificate";
  EXPECT_EQ(causes({}, "1027700132195"), Causes{});
  EXPECT_EQ(causes({"1157746012016"}, nullptr), Causes{});
  auto const found =
      compare(std::nullopt, entity(), std::vector<std::string>{"1157746012016"}, rules, UnixMs(0));
  EXPECT_EQ(found.front().effect, Effect::Restricted);
  EXPECT_EQ(found.front().before, "1157746012016");
  EXPECT_EQ(found.front().now, "1234567");
}

// A cause that a country passes over stands against nobody; a mistake of the file is told with its line.
TEST(StandingRules, AreTheCountrys) {
  auto const file = std::filesystem::path(testing::TempDir()) / "standing_rules.toml";
  std::ofstream(file)
      << "recheck_hours = 24\nretry_minutes = 5\nrestricted_documents = [\"receipt\"]\n"
         "blocked_documents = []\n[[causes]]\ncause = \"director\"\neffect = \"restricted\"\n";
  auto const rules = read_rules(file);
  ASSERT_TRUE(rules) << describe(rules.error());
  BusinessEntity now = entity();
  now.status = EntityStatus::Liquidated;
  now.director->person_id = "30000000000000";
  EXPECT_EQ(causes_of(compare(entity(), now, {}, *rules, UnixMs(0))), std::vector<Cause>{Cause::Director});
  EXPECT_TRUE(rules->allows(Effect::Good, "order_codes"));
  EXPECT_TRUE(rules->allows(Effect::Restricted, "receipt"));
  EXPECT_FALSE(rules->allows(Effect::Restricted, "order_codes"));
  EXPECT_FALSE(rules->allows(Effect::Blocked, "receipt"));
  std::ofstream(file)
      << "recheck_hours = 24\nretry_minutes = 5\nrestricted_documents = []\nblocked_documents = []\n"
         "[[causes]]\ncause = \"weather\"\neffect = \"restricted\"\n";
  auto const wrong = read_rules(file);
  ASSERT_FALSE(wrong);
  EXPECT_TRUE(wrong.error().is(country::kSpecUnknownWord)) << describe(wrong.error());
}

class StandingTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("standing", kMigrations);
    book_ = Book::open(store()).value();
  }
  Settled settle_with(std::optional<BusinessEntity> const& said, std::int64_t profile = 1) {
    registry::StoredProfile const stored{.profile = {}, .document = profile, .since = now_};
    auto settled = durably([&](sql::Connection& writer) {
      return settle(writer, rules_, kShop, stored, said, certified_, now_);
    });
    EXPECT_TRUE(settled) << describe(settled.error());
    book_->show(settled->standing);
    return *settled;
  }
  Effect effect() const {
    auto const standing = book_->find(kShop);
    return standing ? standing->effect() : Effect::Good;
  }
  Rules rules_ = rules_of("uz");
  std::vector<std::string> certified_;
  UnixMs now_{1'772'442'000'000};
  std::unique_ptr<Book> book_;
};

// Struck off: blocked from the next look on; entered again: good. The day since when it stands is kept.
TEST_P(StandingTest, FollowsTheRegister) {
  EXPECT_FALSE(settle_with(entity()).changed);
  EXPECT_EQ(effect(), Effect::Good);
  BusinessEntity gone = entity();
  gone.status = EntityStatus::Liquidated;
  Settled const first = settle_with(gone);
  EXPECT_TRUE(first.changed);
  EXPECT_EQ(first.before, Effect::Good);
  EXPECT_EQ(effect(), Effect::Blocked);
  UnixMs const since = now_;
  now_ = UnixMs(now_.value() + 24 * kHourMs);
  EXPECT_FALSE(settle_with(gone).changed);
  EXPECT_EQ(book_->find(kShop)->findings.front().since, since);
  auto const again = Book::open(store()).value();
  ASSERT_TRUE(again->find(kShop));
  EXPECT_EQ(again->find(kShop)->findings, book_->find(kShop)->findings);
  EXPECT_TRUE(settle_with(entity()).changed);
  EXPECT_EQ(effect(), Effect::Good);
  ASSERT_TRUE(again->refresh(store()));
  EXPECT_FALSE(again->find(kShop));
}

// It moved: restricted until the profile is confirmed anew.
TEST_P(StandingTest, ProfileConfirmedAnewEndsWhatItMayEnd) {
  settle_with(entity(), 1);
  BusinessEntity moved = entity();
  moved.address->text = "Samarqand, Registon 2";
  settle_with(moved, 1);
  EXPECT_EQ(effect(), Effect::Restricted);
  settle_with(moved, 2);
  EXPECT_EQ(effect(), Effect::Good);
  BusinessEntity other = moved;
  other.director->person_id = "30000000000000";
  settle_with(other, 2);
  EXPECT_EQ(effect(), Effect::Restricted);
  settle_with(other, 3);
  EXPECT_EQ(effect(), Effect::Restricted);  // whoever confirms it may be the one who left
}

// What the operator decides ends by the operator alone, and lets the present answer count as confirmed.
TEST_P(StandingTest, OperatorDecidesAndLifts) {
  settle_with(entity());
  auto const blocked = durably([&](sql::Connection& writer) {
    return decide(writer, kShop, Effect::Blocked, "forged papers", "Inspector", now_);
  });
  ASSERT_TRUE(blocked);
  EXPECT_EQ(blocked->standing.effect(), Effect::Blocked);
  settle_with(entity());
  EXPECT_EQ(effect(), Effect::Blocked);
  auto const twice = durably([&](sql::Connection& writer) {
    return decide(writer, kShop, Effect::Blocked, "again", "Inspector", now_);
  });
  ASSERT_FALSE(twice);
  EXPECT_TRUE(twice.error().is(kStandingAlready));
  BusinessEntity other = entity();
  other.director->person_id = "30000000000000";
  settle_with(other);
  auto const lifted = durably([&](sql::Connection& writer) { return lift(writer, kShop, now_); });
  ASSERT_TRUE(lifted);
  EXPECT_TRUE(lifted->standing.findings.empty());
  settle_with(other);
  EXPECT_EQ(effect(), Effect::Good);
  auto const nothing = durably([&](sql::Connection& writer) { return lift(writer, kShop, now_); });
  ASSERT_FALSE(nothing);
  EXPECT_TRUE(nothing.error().is(kNothingToLift));
}

// The queue: whose turn has come, who is restricted; a silent register only moves the turn.
TEST_P(StandingTest, TurnsComeAgain) {
  settle_with(entity());
  auto reader = store().reader().value();
  EXPECT_EQ(last_standing(*reader).value(), kShop);
  EXPECT_TRUE(standings_due(*reader, now_, 10).value().empty());
  UnixMs const later(now_.value() + rules_.recheck_ms);
  EXPECT_EQ(standings_due(*reader, later, 10).value(), std::vector<ParticipantNo>{kShop});
  ASSERT_TRUE(durably([&](sql::Connection& writer) { return postpone(writer, rules_, kShop, later); }));
  EXPECT_TRUE(standings_due(*reader, later, 10).value().empty());
  EXPECT_TRUE(find_standing(*reader, kShop).value()->confirmed);
  settle_with(std::nullopt);
  auto const blocked = standings_of(*reader, Effect::Blocked, ParticipantNo(), 10).value();
  ASSERT_EQ(blocked.size(), 1U);
  EXPECT_EQ(causes_of(blocked.front().findings), std::vector<Cause>{Cause::Unknown});
  EXPECT_TRUE(standings_of(*reader, Effect::Blocked, kShop, 10).value().empty());
}

// Whoever can sign no more restricts his organisation, whatever the register says; a new head ends it.
TEST_P(StandingTest, AHeadWithoutCertificatesRestricts) {
  auto const judge = [&](bool revoked) {
    auto const done =
        durably([&](sql::Connection& writer) { return judge_head(writer, rules_, kShop, revoked, now_); });
    book_->show(done->standing);
    return *done;
  };
  settle_with(entity());
  EXPECT_FALSE(judge(false).changed);
  EXPECT_TRUE(judge(true).changed);
  EXPECT_FALSE(judge(true).changed) << "no news";
  EXPECT_EQ(effect(), Effect::Restricted);
  settle_with(entity());
  EXPECT_EQ(effect(), Effect::Restricted) << "the register has nothing to do with it";
  EXPECT_TRUE(judge(false).changed);
  EXPECT_EQ(effect(), Effect::Good);
}

TEST_P(StandingTest, ANewHeadIsConfirmed) {
  settle_with(entity());
  BusinessEntity changed = entity();
  changed.director->person_id = "30000000000000";
  settle_with(changed);
  EXPECT_EQ(effect(), Effect::Restricted);
  auto const done = durably([&](sql::Connection& writer) { return change_head(writer, kShop, now_); });
  book_->show(done->standing);
  EXPECT_TRUE(done->changed);
  EXPECT_EQ(effect(), Effect::Good);
  settle_with(changed);
  EXPECT_EQ(effect(), Effect::Good) << "whom the register names next is the confirmed one";
  settle_with(entity());
  EXPECT_EQ(effect(), Effect::Restricted) << "and the next change is noticed";
}

// The number of the certificate restricts until a certificate names the register's; it is no word of the
// operator, so that he cannot lift it for good.
TEST_P(StandingTest, AnotherNumberInTheCertificateRestricts) {
  rules_ = rules_of("ru");
  certified_ = {"1157746012016"};
  EXPECT_TRUE(settle_with(entity()).changed);
  EXPECT_EQ(effect(), Effect::Restricted);
  EXPECT_FALSE(settle_with(entity()).changed) << "told once";
  settle_with(entity(), 2);
  EXPECT_EQ(effect(), Effect::Restricted) << "a profile confirmed anew changes no certificate";
  certified_.emplace_back("1234567");
  EXPECT_TRUE(settle_with(entity(), 2).changed);
  EXPECT_EQ(effect(), Effect::Good);
}

INSTANTIATE_TEST_SUITE_P(Engines, StandingTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::standing
