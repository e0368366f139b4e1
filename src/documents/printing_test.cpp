// SPDX-License-Identifier: Apache-2.0
#include "documents/testing/trade.hpp"

namespace tamga::documents {
namespace {

using emission::OrderStatus;
using ledger::CodeStatus;
using registrars::Move;
using registrars::Printing;
using registrars::RegistrarNo;
using testing::field;
using testing::fields;
using testing::Outcome;
using testing::some;
using testing::Texts;

/// A factory of a group whose codes are issued only through a registrar, and goods of a group that asks for
/// none.
class PrintingTest : public testing::TradeTest {
 protected:
  void SetUp() override {
    TradeTest::SetUp();
    needing_ = stage().books().registrars->needs().front().groups.front();
    pack_ = stage().product(maker_, needing_);
  }
  std::string order(std::string const& more = "") {
    return fields({field("group", needing_), field("release_method", "PRODUCTION"),
                   R"("lines":[{"gtin":")" + pack_.text() + R"(","quantity":10,"price":"100.00"}])"}) +
           more;
  }
  static std::string through(std::string const& registrar) { return "," + field("registrar", registrar); }
  static std::string graded(std::vector<std::pair<std::string, Texts>> const& results) {
    std::string rows;
    for (auto const& [grade, codes] : results)
      rows +=
          (rows.empty() ? "" : ",") + ("{" + fields({field("grade", grade), field("codes", codes)}) + "}");
    return R"("results":[)" + rows + "]";
  }
  static std::string lost(Texts const& codes, std::string const& reason = "DEFECT",
                          std::string const& more = "") {
    return fields({field("reason", reason), field("codes", codes)}) + more;
  }

  std::string needing_;
  gs1::Gtin pack_;
};

// Requirement R-80: without a registrar that works no codes of the group are ordered; the only one is taken.
TEST_P(PrintingTest, OrdersNeedARegistrar) {
  EXPECT_EQ(refused(maker_, "order_codes", order()), Texts{"/registrar REGISTRAR_MISSING"});
  std::string const first = stage().registrar(maker_);
  Outcome const made = accepted(maker_, "order_codes", order());
  EXPECT_EQ(std::to_string(stage().order(made.number)->registrar), first);
  std::string const second = stage().registrar(maker_);
  EXPECT_EQ(refused(maker_, "order_codes", order()), Texts{"/registrar REGISTRAR_NOT_SAID"});
  Outcome const said = accepted(maker_, "order_codes", order(through(second)));
  EXPECT_EQ(std::to_string(stage().order(said.number)->registrar), second);
  stage().move_registrar(first, Move::Suspend);
  EXPECT_EQ(refused(maker_, "order_codes", order(through(first))), Texts{"/registrar REGISTRAR_NOT_ACTIVE"});
  accepted(maker_, "order_codes", order());
  stage().move_registrar(second, Move::Withdraw);
  EXPECT_EQ(refused(maker_, "order_codes", order()), Texts{"/registrar REGISTRAR_MISSING"});
}

// Nobody names the registrar of another, or something that is none.
TEST_P(PrintingTest, OwnRegistrarsOnly) {
  std::string const theirs = stage().registrar(shop_);
  for (std::string const& number : {theirs, std::string("7"), std::string("seven")})
    EXPECT_EQ(refused(maker_, "order_codes", order(through(number))), Texts{"/registrar REGISTRAR_UNKNOWN"});
}

// Groups that ask for none take one all the same, when it is said; nothing is chosen for them.
TEST_P(PrintingTest, OtherGroupsMayUseOne) {
  std::string const mine = stage().registrar(maker_);
  Texts const codes = emitted(3);
  accepted(maker_, "print", field("codes", some(codes, 0, 1)));
  EXPECT_EQ(stage().printing(maker_).front().registrar, RegistrarNo());
  accepted(maker_, "print", field("codes", some(codes, 1, 2)) + through(mine));
  EXPECT_EQ(std::to_string(stage().printing(maker_).front().registrar.value()), mine);
}

// An order that waited is declined when its registrar works no more.
TEST_P(PrintingTest, WaitingOrdersAreJudgedAnew) {
  stage().charge_fees();
  std::string const mine = stage().registrar(maker_);
  Outcome const waiting = accepted(maker_, "order_codes", order());
  ASSERT_EQ(stage().order(waiting.number)->status, OrderStatus::AwaitingPayment);
  stage().registrar(maker_);
  stage().move_registrar(mine, Move::Suspend);
  stage().pay(maker_, 1'000'000);
  accepted(office_, "fill_order", field("order", std::to_string(waiting.number.value())));
  EXPECT_EQ(stage().order(waiting.number)->status, OrderStatus::Declined);
  EXPECT_NE(stage().order(waiting.number)->declined.find("REGISTRAR_NOT_ACTIVE"), std::string::npos);
}

// Requirement R-86: which codes were printed, by what, for which production order.
TEST_P(PrintingTest, PrintingIsRecorded) {
  std::string const mine = stage().registrar(maker_);
  Texts const codes = stage().codes(accepted(maker_, "order_codes", order()));
  accepted(
      maker_, "print",
      fields({field("line", "3"), field("production_order", "PO-17"), field("codes", some(codes, 0, 4))}));
  auto const record = stage().printing(maker_).front();
  EXPECT_EQ(std::to_string(record.registrar.value()), mine);
  EXPECT_EQ(record.line + record.production_order, "3PO-17");
  EXPECT_EQ(record.codes, 4);
  EXPECT_EQ(record.what, Printing::Printed);
  EXPECT_TRUE(stage().printing(shop_).empty());
  stage().move_registrar(mine, Move::Suspend);
  EXPECT_EQ(refused(maker_, "print", field("codes", some(codes, 4, 1))),
            Texts{"/registrar REGISTRAR_MISSING"});
}

// Features 3.2 row 30: grades are counted; nothing becomes of the codes; each code has one grade.
TEST_P(PrintingTest, QualityIsReported) {
  Texts const codes = emitted(6);
  Outcome const done = stage().send(maker_, "report_quality",
                                    graded({{"A", some(codes, 0, 3)}, {"F", {codes[3], codes[0]}}}) + "," +
                                        field("production_order", "PO-1"));
  EXPECT_EQ(done.status, DocumentStatus::PartlyAccepted);
  EXPECT_EQ(done.lines, Texts{"/results/1/codes/1 CODE_TWICE"});
  auto const records = stage().printing(maker_);
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].grade + std::to_string(records[0].codes), "A3");
  EXPECT_EQ(records[1].grade + std::to_string(records[1].codes), "F1");
  EXPECT_EQ(stage().state(codes[3]).status, CodeStatus::Emitted);
  EXPECT_EQ(stage().history(codes[3]), (Texts{"issue", "grade"}));
  EXPECT_EQ(refused(maker_, "report_quality", graded({{"E", {codes[4]}}})),
            Texts{"/results/0/grade GRADE_UNKNOWN"});
  EXPECT_EQ(refused(shop_, "report_quality", graded({{"A", {codes[4]}}})),
            Texts{"/results/0/codes/0 CODE_OF_ANOTHER_OWNER"});
  accepted(maker_, "apply", report({codes[4]}));
  accepted(maker_, "report_quality", graded({{"B", {codes[4]}}}));
}

