// SPDX-License-Identifier: Apache-2.0
#include "mail/outbox.hpp"

#include <gtest/gtest.h>

#include "mail/errors.hpp"
#include "mail/outcomes.hpp"
#include "mail/testing/mail_case.hpp"
#include "sql/errors.hpp"

namespace tamga::mail {
namespace {

using testing::received_letter;
using testing::ScriptedTransport;

constexpr char const* kLinkOfSecret = "https://marking.example/confirm?token=abc";

class OutboxTest : public testing::MailCase {};
INSTANTIATE_TEST_SUITE_P(Engines, OutboxTest, sql::testing::engines());

// A letter exists exactly when the change it tells of exists.
TEST_P(OutboxTest, LivesAndDiesWithTheTransaction) {
  Outbox const outbox(testing::texts());
  {
    auto writer = store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    EXPECT_TRUE(outbox.put(*writer, received_letter("k", "a@example.org", clock_.now())).value());
  }
  EXPECT_EQ(counted().waiting, 0);
  EXPECT_TRUE(put(received_letter("k", "a@example.org", clock_.now())).value());
  EXPECT_EQ(counted().waiting, 1);
  auto writer = store().writer().value();
  auto const alone = outbox.put(*writer, received_letter("l", "a@example.org", clock_.now()));
  EXPECT_TRUE(alone.error().is(sql::kStoreMisuse));
}

TEST_P(OutboxTest, OneLetterForAKey) {
  EXPECT_TRUE(put(received_letter("k", "a@example.org", clock_.now())).value());
  EXPECT_FALSE(put(received_letter("k", "b@example.org", clock_.now())).value());
  auto const all = listed({LetterState::Waiting});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].letter.to, "a@example.org");
}

TEST_P(OutboxTest, KeepsEverything) {
  Letter wanted = received_letter("application 17 received", "a@example.org", clock_.now(), Language::Uz);
  wanted.participant = 5;
  wanted.application = 17;
  ASSERT_TRUE(put(wanted));
  StoredLetter const kept = letter(last());
  EXPECT_EQ(kept.letter.key, wanted.key);
  EXPECT_EQ(kept.letter.to, wanted.to);
  EXPECT_EQ(kept.letter.language, Language::Uz);
  EXPECT_EQ(kept.letter.text, wanted.text);
  EXPECT_EQ(kept.letter.values, wanted.values);
  EXPECT_EQ(kept.letter.created_at, wanted.created_at);
  EXPECT_EQ(kept.letter.participant, 5);
  EXPECT_EQ(kept.letter.application, 17);
  EXPECT_EQ(kept.state, LetterState::Waiting);
  EXPECT_EQ(kept.next_attempt, clock_.now());
}

// A refusal comes before anything is written: the caller's transaction goes on.
TEST_P(OutboxTest, RefusalsLeaveTheTransactionAsItWas) {
  Outbox const outbox(testing::texts());
  auto writer = store().writer().value();
  auto transaction = sql::Transaction::begin(*writer).value();
  Letter injected = received_letter("a", "a@example.org\r\nBcc: b@example.org", clock_.now());
  EXPECT_TRUE(outbox.put(*writer, injected).error().is(kAddress));
  Letter split = received_letter("b", "a@example.org", clock_.now());
  split.values["number"] = {"1\r\nBcc: b@example.org"};
  EXPECT_TRUE(outbox.put(*writer, split).error().is(kValues));
  Letter unknown = received_letter("c", "a@example.org", clock_.now());
  unknown.text = "no_such";
  EXPECT_TRUE(outbox.put(*writer, unknown).error().is(kTextUnknown));
  EXPECT_TRUE(outbox.put(*writer, received_letter("", "a@example.org", clock_.now())).error().is(kValues));
  EXPECT_TRUE(outbox.put(*writer, received_letter(std::string(201, 'k'), "a@example.org", clock_.now()))
                  .error()
                  .is(kValues));
  EXPECT_TRUE(outbox.put(*writer, received_letter("d", "a@example.org", clock_.now())).value());
  EXPECT_TRUE(transaction.commit());
}

