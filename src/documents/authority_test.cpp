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

class AuthorityTest : public testing::TradeTest {
 protected:
  std::string recall(std::string const& more = "") {
    return fields({field("gtin", gtin_.text()), field("reason", "glass"),
                   field("instruction", "do not drink")}) +
           more;
  }
  static std::string number(Outcome const& done) { return std::to_string(done.number.value()); }
};

// Features 3.1 row 10: imported goods wait for their release; packages are released whole.
TEST_P(AuthorityTest, Row10ImportUnderCustoms) {
  Texts const codes = from_abroad(5);
  box(1, some(codes, 0, 3));
  accepted(maker_, "introduce", import({sscc(1), codes[3]}));
  EXPECT_TRUE(stage().state(codes[0]).has(Mark::Customs));
  EXPECT_EQ(stage().lot(codes[0])->declaration, "10702/010326/1");
  EXPECT_EQ(
      refused(maker_, "ship", fields({field("receiver", kShopTaxId), field("codes", {sscc(1), codes[3]})})),
      (Texts{"/codes/1 CODE_UNDER_CUSTOMS", "/codes/0 CODE_UNDER_CUSTOMS"}));
  auto const release = [](std::string const& declaration, Texts const& which) {
    return fields({field("declaration", declaration), field("codes", which)});
  };
  EXPECT_EQ(refused(maker_, "clear_customs", release("10702/010326/1", {sscc(1)})),
            Texts{" KIND_NOT_FOR_SENDER"});
  EXPECT_EQ(refused(office_, "clear_customs", release("other", {sscc(1)})),
            Texts{"/codes/0 DECLARATION_OF_OTHERS"});
  EXPECT_EQ(refused(office_, "clear_customs", release("10702/010326/1", {codes[4]})),
            Texts{"/codes/0 CODE_NOT_UNDER_CUSTOMS"});
  Outcome const done = accepted(office_, "clear_customs", release("10702/010326/1", {sscc(1)}));
  EXPECT_EQ(done.notices.at(0).to, maker_);
  EXPECT_FALSE(stage().state(codes[2]).has(Mark::Customs));
  EXPECT_TRUE(stage().state(codes[3]).has(Mark::Customs));
  EXPECT_EQ(refused(office_, "clear_customs", release("10702/010326/1", {sscc(1)})),
            Texts{"/codes/0 PACKAGE_EMPTY"});
  shipped({sscc(1)});
}

// Features 3.1 row 22: a pack gets a new code; the old one never returns.
TEST_P(AuthorityTest, Row22Remark) {
  Texts const worn = introduced(3);
  Texts const fresh = emitted(2);
  auto const pair = [](std::string const& old_code, std::string const& new_code) {
    return "{" + fields({field("old", old_code), field("new", new_code)}) + "}";
  };
  auto const pairs = [](std::initializer_list<std::string> rows) {
    return R"("pairs":[)" + fields(rows) + R"(],"reason":"wet labels")";
  };
  Texts const others = stage().ordered(maker_, kGroup, stage().product(maker_, kGroup), 1);
  EXPECT_EQ(refused(maker_, "remark", pairs({pair(worn[0], others[0])})),
            Texts{"/pairs/0/new PAIR_OF_OTHER_PRODUCT"});
  EXPECT_EQ(refused(maker_, "remark", pairs({pair(worn[0], fresh[0]), pair(worn[1], fresh[0])})),
            Texts{"/pairs/1/new CODE_TWICE"});
  EXPECT_EQ(refused(maker_, "remark", pairs({pair(fresh[1], fresh[0])})),
            Texts{"/pairs/0/old CODE_WRONG_STATUS"});
  box(1, {worn[2]});
  accepted(maker_, "remark", pairs({pair(worn[0], fresh[0]), pair(worn[2], fresh[1])}));
  EXPECT_EQ(stage().state(worn[0]).status, CodeStatus::Retired);
  EXPECT_EQ(stage().state(worn[2]).parent, CodeNo());
  EXPECT_EQ(stage().state(fresh[0]).status, CodeStatus::Introduced);
  EXPECT_EQ(stage().state(fresh[0]).lot, stage().state(worn[0]).lot);
  EXPECT_EQ(refused(maker_, "cancel_withdrawal", why({worn[0]})), Texts{"/codes/0 RETIREMENT_FINAL"});
  EXPECT_EQ(refused(maker_, "return", why({worn[0]})), Texts{"/codes/0 REASON_NOT_RETURNABLE"});
}

