// SPDX-License-Identifier: Apache-2.0
#include "emission/order_watch.hpp"
#include "emission/testing/emission_fixture.hpp"

namespace tamga::emission {
namespace {

using testing::EmissionTest;
using testing::gtin_of;

class OrderTest : public EmissionTest {
 protected:
  void SetUp() override {
    EmissionTest::SetUp();
    writer_ = std::make_unique<sql::Lease>(store().writer().value());
  }
  void TearDown() override {
    writer_.reset();
    EmissionTest::TearDown();
  }
  sql::Connection& connection() { return **writer_; }

  static Order order(std::int64_t number, std::uint32_t participant, int lines) {
    Order out{OrderNo(number),
              ledger::ParticipantNo(participant),
              "goods",
              "PRODUCTION",
              "A. Person",
              UnixMs(9),
              {}};
    for (int i = 0; i < lines; ++i) {
      OrderLine line;
      line.order = out.number;
      line.line = i;
      line.gtin = gtin_of(static_cast<std::uint64_t>(i));
      line.series = ledger::SeriesNo(4);
      line.codes.add({ledger::code_no(line.series, 100 * i), 10 + i});
      line.codes.add({ledger::code_no(line.series, 100 * i + 50), 5});
      line.quantity = 15 + i;
      line.tail_key_id = i == 0 ? "" : "A1b2";
      if (i == 1) line.price = gs1::Price{14630};
      out.lines.push_back(line);
    }
    return out;
  }
  static void expect_same(Order const& a, Order const& b) {
    EXPECT_EQ(a.number, b.number);
    EXPECT_EQ(a.participant, b.participant);
    EXPECT_EQ(a.group, b.group);
    EXPECT_EQ(a.release_method, b.release_method);
    EXPECT_EQ(a.contact, b.contact);
    EXPECT_EQ(a.at, b.at);
    ASSERT_EQ(a.lines.size(), b.lines.size());
    for (std::size_t i = 0; i < a.lines.size(); ++i) {
      OrderLine const& x = a.lines[i];
      OrderLine const& y = b.lines[i];
      EXPECT_EQ(std::tie(x.order, x.line, x.gtin, x.series, x.quantity, x.codes, x.tail_key_id, x.price,
                         x.delivered),
                std::tie(y.order, y.line, y.gtin, y.series, y.quantity, y.codes, y.tail_key_id, y.price,
                         y.delivered));
    }
  }

