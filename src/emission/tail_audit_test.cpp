// SPDX-License-Identifier: Apache-2.0
#include "emission/tail_audit.hpp"

#include "emission/errors.hpp"
#include "emission/testing/emission_fixture.hpp"

namespace tamga::emission {
namespace {

class TailAuditTest : public testing::EmissionTest {
 protected:
  crypto::RoleKeys keys() const { return {*ring_, crypto::kTailRole}; }
  std::string key_id(crypto::KeyPurpose purpose = crypto::KeyPurpose::TailMac) {
    return std::string(ring_->active(purpose).value()->id());
  }
  Result<TailBatch> note(std::int64_t order, int line, std::int64_t from, std::int64_t codes,
                         std::string key) {
    auto writer = store().writer().value();
    ++numbers_;
    return note_batch(*writer, keys(),
                      {.order = OrderNo(order),
                       .line = line,
                       .number = numbers_,
                       .at = UnixMs(numbers_),
                       .participant = ledger::ParticipantNo(7),
                       .person = "Ivanov",
                       .request = "r-1",
                       .from = from,
                       .codes = codes,
                       .key_id = std::move(key)});
  }
  void spoil(char const* statement) {
    auto writer = store().writer().value();
    ASSERT_TRUE(writer->execute(sql::Statement{"test.spoil", statement}));
  }
  /// Batches that are sound, or what is wrong.
  std::string verify() {
    auto reader = store().reader().value();
    int batches = 0;
    auto const done = verify_batches(*reader, keys(), [&](TailBatch const&) { ++batches; });
    if (done) return std::to_string(batches);
    EXPECT_TRUE(done.error().is(kTailAuditBroken)) << describe(done.error());
    return "broken";
  }
  void three() {
    ASSERT_TRUE(note(10, 0, 0, 100, key_id()));
    ASSERT_TRUE(note(10, 0, 100, 50, key_id()));
    ASSERT_TRUE(note(10, 0, 0, 100, key_id(crypto::KeyPurpose::TailSignature)));
    ASSERT_TRUE(note(10, 1, 0, 5, key_id()));
    ASSERT_TRUE(note(11, 0, 0, 5, key_id()));
    ASSERT_EQ(verify(), "5");
  }
  std::int64_t numbers_ = 0;
};

// Who asked for how many tails of which key is found, newest first.
TEST_P(TailAuditTest, IsListed) {
  three();
  auto reader = store().reader().value();
  auto const all = tail_batches(*reader, {}, 10).value();
  ASSERT_EQ(all.size(), 5U);
  EXPECT_EQ(all.front().order, OrderNo(11));
  EXPECT_EQ(all.back().object(), "10/0/0+100");
  EXPECT_EQ(all.back().person, "Ivanov");
  EXPECT_EQ(tail_batches(*reader, {.order = OrderNo(10)}, 10)->size(), 4U);
  EXPECT_EQ(tail_batches(*reader, {.key_id = key_id(crypto::KeyPurpose::TailSignature)}, 10)->size(), 1U);
  EXPECT_EQ(tail_batches(*reader, {.before = all[1].number}, 2)->front().number, all[2].number);
}

// A batch that is missing, changed, or moved is noticed; so is one that was put in without the key.
TEST_P(TailAuditTest, MissingRecordIsNoticed) {
  three();
  spoil("DELETE FROM tail_batch WHERE order_no = 10 AND line = 0 AND sequence = 2");
  EXPECT_EQ(verify(), "broken");
}
TEST_P(TailAuditTest, ClosedGapIsNoticed) {
  three();
  spoil("DELETE FROM tail_batch WHERE order_no = 10 AND line = 0 AND sequence = 2");
  spoil("UPDATE tail_batch SET sequence = 2 WHERE order_no = 10 AND line = 0 AND sequence = 3");
  EXPECT_EQ(verify(), "broken");
}
TEST_P(TailAuditTest, ChangedRecordIsNoticed) {
  three();
  spoil("UPDATE tail_batch SET codes = 99 WHERE order_no = 10 AND line = 0 AND sequence = 1");
  EXPECT_EQ(verify(), "broken");
}
TEST_P(TailAuditTest, FirstRecordIsNoticed) {
  three();
  spoil("DELETE FROM tail_batch WHERE order_no = 10 AND line = 0 AND sequence = 1");
  EXPECT_EQ(verify(), "broken");
}

// The keys of others seal nothing.
TEST_P(TailAuditTest, OnlyKeysOfTheRole) {
  auto const refused = note(10, 0, 0, 1, key_id(crypto::KeyPurpose::Serial));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().name(), "KEY_UNKNOWN");
  EXPECT_EQ(verify(), "0");
}

INSTANTIATE_TEST_SUITE_P(Engines, TailAuditTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::emission
