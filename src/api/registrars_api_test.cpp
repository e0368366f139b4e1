// SPDX-License-Identifier: Apache-2.0
#include <chrono>
#include <sstream>
#include <thread>

#include "api/testing/request_bodies.hpp"
#include "api/testing/running_system.hpp"
#include "base/testing/source_path.hpp"
#include "emission/errors.hpp"
#include "emission/tail_audit.hpp"

namespace tamga::api {
namespace {

using testing::device;
using testing::Json;
using testing::Person;
using testing::provider;

class RegistrarsApiTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    registrars_file_ = source_path("src/api/testing/registrars.toml");
    RunningSystem::SetUp();
    maker_.emplace(person("Buloq suv", "301234567"));
    other_.emplace(person("Boshqa suv", "302222222"));
    operator_.emplace(person("Operator", "303333333", true));
    for (auto* one : {&*maker_, &*other_, &*operator_}) ASSERT_EQ(one->sign_in().status, 201);
    add_water(1, kGtin);
  }
  void TearDown() override {
    maker_.reset();
    other_.reset();
    operator_.reset();
    RunningSystem::TearDown();
  }
  auto decide(std::string const& number, std::string const& move, Json const& more = Json::object()) {
    Json body{{"kind", "decide_registrar"}, {"number", number}, {"move", move}};
    body.update(more);
    return operator_->post_confirmed("/api/v1/operator/registrars/" + number, body);
  }
  static constexpr char const* kGtin = "04780000000014";
  std::optional<Person> maker_;
  std::optional<Person> other_;
  std::optional<Person> operator_;
  int puts_ = 0;
};

// A device is asked for by its participant, confirmed by the operator, and seen by nobody else.
TEST_P(RegistrarsApiTest, DeviceIsConfirmed) {
  auto const before = maker_->get("/api/v1/registrars").json;
  EXPECT_EQ(before.at("used"), true);
  EXPECT_EQ(before.at("needs")[0].at("groups"), Json({"beer"}));
  EXPECT_TRUE(before.at("registrars").empty());
  EXPECT_EQ(maker_->post("/api/v1/registrars", device("1")).json.at("code"), "STEP_UP_NEEDED");
  auto const asked = maker_->post_confirmed("/api/v1/registrars", device("1"));
  ASSERT_EQ(asked.status, 201) << asked.json;
  EXPECT_EQ(asked.json.at("state"), "applied");
  std::string const number = asked.json.at("number");
  EXPECT_EQ(other_->post_confirmed("/api/v1/registrars", device("1")).json.at("code"), "REGISTRAR_TAKEN");
  EXPECT_EQ(other_->get("/api/v1/registrars/" + number).json.at("code"), "REGISTRAR_UNKNOWN");
  EXPECT_TRUE(other_->get("/api/v1/registrars").json.at("registrars").empty());
  auto const queue = operator_->get("/api/v1/operator/registrars").json.at("registrars");
  ASSERT_EQ(queue.size(), 1U);
  EXPECT_EQ(queue[0].at("tax_id"), "301234567");
  EXPECT_EQ(decide(number, "resume").json.at("code"), "REGISTRAR_MOVE_NOT_POSSIBLE");
  EXPECT_EQ(decide(number, "confirm").json.at("state"), "active");
  EXPECT_TRUE(operator_->get("/api/v1/operator/registrars").json.at("registrars").empty());
  EXPECT_EQ(operator_->get("/api/v1/operator/registrars?state=active").json.at("registrars").size(), 1U);
  EXPECT_EQ(decide(number, "suspend").json.at("code"), "REGISTRAR_REASON_MISSING");
  auto const stopped = decide(number, "suspend", {{"reason", "seal broken"}});
  EXPECT_EQ(stopped.json.at("reason"), "seal broken");
  Json const notices = maker_->get("/api/v1/notices").json.at("notices");
  ASSERT_EQ(notices.size(), 2U) << notices;
  EXPECT_EQ(notices[0].at("event"), "registrar.changed");
  EXPECT_EQ(Json::parse(notices[0].at("data").get<std::string>()).at("state"), "suspended");
  EXPECT_TRUE(other_->get("/api/v1/notices").json.at("notices").empty());
  EXPECT_EQ(maker_->get("/api/v1/registrars/" + number).json.at("registrar").at("state"), "suspended");
}

