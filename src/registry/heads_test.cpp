// SPDX-License-Identifier: Apache-2.0
#include "registry/heads.hpp"

#include "registry/errors.hpp"
#include "registry/register.hpp"
#include "registry/signing_test.hpp"
#include "registry/user_rows.hpp"

namespace tamga::registry {
namespace {

constexpr std::int64_t kDay = 86'400'000;

class HeadsTest : public testing::SigningTest {
 protected:
  void SetUp() override {
    SigningTest::SetUp();
    register_ = Register::open(store()).value();
    company_ =
        register_
            ->add({.number = {}, .tax_id = "301234513", .name = "Buloq", .types = {}, .authority = false})
            .value()
            .number;
    ASSERT_TRUE(register_->add_signer({old_, company_, "Karimov Anvar"},
                                      {.person_id = "31201851234567", .email = "old@buloq.example"}));
  }
  void TearDown() override {
    register_.reset();
    SigningTest::TearDown();
  }
  [[nodiscard]] NewHead head(char const* certificate, char const* person_id) const {
    return {.certificate = crypto::sha256(certificate),
            .person = "Olimova Zebo",
            .person_id = person_id,
            .email = "new@buloq.example",
            .language = Language::Uz,
            .ends = UnixMs(clock_.now().value() + 365 * kDay)};
  }
  Result<Succession> take_over(NewHead const& head) {
    return durably(
        [&](sql::Connection& connection) { return succeed(connection, company_, head, clock_.now()); });
  }
  std::vector<HeadCertificate> certificates() {
    auto const reader = store().reader().value();
    return head_certificates(*reader, company_).value();
  }

  std::unique_ptr<Register> register_;
  ParticipantNo company_;
  crypto::Sha256 const old_ = crypto::sha256("old");
};

TEST_P(HeadsTest, WhoeverTheAccountBeganWithIsItsHead) {
  auto const known = certificates();
  ASSERT_EQ(known.size(), 1U);
  EXPECT_EQ(known[0].certificate, old_);
  EXPECT_FALSE(all_revoked(known, clock_.now()));
}

TEST_P(HeadsTest, ANewHeadTakesOver) {
  auto const done = take_over(head("new", "31503852001000"));
  ASSERT_TRUE(done) << describe(done.error());
  EXPECT_EQ(done->head.state, UserState::Active);
  EXPECT_EQ(done->head.roles, std::vector<std::string>{"administrator"});
  EXPECT_EQ(done->head.email, "new@buloq.example");
  ASSERT_TRUE(done->former);
  EXPECT_EQ(done->former->state, UserState::Blocked);
  EXPECT_EQ(done->former->email, "old@buloq.example");
  auto const now = certificates();
  ASSERT_EQ(now.size(), 1U);
  EXPECT_EQ(now[0].certificate, crypto::sha256("new"));
  // The register names the one before again: under his old number, with his old certificate.
  NewHead back = head("old", "31201851234567");
  back.certificate = old_;
  auto const again = take_over(back);
  ASSERT_TRUE(again) << describe(again.error());
  EXPECT_EQ(again->head.number, done->former->number);
  EXPECT_EQ(again->head.state, UserState::Active);
  EXPECT_EQ(again->former->number, done->head.number);
}

TEST_P(HeadsTest, TheSamePersonComesWithAnotherCertificate) {
  auto const done = take_over(head("second", "31201851234567"));
  ASSERT_TRUE(done) << describe(done.error());
  EXPECT_FALSE(done->former);
  EXPECT_EQ(done->head.certificates.size(), 2U);
  EXPECT_EQ(done->head.since, clock_.now()) << "what was open is not";
  EXPECT_EQ(certificates().size(), 2U);
}

TEST_P(HeadsTest, ACertificateOfAnotherOrganisationIsRefused) {
  auto const other =
      register_->add({.number = {}, .tax_id = "301234526", .name = "Other", .types = {}, .authority = false})
          .value();
  ASSERT_TRUE(register_->add_signer({crypto::sha256("theirs"), other.number, "Somebody"}));
  auto const refused = take_over(head("theirs", "31503852001000"));
  ASSERT_FALSE(refused);
  EXPECT_TRUE(refused.error().is(kSignerExists));
  EXPECT_EQ(certificates().front().certificate, old_);
}

TEST_P(HeadsTest, RevokedIsWhoeverHasNoGoodOneLeft) {
  ASSERT_TRUE(take_over(head("second", "31201851234567")));
  auto const revoke = [&](crypto::Sha256 const& certificate) {
    return durably([&](sql::Connection& c) { return note_revoked(c, certificate, clock_.now()); }).value();
  };
  EXPECT_TRUE(revoke(old_));
  EXPECT_FALSE(revoke(old_)) << "no news";
  EXPECT_FALSE(revoke(crypto::sha256("nobody's")));
  EXPECT_FALSE(all_revoked(certificates(), clock_.now())) << "the second is good";
  EXPECT_TRUE(all_revoked(certificates(), UnixMs(clock_.now().value() + 366 * kDay))) << "and ends";
  EXPECT_TRUE(revoke(crypto::sha256("second")));
  EXPECT_TRUE(all_revoked(certificates(), clock_.now()));
  EXPECT_FALSE(all_revoked({}, clock_.now()));
}

INSTANTIATE_TEST_SUITE_P(Engines, HeadsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::registry
