// SPDX-License-Identifier: Apache-2.0
#include "documents/testing/trade.hpp"
#include "ledger/code_state.hpp"

namespace tamga::documents {
namespace {

using ledger::CodeNo;
using ledger::CodeStatus;
using ledger::Mark;
using testing::field;
using testing::fields;
using testing::Outcome;
using testing::some;
using testing::Texts;

class CirculationTest : public testing::TradeTest {};

// Features 3.1 row 3: a line reports what it printed; it can be seen in the code at once.
TEST_P(CirculationTest, Row3Print) {
  Texts const codes = emitted(3);
  accepted(maker_, "print", fields({field("line", "L1"), field("codes", some(codes, 0, 2))}));
  EXPECT_TRUE(stage().state(codes[1]).has(Mark::Printed));
  EXPECT_FALSE(stage().state(codes[2]).has(Mark::Printed));
  EXPECT_EQ(refused(shop_, "print", field("codes", some(codes, 2, 1))),
            Texts{"/codes/0 CODE_OF_ANOTHER_OWNER"});
}

// Features 3.1 row 4: the application report gives its codes a lot; what is wrong is refused code by code.
TEST_P(CirculationTest, Row4Apply) {
  Texts const codes = emitted(3);
  Outcome const done =
      stage().send(maker_, "apply",
                   report({codes[0], codes[1], codes[1], codes[2].substr(0, codes[2].size() - 7)},
                          R"(,"batch":"B7","line":"L1","country":"RU")"));
  EXPECT_EQ(done.status, DocumentStatus::PartlyAccepted);
  EXPECT_EQ(done.lines, (Texts{"/codes/3 TAIL_MISSING", "/codes/2 CODE_TWICE"}));
  EXPECT_EQ(stage().state(codes[0]).status, CodeStatus::Applied);
  EXPECT_EQ(stage().state(codes[2]).status, CodeStatus::Emitted);
  auto const lot = stage().lot(codes[0]);
  EXPECT_EQ(lot->batch, "B7");
  EXPECT_EQ(lot->country, "RU");
  EXPECT_EQ(lot->line, "L1");
  EXPECT_EQ(lot->document, done.number);
  EXPECT_EQ(lot->expires_on, Date::of(2026, 12, 31));
  EXPECT_EQ(stage().state(codes[1]).lot, lot->number);
}

// The product group says which facts a report must carry and which it must not.
TEST_P(CirculationTest, ApplicationReportIsComplete) {
  Texts const codes = emitted(1);
  EXPECT_EQ(refused(maker_, "apply", fields({field("expires_on", "2026-05-01"), field("codes", codes)})),
            Texts{"/produced_on ATTRIBUTE_MISSING"});
  EXPECT_EQ(refused(maker_, "apply",
                    fields({field("produced_on", "2026-03-03"), field("expires_on", "2026-03-01"),
                            field("codes", codes)})),
            (Texts{"/produced_on DATE_IN_FUTURE", "/expires_on DATES_REVERSED"}));
  EXPECT_EQ(refused(maker_, "apply", report(codes, R"(,"country":"ru")")),
            Texts{"/country COUNTRY_CODE_WRONG"});
  auto const shoes = stage().ordered(maker_, "electronics", stage().product(maker_, "electronics"), 1);
  EXPECT_EQ(refused(maker_, "apply", report(shoes)), Texts{"/codes/0 CODE_WRONG_STATUS"});
}

// Features 3.1 rows 5 and 7: codes are annulled before and after application, for ever, with a reason.
TEST_P(CirculationTest, Rows5And7WriteOff) {
  Texts const fresh = emitted(2);
  Texts const used = applied(1);
  auto const body = [](std::string const& reason, Texts const& codes, std::string const& more = "") {
    return fields({field("reason", reason), field("act", "7 of 2026-03-01"), field("codes", codes)}) + more;
  };
  EXPECT_EQ(refused(maker_, "write_off", body("WHIM", fresh)), Texts{"/reason REASON_UNKNOWN"});
  EXPECT_EQ(refused(maker_, "write_off", body("AUTO_CANCELLATION", fresh)),
            Texts{"/reason REASON_NOT_FOR_PARTICIPANTS"});
  EXPECT_EQ(refused(maker_, "write_off", body("OTHER", fresh)), Texts{"/text REASON_TEXT_MISSING"});
  accepted(maker_, "write_off", body("KM_SPOILED", {fresh[0], used[0]}));
  accepted(maker_, "write_off", body("OTHER", {fresh[1]}, R"(,"text":"eaten by the dog")"));
  EXPECT_EQ(stage().state(fresh[0]).status, CodeStatus::WrittenOff);
  EXPECT_EQ(stage().state(used[0]).status, CodeStatus::WrittenOff);
  EXPECT_EQ(stage().state(used[0]).reason, 1);
  EXPECT_EQ(refused(maker_, "apply", report({fresh[0]})), Texts{"/codes/0 CODE_WRONG_STATUS"});
}

// Features 3.1 row 6: what nobody applied within the term is annulled by the system; what was used is not.
TEST_P(CirculationTest, Row6CodesRunOut) {
  constexpr std::int64_t kDayMs = 86'400'000;
  UnixMs const ordered_at = stage().clock.now();
  Outcome const order = accepted(maker_, "order_codes",
                                 fields({field("group", kGroup), field("release_method", "PRODUCTION"),
                                         R"("lines":[{"gtin":")" + gtin_.text() + R"(","quantity":3}])"}));
  Texts const codes = stage().codes(order);
  accepted(maker_, "apply", report({codes[1]}));
  std::string const body = field("order", std::to_string(order.number.value()));
  stage().clock.turn_to(UnixMs(ordered_at.value() + 29 * kDayMs));
  EXPECT_EQ(refused(office_, "expire_codes", body), Texts{"/order ORDER_NOT_RUN_OUT"});
  EXPECT_EQ(refused(office_, "expire_codes", field("order", "7")), Texts{"/order ORDER_NOT_THERE"});
  stage().clock.turn_to(UnixMs(ordered_at.value() + 31 * kDayMs));
  Outcome const done = accepted(office_, "expire_codes", body);
  EXPECT_EQ(done.notices.at(0).to, maker_);
  EXPECT_EQ(stage().state(codes[0]).status, CodeStatus::WrittenOff);
  EXPECT_EQ(stage().state(codes[1]).status, CodeStatus::Applied);
  EXPECT_EQ(refused(office_, "expire_codes", body), Texts{"/order ORDER_NOT_RUN_OUT"});
}

// Features 3.1 rows 8 and 12: applied goods come into circulation in a way that the group allows.
TEST_P(CirculationTest, Rows8To12Introduce) {
  Texts const codes = applied(4);
  EXPECT_EQ(refused(maker_, "introduce", by("smuggling", codes)), Texts{"/way WAY_UNKNOWN"});
  EXPECT_EQ(refused(maker_, "introduce", by("remains", some(codes, 0, 1))),
            Texts{"/codes/0 WAY_NOT_FOR_GROUP"});
  auto const base = stage().lot(codes[0])->number;
  accepted(maker_, "introduce", by("own_production", some(codes, 0, 2), R"(,"declaration":"D-1")"));
  accepted(maker_, "introduce", by("own_production", some(codes, 2, 1)));
  EXPECT_EQ(stage().state(codes[0]).status, CodeStatus::Introduced);
  EXPECT_EQ(stage().lot(codes[0])->declaration, "D-1");
  EXPECT_EQ(stage().lot(codes[0])->base, base);
  EXPECT_EQ(stage().lot(codes[1])->number, stage().lot(codes[0])->number);
  EXPECT_EQ(stage().lot(codes[2])->number, base) << "nothing new is known of it";
  EXPECT_EQ(refused(maker_, "introduce", by("own_production", some(codes, 2, 2))),
            Texts{"/codes/0 CODE_WRONG_STATUS"});
  EXPECT_EQ(stage().state(codes[3]).status, CodeStatus::Applied) << "all or nothing";
}

// Features 3.1 rows 8 and 10: what was ordered for one origin does not come in as another: customs are not
// passed by calling an import one's own production.
TEST_P(CirculationTest, WayFitsTheOrigin) {
  Texts const home = applied(1);
  Texts const abroad = from_abroad(2);
  EXPECT_EQ(refused(maker_, "introduce", by("own_production", abroad)),
            (Texts{"/codes/0 WAY_NOT_FOR_CODE", "/codes/1 WAY_NOT_FOR_CODE"}));
  EXPECT_EQ(refused(maker_, "introduce", import(home)), Texts{"/codes/0 WAY_NOT_FOR_CODE"});
  EXPECT_EQ(refused(maker_, "introduce", by("import", abroad)), Texts{"/declaration FACT_MISSING"});
  EXPECT_EQ(refused(maker_, "introduce", by("own_production", home, R"(,"customer":"7728168971")")),
            Texts{"/customer FACT_NOT_FOR_WAY"});
  accepted(maker_, "introduce", import(abroad));
  EXPECT_TRUE(stage().state(abroad[1]).has(Mark::Customs));
  EXPECT_EQ(stage().lot(abroad[1])->release_method, "IMPORT");
}

// Features 3.1 row 9: goods made to somebody's order are his, with the boxes they are packed in.
TEST_P(CirculationTest, Row9ContractProduction) {
  Texts const codes = applied(5);
  box(1, some(codes, 0, 2));
  auto const made_for = [](std::string const& customer, std::string const& contractor, Texts const& which) {
    return fields({field("way", "contract_production"), field("customer", customer),
                   field("contractor", contractor), field("codes", which)});
  };
  EXPECT_EQ(refused(maker_, "introduce", by("contract_production", {codes[3]})),
            (Texts{"/customer FACT_MISSING", "/contractor FACT_MISSING"}));
  EXPECT_EQ(refused(maker_, "introduce", made_for(kMakerTaxId, kMakerTaxId, {codes[3]})),
            Texts{"/contractor PARTIES_SAME"});
  EXPECT_EQ(refused(maker_, "introduce", made_for("7700000000", kMakerTaxId, {codes[3]})),
            Texts{"/customer CUSTOMER_UNKNOWN"});
  EXPECT_EQ(refused(maker_, "introduce", made_for(kShopTaxId, "7710140679", {codes[3]})),
            Texts{"/customer PARTIES_WITHOUT_SENDER"});
  EXPECT_EQ(refused(maker_, "introduce", made_for(kShopTaxId, kMakerTaxId, {codes[0]})),
            Texts{"/codes/0 CODE_INSIDE_PACKAGE"});
  Outcome const done =
      accepted(maker_, "introduce", made_for(kShopTaxId, kMakerTaxId, {testing::sscc(1), codes[3]}));
  EXPECT_EQ(done.notices.at(0).to, shop_);
  EXPECT_EQ(done.notices.at(0).event, "goods.made_for_you");
  for (std::string const& code : {testing::sscc(1), codes[0], codes[1], codes[3]}) {
    EXPECT_EQ(stage().state(code).owner, shop_) << code;
    EXPECT_EQ(stage().state(code).status, CodeStatus::Introduced) << code;
  }
  EXPECT_EQ(stage().history(testing::sscc(1)).back(), "hand_over");
  accepted(maker_, "introduce", made_for(kMakerTaxId, kShopTaxId, {codes[4]}));
  EXPECT_EQ(stage().state(codes[4]).owner, maker_) << "who ordered both codes and goods";
}

// Features 3.1 row 11: goods with codes of another country's operator, recognised by treaty.
TEST_P(CirculationTest, Row11CodesOfAnotherCountry) {
  auto const abroad = [&](std::string const& serial) {
    return "01" + gtin_.text() + "21" + serial + "\x1d" + "93abcd";
  };
  auto const document = [](Texts const& codes, std::string const& issuer = "BY") {
    return fields({field("issuer", issuer), field("document", "invoice 7 of 2026-03-01"),
                   field("produced_on", "2026-02-01"), field("expires_on", "2026-12-31"),
                   field("codes", codes)});
  };
  Texts const codes{abroad("1aaaaaaaaaaaa"), abroad("1bbbbbbbbbbbb")};
  EXPECT_EQ(refused(maker_, "introduce_foreign", document(codes, "FR")),
            Texts{"/issuer ISSUER_NOT_RECOGNISED"});
  EXPECT_EQ(refused(shop_, "introduce_foreign", document(codes)).back(), " SENDER_NOT_EMITTER");
  EXPECT_EQ(refused(maker_, "introduce_foreign", document({abroad("5aaaaaaaaaaaa"), abroad("1aaa")})),
            (Texts{"/codes/0 SERIAL_OF_THIS_COUNTRY", "/codes/1 SERIAL_LENGTH"}));
  EXPECT_EQ(refused(maker_, "introduce_foreign", document({codes[0], codes[1], codes[0]})),
            Texts{"/codes/2 SERIAL_EXISTS"});
  accepted(maker_, "introduce_foreign", document(codes));
  EXPECT_EQ(stage().state(codes[0]).status, CodeStatus::Introduced);
  EXPECT_EQ(stage().state(codes[0]).owner, maker_);
  EXPECT_EQ(stage().lot(codes[1])->issuer, "BY");
  EXPECT_EQ(stage().history(codes[1]), (Texts{"issue", "apply", "introduce"}));
  EXPECT_EQ(refused(maker_, "introduce_foreign", document({codes[1]})), Texts{"/codes/0 SERIAL_EXISTS"});
  EXPECT_EQ(stage().state(emitted(1)[0]).status, CodeStatus::Emitted) << "our own serials go on";
  shipped({codes[0]});
  accepted(maker_, "receipt", receipt({codes[1]}));
}

// Features 3.1 rows 14 and 15: goods on their way are locked; acceptance makes the receiver their owner.
TEST_P(CirculationTest, Rows14And15ShipAndAccept) {
  Texts const codes = introduced(3);
  Outcome const shipment = shipped(codes);
  ASSERT_EQ(shipment.notices.size(), 1U);
  EXPECT_EQ(shipment.notices[0].to, shop_);
  EXPECT_EQ(shipment.notices[0].event, "shipment.incoming");
  EXPECT_TRUE(stage().state(codes[0]).has(Mark::InTransit));
  EXPECT_EQ(refused(maker_, "withdraw", withdrawal("OWN_USE", {codes[0]})),
            Texts{"/codes/0 CODE_IN_TRANSIT"});
  EXPECT_EQ(refused(maker_, "accept", answer(shipment, "all")), Texts{"/shipment SHIPMENT_OF_OTHERS"});
  Outcome const done = accepted(shop_, "accept", answer(shipment, "all"));
  EXPECT_EQ(done.notices.at(0).to, maker_);
  EXPECT_EQ(stage().state(codes[2]).owner, shop_);
  EXPECT_FALSE(stage().state(codes[2]).has(Mark::InTransit));
  EXPECT_EQ(stage().shipment(shipment.number)->status, ShipmentStatus::Accepted);
  EXPECT_EQ(stage().shipment(shipment.number)->closed_by, done.number);
  EXPECT_EQ(refused(shop_, "accept", answer(shipment, "all")), Texts{"/shipment SHIPMENT_CLOSED"});
  EXPECT_EQ(refused(shop_, "accept", fields({field("shipment", "12345"), field("decision", "all")})),
            Texts{"/shipment SHIPMENT_UNKNOWN"});
}

// A shipment goes to somebody who is there, and is somebody else.
TEST_P(CirculationTest, ReceiverIsAnother) {
  Texts const codes = introduced(1);
  EXPECT_EQ(refused(maker_, "ship", fields({field("receiver", "1234567890"), field("codes", codes)})),
            Texts{"/receiver RECEIVER_UNKNOWN"});
  EXPECT_EQ(refused(maker_, "ship", fields({field("receiver", "7707083893"), field("codes", codes)})),
            Texts{"/receiver RECEIVER_IS_SENDER"});
}

// Features 3.1 row 16: refusal and cancellation bring the goods back to their sender; a part may stay.
TEST_P(CirculationTest, Row16RefusalAndCancellation) {
  Texts const codes = introduced(4);
  Outcome const first = shipped(codes);
  EXPECT_EQ(refused(shop_, "cancel_shipment", field("shipment", std::to_string(first.number.value()))),
            Texts{"/shipment SHIPMENT_OF_OTHERS"});
  accepted(maker_, "cancel_shipment", field("shipment", std::to_string(first.number.value())));
  EXPECT_EQ(stage().shipment(first.number)->status, ShipmentStatus::Cancelled);
  EXPECT_EQ(refused(shop_, "accept", answer(first, "all")), Texts{"/shipment SHIPMENT_CLOSED"});
  Outcome const second = shipped(codes);
  accepted(shop_, "accept", answer(second, "none"));
  EXPECT_EQ(stage().state(codes[0]).owner, maker_);
  EXPECT_EQ(stage().shipment(second.number)->status, ShipmentStatus::Refused);
  Outcome const third = shipped(some(codes, 0, 3));
  EXPECT_EQ(refused(shop_, "accept", answer(third, "listed")), Texts{"/codes CODES_NOT_BY_DECISION"});
  EXPECT_EQ(refused(shop_, "accept", answer(third, "listed") + "," + field("codes", some(codes, 2, 2))),
            Texts{"/codes/1 CODE_NOT_IN_SHIPMENT"});
  accepted(shop_, "accept", answer(third, "listed") + "," + field("codes", some(codes, 1, 1)));
  EXPECT_EQ(stage().shipment(third.number)->status, ShipmentStatus::PartlyAccepted);
  EXPECT_EQ(stage().state(codes[0]).owner, maker_);
  EXPECT_EQ(stage().state(codes[1]).owner, shop_);
  EXPECT_FALSE(stage().state(codes[2]).has(Mark::InTransit));
}

// Features 3.1 row 17: a receipt retires goods; if the seller is not the owner, the owner is told.
TEST_P(CirculationTest, Row17Receipt) {
  Texts const codes = introduced(3);
  Outcome const own = accepted(maker_, "receipt", receipt({codes[0]}));
  EXPECT_TRUE(own.notices.empty());
  EXPECT_EQ(stage().state(codes[0]).status, CodeStatus::Retired);
  EXPECT_FALSE(stage().state(codes[0]).has(Mark::SoldByOther));
  Outcome const others = accepted(shop_, "receipt", receipt({codes[1]}));
  EXPECT_TRUE(stage().state(codes[1]).has(Mark::SoldByOther));
  EXPECT_EQ(stage().state(codes[1]).owner, shop_);
  ASSERT_EQ(others.notices.size(), 1U);
  EXPECT_EQ(others.notices[0].to, maker_);
  EXPECT_EQ(others.notices[0].event, "code.sold_by_other");
  Outcome const again = stage().send(shop_, "receipt", receipt({codes[1], codes[2]}));
  EXPECT_EQ(again.status, DocumentStatus::PartlyAccepted);
  EXPECT_EQ(again.lines, Texts{"/codes/0 CODE_WRONG_STATUS"}) << "sold twice is an incident, not a change";
  EXPECT_EQ(refused(shop_, "receipt",
                    fields({field("register", "1"), field("number", "1"), R"("at":"2027-01-01T00:00:00Z")",
                            field("codes", {codes[2]})})),
            (Texts{"/codes/0 CODE_WRONG_STATUS", "/at DATE_IN_FUTURE"}));
}

// Goods out of date are refused at the cash register.
TEST_P(CirculationTest, ExpiredGoodsAreNotSold) {
  Texts const codes = introduced(1);
  stage().clock.turn_to(UnixMs(1'798'800'000'000));  // 2027-01-01
  EXPECT_EQ(refused(shop_, "receipt", receipt(codes)), Texts{"/codes/0 CODE_EXPIRED"});
  accepted(maker_, "withdraw", withdrawal("EXPIRATION", codes));
}

// Features 3.1 row 18: goods leave circulation for reasons that the country and the group know.
TEST_P(CirculationTest, Row18Withdraw) {
  Texts const codes = introduced(2);
  EXPECT_EQ(refused(maker_, "withdraw", withdrawal("PACKING", {codes[0]})),
            Texts{"/codes/0 REASON_NOT_FOR_GROUP"});
  EXPECT_EQ(refused(maker_, "withdraw", withdrawal("REMARK", {codes[0]})),
            Texts{"/reason REASON_NOT_FOR_PARTICIPANTS"});
  EXPECT_EQ(refused(shop_, "withdraw", withdrawal("OWN_USE", {codes[0]})),
            Texts{"/codes/0 CODE_OF_ANOTHER_OWNER"});
  accepted(maker_, "withdraw", withdrawal("OWN_USE", {codes[0]}));
  EXPECT_EQ(stage().state(codes[0]).status, CodeStatus::Retired);
  EXPECT_EQ(stage().state(codes[0]).reason, 7);
}

// Features 3.1 row 20: a refund brings back what a receipt sold, a return what may return.
TEST_P(CirculationTest, Row20RefundAndReturn) {
  Texts const codes = introduced(4);
  auto const refund = [](Texts const& which) {
    return fields({field("register", "0001"), field("number", "18"), field("codes", which)});
  };
  accepted(shop_, "receipt", receipt({codes[0]}));
  accepted(maker_, "withdraw", withdrawal("OWN_USE", {codes[1]}));
  accepted(maker_, "withdraw", withdrawal("LOSS", {codes[2]}));
  EXPECT_EQ(refused(maker_, "refund", refund({codes[0]})), Texts{"/codes/0 CODE_OF_ANOTHER_OWNER"});
  EXPECT_EQ(refused(maker_, "refund", refund({codes[1]})), Texts{"/codes/0 NOT_SOLD_AT_RETAIL"});
  accepted(shop_, "refund", refund({codes[0]}));
  EXPECT_EQ(stage().state(codes[0]).status, CodeStatus::Introduced);
  EXPECT_EQ(stage().state(codes[0]).owner, shop_);
  EXPECT_FALSE(stage().state(codes[0]).has(Mark::SoldByOther));
  EXPECT_EQ(refused(maker_, "return", why({codes[2]})), Texts{"/codes/0 REASON_NOT_RETURNABLE"});
  accepted(maker_, "return", why({codes[1]}));
  EXPECT_EQ(stage().state(codes[1]).status, CodeStatus::Introduced);
  EXPECT_EQ(stage().state(codes[1]).reason, 0);
  EXPECT_EQ(refused(maker_, "return", why({codes[3]})), Texts{"/codes/0 CODE_WRONG_STATUS"});
}

// Features 3.1 row 21: a withdrawal is taken back, whatever its reason; a sale is not.
TEST_P(CirculationTest, Row21CancelWithdrawal) {
  Texts const codes = introduced(2);
  accepted(maker_, "withdraw", withdrawal("LOSS", {codes[0]}));
  accepted(maker_, "receipt", receipt({codes[1]}));
  EXPECT_EQ(refused(maker_, "cancel_withdrawal", why(codes)), Texts{"/codes/1 RETIREMENT_FINAL"});
  accepted(maker_, "cancel_withdrawal", why({codes[0]}));
  EXPECT_EQ(stage().state(codes[0]).status, CodeStatus::Introduced);
  EXPECT_EQ(stage().history(codes[0]), (Texts{"issue", "apply", "introduce", "retire", "cancel_retirement"}));
}

// Features 3.1 row 21: only within the days of the country; the day itself still counts.
TEST_P(CirculationTest, WithdrawalsAreCancelledInTime) {
  Texts const codes = introduced(2);
  accepted(maker_, "withdraw", withdrawal("LOSS", codes));
  constexpr std::int64_t kDayMs = 86'400'000;
  stage().clock.turn_to(UnixMs(stage().clock.now().value() + 30 * kDayMs));
  accepted(maker_, "cancel_withdrawal", why({codes[0]}));
  stage().clock.turn_to(UnixMs(stage().clock.now().value() + kDayMs));
  EXPECT_EQ(refused(maker_, "cancel_withdrawal", why({codes[1]})), Texts{"/codes/0 RETURN_TOO_LATE"});
  EXPECT_EQ(stage().state(codes[1]).status, CodeStatus::Retired);
}

// Features 3.1 row 20: only what the named receipt sold.
TEST_P(CirculationTest, RefundOfTheNamedReceipt) {
  Texts const codes = introduced(2);
  std::string const number = fiscal_number();
  accepted(maker_, "receipt",
           fields({field("register", "0001"), field("number", number), R"("at":"2026-03-02T08:00:00Z")",
                   field("codes", codes)}));
  auto const refund = [&](std::string const& receipt, Texts const& which) {
    return fields({field("register", "0001"), field("number", fiscal_number()), field("receipt", receipt),
                   field("codes", which)});
  };
  EXPECT_EQ(refused(maker_, "refund", refund(number + "0", codes)),
            (Texts{"/codes/0 OTHER_RECEIPT", "/codes/1 OTHER_RECEIPT"}));
  accepted(maker_, "refund", refund(number, codes));
}

// In groups whose report also introduces, goods are in circulation from the report on.
TEST_P(CirculationTest, IntroducedAtApplication) {
  auto const beer = stage().product(maker_, "beer");
  Texts const codes = stage().ordered(maker_, "beer", beer, 2);
  accepted(maker_, "apply", report(codes));
  EXPECT_EQ(stage().state(codes[0]).status, CodeStatus::Introduced);
  EXPECT_EQ(stage().history(codes[0]), (Texts{"issue", "apply", "introduce"}));
}

INSTANTIATE_TEST_SUITE_P(Engines, CirculationTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