// A whole code is reported: what was not read from the package has no grade and is not dropped out.
TEST_P(PrintingTest, TailsAreVerified) {
  Texts const codes = emitted(2);
  std::string const short_code = codes[0].substr(0, codes[0].find('\x1d'));
  EXPECT_EQ(refused(maker_, "report_quality", graded({{"A", {short_code}}})),
            Texts{"/results/0/codes/0 TAIL_MISSING"});
  EXPECT_EQ(refused(maker_, "drop_out", lost({short_code})), Texts{"/codes/0 TAIL_MISSING"});
  std::string wrong = codes[1];
  wrong.back() = wrong.back() == 'A' ? 'B' : 'A';
  EXPECT_EQ(refused(maker_, "drop_out", lost({wrong})), Texts{"/codes/0 TAIL_WRONG"});
}

// Features 3.1 row 5: lost before application, for ever; later it is a write-off.
TEST_P(PrintingTest, CodesDropOut) {
  Texts const codes = emitted(4);
  accepted(maker_, "apply", report({codes[3]}));
  Outcome const done = stage().send(maker_, "drop_out", lost(codes, "DEFECT", "," + field("line", "3")));
  EXPECT_EQ(done.status, DocumentStatus::PartlyAccepted);
  EXPECT_EQ(done.lines, Texts{"/codes/3 CODE_WRONG_STATUS"});
  EXPECT_EQ(stage().state(codes[0]).status, CodeStatus::WrittenOff);
  EXPECT_EQ(stage().history(codes[0]), (Texts{"issue", "drop_out"}));
  EXPECT_EQ(stage().printing(maker_).front().what, Printing::DroppedOut);
  EXPECT_EQ(stage().printing(maker_).front().codes, 3);
  EXPECT_EQ(refused(maker_, "drop_out", lost({codes[0]})), Texts{"/codes/0 CODE_WRONG_STATUS"});
  EXPECT_EQ(refused(maker_, "drop_out", lost({codes[3]}, "NONSENSE")),
            (Texts{"/codes/0 CODE_WRONG_STATUS", "/reason REASON_UNKNOWN"}));
}