  std::unique_ptr<sql::Lease> writer_;
};

// An order comes back as it was put in.
TEST_P(OrderTest, RoundTrip) {
  Order const stored = order(70, 3, 3);
  ASSERT_TRUE(insert_order(connection(), stored));
  auto const found = find_order(connection(), OrderNo(70));
  ASSERT_TRUE(found && *found);
  expect_same(**found, stored);
  auto const missing = find_order(connection(), OrderNo(71));
  ASSERT_TRUE(missing);
  EXPECT_FALSE(*missing);
}

// Packets are fetched again and out of order; what was fetched once stays fetched.
TEST_P(OrderTest, DeliveryNeverGoesBack) {
  ASSERT_TRUE(insert_order(connection(), order(70, 3, 2)));
  ASSERT_TRUE(note_delivery(connection(), OrderNo(70), 1, 8));
  ASSERT_TRUE(note_delivery(connection(), OrderNo(70), 1, 5));
  auto const found = find_order(connection(), OrderNo(70));
  EXPECT_EQ((*found)->lines[0].delivered, 0);
  EXPECT_EQ((*found)->lines[1].delivered, 8);
  auto const nowhere = note_delivery(connection(), OrderNo(70), 2, 1);
  ASSERT_FALSE(nowhere);
  EXPECT_EQ(nowhere.error().name(), "ORDER_LINE_UNKNOWN");
}

// A closed order gives nothing out any more, and is not closed over what left meanwhile.
TEST_P(OrderTest, ClosingAndFetchingKnowOfEachOther) {
  Order one = order(70, 3, 1);
  ASSERT_TRUE(insert_order(connection(), one));
  EXPECT_TRUE(hold_open(connection(), OrderNo(70)).value());
  ASSERT_TRUE(note_delivery(connection(), OrderNo(70), 0, 2));
  one.status = OrderStatus::Closed;
  auto const late = settle_order(connection(), one, OrderStatus::Ready);
  ASSERT_FALSE(late);
  EXPECT_EQ(late.error().name(), "STORE_CONFLICT");
  one.lines[0].delivered = 2;
  ASSERT_TRUE(connection().script("UPDATE code_order SET status = 3"));
  ASSERT_TRUE(settle_order(connection(), one, OrderStatus::Ready));
  EXPECT_FALSE(hold_open(connection(), OrderNo(70)).value());
}

// A participant sees his own orders page by page, the newest first.
TEST_P(OrderTest, PagesOfAParticipant) {
  for (std::int64_t number = 1; number <= 5; ++number)
    ASSERT_TRUE(insert_order(connection(), order(number, number == 4 ? 8 : 3, static_cast<int>(number) - 1)));
  auto const page = orders_of(connection(), {.participant = ledger::ParticipantNo(3)}, OrderNo(5), 2);
  ASSERT_TRUE(page);
  ASSERT_EQ(page->size(), 2U);
  EXPECT_EQ((*page)[0].number, OrderNo(3));
  EXPECT_EQ((*page)[1].number, OrderNo(2));
  ASSERT_EQ((*page)[0].lines.size(), 2U);
  EXPECT_EQ((*page)[0].lines[1].quantity, 16);
  EXPECT_TRUE((*page)[0].lines[1].codes.empty());
  auto const rest = orders_of(connection(), {.participant = ledger::ParticipantNo(3)}, OrderNo(2), 10);
  ASSERT_EQ(rest->size(), 1U);
  EXPECT_TRUE((*rest)[0].lines.empty());
}

// The list can be narrowed by what an order is, and by the goods of its lines.
TEST_P(OrderTest, PagesAreNarrowed) {
  for (std::int64_t number = 1; number <= 4; ++number) {
    Order one = order(number, 3, static_cast<int>(number));
    if (number == 2) one.status = OrderStatus::Closed;
    if (number == 3) one.group = "others";
    if (number == 4) one.place = "Shop 1";
    if (number == 4) one.provider = ledger::ParticipantNo(9);
    ASSERT_TRUE(insert_order(connection(), one));
  }
  auto const numbers = [&](OrderFilter const& filter) {
    std::vector<std::int64_t> out;
    auto const page = orders_of(connection(), filter, OrderNo(99), 10);
    EXPECT_TRUE(page);
    for (Order const& one : *page) out.push_back(one.number.value());
    return out;
  };
  using Numbers = std::vector<std::int64_t>;
  ledger::ParticipantNo const three(3);
  EXPECT_EQ(numbers({.participant = three}), (Numbers{4, 3, 2, 1}));
  EXPECT_EQ(numbers({.participant = three, .status = OrderStatus::Closed}), Numbers{2});
  EXPECT_EQ(numbers({.participant = three, .group = "others"}), Numbers{3});
  EXPECT_EQ(numbers({.participant = three, .place = "Shop 1"}), Numbers{4});
  EXPECT_EQ(numbers({.participant = three, .gtin = gtin_of(2)}), (Numbers{4, 3}));
  EXPECT_EQ(numbers({.participant = three, .group = "goods", .gtin = gtin_of(2)}), Numbers{4});
  EXPECT_EQ(numbers({.participant = ledger::ParticipantNo(9), .for_others = true}), Numbers{4});
}

// A damaged set of codes is noticed, not delivered.
TEST_P(OrderTest, DamagedCodes) {
  ASSERT_TRUE(insert_order(connection(), order(70, 3, 1)));
  ASSERT_TRUE(connection().script("UPDATE order_line SET quantity = quantity + 1"));
  auto const found = find_order(connection(), OrderNo(70));
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().name(), "LEDGER_DAMAGED");
}

// An order that waits is told of, and again when it is ready; one that is ready at once is not.
TEST_P(OrderTest, OfEachStepTheParticipantIsToldOnce) {
  Order waits = order(1, 5, 1);
  waits.status = OrderStatus::AwaitingPayment;
  ASSERT_TRUE(insert_order(connection(), waits));
  ASSERT_TRUE(insert_order(connection(), order(2, 5, 1)));
  EXPECT_EQ(orders_untold(connection(), 10).value(), std::vector<OrderNo>{OrderNo(1)});
  ASSERT_TRUE(note_told(connection(), OrderNo(1), OrderStatus::AwaitingPayment));
  EXPECT_TRUE(orders_untold(connection(), 10).value().empty());
  waits.status = OrderStatus::Ready;
  ASSERT_TRUE(settle_order(connection(), waits, OrderStatus::AwaitingPayment));
  EXPECT_EQ(orders_untold(connection(), 10).value(), std::vector<OrderNo>{OrderNo(1)});
  ASSERT_TRUE(note_told(connection(), OrderNo(1), OrderStatus::Ready));
  EXPECT_TRUE(orders_untold(connection(), 10).value().empty());
}

// An order whose term ended is open no more, and the next one's turn comes with the first term.
TEST_P(OrderTest, TermsCloseOrders) {
  Order sooner = order(1, 5, 1);
  sooner.unused_until = UnixMs(1000);
  Order later = order(2, 5, 1);
  later.unused_until = UnixMs(2000);
  ASSERT_TRUE(insert_order(connection(), sooner));
  ASSERT_TRUE(insert_order(connection(), later));
  EXPECT_EQ(first_term(connection(), ledger::ParticipantNo(5)).value(), UnixMs(1000));
  EXPECT_EQ(open_orders(connection(), ledger::ParticipantNo(5)).value().ready, 2);
  ASSERT_TRUE(note_expiry(connection(), OrderNo(1), ledger::DocumentNo(77)));
  EXPECT_EQ(find_order(connection(), OrderNo(1)).value()->status, OrderStatus::Closed);
  EXPECT_EQ(first_term(connection(), ledger::ParticipantNo(5)).value(), UnixMs(2000));
  EXPECT_EQ(open_orders(connection(), ledger::ParticipantNo(5)).value().ready, 1);
  EXPECT_EQ(first_term(connection(), ledger::ParticipantNo(6)).value(), std::nullopt);
}

TEST_P(OrderTest, OrdersOfAPlace) {
  Order at = order(1, 5, 1);
  at.place = "Plant";
  at.creation_method = "SELF_MADE";
  ASSERT_TRUE(insert_order(connection(), at));
  ASSERT_TRUE(insert_order(connection(), order(2, 5, 1)));
  EXPECT_EQ(orders_at(connection(), ledger::ParticipantNo(5), "Plant", 10).value(),
            std::vector<OrderNo>{OrderNo(1)});
  EXPECT_TRUE(orders_at(connection(), ledger::ParticipantNo(6), "Plant", 10).value().empty());
  EXPECT_TRUE(orders_at(connection(), ledger::ParticipantNo(5), "", 10).value().empty());
  EXPECT_EQ(find_order(connection(), OrderNo(1)).value()->creation_method, "SELF_MADE");
}

INSTANTIATE_TEST_SUITE_P(Engines, OrderTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::emission
