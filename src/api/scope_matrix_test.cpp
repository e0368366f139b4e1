// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <map>
#include <thread>

#include "api/document_scope.hpp"
#include "api/endpoints/all.hpp"
#include "api/testing/program.hpp"
#include "documents/kinds/all.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::kDay;
using testing::Person;
using testing::Program;

// An endpoint that says nothing of programs does not compile: RowOf asserts this.
constexpr EndpointSpec silent(Access access) {
  return {.name = "x", .method = http::Method::Get, .path = "/x", .access = access, .summary = {}, .tag = {}};
}
constexpr EndpointSpec for_people() {
  auto spec = silent(Access::Participant);
  spec.scope = kSessionOnly;
  return spec;
}
static_assert(!scope_is_said(silent(Access::Participant)));
static_assert(scope_is_said(silent(Access::Public)));
static_assert(scope_is_said(for_people()));

/// The same sessions and keys at every endpoint, all of it from the list of endpoints.
class ScopeMatrixTest : public testing::RunningSystem {
 protected:
  static std::string target_of(EndpointRow const& row) {
    std::string target(row.spec.path);
    for (auto const name : captures_of(row.spec.path))
      target.replace(target.find("{" + std::string(name) + "}"), name.size() + 2, "7");
    return target;
  }
  static std::string code_of(Person& caller, EndpointRow const& row) {
    auto const answer = caller.send(row.spec.method, target_of(row), {{"Idempotency-Key", "k"}}, "{}");
    return answer.status < 400 || !answer.json.is_object() ? "" : answer.json.value("code", "");
  }
  std::size_t told(std::string const& error) {
    std::size_t count = 0;
    for (auto const& entry : journal_of(1))
      count += entry.error == error && entry.result == "refused" ? 1 : 0;
    return count;
  }
  /// An inline endpoint answers before the journal is durable.
  void expect_told(std::string const& error, std::size_t count) {
    auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    while (told(error) < count && std::chrono::steady_clock::now() < deadline)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    EXPECT_EQ(told(error), count) << error;
  }
  [[nodiscard]] UnixMs in(std::int64_t ms) const { return UnixMs(clock_.now().value() + ms); }
};

// Every endpoint with a key of every scope: it reaches what the endpoint declares and nothing else, and each
// refusal is in the journal.
TEST_P(ScopeMatrixTest, EachScopeReachesWhatIsDeclared) {
  Person owner = person("Market", "302222222");
  ASSERT_EQ(owner.sign_in().status, 201);
  std::map<std::string, std::size_t> refused;
  std::size_t cells = 0;
  for (Scope const scope : registry::kScopes) {
    auto const program =
        Program::made(owner, std::string(name_of(scope)), {std::string(name_of(scope))}, in(90 * kDay));
    program.as(owner, [&](Person& caller) {
      for (EndpointRow const& row : all_endpoints()) {
        bool const reached = reaches(scope, row.spec);
        if (reached && row.spec.produces == "text/event-stream") continue;  // does not end
        ++cells;
        std::string const code = code_of(caller, row);
        std::string const expected = reached                               ? ""
                                     : row.spec.access == Access::Operator ? "OPERATOR_ONLY"
                                     : row.spec.scope.scopes().empty()     ? "PERSON_ONLY"
                                                                           : "API_KEY_SCOPE";
        if (!reached) {
          EXPECT_EQ(code, expected) << row.spec.name << " " << name_of(scope);
          ++refused[expected];
        } else if (row.spec.name != "send_document") {
          EXPECT_TRUE(code != "API_KEY_SCOPE" && code != "PERSON_ONLY" && code != "SIGN_IN_NEEDED")
              << row.spec.name << " " << name_of(scope) << ": " << code;
        }
      }
      return 0;
    });
  }
  EXPECT_GE(cells, 150U);
  EXPECT_GT(refused["API_KEY_SCOPE"], 40U);
  for (auto const& [error, count] : refused) expect_told(error, count);
}

// A key that is no longer good, or never was, opens nothing, not even what is open to everybody.
TEST_P(ScopeMatrixTest, AKeyThatIsNotGoodReachesNothing) {
  Person owner = person("Market", "302222222");
  ASSERT_EQ(owner.sign_in().status, 201);
  Json const all{"receipts", "checks", "documents", "orders", "read"};
  auto const expired = Program::made(owner, "expired", all, in(60'000));
  auto const revoked = Program::made(owner, "revoked", all, in(90 * kDay));
  ASSERT_EQ(
      owner.send(http::Method::Delete, "/api/v1/api-keys/" + revoked.key, {{"Idempotency-Key", "end 11"}})
          .status,
      204);
  auto body = testing::key_request("elsewhere", all, in(90 * kDay));
  body["addresses"] = {"192.0.2.0/24"};
  auto const elsewhere = Program::of(owner.post_signed("/api/v1/api-keys", body));
  auto const rotated = Program::made(owner, "rotated", all, in(90 * kDay));
  ASSERT_EQ(owner
                .post_signed("/api/v1/api-key-rotations", {{"kind", "rotate_api_key"},
                                                           {"key", rotated.key},
                                                           {"expires", rfc3339(in(90 * kDay))},
                                                           {"old_until", rfc3339(in(1'000))}})
                .status,
            201);
  clock_.pass(60'000);
  struct Bad {
    Program program;
    char const* error;
  };
  std::map<std::string, std::size_t> refused;
  for (Bad const& bad :
       {Bad{expired, "API_KEY_EXPIRED"}, Bad{revoked, "API_KEY_REVOKED"}, Bad{elsewhere, "API_KEY_ADDRESS"},
        Bad{rotated, "API_KEY_EXPIRED"}, Bad{{"tk_" + std::string(43, 'A'), ""}, "API_KEY_UNKNOWN"}})
    bad.program.as(owner, [&](Person& caller) {
      for (EndpointRow const& row : all_endpoints()) {
        EXPECT_EQ(code_of(caller, row), bad.error) << row.spec.name;
        if (!bad.program.key.empty()) ++refused[bad.error];
      }
      return 0;
    });
  for (auto const& [error, count] : refused) expect_told(error, count);
}

// Every kind of document with every scope.
TEST_P(ScopeMatrixTest, EachKindOfDocumentBelongsToAScope) {
  Person owner = person("Market", "302222222");
  ASSERT_EQ(owner.sign_in().status, 201);
  int number = 0;
  for (Scope const scope : {Scope::Receipts, Scope::Documents, Scope::Orders}) {
    auto const program =
        Program::made(owner, std::string(name_of(scope)), {std::string(name_of(scope))}, in(90 * kDay));
    program.as(owner, [&](Person& caller) {
      for (auto const* kind : documents::all_kinds()) {
        Json const body{{"kind", std::string(kind->traits.name)}};
        auto const answer = caller.send(http::Method::Post, "/api/v1/documents",
                                        {{"Idempotency-Key", std::to_string(++number)}}, body.dump());
        EXPECT_EQ(answer.json.value("code", "") == "API_KEY_SCOPE", scope_of_kind(kind->traits.name) != scope)
            << kind->traits.name << " " << name_of(scope) << " " << answer.json;
      }
      return 0;
    });
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, ScopeMatrixTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
