// SPDX-License-Identifier: Apache-2.0
#include "billing/account_desk.hpp"

#include <gtest/gtest.h>

#include <random>

#include "billing/audit.hpp"
#include "billing/books.hpp"
#include "billing/errors.hpp"
#include "billing/tables.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::billing {
namespace {

constexpr ParticipantNo kMaker(1);
constexpr ParticipantNo kOther(2);

class AccountDeskTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("billing", kMigrations);
  }
  static Posting move(PostingKind kind, ParticipantNo who, AccountKind debit, AccountKind credit,
                      std::int64_t amount) {
    Posting one;
    one.at = UnixMs(1'000);
    one.kind = kind;
    one.participant = who;
    one.debit = debit;
    one.credit = credit;
    one.amount = amount;
    return one;
  }
  static Posting payment(ParticipantNo who, std::int64_t amount) {
    return move(PostingKind::Payment, who, AccountKind::Bank, AccountKind::Funds, amount);
  }
  /// Posts in one transaction.
  Result<void> post(std::vector<Posting> postings, std::int64_t lane = 0) {
    auto writer = store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    AccountDesk desk(*writer, lane == 0 ? numbers_ : other_numbers_);
    for (Posting& one : postings) desk.post(std::move(one));
    TAMGA_TRY(desk.write());
    return transaction.commit();
  }
  Balances balances(ParticipantNo who) {
    auto reader = store().reader().value();
    return balances_of(*reader, who).value();
  }
  void expect_agreement() {
    auto reader = store().reader().value();
    auto const report = audit(*reader);
    ASSERT_TRUE(report) << describe(report.error());
    EXPECT_EQ(report->debits, report->credits);
    for (std::string const& fault : report->faults) ADD_FAILURE() << fault;
  }
  SystemClock clock_;
  NumberSource numbers_{clock_, 0};
  NumberSource other_numbers_{clock_, 1};
};

