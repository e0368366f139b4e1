// SPDX-License-Identifier: Apache-2.0
#include "registry/register.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "registry/errors.hpp"
#include "registry/search.hpp"
#include "registry/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::registry {
namespace {

class RegisterTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("registry", kMigrations);
    register_ = Register::open(store()).value();
  }
  Participant add(std::string tax_id, std::string name) {
    return register_
        ->add({.number = {},
               .tax_id = std::move(tax_id),
               .name = std::move(name),
               .types = {"maker", "seller"}})
        .value();
  }
  std::unique_ptr<Register> register_;
};

// Numbers are dense from 1: the ledger stores them in few bits.
TEST_P(RegisterTest, ParticipantsAreNumberedFromOne) {
  EXPECT_EQ(add("301234567", "OOO \"Sut\"").number, ParticipantNo(1));
  EXPECT_EQ(add("301234568", "Non").number, ParticipantNo(2));
  auto const milk = register_->find(ParticipantNo(1)).value();
  ASSERT_TRUE(milk);
  EXPECT_EQ(milk->name, "OOO \"Sut\"");
  EXPECT_EQ(milk->types, (std::vector<std::string>{"maker", "seller"}));
  EXPECT_FALSE(milk->authority);
  EXPECT_EQ(register_->find_by_tax_id("301234568").value()->number, ParticipantNo(2));
  EXPECT_FALSE(register_->find(ParticipantNo(3)).value());
  EXPECT_FALSE(register_->find_by_tax_id("3").value());
}

// Somebody at the operator looks for a company by what he remembers of it.
TEST_P(RegisterTest, ParticipantsAreFoundByPartsOfTheirNames) {
  add("301234567", "OOO \"Sut Ishlab\"");
  add("301234568", "Non");
  add("401234567", "OK SUT");
  auto reader = store().reader().value();
  auto const found = [&](std::string_view text, ParticipantNo after = {}, int limit = 10) {
    return search_participants(*reader, text, after, limit).value();
  };
  using Numbers = std::vector<ParticipantNo>;
  EXPECT_EQ(found("sut"), (Numbers{ParticipantNo(1), ParticipantNo(3)}));
  EXPECT_EQ(found("sut", {}, 1), Numbers{ParticipantNo(1)});
  EXPECT_EQ(found("sut", ParticipantNo(1)), Numbers{ParticipantNo(3)});
  EXPECT_EQ(found("3012345"), (Numbers{ParticipantNo(1), ParticipantNo(2)}));
  EXPECT_EQ(found("sut i"), Numbers{ParticipantNo(1)});
  EXPECT_EQ(found("milk"), Numbers{});
}

// A tax number is one participant; a refused one takes no number.
TEST_P(RegisterTest, ATaxNumberIsRegisteredOnce) {
  add("301234567", "first");
  auto const again = register_->add({.number = {}, .tax_id = "301234567", .name = "again", .types = {}});
  ASSERT_FALSE(again);
  EXPECT_TRUE(again.error().is(kParticipantExists)) << describe(again.error());
  EXPECT_EQ(add("301234568", "second").number, ParticipantNo(2));
}

TEST_P(RegisterTest, ACertificateActsForOneParticipant) {
  auto const milk = add("301234567", "milk");
  auto const bread = add("301234568", "bread");
  Signer const signer{crypto::sha256("certificate"), milk.number, "Karimov Anvar"};
  EXPECT_FALSE(register_->signer(signer.certificate).value());
  ASSERT_TRUE(register_->add_signer(signer));
  auto const found = register_->signer(signer.certificate).value();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->participant, milk.number);
  EXPECT_EQ(found->person, "Karimov Anvar");

  Signer const stolen{signer.certificate, bread.number, "Somebody"};
  EXPECT_TRUE(register_->add_signer(stolen).error().is(kSignerExists));
  Signer const nobody{crypto::sha256("other"), ParticipantNo(77), "Somebody"};
  EXPECT_TRUE(register_->add_signer(nobody).error().is(kParticipantUnknown));
}

TEST_P(RegisterTest, EverythingIsThereAfterARestart) {
  auto const office =
      register_->add({.number = {}, .tax_id = "1", .name = "Operator", .types = {}, .authority = true})
          .value();
  ASSERT_TRUE(register_->add_signer({crypto::sha256("certificate"), office.number, "Clerk"}));
  reopen();
  register_ = Register::open(store()).value();
  auto const found = register_->find_by_tax_id("1").value();
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->authority);
  EXPECT_TRUE(found->types.empty());
  EXPECT_EQ(register_->signer(crypto::sha256("certificate")).value()->person, "Clerk");
}

// Many at once get different numbers, also from two processes of one store.
TEST_P(RegisterTest, NumbersStayApartUnderLoad) {
  auto second = Register::open(store()).value();
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&, t] {
      Register& mine = t % 2 == 0 ? *register_ : *second;
      for (int i = 0; i < 10; ++i)
        ASSERT_TRUE(
            mine.add({.number = {}, .tax_id = std::to_string(t * 100 + i), .name = "x", .types = {}}));
    });
  for (auto& thread : threads) thread.join();
  auto const all = Register::open(store()).value();
  for (std::uint32_t number = 1; number <= 40; ++number)
    EXPECT_TRUE(all->find(ParticipantNo(number)).value());
  EXPECT_FALSE(all->find(ParticipantNo(41)).value());
}

// On a shared store what another process adds is found at once.
TEST_P(RegisterTest, AMissLooksIntoASharedStore) {
  if (GetParam() == sql::Engine::Sqlite) return;  // SQLite belongs to one process
  auto second = Register::open(store()).value();
  auto const added = add("301234567", "milk");
  ASSERT_TRUE(register_->add_signer({crypto::sha256("certificate"), added.number, "Clerk"}));
  EXPECT_EQ(second->find_by_tax_id("301234567").value()->number, added.number);
  EXPECT_EQ(second->signer(crypto::sha256("certificate")).value()->participant, added.number);
}

INSTANTIATE_TEST_SUITE_P(Engines, RegisterTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::registry
