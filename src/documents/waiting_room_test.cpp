// SPDX-License-Identifier: Apache-2.0
#include "documents/waiting_room.hpp"

#include <thread>

#include "documents/tables.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::documents {
namespace {

class WaitingRoom : public sql::testing::EachEngine {
 protected:
  void come(ledger::DocumentNo number) {
    WaitingDocument const waiting{
        .number = number,
        .sender = {.participant = kSender, .authority = false, .certificate = {}, .person = "Karimov Anvar"},
        .received_at = {},
        .idempotency_key = std::to_string(number.value()),
        .request_id = {},
        .body_hash = {},
        .body = pack_body("{}"),
        .signature = "s",
        .reason = "REVOCATION_UNKNOWN",
        .next_check_at = {}};
    ASSERT_TRUE(durably([&](sql::Connection& connection) { return insert_waiting(connection, waiting); }));
  }
  void judge(ledger::DocumentNo number) {
    StoredDocument document;
    document.number = number;
    document.participant = kSender;
    document.kind = DocumentKind(1);
    document.idempotency_key = std::to_string(number.value());
    document.body = pack_body("{}");
    ASSERT_TRUE(durably([&](sql::Connection& connection) -> Result<void> {
      TAMGA_TRY(insert_documents(connection, {&document, 1}));
      return drop_waiting(connection, number);
    }));
  }

  static constexpr ledger::ParticipantNo kSender{7};
};

// Whoever asks for his document again and again sees it wait and then judged, and never that it is not there.
TEST_P(WaitingRoom, NothingIsMissedWhileItIsJudged) {
  migrate("documents", kMigrations);
  auto const reader = store().reader().value();
  for (int i = 1; i <= 200; ++i) {
    ledger::DocumentNo const number(i);
    come(number);
    std::thread judging([&] { judge(number); });
    auto status = DocumentStatus::Waiting;
    bool missed = false;
    while (status == DocumentStatus::Waiting && !missed) {
      auto const seen = find_sent(*reader, number);
      missed = !seen || !*seen;
      if (!missed) status = (*seen)->status;
    }
    judging.join();
    ASSERT_FALSE(missed) << "document " << i;
    ASSERT_EQ(status, DocumentStatus::Accepted);
  }
  EXPECT_FALSE(find_sent(*reader, ledger::DocumentNo(1000)).value());
}

INSTANTIATE_TEST_SUITE_P(Engines, WaitingRoom, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