// The number in the address is the number that was signed.
TEST_P(RegistrarsApiTest, SignedNumber) {
  std::string const number = maker_->post_confirmed("/api/v1/registrars", device("1")).json.at("number");
  Json const body{{"kind", "decide_registrar"}, {"number", "7"}, {"move", "confirm"}};
  EXPECT_EQ(operator_->post_confirmed("/api/v1/operator/registrars/" + number, body).json.at("code"),
            "REGISTRAR_UNKNOWN");
}

// A group may ask for a registrar of one kind; another will not do.
TEST_P(RegistrarsApiTest, KindOfTheGroup) {
  Json const remote{
      {"kind", "apply_registrar"}, {"registrar", "remote"}, {"access", "shared"}, {"place", "Line 1"}};
  std::string const number = maker_->post_confirmed("/api/v1/registrars", remote).json.at("number");
  ASSERT_EQ(decide(number, "confirm").status, 200);
  Json order{{"kind", "order_codes"},
             {"group", "beer"},
             {"release_method", "OWN_PRODUCTION"},
             {"lines", {{{"gtin", kGtin}, {"quantity", 6}}}}};
  auto const told = [&](char const* error) {
    auto const answer = maker_->document(order);
    EXPECT_NE(answer.raw.body.find(error), std::string::npos) << answer.json;
  };
  told("REGISTRAR_MISSING");
  order["registrar"] = number;
  told("REGISTRAR_OF_OTHER_KIND");
}

// Each grade stands once in a report.
TEST_P(RegistrarsApiTest, GradesOnce) {
  Json const twice{{{"grade", "A"}, {"codes", {"x"}}}, {{"grade", "A"}, {"codes", {"y"}}}};
  auto const answer = maker_->document({{"kind", "report_quality"}, {"results", twice}});
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.json.at("code"), "GRADE_TWICE") << answer.json;
}

