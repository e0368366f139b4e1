// SPDX-License-Identifier: Apache-2.0
#include "documents/order_line.hpp"
#include "documents/testing/trade.hpp"

namespace tamga::documents {
namespace {

using ledger::CodeStatus;
using testing::field;
using testing::fields;
using testing::Outcome;
using testing::Texts;

class OrdersTest : public testing::TradeTest {
 protected:
  static std::string order(std::string const& group, std::string const& lines) {
    return fields(
        {field("group", group), field("release_method", "PRODUCTION"), R"("lines":[)" + lines + "]"});
  }
  static std::string line(gs1::Gtin gtin, std::string const& more) {
    return R"({"gtin":")" + gtin.text() + "\"," + more + "}";
  }
};

// Features 3.1 row 1: codes exist once the order is accepted, and belong to their emitter.
TEST_P(OrdersTest, Row1OrderedCodesAreEmitted) {
  Outcome const done = accepted(maker_, "order_codes", order("water", line(gtin_, R"("quantity":1500)")));
  auto const found = stage().order(done.number);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->group, "water");
  EXPECT_EQ(found->lines.front().codes.size(), 1500);
  Texts const codes = stage().codes(done);
  ASSERT_EQ(codes.size(), 1500U);
  for (std::string const* code : {&codes.front(), &codes.back()}) {
    EXPECT_EQ(stage().state(*code).status, CodeStatus::Emitted);
    EXPECT_EQ(stage().state(*code).owner, maker_);
  }
  // The next order goes on where this one ended.
  Texts const more = emitted(3);
  EXPECT_EQ(stage().number(more.front()), stage().number(codes.back()) + 1);
}

// Everything that stands against an order is told at once.
TEST_P(OrdersTest, AllReasonsAtOnce) {
  auto const others = stage().product(shop_, "water");
  auto const hidden = stage().product(maker_, "water", "UNIT", false);
  auto const milk = stage().product(maker_, "milk");
  std::string const body = fields(
      {field("group", "water"), field("release_method", "MAGIC"),
       R"("lines":[)" +
           fields({line(others, R"("quantity":1)"), line(hidden, R"("quantity":1)"),
                   line(milk, R"("quantity":1)"), line(gtin_, R"("level":"CRATE")"),
                   line(gtin_, R"("quantity":1,"level":"GROUP")"), R"({"gtin":"4600000000000","quantity":1})",
                   line(gs1::Gtin::parse("4600000099999").value_or(gs1::Gtin()),
                        R"("quantity":150001,"template":16)")}) +
           "]"});
  EXPECT_EQ(
      refused(maker_, "order_codes", body),
      (Texts{"/release_method RELEASE_METHOD_UNKNOWN", "/lines/4/gtin PRODUCT_TWICE",
             "/lines/0/gtin PRODUCT_OF_ANOTHER", "/lines/1/gtin PRODUCT_NOT_PUBLISHED",
             "/lines/2/gtin PRODUCT_OF_OTHER_GROUP", "/lines/3/quantity QUANTITY_MISSING",
             "/lines/3/level LEVEL_UNKNOWN", "/lines/4/level LEVEL_OF_OTHER_PRODUCT",
             "/lines/5/gtin GTIN_CHECK_DIGIT", "/lines/6/gtin GTIN_ZERO", "/lines/6/quantity OVER_LIMIT"}));
  EXPECT_EQ(refused(maker_, "order_codes", order("honey", line(gtin_, R"("quantity":1)"))),
            Texts{"/group GROUP_UNKNOWN"});
  EXPECT_EQ(refused(shop_, "order_codes", order("water", line(others, R"("quantity":1)"))),
            Texts{" SENDER_NOT_EMITTER"});
  EXPECT_EQ(refused(maker_, "order_codes", order("water", line(gtin_, R"("quantity":1,"template":20)"))),
            Texts{"/lines/0/template TEMPLATE_NOT_IN_FORCE"});
  EXPECT_EQ(refused(maker_, "order_codes", order("water", line(gtin_, R"("quantity":1,"price":"1.00")"))),
            Texts{"/lines/0/price PRICE_NOT_IN_CODE"});
  EXPECT_EQ(refused(maker_, "order_codes", order("water", R"({"gtin":"04600000099996","quantity":1})")),
            Texts{"/lines/0/gtin PRODUCT_UNKNOWN"});
  auto const limit = R"("quantity":2000000)";
  EXPECT_EQ(
      refused(maker_, "order_codes",
              order("water", fields({line(gtin_, limit), line(stage().product(maker_, "water"), limit)}))),
      (Texts{"/lines/0/quantity OVER_LIMIT", "/lines/1/quantity OVER_LIMIT"}));
}