// The country says in which groups, and for which reasons, codes drop out.
TEST_P(PrintingTest, ReasonsOfGroups) {
  auto const milk = stage().product(maker_, "milk");
  Texts const fresh = stage().ordered(maker_, "milk", milk, 2);
  EXPECT_EQ(refused(maker_, "drop_out", lost({fresh[0]}, "EXPIRY")), Texts{"/codes/0 REASON_NOT_FOR_GROUP"});
  accepted(maker_, "drop_out", lost({fresh[0]}, "QA_SAMPLES"));
  auto const shoes = stage().product(maker_, "toys");
  Texts const others = stage().ordered(maker_, "toys", shoes, 1);
  EXPECT_EQ(refused(maker_, "drop_out", lost(others)), Texts{"/codes/0 KIND_NOT_FOR_GROUP"});
}

// What was set aside for codes that dropped out comes back, as for any that are never used.
TEST_P(PrintingTest, MoneyFollows) {
  stage().charge_fees();
  stage().pay(maker_, 1'000'000);
  Texts const codes = emitted(10);
  auto const before = stage().balances(maker_);
  accepted(maker_, "drop_out", lost(some(codes, 0, 4)));
  auto const after = stage().balances(maker_);
  EXPECT_EQ(after.reserved * 10, before.reserved * 6);
  EXPECT_EQ(after.funds - before.funds, before.reserved - after.reserved);
  EXPECT_EQ(stage().faults(), Texts());
}

// Only who stands in the operator's directory is appointed, for groups he serves.
TEST_P(PrintingTest, ProvidersOfTheDirectory) {
  auto const appoint = [&](Texts const& groups) {
    return fields({field("provider", kShopTaxId), field("rights", {"order_codes"}), field("groups", groups),
                   field("from", "2026-01-01"), field("until", "2030-12-31")});
  };
  EXPECT_EQ(refused(maker_, "appoint_provider", appoint({"water"})), Texts{"/provider PROVIDER_NOT_LISTED"});
  stage().list_provider(shop_, {"water"});
  EXPECT_EQ(refused(maker_, "appoint_provider", appoint({"water", "milk"})),
            Texts{"/groups/1 PROVIDER_NOT_FOR_GROUP"});
  EXPECT_EQ(refused(maker_, "appoint_provider", appoint({"water", "titan"})),
            (Texts{"/groups/1 PROVIDER_GROUP_CLOSED", "/groups/1 PROVIDER_NOT_FOR_GROUP"}));
  accepted(maker_, "appoint_provider", appoint({"water"}));
}

// Who is appointed without groups acts in those that he serves, not in all.
TEST_P(PrintingTest, WithoutGroupsThoseOfTheDirectory) {
  stage().list_provider(shop_, {"water", "bio"});
  accepted(maker_, "appoint_provider",
           fields({field("provider", kShopTaxId), field("rights", {"order_codes"}),
                   field("from", "2026-01-01"), field("until", "2030-12-31")}));
  auto const acts = [&](std::string_view group) {
    auto reader = store().reader();
    return registry::acts_for(**reader, maker_, shop_, country::Right::OrderCodes, group,
                              *Date::parse("2026-03-02"))
        .value();
  };
  EXPECT_TRUE(acts("water"));
  EXPECT_TRUE(acts("bio"));
  EXPECT_FALSE(acts("milk"));
}

INSTANTIATE_TEST_SUITE_P(Engines, PrintingTest, sql::testing::engines());

class NoRegistrarsTest : public PrintingTest {
 protected:
  void SetUp() override {
    StageTest::SetUp();
    open("uz");
  }
};

// A country without registrars says so, and has quality and drop-outs all the same.
TEST_P(NoRegistrarsTest, PrintsAllTheSame) {
  auto const maker = stage().join("301234567");
  auto const water = stage().product(maker, "water");
  Texts const codes = stage().ordered(maker, "water", water, 3);
  EXPECT_EQ(refused(maker, "print", field("codes", {codes[0]}) + through("1")),
            Texts{"/registrar REGISTRARS_NOT_USED"});
  accepted(maker, "print", field("codes", {codes[0]}));
  EXPECT_EQ(refused(maker, "report_quality", graded({{"D", {codes[0]}}})),
            Texts{"/results/0/grade GRADE_UNKNOWN"});
  accepted(maker, "report_quality", graded({{"F", {codes[0]}}}));
  accepted(maker, "drop_out", lost({codes[0]}, "KM_SPOILED"));
}

INSTANTIATE_TEST_SUITE_P(Engines, NoRegistrarsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
