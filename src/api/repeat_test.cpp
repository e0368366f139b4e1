// SPDX-License-Identifier: Apache-2.0
// Every endpoint that changes something, called twice with one Idempotency-Key: the same answer, one entry in
// the journal. An endpoint that is added fails this test until it is in one of the two lists.
#include <map>
#include <set>

#include "api/endpoints/all.hpp"
#include "api/testing/repeat_case.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::RepeatTest;
using testing::Reply;
using testing::Sent;

/// What changes nothing that lasts, or is done once by a text of its own that the caller signs or keeps.
std::set<std::string_view> const kOtherwise{"ask_challenge",
                                            "ask_application_challenge",
                                            "ask_step_up",
                                            "check_code",
                                            "check_codes",
                                            "sign_in",
                                            "begin_external_sign_in",
                                            "finish_external_sign_in",
                                            "issue_test_certificate",  // in a sandbox: one more is no harm
                                            "sign_out"};               // ends what it is asked over

/// What goes on by itself, so that a second answer says more than the first, or needs goods in moderation:
/// not tried here.
std::set<std::string_view> const kElsewhere{"make_packet_task", "make_label_task", "export_codes",
                                            "cancel_task", "decide_card", "start_audit", "retry_letter",
                                            // in a sandbox: sandbox_api_test
                                            "take_spare_prefix", "publish_own_card"};

/// The rule: what changes something needs an Idempotency-Key, unless it carries a text that is good once and
/// so is its key. That is what every call confirmed by a signature does (a signed challenge is used up; the
/// same signed body is the same call, or is refused), and these:
std::map<std::string_view, std::string_view> const kOwnKey{
    {"send_application", "the signed bytes hold a challenge, which is used up"},
    {"confirm_application", "the token of the letter opens the account once"}};

TEST_P(RepeatTest, OnlyWhatIsGoodOnceNeedsNoKey) {
  ASSERT_EQ(complete_profile(*maker_).json.at("status"), "accepted");
  make_contracts();
  auto const known = calls();
  std::size_t without = 0;
  for (EndpointRow const& row : all_endpoints()) {
    if (row.spec.method == http::Method::Get || kOtherwise.contains(row.spec.name)) continue;
    SCOPED_TRACE(row.spec.name);
    bool const carries_its_own = row.spec.step_up || kOwnKey.contains(row.spec.name);
    EXPECT_EQ(row.spec.optional_key, kOwnKey.contains(row.spec.name));
    EXPECT_TRUE(row.spec.idempotency_key || carries_its_own);
    if (row.spec.idempotency_key) continue;
    auto const make = known.find(row.spec.name);
    if (make == known.end()) continue;  // the test below says so
    Sent const call = make->second(*this);
    auto const send = [&] { return call.who->send(row.spec.method, call.target, call.headers, call.body); };
    Reply const first = send();
    ASSERT_LT(first.status, 300) << first.json;
    Reply const second = send();
    // Refused as used, or told what was done: nothing happens twice.
    EXPECT_TRUE(second.status >= 400 || second.json == first.json) << second.json;
    ++without;
  }
  EXPECT_GT(without, kOwnKey.size());
}

TEST_P(RepeatTest, TheSameCallGivesTheSameAnswer) {
  ASSERT_EQ(complete_profile(*maker_).json.at("status"), "accepted");
  make_contracts();
  auto const known = calls();
  std::size_t tried = 0;
  for (EndpointRow const& row : all_endpoints()) {
    if (row.spec.method == http::Method::Get || kOtherwise.contains(row.spec.name)) continue;
    if (kElsewhere.contains(row.spec.name)) continue;
    auto const make = known.find(row.spec.name);
    if (make == known.end()) {
      ADD_FAILURE() << row.spec.name << ": the test does not know how to repeat it";
      continue;
    }
    SCOPED_TRACE(row.spec.name);
    Sent call = make->second(*this);
    call.headers.emplace_back("Idempotency-Key", "repeat " + std::string(row.spec.name));
    auto const send = [&] { return call.who->send(row.spec.method, call.target, call.headers, call.body); };
    Reply const first = send();
    ASSERT_LT(first.status, 300) << first.json;
    std::int64_t const before = entries();
    Reply const second = send();
    EXPECT_EQ(second.status, first.status) << second.json;
    // The secret of a key is told once; it is kept by nobody.
    Json expected = first.json;
    if (expected.is_object()) expected.erase("token");
    // An answer about a document says that it is one of before.
    if (expected.is_object() && expected.contains("repeated")) expected["repeated"] = true;
    if (!expected.is_discarded()) {
      EXPECT_EQ(second.json, expected);
    }
    EXPECT_EQ(entries(), before) << "a second entry";
    if (!call.body.empty() && !call.who->token.empty() && call.headers.size() == 1) {
      auto const other = call.who->send(row.spec.method, call.target, call.headers, call.body + " ");
      // Where the body is a table, a row that is none is told before the key.
      EXPECT_GE(other.status, 400) << other.json;
    }
    ++tried;
  }
  EXPECT_EQ(tried, known.size());
}

INSTANTIATE_TEST_SUITE_P(Engines, RepeatTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
