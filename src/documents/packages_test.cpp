// SPDX-License-Identifier: Apache-2.0
#include "documents/testing/trade.hpp"

namespace tamga::documents {
namespace {

using ledger::CodeNo;
using ledger::CodeStatus;
using ledger::Mark;
using testing::field;
using testing::fields;
using testing::Outcome;
using testing::some;
using testing::sscc;
using testing::Texts;

class PackagesTest : public testing::TradeTest {
 protected:
  CodeNo parent(std::string const& code) { return stage().state(code).parent; }
  static std::string changed(std::string const& package, std::string const& more) {
    return fields({field("package", package), more});
  }
  /// Applied group packs of the product's own GTIN.
  Texts packs(int quantity, std::string const& release_method = "") {
    if (!pack_gtin_) pack_gtin_ = stage().product(maker_, kGroup, "GROUP");
    Texts codes = stage().ordered(maker_, kGroup, pack_gtin_, quantity, release_method);
    accepted(maker_, "apply", report(codes));
    return codes;
  }
  gs1::Gtin pack_gtin_;
};

// Features 3.1 row 13: a pallet of boxes stands for everything in it, and comes back with it.
TEST_P(PackagesTest, Row13PackageStandsForAllItHolds) {
  Texts const codes = introduced(50);
  accepted(maker_, "aggregate",
           packages({package(sscc(1), some(codes, 0, 20)), package(sscc(2), some(codes, 20, 20)),
                     package(sscc(3), {sscc(1), sscc(2)})}));
  EXPECT_EQ(parent(codes[5]), stage().number(sscc(1)));
  EXPECT_EQ(parent(sscc(1)), stage().number(sscc(3)));
  EXPECT_EQ(stage().state(sscc(3)).owner, maker_);
  EXPECT_EQ(refused(maker_, "ship", fields({field("receiver", kShopTaxId), field("codes", {codes[0]})})),
            Texts{"/codes/0 CODE_INSIDE_PACKAGE"});
  Outcome const shipment = shipped({sscc(3), codes[45]});
  EXPECT_TRUE(stage().state(codes[39]).has(Mark::InTransit));
  EXPECT_FALSE(stage().state(codes[44]).has(Mark::InTransit));
  EXPECT_EQ(stage().shipment(shipment.number)->content.size(), 42);
  accepted(shop_, "accept", answer(shipment, "all"));
  EXPECT_EQ(stage().state(codes[0]).owner, shop_);
  EXPECT_EQ(parent(codes[0]), stage().number(sscc(1)));
  accepted(shop_, "withdraw", withdrawal("OWN_USE", {sscc(3)}));
  EXPECT_EQ(stage().state(codes[7]).status, CodeStatus::Retired);
  EXPECT_EQ(parent(codes[7]), stage().number(sscc(1))) << "it keeps what it holds";
  accepted(shop_, "return", why({sscc(3)}));
  EXPECT_EQ(stage().state(codes[7]).status, CodeStatus::Introduced);
  EXPECT_EQ(stage().state(sscc(3)).status, CodeStatus::Introduced);
}

// What is accepted out of a package that goes back leaves it; what lies in an accepted package goes along.
TEST_P(PackagesTest, PartsOfAShipmentAreAccepted) {
  Texts const codes = introduced(12);
  accepted(maker_, "aggregate",
           packages({package(sscc(1), some(codes, 0, 4)), package(sscc(2), some(codes, 4, 4)),
                     package(sscc(3), {sscc(1), sscc(2)})}));
  Outcome const shipment = shipped({sscc(3)});
  accepted(shop_, "accept", answer(shipment, "listed") + "," + field("codes", {sscc(1), codes[4]}));
  EXPECT_EQ(stage().state(sscc(1)).owner, shop_);
  EXPECT_EQ(parent(sscc(1)), CodeNo()) << "taken off the pallet";
  EXPECT_EQ(parent(codes[0]), stage().number(sscc(1)));
  EXPECT_EQ(stage().state(codes[0]).owner, shop_);
  EXPECT_EQ(stage().state(codes[4]).owner, shop_);
  EXPECT_EQ(parent(codes[4]), CodeNo());
  EXPECT_EQ(stage().state(codes[5]).owner, maker_);
  EXPECT_EQ(parent(codes[5]), stage().number(sscc(2)));
  EXPECT_EQ(parent(sscc(2)), stage().number(sscc(3)));
  Outcome const rest = shipped({sscc(3)});
  EXPECT_EQ(stage().shipment(rest.number)->content.size(), 4) << "one box with three codes";
}

// One bad code inside refuses its package, and only that; the document says which.
TEST_P(PackagesTest, BadContentRefusesItsPackage) {
  Texts const codes = introduced(6);
  box(1, some(codes, 0, 3));
  box(2, some(codes, 3, 3));
  accepted(office_, "block", why({codes[4]}));
  EXPECT_EQ(
      refused(maker_, "ship", fields({field("receiver", kShopTaxId), field("codes", {sscc(1), sscc(2)})})),
      Texts{"/codes/1 CODE_BLOCKED"});
  EXPECT_EQ(refused(maker_, "withdraw", withdrawal("OWN_USE", {sscc(2)})), Texts{"/codes/0 CODE_BLOCKED"});
}

// Selling a unit out of a box leaves the box with the rest.
TEST_P(PackagesTest, UnitSoldOutOfABox) {
  Texts const codes = introduced(3);
  box(1, codes);
  accepted(maker_, "receipt", receipt({codes[0]}));
  EXPECT_EQ(parent(codes[0]), CodeNo());
  Outcome const shipment = shipped({sscc(1)});
  EXPECT_EQ(stage().shipment(shipment.number)->content.size(), 2);
}

// A package cannot hold itself, exist twice, or hold what lies elsewhere, is another's or does not exist.
TEST_P(PackagesTest, BadPackages) {
  Texts const codes = introduced(8);
  EXPECT_EQ(refused(maker_, "aggregate",
                    packages({package(sscc(9), {sscc(8)}), package(sscc(8), some(codes, 0, 2))})),
            Texts{"/packages/0/package PACKAGE_IN_ITSELF"});
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(sscc(9), {sscc(9)})})),
            Texts{"/packages/0/package PACKAGE_IN_ITSELF"});
  box(1, some(codes, 0, 2));
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(sscc(1), some(codes, 4, 2))})),
            Texts{"/packages/0/package PACKAGE_EXISTS"});
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(sscc(2), some(codes, 1, 2))})),
            Texts{"/packages/0/codes/0 CODE_INSIDE_PACKAGE"});
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(sscc(2), {sscc(77), codes[4]})})),
            Texts{"/packages/0/codes/0 CODE_NOT_ISSUED"});
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(sscc(2), {codes[4], codes[4]})})),
            Texts{"/packages/0/codes/1 CODE_TWICE"});
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(codes[4], {codes[5]})})),
            Texts{"/packages/0/package NOT_A_PACKAGE"});
  EXPECT_EQ(refused(shop_, "aggregate", packages({package(sscc(2), {codes[4]})})),
            Texts{"/packages/0/codes/0 CODE_OF_ANOTHER_OWNER"});
}