TEST_P(OutboxTest, CountsAndRetries) {
  LetterNo const sent = waiting("sent");
  LetterNo const refused = waiting("refused");
  LetterNo const delayed = waiting("delayed");
  ScriptedTransport transport([&](Envelope const& envelope) -> Result<void> {
    if (envelope.letter == refused) return fail(Error(kRefused).with("answer", "550 no such mailbox"));
    if (envelope.letter == delayed) return fail(Error(kDelayed).with("answer", "452 full"));
    return {};
  });
  ASSERT_TRUE(mailer(transport).run());
  EXPECT_EQ(counted().waiting, 1);
  EXPECT_EQ(counted().failed, 1);
  EXPECT_EQ(counted().oldest_waiting, clock_.now());
  EXPECT_EQ(listed({LetterState::Failed}).at(0).last_error, "MAIL_REFUSED {answer=550 no such mailbox}");

  auto const retried = [&](LetterNo number) {
    auto writer = store().writer().value();
    return retry(*writer, number, clock_.now());
  };
  EXPECT_TRUE(retried(sent).error().is(kLetterNotToRetry));
  EXPECT_TRUE(retried(LetterNo(999)).error().is(kLetterUnknown));
  EXPECT_TRUE(retried(delayed));
  {
    auto writer = store().writer().value();
    EXPECT_EQ(retry_failed(*writer, clock_.now()).value(), 1);
  }
  transport.answer = [](Envelope const&) { return Result<void>(); };
  EXPECT_EQ(mailer(transport).run()->sent, 2);
  EXPECT_EQ(counted().waiting + counted().failed, 0);
  EXPECT_EQ(counted().oldest_waiting, std::nullopt);
}

// What the operator is shown: newest first, by state, address and text, page by page.
TEST_P(OutboxTest, TellsWhatBecameOfLetters) {
  LetterNo const refused = waiting("refused");
  ScriptedTransport transport(
      [](Envelope const&) -> Result<void> { return fail(Error(kRefused).with("answer", "550 no mailbox")); });
  ASSERT_TRUE(mailer(transport).run());
  LetterNo const later = waiting("Later");
  Letter const secret{.key = "c",
                      .to = "c@example.org",
                      .language = Language::En,
                      .text = "confirm_email",
                      .values = {{"company", {"Obod"}}, {"link", {kLinkOfSecret}}, {"until", {"2026-03-09"}}},
                      .created_at = clock_.now()};
  ASSERT_TRUE(put(secret));
  auto const asked = [&](LetterQuestion const& question) {
    auto reader = store().reader().value();
    return outcomes(*reader, question).value();
  };
  auto const all = asked({});
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].text, "confirm_email");
  EXPECT_EQ(all[0].subject, "") << "what fills it is a secret";
  EXPECT_EQ(all[1].number, later);
  EXPECT_NE(all[1].subject.find("17"), std::string::npos) << all[1].subject;
  auto const failed = asked({.state = LetterState::Failed});
  ASSERT_EQ(failed.size(), 1U);
  EXPECT_EQ(failed[0].number, refused);
  EXPECT_EQ(failed[0].attempts, 1);
  EXPECT_EQ(failed[0].finished_at, clock_.now());
  EXPECT_EQ(failed[0].error, "MAIL_REFUSED");
  EXPECT_EQ(failed[0].answer, "550 no mailbox");
  EXPECT_EQ(asked({.state = LetterState::Waiting}).size(), 2U);
  EXPECT_EQ(asked({.to = "LATER@example.org"}).at(0).number, later);
  EXPECT_TRUE(asked({.state = LetterState::Failed, .to = "later@example.org"}).empty());
  EXPECT_EQ(asked({.text = "application_received"}).size(), 2U);
  EXPECT_EQ(asked({.before = later, .limit = 1}).at(0).number, refused);
  auto reader = store().reader().value();
  EXPECT_EQ(outcome_of(*reader, refused)->state, LetterState::Failed);
  EXPECT_TRUE(outcome_of(*reader, LetterNo(999)).error().is(kLetterUnknown));
}

}  // namespace
}  // namespace tamga::mail
