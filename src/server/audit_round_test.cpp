// SPDX-License-Identifier: Apache-2.0
// Every day the system audits itself; what could not be made is made as soon as it can be.
#include "server/audit_round.hpp"

#include <chrono>
#include <limits>
#include <thread>

#include "api/audit_task.hpp"
#include "api/testing/running_system.hpp"
#include "audit/run_book.hpp"
#include "documents/in_turn.hpp"
#include "tasks/task.hpp"

namespace tamga::server {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;

class AuditRoundTest : public api::testing::RunningSystem {
 protected:
  /// A round, and the end of what it began.
  void round() {
    auto const done = day_.run(*sequencer_, *services().workers, *country_, country_->day_of(clock_.now()));
    ASSERT_TRUE(done) << describe(done.error());
    for (audit::Subject const subject : audit::kSubjects)
      for (int left = 2000; left > 0 && task(subject) && task(subject)->open(); --left)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  std::optional<tasks::Task> task(audit::Subject subject) {
    auto reader = store().reader().value();
    return api::last_audit_task(*reader, subject).value();
  }
  std::size_t made(audit::Subject subject) {
    auto reader = store().reader().value();
    return audit::runs(*reader, subject, audit::RunNo(std::numeric_limits<std::int64_t>::max()), 100)->size();
  }
  void change_store(char const* statement) {
    auto writer = store().writer().value();
    ASSERT_TRUE(writer->script(statement));
  }
  AuditDay day_;
};

TEST_P(AuditRoundTest, OnceADay) {
  round();
  for (audit::Subject const subject : audit::kSubjects) EXPECT_EQ(made(subject), 1U);
  clock_.pass(60 * kMinuteMs);
  round();
  for (audit::Subject const subject : audit::kSubjects) EXPECT_EQ(made(subject), 1U);
  clock_.pass(24 * 60 * kMinuteMs);
  round();
  for (audit::Subject const subject : audit::kSubjects) EXPECT_EQ(made(subject), 2U);
}

TEST_P(AuditRoundTest, OneThatCouldNotBeMadeIsMadeAnHourLater) {
  change_store("ALTER TABLE posting RENAME TO posting_away");
  round();
  EXPECT_EQ(made(audit::Subject::Journal), 1U);
  EXPECT_EQ(made(audit::Subject::Books), 0U);
  auto const failed = task(audit::Subject::Books);
  ASSERT_TRUE(failed);
  ASSERT_EQ(failed->state, tasks::State::Failed);
  change_store("ALTER TABLE posting_away RENAME TO posting");
  clock_.pass(30 * kMinuteMs);
  round();
  EXPECT_EQ(task(audit::Subject::Books)->number, failed->number) << "not before the hour is over";
  clock_.pass(31 * kMinuteMs);
  round();
  EXPECT_EQ(made(audit::Subject::Books), 1U);
  EXPECT_EQ(made(audit::Subject::Journal), 1U);
}

TEST_P(AuditRoundTest, OneThatWasStoppedWaitsForTheNextDay) {
  ASSERT_TRUE(documents::in_turn(*sequencer_, [&](documents::Turn& turn) -> Result<void> {
    TAMGA_ASSIGN(number, api::queue_audit(turn, audit::Subject::Books, "Somebody", {}));
    TAMGA_TRY(tasks::cancel(turn.connection(), number, turn.now()));
    return {};
  }));
  round();
  EXPECT_EQ(made(audit::Subject::Books), 0U);
  EXPECT_EQ(made(audit::Subject::Journal), 1U);
  clock_.pass(24 * 60 * kMinuteMs);
  round();
  EXPECT_EQ(made(audit::Subject::Books), 1U);
}

INSTANTIATE_TEST_SUITE_P(Engines, AuditRoundTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::server
