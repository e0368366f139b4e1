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
