// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <functional>
#include <thread>

#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"
#include "tasks/errors.hpp"
#include "tasks/tables.hpp"
#include "tasks/workers.hpp"

namespace tamga::tasks {
namespace {

using std::chrono::milliseconds;

class TestClock final : public Clock {
 public:
  [[nodiscard]] UnixMs now() const override { return UnixMs(now_.load()); }
  void pass(std::int64_t ms) { now_ += ms; }

 private:
  std::atomic<std::int64_t> now_{1'770'000'000'000};
};

constexpr Workers::Options kQuick{.every = milliseconds(5), .silent_ms = 1000, .clean_every_ms = 1};

class Tasks : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("tasks", kMigrations);
  }

  Result<void> put(std::int64_t number, std::string const& kind, std::string const& params = "{}",
                   std::uint32_t participant = 7, Limits const& limits = {}, bool apart = false) {
    Task task;
    task.apart = apart;
    task.number = TaskNo(number);
    task.participant = ledger::ParticipantNo(participant);
    task.kind = kind;
    task.params = params;
    task.made_by = "Karimov Anvar";
    task.file_name = "file.txt";
    task.media_type = "text/plain";
    task.total = 10;
    auto const connection = *store().writer();
    auto transaction = *sql::Transaction::begin(*connection);
    TAMGA_TRY(add(*connection, task, limits, clock_.now()));
    return transaction.commit();
  }
  Task get(std::int64_t number) { return **find(**store().reader(), TaskNo(number)); }
  bool drop(std::int64_t number) { return *cancel(**store().writer(), TaskNo(number), clock_.now()); }

  Task wait_for(std::int64_t number, std::function<bool(Task const&)> const& done) {
    for (int i = 0; i < 2000; ++i) {
      Task const task = get(number);
      if (done(task)) return task;
      std::this_thread::sleep_for(milliseconds(5));
    }
    ADD_FAILURE() << "task " << number << " is " << name_of(get(number).state);
    return get(number);
  }
  Task ended(std::int64_t number) {
    return wait_for(number, [](Task const& task) { return !task.open(); });
  }
  std::string file_of(Task const& task) {
    std::string out;
    for (std::int64_t i = 0; i < task.chunks; ++i) out += *chunk_of(**store().reader(), task.number, i);
    return out;
  }

  TestClock clock_;
};

Kind writes(std::string const& name, std::string const& text, int times) {
  return {name, [=](Task const&, Work& work) -> Result<void> {
            for (int i = 0; i < times; ++i) {
              TAMGA_TRY(work.write(text));
              TAMGA_TRY(work.progress(i));
            }
            return {};
          }};
}