// Five levels of packages are the most, and no package is filled beyond its level.
TEST_P(PackagesTest, DepthIsLimited) {
  std::string inside = introduced(1)[0];
  for (int level = 1; level <= 5; ++level) inside = box(level, {inside});
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(sscc(6), {inside})})),
            Texts{"/packages/0/package PACKAGE_TOO_DEEP"});
  accepted(maker_, "withdraw", withdrawal("OWN_USE", {sscc(5)}));
  EXPECT_EQ(stage().state(sscc(1)).status, CodeStatus::Retired) << "the deepest content goes along";
}

// Group packs are codes of their own: applied, filled once, they hold units and lie in boxes.
TEST_P(PackagesTest, GroupPacks) {
  Texts const units = applied(6);
  Texts const pack = packs(2);
  accepted(maker_, "aggregate",
           packages({package(pack[0], some(units, 0, 3)), package(sscc(1), {pack[0], units[3]})}));
  EXPECT_EQ(stage().state(pack[0]).status, CodeStatus::Applied);
  EXPECT_EQ(parent(units[2]), stage().number(pack[0]));
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(pack[0], {units[4]})})),
            Texts{"/packages/0/package CODE_INSIDE_PACKAGE"});
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(pack[1], {sscc(1)})})),
            Texts{"/packages/0/package PACKED_UPSIDE_DOWN"});
  accepted(maker_, "introduce", fields({field("way", "own_production"), field("codes", {sscc(1)})}));
  EXPECT_EQ(stage().state(units[0]).status, CodeStatus::Introduced);
  EXPECT_EQ(stage().state(pack[0]).status, CodeStatus::Introduced);
  EXPECT_EQ(refused(maker_, "introduce", fields({field("way", "own_production"), field("codes", {sscc(1)})})),
            Texts{"/codes/0 PACKAGE_EMPTY"});
  accepted(shop_, "receipt", receipt({pack[0]}));
  EXPECT_EQ(stage().state(units[0]).status, CodeStatus::Retired);
  EXPECT_TRUE(stage().state(units[0]).has(Mark::SoldByOther));
  EXPECT_EQ(stage().state(units[0]).owner, shop_);
  EXPECT_EQ(parent(units[0]), stage().number(pack[0]));
  EXPECT_EQ(parent(pack[0]), CodeNo());
}

