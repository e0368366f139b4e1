// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include "emission/code_names.hpp"
#include "emission/errors.hpp"
#include "emission/testing/emission_fixture.hpp"

namespace tamga::emission {
namespace {

using testing::country_of;
using testing::EmissionTest;
using testing::gtin_of;
using testing::template_of;

/// Two processes over one store, as PostgreSQL allows; each has a book of its own.
class DeskRaceTest : public EmissionTest {
 protected:
  struct Process {
    sql::Lease writer;
    sql::Transaction transaction;
    std::unique_ptr<SeriesDesk> desk;
  };

  void SetUp() override {
    EmissionTest::SetUp();
    live_in(country_of({template_of(1, "01+21(6)+93(4)", gs1::SerialAlphabet::Digits),
                        template_of(2, "01+21(6)+91(4)+92(44)", gs1::SerialAlphabet::Digits)}));
  }
  Process begin(SeriesBook& book) {
    auto writer = store().writer();
    EXPECT_TRUE(writer);
    auto transaction = sql::Transaction::begin(**writer);
    EXPECT_TRUE(transaction);
    auto desk = std::make_unique<SeriesDesk>(book, **writer);
    return {std::move(*writer), std::move(*transaction), std::move(desk)};
  }
  static Result<void> finish(Process& process) {
    TAMGA_TRY(process.desk->write());
    TAMGA_TRY(process.transaction.commit());
    process.desk->publish();
    return {};
  }
  Result<ledger::CodeSet> reserve(SeriesDesk& desk, std::int64_t quantity, std::size_t form = 0) {
    TAMGA_ASSIGN(series, desk.of_item(gtin_of(1), only_template(form), SeriesKind::Operator));
    return desk.reserve(*series, quantity);
  }
  Result<void> bring(SeriesDesk& desk, std::string_view serial) {
    TAMGA_ASSIGN(series, desk.of_item(gtin_of(1), only_template(), SeriesKind::SelfMade));
    TAMGA_ASSIGN(taken, desk.taken(*series, {&serial, 1}));
    EXPECT_TRUE(taken.empty());
    TAMGA_TRY(desk.bring(*series, {&serial, 1}));
    return {};
  }
  Result<void> first_order() {
    return transact([&](SeriesDesk& desk, sql::Connection&) -> Result<void> {
      TAMGA_TRY(reserve(desk, 10));
      return {};
    });
  }
  void expect_conflict(Result<void> const& result) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().name(), "STORE_CONFLICT") << describe(result.error());
  }
};

// Of two that hand out from one counter at once, one commits; the other is refused and gets other codes when
// it tries again.
TEST_P(DeskRaceTest, OneCounterTwoDesks) {
  ASSERT_TRUE(first_order());
  auto const other_book = another_book();
  auto first = begin(*book_);
  auto second = begin(*other_book);
  auto const given = reserve(*first.desk, 5);
  ASSERT_TRUE(given);
  auto const also = reserve(*second.desk, 7);
  ASSERT_TRUE(also);
  EXPECT_EQ(given->ranges()[0].first, also->ranges()[0].first);
  ASSERT_TRUE(finish(first));
  expect_conflict(second.desk->write());

  auto again = begin(*other_book);
  auto const fresh = reserve(*again.desk, 7);
  ASSERT_TRUE(fresh);
  EXPECT_EQ(fresh->ranges()[0].first, given->ranges()[0].end());
  EXPECT_TRUE(finish(again));
}

// A serial may not be brought here and handed out there at the same moment, nor be handed out under two
// templates.
TEST_P(DeskRaceTest, BringingAndHandingOut) {
  ASSERT_TRUE(first_order());
  std::vector<Series const*> all;
  book_->of_gtin(gtin_of(1), all);
  std::string serial(6, '\0');
  book_->permutation(*all[0]).value()->serials(12, 1, serial.data(), 6);
  auto const other_book = another_book();
  {
    auto first = begin(*book_);
    auto second = begin(*other_book);
    ASSERT_TRUE(reserve(*first.desk, 5));
    ASSERT_TRUE(bring(*second.desk, serial));
    ASSERT_TRUE(finish(first));
    expect_conflict(second.desk->write());
  }
  {
    auto first = begin(*book_);
    auto second = begin(*other_book);
    ASSERT_TRUE(bring(*first.desk, "000000"));
    ASSERT_TRUE(reserve(*second.desk, 5));
    ASSERT_TRUE(finish(first));
    expect_conflict(second.desk->write());
  }
  auto first = begin(*book_);
  auto second = begin(*other_book);
  ASSERT_TRUE(reserve(*first.desk, 5));
  ASSERT_TRUE(reserve(*second.desk, 5, 1));
  ASSERT_TRUE(finish(first));
  expect_conflict(second.desk->write());
}

