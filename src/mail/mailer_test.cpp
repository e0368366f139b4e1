// SPDX-License-Identifier: Apache-2.0
#include "mail/mailer.hpp"

#include <gtest/gtest.h>

#include <map>
#include <mutex>
#include <thread>

#include "mail/errors.hpp"
#include "mail/folder_transport.hpp"
#include "mail/testing/mail_case.hpp"
#include "mail/testing/smtp_server.hpp"

namespace tamga::mail {
namespace {

using namespace std::chrono_literals;
using testing::ScriptedTransport;

class MailerTest : public testing::MailCase {};
INSTANTIATE_TEST_SUITE_P(Engines, MailerTest, sql::testing::engines());

Result<void> busy(Envelope const&) { return fail(Error(kDelayed).with("answer", "451 busy")); }
Result<void> gone(Envelope const&) { return fail(Error(kUnreachable).with("answer", "connection refused")); }

// The waits double up to the longest, each a quarter more or less; then the letter is given up and kept.
TEST_P(MailerTest, BacksOffAndGivesUp) {
  LetterNo const number = waiting("a");
  ScriptedTransport transport(busy);
  Backoff const backoff{.first = 1min, .longest = 10min, .tries = 7};
  Mailer mailer = this->mailer(transport, backoff);
  std::vector<std::chrono::milliseconds> const ideal{1min, 2min, 4min, 8min, 10min, 10min};
  for (std::size_t failed = 0; failed < ideal.size(); ++failed) {
    ASSERT_EQ(mailer.run()->delayed, 1) << failed;
    StoredLetter const kept = letter(number);
    EXPECT_EQ(kept.state, LetterState::Waiting);
    EXPECT_EQ(kept.attempts, static_cast<int>(failed) + 1);
    EXPECT_EQ(kept.last_error, "MAIL_DELAYED {answer=451 busy}");
    std::chrono::milliseconds const wait(kept.next_attempt.value() - clock_.now().value());
    EXPECT_GE(wait, ideal[failed] * 3 / 4);
    EXPECT_LE(wait, ideal[failed] * 5 / 4);
    clock_.pass(wait - 1ms);
    EXPECT_EQ(mailer.run()->delayed, 0) << "before its time";
    clock_.pass(1ms);
  }
  EXPECT_EQ(mailer.run()->failed, 1);
  EXPECT_EQ(letter(number).state, LetterState::Failed);
  clock_.pass(1000h);
  EXPECT_EQ(mailer.run()->failed, 0);
  EXPECT_EQ(transport.sent.size(), 7U);
}

// What failed together does not come back together.
TEST(Backoff, WaitsDiffer) {
  testing::SeededRng rng;
  Backoff const backoff;
  std::set<std::int64_t> waits;
  for (int i = 0; i < 100; ++i) waits.insert(backoff.after(1, rng)->count());
  EXPECT_GT(waits.size(), 90U);
  std::chrono::milliseconds all{0};
  for (int failed = 1; failed < backoff.tries; ++failed) all += *backoff.after(failed, rng);
  EXPECT_GT(all, 72h);
  EXPECT_LT(all, 120h);
  EXPECT_EQ(backoff.after(backoff.tries, rng), std::nullopt);
}

// Mailers of several processes that find the same letters send each of them once.
TEST_P(MailerTest, TwoMailersSendEachLetterOnce) {
  constexpr int kLetters = 60;
  for (int i = 0; i < kLetters; ++i) waiting("n" + std::to_string(i));
  std::mutex mutex;
  std::map<std::int64_t, int> times;
  auto const note = [&](Envelope const& envelope) -> Result<void> {
    std::lock_guard const lock(mutex);
    ++times[envelope.letter.value()];
    return {};
  };
  std::vector<std::thread> threads;
  std::atomic<std::int64_t> sent = 0;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&, i] {
      testing::SeededRng rng(static_cast<std::uint64_t>(i));
      ScriptedTransport transport(note);
      Mailer mailer =
          Mailer::open(store(), testing::texts(), transport, clock_, rng, {.sender = "a@b.uz"}).value();
      auto const done = mailer.run();
      ASSERT_TRUE(done.has_value()) << describe(done.error());
      sent += done->sent;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(sent, kLetters);
  EXPECT_EQ(times.size(), static_cast<std::size_t>(kLetters));
  for (auto const& [number, count] : times) EXPECT_EQ(count, 1) << number;
}

// A process that dies while it sends leaves the letter to others when its lease ends, and to nobody before;
// what is sent again is the same e-mail.
TEST_P(MailerTest, TheLeaseOfADeadProcessEnds) {
  LetterNo const number = waiting("a");
  struct Dead {};
  ScriptedTransport dying([](Envelope const&) -> Result<void> { throw Dead(); });
  EXPECT_THROW((void)mailer(dying).run(), Dead);
  EXPECT_EQ(letter(number).state, LetterState::Sending);
  ScriptedTransport transport;
  clock_.pass(dying.longest());
  EXPECT_EQ(mailer(transport).run()->sent, 0);
  clock_.pass(1min);
  EXPECT_EQ(mailer(transport).run()->sent, 1);
  EXPECT_EQ(letter(number).attempts, 2);
  EXPECT_EQ(dying.sent.at(0).message, transport.sent.at(0).message);
}

// A letter on which every process dies is given up like any other.
TEST_P(MailerTest, ALetterThatEndsProcesses) {
  LetterNo const number = waiting("a");
  struct Dead {};
  ScriptedTransport dying([](Envelope const&) -> Result<void> { throw Dead(); });
  for (int i = 0; i < 3; ++i) {
    EXPECT_THROW((void)mailer(dying, {.tries = 3}).run(), Dead);
    clock_.pass(1h);
  }
  EXPECT_EQ(mailer(dying, {.tries = 3}).run()->failed, 1);
  EXPECT_EQ(letter(number).state, LetterState::Failed);
  EXPECT_EQ(dying.sent.size(), 3U);
}

// While somebody sends a letter whose lease has ended, the later owner's word counts.
TEST_P(MailerTest, WhoLostTheLeaseChangesNothing) {
  LetterNo const number = waiting("a");
  ScriptedTransport slow([&](Envelope const&) -> Result<void> {
    clock_.pass(10min);
    ScriptedTransport other;
    EXPECT_EQ(mailer(other).run()->sent, 1);
    return fail(Error(kRefused).with("answer", "550"));
  });
  ASSERT_TRUE(mailer(slow).run());
  EXPECT_EQ(letter(number).state, LetterState::Sent);
}

// When the server cannot be reached, the letters behind the first wait without having used a try.
TEST_P(MailerTest, OneLetterFindsOutThatTheServerIsGone) {
  LetterNo const first = waiting("a");
  LetterNo const second = waiting("b");
  ScriptedTransport transport(gone);
  auto const done = mailer(transport).run();
  EXPECT_TRUE(done->unreachable);
  EXPECT_EQ(transport.sent.size(), 1U);
  EXPECT_EQ(letter(first).attempts, 1);
  EXPECT_EQ(letter(first).state, LetterState::Waiting);
  EXPECT_EQ(letter(second).attempts, 0);
  transport.answer = [](Envelope const&) { return Result<void>(); };
  clock_.pass(2min);
  EXPECT_EQ(mailer(transport).run()->sent, 2);
}

TEST_P(MailerTest, StoppingUsesNoTry) {
  LetterNo const first = waiting("a");
  waiting("b");
  std::stop_source stop;
  ScriptedTransport transport([&](Envelope const&) -> Result<void> {
    stop.request_stop();
    return fail(kStopped);
  });
  ASSERT_TRUE(mailer(transport).run(stop.get_token()));
  EXPECT_EQ(transport.sent.size(), 1U);
  EXPECT_EQ(letter(first).attempts, 0);
  EXPECT_EQ(letter(first).next_attempt, clock_.now());
  EXPECT_EQ(counted().waiting, 2);
}

// A link that confirms something is not kept longer than it is needed.
TEST_P(MailerTest, SecretsAreForgottenOnceSent) {
  Letter secret{
      .key = "k",
      .to = "a@example.org",
      .language = Language::En,
      .text = "confirm_email",
      .values = {{"company", {"A"}}, {"until", {"2026-12-01"}}, {"link", {"https://a.example/secret"}}},
      .created_at = clock_.now()};
  ASSERT_TRUE(put(secret));
  ScriptedTransport transport(busy);
  ASSERT_TRUE(mailer(transport).run());
  EXPECT_EQ(letter(last()).letter.values.size(), 3U);
  clock_.pass(1h);
  transport.answer = [](Envelope const&) { return Result<void>(); };
  ASSERT_EQ(mailer(transport).run()->sent, 1);
  EXPECT_TRUE(letter(last()).letter.values.empty());
  EXPECT_TRUE(letter(last()).last_error.empty());
}

// What cannot be written at all (a text changed since) is given up at once, with the reason.
TEST_P(MailerTest, ALetterThatCannotBeWritten) {
  LetterNo const number = waiting("a");
  {
    auto writer = store().writer().value();
    ASSERT_TRUE(writer->script("UPDATE letter SET content = '{\"number\":[\"17\"]}'"));
  }
  ScriptedTransport transport;
  EXPECT_EQ(mailer(transport).run()->failed, 1);
  EXPECT_NE(letter(number).last_error.find("MAIL_VALUES"), std::string::npos) << letter(number).last_error;
  EXPECT_TRUE(transport.sent.empty());
}

TEST_P(MailerTest, SentLettersAreForgotten) {
  waiting("a");
  ScriptedTransport transport;
  Mailer mailer = this->mailer(transport);
  ASSERT_EQ(mailer.run()->sent, 1);
  waiting("b");
  EXPECT_EQ(mailer.forget_sent(clock_.now()).value(), 0);
  clock_.pass(1ms);
  EXPECT_EQ(mailer.forget_sent(clock_.now()).value(), 1);
  EXPECT_EQ(counted().waiting, 1);
}

TEST_P(MailerTest, AFolderInsteadOfAServer) {
  testing::TestFolder const folder;
  auto transport = open_transport({.server = "folder:" + (folder.path() / "out").string()}).value();
  LetterNo const number = waiting("a");
  ASSERT_EQ(mailer(*transport).run()->sent, 1);
  auto const read = testing::decoded(folder.path() / "out");
  ASSERT_EQ(read.size(), 1U);
  EXPECT_EQ(read.at(0).at("headers").at("To"), "a@example.org");
  EXPECT_EQ(read.at(0).at("headers").at("Message-ID"), "<" + letter(number).message_id + ">");
  std::filesystem::remove_all(folder.path() / "out");
  waiting("b");
  EXPECT_TRUE(mailer(*transport).run()->unreachable);
  EXPECT_EQ(counted().waiting, 1);
}

TEST_P(MailerTest, TheSenderIsAnAddress) {
  ScriptedTransport transport;
  auto const mailer = Mailer::open(store(), testing::texts(), transport, clock_, rng_, {.sender = "Tamga"});
  EXPECT_TRUE(mailer.error().is(kAddress));
}

}  // namespace
}  // namespace tamga::mail