// An annulled pack lets its units go.
TEST_P(PackagesTest, AnnulledPackFreesItsUnits) {
  Texts const units = applied(2);
  Texts const pack = packs(1);
  accepted(maker_, "aggregate", packages({package(pack[0], units)}));
  accepted(maker_, "write_off",
           fields({field("reason", "KM_SPOILED"), field("act", "1"), field("codes", pack)}));
  EXPECT_EQ(parent(units[0]), CodeNo());
  EXPECT_EQ(stage().state(units[0]).status, CodeStatus::Applied);
}

// Taking apart ends a transport unit and keeps a pack; inner packages stay whole.
TEST_P(PackagesTest, Disaggregate) {
  Texts const units = applied(4);
  Texts const pack = packs(1);
  accepted(maker_, "aggregate", packages({package(pack[0], some(units, 0, 2)), package(sscc(1), {pack[0]})}));
  EXPECT_EQ(refused(shop_, "disaggregate", field("packages", Texts{sscc(1)})),
            Texts{"/packages/0 CODE_OF_ANOTHER_OWNER"});
  EXPECT_EQ(refused(maker_, "disaggregate", field("packages", Texts{units[3]})),
            Texts{"/packages/0 NOT_A_PACKAGE"});
  accepted(maker_, "disaggregate", field("packages", Texts{sscc(1)}));
  EXPECT_EQ(stage().state(sscc(1)).status, CodeStatus::Disbanded);
  EXPECT_EQ(parent(pack[0]), CodeNo());
  EXPECT_EQ(parent(units[0]), stage().number(pack[0]));
  accepted(maker_, "disaggregate", field("packages", pack));
  EXPECT_EQ(parent(units[0]), CodeNo());
  EXPECT_EQ(stage().state(pack[0]).status, CodeStatus::Applied);
  EXPECT_EQ(refused(maker_, "disaggregate", field("packages", pack)), Texts{"/packages/0 PACKAGE_EMPTY"});
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(sscc(1), {units[0]})})),
            Texts{"/packages/0/package PACKAGE_EXISTS"})
      << "the number of a package is used once";
}

// What a package holds can be changed, also inside another; rings and heights are watched.
TEST_P(PackagesTest, Reaggregate) {
  Texts const codes = introduced(8);
  box(1, some(codes, 0, 3));
  box(2, {sscc(1)});
  accepted(maker_, "reaggregate",
           changed(sscc(1), fields({field("add", some(codes, 3, 2)), field("remove", some(codes, 0, 1))})));
  EXPECT_EQ(parent(codes[0]), CodeNo());
  EXPECT_EQ(parent(codes[4]), stage().number(sscc(1)));
  Outcome const shipment = shipped({sscc(2)});
  EXPECT_EQ(stage().shipment(shipment.number)->content.size(), 5);
  accepted(maker_, "cancel_shipment", field("shipment", std::to_string(shipment.number.value())));
  EXPECT_EQ(refused(maker_, "reaggregate", changed(sscc(1), field("remove", some(codes, 6, 1)))),
            Texts{"/remove/0 CODE_NOT_PACKED"});
  EXPECT_EQ(refused(maker_, "reaggregate", changed(sscc(2), field("remove", some(codes, 4, 1)))),
            Texts{"/remove/0 CODE_NOT_IN_PACKAGE"});
  EXPECT_EQ(refused(maker_, "reaggregate", changed(sscc(1), field("add", Texts{sscc(2)}))),
            Texts{"/package PACKAGE_IN_ITSELF"});
  EXPECT_EQ(refused(maker_, "reaggregate", field("package", sscc(1))), Texts{"/add NOTHING_TO_CHANGE"});
  box(3, {box(4, {box(5, {box(6, {codes[6]})})})});
  EXPECT_EQ(refused(maker_, "reaggregate", changed(sscc(1), field("add", Texts{sscc(3)}))),
            Texts{"/package PACKAGE_TOO_DEEP"})
      << "the pallet around it would be a sixth level";
}

