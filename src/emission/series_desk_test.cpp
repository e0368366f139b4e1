// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <random>
#include <set>

#include "emission/testing/emission_fixture.hpp"

namespace tamga::emission {
namespace {

using testing::country_of;
using testing::EmissionTest;
using testing::gtin_of;
using testing::listed;
using testing::template_of;

std::string const kIdentity = "01" + gtin_of(1).text() + "21";

/// One GTIN under two templates whose serials are six digits: a million serials for four series, so that they
/// meet all the time.
class SeriesDeskTest : public EmissionTest {
 protected:
  using Names = std::map<std::string, ledger::CodeNo>;  // serial to code

  void SetUp() override {
    EmissionTest::SetUp();
    live_in(country_of({template_of(1, "01+21(6)+93(4)", gs1::SerialAlphabet::Digits),
                        template_of(2, "01+21(6)+91(4)+92(44)", gs1::SerialAlphabet::Digits)}));
  }

  std::string random_serial() {
    std::string serial = std::to_string(1'000'000 + random_() % 1'000'000);
    return serial.substr(1);
  }
  std::string serial_of(crypto::SerialPermutation const& permutation, ledger::CodeNo code) {
    std::string serial(6, '\0');
    permutation.serials(static_cast<std::uint64_t>(ledger::index_of(code)), 1, serial.data(), 6);
    return serial;
  }
  /// Puts what was handed out into `fresh`; each serial must be new to everybody.
  void note(Names& fresh, std::string const& serial, ledger::CodeNo code) {
    ASSERT_FALSE(model_.contains(serial)) << serial;
    ASSERT_TRUE(fresh.emplace(serial, code).second) << serial;
  }

  Result<void> random_reserve(SeriesDesk& desk, std::vector<ledger::CodeNo>& reserved) {
    TAMGA_ASSIGN(series, desk.of_item(gtin_of(1), only_template(random_() % 2), SeriesKind::Operator));
    auto const quantity = static_cast<std::int64_t>(1 + random_() % 1500);
    EXPECT_GE(desk.room(*series), quantity);
    TAMGA_ASSIGN(codes, desk.reserve(*series, quantity));
    EXPECT_EQ(codes.size(), quantity);
    for (auto const code : listed(codes)) reserved.push_back(code);
    return {};
  }

  /// `taken` must agree with the model, `reserved` (codes of this transaction) included.
  Result<void> random_bring(SeriesDesk& desk, Names& fresh) {
    TAMGA_ASSIGN(series, desk.of_item(gtin_of(1), only_template(random_() % 2), SeriesKind::SelfMade));
    std::vector<std::string> serials;
    for (auto n = 1 + random_() % 150; n > 0; --n) serials.push_back(random_serial());
    if (!model_.empty()) serials.push_back(model_.begin()->first);
    serials.push_back(serials.front());
    std::vector<std::string_view> views(serials.begin(), serials.end());
    TAMGA_ASSIGN(taken, desk.taken(*series, views));
    std::vector<std::size_t> expected;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < serials.size(); ++i)
      if (!seen.insert(serials[i]).second || model_.contains(serials[i]) || fresh.contains(serials[i]))
        expected.push_back(i);
    EXPECT_EQ(taken, expected);
    for (auto position = taken.rbegin(); position != taken.rend(); ++position)
      views.erase(views.begin() + static_cast<std::ptrdiff_t>(*position));
    if (views.empty()) return {};
    TAMGA_ASSIGN(range, desk.bring(*series, views));
    EXPECT_EQ(range.count, static_cast<std::int64_t>(views.size()));
    for (std::size_t i = 0; i < views.size(); ++i)
      note(fresh, std::string(views[i]), range.first + static_cast<std::int64_t>(i));
    return {};
  }

