// SPDX-License-Identifier: Apache-2.0
// Whenever the process is killed, no code is charged without its entry in the books and no entry is there
// without its codes. TAMGA_CHARGES_KILL_CYCLES sets how many lives (default 12 on each engine).
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <thread>

#include "billing/audit.hpp"
#include "documents/document_store.hpp"
#include "documents/testing/trade.hpp"

namespace tamga {
namespace {

using documents::testing::field;
using documents::testing::fields;
using documents::testing::Outcome;
using documents::testing::Stage;
using documents::testing::Texts;
using ledger::CodeStatus;

/// A maker who orders, pays, applies, writes off and closes as fast as he can, and says after each document
/// that it was acknowledged.
[[noreturn]] void live(std::string const& address, unsigned seed, int acknowledgements) {
  auto store = sql::Store::open(address);
  if (!store) _exit(3);
  Stage stage(**store, "ru");
  stage.charge_fees();
  auto const maker = stage.join("7707083893");
  auto const office = stage.join("7710140679", {}, true);
  auto const gtin = stage.product(maker, "water");
  std::mt19937 random(seed);
  std::vector<Outcome> orders;
  auto const acknowledge = [&](Outcome const& outcome) {
    if (!outcome.lines.empty()) return;
    std::int64_t const number = outcome.number.value();
    if (::write(acknowledgements, &number, sizeof number) != sizeof number) _exit(4);
  };
  auto const named = [](Outcome const& order) {
    return field("order", std::to_string(order.number.value()));
  };
  while (true) {
    std::string body = fields({field("group", "water"), field("release_method", "PRODUCTION"),
                               R"("lines":[{"gtin":")" + gtin.text() + R"(","quantity":)" +
                                   std::to_string(1 + random() % 300) + "}]"});
    if (random() % 3 == 0) body += R"(,"pay_at":"emission")";
    orders.push_back(stage.send(maker, "order_codes", body));
    acknowledge(orders.back());
    stage.pay(maker, 1 + static_cast<std::int64_t>(random() % 20'000));
    Outcome const& one = orders[random() % orders.size()];
    acknowledge(stage.send(office, "fill_order", named(one)));
    if (stage.order(one.number)->has_codes()) {
      Texts codes = stage.codes(one);
      codes.resize(1 + random() % codes.size());
      bool const spoiled = random() % 3 == 0;
      std::string const dates = R"("produced_on":"2026-02-01","expires_on":"2026-12-31")";
      acknowledge(spoiled ? stage.send(maker, "write_off",
                                       fields({field("reason", "KM_SPOILED"), field("act", "act 1"),
                                               field("codes", codes)}))
                          : stage.send(maker, "apply", fields({dates, field("codes", codes)})));
    }
    if (random() % 4 == 0) acknowledge(stage.send(maker, "close_order", named(one)));
  }
}

std::vector<std::int64_t> live_and_die(std::string const& address, unsigned seed, int ms) {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  pid_t const child = fork();
  if (child == 0) {
    close(ends[0]);
    live(address, seed, ends[1]);
  }
  close(ends[1]);
  std::vector<std::int64_t> acknowledged;
  std::int64_t number = 0;
  // Killed so long after the first document: what comes before is only its opening.
  if (read(ends[0], &number, sizeof number) == sizeof number) acknowledged.push_back(number);
  std::this_thread::sleep_for(std::chrono::milliseconds(ms));
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the life ended by itself with " << WEXITSTATUS(status);
  while (read(ends[0], &number, sizeof number) == sizeof number) acknowledged.push_back(number);
  close(ends[0]);
  return acknowledged;
}

/// Whether a code is to be charged, and whether money is set aside for it, as its status says.
struct Expected {
  std::int64_t charged = 0;
  std::int64_t reserved = 0;
};

/// What was applied is paid, whatever came later.
bool was_applied(ledger::Ledger& ledger, ledger::CodeNo code) {
  auto const history = ledger.history(code);
  EXPECT_TRUE(history);
  return std::any_of(history->begin(), history->end(),
                     [](ledger::HistoryLine const& line) { return line.event == ledger::Event::Apply; });
}

Expected expected_of(ledger::Ledger& ledger, emission::Order const& order) {
  Expected out;
  for (emission::OrderLine const& line : order.lines) {
    std::vector<ledger::CodeNo> codes;
    for (ledger::CodeRange const& range : line.codes.ranges())
      for (std::int64_t i = 0; i < range.count; ++i) codes.push_back(range.first + i);
    std::vector<ledger::CodeState> states(codes.size());
    EXPECT_TRUE(ledger.states(codes, states));
    for (std::size_t i = 0; i < codes.size(); ++i) {
      CodeStatus const status = states[i].status;
      EXPECT_NE(status, CodeStatus::NotIssued) << "an order without its codes";
      if (line.fee.at_once()) {
        out.charged += 1;
      } else {
        bool const paid = status == CodeStatus::Applied ||
                          (status == CodeStatus::WrittenOff && was_applied(ledger, codes[i]));
        out.charged += paid ? 1 : 0;
        out.reserved += status == CodeStatus::Emitted ? line.fee.gross() : 0;
      }
    }
  }
  return out;
}

void autopsy(std::string const& address, std::vector<std::int64_t> const& acknowledged) {
  auto store = sql::Store::open(address);
  ASSERT_TRUE(store);
  auto ledger = ledger::Ledger::open(**store, {});
  ASSERT_TRUE(ledger) << describe(ledger.error());
  auto reader = (*store)->reader();
  for (std::int64_t const number : acknowledged)
    ASSERT_TRUE(documents::find_document(**reader, ledger::DocumentNo(number)).value()) << number;
  auto const report = billing::audit(**reader);
  ASSERT_TRUE(report);
  EXPECT_EQ(report->debits, report->credits);
  for (std::string const& fault : report->faults) ADD_FAILURE() << fault;
  auto const orders =
      emission::orders_of(**reader, {.participant = ledger::ParticipantNo(1)},
                          emission::OrderNo(std::numeric_limits<std::int64_t>::max()), 100'000);
  ASSERT_TRUE(orders);
  std::int64_t reserved = 0;
  for (emission::Order const& one : *orders) {
    auto const order = emission::find_order(**reader, one.number).value();
    if (!order->has_codes()) continue;
    Expected const expected = expected_of(**ledger, *order);
    auto const charges = billing::charges_of_order(**reader, one.number);
    ASSERT_TRUE(charges);
    // A code at once charged that was written off before its order was closed stays charged; such orders are
    // told by their books alone.
    bool const mixed = order->status == emission::OrderStatus::Closed && order->lines.front().fee.at_once();
    if (!mixed) {
      EXPECT_EQ(charges->codes, expected.charged);
    }
    EXPECT_EQ(charges->reserved, expected.reserved);
    reserved += expected.reserved;
  }
  EXPECT_EQ(billing::balances_of(**reader, ledger::ParticipantNo(1))->reserved, reserved);
}

class ChargesKillTest : public ::testing::TestWithParam<sql::Engine> {};

TEST_P(ChargesKillTest, ChargesAndCodesAreThereTogether) {
  char const* wanted = std::getenv("TAMGA_CHARGES_KILL_CYCLES");
  int const lives = wanted ? std::atoi(wanted) : 12;
  std::mt19937 random(7);
  std::size_t documents = 0;
  for (int i = 0; i < lives; ++i) {
    sql::testing::FreshStore place(GetParam());
    auto const acknowledged =
        live_and_die(place.address(), static_cast<unsigned>(random()), static_cast<int>(random() % 400));
    documents += acknowledged.size();
    autopsy(place.address(), acknowledged);
    if (HasFailure()) return;
  }
  EXPECT_GT(documents, static_cast<std::size_t>(lives)) << "nothing happened in these lives";
}

INSTANTIATE_TEST_SUITE_P(Engines, ChargesKillTest, sql::testing::engines());

}  // namespace
}  // namespace tamga