// What grows inside makes the packages around it higher, and they remember.
TEST_P(PackagesTest, PackagesAroundGrow) {
  Texts const codes = applied(2);
  Texts const pack = packs(1);
  box(4, {box(3, {box(2, {box(1, {codes[0]})})})});
  accepted(maker_, "aggregate", packages({package(pack[0], {codes[1]})}));
  accepted(maker_, "reaggregate", changed(sscc(1), field("add", pack)));
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(sscc(5), {sscc(4)})})),
            Texts{"/packages/0/package PACKAGE_TOO_DEEP"});
  accepted(maker_, "introduce", fields({field("way", "own_production"), field("codes", {sscc(4)})}));
  Outcome const shipment = shipped({sscc(4)});
  EXPECT_EQ(stage().shipment(shipment.number)->content.size(), 6) << "down to the deepest code";
}

// A code named beside its package is content; one that returns alone leaves the package behind.
TEST_P(PackagesTest, CodesNamedBesideTheirPackage) {
  Texts const codes = introduced(3);
  box(1, codes);
  accepted(maker_, "withdraw", withdrawal("OWN_USE", {codes[1], sscc(1)}));
  EXPECT_EQ(parent(codes[1]), stage().number(sscc(1)));
  accepted(maker_, "return", why({codes[0]}));
  EXPECT_EQ(parent(codes[0]), CodeNo());
  EXPECT_EQ(stage().state(sscc(1)).status, CodeStatus::Retired);
  accepted(maker_, "return", why({sscc(1)}));
  EXPECT_EQ(stage().state(codes[1]).status, CodeStatus::Introduced);
  EXPECT_EQ(parent(codes[1]), stage().number(sscc(1)));
}

// A pack under customs is released with its units, not without, and takes no others in.
TEST_P(PackagesTest, PacksUnderCustoms) {
  Texts const units = from_abroad(3);
  Texts const pack = packs(2, "IMPORT");
  accepted(maker_, "aggregate", packages({package(pack[0], some(units, 0, 2))}));
  accepted(maker_, "introduce", import(pack, "D-1"));
  EXPECT_TRUE(stage().state(units[0]).has(Mark::Customs));
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(pack[1], {units[2]})})),
            Texts{"/packages/0/package CODE_UNDER_CUSTOMS"});
  EXPECT_EQ(refused(maker_, "reaggregate", changed(pack[0], field("add", some(units, 2, 1)))),
            Texts{"/package CODE_UNDER_CUSTOMS"});
  auto const release = [](Texts const& codes) {
    return fields({field("declaration", "D-1"), field("codes", codes)});
  };
  EXPECT_EQ(refused(office_, "clear_customs", release({units[0]})), Texts{"/codes/0 PACKAGE_HELD"});
  accepted(office_, "clear_customs", release({pack[0]}));
  EXPECT_FALSE(stage().state(units[0]).has(Mark::Customs));
}

// The country says how much goes into a package of each level.
TEST_P(PackagesTest, CapacityOfTheCountry) {
  open("uz");
  gtin_ = stage().product(maker_, kGroup);
  Texts const units = stage().ordered(maker_, kGroup, gtin_, 1701);
  accepted(maker_, "apply", report(units));
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(sscc(1), some(units, 0, 1501))})),
            Texts{"/packages/0/package PACKAGE_OVER_CAPACITY"});
  box(1, some(units, 0, 1500));
  EXPECT_EQ(refused(maker_, "reaggregate", changed(sscc(1), field("add", some(units, 1500, 1)))),
            Texts{"/package PACKAGE_OVER_CAPACITY"});
  Texts const pack = packs(1);
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(pack[0], some(units, 1500, 201))})),
            Texts{"/packages/0/package PACKAGE_OVER_CAPACITY"});
  accepted(maker_, "aggregate",
           packages({package(pack[0], some(units, 1500, 200)), package(sscc(2), {pack[0]}),
                     package(sscc(3), {sscc(2)})}));
  EXPECT_EQ(refused(maker_, "aggregate", packages({package(sscc(4), {sscc(3)})})),
            Texts{"/packages/0/package PACKAGE_TOO_DEEP"})
      << "two levels of transport units are known there";
}

INSTANTIATE_TEST_SUITE_P(Engines, PackagesTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