  /// A transaction of a few documents; dropped at the end unless `commit`.
  void random_transaction(bool commit) {
    auto writer = store().writer();
    ASSERT_TRUE(writer);
    auto transaction = sql::Transaction::begin(**writer);
    ASSERT_TRUE(transaction);
    SeriesDesk desk(*book_, **writer);
    Names fresh;
    // Serials of new series can be told only after they are in the book, so reserving comes last here; the
    // next transactions mix it with bringing.
    std::vector<ledger::CodeNo> reserved;
    for (auto n = 1 + random_() % 3; n > 0; --n) {
      auto const done =
          random_() % 2 == 0 && reserved.empty() ? random_bring(desk, fresh) : random_reserve(desk, reserved);
      ASSERT_TRUE(done) << describe(done.error());
    }
    auto const written = desk.write();
    ASSERT_TRUE(written) << describe(written.error());
    if (!commit) return;
    ASSERT_TRUE(transaction->commit());
    desk.publish();
    for (auto const code : reserved) {
      Series const* series = book_->find(ledger::series_of(code));
      ASSERT_NE(series, nullptr);
      note(fresh, serial_of(*book_->permutation(*series).value(), code), code);
    }
    model_.insert(fresh.begin(), fresh.end());
  }

  void expect_agreement() {
    std::map<std::int32_t, std::int64_t> ends;
    std::vector<std::string> texts;
    std::vector<ledger::CodeNo> expected;
    for (auto const& [serial, code] : model_) {
      auto& end = ends[ledger::series_of(code).value()];
      end = std::max(end, ledger::index_of(code) + 1);
      texts.push_back(kIdentity + serial);
      expected.push_back(code);
    }
    for (auto const& [number, end] : ends)
      EXPECT_EQ(book_->issued(*book_->find(ledger::SeriesNo(number))), end) << "series " << number;
    for (int i = 0; i < 300; ++i) {
      std::string const serial = random_serial();
      texts.push_back(kIdentity + serial);
      auto const found = model_.find(serial);
      expected.push_back(found == model_.end() ? ledger::CodeNo() : found->second);
    }
    std::vector<std::string_view> const views(texts.begin(), texts.end());
    std::vector<Resolved> resolved(views.size());
    auto const done = resolver_->resolve(views, Tails::Optional, resolved);
    ASSERT_TRUE(done) << describe(done.error());
    for (std::size_t i = 0; i < views.size(); ++i) {
      ASSERT_EQ(resolved[i].code, expected[i]) << texts[i];
      ASSERT_EQ(error_of(resolved[i]), expected[i] == ledger::CodeNo() ? "CODE_NOT_ISSUED" : "");
    }
  }

