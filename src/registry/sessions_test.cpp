// SPDX-License-Identifier: Apache-2.0
#include "registry/sessions.hpp"

#include <thread>

#include "registry/errors.hpp"
#include "registry/recent.hpp"
#include "registry/signing_test.hpp"

namespace tamga::registry {
namespace {

bool any(Session const&) { return true; }

class SessionsTest : public testing::SigningTest {
 protected:
  void SetUp() override {
    SigningTest::SetUp();
    sessions_ = open();
  }
  void TearDown() override {
    sessions_.reset();
    SigningTest::TearDown();
  }
  std::unique_ptr<Sessions> open(std::string system = "marking.example", SessionLimits limits = {}) {
    return Sessions::open(store(), *keys_, rng_, clock_, std::move(system), limits).value();
  }
  Result<Sessions::Opened> opened(Sessions& sessions, std::string const& challenge) {
    return durably([&](sql::Connection& connection) {
      return sessions.open_session(connection, challenge, signer_, {"192.0.2.7", "register/1.0 \xFF\n"});
    });
  }
  Result<void> closed(std::string const& token) {
    TAMGA_TRY(durably([&](sql::Connection& connection) { return sessions_->close(connection, token); }));
    sessions_->forget(token);
    return {};
  }
  std::string token() { return opened(*sessions_, sessions_->challenge().value()).value().token; }
  /// A call with the token, written down when that is due.
  Result<bool> used(Sessions& sessions, std::string const& token) {
    TAMGA_ASSIGN(seen, sessions.look(token));
    if (seen.refusal) return fail(*seen.refusal);
    if (seen.due)
      TAMGA_TRY(
          durably([&](sql::Connection& connection) { return sessions.note_use(connection, seen.session); }));
    return seen.due;
  }
  Error refusal(Result<Session> const& session) { return session.error(); }