// What is reported of printing is listed in pages and adds up at the registrar.
TEST_P(RegistrarsApiTest, PrintingIsListed) {
  std::string const number = maker_->post_confirmed("/api/v1/registrars", device("1")).json.at("number");
  ASSERT_EQ(decide(number, "confirm").status, 200);
  auto const order = maker_->document({{"kind", "order_codes"},
                                       {"group", "water"},
                                       {"release_method", "OWN_PRODUCTION"},
                                       {"registrar", number},
                                       {"lines", {{{"gtin", kGtin}, {"quantity", 6}}}}});
  ASSERT_EQ(order.status, 201) << order.json;
  std::string const document = order.json.at("document");
  EXPECT_EQ(maker_->get("/api/v1/orders/" + document).json.at("registrar"), number);
  std::vector<std::string> codes;
  std::istringstream text(maker_->get("/api/v1/orders/" + document + "/lines/0/codes").raw.body);
  for (std::string line; std::getline(text, line);) codes.push_back(line);
  ASSERT_EQ(codes.size(), 6U);
  auto const printed = maker_->document(
      {{"kind", "print"}, {"registrar", number}, {"production_order", "PO-1"}, {"codes", codes}});
  ASSERT_EQ(printed.status, 201) << printed.json;
  auto const graded = maker_->document(
      {{"kind", "report_quality"},
       {"registrar", number},
       {"results",
        {{{"grade", "A"}, {"codes", {codes[0], codes[1]}}}, {{"grade", "F"}, {"codes", {codes[2]}}}}}});
  ASSERT_EQ(graded.status, 201) << graded.json;
  auto const lost = maker_->document(
      {{"kind", "drop_out"}, {"registrar", number}, {"reason", "KM_SPOILED"}, {"codes", {codes[2]}}});
  ASSERT_EQ(lost.status, 201) << lost.json;
  auto const totals = maker_->get("/api/v1/registrars/" + number).json.at("totals");
  ASSERT_EQ(totals.size(), 4U) << totals;
  EXPECT_EQ(totals[0].at("codes"), 6);
  EXPECT_EQ(totals[2].at("grade"), "F");
  EXPECT_EQ(totals[2].at("too_bad"), true);
  EXPECT_EQ(totals[1].at("too_bad"), false);
  EXPECT_EQ(totals[3].at("what"), "dropped_out");
  auto const first = maker_->get("/api/v1/printing?limit=2").json;
  ASSERT_EQ(first.at("records").size(), 3U) << "a document is not torn apart: " << first;
  auto const second =
      maker_->get("/api/v1/printing?limit=2&before=" + first.at("next").get<std::string>()).json;
  ASSERT_EQ(second.at("records").size(), 1U);
  EXPECT_EQ(second.at("records")[0].at("what"), "printed");
  EXPECT_EQ(second.count("next"), 0U);
  EXPECT_EQ(maker_->get("/api/v1/printing?production_order=PO-1").json.at("records").size(), 1U);
  EXPECT_TRUE(other_->get("/api/v1/printing?registrar=" + number).json.at("records").empty());

  // Who works with beer alone sees nothing of water.
  Person clerk = hire(*maker_, "301234567", "Clerk", {"signer"});
  EXPECT_EQ(clerk.get("/api/v1/printing").json.at("records").size(), 4U);
  auto const limited = maker_->document(
      {{"kind", "change_user"}, {"user", user_number(*maker_, "Clerk")}, {"groups", {"beer"}}});
  ASSERT_EQ(limited.status, 201) << limited.json;
  auto const little = clerk.get("/api/v1/printing?limit=2").json;
  EXPECT_TRUE(little.at("records").empty()) << little;
  EXPECT_TRUE(little.contains("next")) << "an empty page may have a next one";

  // Nothing is printed through a registrar that stands still, whenever the codes were ordered.
  ASSERT_EQ(decide(number, "suspend", {{"reason", "The seal is broken"}}).status, 200);
  auto const stands = maker_->get("/api/v1/orders/" + document + "/lines/0/codes");
  EXPECT_EQ(stands.status, 409);
  EXPECT_EQ(stands.json.at("code"), "REGISTRAR_STANDS") << stands.json;
  EXPECT_EQ(stands.json.at("arguments").at("state"), "suspended");
  EXPECT_EQ(maker_
                ->send(http::Method::Post, "/api/v1/orders/" + document + "/lines/0/labels/tasks",
                       {{"Idempotency-Key", "labels"}}, "{}")
                .json.at("code"),
            "REGISTRAR_STANDS");
  ASSERT_EQ(decide(number, "resume").status, 200);
  EXPECT_EQ(maker_->get("/api/v1/orders/" + document + "/lines/0/codes").status, 200);
}