  Names model_;
  std::mt19937_64 random_{20261};
};

// No serial of a GTIN is given twice, whoever makes it, under whichever template, and whatever was dropped;
// book, table and resolver agree with a model that keeps every serial.
TEST_P(SeriesDeskTest, NoSerialTwice) {
  for (int round = 0; round < 60; ++round) {
    random_transaction(random_() % 4 != 0);
    if (HasFatalFailure()) return;
    if (round % 20 == 19) {
      expect_agreement();
      restart();
      expect_agreement();
    }
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(model_.size(), 20'000U);
}

// Indexes whose serial a participant has brought are left out, in the same transaction and later.
TEST_P(SeriesDeskTest, BroughtSerialsAreSkipped) {
  auto const gtin = gtin_of(1);
  ASSERT_TRUE(transact([&](SeriesDesk& desk, sql::Connection&) -> Result<void> {
    TAMGA_ASSIGN(operators, desk.of_item(gtin, only_template(), SeriesKind::Operator));
    TAMGA_ASSIGN(codes, desk.reserve(*operators, 10));
    EXPECT_EQ(codes, ledger::CodeSet({ledger::code_no(operators->number, 0), 10}));
    return {};
  }));
  std::vector<Series const*> all;
  book_->of_gtin(gtin, all);
  ASSERT_EQ(all.size(), 1U);
  Series const& operators = *all[0];
  auto const& permutation = *book_->permutation(operators).value();
  auto const serial = [&](std::int64_t index) {
    return serial_of(permutation, ledger::code_no(operators.number, index));
  };
  std::string const twelfth = serial(12);
  std::string const fifteenth = serial(15);
  std::string const issued = serial(4);
  ASSERT_TRUE(transact([&](SeriesDesk& desk, sql::Connection&) -> Result<void> {
    TAMGA_ASSIGN(self_made, desk.of_item(gtin, only_template(), SeriesKind::SelfMade));
    std::vector<std::string_view> const wanted{twelfth, issued, twelfth};
    TAMGA_ASSIGN(taken, desk.taken(*self_made, wanted));
    EXPECT_EQ(taken, (std::vector<std::size_t>{1, 2}));
    std::vector<std::string_view> const good{twelfth};
    TAMGA_TRY(desk.bring(*self_made, good));
    TAMGA_ASSIGN(codes, desk.reserve(operators, 4));
    EXPECT_EQ(listed(codes),
              (std::vector{ledger::code_no(operators.number, 10), ledger::code_no(operators.number, 11),
                           ledger::code_no(operators.number, 13), ledger::code_no(operators.number, 14)}));
    std::vector<std::string_view> const next{fifteenth};
    TAMGA_TRY(desk.bring(*self_made, next));
    return {};
  }));
  restart();
  ASSERT_TRUE(transact([&](SeriesDesk& desk, sql::Connection&) -> Result<void> {
    TAMGA_ASSIGN(again, desk.of_item(gtin, only_template(), SeriesKind::Operator));
    TAMGA_ASSIGN(codes, desk.reserve(*again, 1));
    EXPECT_EQ(listed(codes), (std::vector{ledger::code_no(again->number, 16)}));
    return {};
  }));
}

// Counters are the table's: a book that has not heard of the last transaction gives nothing twice.
TEST_P(SeriesDeskTest, CountersComeFromTheTable) {
  auto const order = [&](SeriesBook& book) -> Result<std::int64_t> {
    TAMGA_ASSIGN(writer, store().writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
    SeriesDesk desk(book, *writer);
    TAMGA_ASSIGN(series, desk.of_item(gtin_of(1), only_template(), SeriesKind::Operator));
    TAMGA_ASSIGN(codes, desk.reserve(*series, 10));
    TAMGA_TRY(desk.write());
    TAMGA_TRY(transaction.commit());
    return ledger::index_of(codes.ranges().front().first);
  };
  ASSERT_TRUE(transact([&](SeriesDesk& desk, sql::Connection&) -> Result<void> {
    TAMGA_TRY(desk.of_item(gtin_of(1), only_template(), SeriesKind::Operator));
    return {};
  }));
  EXPECT_EQ(*order(*book_), 0);
  EXPECT_EQ(*order(*book_), 10) << "the first was never published";
}

// A series ends with the last of its serials; asking for more hands out nothing.
TEST_P(SeriesDeskTest, EndOfSeries) {
  ASSERT_TRUE(transact([&](SeriesDesk& desk, sql::Connection&) -> Result<void> {
    TAMGA_ASSIGN(series, desk.of_item(gtin_of(1), only_template(), SeriesKind::Operator));
    EXPECT_EQ(desk.room(*series), 1'000'000);
    TAMGA_TRY(desk.reserve(*series, 999'990));
    EXPECT_EQ(desk.room(*series), 10);
    auto const more = desk.reserve(*series, 11);
    EXPECT_TRUE(!more && more.error().name() == "SERIES_EXHAUSTED");
    EXPECT_EQ(desk.room(*series), 10);
    TAMGA_TRY(desk.reserve(*series, 10));
    EXPECT_EQ(desk.room(*series), 0);
    return {};
  }));
}

// A new master key of serials is for new series; those that exist keep theirs, so that old codes stay
// readable.
TEST_P(SeriesDeskTest, RotatedSerialKey) {
  std::string before;
  auto const order = [&](SeriesDesk& desk, std::size_t form) -> Result<std::string> {
    TAMGA_ASSIGN(series, desk.of_item(gtin_of(1), only_template(form), SeriesKind::Operator));
    TAMGA_TRY(desk.reserve(*series, 5));
    return series->serial_key_id;
  };
  ASSERT_TRUE(transact([&](SeriesDesk& desk, sql::Connection&) -> Result<void> {
    TAMGA_ASSIGN(key, order(desk, 0));
    before = key;
    return {};
  }));
  auto const fresh = ring_->rotate(crypto::KeyPurpose::Serial);
  ASSERT_TRUE(fresh);
  restart();
  ASSERT_TRUE(transact([&](SeriesDesk& desk, sql::Connection&) -> Result<void> {
    TAMGA_ASSIGN(old_series, order(desk, 0));
    TAMGA_ASSIGN(new_series, order(desk, 1));
    EXPECT_EQ(old_series, before);
    EXPECT_EQ(new_series, std::string_view(fresh->data(), fresh->size()));
    EXPECT_NE(old_series, new_series);
    return {};
  }));
}

INSTANTIATE_TEST_SUITE_P(Engines, SeriesDeskTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::emission
