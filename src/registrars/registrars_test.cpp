// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>

#include "base/testing/source_path.hpp"
#include "registrars/errors.hpp"
#include "registrars/printing.hpp"
#include "registrars/registrar.hpp"
#include "registrars/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::registrars {
namespace {

constexpr ParticipantNo kFactory(1);
constexpr ParticipantNo kOther(2);

class RegistrarsTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("registrars", kMigrations);
  }
  static Rules rules_of(char const* name) {
    auto const folder = source_path("spec") / name;
    return Rules::read(folder / "registrars.toml", country::load_country(folder).value()).value();
  }
  static Wish device(std::string serial) {
    return {RegistrarKind::Device, std::move(serial), "RE-2", "4.1.0", std::nullopt, "Line 1"};
  }
  static Wish remote(std::string access) {
    return {RegistrarKind::Remote, std::nullopt, std::nullopt, std::nullopt, std::move(access), "Line 1"};
  }
  Result<Registrar> ask(ParticipantNo who, Wish const& wish,
                        std::vector<std::string> const& types = {"manufacturer"}) {
    auto writer = store().writer().value();
    ++numbers_;
    return apply(*writer, rules_, RegistrarNo(numbers_), who, types, wish, "Director", UnixMs(numbers_));
  }
  Result<Registrar> decide(RegistrarNo number, Move what, std::string reason = "") {
    auto writer = store().writer().value();
    return move(*writer, number, what, std::move(reason), UnixMs(50));
  }
  std::string error(Result<Registrar> const& result) {
    return result ? "" : std::string(result.error().name()) + result.error().where();
  }

  Rules rules_ = rules_of("ru");
  std::int64_t numbers_ = 0;
};

// A registrar is asked for, confirmed, suspended and taken up again; a withdrawn one stays so.
TEST_P(RegistrarsTest, Life) {
  auto const asked = ask(kFactory, device("SN 001"));
  ASSERT_TRUE(asked) << describe(asked.error());
  EXPECT_EQ(asked->state, RegistrarState::Applied);
  auto reader = store().reader().value();
  EXPECT_EQ(in_state(*reader, RegistrarState::Applied, RegistrarNo(), 10)->size(), 1U);
  EXPECT_TRUE(active_of(*reader, kFactory)->empty());
  EXPECT_EQ(error(decide(asked->number, Move::Suspend, "why")), "REGISTRAR_MOVE_NOT_POSSIBLE/move");
  ASSERT_TRUE(decide(asked->number, Move::Confirm));
  EXPECT_EQ(active_of(*reader, kFactory)->size(), 1U);
  EXPECT_TRUE(active_of(*reader, kOther)->empty());
  EXPECT_EQ(error(decide(asked->number, Move::Suspend)), "REGISTRAR_REASON_MISSING/reason");
  ASSERT_TRUE(decide(asked->number, Move::Suspend, "seal broken"));
  EXPECT_TRUE(active_of(*reader, kFactory)->empty());
  ASSERT_TRUE(decide(asked->number, Move::Resume));
  {
    auto writer = store().writer().value();
    EXPECT_EQ(error(withdraw(*writer, kOther, asked->number, UnixMs(60))), "REGISTRAR_UNKNOWN");
    ASSERT_TRUE(withdraw(*writer, kFactory, asked->number, UnixMs(60)));
    EXPECT_EQ(error(withdraw(*writer, kFactory, asked->number, UnixMs(60))),
              "REGISTRAR_MOVE_NOT_POSSIBLE/move");
  }
  EXPECT_EQ(error(decide(RegistrarNo(99), Move::Confirm)), "REGISTRAR_UNKNOWN");
  auto const mine = registrars_of(*reader, kFactory).value();
  ASSERT_EQ(mine.size(), 1U);
  EXPECT_EQ(mine.front().state, RegistrarState::Withdrawn);
  EXPECT_EQ(mine.front().serial, "SN 001");
}

// Every move from every state is either in the table or refused; nothing leaves the end.
TEST(RegistrarMoves, EndsAreEnds) {
  for (Move const what : {Move::Confirm, Move::Refuse, Move::Suspend, Move::Resume, Move::Withdraw})
    for (RegistrarState const end : {RegistrarState::Withdrawn, RegistrarState::Refused})
      EXPECT_FALSE(after(what, end));
  EXPECT_EQ(after(Move::Confirm, RegistrarState::Applied), RegistrarState::Active);
  EXPECT_FALSE(after(Move::Confirm, RegistrarState::Suspended));
  EXPECT_FALSE(after(Move::Resume, RegistrarState::Applied));
}