TEST_P(AccountDeskTest, MoneyComesIsSetAsideAndCharged) {
  ASSERT_TRUE(post({payment(kMaker, 1'000)}));
  ASSERT_TRUE(post({move(PostingKind::Reservation, kMaker, AccountKind::Funds, AccountKind::Reserved, 600)}));
  EXPECT_EQ(balances(kMaker), (Balances{400, 600, 0}));
  ASSERT_TRUE(post({move(PostingKind::Fee, kMaker, AccountKind::Reserved, AccountKind::Fees, 100),
                    move(PostingKind::FeeVat, kMaker, AccountKind::Reserved, AccountKind::Vat, 12),
                    move(PostingKind::Release, kMaker, AccountKind::Reserved, AccountKind::Funds, 88)}));
  EXPECT_EQ(balances(kMaker), (Balances{488, 400, 0}));
  EXPECT_EQ(balances(kOther), Balances());
  expect_agreement();
}

TEST_P(AccountDeskTest, NobodySpendsWhatHeDoesNotHave) {
  ASSERT_TRUE(post({payment(kMaker, 100), payment(kOther, 1'000)}));
  auto const spent =
      post({move(PostingKind::Reservation, kMaker, AccountKind::Funds, AccountKind::Reserved, 101)});
  ASSERT_FALSE(spent);
  EXPECT_TRUE(spent.error().is(kAccountOverdrawn));
  EXPECT_EQ(balances(kMaker), (Balances{100, 0, 0}));
  expect_agreement();
}

TEST_P(AccountDeskTest, OnlyKnownWaysAndRealSums) {
  for (Posting const& one :
       {move(PostingKind::Fee, kMaker, AccountKind::Fees, AccountKind::Funds, 5), payment(kMaker, 0),
        payment(kMaker, -5), move(PostingKind::Payment, kMaker, AccountKind::Funds, AccountKind::Bank, 5)}) {
    auto const posted = post({one});
    ASSERT_FALSE(posted);
    EXPECT_TRUE(posted.error().is(kPostingImpossible));
  }
  expect_agreement();
}

// Whatever comes is used for what is owed first, whether debt or money was there before.
TEST_P(AccountDeskTest, DebtsAreSettledByThemselves) {
  ASSERT_TRUE(post({move(PostingKind::Fee, kMaker, AccountKind::Owed, AccountKind::Fees, 300)}));
  EXPECT_EQ(balances(kMaker), (Balances{0, 0, 300}));
  ASSERT_TRUE(post({payment(kMaker, 200)}));
  EXPECT_EQ(balances(kMaker), (Balances{0, 0, 100}));
  ASSERT_TRUE(post({payment(kMaker, 200)}));
  EXPECT_EQ(balances(kMaker), (Balances{100, 0, 0}));
  ASSERT_TRUE(post({move(PostingKind::Fee, kMaker, AccountKind::Owed, AccountKind::Fees, 30)}));
  EXPECT_EQ(balances(kMaker), (Balances{70, 0, 0}));
  expect_agreement();
}

TEST_P(AccountDeskTest, ADebtIsAsOldAsItsOldestUnpaidCharge) {
  auto const since = [&] {
    auto reader = store().reader().value();
    return in_debt_since(*reader, kMaker).value();
  };
  EXPECT_FALSE(since());
  auto fee = move(PostingKind::Fee, kMaker, AccountKind::Owed, AccountKind::Fees, 300);
  fee.at = UnixMs(10);
  ASSERT_TRUE(post({fee}));
  fee.at = UnixMs(20);
  ASSERT_TRUE(post({fee}));
  EXPECT_EQ(since(), UnixMs(10));
  ASSERT_TRUE(post({payment(kMaker, 300)}));
  EXPECT_EQ(since(), UnixMs(20));
  ASSERT_TRUE(post({payment(kMaker, 300)}));
  EXPECT_FALSE(since());
}

// A page of the book of a term: the first moment belongs to it, the last does not.
TEST_P(AccountDeskTest, PostingsAreReadByTermAndPage) {
  for (std::int64_t at = 1; at <= 6; ++at) {
    auto one = payment(kMaker, at);
    one.at = UnixMs(at * 10);
    ASSERT_TRUE(post({one}));
  }
  auto const amounts = [&](PostingTerm const& term, std::int64_t before, int limit) {
    auto reader = store().reader().value();
    std::vector<std::int64_t> out;
    auto const page = postings_of(*reader, kMaker, term, before, limit).value();
    for (Posting const& one : page) out.push_back(one.amount);
    return out;
  };
  using Amounts = std::vector<std::int64_t>;
  EXPECT_EQ(amounts({}, 0, 10), (Amounts{6, 5, 4, 3, 2, 1}));
  PostingTerm const term{.from = UnixMs(20), .until = UnixMs(50)};
  EXPECT_EQ(amounts(term, 0, 10), (Amounts{4, 3, 2}));
  EXPECT_EQ(amounts({.from = UnixMs(50)}, 0, 10), (Amounts{6, 5}));
  EXPECT_EQ(amounts({.from = {}, .until = UnixMs(20)}, 0, 10), Amounts{1});
  auto reader = store().reader().value();
  std::int64_t const second = postings_of(*reader, kMaker, term, 0, 2).value().back().number;
  EXPECT_EQ(amounts(term, second, 2), Amounts{2});
}

// Two processes charge at once: each writes its own part of the operator's accounts, and of two that move the
// money of one participant the later is told.
TEST_P(AccountDeskTest, ProcessesDoNotLoseEachOthersMoney) {
  ASSERT_TRUE(post({payment(kMaker, 1'000)}, 0));
  ASSERT_TRUE(post({payment(kOther, 1'000)}, 1));
  auto writer = store().writer().value();
  auto transaction = sql::Transaction::begin(*writer).value();
  AccountDesk desk(*writer, other_numbers_);
  ASSERT_EQ(desk.balances(kMaker).value(), (Balances{1'000, 0, 0}));
  static constexpr sql::Statement kMeanwhile{
      "test.meanwhile", "UPDATE account SET version = version + 1 WHERE owner = 1 AND kind = 1"};
  ASSERT_TRUE(writer->execute(kMeanwhile));
  desk.post(move(PostingKind::Reservation, kMaker, AccountKind::Funds, AccountKind::Reserved, 5));
  auto const written = desk.write();
  ASSERT_FALSE(written);
  EXPECT_TRUE(written.error().is(kAccountChanged));
}

// Random movements against sums of integers; now and then a transaction is thrown away.
TEST_P(AccountDeskTest, AgreesWithANaiveModel) {
  std::mt19937 random(20261126);
  std::map<ParticipantNo, Balances> model;
  auto const amount = [&] { return std::int64_t{1} + static_cast<std::int64_t>(random() % 900); };
  for (int round = 0; round < 60; ++round) {
    std::vector<Posting> postings;
    auto after = model;
    for (unsigned i = 0; i <= random() % 4; ++i) {
      ParticipantNo const who = random() % 2 == 0 ? kMaker : kOther;
      Balances& his = after[who];
      std::int64_t const sum = amount();
      switch (random() % 5) {
        case 0:
          postings.push_back(payment(who, sum));
          his.funds += sum;
          break;
        case 1:
          if (his.funds < sum) break;
          postings.push_back(
              move(PostingKind::Reservation, who, AccountKind::Funds, AccountKind::Reserved, sum));
          his.funds -= sum;
          his.reserved += sum;
          break;
        case 2:
          if (his.reserved < sum) break;
          postings.push_back(move(PostingKind::Fee, who, AccountKind::Reserved, AccountKind::Fees, sum));
          his.reserved -= sum;
          break;
        case 3:
          postings.push_back(move(PostingKind::Fee, who, AccountKind::Owed, AccountKind::Fees, sum));
          his.owed += sum;
          break;
        default:
          if (his.reserved < sum) break;
          postings.push_back(move(PostingKind::Release, who, AccountKind::Reserved, AccountKind::Funds, sum));
          his.reserved -= sum;
          his.funds += sum;
      }
    }
    if (random() % 5 == 0) {
      postings.push_back(
          move(PostingKind::Reservation, kMaker, AccountKind::Funds, AccountKind::Reserved, 1'000'000'000));
      ASSERT_FALSE(post(std::move(postings)));
      continue;
    }
    auto const posted = post(std::move(postings));
    ASSERT_TRUE(posted) << describe(posted.error());
    for (auto& [who, his] : after) {
      std::int64_t const settled = std::min(his.funds, his.owed);
      his.funds -= settled;
      his.owed -= settled;
    }
    model = after;
    ASSERT_EQ(balances(kMaker), model[kMaker]);
    ASSERT_EQ(balances(kOther), model[kOther]);
  }
  expect_agreement();
}

// The audit finds what somebody changed by hand.
TEST_P(AccountDeskTest, TheAuditFindsAChangedTotal) {
  ASSERT_TRUE(post({payment(kMaker, 1'000)}));
  {
    auto writer = store().writer().value();
    static constexpr sql::Statement kForge{"test.forge",
                                           "UPDATE account SET credits = credits + 1 WHERE owner = 1"};
    ASSERT_TRUE(writer->execute(kForge));
  }
  auto reader = store().reader().value();
  EXPECT_EQ(audit(*reader)->faults.size(), 2U) << "the sums differ, and the account from its postings";
}

TEST(PostingTable, EveryKindMovesMoneySomewhere) {
  for (std::size_t kind = 1; kind < kPostingNames.size(); ++kind) {
    int ways = 0;
    for (std::size_t debit = 1; debit < kAccountNames.size(); ++debit)
      for (std::size_t credit = 1; credit < kAccountNames.size(); ++credit)
        if (may_post(static_cast<PostingKind>(kind), static_cast<AccountKind>(debit),
                     static_cast<AccountKind>(credit))) {
          EXPECT_NE(debit, credit);
          ++ways;
        }
    EXPECT_GE(ways, 1) << kPostingNames.at(kind);
    EXPECT_LE(ways, 3) << kPostingNames.at(kind);
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, AccountDeskTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::billing
