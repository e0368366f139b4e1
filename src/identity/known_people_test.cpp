// SPDX-License-Identifier: Apache-2.0
#include "identity/known_people.hpp"

#include <gtest/gtest.h>

#include "identity/tables.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::identity {
namespace {

class KnownPeopleTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("identity", kMigrations);
  }
  void note(crypto::Holder const& holder, std::uint32_t participant, std::string const& person) {
    auto writer = store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    ASSERT_TRUE(note_person(*writer, holder,
                            {.participant = ledger::ParticipantNo(participant),
                             .certificate = crypto::sha256(person),
                             .person = person},
                            UnixMs(1)));
    ASSERT_TRUE(transaction.commit());
  }
  std::vector<KnownPerson> find(std::string const& id, std::string const& tax_id) {
    ExternalPerson person;
    person.person_id = id;
    person.person_tax_id = tax_id;
    auto reader = store().reader().value();
    return find_people(*reader, person).value();
  }
};

// Who proved his number with a certificate is found by it, with each participant once and the last proof.
TEST_P(KnownPeopleTest, PeopleAreFoundByTheirNumbers) {
  crypto::Holder holder;
  holder.person_id = "30101900000004";
  holder.person_tax_id = "400000000";
  note(holder, 1, "Karimov");
  note(holder, 1, "Karimov Anvar");
  note(holder, 2, "Karimov Anvar");
  EXPECT_EQ(find("30101900000004", "").size(), 2U);
  EXPECT_EQ(find("", "400000000").size(), 2U);
  auto const found = find("30101900000004", "400000000");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].person, "Karimov Anvar");
  EXPECT_EQ(found[0].certificate, crypto::sha256("Karimov Anvar"));
  EXPECT_TRUE(find("30101900000012", "").empty());
  EXPECT_TRUE(find("", "").empty());
}

// A certificate without personal numbers, of a company's seal for instance, identifies nobody.
TEST_P(KnownPeopleTest, WithoutANumberNobodyIsKnown) {
  note(crypto::Holder{}, 1, "Seal");
  EXPECT_TRUE(find("", "").empty());
}

INSTANTIATE_TEST_SUITE_P(Engines, KnownPeopleTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::identity