// Two that make the first series of a GTIN at once: one series comes of it.
TEST_P(DeskRaceTest, OneNewSeries) {
  auto const other_book = another_book();
  auto first = begin(*book_);
  auto second = begin(*other_book);
  ASSERT_TRUE(reserve(*first.desk, 5));
  ASSERT_TRUE(reserve(*second.desk, 5));
  ASSERT_TRUE(finish(first));
  expect_conflict(second.desk->write());
  auto again = begin(*other_book);
  auto const codes = reserve(*again.desk, 5);
  ASSERT_TRUE(codes);
  EXPECT_EQ(ledger::index_of(codes->ranges()[0].first), 5);
}

// What one process has handed out, another can name, with a book that was opened before the series was.
TEST_P(DeskRaceTest, OtherBooksName) {
  auto const other_book = another_book();
  auto first = begin(*book_);
  auto const codes = reserve(*first.desk, 2);
  ASSERT_TRUE(codes);
  ASSERT_TRUE(finish(first));
  std::vector<ledger::CodeNo> const wanted{codes->ranges()[0].first, codes->ranges()[0].first + 1};
  auto& book = GetParam() == sql::Engine::Sqlite ? *book_ : *other_book;  // SQLite belongs to one process
  auto const names = names_of(wanted, book, store());
  ASSERT_TRUE(names) << describe(names.error());
  EXPECT_EQ(*names, names_of(wanted, *book_, store()).value());
  EXPECT_NE(names->front(), names->back());
  ledger::CodeNo const nobodys = ledger::code_no(ledger::SeriesNo(77), 0);
  EXPECT_TRUE(names_of({&nobodys, 1}, book, store()).error().is(kSeriesUnknown));
}

// What one process has handed out, another resolves at once, with a book that was opened before.
TEST_P(DeskRaceTest, OtherBooksCatchUp) {
  auto const other_book = another_book();
  Resolver const other(*other_book, *tails_, store());
  ASSERT_TRUE(first_order());
  ASSERT_TRUE(first_order());
  std::vector<Series const*> all;
  book_->of_gtin(gtin_of(1), all);
  std::string serial(6, '\0');
  book_->permutation(*all[0]).value()->serials(19, 1, serial.data(), 6);
  std::string const text = "01" + gtin_of(1).text() + "21" + serial;
  std::string_view const view = text;
  Resolved resolved;
  ASSERT_TRUE(other.resolve({&view, 1}, Tails::Optional, {&resolved, 1}));
  EXPECT_EQ(resolved.code, ledger::code_no(all[0]->number, 19));
  ASSERT_TRUE(first_order());
  book_->permutation(*all[0]).value()->serials(29, 1, serial.data(), 6);
  auto const reading = other.read("01" + gtin_of(1).text() + "21" + serial);
  ASSERT_TRUE(reading) << describe(reading.error());
  EXPECT_EQ(reading->code, ledger::code_no(all[0]->number, 29));
  ASSERT_TRUE(first_order());
  ASSERT_TRUE(other_book->refresh());
  EXPECT_EQ(other_book->issued(*all[0]), 40);
}

// A serial that a participant has brought is his code also where the gap it leaves is not known yet.
TEST_P(DeskRaceTest, OtherBooksLearnOfGaps) {
  ASSERT_TRUE(first_order());
  std::vector<Series const*> all;
  book_->of_gtin(gtin_of(1), all);
  std::string serial(6, '\0');
  book_->permutation(*all[0]).value()->serials(12, 1, serial.data(), 6);
  auto const other_book = another_book();
  Resolver const other(*other_book, *tails_, store());
  ASSERT_TRUE(transact([&](SeriesDesk& desk, sql::Connection&) { return bring(desk, serial); }));
  ASSERT_TRUE(first_order());
  std::string const identity = "01" + gtin_of(1).text() + "21" + serial;
  for (Resolver const* resolver : std::initializer_list<Resolver const*>{&other, resolver_.get()}) {
    auto const reading = resolver->read(identity);
    ASSERT_TRUE(reading) << describe(reading.error());
    ASSERT_NE(reading->series, nullptr);
    EXPECT_EQ(reading->series->kind, SeriesKind::SelfMade);
    EXPECT_EQ(ledger::index_of(reading->code), 0);
  }
  EXPECT_EQ(*other_book->gaps(*all[0]), std::vector<std::int64_t>{12});
}

// Only where there is a server; the choice of engines is EachEngine's.
std::vector<sql::Engine> server_engines() {
  char const* const chosen = std::getenv("TAMGA_TEST_ENGINES");
  if (chosen != nullptr && std::string_view(chosen) == "sqlite") return {};
  return {sql::Engine::Postgres};
}

INSTANTIATE_TEST_SUITE_P(Engines, DeskRaceTest, ::testing::ValuesIn(server_engines()));
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(DeskRaceTest);

}  // namespace
}  // namespace tamga::emission
