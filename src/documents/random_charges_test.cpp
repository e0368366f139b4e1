// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <random>

#include "documents/testing/trade.hpp"

namespace tamga::documents {
namespace {

using emission::OrderStatus;
using ledger::CodeStatus;
using testing::field;
using testing::fields;
using testing::Outcome;
using testing::Texts;

/// One code as a naive bookkeeper sees it: what it costs when, and what happened to it.
struct Known {
  std::string text;
  std::int64_t fee = 0;
  country::ChargeAt at = country::ChargeAt::None;
  bool charged = false;
  bool reserved = false;
};

/// Random orders, payments, reports, write-offs, closings and cancellations, some of them thrown away in the
/// middle; after each the books are held against codes counted one by one.
class RandomChargesTest : public testing::TradeTest {
 protected:
  void SetUp() override {
    TradeTest::SetUp();
    stage().charge_fees();
    shoes_ = stage().product(maker_, "shoes");
  }

  unsigned roll(unsigned sides) { return static_cast<unsigned>(random_() % sides); }

  void order() {
    bool const shoes = roll(3) == 0;
    bool const at_once = !shoes && roll(3) == 0;
    std::string body =
        fields({field("group", shoes ? "shoes" : kGroup), field("release_method", "PRODUCTION"),
                R"("lines":[{"gtin":")" + (shoes ? shoes_ : gtin_).text() + R"(","quantity":)" +
                    std::to_string(1 + roll(60)) + "}]"});
    if (at_once) body += R"(,"pay_at":"emission")";
    Outcome const made = stage().send(maker_, "order_codes", body);
    ASSERT_EQ(made.lines, Texts());
    orders_.push_back(made);
    take(made);
  }
  /// Codes that an order has now are known from now on.
  void take(Outcome const& order) {
    auto const stored = stage().order(order.number);
    if (!stored->has_codes()) return;
    for (std::string const& text : stage().codes(order)) {
      Known code{text, stored->lines.front().fee.gross(), stored->lines.front().fee.at};
      code.charged = code.at == country::ChargeAt::Emission;
      code.reserved = !code.charged;
      codes_[order.number].push_back(code);
    }
  }
  void pay() {
    std::int64_t const sum = 1 + roll(3000);
    stage().pay(maker_, sum);
    paid_ += sum;
  }
  void fill() {
    for (Outcome const& order : orders_) {
      if (!stage().order(order.number)->waits()) continue;
      auto const filled = stage().send(office_, "fill_order", named(order));
      if (filled.lines.empty()) take(order);
      return;
    }
  }
  void settle(char const* kind) {
    if (orders_.empty()) return;
    Outcome const& order = orders_[roll(static_cast<unsigned>(orders_.size()))];
    bool const refunds = std::string_view(kind) == "close_order";
    if (!stage().send(maker_, kind, named(order)).lines.empty() || !refunds) return;
    for (Known& code : codes_[order.number])
      if (stage().state(code.text).status == CodeStatus::WrittenOff && !dead_.contains(code.text)) {
        dead_.insert(code.text);
        code.charged = code.reserved = false;
      }
  }
  std::vector<Known*> emitted_some() {
    std::vector<Known*> out;
    for (auto& [order, codes] : codes_)
      for (Known& code : codes)
        if (roll(6) == 0 && stage().state(code.text).status == CodeStatus::Emitted) out.push_back(&code);
    return out;
  }
  static Texts texts(std::vector<Known*> const& codes) {
    Texts out;
    for (Known const* code : codes) out.push_back(code->text);
    return out;
  }
  void apply() {
    auto some = emitted_some();
    std::erase_if(some, [&](Known const* code) { return code->at == country::ChargeAt::Emission; });
    if (some.empty()) return;
    accepted(maker_, "apply", report(texts(some)));
    for (Known* code : some) {
      code->charged = true;
      code->reserved = false;
    }
  }
  void write_off() {
    auto const some = emitted_some();
    if (some.empty()) return;
    accepted(maker_, "write_off",
             fields({field("reason", "KM_SPOILED"), field("act", "act 1"), field("codes", texts(some))}));
    for (Known* code : some) {
      code->reserved = false;
      dead_.insert(code->text);
    }
  }
  static std::string named(Outcome const& order) {
    return field("order", std::to_string(order.number.value()));
  }

  void expect_agreement() {
    ASSERT_EQ(stage().faults(), Texts());
    std::int64_t reserved = 0;
    std::int64_t charged = 0;
    for (auto const& [order, codes] : codes_) {
      std::int64_t of_order = 0;
      for (Known const& code : codes) {
        reserved += code.reserved ? code.fee : 0;
        charged += code.charged ? code.fee : 0;
        of_order += code.charged ? 1 : 0;
      }
      ASSERT_EQ(stage().charges(order).codes, of_order) << "codes charged are the codes to be charged";
    }
    auto const balances = stage().balances(maker_);
    ASSERT_EQ(balances.reserved, reserved);
    ASSERT_EQ(balances.owed, 0);
    ASSERT_EQ(balances.funds, paid_ - reserved - charged);
    ASSERT_GE(balances.funds, 0);
  }

  std::mt19937 random_{26'11'2026};
  gs1::Gtin shoes_;
  std::vector<Outcome> orders_;
  std::map<ledger::DocumentNo, std::vector<Known>> codes_;
  std::set<std::string> dead_;
  std::int64_t paid_ = 0;
};

TEST_P(RandomChargesTest, TheBooksAgreeWithTheCodes) {
  for (int step = 0; step < 150; ++step) {
    SCOPED_TRACE(step);
    switch (roll(9)) {
      case 0:
      case 1:
        order();
        break;
      case 2:
      case 3:
        pay();
        break;
      case 4:
        fill();
        break;
      case 5:
        apply();
        break;
      case 6:
        write_off();
        break;
      case 7:
        settle("close_order");
        break;
      default:
        settle("cancel_order");
    }
    expect_agreement();
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(codes_.size(), 5U);
  EXPECT_GT(paid_, 0);
}

INSTANTIATE_TEST_SUITE_P(Engines, RandomChargesTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