// Before marking of a group begins nothing can be ordered.
TEST_P(OrdersTest, GroupNotOpenYet) {
  stage().clock.turn_to(UnixMs(1'600'000'000'000));  // 2020-09-13
  Texts const lines = refused(maker_, "order_codes", order("water", line(gtin_, R"("quantity":1)")));
  EXPECT_EQ(lines.front(), "/group GROUP_CLOSED");
}

// A participant's own serials become codes as they are, once.
TEST_P(OrdersTest, OwnSerials) {
  auto const with = [&](std::string const& serials) {
    return order("water", line(gtin_, R"("serials":)" + serials));
  };
  Outcome const done = accepted(maker_, "order_codes", with(R"(["ABCDEFGHIJK1","ABCDEFGHIJK2"])"));
  Texts const codes = stage().codes(done);
  ASSERT_EQ(codes.size(), 2U);
  EXPECT_NE(codes[0].find("21"
                          "5ABCDEFGHIJK1"),
            std::string::npos)
      << "the country's digit comes first";
  EXPECT_EQ(stage().state(codes[1]).status, CodeStatus::Emitted);
  EXPECT_EQ(refused(maker_, "order_codes", with(R"(["ABCDEFGHIJK3","ABCDEFGHIJK1","ABCDEFGHIJK3"])")),
            (Texts{"/lines/0/serials/1 SERIAL_EXISTS", "/lines/0/serials/2 SERIAL_EXISTS"}));
  EXPECT_EQ(refused(maker_, "order_codes", with(R"(["short","ABC EFGHIJK1"])")),
            (Texts{"/lines/0/serials/0 SERIAL_LENGTH", "/lines/0/serials/1 SERIAL_CHARSET"}));
  EXPECT_EQ(refused(maker_, "order_codes",
                    order("water", line(gtin_, R"("quantity":3,"serials":["ABCDEFGHIJK4"])"))),
            Texts{"/lines/0/quantity QUANTITY_NOT_OF_SERIALS"});
  EXPECT_EQ(accepted(maker_, "order_codes", with(R"(["ABCDEFGHIJK3"])")).lines, Texts{});
}

