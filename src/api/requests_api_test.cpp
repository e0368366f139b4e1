// SPDX-License-Identifier: Apache-2.0
// An organisation sees what its programs asked and what they were answered, and nobody else does.
#include <chrono>
#include <optional>
#include <thread>

#include "api/testing/program.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::kDay;
using testing::Person;
using testing::Program;
using testing::Reply;

constexpr char const* kRequests = "/api/v1/requests";

class RequestsTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    shop_.emplace(person("Market", "302222222"));
    other_.emplace(person("Buloq suv", "301234567"));
    for (Person* one : {&*shop_, &*other_}) ASSERT_EQ(one->sign_in().status, 201);
    till_ = program("till", {"read", "documents"});
  }
  void TearDown() override {
    shop_.reset();
    other_.reset();
    RunningSystem::TearDown();
  }
  Program program(std::string const& name, Json const& scopes) {
    return Program::made(*shop_, name, scopes, UnixMs(clock_.now().value() + 90 * kDay));
  }
  Reply by(Program const& one, std::string const& target) {
    return one.as(*shop_, [&](Person& who) { return who.get(target); });
  }
  /// The list, once it holds so many: a line comes a moment after its answer.
  Json listed(Person& who, std::string const& query, std::size_t expected) {
    Json list;
    for (int i = 0; i < 400; ++i) {
      EXPECT_TRUE(requests_->write());
      list = who.get(kRequests + query).json.at("requests");
      if (list.size() >= expected) break;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    EXPECT_EQ(list.size(), expected) << query << ": " << list;
    return list.size() == expected ? list : Json(expected, Json::object());
  }

  std::optional<Person> shop_;
  std::optional<Person> other_;
  Program till_;
};

TEST_P(RequestsTest, ACallByAKeyIsThereWithItsAnswer) {
  auto const answer = by(till_, "/api/v1/documents?limit=5");
  ASSERT_EQ(answer.status, 200) << answer.json;
  Json const line = listed(*shop_, "", 1)[0];
  EXPECT_EQ(line.value("key", ""), till_.key);
  EXPECT_EQ(line.value("method", ""), "GET");
  EXPECT_EQ(line.value("path", ""), "/api/v1/documents?limit=5");
  EXPECT_EQ(line.value("status", 0), 200);
  EXPECT_GT(line.value("duration_us", 0), 0);
  EXPECT_EQ(line.value("address", ""), "127.0.0.1");
  EXPECT_EQ(line.value("at", ""), rfc3339(clock_.now()));
  EXPECT_FALSE(line.value("request_id", "").empty());
  EXPECT_FALSE(line.contains("error"));
}

// The guard's refusal, a key that has ended, an answer that comes later from the writer.
TEST_P(RequestsTest, RefusedCallsHaveTheirError) {
  auto const refused = by(till_, "/api/v1/api-keys");
  EXPECT_EQ(refused.json.value("code", ""), "PERSON_ONLY");
  Json const first = listed(*shop_, "?failed=true", 1)[0];
  EXPECT_EQ(first.value("status", 0), refused.status);
  EXPECT_EQ(first.value("error", ""), "PERSON_ONLY");
  EXPECT_EQ(first.value("request_id", ""), refused.json.value("instance", ""));

  auto const unsigned_one = till_.as(*shop_, [](Person& who) {
    return who.send(http::Method::Post, "/api/v1/documents", {{"Idempotency-Key", "unsigned"}},
                    R"({"kind":"ship"})");
  });
  EXPECT_GE(unsigned_one.status, 400) << unsigned_one.json;
  Json const second = listed(*shop_, "?failed=true", 2)[0];
  EXPECT_EQ(second.value("method", ""), "POST");
  EXPECT_EQ(second.value("status", 0), unsigned_one.status);
  EXPECT_EQ(second.value("error", ""), unsigned_one.json.value("code", ""));

  ASSERT_EQ(
      shop_->send(http::Method::Delete, "/api/v1/api-keys/" + till_.key, {{"Idempotency-Key", "end"}}).status,
      204);
  EXPECT_EQ(by(till_, "/api/v1/stock").status, 401);
  EXPECT_EQ(listed(*shop_, "?status_class=4", 3)[0].value("error", ""), "API_KEY_REVOKED");
}

TEST_P(RequestsTest, CallsOfPeopleAreNotThere) {
  ASSERT_EQ(shop_->get("/api/v1/stock").status, 200);
  ASSERT_EQ(by(till_, "/api/v1/me").status, 200);
  EXPECT_EQ(listed(*shop_, "", 1)[0].value("path", ""), "/api/v1/me");
}

TEST_P(RequestsTest, AnotherOrganisationSeesNothing) {
  ASSERT_EQ(by(till_, "/api/v1/me").status, 200);
  listed(*shop_, "", 1);
  EXPECT_TRUE(listed(*other_, "", 0).empty());
  EXPECT_TRUE(listed(*other_, "?key=" + till_.key, 0).empty());
}

TEST_P(RequestsTest, TheListIsNarrowedAndComesInPages) {
  Program const line = program("line", {"read"});
  ASSERT_EQ(by(till_, "/api/v1/me").status, 200);
  listed(*shop_, "", 1);
  ASSERT_EQ(by(line, "/api/v1/stock").status, 200);
  listed(*shop_, "", 2);
  ASSERT_EQ(by(line, "/api/v1/orders/7").status, 404);
  listed(*shop_, "", 3);
  EXPECT_EQ(listed(*shop_, "?key=" + line.key, 2)[1].value("path", ""), "/api/v1/stock");
  EXPECT_EQ(listed(*shop_, "?failed=true", 1)[0].value("path", ""), "/api/v1/orders/7");
  listed(*shop_, "?failed=false", 2);
  listed(*shop_, "?path=%2Fme", 1);
  listed(*shop_, "?method=POST", 0);
  listed(*shop_, "?from=" + escaped(rfc3339(UnixMs(clock_.now().value() + 1))), 0);
  auto const first = shop_->get(std::string(kRequests) + "?limit=2").json;
  ASSERT_TRUE(first.contains("next")) << first;
  auto const second = shop_->get(kRequests + std::string("?limit=2&before=") + first.at("next").dump()).json;
  ASSERT_EQ(second.at("requests").size(), 1U) << second;
  EXPECT_EQ(second.at("requests")[0].at("path"), "/api/v1/me");
  EXPECT_FALSE(second.contains("next"));
}

// What a scanner read is a secret of its owner; bodies and headers are not kept at all.
TEST_P(RequestsTest, SecretsOfTheQueryAreNotKept) {
  Program const checks = program("checks", {"checks"});
  by(checks, "/api/v1/check?code=0104780000000014215ABCDEFGHIJKL");
  EXPECT_EQ(listed(*shop_, "", 1)[0].value("path", ""), "/api/v1/check?code=***");
}

INSTANTIATE_TEST_SUITE_P(Engines, RequestsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
