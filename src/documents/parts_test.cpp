// SPDX-License-Identifier: Apache-2.0
// Features 3.1 row 19: goods sold in parts, beer from kegs.
#include "documents/testing/trade.hpp"

namespace tamga::documents {
namespace {

using ledger::CodeStatus;
using ledger::Mark;
using testing::field;
using testing::fields;
using testing::Outcome;
using testing::Texts;

class PartsTest : public testing::TradeTest {
 protected:
  void SetUp() override {
    TradeTest::SetUp();
    keg_gtin_ = stage().product(maker_, "beer");
  }
  Texts kegs(int quantity) {
    Texts codes = stage().ordered(maker_, "beer", keg_gtin_, quantity);
    accepted(maker_, "apply", report(codes));
    return codes;
  }
  static std::string part(std::string const& code, int part, int of) {
    return "{" + fields({field("code", code), fmt::format(R"("part":{},"of":{})", part, of)}) + "}";
  }
  static std::string sale(std::initializer_list<std::string> parts, std::string const& more = "") {
    return fields({field("register", "0001"), field("number", fiscal_number()),
                   R"("at":"2026-03-02T08:00:00Z")", R"("parts":[)" + fields(parts) + "]"}) +
           more;
  }
  static std::string refund(std::initializer_list<std::string> parts) {
    return fields(
        {field("register", "0001"), field("number", fiscal_number()), R"("parts":[)" + fields(parts) + "]"});
  }
  gs1::Gtin keg_gtin_;
};

TEST_P(PartsTest, KegLeavesCirculationWithItsLastGlass) {
  Texts const keg = kegs(1);
  accepted(maker_, "receipt", sale({part(keg[0], 500, 30'000)}));
  EXPECT_EQ(stage().state(keg[0]).status, CodeStatus::Introduced);
  EXPECT_TRUE(stage().state(keg[0]).has(Mark::Opened));
  EXPECT_EQ(refused(maker_, "ship", fields({field("receiver", kShopTaxId), field("codes", keg)})),
            Texts{"/codes/0 CODE_OPENED"});
  EXPECT_EQ(refused(maker_, "receipt", sale({part(keg[0], 1, 20)})),
            Texts{"/parts/0/code PART_OF_OTHER_WHOLE"});
  EXPECT_EQ(refused(maker_, "receipt", sale({part(keg[0], 29'501, 30'000)})),
            Texts{"/parts/0/code PART_TOO_LARGE"});
  accepted(maker_, "receipt", sale({part(keg[0], 29'500, 30'000)}));
  EXPECT_EQ(stage().state(keg[0]).status, CodeStatus::Retired);
  EXPECT_EQ(refused(maker_, "receipt", sale({part(keg[0], 1, 30'000)})),
            Texts{"/parts/0/code CODE_WRONG_STATUS"});
  EXPECT_EQ(stage().history(keg[0]), (Texts{"issue", "apply", "introduce", "sell_part", "sell"}));
}

TEST_P(PartsTest, PartsComeBack) {
  Texts const keg = kegs(1);
  accepted(maker_, "receipt", sale({part(keg[0], 3, 3)}));
  EXPECT_EQ(stage().state(keg[0]).status, CodeStatus::Retired);
  EXPECT_EQ(refused(maker_, "refund",
                    fields({field("register", "1"), field("number", fiscal_number()), field("codes", keg)})),
            Texts{"/codes/0 CODE_OPENED"});
  accepted(maker_, "refund", refund({part(keg[0], 1, 3)}));
  EXPECT_EQ(stage().state(keg[0]).status, CodeStatus::Introduced);
  EXPECT_TRUE(stage().state(keg[0]).has(Mark::Opened));
  EXPECT_EQ(refused(maker_, "refund", refund({part(keg[0], 3, 3)})), Texts{"/parts/0/code PART_NOT_SOLD"});
  accepted(maker_, "refund", refund({part(keg[0], 2, 3)}));
  EXPECT_FALSE(stage().state(keg[0]).has(Mark::Opened)) << "whole again";
  shipped(keg);
}

TEST_P(PartsTest, TheRestIsSoldAsAWhole) {
  Texts const keg = kegs(2);
  accepted(maker_, "receipt", sale({part(keg[0], 1, 4)}));
  Outcome const mixed = stage().send(
      maker_, "receipt", sale({part(keg[0], 1, 4), part(keg[1], 1, 4)}, "," + field("codes", Texts{keg[0]})));
  EXPECT_EQ(mixed.lines, Texts{"/parts/0/code CODE_TWICE"});
  EXPECT_EQ(stage().state(keg[0]).status, CodeStatus::Retired);
  EXPECT_EQ(stage().state(keg[1]).status, CodeStatus::Introduced);
  accepted(maker_, "refund", refund({part(keg[0], 4, 4)}));
  EXPECT_EQ(stage().state(keg[0]).status, CodeStatus::Introduced);
}

TEST_P(PartsTest, OnlyWhereTheGroupAllows) {
  Texts const water = introduced(1);
  EXPECT_EQ(refused(maker_, "receipt", sale({part(water[0], 1, 2)})),
            Texts{"/parts/0/code PART_NOT_FOR_GROUP"});
  EXPECT_EQ(refused(maker_, "receipt",
                    fields({field("register", "1"), field("number", "1"), R"("at":"2026-03-02T08:00:00Z")"})),
            Texts{"/codes NOTHING_TO_CHANGE"});
}

// Somebody else's keg: sold all the same, the owner is told.
TEST_P(PartsTest, StrangersKeg) {
  Texts const keg = kegs(1);
  Outcome const done = accepted(shop_, "receipt", sale({part(keg[0], 1, 4)}));
  EXPECT_EQ(done.notices.at(0).to, maker_);
  EXPECT_EQ(stage().state(keg[0]).owner, shop_);
  EXPECT_TRUE(stage().state(keg[0]).has(Mark::SoldByOther));
}

// Features 3.1 rows 4, 8 and 10: the report introduces what is made here; what comes from abroad waits.
TEST_P(PartsTest, ReportIntroducesOnlyHomeMadeGoods) {
  EXPECT_EQ(stage().state(kegs(1)[0]).status, CodeStatus::Introduced);
  Texts const abroad = stage().ordered(maker_, "beer", keg_gtin_, 1, "IMPORT");
  accepted(maker_, "apply", report(abroad));
  EXPECT_EQ(stage().state(abroad[0]).status, CodeStatus::Applied);
  accepted(maker_, "introduce", import(abroad));
  EXPECT_TRUE(stage().state(abroad[0]).has(Mark::Customs));
}

INSTANTIATE_TEST_SUITE_P(Engines, PartsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
