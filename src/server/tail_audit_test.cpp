// SPDX-License-Identifier: Apache-2.0
#include "server/tail_audit.hpp"

#include "api/testing/running_system.hpp"
#include "emission/errors.hpp"
#include "emission/tail_audit.hpp"

namespace tamga::server {
namespace {

class TailAuditTest : public api::testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    maker_.emplace(person("Buloq suv", "301234567"));
    ASSERT_EQ(maker_->sign_in().status, 201);
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
    RunningSystem::TearDown();
  }
  void spoil(char const* statement) {
    auto writer = store().writer().value();
    ASSERT_TRUE(writer->execute(sql::Statement{"test.spoil", statement}));
  }
  std::string audit() {
    auto const told = audit_tails(store(), *keys_);
    if (told) return *told;
    EXPECT_TRUE(told.error().is(emission::kTailAuditBroken)) << describe(told.error());
    return "broken";
  }
  std::optional<api::testing::Person> maker_;
};

// Every batch has its seal in the journal, and the sums of each key are told.
TEST_P(TailAuditTest, IsWhole) {
  std::string const key(keys_->active(crypto::KeyPurpose::TailMac).value()->id());
  EXPECT_EQ(audit(), "key " + key + ": 3 batches, 18 tails\nthe records of signed tails are whole\n");
}

// The last record of a line can be taken away without breaking its chain: the journal misses it.
TEST_P(TailAuditTest, LastRecordIsMissed) {
  spoil("DELETE FROM tail_batch WHERE sequence = 3");
  EXPECT_EQ(audit(), "broken");
}
TEST_P(TailAuditTest, AllRecordsAreMissed) {
  spoil("DELETE FROM tail_batch");
  EXPECT_EQ(audit(), "broken");
}

// A record that the journal does not tell of was put in by somebody who has the keys and not the journal.
TEST_P(TailAuditTest, RecordBesideTheJournal) {
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
  EXPECT_EQ(audit(), "broken");
}

INSTANTIATE_TEST_SUITE_P(Engines, TailAuditTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::server