  std::unique_ptr<Sessions> sessions_;
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

// Whoever works stays signed in; whoever has gone home does not, and other processes know it too.
TEST_P(SessionsTest, ASessionThatIsNotUsedEnds) {
  auto const busy = token();
  auto const left = token();
  for (int i = 0; i < 4; ++i) {
    clock_.pass(Sessions::kIdleMs - 1);
    EXPECT_TRUE(used(*sessions_, busy).value());
    ASSERT_TRUE(sessions_->find(busy));
    EXPECT_EQ(sessions_->find(left).has_value(), i == 0);
  }
  clock_.pass(Sessions::kIdleMs - 1);
  EXPECT_TRUE(open()->find(busy)) << "what was written down is known elsewhere";
  clock_.pass(1);
  EXPECT_TRUE(refusal(sessions_->find(busy)).is(kSessionExpired));
  EXPECT_TRUE(refusal(open()->find(busy)).is(kSessionExpired));
}

TEST_P(SessionsTest, UseIsWrittenDownOnceAMinute) {
  auto const one = token();
  EXPECT_FALSE(used(*sessions_, one).value());
  clock_.pass(60'000);
  EXPECT_TRUE(used(*sessions_, one).value());
  EXPECT_FALSE(used(*sessions_, one).value());
  clock_.pass(59'999);
  EXPECT_FALSE(used(*sessions_, one).value());
  clock_.pass(1);
  EXPECT_TRUE(used(*sessions_, one).value());
}

TEST_P(SessionsTest, UseDoesNotMoveTheAbsoluteEnd) {
  auto const one = token();
  for (std::int64_t passed = 0; passed + 60'000 < Sessions::kSessionMs; passed += 60'000) {
    clock_.pass(60'000);
    ASSERT_TRUE(used(*sessions_, one)) << passed;
  }
  clock_.pass(60'000);
  EXPECT_TRUE(used(*sessions_, one).error().is(kSessionExpired));
}

TEST_P(SessionsTest, TheOperatorSetsTheLimits) {
  auto const strict = open("marking.example", {.idle_ms = 60'000, .absolute_ms = 100'000});
  auto const one = opened(*strict, strict->challenge().value()).value().token;
  clock_.pass(59'999);
  EXPECT_TRUE(strict->look(one).value().refusal == std::nullopt);
  clock_.pass(1);
  EXPECT_TRUE(refusal(strict->find(one)).is(kSessionExpired));
}

// Somebody looks who is signed in for the company, and where from.
TEST_P(SessionsTest, OpenSessionsOfAParticipantAreListed) {
  auto const first = opened(*sessions_, sessions_->challenge().value()).value();
  clock_.pass(61'000);
  auto const second = opened(*sessions_, sessions_->challenge().value()).value();
  auto const gone = token();
  ASSERT_TRUE(closed(gone));
  auto const list = sessions_->of(ParticipantNo(5)).value();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list[0].id(), second.session.id());
  EXPECT_EQ(list[1].id(), first.session.id());
  EXPECT_EQ(list[0].origin.address, "192.0.2.7");
  EXPECT_EQ(list[0].origin.agent, "register/1.0 ??");
  EXPECT_EQ(list[1].used, list[1].opened);
  EXPECT_TRUE(sessions_->of(ParticipantNo(6)).value().empty());
  clock_.pass(Sessions::kIdleMs);
  EXPECT_TRUE(sessions_->of(ParticipantNo(5)).value().empty());
}

TEST_P(SessionsTest, OneOrAllOthersAreEnded) {
  auto const mine = opened(*sessions_, sessions_->challenge().value()).value();
  auto const lost = opened(*sessions_, sessions_->challenge().value()).value();
  auto const third = opened(*sessions_, sessions_->challenge().value()).value();
  ASSERT_TRUE(sessions_->find(lost.token));
  auto const end = [&](ParticipantNo who, std::string const& id) {
    return durably([&](sql::Connection& connection) { return sessions_->close(connection, who, id, any); });
  };
  EXPECT_TRUE(end(ParticipantNo(6), lost.session.id()).error().is(kSessionNotYours));
  EXPECT_TRUE(end(ParticipantNo(5), "0123456789abcdef").error().is(kSessionNotYours));
  auto const ended = end(ParticipantNo(5), lost.session.id());
  ASSERT_TRUE(ended);
  sessions_->forget(*ended);
  EXPECT_TRUE(refusal(sessions_->find(lost.token)).is(kSessionExpired));
  EXPECT_TRUE(refusal(open()->find(lost.token)).is(kSessionExpired));
  EXPECT_TRUE(sessions_->find(third.token));

  auto const others = durably(
      [&](sql::Connection& connection) { return sessions_->close_others(connection, mine.session, any); });
  ASSERT_TRUE(others);
  ASSERT_EQ(others->size(), 1U);
  sessions_->forget(others->front());
  EXPECT_TRUE(refusal(sessions_->find(third.token)).is(kSessionExpired));
  EXPECT_TRUE(sessions_->find(mine.token));
}

// A call that was let in just before the session was ended must not bring it back.
TEST_P(SessionsTest, AnEndedSessionStaysEndedForWhoeverLookedBefore) {
  auto const one = opened(*sessions_, sessions_->challenge().value()).value();
  clock_.pass(120'000);
  auto const seen = sessions_->look(one.token).value();
  ASSERT_TRUE(seen.due);
  ASSERT_TRUE(closed(one.token));
  ASSERT_TRUE(
      durably([&](sql::Connection& connection) { return sessions_->note_use(connection, seen.session); }));
  EXPECT_TRUE(sessions_->look(one.token)->refusal);
  EXPECT_TRUE(open()->look(one.token)->refusal);
}

// Another process that has answered the session a moment ago hears of its end within five seconds, and at
// once when the use would be written down.
TEST_P(SessionsTest, TheEndReachesOtherProcesses) {
  if (store().engine() == sql::Engine::Sqlite) return;  // belongs to one process
  auto const other = open();
  auto const one = token();
  auto const second = token();
  for (auto const* used : {&one, &second}) ASSERT_FALSE(other->look(*used)->refusal);
  ASSERT_TRUE(closed(second));
  std::this_thread::sleep_for(kTrusted);
  EXPECT_TRUE(other->look(second)->refusal);
  ASSERT_FALSE(other->look(one)->refusal);
  ASSERT_TRUE(closed(one));
  clock_.pass(60'000);
  EXPECT_TRUE(other->look(one)->refusal);
}

INSTANTIATE_TEST_SUITE_P(Engines, SessionsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::registry