// The directory is public; the operator lists, changes and removes.
TEST_P(RegistrarsApiTest, Directory) {
  auto const put = [&](std::string const& tax_id, Json const& body) {
    std::string const bytes = body.dump();
    std::string const asked =
        operator_->post("/api/v1/step-up/challenge", {{"request", crypto::hex(crypto::sha256(bytes))}})
            .json.at("challenge");
    return operator_->send(
        http::Method::Put, "/api/v1/operator/providers/" + tax_id,
        {{"X-Step-Up", operator_->signed_text(asked)}, {"Idempotency-Key", "put " + std::to_string(++puts_)}},
        bytes);
  };
  EXPECT_EQ(put("309999999", provider("309999999")).json.at("code"), "PARTICIPANT_UNKNOWN");
  EXPECT_EQ(put("302222222", provider("301234567")).json.at("code"), "PARTICIPANT_UNKNOWN");
  Json wrong = provider("302222222");
  wrong["role"] = "POET";
  EXPECT_EQ(put("302222222", wrong).json.at("code"), "PROVIDER_ROLE_UNKNOWN");
  auto const listed = put("302222222", provider("302222222"));
  ASSERT_EQ(listed.status, 200) << listed.json;
  EXPECT_EQ(listed.json.at("name"), "Boshqa suv");
  Person nobody(port_, maker_->identity(), clock_);
  auto const found = nobody.get("/api/v1/providers?group=water&place=Toshkent").json;
  ASSERT_EQ(found.at("providers").size(), 1U) << found;
  EXPECT_EQ(found.at("providers")[0].at("tax_id"), "302222222");
  EXPECT_TRUE(nobody.get("/api/v1/providers?group=beer").json.at("providers").empty());
  std::string const target = "/api/v1/operator/providers/302222222/removal";
  Json const removal{{"kind", "remove_provider"}, {"tax_id", "302222222"}};
  EXPECT_EQ(operator_->send(http::Method::Post, target, {{"Idempotency-Key", "unsigned"}}, removal.dump())
                .json.at("code"),
            "STEP_UP_NEEDED");
  auto const remove = [&] {
    return operator_->post_confirmed(target, removal, "gone " + std::to_string(++puts_));
  };
  EXPECT_EQ(remove().status, 204);
  EXPECT_EQ(remove().json.at("code"), "PROVIDER_NOT_LISTED");
  EXPECT_TRUE(nobody.get("/api/v1/providers").json.at("providers").empty());
}

// Whoever fetches codes is in the record of signed tails, before the codes leave; a file made aside too.
TEST_P(RegistrarsApiTest, TailsAreOnRecord) {
  auto const order = maker_->document({{"kind", "order_codes"},
                                       {"group", "water"},
                                       {"release_method", "OWN_PRODUCTION"},
                                       {"lines", {{{"gtin", kGtin}, {"quantity", 6}}}}});
  std::string const document = order.json.at("document");
  std::string const line = "/api/v1/orders/" + document + "/lines/0";
  ASSERT_EQ(maker_->get(line + "/codes?count=4").status, 200);
  ASSERT_EQ(maker_->get(line + "/codes?from=4").status, 200);
  auto const task = maker_->send(http::Method::Post, line + "/codes/tasks", {{"Idempotency-Key", "file"}},
                                 R"({"format":"csv"})");
  ASSERT_EQ(task.status, 201) << task.json;
  std::string const made = task.json.at("task");
  for (int i = 0; i < 2000 && maker_->get("/api/v1/tasks/" + made).json.value("state", "") != "ready"; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  auto const rows = operator_->get("/api/v1/operator/tail-batches?order=" + document).json.at("batches");
  ASSERT_EQ(rows.size(), 3U) << rows;
  EXPECT_EQ(rows[0].at("person"), made);
  EXPECT_EQ(rows[0].at("codes"), 6);
  EXPECT_EQ(rows[2].at("codes"), 4);
  EXPECT_EQ(rows[2].at("tax_id"), "301234567");
  EXPECT_EQ(rows[2].at("sequence"), 1);
  std::string const key = rows[2].at("tail_key");
  EXPECT_EQ(key, keys_->active(crypto::KeyPurpose::TailMac).value()->id());
  EXPECT_EQ(operator_->get("/api/v1/operator/tail-batches?limit=1").json.at("next"), rows[0].at("batch"));
  EXPECT_EQ(operator_->get("/api/v1/operator/tail-batches?tail_key=ZZZZ").json.at("batches").size(), 0U);
  EXPECT_EQ(maker_->get("/api/v1/operator/tail-batches").json.at("code"), "OPERATOR_ONLY");
  auto const reader = store().reader().value();
  int sound = 0;
  auto const done = emission::verify_batches(*reader, crypto::RoleKeys(*keys_, crypto::kTailRole),
                                             [&](emission::TailBatch const&) { ++sound; });
  ASSERT_TRUE(done) << describe(done.error());
  EXPECT_EQ(sound, 3);
}

INSTANTIATE_TEST_SUITE_P(Engines, RegistrarsApiTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