// Where codes carry the highest price, an order names it.
TEST_P(OrdersTest, PriceInCode) {
  auto const pack = stage().product(maker_, "tobacco");
  stage().registrar(maker_);
  auto const with = [&](std::string const& more) {
    return order("tobacco", line(pack, R"("quantity":2)" + more));
  };
  EXPECT_EQ(refused(maker_, "order_codes", with("")), Texts{"/lines/0/price PRICE_MISSING"});
  for (char const* wrong : {"0.00", "409600.00", "1.234", "-1", "1.", ".5", "one"})
    EXPECT_EQ(refused(maker_, "order_codes", with(R"(,"price":")" + std::string(wrong) + "\"")),
              Texts{"/lines/0/price PRICE_WRONG"})
        << wrong;
  Outcome const done = accepted(maker_, "order_codes", with(R"(,"price":"146.30")"));
  EXPECT_EQ(stage().order(done.number)->lines.front().price, gs1::Price{14'630});
  EXPECT_EQ(stage().codes(done).size(), 2U);
}

TEST_P(OrdersTest, PricesAreRead) {
  EXPECT_EQ(read_price("146.30"), gs1::Price{14'630});
  EXPECT_EQ(read_price("146.3"), gs1::Price{14'630});
  EXPECT_EQ(read_price("146"), gs1::Price{14'600});
  EXPECT_EQ(read_price("0.01"), gs1::Price{1});
  EXPECT_EQ(read_price("12345678"), std::nullopt);
}

// In groups that need no report of their own, codes are applied from the order on.
TEST_P(OrdersTest, AppliedAtEmission) {
  auto const shoes = stage().product(maker_, "shoes");
  Texts const codes = stage().ordered(maker_, "shoes", shoes, 2);
  EXPECT_EQ(stage().state(codes[0]).status, CodeStatus::Applied);
  EXPECT_EQ(stage().lot(codes[0])->producer, maker_);
  EXPECT_EQ(stage().history(codes[0]), (Texts{"issue", "apply"}));
}

// Such codes are used when they are fetched: what never was is written off when their term ends.
TEST_P(OrdersTest, AppliedAtEmissionAgesUntilFetched) {
  auto const shoes = stage().product(maker_, "shoes");
  Outcome const done = accepted(maker_, "order_codes", order("shoes", line(shoes, R"("quantity":10)")));
  Texts const codes = stage().codes(done);
  stage().fetched(done, 0, 3);
  stage().fetched(done, 6, 2);
  auto const term = stage().order(done.number)->unused_until;
  ASSERT_TRUE(term);
  stage().clock.turn_to(UnixMs(term->value() + 1));
  std::string const body = field("order", std::to_string(done.number.value()));
  Outcome const expired = accepted(office_, "expire_codes", body);
  EXPECT_EQ(expired.notices.front().event, "order.expired");
  for (std::size_t const kept : {0U, 1U, 2U, 6U, 7U})
    EXPECT_EQ(stage().state(codes[kept]).status, CodeStatus::Applied) << kept;
  for (std::size_t const lost : {3U, 4U, 5U, 8U, 9U})
    EXPECT_EQ(stage().state(codes[lost]).status, CodeStatus::WrittenOff) << lost;
  EXPECT_EQ(stage().order(done.number)->status, emission::OrderStatus::Closed);
  EXPECT_EQ(refused(office_, "expire_codes", body), Texts{"/order ORDER_NOT_RUN_OUT"});
}

// Closing an order takes what was not fetched, in whatever parts the rest was.
TEST_P(OrdersTest, ClosingKeepsWhatWasFetched) {
  Outcome const done = accepted(maker_, "order_codes", order("water", line(gtin_, R"("quantity":10)")));
  Texts const codes = stage().codes(done);
  stage().fetched(done, 4, 3);
  accepted(maker_, "close_order", field("order", std::to_string(done.number.value())));
  for (std::size_t place = 0; place < codes.size(); ++place)
    EXPECT_EQ(stage().state(codes[place]).status,
              place >= 4 && place < 7 ? CodeStatus::Emitted : CodeStatus::WrittenOff)
        << place;
}

// Codes are ordered only for what the group's goods can come from.
TEST_P(OrdersTest, ReleaseMethodsOfTheGroup) {
  auto const by = [&](char const* method, std::string const& group, gs1::Gtin gtin) {
    return refused(maker_, "order_codes",
                   fields({field("group", group), field("release_method", method),
                           R"("lines":[)" + line(gtin, R"("quantity":1)") + "]"}));
  };
  Texts const wrong{"/release_method RELEASE_METHOD_NOT_FOR_GROUP"};
  auto const titan = stage().product(maker_, "titan");
  stage().registrar(maker_);
  EXPECT_EQ(by("IMPORT", "titan", titan), wrong);
  EXPECT_EQ(by("PRODUCTION", "titan", titan), Texts{});
  EXPECT_EQ(by("IMPORT", "water", gtin_), Texts{});
  EXPECT_EQ(by("REMAINS", "water", gtin_), wrong);
  EXPECT_EQ(by("REMAINS", "antiseptic", stage().product(maker_, "antiseptic")), Texts{});
  // Codes that replace others need no way, but the document that replaces.
  EXPECT_EQ(by("REMARK", "water", gtin_), Texts{});
  EXPECT_EQ(by("REMARK", "milk", stage().product(maker_, "milk")), wrong);
}

// In some groups nobody orders for others, whatever power he was given.
TEST_P(OrdersTest, NoProviderForTheGroup) {
  auto const titan = stage().product(maker_, "titan");
  stage().registrar(maker_);
  auto const ordered_for = [&](std::string const& group, gs1::Gtin gtin) {
    return stage().send(maker_, "order_codes", order(group, line(gtin, R"("quantity":1)")), shop_).lines;
  };
  EXPECT_EQ(ordered_for("titan", titan), Texts{"/group PROVIDER_GROUP_CLOSED"});
  EXPECT_EQ(ordered_for("water", gtin_), Texts{});
}

TEST_P(OrdersTest, WhoPutsTheCodesOnTheGoods) {
  auto const by = [&](char const* method) {
    return order("water", line(gtin_, R"("quantity":1)")) + "," + field("creation_method", method);
  };
  Outcome const done = accepted(maker_, "order_codes", by("SELF_MADE"));
  EXPECT_EQ(stage().order(done.number)->creation_method, "SELF_MADE");
  Outcome const silent = accepted(maker_, "order_codes", order("water", line(gtin_, R"("quantity":1)")));
  EXPECT_EQ(stage().order(silent.number)->creation_method, "SELF_MADE");
  EXPECT_EQ(refused(maker_, "order_codes", by("CM")), Texts{"/creation_method CREATION_METHOD_NOT_OFFERED"});
  EXPECT_EQ(refused(maker_, "order_codes", by("MAGIC")), Texts{"/creation_method CREATION_METHOD_UNKNOWN"});
}

INSTANTIATE_TEST_SUITE_P(Engines, OrdersTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
