// SPDX-License-Identifier: Apache-2.0
#include "registry/api_keys.hpp"
#include "api/testing/program.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::kDay;
using testing::Person;
using testing::Program;
using testing::Reply;

constexpr char const* kKeys = "/api/v1/api-keys";
constexpr char const* kRotations = "/api/v1/api-key-rotations";

class ApiKeysTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    shop_.emplace(person("Market", "302222222"));
    ASSERT_EQ(shop_->sign_in().status, 201);
  }
  void TearDown() override {
    shop_.reset();
    RunningSystem::TearDown();
  }
  [[nodiscard]] UnixMs in(std::int64_t ms) const { return UnixMs(clock_.now().value() + ms); }
  Program program(std::string const& name, Json const& scopes) {
    return Program::made(*shop_, name, scopes, in(90 * kDay));
  }
  /// "action result error" of the newest entry.
  std::string told() {
    auto const last = journal_of(1, 1);
    if (last.empty()) return {};
    return last.front().action + " " + last.front().result + " " + last.front().error;
  }
  std::string step_up(std::string const& body) {
    auto const asked =
        shop_->post("/api/v1/step-up/challenge", {{"request", crypto::hex(crypto::sha256(body))}});
    EXPECT_EQ(asked.status, 200) << asked.json;
    return asked.json.value("challenge", "");
  }
  Reply confirmed(std::string const& body, std::string const& challenge) {
    return shop_->send(http::Method::Post, kKeys, {{"X-Step-Up", shop_->signed_text(challenge)}}, body);
  }
  Reply receipt(Program const& by, char const* kind = "receipt") {
    Json const body{{"kind", kind},
                    {"register", "7"},
                    {"number", std::to_string(++receipts_)},
                    {"at", "2026-03-01T09:00:00.000Z"},
                    {"codes", {"0104780000000014215ABCDEFGHIJKL"}}};
    return by.as(*shop_, [&](Person& who) {
      return who.send(http::Method::Post, "/api/v1/documents",
                      {{"Idempotency-Key", "receipt-" + std::to_string(receipts_)}}, body.dump());
    });
  }

  std::optional<Person> shop_;
  int receipts_ = 0;
};

TEST_P(ApiKeysTest, AKeyIsMadeByASignedRequestAndShownOnce) {
  auto const one = program("register 7", {"receipts", "checks"});
  auto const entry = journal_of(1, 1).front();
  EXPECT_EQ(told(), "api_key.create accepted ");
  EXPECT_EQ(entry.object, one.key);
  EXPECT_EQ(entry.certificate, crypto::view(shop_->identity().certificate().sha256()));
  EXPECT_EQ(entry.body_hash.size(), 32U);

  auto const me = one.as(*shop_, [](Person& who) { return who.get("/api/v1/me"); });
  EXPECT_EQ(me.json.at("api_key"), one.key);
  EXPECT_EQ(me.json.at("scopes"), Json::array({"receipts", "checks"}));
  EXPECT_EQ(me.json.at("person"), "register 7");
  EXPECT_EQ(me.json.at("participant").at("tax_id"), "302222222");

  auto const list = shop_->get(kKeys);
  ASSERT_EQ(list.json.at("keys").size(), 1U);
  EXPECT_EQ(list.json.at("keys")[0].at("state"), "active");
  EXPECT_EQ(list.json.at("keys")[0].at("created_by"), "Karimov Anvar");
  EXPECT_EQ(list.raw.body.find(one.token.substr(3)), std::string::npos);
}

