// SPDX-License-Identifier: Apache-2.0
// Acknowledged means durable: whenever the process is killed, everything it acknowledged is there after a
// restart, nothing is half there, and the journal and the ledger verify. TAMGA_KILL_CYCLES sets how many
// lives (default 60).
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "journal/journal.hpp"
#include "ledger/ledger.hpp"
#include "ledger/tables.hpp"
#include "ledger/testing/naive_model.hpp"
#include "ledger/verify.hpp"
#include "sql/migration.hpp"
#include "sql/transaction.hpp"

namespace tamga {
namespace {

using ledger::Event;

constexpr std::int64_t kCodes = 40'000;

ledger::CodeNo code(std::int64_t index) { return ledger::code_no(ledger::SeriesNo(1), index); }

void require(bool fact) {
  if (!fact) _exit(3);
}

/// A server in small: documents in batches, each in one transaction with its journal entry, settled now and
/// then.
class Life {
 public:
  explicit Life(std::string const& address, std::uint64_t seed) : random_(seed) {
    auto opened = sql::Store::open(address);
    require(opened.has_value());
    store_ = std::move(*opened);
    require(sql::migrate(*store_, "ledger", ledger::kMigrations, SystemClock()).has_value());
    require(sql::migrate(*store_, "journal", journal::kMigrations, SystemClock()).has_value());
    auto ledger =
        ledger::Ledger::open(*store_, {.cache_bytes = 1 << 20, .max_dirty_blocks = 30, .settle_blocks = 7});
    require(ledger.has_value());
    ledger_ = std::move(*ledger);
  }

  [[noreturn]] void run(int acknowledgements, std::int64_t next) {
    auto writer = store_->writer();
    require(writer.has_value());
    auto journal = journal::Journal::open(**writer, 0);
    require(journal.has_value());
    while (true) {
      auto transaction = sql::Transaction::begin(**writer);
      require(transaction.has_value());
      auto batch = ledger_->begin(**writer);
      std::vector<ledger::AppliedDocument> documents;
      std::vector<journal::Entry> entries;
      for (auto n = 1 + random_() % 4; n > 0; --n) {
        documents.push_back(document(batch, next));
        journal::Entry entry;
        entry.at = UnixMs(next);
        entry.action = "document.test";
        entry.object = std::to_string(next++);
        entries.push_back(std::move(entry));
      }
      require(ledger_->write(**writer, batch, documents).has_value());
      auto const head = journal->append(**writer, entries);
      require(head.has_value());
      require(transaction->commit().has_value());
      ledger_->publish(batch, documents);
      journal->committed(*head);
      for (auto const& one : documents) {
        std::int64_t const number = one.document.value();
        require(::write(acknowledgements, &number, sizeof number) == sizeof number);
      }
      require(ledger_->settle(**writer, false).has_value());
    }
  }

 private:
  ledger::AppliedDocument document(ledger::Batch& batch, std::int64_t number) {
    constexpr std::array kEvents{Event::Issue, Event::Apply, Event::Introduce, Event::Sell, Event::WriteOff};
    Event const event = kEvents[random_() % kEvents.size()];
    auto const first = static_cast<std::int64_t>(random_() % kCodes);
    auto const count = 1 + static_cast<std::int64_t>(random_() % (random_() % 2 ? 5 : 3000));
    ledger::CodeSet const named(ledger::CodeRange{code(first), std::min(count, kCodes - first)});
    require(batch.load(named).has_value());
    ledger::CodeSet accepted;
    batch.for_each_run(named, [&](ledger::CodeRange range, ledger::CodeState const& state) {
      if (!judge(event, state, {ledger::ParticipantNo(1), false}, ledger::Scope::Named)) accepted.add(range);
    });
    batch.begin_document(ledger::DocumentNo(number));
    batch.change(event, ledger::patch_of(event).owner(ledger::ParticipantNo(1)), accepted);
    auto outcome = batch.finish_document();
    return {ledger::DocumentNo(number), ledger::AppliedNo(number), std::move(outcome.effects),
            std::move(outcome.stock)};
  }

