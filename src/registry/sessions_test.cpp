// SPDX-License-Identifier: Apache-2.0
#include "registry/sessions.hpp"

#include <gtest/gtest.h>

#include "registry/errors.hpp"
#include "registry/tables.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::registry {
namespace {

class HandClock final : public Clock {
 public:
  [[nodiscard]] UnixMs now() const override { return now_; }
  void pass(std::int64_t ms) { now_ = UnixMs(now_.value() + ms); }

 private:
  UnixMs now_{1'770'000'000'000};
};

class SessionsTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("registry", kMigrations);
    folder_ = std::filesystem::temp_directory_path() / ("tamga-sessions-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    keys_ = crypto::KeyRing::create({folder_ / "ring", folder_ / "master.key"}, rng_, clock_).value();
    sessions_ = open();
  }
  void TearDown() override {
    sessions_.reset();
    EachEngine::TearDown();
    std::filesystem::remove_all(folder_);
  }
  std::unique_ptr<Sessions> open(std::string system = "marking.example") {
    return Sessions::open(store(), *keys_, rng_, clock_, std::move(system)).value();
  }
  Result<Sessions::Opened> opened(Sessions& sessions, std::string const& challenge) {
    TAMGA_ASSIGN(writer, store().writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
    TAMGA_ASSIGN(session, sessions.open_session(*writer, challenge, signer_));
    TAMGA_TRY(transaction.commit());
    return session;
  }
  Result<void> closed(std::string const& token) {
    TAMGA_ASSIGN(writer, store().writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
    TAMGA_TRY(sessions_->close(*writer, token));
    TAMGA_TRY(transaction.commit());
    sessions_->forget(token);
    return {};
  }
  std::string token() { return opened(*sessions_, sessions_->challenge().value()).value().token; }
  Error refusal(Result<Session> const& session) { return session.error(); }

  std::filesystem::path folder_;
  SystemRng rng_;
  HandClock clock_;
  std::unique_ptr<crypto::KeyRing> keys_;
  std::unique_ptr<Sessions> sessions_;
  Signer const signer_{crypto::sha256("certificate"), ParticipantNo(5), "Karimov Anvar"};
};

// The person sees in the signing program what the text is for.
TEST_P(SessionsTest, AChallengeSaysWhatItIsFor) {
  auto const challenge = sessions_->challenge().value();
  EXPECT_TRUE(challenge.starts_with("tamga sign-in marking.example ")) << challenge;
  EXPECT_NE(challenge, sessions_->challenge().value());
}

TEST_P(SessionsTest, ASignedChallengeOpensASessionThatIsFoundByItsToken) {
  auto const made = opened(*sessions_, sessions_->challenge().value()).value();
  for (int round = 0; round < 2; ++round) {
    auto const session = sessions_->find(made.token);
    ASSERT_TRUE(session) << describe(session.error());
    EXPECT_EQ(session->participant, ParticipantNo(5));
    EXPECT_EQ(session->person, "Karimov Anvar");
    EXPECT_EQ(session->certificate, signer_.certificate);
    EXPECT_EQ(session->expires.value() - session->opened.value(), Sessions::kSessionMs);
    reopen();
    sessions_ = open();
  }
}

TEST_P(SessionsTest, AChallengeOpensOneSession) {
  auto const challenge = sessions_->challenge().value();
  auto const made = opened(*sessions_, challenge).value();
  EXPECT_TRUE(opened(*sessions_, challenge).error().is(kChallengeUsed));
  ASSERT_TRUE(closed(made.token));
  EXPECT_TRUE(opened(*sessions_, challenge).error().is(kChallengeUsed));
  EXPECT_TRUE(opened(*open(), challenge).error().is(kChallengeUsed));
}

TEST_P(SessionsTest, AChallengeIsGoodForTwoMinutes) {
  auto const early = sessions_->challenge().value();
  auto const late = sessions_->challenge().value();
  clock_.pass(Sessions::kChallengeMs);
  EXPECT_TRUE(opened(*sessions_, early));
  clock_.pass(1);
  EXPECT_TRUE(opened(*sessions_, late).error().is(kChallengeExpired));
}

// What another system gave out to be signed opens nothing here, nor does a text that was changed or spelled
// otherwise.
TEST_P(SessionsTest, AChallengeThatIsNotOursIsRefused) {
  auto const challenge = sessions_->challenge().value();
  EXPECT_TRUE(opened(*sessions_, open("other.example")->challenge().value()).error().is(kChallengeUnknown));
  for (std::size_t i = 0; i < challenge.size(); ++i) {
    auto changed = challenge;
    changed[i] = changed[i] == 'B' ? 'C' : 'B';
    ASSERT_TRUE(opened(*sessions_, changed).error().is(kChallengeUnknown)) << changed;
  }
  for (std::string const& other :
       {challenge + "\n", challenge + "=", challenge.substr(0, challenge.size() - 1), std::string()})
    EXPECT_TRUE(opened(*sessions_, other).error().is(kChallengeUnknown)) << other;
  EXPECT_TRUE(opened(*sessions_, challenge));
}

TEST_P(SessionsTest, ARotatedKeyStillAcceptsWhatItGaveOutACompromisedOneDoesNot) {
  auto const before = sessions_->challenge().value();
  auto const other = sessions_->challenge().value();
  auto const old = std::string(keys_->active(crypto::KeyPurpose::Session).value()->id());
  ASSERT_TRUE(keys_->rotate(crypto::KeyPurpose::Session));
  EXPECT_TRUE(opened(*sessions_, before));
  ASSERT_TRUE(keys_->mark_compromised(crypto::KeyPurpose::Session, old));
  EXPECT_TRUE(opened(*sessions_, other).error().is(kChallengeUnknown));
}

TEST_P(SessionsTest, ASessionEnds) {
  auto const left = token();
  auto const right = token();
  EXPECT_TRUE(refusal(sessions_->find("")).is(kSessionUnknown));
  EXPECT_TRUE(refusal(sessions_->find(left.substr(1))).is(kSessionUnknown));
  EXPECT_TRUE(refusal(sessions_->find(std::string(43, 'A'))).is(kSessionUnknown));
  ASSERT_TRUE(closed(left));
  EXPECT_TRUE(refusal(sessions_->find(left)).is(kSessionExpired));
  EXPECT_TRUE(sessions_->find(right));
  clock_.pass(Sessions::kSessionMs);
  EXPECT_TRUE(refusal(sessions_->find(right)).is(kSessionExpired));
}

// The table holds no token: who steals it opens no session.
TEST_P(SessionsTest, TokensAreNotStored) {
  auto const opened = token();
  auto reader = store().reader().value();
  constexpr sql::Statement kAll{"test.sessions", "SELECT token, challenge, certificate, person FROM session"};
  auto rows = reader->query(kAll).value();
  int count = 0;
  ASSERT_TRUE(rows.each([&](sql::Row const& row) {
    ++count;
    EXPECT_EQ(row.blob(0).size(), 32U);
    EXPECT_EQ(row.blob(0).find(opened), std::string_view::npos);
  }));
  EXPECT_EQ(count, 1);
}

INSTANTIATE_TEST_SUITE_P(Engines, SessionsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::registry