// A session that somebody was left with makes no key.
TEST_P(ApiKeysTest, WithoutASignatureThereIsNoKey) {
  Json const body = testing::key_request("register 7", {"receipts"}, in(kDay));
  EXPECT_EQ(shop_->post(kKeys, body).json.at("code"), "STEP_UP_NEEDED");
  EXPECT_EQ(told(), "api_key.create refused STEP_UP_NEEDED");
  Person other = person("OOO \"Suv\"", "301234567");
  other.token = shop_->token;
  EXPECT_EQ(other.post_signed(kKeys, body).json.at("code"), "SIGNER_NOT_SENDER");
  EXPECT_EQ(told(), "api_key.create refused SIGNER_NOT_SENDER");
  auto const signature = crypto::encode_base64(
      crypto::sign_detached(shop_->identity(), body.dump() + " ", clock_.now()).value());
  EXPECT_EQ(shop_->send(http::Method::Post, kKeys, {{"X-Signature", signature}}, body.dump()).json.at("code"),
            "CMS_CONTENT_MISMATCH");
  EXPECT_EQ(told(), "api_key.create refused CMS_CONTENT_MISMATCH");
  std::string const early = crypto::encode_base64(
      crypto::sign_detached(shop_->identity(), body.dump(), UnixMs(clock_.now().value() - 301'000)).value());
  EXPECT_EQ(shop_->send(http::Method::Post, kKeys, {{"X-Signature", early}}, body.dump()).json.at("code"),
            "SIGNATURE_STALE");
  EXPECT_TRUE(shop_->get(kKeys).json.at("keys").empty());
}

// What was signed for a document makes no key, and the signature of one request makes one key.
TEST_P(ApiKeysTest, ASignedRequestIsGoodForWhatItSaysAndOnce) {
  EXPECT_EQ(shop_->post_signed(kKeys, {{"kind", "receipt"}}).status, 400);
  Json const body = testing::key_request("register 7", {"receipts"}, in(kDay));
  ASSERT_EQ(shop_->post_signed(kKeys, body).status, 201);
  auto const again = shop_->post_signed(kKeys, body);
  EXPECT_EQ(again.status, 409);
  EXPECT_EQ(again.json.at("code"), "API_KEY_REQUEST_USED");
  EXPECT_EQ(told(), "api_key.create refused API_KEY_REQUEST_USED");
  EXPECT_EQ(shop_->document(body).json.at("code"), "KIND_UNKNOWN");
}

TEST_P(ApiKeysTest, AChallengeAboutTheRequestConfirmsIt) {
  std::string const body = testing::key_request("register 7", {"receipts"}, in(kDay)).dump();
  std::string const other = testing::key_request("register 8", {"orders"}, in(kDay)).dump();
  std::string const challenge = step_up(body);
  EXPECT_EQ(confirmed(other, challenge).json.at("code"), "CHALLENGE_UNKNOWN");
  EXPECT_EQ(told(), "api_key.create refused CHALLENGE_UNKNOWN");
  std::string const sign_in =
      shop_->send(http::Method::Post, "/api/v1/sign-in/challenge").json.at("challenge");
  EXPECT_EQ(confirmed(body, sign_in).json.at("code"), "CHALLENGE_UNKNOWN");
  ASSERT_EQ(confirmed(body, challenge).status, 201);
  EXPECT_EQ(confirmed(body, challenge).json.at("code"), "CHALLENGE_USED");
  EXPECT_EQ(told(), "api_key.create refused CHALLENGE_USED");
  std::string const late = step_up(other);
  clock_.pass(121'000);
  EXPECT_EQ(confirmed(other, late).json.at("code"), "CHALLENGE_EXPIRED");
  auto const malformed = shop_->post("/api/v1/step-up/challenge", {{"request", std::string(64, 'G')}});
  EXPECT_EQ(malformed.json.at("code"), "HASH_MALFORMED");
}

TEST_P(ApiKeysTest, WhatIsAskedForIsJudged) {
  auto body = testing::key_request("register 7", {"receipts"}, in(400 * kDay));
  EXPECT_EQ(shop_->post_signed(kKeys, body).json.at("pointer"), "/expires");
  EXPECT_EQ(told(), "api_key.create refused API_KEY_TERM");
  body = testing::key_request("register 7", {"everything"}, in(kDay));
  EXPECT_EQ(shop_->post_signed(kKeys, body).json.at("pointer"), "/scopes/0");
  body = testing::key_request("register 7", Json::array(), in(kDay));
  EXPECT_EQ(shop_->post_signed(kKeys, body).json.at("pointer"), "/scopes");
  body = testing::key_request("register 7", {"receipts"}, in(kDay));
  body["addresses"] = {"10.0.0.0/8", "10.0.0.1/8"};
  auto const refused = shop_->post_signed(kKeys, body);
  EXPECT_EQ(refused.json.at("code"), "ADDRESS_RANGE_MALFORMED");
  EXPECT_EQ(refused.json.at("pointer"), "/addresses/1");
}

TEST_P(ApiKeysTest, AKeyIsGoodFromItsAddresses) {
  auto body = testing::key_request("far", {"read"}, in(kDay));
  body["addresses"] = {"192.0.2.0/24"};
  auto const far = Program::of(shop_->post_signed(kKeys, body));
  body = testing::key_request("near", {"read"}, in(kDay));
  body["addresses"] = {"192.0.2.0/24", "127.0.0.0/8"};
  auto const near = Program::of(shop_->post_signed(kKeys, body));
  EXPECT_EQ(near.refusal(*shop_), "");
  EXPECT_EQ(far.refusal(*shop_, "/api/v1/stock"), "API_KEY_ADDRESS");
  EXPECT_EQ(told(), "call refused API_KEY_ADDRESS");
  EXPECT_EQ(journal_of(1, 1).front().api_key, far.key);
  EXPECT_EQ(journal_of(1, 1).front().object, "get_stock");
}

// The key of a cash register sends receipts and nothing else; a document that needs a signature needs it all
// the same.
TEST_P(ApiKeysTest, AKeyDoesWhatItsScopesSay) {
  auto const till = program("till", {"receipts"});
  auto const sold = receipt(till);
  EXPECT_EQ(sold.json.at("items")[0].at("error"), "CODE_NOT_ISSUED") << sold.json;
  auto const entry = journal_of(1, 1).front();
  EXPECT_EQ(entry.action, "document.receipt");
  EXPECT_EQ(entry.api_key, till.key);

  auto const order = receipt(till, "order_codes");
  EXPECT_EQ(order.status, 403);
  EXPECT_EQ(order.json.at("code"), "API_KEY_SCOPE");
  EXPECT_EQ(order.json.at("arguments").at("scopes"), "orders");
  EXPECT_EQ(told(), "document refused API_KEY_SCOPE");
  EXPECT_EQ(receipt(till, "ship").json.at("arguments").at("scopes"), "documents");
  EXPECT_EQ(receipt(till, "no_such_kind").json.at("code"), "API_KEY_SCOPE");
  EXPECT_EQ(till.refusal(*shop_, "/api/v1/stock"), "API_KEY_SCOPE");
  EXPECT_EQ(till.refusal(*shop_, "/api/v1/check?code=x"), "API_KEY_SCOPE");
  EXPECT_EQ(till.refusal(*shop_, kKeys), "PERSON_ONLY");

  auto const clerk = program("clerk", {"documents"});
  EXPECT_EQ(receipt(clerk).json.at("code"), "API_KEY_SCOPE");
  EXPECT_EQ(receipt(clerk, "ship").json.at("code"), "SIGNATURE_MISSING");
  auto const reader = program("reader", {"read"});
  EXPECT_EQ(reader.refusal(*shop_, "/api/v1/stock"), "");
  EXPECT_EQ(receipt(reader).json.at("code"), "API_KEY_SCOPE");
  EXPECT_EQ(told(), "call refused API_KEY_SCOPE");
}

// Programs make no keys and end no sessions, whatever they hold.
TEST_P(ApiKeysTest, KeysAreForPeopleToMake) {
  auto const all = program("all", {"receipts", "checks", "documents", "orders", "read"});
  auto const made = all.as(*shop_, [&](Person& who) {
    return who.post_signed(kKeys, testing::key_request("more", {"read"}, in(kDay)));
  });
  EXPECT_EQ(made.json.at("code"), "PERSON_ONLY");
  EXPECT_EQ(told(), "api_key.create refused PERSON_ONLY");
  EXPECT_EQ(all.refusal(*shop_, "/api/v1/sessions"), "PERSON_ONLY");
}

TEST_P(ApiKeysTest, RotationLetsTheProgramChangeOver) {
  auto const old = program("till", {"receipts"});
  Json const body{{"kind", "rotate_api_key"},
                  {"key", old.key},
                  {"expires", rfc3339(in(90 * kDay))},
                  {"old_until", rfc3339(in(kDay))}};
  EXPECT_EQ(shop_->post(kRotations, body).json.at("code"), "STEP_UP_NEEDED");
  Person other = person("OOO \"Suv\"", "301234567");
  ASSERT_EQ(other.sign_in().status, 201);
  EXPECT_EQ(other.post_signed(kRotations, body).json.at("code"), "API_KEY_NOT_YOURS");
  EXPECT_EQ(old.refusal(*shop_), "");
  auto const answer = shop_->post_signed(kRotations, body);
  auto const next = Program::of(answer);
  EXPECT_EQ(answer.json.at("old").at("state"), "rotated");
  EXPECT_EQ(answer.json.at("old").at("replaced_by"), next.key);
  EXPECT_EQ(old.refusal(*shop_), "");
  EXPECT_EQ(next.refusal(*shop_), "");
  EXPECT_EQ(shop_->post_signed(kRotations, body).json.at("code"), "API_KEY_REQUEST_USED");
  clock_.pass(kDay);
  EXPECT_EQ(old.refusal(*shop_), "API_KEY_EXPIRED");
  EXPECT_EQ(next.refusal(*shop_), "");
}

TEST_P(ApiKeysTest, ARevokedKeyIsRefusedAtOnce) {
  auto const till = program("till", {"receipts"});
  EXPECT_EQ(till.refusal(*shop_), "");
  std::string const target = std::string(kKeys) + "/" + till.key;
  Person other = person("OOO \"Suv\"", "301234567");
  ASSERT_EQ(other.sign_in().status, 201);
  EXPECT_EQ(other.send(http::Method::Delete, target, {{"Idempotency-Key", "end 9"}}).json.at("code"),
            "API_KEY_NOT_YOURS");
  EXPECT_EQ(till.refusal(*shop_), "");
  EXPECT_EQ(shop_->send(http::Method::Delete, target, {{"Idempotency-Key", "end 10"}}).status, 204);
  EXPECT_EQ(told(), "api_key.revoke accepted ");
  EXPECT_EQ(receipt(till).json.at("code"), "API_KEY_REVOKED");
  EXPECT_EQ(told(), "call refused API_KEY_REVOKED");
  EXPECT_EQ(shop_->get(kKeys).json.at("keys")[0].at("state"), "revoked");
}

INSTANTIATE_TEST_SUITE_P(Engines, ApiKeysTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
