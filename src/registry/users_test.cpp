// SPDX-License-Identifier: Apache-2.0
// Features 1.15, 3.8: users as they are kept, and what they may do.
#include "registry/users.hpp"

#include <gtest/gtest.h>

#include <array>
#include <span>

#include "registry/change_notes.hpp"
#include "registry/errors.hpp"
#include "registry/register.hpp"
#include "registry/tables.hpp"
#include "registry/user_rows.hpp"
#include "sql/errors.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::registry {
namespace {

crypto::Sha256 digest(unsigned char byte) {
  crypto::Sha256 out{};
  out.fill(byte);
  return out;
}

Date day(std::string_view text) { return Date::parse(text).value(); }

class UserStoreTest : public sql::testing::EachEngine {
 protected:
  /// Commits what `work` does.
  template <class Work>
  Result<void> durably(Work&& work) {
    TAMGA_ASSIGN(writer, store().writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
    TAMGA_TRY(work(*writer));
    return transaction.commit();
  }
  static User clerk(std::int64_t number, unsigned char certificate) {
    User user;
    user.number = UserNo(number);
    user.participant = ParticipantNo(1);
    user.person = "Clerk, the \"first\"";
    user.person_id = "31201851234567";
    user.email = "clerk@example.uz";
    user.language = Language::Uz;
    user.roles = {"warehouse", "cashier"};
    user.groups = {"water"};
    user.places = {"Site, north", "Site south"};
    user.state = UserState::Invited;
    user.added_by = "Head";
    user.added = UnixMs(5);
    user.certificates = {
        {.certificate = digest(certificate), .personal = true, .ends = UnixMs(9), .added = UnixMs(5)}};
    return user;
  }
};

// Whoever could sign before there were users can do everything he could.
TEST_P(UserStoreTest, SignersOfBeforeBecomeAdministrators) {
  SystemClock const clock;
  auto const first_three = std::span(kMigrations).first(3);
  ASSERT_TRUE(sql::migrate(store(), "registry", first_three, clock));
  {
    auto writer = store().writer().value();
    ASSERT_TRUE(writer->script(R"sql(
INSERT INTO participant (participant, tax_id, name, types, authority) VALUES (1, '301234567', 'Maker', '', 0), (2, '302222222', 'Operator', '', 1))sql"));
    constexpr sql::Statement kOld{
        "test", "INSERT INTO signer (certificate, participant, person) VALUES ($1, $2, $3)"};
    for (unsigned char const one : std::array<unsigned char, 3>{1, 2, 3})
      ASSERT_TRUE(writer->execute(kOld, sql::Blob{crypto::view(digest(one))}, one == 3 ? 2 : 1,
                                  "Person " + std::to_string(one)));
  }
  ASSERT_TRUE(sql::migrate(store(), "registry", kMigrations, clock));
  auto const register_ = Register::open(store()).value();
  for (unsigned char const one : std::array<unsigned char, 3>{1, 2, 3}) {
    auto const user = register_->users().find(digest(one)).value();
    ASSERT_NE(user, nullptr);
    EXPECT_EQ(user->person, "Person " + std::to_string(one));
    EXPECT_EQ(user->state, UserState::Active);
    EXPECT_EQ(user->roles.at(0), one == 3 ? "operator_administrator" : "administrator");
    EXPECT_EQ(register_->signer(digest(one)).value()->participant, ParticipantNo(one == 3 ? 2 : 1));
  }
  // New ones do not take their numbers.
  ASSERT_TRUE(register_->add_signer({digest(4), ParticipantNo(1), "Person 4"}));
  EXPECT_EQ(register_->users().of(ParticipantNo(1)).value().size(), 3U);
}

TEST_P(UserStoreTest, KeepsEverythingOfAUser) {
  migrate("registry", kMigrations);
  auto const register_ = Register::open(store()).value();
  ASSERT_TRUE(register_->add({{}, "301234567", "Maker", {}, false}));
  ASSERT_TRUE(durably([](sql::Connection& connection) { return insert_user(connection, clerk(1'000, 1)); }));
  ASSERT_TRUE(durably([](sql::Connection& connection) {
    return insert_power(connection, {.participant = ParticipantNo(1),
                                     .number = "77",
                                     .person_id = "31201851234567",
                                     .person = "Clerk",
                                     .rights = {Right::Ship, Right::Withdraw},
                                     .from = day("2026-01-01"),
                                     .until = day("2026-12-31"),
                                     .document = 6});
  }));
  auto const again = Register::open(store()).value();
  for (auto const& user : {again->users().find(UserNo(1'000)).value(), again->users().find(digest(1)).value(),
                           again->users().of(ParticipantNo(1)).value().at(0)}) {
    ASSERT_NE(user, nullptr);
    User const same = clerk(1'000, 1);
    EXPECT_EQ(facts_of(*user), facts_of(same));
    EXPECT_EQ(user->language, Language::Uz);
    EXPECT_EQ(user->added_by, "Head");
    ASSERT_EQ(user->powers.size(), 1U);
    EXPECT_EQ(user->powers[0].rights, (Rights{Right::Ship, Right::Withdraw}));
    EXPECT_TRUE(user->powers[0].valid_on(day("2026-12-31")));
    EXPECT_FALSE(user->powers[0].valid_on(day("2027-01-01")));
  }
  auto const twice =
      durably([](sql::Connection& connection) { return insert_user(connection, clerk(1'001, 1)); });
  ASSERT_FALSE(twice);
  EXPECT_TRUE(twice.error().is(kSignerExists));
}

// Two processes that change users of one organisation at once: the later one is judged anew.
TEST_P(UserStoreTest, ChangesAreNotMadePastOneAnother) {
  migrate("registry", kMigrations);
  auto const register_ = Register::open(store()).value();
  ASSERT_TRUE(register_->add({{}, "301234567", "Maker", {}, false}));
  std::int64_t known = -1;
  ASSERT_TRUE(durably([&](sql::Connection& connection) -> Result<void> {
    TAMGA_ASSIGN(version, users_version(connection, ParticipantNo(1)));
    known = version;
    return raise_version(connection, ParticipantNo(1), version);
  }));
  auto const late = durably(
      [&](sql::Connection& connection) { return raise_version(connection, ParticipantNo(1), known); });
  ASSERT_FALSE(late);
  EXPECT_TRUE(late.error().is(sql::kStoreConflict));
}

// Another process of the store, on SQLite the next one, sees who was added and that he came.
TEST_P(UserStoreTest, OthersSeeChanges) {
  migrate("registry", kMigrations);
  auto const here = Register::open(store()).value();
  auto there = Register::open(store()).value();
  auto const state_there = [&] {
    if (store().engine() == sql::Engine::Sqlite) there = Register::open(store()).value();
    return there->users().find(digest(1)).value()->state;
  };
  ASSERT_TRUE(here->add({{}, "301234567", "Maker", {}, false}));
  ASSERT_TRUE(durably([](sql::Connection& connection) { return insert_user(connection, clerk(1'000, 1)); }));
  EXPECT_EQ(state_there(), UserState::Invited);
  ASSERT_TRUE(durably([](sql::Connection& connection) {
    return activate_user(connection, ParticipantNo(1), UserNo(1'000));
  }));
  EXPECT_EQ(state_there(), UserState::Active);
}

country::Roles roles_with(country::PowerPolicy policy) {
  country::Roles roles;
  country::Role role;
  role.code = "warehouse";
  role.rights = {Right::Ship, Right::SeeCodes};
  roles.rows = country::Dictionary<country::Role>({role});
  roles.powers_of_attorney = policy;
  return roles;
}

// A power narrows what the roles give and never widens it; it counts on its days, and not when it is revoked.
TEST(Permission, IsRolesWithinPowers) {
  User user;
  user.roles = {"warehouse"};
  user.certificates = {{.certificate = digest(1), .personal = true, .ends = {}, .added = {}},
                       {.certificate = digest(2), .personal = false, .ends = {}, .added = {}}};
  auto const required = roles_with(country::PowerPolicy::Required);
  Date const today = day("2026-06-01");
  auto const with = [&](crypto::Sha256 const& certificate) {
    return permission_of(user, certificate, required, today);
  };
  EXPECT_TRUE(with(digest(1)).powerless);
  EXPECT_TRUE(with(digest(1)).rights.empty());
  EXPECT_TRUE(with(digest(2)).rights.has(Right::Ship)) << "the organisation's own certificate needs none";
  user.powers = {{.participant = ParticipantNo(1),
                  .number = "1",
                  .person_id = "1",
                  .person = "P",
                  .rights = {Right::Ship, Right::Users},
                  .from = day("2026-06-01"),
                  .until = day("2026-06-01")}};
  EXPECT_EQ(with(digest(1)).rights, Rights(Right::Ship));
  EXPECT_EQ(with(digest(1)).power_for(Right::Ship)->number, "1");
  EXPECT_EQ(with(digest(2)).power_for(Right::Ship), nullptr);
  user.powers[0].revoked_by = 9;
  EXPECT_TRUE(with(digest(1)).powerless);
  user.powers[0].revoked_by = 0;
  user.powers[0].until = day("2026-05-31");
  EXPECT_TRUE(with(digest(1)).powerless);
  auto const optional = roles_with(country::PowerPolicy::Optional);
  EXPECT_TRUE(permission_of(user, digest(1), optional, today).rights.has(Right::Ship));
  auto const none = roles_with(country::PowerPolicy::None);
  EXPECT_TRUE(permission_of(user, digest(1), none, today).powerless);
}

TEST(Changes, AreToldFieldByField) {
  Facts const before{{"email", "a"}, {"roles", "x"}};
  Facts const after{{"email", "b"}, {"roles", "x"}, {"groups", "water"}};
  EXPECT_EQ(changes_between(before, after),
            (std::vector<FieldChange>{{"email", "a", "b"}, {"groups", "", "water"}}));
  std::string const cyrillic = [] {
    std::string out;
    for (int i = 0; i < 5'000; ++i) out += "\xd1\x8f";
    return out;
  }();
  auto const cut = changes_between({}, {{"name", cyrillic}}).front().after;
  EXPECT_LE(cut.size(), 4'003U);
  EXPECT_EQ((cut.size() - 3) % 2, 0U) << "cut between characters";
}

TEST(Changes, OfAProfileAndItsSites) {
  Profile before;
  before.sites = std::vector<ProductionSite>{{"One", "There", {}}};
  Profile after = before;
  after.kpp = "770001001";
  after.sites->front().kpp = "770043001";
  EXPECT_EQ(
      changes_between(facts_of(before), facts_of(after)),
      (std::vector<FieldChange>{{"kpp", "", "770001001"}, {"sites", "One, There", "One, There, 770043001"}}));
}

INSTANTIATE_TEST_SUITE_P(Engines, UserStoreTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::registry