TEST_P(Tasks, AFileIsKeptInEqualPieces) {
  std::string const line(1000, 'x');
  Workers workers(store(), clock_, {writes("lines", line, 700)}, kQuick);
  ASSERT_TRUE(workers.start());
  ASSERT_TRUE(put(1, "lines"));
  workers.ring();
  Task const task = ended(1);
  EXPECT_EQ(task.state, State::Ready);
  EXPECT_EQ(task.bytes, 700'000);
  EXPECT_EQ(task.chunks, 3);
  EXPECT_EQ(task.percent(), 100);
  EXPECT_EQ(file_of(task).size(), 700'000U);
  EXPECT_EQ(chunk_of(**store().reader(), task.number, 0)->size(), static_cast<std::size_t>(kChunkBytes));
  EXPECT_EQ(tasks_of(**store().reader(), ledger::ParticipantNo(7), TaskNo(100), 10)->size(), 1U);
  EXPECT_TRUE(tasks_of(**store().reader(), ledger::ParticipantNo(8), TaskNo(100), 10)->empty());
}

TEST_P(Tasks, RefusalsAndFailuresAreToldApart) {
  Kind const refused{"refused", [](Task const&, Work& work) -> Result<void> {
                       TAMGA_TRY(work.write("half"));
                       return fail(Error(kTasksOpen).with("limit", "3"));
                     }};
  Kind const thrown{"thrown", [](Task const&, Work&) -> Result<void> { throw std::runtime_error("no"); }};
  Workers workers(store(), clock_, {refused, thrown}, kQuick);
  ASSERT_TRUE(workers.start());
  ASSERT_TRUE(put(1, "refused"));
  ASSERT_TRUE(put(2, "thrown"));
  ASSERT_TRUE(put(3, "nobody knows"));
  Task const first = ended(1);
  EXPECT_EQ(first.state, State::Failed);
  EXPECT_EQ(first.error, "TASKS_OPEN");
  EXPECT_EQ(first.error_values.at("limit"), "3");
  EXPECT_TRUE(chunk_of(**store().reader(), first.number, 0).error().is(kTaskUnknown));
  EXPECT_EQ(ended(2).error, "TASK_FAILED");
  EXPECT_EQ(ended(3).error, "TASK_FAILED");
}

TEST_P(Tasks, WhatStandsApartKeepsNobodyWaiting) {
  std::atomic<bool> let{false};
  std::atomic<bool> begun{false};
  Kind const audit{"audit", [&](Task const&, Work&) -> Result<void> {
                     begun = true;
                     while (!let) std::this_thread::sleep_for(milliseconds(1));
                     return {};
                   }};
  Workers workers(store(), clock_, {audit, writes("short", "y", 1)}, kQuick);
  ASSERT_TRUE(workers.start());
  ASSERT_TRUE(put(1, "audit", "{}", 7, {}, true));
  ASSERT_TRUE(put(2, "audit", "{}", 7, {}, true));
  workers.ring();
  while (!begun) std::this_thread::sleep_for(milliseconds(1));
  ASSERT_TRUE(put(3, "short"));
  EXPECT_EQ(ended(3).state, State::Ready);
  EXPECT_EQ(get(1).state, State::Preparing);
  EXPECT_EQ(get(2).state, State::Queued) << "one after another";
  let = true;
  EXPECT_EQ(ended(2).state, State::Ready);
}

TEST_P(Tasks, ACancelledOneStopsAndLeavesNothing) {
  std::atomic<bool> writing{false};
  Kind const endless{"endless", [&](Task const&, Work& work) -> Result<void> {
                       std::string const piece(100'000, 'x');
                       while (true) {
                         TAMGA_TRY(work.write(piece));
                         writing = true;
                         std::this_thread::sleep_for(milliseconds(1));
                       }
                     }};
  Workers workers(store(), clock_, {endless, writes("short", "y", 1)},
                  {.every = milliseconds(5), .silent_ms = 60'000, .clean_every_ms = 1, .limits = {}});
  ASSERT_TRUE(workers.start());
  ASSERT_TRUE(put(1, "endless"));
  while (!writing) std::this_thread::sleep_for(milliseconds(2));
  EXPECT_TRUE(drop(1));
  ASSERT_TRUE(put(2, "short"));
  EXPECT_EQ(ended(2).state, State::Ready);
  Task const task = get(1);
  EXPECT_EQ(task.state, State::Cancelled);
  EXPECT_TRUE(chunk_of(**store().reader(), task.number, 0).error().is(kTaskUnknown));
  EXPECT_FALSE(drop(1));
}

TEST_P(Tasks, WhatAStopInterruptedIsBegunAnew) {
  std::atomic<int> begun{0};
  std::atomic<bool> quick{false};
  Kind const slow{"slow", [&](Task const&, Work& work) -> Result<void> {
                    ++begun;
                    TAMGA_TRY(work.write(std::string(300'000, static_cast<char>('0' + begun))));
                    while (!quick) {
                      TAMGA_TRY(work.progress(1));
                      std::this_thread::sleep_for(milliseconds(1));
                    }
                    return {};
                  }};
  ASSERT_TRUE(put(1, "slow"));
  {
    Workers workers(store(), clock_, {slow}, kQuick);
    ASSERT_TRUE(workers.start());
    wait_for(1, [](Task const& task) { return task.chunks > 0; });
  }
  EXPECT_EQ(get(1).state, State::Queued);
  quick = true;
  reopen();
  Workers workers(store(), clock_, {slow}, kQuick);
  ASSERT_TRUE(workers.start());
  Task const task = ended(1);
  EXPECT_EQ(task.state, State::Ready);
  EXPECT_EQ(file_of(task), std::string(300'000, '2'));
}

// A process that died says nothing; of a shared store another takes its task over, and it cannot write any
// more.
TEST_P(Tasks, ASilentMakerLosesItsTask) {
  std::atomic<int> begun{0};
  std::atomic<bool> second_done{false};
  Result<void> of_first = fail(kTaskFailed);
  Kind const kind{"kind", [&](Task const&, Work& work) -> Result<void> {
                    if (++begun > 1) return work.write("second");
                    while (!second_done) std::this_thread::sleep_for(milliseconds(1));
                    of_first = work.write(std::string(300'000, 'x'));
                    return of_first;
                  }};
  Workers one(store(), clock_, {kind}, kQuick);
  ASSERT_TRUE(one.start());
  ASSERT_TRUE(put(1, "kind"));
  while (begun == 0) std::this_thread::sleep_for(milliseconds(1));
  clock_.pass(5000);
  Workers two(store(), clock_, {kind}, {.threads = 1, .every = milliseconds(5), .silent_ms = 1000});
  ASSERT_TRUE(two.start());
  EXPECT_EQ(file_of(ended(1)), "second");
  second_done = true;
  one.stop();
  ASSERT_FALSE(of_first);
  EXPECT_TRUE(of_first.error().is(kTaskStopped));
  EXPECT_EQ(file_of(get(1)), "second");
}

TEST_P(Tasks, ParticipantsHaveLimits) {
  Limits const limits{.open = 2, .kept = 3, .bytes = 1000, .file_bytes = 500, .keep_ms = 100};
  EXPECT_TRUE(put(1, "lines", "{}", 7, limits));
  EXPECT_TRUE(put(2, "lines", "{}", 7, limits));
  EXPECT_TRUE(put(3, "lines", "{}", 7, limits).error().is(kTasksOpen));
  EXPECT_TRUE(put(4, "lines", "{}", 8, limits));
  Workers workers(store(), clock_, {writes("lines", std::string(200, 'x'), 3)},
                  {.every = milliseconds(5), .clean_every_ms = 1'000'000, .limits = limits});
  ASSERT_TRUE(workers.start());
  EXPECT_EQ(ended(1).error, "TASK_FILE_TOO_LARGE");
  ended(2);
  EXPECT_TRUE(put(5, "lines", "{}", 7, limits));
  ended(5);
  EXPECT_TRUE(put(6, "lines", "{}", 7, limits).error().is(kTasksKept));
}

TEST_P(Tasks, FilesAreForgottenInTheEnd) {
  Workers workers(store(), clock_, {writes("lines", "x", 1)}, kQuick);
  ASSERT_TRUE(workers.start());
  ASSERT_TRUE(put(1, "lines"));
  ended(1);
  clock_.pass(Limits{}.keep_ms + 1000);
  for (int i = 0; i < 2000 && *find(**store().reader(), TaskNo(1)); ++i)
    std::this_thread::sleep_for(milliseconds(5));
  EXPECT_FALSE(*find(**store().reader(), TaskNo(1)));
  EXPECT_TRUE(chunk_of(**store().reader(), TaskNo(1), 0).error().is(kTaskUnknown));
}

INSTANTIATE_TEST_SUITE_P(Engines, Tasks, sql::testing::engines());

}  // namespace
}  // namespace tamga::tasks