  std::mt19937_64 random_;
  std::unique_ptr<sql::Store> store_;
  std::unique_ptr<ledger::Ledger> ledger_;
};

/// Starts a life in a process of its own, kills it after `ms`, and gives the last number it acknowledged.
std::int64_t live_and_die(std::string const& address, std::uint64_t seed, std::int64_t next, int ms) {
  int pipe_ends[2];
  EXPECT_EQ(pipe(pipe_ends), 0);
  pid_t const child = fork();
  if (child == 0) {
    close(pipe_ends[0]);
    Life(address, seed).run(pipe_ends[1], next);
  }
  close(pipe_ends[1]);
  std::this_thread::sleep_for(std::chrono::milliseconds(ms));
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the life ended by itself with " << WEXITSTATUS(status);
  std::int64_t last = next - 1;
  std::int64_t number = 0;
  while (read(pipe_ends[0], &number, sizeof number) == sizeof number) last = number;
  close(pipe_ends[0]);
  return last;
}

/// Opens what the dead process left and compares everything with the naive model; gives the last document
/// found.
std::int64_t autopsy(std::string const& address, std::int64_t acknowledged) {
  auto store = sql::Store::open(address);
  EXPECT_TRUE(store);
  std::int64_t entries = 0;
  ledger::testing::NaiveModel model;
  std::int64_t last = 0;
  {
    auto reader = (*store)->reader();
    EXPECT_TRUE(reader);
    auto const heads = journal::verify(**reader, [&](journal::Record const& record) -> Result<void> {
      EXPECT_EQ(record.entry.object, std::to_string(++entries))
          << "every document has exactly one entry, in order";
      return {};
    });
    EXPECT_TRUE(heads) << describe(heads.error());
    EXPECT_TRUE(ledger::each_commit(**reader, {}, [&](ledger::CommitRow&& row) -> Result<void> {
      for (auto const& one : row.documents) {
        last = one.document.value();
        for (auto const& change : one.effects.changes) model.change(one.document, change);
      }
      return {};
    }));
  }
  EXPECT_GE(entries, acknowledged) << "something acknowledged is lost";
  EXPECT_GE(entries, last) << "effects without a journal entry";
  auto ledger = ledger::Ledger::open(**store, {});
  EXPECT_TRUE(ledger) << describe(ledger.error());
  std::vector<ledger::CodeNo> codes;
  for (std::int64_t i = 0; i < kCodes; i += 7) codes.push_back(code(i));
  std::vector<ledger::CodeState> states(codes.size());
  EXPECT_TRUE((*ledger)->states(codes, states));
  for (std::size_t i = 0; i < codes.size(); ++i)
    EXPECT_EQ(states[i], model.state(codes[i])) << codes[i].value();
  return entries;
}

TEST(Kill, NothingAcknowledgedIsLost) {
  char const* wanted = std::getenv("TAMGA_KILL_CYCLES");
  int const cycles = wanted ? std::atoi(wanted) : 60;
  auto const seed = std::uint64_t{20260401};
  std::mt19937_64 random(seed);
  auto pattern = (std::filesystem::temp_directory_path() / "tamga-kill-XXXXXX").string();
  ASSERT_NE(mkdtemp(pattern.data()), nullptr);
  std::string const address = "sqlite:" + pattern;
  std::int64_t next = 1;
  std::int64_t acknowledged = 0;
  for (int cycle = 0; cycle < cycles && !HasFailure(); ++cycle) {
    SCOPED_TRACE("cycle " + std::to_string(cycle));
    acknowledged = live_and_die(address, random(), next, 60 + static_cast<int>(random() % 140));
    next = autopsy(address, acknowledged) + 1;
  }
  EXPECT_GT(acknowledged, 10 * std::min(cycles, 10)) << "the lives were too short to prove anything";
  auto store = sql::Store::open(address);
  ASSERT_TRUE(store);
  auto ledger = ledger::Ledger::open(**store, {});
  ASSERT_TRUE(ledger);
  auto writer = (*store)->writer();
  ASSERT_TRUE(writer);
  ASSERT_TRUE((*ledger)->settle(**writer, true));
  auto const verified = ledger::verify(**writer);
  EXPECT_TRUE(verified) << describe(verified.error());
  RecordProperty("acknowledged", std::to_string(acknowledged));
  std::printf("%d kills, %lld documents acknowledged, none lost\n", cycles,
              static_cast<long long>(acknowledged));
  if (!HasFailure()) std::filesystem::remove_all(pattern);
}

}  // namespace
}  // namespace tamga
