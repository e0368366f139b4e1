// SPDX-License-Identifier: Apache-2.0
#include "documents/decline.hpp"
#include "documents/testing/trade.hpp"
#include "emission/order_watch.hpp"

namespace tamga::documents {
namespace {

using billing::Balances;
using emission::OrderStatus;
using ledger::CodeStatus;
using testing::field;
using testing::fields;
using testing::Outcome;
using testing::some;
using testing::Texts;

constexpr std::int64_t kDayMs = 86'400'000;

/// A maker whose codes cost money: 50 kopecks and 20 % (22 % from 2026 on) VAT each.
class ChargesTest : public testing::TradeTest {
 protected:
  void SetUp() override {
    TradeTest::SetUp();
    stage().charge_fees();
  }
  void TearDown() override {
    EXPECT_EQ(stage().faults(), Texts());
    TradeTest::TearDown();
  }
  Outcome order(gs1::Gtin gtin, int quantity, std::string const& group = kGroup,
                std::string const& more = "") {
    return accepted(maker_, "order_codes",
                    fields({field("group", group), field("release_method", "PRODUCTION"),
                            R"("lines":[{"gtin":")" + gtin.text() + R"(","quantity":)" +
                                std::to_string(quantity) + "}]"}) +
                        more);
  }
  Outcome fill(Outcome const& order) { return stage().send(office_, "fill_order", named(order)); }
  static std::string named(Outcome const& order) {
    return field("order", std::to_string(order.number.value()));
  }
  OrderStatus status(Outcome const& order) { return stage().order(order.number)->status; }
  std::int64_t each() { return 50 + 11; }
  Balances balances() { return stage().balances(maker_); }
};

// Features 3.3: an order without money waits, and goes on when it came.
TEST_P(ChargesTest, AnOrderWaitsForMoney) {
  Outcome const waiting = order(gtin_, 100);
  ASSERT_EQ(status(waiting), OrderStatus::AwaitingPayment);
  auto const stored = stage().order(waiting.number);
  EXPECT_EQ(stored->needs, 100 * each());
  EXPECT_EQ(stored->lines.front().quantity, 100);
  EXPECT_TRUE(stored->lines.front().codes.empty());
  EXPECT_EQ(fill(waiting).lines, Texts{"/order ORDER_STILL_WAITS"});
  stage().pay(maker_, 100 * each() - 1);
  EXPECT_EQ(fill(waiting).lines, Texts{"/order ORDER_STILL_WAITS"});
  stage().pay(maker_, 1);
  ASSERT_EQ(fill(waiting).lines, Texts());
  EXPECT_EQ(status(waiting), OrderStatus::Ready);
  EXPECT_EQ(stage().codes(waiting).size(), 100U);
  EXPECT_EQ(balances(), (Balances{0, 100 * each(), 0}));
  EXPECT_EQ(fill(waiting).lines, Texts{"/order ORDER_NOT_WAITING"}) << "once";
}

// Where fees are due at application: charged by the report, released by what is never applied.
TEST_P(ChargesTest, SetAsideChargedAndReleased) {
  stage().pay(maker_, 1'000'000);
  Outcome const made = order(gtin_, 100);
  Texts const codes = stage().codes(made);
  EXPECT_EQ(balances(), (Balances{1'000'000 - 100 * each(), 100 * each(), 0}));
  accepted(maker_, "apply", report(some(codes, 0, 40)));
  auto charges = stage().charges(made.number);
  EXPECT_EQ(charges.codes, 40);
  EXPECT_EQ(charges.net, 40 * 50);
  EXPECT_EQ(charges.vat, 40 * 11);
  EXPECT_EQ(charges.reserved, 60 * each());
  accepted(
      maker_, "write_off",
      fields({field("reason", "KM_SPOILED"), field("act", "act 1"), field("codes", some(codes, 40, 10))}));
  EXPECT_EQ(balances(), (Balances{1'000'000 - 90 * each(), 50 * each(), 0}));
  accepted(maker_, "write_off",
           fields({field("reason", "KM_SPOILED"), field("act", "act 1"), field("codes", some(codes, 0, 5))}));
  EXPECT_EQ(stage().charges(made.number).codes, 40) << "applied is paid, whatever comes later";
  accepted(maker_, "close_order", named(made));
  EXPECT_EQ(status(made), OrderStatus::Closed);
  EXPECT_EQ(stage().state(codes[60]).status, CodeStatus::WrittenOff);
  EXPECT_EQ(stage().state(codes[10]).status, CodeStatus::Applied);
  EXPECT_EQ(balances(), (Balances{1'000'000 - 40 * each(), 0, 0}));
  EXPECT_EQ(refused(maker_, "close_order", named(made)), Texts{"/order ORDER_NOT_OPEN"});
}

// Where fees are due at emission: charged with the codes, given back for those never fetched.
TEST_P(ChargesTest, ChargedAtOnceAndGivenBack) {
  auto const shoes = stage().product(maker_, "shoes");
  stage().pay(maker_, 1'000'000);
  Outcome const made = order(shoes, 100, "shoes");
  EXPECT_EQ(balances(), (Balances{1'000'000 - 100 * each(), 0, 0}));
  EXPECT_EQ(stage().charges(made.number).codes, 100);
  accepted(maker_, "close_order", named(made));
  EXPECT_EQ(stage().charges(made.number).codes, 0);
  EXPECT_EQ(balances(), (Balances{1'000'000, 0, 0}));
}

// The tariff leaves the choice: the participant says when he pays.
TEST_P(ChargesTest, TheOrderChoosesTheMoment) {
  stage().pay(maker_, 1'000'000);
  Outcome const made = order(gtin_, 10, kGroup, R"(,"pay_at":"emission")");
  EXPECT_EQ(stage().charges(made.number).codes, 10);
  accepted(maker_, "apply", report(stage().codes(made)));
  EXPECT_EQ(stage().charges(made.number).codes, 10) << "not a second time";
  auto const shoes = stage().product(maker_, "shoes");
  EXPECT_EQ(refused(maker_, "order_codes",
                    fields({field("group", "shoes"), field("release_method", "PRODUCTION"),
                            field("pay_at", "application"),
                            R"("lines":[{"gtin":")" + shoes.text() + R"(","quantity":5}])"})),
            Texts{"/pay_at PAY_AT_NOT_OFFERED"});
}

// Money that came for an order is not taken by one that was made later.
TEST_P(ChargesTest, NobodyOvertakes) {
  Outcome const big = order(gtin_, 100);
  stage().pay(maker_, 99 * each());
  Outcome const small = order(gtin_, 1);
  EXPECT_EQ(status(small), OrderStatus::AwaitingPayment);
  stage().pay(maker_, 2 * each());
  EXPECT_EQ(fill(big).lines, Texts());
  EXPECT_EQ(fill(small).lines, Texts());
  EXPECT_EQ(balances(), (Balances{0, 101 * each(), 0}));
}

TEST_P(ChargesTest, AWaitingOrderIsTakenBack) {
  Outcome const waiting = order(gtin_, 100);
  EXPECT_EQ(refused(shop_, "cancel_order", named(waiting)), Texts{"/order ORDER_NOT_THERE"}) << "of another";
  EXPECT_EQ(refused(maker_, "close_order", named(waiting)), Texts{"/order ORDER_NOT_OPEN"});
  accepted(maker_, "cancel_order", named(waiting));
  EXPECT_EQ(status(waiting), OrderStatus::Cancelled);
  stage().pay(maker_, 1'000'000);
  EXPECT_EQ(fill(waiting).lines, Texts{"/order ORDER_NOT_WAITING"});
  Outcome const made = order(gtin_, 1);
  EXPECT_EQ(refused(maker_, "cancel_order", named(made)), Texts{"/order ORDER_NOT_WAITING"});
}

// What changed while an order waited may stand against it: then it is declined and nothing is charged.
TEST_P(ChargesTest, AnOrderIsJudgedAnewWhenItsTurnComes) {
  Outcome const waiting =
      accepted(maker_, "order_codes",
               fields({field("group", kGroup), field("release_method", "PRODUCTION"),
                       R"("lines":[{"gtin":")" + gtin_.text() + R"(","serials":["ABCDEFGHIJKL"]}])"}));
  stage().pay(maker_, 1'000'000);
  stage().withhold(gtin_);
  ASSERT_EQ(fill(waiting).status, DocumentStatus::Accepted);
  EXPECT_EQ(status(waiting), OrderStatus::Declined);
  auto const reasons = read_reasons(stage().order(waiting.number)->declined);
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons.front().code, "PRODUCT_NOT_PUBLISHED");
  EXPECT_EQ(reasons.front().pointer, "/lines/0/gtin");
  EXPECT_EQ(balances(), (Balances{1'000'000, 0, 0}));
}

// Serials that the participant brought are kept while the order waits.
TEST_P(ChargesTest, OwnSerialsWaitToo) {
  Outcome const waiting = accepted(
      maker_, "order_codes",
      fields({field("group", kGroup), field("release_method", "PRODUCTION"),
              R"("lines":[{"gtin":")" + gtin_.text() + R"(","serials":["ABCDEFGHIJK1","ABCDEFGHIJK2"]}])"}));
  EXPECT_EQ(stage().order(waiting.number)->lines.front().quantity, 2);
  stage().pay(maker_, 2 * each());
  ASSERT_EQ(fill(waiting).lines, Texts());
  Texts const codes = stage().codes(waiting);
  ASSERT_EQ(codes.size(), 2U);
  EXPECT_NE(codes.front().find("ABCDEFGHIJK1"), std::string::npos);
}

// As many orders may be open as the country says; then they queue, and not without end.
TEST_P(ChargesTest, OrdersQueue) {
  stage().pay(maker_, 1'000'000);
  std::vector<Outcome> open;
  for (int i = 0; i < 100; ++i) open.push_back(order(gtin_, 1));
  EXPECT_EQ(status(open.back()), OrderStatus::Ready);
  Outcome const queued = order(gtin_, 1);
  EXPECT_EQ(status(queued), OrderStatus::Queued);
  EXPECT_EQ(fill(queued).lines, Texts{"/order ORDER_STILL_WAITS"});
  for (int i = 0; i < 99; ++i) order(gtin_, 1);
  EXPECT_EQ(refused(maker_, "order_codes",
                    fields({field("group", kGroup), field("release_method", "PRODUCTION"),
                            R"("lines":[{"gtin":")" + gtin_.text() + R"(","quantity":1}])"})),
            Texts{" TOO_MANY_ORDERS"});
  accepted(maker_, "close_order", named(open.front()));
  EXPECT_EQ(fill(queued).lines, Texts());
  EXPECT_EQ(status(queued), OrderStatus::Ready);
}

// Codes whose term ran out are written off, and what was set aside for them is free again.
TEST_P(ChargesTest, TermsRunOut) {
  auto const tires = stage().product(maker_, "perfumery");
  stage().pay(maker_, 1'000'000);
  Outcome const made = order(gtin_, 100);
  auto const until = stage().order(made.number)->unused_until;
  if (until) {
    accepted(maker_, "apply", report(some(stage().codes(made), 0, 30)));
    stage().clock.turn_to(UnixMs(until->value() + kDayMs));
    accepted(office_, "expire_codes", named(made));
    EXPECT_EQ(balances(), (Balances{1'000'000 - 30 * each(), 0, 0}));
  }
  EXPECT_TRUE(until) << "codes of the group do not age";
  EXPECT_NE(tires, gs1::Gtin());
}

INSTANTIATE_TEST_SUITE_P(Engines, ChargesTest, sql::testing::engines());

/// Uzbekistan since decree PP-190: paid after application, and owed until then.
class DebtsTest : public testing::StageTest {
 protected:
  void SetUp() override {
    StageTest::SetUp();
    open("uz");
    stage().charge_fees();
    maker_ = stage().join("301234567");
    office_ = stage().join("301234500", {}, true);
    gtin_ = stage().product(maker_, "water");
  }
  void TearDown() override {
    EXPECT_EQ(stage().faults(), Texts());
    StageTest::TearDown();
  }
  std::string order(int quantity) {
    return fields(
        {field("group", "water"), field("release_method", "OWN_PRODUCTION"),
         R"("lines":[{"gtin":")" + gtin_.text() + R"(","quantity":)" + std::to_string(quantity) + "}]"});
  }
  static constexpr std::int64_t kEach = 6'800 + 816;
  ledger::ParticipantNo maker_;
  ledger::ParticipantNo office_;
  gs1::Gtin gtin_;
};

TEST_P(DebtsTest, AppliedFirstAndPaidLater) {
  Outcome const made = accepted(maker_, "order_codes", order(100));
  EXPECT_EQ(stage().order(made.number)->status, OrderStatus::Ready) << "without a tiyin";
  Texts const codes = stage().codes(made);
  accepted(maker_, "apply",
           fields({R"("produced_on":"2026-02-01","expires_on":"2026-12-31")",
                   field("codes", some(codes, 0, 40))}));
  EXPECT_EQ(stage().balances(maker_), (Balances{0, 0, 40 * kEach}));
  accepted(
      maker_, "write_off",
      fields({field("reason", "KM_SPOILED"), field("act", "act 1"), field("codes", some(codes, 40, 10))}));
  EXPECT_EQ(stage().balances(maker_), (Balances{0, 0, 40 * kEach}));
  stage().pay(maker_, 50 * kEach);
  EXPECT_EQ(stage().balances(maker_), (Balances{10 * kEach, 0, 0}));
  accepted(maker_, "apply",
           fields({R"("produced_on":"2026-02-01","expires_on":"2026-12-31")",
                   field("codes", some(codes, 50, 10))}));
  EXPECT_EQ(stage().balances(maker_), Balances()) << "settled from the funds at once";
}

TEST_P(DebtsTest, OldDebtsStopOrders) {
  Outcome const made = accepted(maker_, "order_codes", order(100));
  accepted(maker_, "apply",
           fields({R"("produced_on":"2026-02-01","expires_on":"2026-12-31")",
                   field("codes", some(stage().codes(made), 0, 40))}));
  stage().clock.turn_to(UnixMs(stage().clock.now().value() + 29 * kDayMs));
  accepted(maker_, "order_codes", order(1));
  stage().clock.turn_to(UnixMs(stage().clock.now().value() + 2 * kDayMs));
  EXPECT_EQ(refused(maker_, "order_codes", order(1)), Texts{" DEBT_OVERDUE"});
  stage().pay(maker_, 40 * kEach);
  accepted(maker_, "order_codes", order(1));
}

INSTANTIATE_TEST_SUITE_P(Engines, DebtsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