// A device is registered once, however its number is spelled; free again when it was withdrawn or refused.
TEST_P(RegistrarsTest, OneDeviceOnce) {
  auto const first = ask(kFactory, device("sn-001"));
  ASSERT_TRUE(first);
  EXPECT_EQ(error(ask(kOther, device("SN - 001"))), "REGISTRAR_TAKEN/serial");
  EXPECT_TRUE(ask(kOther, device("SN-002")));
  ASSERT_TRUE(decide(first->number, Move::Refuse, "no such device"));
  EXPECT_TRUE(ask(kOther, device("SN-001")));
  EXPECT_TRUE(ask(kFactory, remote("shared")));
  EXPECT_EQ(error(ask(kFactory, remote("shared"))), "REGISTRAR_TAKEN/access");
  EXPECT_TRUE(ask(kFactory, remote("dedicated")));
  EXPECT_TRUE(ask(kOther, remote("shared")));
}

// Fields are those of the kind, words those of the country, and only emitters have registrars.
TEST_P(RegistrarsTest, Refusals) {
  Wish half = device("1");
  half.software.reset();
  EXPECT_EQ(error(ask(kFactory, half)), "REGISTRAR_FIELD_MISSING/software");
  Wish both = device("1");
  both.access = "shared";
  EXPECT_EQ(error(ask(kFactory, both)), "REGISTRAR_FIELD_NOT_ASKED/access");
  EXPECT_EQ(error(ask(kFactory, remote("magic"))), "REGISTRAR_ACCESS_UNKNOWN/access");
  EXPECT_EQ(error(ask(kFactory, device("1"), {"retail"})), "REGISTRAR_NOT_FOR_TYPE");
  rules_ = rules_of("uz");
  EXPECT_EQ(error(ask(kFactory, device("1"))), "REGISTRARS_NOT_USED");
}

// A country may offer one kind alone.
TEST_P(RegistrarsTest, KindsOfTheCountry) {
  auto const file = std::filesystem::path(testing::TempDir()) / "devices.toml";
  std::ofstream(file) << "kinds = [\"device\"]\ntypes = [\"manufacturer\"]\n[quality]\ngrades = [\"A\"]\n"
                         "least = \"A\"\n[providers]\n";
  auto const folder = source_path("spec/ru");
  rules_ = Rules::read(file, country::load_country(folder).value()).value();
  EXPECT_EQ(error(ask(kFactory, remote("shared"))), "REGISTRAR_KIND_NOT_OFFERED/registrar");
  EXPECT_TRUE(ask(kFactory, device("1")));
}

// A participant has so many registrars and no more.
TEST_P(RegistrarsTest, NotTooMany) {
  for (int i = 0; i < kMostRegistrars; ++i) ASSERT_TRUE(ask(kFactory, device(std::to_string(i))));
  EXPECT_EQ(error(ask(kFactory, device("one more"))), "REGISTRARS_TOO_MANY");
  EXPECT_TRUE(ask(kOther, device("one more")));
}

// What documents report is found by participant, registrar and production order, and adds up.
TEST_P(RegistrarsTest, Printing) {
  std::int64_t const far = 7'000'000'000'000'000;
  {
    auto writer = store().writer().value();
    auto const put = [&](std::int64_t document, int part, ParticipantNo who, std::int64_t registrar,
                         Printing what, std::string grade, std::string order, std::int64_t codes) {
      EXPECT_TRUE(insert_record(*writer, {ledger::DocumentNo(document),
                                          part,
                                          who,
                                          RegistrarNo(registrar),
                                          what,
                                          std::move(grade),
                                          "line",
                                          std::move(order),
                                          UnixMs(1),
                                          codes,
                                          {}}));
    };
    put(10, 0, kFactory, far, Printing::Printed, "", "PO-1", 100);
    put(11, 0, kFactory, far, Printing::Graded, "A", "PO-1", 70);
    put(11, 1, kFactory, far, Printing::Graded, "F", "PO-1", 30);
    put(12, 0, kFactory, 0, Printing::Printed, "", "PO-2", 5);
    put(13, 0, kOther, far + 1, Printing::Printed, "", "PO-1", 9);
    put(14, 0, kFactory, far, Printing::Printed, "", "PO-3", 11);
  }
  auto reader = store().reader().value();
  ledger::DocumentNo const all(1000);
  auto const mine = records_of(*reader, {kFactory, all}, 10).value();
  ASSERT_EQ(mine.size(), 5U);
  EXPECT_EQ(mine.front().document, ledger::DocumentNo(14));
  EXPECT_EQ(mine[2].grade, "A");
  EXPECT_EQ(records_of(*reader, {kFactory, all, RegistrarNo(far)}, 10)->size(), 4U);
  EXPECT_EQ(records_of(*reader, {kFactory, all, RegistrarNo(far), "PO-1"}, 10)->size(), 3U);
  EXPECT_EQ(records_of(*reader, {kFactory, ledger::DocumentNo(12)}, 2)->size(), 2U);
  auto const totals = totals_of(*reader, RegistrarNo(far)).value();
  ASSERT_EQ(totals.size(), 3U);
  EXPECT_EQ(totals[0].codes, 111);
  EXPECT_EQ(totals[2].grade + std::to_string(totals[2].codes), "F30");
}

INSTANTIATE_TEST_SUITE_P(Engines, RegistrarsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::registrars
