// SPDX-License-Identifier: Apache-2.0
#include "emission/custom_serials.hpp"
#include "emission/testing/emission_fixture.hpp"

namespace tamga::emission {
namespace {

using testing::country_of;
using testing::EmissionTest;
using testing::gtin_of;
using testing::sscc_of;
using testing::template_of;

class TransportTest : public EmissionTest {
 protected:
  void SetUp() override {
    EmissionTest::SetUp();
    live_in(country_of({template_of(1, "gtin(14)serial(7)mrp(4)check(4)", gs1::SerialAlphabet::Gs1Set82)}));
  }
  Result<std::vector<ledger::CodeNo>> codes_of(std::vector<std::string_view> const& identities) {
    std::vector<ledger::CodeNo> codes(identities.size());
    TAMGA_TRY(transact(
        [&](SeriesDesk& desk, sql::Connection&) { return desk.transport_codes(identities, codes); }));
    return codes;
  }
};

// An SSCC is its number: the same code for ever, no row, found by arithmetic as soon as its prefix is known.
TEST_P(TransportTest, SsccIsANumber) {
  std::string const one = sscc_of("14780000000000017");
  std::string const neighbour = sscc_of("14780000000000018");
  std::string const other_prefix = sscc_of("24780000000000017");
  EXPECT_EQ(error_of(resolve_one(one, Tails::Required)), "CODE_NOT_ISSUED");
  auto const codes = codes_of({one, neighbour, other_prefix, one});
  ASSERT_TRUE(codes) << describe(codes.error());
  EXPECT_EQ(ledger::index_of((*codes)[0]), 17);
  EXPECT_EQ((*codes)[1], (*codes)[0] + 1);
  EXPECT_NE(ledger::series_of((*codes)[2]), ledger::series_of((*codes)[0]));
  EXPECT_EQ((*codes)[3], (*codes)[0]);
  Series const* const series = book_->find_sscc(1'478'000);
  ASSERT_NE(series, nullptr);
  EXPECT_EQ(book_->issued(*series), kSsccsOfPrefix);
  restart();
  EXPECT_EQ(resolve_one(one, Tails::Required).code, (*codes)[0]);
  EXPECT_EQ(resolve_one(one.substr(2), Tails::Required).code, (*codes)[0]) << "without the 00";
  EXPECT_EQ(resolve_one(other_prefix, Tails::Required).code, (*codes)[2]);
  EXPECT_EQ(error_of(resolve_one(sscc_of("34780000000000017"), Tails::Required)), "CODE_NOT_ISSUED");
  EXPECT_EQ(*codes_of({one}), std::vector{(*codes)[0]});
}

// docs/formats/series.md
TEST_P(TransportTest, ExamplesOfTheFormat) {
  EXPECT_EQ(sscc_of("14780000000000017"), "00147800000000000172");
  EXPECT_EQ(serial_hash("PALLET/2026-03/000017"), -1932507050935945441);
  ASSERT_TRUE(codes_of({"00147800000000000172", "PALLET/2026-03/000017"}));
  auto const reader = store().reader();
  auto const stored = (*reader)->find(
      {"test", "SELECT idx FROM custom_serial WHERE hash = $1"},
      [](sql::Row const& row) { return row.int64(0); }, -1932507050935945441);
  ASSERT_TRUE(stored);
  EXPECT_EQ(*stored, 0);
}

// A code of the participant's own is given a number once.
TEST_P(TransportTest, OwnFormatIsRemembered) {
  std::string_view const pallet = "PALLET/2026-03/000017";
  std::string_view const crate = "CRATE-000000000000000000000001";
  EXPECT_EQ(error_of(resolve_one(pallet, Tails::Required)), "CODE_NOT_ISSUED");
  auto const codes = codes_of({pallet, crate, pallet});
  ASSERT_TRUE(codes) << describe(codes.error());
  EXPECT_NE((*codes)[0], (*codes)[1]);
  EXPECT_EQ((*codes)[0], (*codes)[2]);
  restart();
  EXPECT_EQ(resolve_one(pallet, Tails::Required).code, (*codes)[0]);
  EXPECT_EQ(resolve_one(" " + std::string(crate) + "\n", Tails::Required).code, (*codes)[1]);
  EXPECT_EQ(error_of(resolve_one("PALLET/2026-03/000018", Tails::Required)), "CODE_NOT_ISSUED");
  auto const again = codes_of({"PALLET/2026-03/000018", crate});
  ASSERT_TRUE(again);
  EXPECT_EQ((*again)[1], (*codes)[1]);
  EXPECT_EQ(ledger::index_of((*again)[0]), 2);
  auto const reading = resolver_->read(pallet);
  ASSERT_TRUE(reading) << describe(reading.error());
  EXPECT_EQ(reading->code, (*codes)[0]);
  EXPECT_EQ(reading->series, book_->find_own_format());
}

// What is the code of goods, or an SSCC read wrongly, is no transport code.
TEST_P(TransportTest, FormsThatAreRefused) {
  std::string wrong = sscc_of("14780000000000017");
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  auto const sscc = codes_of({wrong});
  ASSERT_FALSE(sscc);
  EXPECT_EQ(sscc.error().name(), "SSCC_CHECK_DIGIT");
  for (std::string const& text : {"01" + gtin_of(1).text() + "21ABCDEF", std::string("short"),
                                  std::string("with a space in the middle")}) {
    auto const refused = codes_of({sscc_of("14780000000000017"), text});
    ASSERT_FALSE(refused) << text;
    EXPECT_EQ(refused.error().name(), "TRANSPORT_CODE_FORM");
  }
  std::string const pack = gtin_of(1).text() + "ABCDEFG";
  ASSERT_TRUE(codes_of({pack})) << "no goods of that GTIN have codes of 21 characters yet";
  ASSERT_TRUE(transact([&](SeriesDesk& desk, sql::Connection&) -> Result<void> {
    TAMGA_ASSIGN(series, desk.of_item(gtin_of(1), only_template(), SeriesKind::Operator));
    TAMGA_TRY(desk.reserve(*series, 1));
    return {};
  }));
  EXPECT_EQ(resolve_one(pack, Tails::Required).code, ledger::code_no(book_->find_own_format()->number, 0));
  EXPECT_FALSE(codes_of({gtin_of(1).text() + "ABCDEFH"}));
}

INSTANTIATE_TEST_SUITE_P(Engines, TransportTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::emission
