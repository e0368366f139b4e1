// SPDX-License-Identifier: Apache-2.0
// What the operator decides about groups: from a day after today, in force everywhere, never backwards.
#include "contract_office/group_book.hpp"

#include "contract_office/errors.hpp"
#include "contract_office/testing/desk.hpp"

namespace tamga::contract_office {
namespace {

using country::ChargeAt;
using country::GroupMode;

class GroupBookTest : public testing::Desk {
 protected:
  static Date day(char const* text) { return *Date::parse(text); }
  static country::Tariff priced(std::int64_t price) {
    country::Tariff out;
    out.price_minor = price;
    out.currency = country::Currency("UZS");
    out.charge_at = ChargeAt::Emission;
    out.free_levels.add(country::PackageLevel::Group);
    return out;
  }
  Result<void> decide(country::GroupAmendment what, char const* today = "2026-03-01") {
    GroupDecision const decision{.number = ++numbers_,
                                 .what = std::move(what),
                                 .reason = "Order 12",
                                 .person = "Rahimova",
                                 .at = at(today)};
    return durably([&](sql::Connection& c) { return decide_group(c, decision, day(today)); });
  }
  void refresh(GroupBook const& book, country::Country const& country) {
    auto const reader = store().reader().value();
    ASSERT_TRUE(book.refresh(*reader, country));
  }
  country::ProductGroup const& water() { return *country_->find_group("water"); }

  std::int64_t numbers_ = 0;
};

TEST_P(GroupBookTest, BeginsOnTheDayItNames) {
  ASSERT_TRUE(decide({.group = "water", .from = day("2026-04-01"), .tariff = priced(750'000)}));
  EXPECT_EQ(water().tariff_on(day("2026-05-01"))->price_minor, 0) << "not read yet, and a pilot";
  ASSERT_TRUE(decide({.group = "water", .from = day("2026-05-01"), .mode = GroupMode::Mandatory}));
  refresh(office().groups, *country_);
  EXPECT_EQ(water().mode_on(day("2026-04-30")), GroupMode::Pilot);
  EXPECT_EQ(water().mode_on(day("2026-05-01")), GroupMode::Mandatory);
  EXPECT_EQ(water().tariff_on(day("2026-04-30"))->charge_at, ChargeAt::None) << "a pilot costs nothing";
  EXPECT_EQ(water().tariff_on(day("2026-05-01"))->price_minor, 750'000);
  EXPECT_EQ(water().tariff_on(day("2026-05-01"))->price_of(country::PackageLevel::Group), 0);
  EXPECT_EQ(country_->find_group("beer")->mode_on(day("2026-05-01")), GroupMode::Mandatory) << "as it was";
  // Another process, or the next start.
  auto const other = country::load_country(spec_.folder()).value();
  GroupBook const book;
  refresh(book, other);
  EXPECT_EQ(other.find_group("water")->tariff_on(day("2026-05-01"))->price_minor, 750'000);
}

TEST_P(GroupBookTest, TheLaterWordOfADayCounts) {
  ASSERT_TRUE(decide({.group = "water", .from = day("2026-05-01"), .mode = GroupMode::Mandatory}));
  ASSERT_TRUE(decide({.group = "water", .from = day("2026-05-01"), .mode = GroupMode::Pilot}, "2026-03-02"));
  ASSERT_TRUE(
      decide({.group = "water", .from = day("2026-06-01"), .mode = GroupMode::Mandatory}, "2026-03-02"));
  refresh(office().groups, *country_);
  EXPECT_EQ(water().mode_on(day("2026-05-15")), GroupMode::Pilot);
  EXPECT_EQ(water().mode_on(day("2026-06-01")), GroupMode::Mandatory);
  auto const reader = store().reader().value();
  EXPECT_EQ(group_decisions(*reader)->size(), 3U) << "none is lost";
}

TEST_P(GroupBookTest, NothingIsDecidedBackwards) {
  auto const name = [](Result<void> const& result) {
    return result ? "" : std::string(result.error().name());
  };
  EXPECT_EQ(name(decide({.group = "water", .from = day("2026-03-01"), .mode = GroupMode::Pilot})),
            "GROUP_TERMS_DATE");
  EXPECT_EQ(name(decide({.group = "water", .from = day("2025-01-01"), .tariff = priced(1)})),
            "GROUP_TERMS_DATE");
  EXPECT_EQ(name(decide({.group = "water", .from = day("2046-01-01"), .mode = GroupMode::Pilot})),
            "GROUP_TERMS_DATE");
  EXPECT_EQ(name(decide({.group = "water", .from = day("2026-04-01")})), "GROUP_TERMS_EMPTY");
  EXPECT_EQ(name(decide({.group = "water", .from = day("2026-04-01"), .tariff = priced(0)})),
            "GROUP_TERMS_PRICE");
  EXPECT_EQ(name(decide({.group = "water", .from = day("2026-04-01"), .tariff = priced(-5)})),
            "GROUP_TERMS_PRICE");
  country::Tariff free = priced(5);
  free.charge_at = ChargeAt::None;
  EXPECT_EQ(name(decide({.group = "water", .from = day("2026-04-01"), .tariff = free})), "GROUP_TERMS_PRICE");
}

// A price that the operator decided is a new version of the contract on its day.
TEST_P(GroupBookTest, ContractsFollow) {
  UnixMs const now = at("2026-03-01");
  compare(now);
  says(profile(), now);
  attend(now);
  sign_all(now);
  ASSERT_TRUE(decide({.group = "water", .from = day("2026-03-20"), .mode = GroupMode::Mandatory}));
  ASSERT_TRUE(decide({.group = "water", .from = day("2026-03-20"), .tariff = priced(750'000)}));
  refresh(office().groups, *country_);
  EXPECT_FALSE(compare(at("2026-03-19")));
  EXPECT_TRUE(compare(at("2026-03-20")));
  EXPECT_EQ(attend(at("2026-03-20")), std::vector<std::string>{"contract.replace"});
  EXPECT_EQ(letters().back(), "prices_begin");
  auto const fresh = all().back();
  ASSERT_TRUE(fresh.facts.group);
  EXPECT_EQ(fresh.facts.group->prices.front().price_minor, 750'000);
  EXPECT_EQ(fresh.facts.group->mode, GroupMode::Mandatory);
}

INSTANTIATE_TEST_SUITE_P(Engines, GroupBookTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::contract_office
