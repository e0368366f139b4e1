// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <thread>

#include "api/audit_task.hpp"
#include "api/testing/running_system.hpp"
#include "audit/audit.hpp"
#include "documents/in_turn.hpp"
#include "emission/errors.hpp"
#include "emission/tail_audit.hpp"

namespace tamga::api {
namespace {

class AuditsTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    maker_.emplace(person("Buloq suv", "301234567"));
    operator_.emplace(person("Operator", "303333333", true));
    for (auto* one : {&*maker_, &*operator_}) ASSERT_EQ(one->sign_in().status, 201);
    add_water(1, "04780000000014");
    auto const order = maker_->document({{"kind", "order_codes"},
                                         {"group", "water"},
                                         {"release_method", "OWN_PRODUCTION"},
                                         {"lines", {{{"gtin", "04780000000014"}, {"quantity", 9}}}}});
    ASSERT_EQ(order.status, 201) << order.json;
    std::string const codes =
        "/api/v1/orders/" + order.json.at("document").get<std::string>() + "/lines/0/codes";
    for (char const* part : {"?count=4", "?from=4&count=5", ""})
      ASSERT_EQ(maker_->get(codes + part).status, 200);
  }
  void TearDown() override {
    maker_.reset();
    operator_.reset();
    RunningSystem::TearDown();
  }
  void spoil(char const* statement) {
    auto writer = store().writer().value();
    ASSERT_TRUE(writer->execute(sql::Statement{"test.spoil", statement}));
  }
  std::string tails() {
    crypto::RoleKeys const role(*keys_, crypto::kTailRole);
    auto const told = audit::audit({store(), role}, audit::Subject::Tails);
    if (!told) {
      EXPECT_TRUE(told.error().is(emission::kTailAuditBroken)) << describe(told.error());
      return "broken";
    }
    std::string text;
    for (audit::Count const& one : told->counts) text += one.of + ' ' + std::to_string(one.number) + '\n';
    return text;
  }
  /// Has it audited and waits for the end; how the subject stands then.
  testing::Json audited(std::string const& subject) {
    auto const asked = operator_->send(http::Method::Post, "/api/v1/operator/audits",
                                       {{"Idempotency-Key", "audit " + std::to_string(++asked_)}},
                                       testing::Json{{"subject", subject}}.dump());
    EXPECT_EQ(asked.status, 201) << asked.json;
    std::string const task = asked.json.at("task");
    for (int left = 1000; left > 0; --left) {
      auto const now = operator_->get("/api/v1/tasks/" + task);
      EXPECT_EQ(now.status, 200) << now.json;
      if (now.json.at("state") == "ready") break;
      EXPECT_NE(now.json.at("state"), "failed") << now.json;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    EXPECT_EQ(maker_->get("/api/v1/tasks/" + task).json.at("code"), "TASK_UNKNOWN");
    auto const all = operator_->get("/api/v1/operator/audits").json;
    for (auto const& one : all.at("subjects"))
      if (one.at("subject") == subject) return one;
    return {};
  }
  std::int64_t damaged() {
    auto const all = operator_->get("/api/v1/operator/queues").json;
    for (auto const& one : all.at("queues"))
      if (one.at("queue") == "audits") return one.at("count");
    return -1;
  }
  std::optional<testing::Person> maker_;
  std::optional<testing::Person> operator_;
  int asked_ = 0;
};

// Every batch has its seal in the journal, and the sums of each key are told.
TEST_P(AuditsTest, IsWhole) {
  std::string const key(keys_->active(crypto::KeyPurpose::TailMac).value()->id());
  EXPECT_EQ(tails(), key + " 3\n" + key + " 18\n");
}

// The last record of a line can be taken away without breaking its chain: the journal misses it.
TEST_P(AuditsTest, LastRecordIsMissed) {
  spoil("DELETE FROM tail_batch WHERE sequence = 3");
  EXPECT_EQ(tails(), "broken");
}
TEST_P(AuditsTest, AllRecordsAreMissed) {
  spoil("DELETE FROM tail_batch");
  EXPECT_EQ(tails(), "broken");
}

// A record that the journal does not tell of was put in by somebody who has the keys and not the journal.
TEST_P(AuditsTest, RecordBesideTheJournal) {
  {
    auto writer = store().writer().value();
    auto const order = writer->find(sql::Statement{"test.order", "SELECT max(order_no) FROM tail_batch"},
                                    [](sql::Row const& row) { return row.int64(0); });
    ASSERT_TRUE(emission::note_batch(
        *writer, crypto::RoleKeys(*keys_, crypto::kTailRole),
        {.order = emission::OrderNo(order.value().value()),
         .number = 1,
         .codes = 5,
         .key_id = std::string(keys_->active(crypto::KeyPurpose::TailMac).value()->id())}));
  }
  EXPECT_EQ(tails(), "broken");
}

// The operator has it looked at, and reads what was counted.
TEST_P(AuditsTest, OperatorReads) {
  EXPECT_TRUE(operator_->get("/api/v1/operator/audits").json.at("audits").empty());
  auto const journal = audited("journal");
  auto const& last = journal.at("last");
  EXPECT_FALSE(last.at("asked_by").get<std::string>().empty());
  EXPECT_FALSE(last.contains("finding"));
  ASSERT_EQ(last.at("report").at("heads").size(), 1U);
  EXPECT_EQ(last.at("report").at("heads")[0].at("hash").get<std::string>().size(), 64U);
  EXPECT_EQ(last.at("report").at("counts")[0].at("measure"), "documents");
  EXPECT_FALSE(journal.contains("task"));
  EXPECT_EQ(audited("books").at("last").at("report").at("counts").size(), 3U);
  EXPECT_EQ(damaged(), 0);
  EXPECT_EQ(operator_->get("/api/v1/operator/audits?subject=books").json.at("audits").size(), 1U);
  EXPECT_EQ(maker_->get("/api/v1/operator/audits").json.at("code"), "OPERATOR_ONLY");
}

// What does not fit is said in words, waits among the queues, is in the journal, and is over when the last
// audit finds nothing any more.
TEST_P(AuditsTest, FindingIsKept) {
  spoil("UPDATE tail_batch SET codes = codes + 1 WHERE sequence = 2");
  auto const found = audited("tails").at("last");
  EXPECT_EQ(found.at("finding").at("code"), "TAIL_AUDIT_BROKEN");
  EXPECT_NE(found.at("finding").at("title"), "");
  EXPECT_TRUE(found.at("report").at("counts").empty());
  EXPECT_EQ(damaged(), 1);
  spoil("UPDATE tail_batch SET codes = codes - 1 WHERE sequence = 2");
  EXPECT_FALSE(audited("tails").at("last").contains("finding"));
  EXPECT_EQ(damaged(), 0);
  auto const all = operator_->get("/api/v1/operator/audits?limit=1").json;
  EXPECT_EQ(all.at("audits").size(), 1U);
  auto const older =
      operator_->get("/api/v1/operator/audits?before=" + all.at("next").get<std::string>()).json;
  ASSERT_EQ(older.at("audits").size(), 1U);
  EXPECT_TRUE(older.at("audits")[0].contains("finding"));
  int told = 0;
  auto reader = store().reader().value();
  ASSERT_TRUE(journal::verify(*reader, [&](journal::Record const& record) -> Result<void> {
    told += record.entry.action == "audit.found" && record.entry.object == "tails" ? 1 : 0;
    return {};
  }));
  EXPECT_EQ(told, 1);
}

// A document whose bytes are not those that came in.
TEST_P(AuditsTest, ExchangedDocument) {
  ASSERT_EQ(maker_
                ->document({{"kind", "order_codes"},
                            {"group", "water"},
                            {"release_method", "OWN_PRODUCTION"},
                            {"lines", {{{"gtin", "04780000000014"}, {"quantity", 3}}}}})
                .status,
            201);
  spoil(
      "UPDATE document SET body = (SELECT d.body FROM document d WHERE d.document <> document.document LIMIT "
      "1)");
  EXPECT_EQ(audited("journal").at("last").at("finding").at("code"), "JOURNAL_DAMAGED");
}

// The same call has one audit made, also after that one has ended.
TEST_P(AuditsTest, TheSameCallOnce) {
  auto const ask = [&] {
    return operator_->send(http::Method::Post, "/api/v1/operator/audits", {{"Idempotency-Key", "once"}},
                           testing::Json{{"subject", "books"}}.dump());
  };
  auto const first = ask().json.at("task");
  audited("books");
  EXPECT_EQ(ask().json.at("task"), first);
  EXPECT_EQ(operator_
                ->send(http::Method::Post, "/api/v1/operator/audits", {{"Idempotency-Key", "once"}},
                       testing::Json{{"subject", "tails"}}.dump())
                .json.at("code"),
            "CALL_KEY_REUSED");
}

// Of one subject there is one audit at a time: who asks meanwhile gets that one.
TEST_P(AuditsTest, OneAtATime) {
  std::optional<tasks::TaskNo> first;
  std::optional<tasks::TaskNo> second;
  ASSERT_TRUE(documents::in_turn(*sequencer_, [&](documents::Turn& turn) -> Result<void> {
    TAMGA_ASSIGN(one, queue_audit(turn, audit::Subject::Journal, {}, {}));
    TAMGA_ASSIGN(other, queue_audit(turn, audit::Subject::Journal, {}, {}));
    first = one;
    second = other;
    return {};
  }));
  EXPECT_EQ(first, second);
}

INSTANTIATE_TEST_SUITE_P(Engines, AuditsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