// Features 3.1 row 23: a block stops codes and what they hold; unblocking frees both.
TEST_P(AuthorityTest, Row23BlockAndUnblock) {
  Texts const codes = introduced(4);
  box(1, some(codes, 0, 2));
  EXPECT_EQ(refused(maker_, "block", why({codes[3]})), Texts{" KIND_NOT_FOR_SENDER"});
  accepted(office_, "block", why({sscc(1), codes[3]}));
  EXPECT_TRUE(stage().state(codes[1]).has(Mark::Blocked));
  EXPECT_EQ(refused(maker_, "receipt", receipt({codes[1]})), Texts{"/codes/0 CODE_BLOCKED"});
  EXPECT_EQ(refused(maker_, "withdraw", withdrawal("OWN_USE", {sscc(1)})), Texts{"/codes/0 CODE_BLOCKED"});
  EXPECT_EQ(refused(office_, "unblock", why({codes[1]})), Texts{"/codes/0 PACKAGE_HELD"});
  EXPECT_EQ(refused(office_, "unblock", why({codes[2]})), Texts{"/codes/0 CODE_NOT_BLOCKED"});
  accepted(office_, "unblock", why({sscc(1)}));
  EXPECT_FALSE(stage().state(codes[1]).has(Mark::Blocked));
  EXPECT_TRUE(stage().state(codes[3]).has(Mark::Blocked));
  accepted(maker_, "receipt", receipt({codes[1]}));
}

// A block reaches goods on their way; they can go back, not on.
TEST_P(AuthorityTest, BlockedOnTheWay) {
  Texts const codes = introduced(2);
  Outcome const shipment = shipped(codes);
  accepted(office_, "block", why({codes[0]}));
  EXPECT_EQ(refused(shop_, "accept", answer(shipment, "all")), Texts{"/decision CODE_BLOCKED"});
  accepted(shop_, "accept", answer(shipment, "listed") + "," + field("codes", {codes[1]}));
  EXPECT_EQ(stage().state(codes[0]).owner, maker_);
  EXPECT_TRUE(stage().state(codes[0]).has(Mark::Blocked));
}

// Features 3.1 row 24: a recall stops shipping and selling of its goods until it is lifted, and rewrites no
// code.
TEST_P(AuthorityTest, Row24Recall) {
  Texts const bad = applied(2, R"(,"batch":"B1")");
  Texts const good = applied(2, R"(,"batch":"B2")");
  for (Texts const* codes : {&bad, &good})
    accepted(maker_, "introduce", fields({field("way", "own_production"), field("codes", *codes)}));
  EXPECT_EQ(refused(shop_, "recall", recall()), Texts{"/gtin PRODUCT_OF_ANOTHER"});
  EXPECT_EQ(refused(maker_, "recall",
                    fields({field("gtin", "4600000099996"), field("reason", "glass"),
                            field("instruction", "none")})),
            Texts{"/gtin PRODUCT_UNKNOWN"});
  EXPECT_EQ(refused(maker_, "recall", recall(R"(,"produced_from":"2026-02-02","produced_to":"2026-02-01")")),
            Texts{"/produced_to DATES_REVERSED"});
  Outcome const declared = accepted(maker_, "recall", recall(R"(,"batch":"B1")"));
  EXPECT_EQ(refused(shop_, "receipt", receipt({bad[0]})), Texts{"/codes/0 CODE_RECALLED"});
  EXPECT_EQ(
      refused(maker_, "ship", fields({field("receiver", kShopTaxId), field("codes", {good[0], bad[0]})})),
      Texts{"/codes/1 CODE_RECALLED"});
  accepted(shop_, "receipt", receipt({good[0]}));
  accepted(maker_, "withdraw", withdrawal("DESTRUCTION", {bad[1]}));
  EXPECT_EQ(stage().history(bad[0]), (Texts{"issue", "apply", "introduce"}));
  EXPECT_EQ(refused(shop_, "lift_recall", field("recall", number(declared))),
            Texts{"/recall RECALL_OF_OTHERS"});
  EXPECT_EQ(refused(office_, "lift_recall", field("recall", "1")), Texts{"/recall RECALL_UNKNOWN"});
  accepted(office_, "lift_recall", field("recall", number(declared)));
  EXPECT_EQ(refused(office_, "lift_recall", field("recall", number(declared))),
            Texts{"/recall RECALL_UNKNOWN"});
  accepted(shop_, "receipt", receipt({bad[0]}));
}

