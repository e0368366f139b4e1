// SPDX-License-Identifier: Apache-2.0
#include "billing/fee.hpp"

#include <gtest/gtest.h>

namespace tamga::billing {
namespace {

using country::ChargeAt;
using country::PackageLevel;
using ledger::CodeStatus;
using ledger::Event;

country::Tariff tariff(std::int64_t price, bool included, ChargeAt at = ChargeAt::Application) {
  country::Tariff out;
  out.price_minor = price;
  out.vat_included = included;
  out.charge_at = at;
  return out;
}

TEST(Fee, VatIsAddedOrTakenOutForEachCode) {
  Fee const added = fee_of(tariff(6'800, false), 1'200, PackageLevel::Unit, {}, Terms());
  EXPECT_EQ(added.net, 6'800);
  EXPECT_EQ(added.vat, 816);
  Fee const within = fee_of(tariff(60, true), 2'000, PackageLevel::Unit, {}, Terms());
  EXPECT_EQ(within.net, 50);
  EXPECT_EQ(within.vat, 10);
  EXPECT_EQ(fee_of(tariff(25, false), 2'200, PackageLevel::Unit, {}, Terms()).vat, 6) << "5.5 is rounded up";
  EXPECT_EQ(fee_of(tariff(20, false), 2'200, PackageLevel::Unit, {}, Terms()).vat, 4) << "4.4 is not";
}

TEST(Fee, FreeLevelsAndFreeTariffsCostNothing) {
  auto some = tariff(6'800, false);
  some.free_levels.add(PackageLevel::Group);
  EXPECT_TRUE(fee_of(some, 1'200, PackageLevel::Group, {}, Terms()).free());
  EXPECT_FALSE(fee_of(some, 1'200, PackageLevel::Unit, {}, Terms()).free());
  EXPECT_TRUE(fee_of(tariff(6'800, false, ChargeAt::None), 1'200, PackageLevel::Unit, {}, Terms()).free());
  EXPECT_TRUE(fee_of(tariff(0, false), 1'200, PackageLevel::Unit, {}, Terms()).free());
}

TEST(Fee, AWishCountsWhereTheTariffLeavesTheChoice) {
  auto const choice = tariff(50, false, ChargeAt::Choice);
  EXPECT_EQ(fee_of(choice, 0, PackageLevel::Unit, {}, Terms()).at, ChargeAt::Application);
  EXPECT_EQ(fee_of(choice, 0, PackageLevel::Unit, ChargeAt::Emission, Terms()).at, ChargeAt::Emission);
  EXPECT_EQ(fee_of(tariff(50, false), 0, PackageLevel::Unit, ChargeAt::Emission, Terms()).at,
            ChargeAt::Application);
}

// Every moment against every status: a code is charged at most once on any way through its life.
TEST(Fee, TheMomentComesOnce) {
  auto const due = [](ChargeAt at, Event event, CodeStatus before, Cover cover = Cover::Reservation,
                      bool release = true) {
    return due_by({{}, {}, at, cover, release, 50, 10}, event, before);
  };
  EXPECT_EQ(due(ChargeAt::Application, Event::Apply, CodeStatus::Emitted), Due::Charge);
  EXPECT_EQ(due(ChargeAt::Application, Event::Introduce, CodeStatus::Applied), Due::Nothing);
  EXPECT_EQ(due(ChargeAt::Application, Event::WriteOff, CodeStatus::Emitted), Due::Release);
  EXPECT_EQ(due(ChargeAt::Application, Event::DropOut, CodeStatus::Emitted), Due::Release);
  EXPECT_EQ(due(ChargeAt::Application, Event::DropOut, CodeStatus::Emitted, Cover::Reservation, false),
            Due::Charge);
  EXPECT_TRUE(concerns_fees(Event::DropOut));
  EXPECT_EQ(due(ChargeAt::Application, Event::WriteOff, CodeStatus::Applied), Due::Nothing);
  EXPECT_EQ(due(ChargeAt::Introduction, Event::Apply, CodeStatus::Emitted), Due::Nothing);
  EXPECT_EQ(due(ChargeAt::Introduction, Event::Introduce, CodeStatus::Applied), Due::Charge);
  EXPECT_EQ(due(ChargeAt::Introduction, Event::IntroduceImport, CodeStatus::Applied), Due::Charge);
  EXPECT_EQ(due(ChargeAt::Introduction, Event::WriteOff, CodeStatus::Applied), Due::Release);
  EXPECT_EQ(due(ChargeAt::Introduction, Event::ReplaceOld, CodeStatus::Applied), Due::Release);
  EXPECT_EQ(due(ChargeAt::Application, Event::ReplaceNew, CodeStatus::Emitted), Due::Charge);
  EXPECT_EQ(due(ChargeAt::Application, Event::ReplaceNew, CodeStatus::Applied), Due::Nothing);
  EXPECT_EQ(due(ChargeAt::Introduction, Event::WriteOff, CodeStatus::Introduced), Due::Nothing);
  EXPECT_EQ(due(ChargeAt::Application, Event::WriteOff, CodeStatus::Emitted, Cover::Debt), Due::Nothing);
  EXPECT_EQ(due(ChargeAt::Application, Event::WriteOff, CodeStatus::Emitted, Cover::Reservation, false),
            Due::Charge)
      << "what is not given back is charged";
  for (ChargeAt const at : {ChargeAt::Emission, ChargeAt::Order, ChargeAt::None})
    for (Event const event : {Event::Apply, Event::Introduce, Event::WriteOff})
      for (CodeStatus const before : {CodeStatus::Emitted, CodeStatus::Applied, CodeStatus::Introduced})
        EXPECT_EQ(due(at, event, before), Due::Nothing);
}

}  // namespace
}  // namespace tamga::billing