// Recalls in force are known again after a restart; goods of no known day count among those of some days.
TEST_P(AuthorityTest, RecallsAreKept) {
  Outcome const declared = accepted(office_, "recall", recall(R"(,"produced_from":"2026-02-01")"));
  EXPECT_EQ(declared.notices.at(0).to, maker_);
  Outcome const lifted = accepted(maker_, "recall", recall(R"(,"batch":"B9")"));
  accepted(maker_, "lift_recall", field("recall", number(lifted)));
  auto const book = RecallBook::open(store());
  ASSERT_TRUE(book) << describe(book.error());
  auto const recalls = (*book)->snapshot();
  ASSERT_EQ(recalls->size(), 1U);
  EXPECT_EQ(recalls->front().number, declared.number);
  EXPECT_EQ(recalls->front().instruction, "do not drink");
  Lot old;
  old.produced_on = Date::of(2026, 1, 31);
  EXPECT_EQ(RecallBook::find(*recalls, gtin_, &old), nullptr);
  EXPECT_NE(RecallBook::find(*recalls, gtin_, nullptr), nullptr);
}

// Features 3.1 row 25: who applied the codes and still owns them corrects what the report said.
TEST_P(AuthorityTest, Row25Correct) {
  Texts const codes = introduced(3);
  auto const correct = [](std::string const& more, Texts const& which) {
    return fields({more, field("codes", which)});
  };
  EXPECT_EQ(refused(maker_, "correct", field("codes", codes)), Texts{"/produced_on NOTHING_TO_CHANGE"});
  EXPECT_EQ(refused(maker_, "correct", correct(field("produced_on", "2027-01-01"), codes)),
            (Texts{"/produced_on DATE_IN_FUTURE", "/expires_on DATES_REVERSED"}));
  box(1, {codes[2]});
  EXPECT_EQ(refused(maker_, "correct", correct(field("batch", "B1"), {sscc(1)})),
            Texts{"/codes/0 CODE_WITHOUT_LOT"});
  auto const base = stage().lot(codes[0])->number;
  accepted(maker_, "correct", correct(field("expires_on", "2026-06-30"), {codes[0]}));
  EXPECT_EQ(stage().lot(codes[0])->expires_on, Date::of(2026, 6, 30));
  EXPECT_EQ(stage().lot(codes[0])->produced_on, Date::of(2026, 2, 1));
  EXPECT_EQ(stage().lot(codes[0])->base, base);
  EXPECT_EQ(stage().lot(codes[1])->number, base);
  Outcome const shipment = shipped({codes[1]});
  accepted(shop_, "accept", answer(shipment, "all"));
  EXPECT_EQ(refused(shop_, "correct", correct(field("batch", "B1"), {codes[1]})),
            Texts{"/codes/0 LOT_OF_ANOTHER"});
  EXPECT_EQ(refused(maker_, "correct", correct(field("batch", "B1"), {codes[1]})),
            Texts{"/codes/0 CODE_OF_ANOTHER_OWNER"});
}

// A group's rules say which documents may name its codes.
TEST_P(AuthorityTest, KindNotForTheGroup) {
  auto const milk = stage().product(maker_, "milk");
  Texts const codes = stage().ordered(maker_, "milk", milk, 2);
  accepted(maker_, "apply", report({codes[0]}));
  EXPECT_EQ(refused(maker_, "remark",
                    R"("pairs":[{)" + fields({field("old", codes[0]), field("new", codes[1])}) +
                        R"(}],"reason":"none")"),
            (Texts{"/pairs/0/old KIND_NOT_FOR_GROUP", "/pairs/0/new KIND_NOT_FOR_GROUP"}));
}

INSTANTIATE_TEST_SUITE_P(Engines, AuthorityTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
