// SPDX-License-Identifier: Apache-2.0
// Features 1.15 and 3.8: users, roles, rights.
#include "api/testing/program.hpp"
#include "mail/outbox.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::kDay;
using testing::Person;
using testing::Program;

class UsersTest : public testing::RunningSystem {
 protected:
  static constexpr char const* kTaxId = "301234567";
  void SetUp() override {
    RunningSystem::SetUp();
    admin_.emplace(person("Maker", kTaxId));
    ASSERT_EQ(admin_->sign_in().status, 201);
  }
  Person hired(std::string const& name, Json const& roles) { return hire(*admin_, kTaxId, name, roles); }
  Json changed(std::string const& name, Json change) {
    change["kind"] = "change_user";
    change["user"] = user_number(*admin_, name);
    auto const reply = admin_->document(change);
    EXPECT_EQ(reply.status, 201) << reply.json;
    return reply.json;
  }
  /// Names of what stands against a document.
  static std::vector<std::string> objections(testing::Reply const& reply) {
    std::vector<std::string> out;
    if (reply.json.contains("code")) out.push_back(reply.json.at("code"));
    for (Json const& one : reply.json.value("objections", Json::array())) out.push_back(one.at("error"));
    return out;
  }
  static std::string code(testing::Reply const& reply) { return reply.json.value("code", ""); }
  static Json ship() { return {{"kind", "ship"}, {"receiver", "302222222"}, {"codes", {"x"}}}; }

  std::optional<Person> admin_;
};

// Whoever an organisation begins with has every right of its side; whom he adds has what the roles say.
TEST_P(UsersTest, AUserWorksWithinHisRoles) {
  auto const me = admin_->get("/api/v1/me").json;
  EXPECT_EQ(me.at("roles"), Json({"administrator"}));
  EXPECT_EQ(me.at("rights").size(), country::Rights::of_participants().list().size());

  Person clerk = colleague(kTaxId, "Clerk", "31201857654321");
  EXPECT_EQ(code(clerk.sign_in()), "SIGNER_UNKNOWN");
  ASSERT_EQ(admin_->document(admission(clerk, {"code_issuer"})).status, 201);
  EXPECT_EQ(admin_->get("/api/v1/users").json.at("users").at(1).at("state"), "invited");
  ASSERT_EQ(clerk.sign_in().status, 201);
  EXPECT_EQ(admin_->get("/api/v1/users").json.at("users").at(1).at("state"), "active");

  EXPECT_EQ(clerk.get("/api/v1/me").json.at("rights"),
            Json({"order_codes", "report_application", "see_documents", "see_codes", "see_goods"}));
  EXPECT_EQ(clerk.get("/api/v1/stock").status, 200);
  auto const refused = clerk.get("/api/v1/users");
  EXPECT_EQ(refused.status, 403);
  EXPECT_EQ(code(refused), "RIGHT_MISSING");
  std::string const told = refused.json.dump();
  EXPECT_NE(told.find("Karimov Anvar"), std::string::npos) << told;
  EXPECT_NE(told.find("Administrator"), std::string::npos) << told;
  EXPECT_EQ(objections(clerk.document(ship())), std::vector<std::string>{"RIGHT_MISSING"});
}

// What an administrator changes counts at the next call of the same session, for better and for worse.
TEST_P(UsersTest, RolesCountWithoutSigningInAgain) {
  Person clerk = hired("Clerk", {"observer"});
  EXPECT_EQ(code(clerk.get("/api/v1/journal")), "RIGHT_MISSING");
  changed("Clerk", {{"roles", {"technical"}}});
  EXPECT_EQ(clerk.get("/api/v1/journal").status, 200);
  changed("Clerk", {{"roles", {"cashier"}}});
  EXPECT_EQ(code(clerk.get("/api/v1/journal")), "RIGHT_MISSING");
}

// Sessions, keys and signatures of a blocked user end at once and do not come back when he does.
TEST_P(UsersTest, ABlockedUserCanDoNothing) {
  Person clerk = hired("Clerk", {"technical", "signer"});
  auto const program = Program::made(clerk, "till", {"receipts"}, UnixMs(clock_.now().value() + kDay));
  EXPECT_EQ(program.refusal(clerk), "");
  clock_.pass(1);
  changed("Clerk", {{"decision", "block"}});
  EXPECT_EQ(code(clerk.get("/api/v1/me")), "USER_BLOCKED");
  EXPECT_EQ(code(clerk.get("/api/v1/openapi.json")), "USER_BLOCKED") << "a token that is sent must be good";
  EXPECT_EQ(program.refusal(clerk), "USER_BLOCKED");
  // Not even when somebody else sends what he has signed.
  auto const bytes = ship().dump();
  auto const signature =
      crypto::encode_base64(crypto::sign_detached(clerk.identity(), bytes, clock_.now()).value());
  auto const sent = admin_->send(http::Method::Post, "/api/v1/documents",
                                 {{"X-Signature", signature}, {"Idempotency-Key", "by-admin"}}, bytes);
  EXPECT_EQ(objections(sent), std::vector<std::string>{"USER_BLOCKED"});

  clock_.pass(1);
  changed("Clerk", {{"decision", "unblock"}});
  EXPECT_EQ(code(clerk.get("/api/v1/me")), "SESSION_EXPIRED");
  EXPECT_EQ(program.refusal(clerk), "API_KEY_REVOKED");
  clock_.pass(1);
  EXPECT_EQ(clerk.sign_in().status, 201);
  EXPECT_EQ(clerk.get("/api/v1/me").status, 200);
}

TEST_P(UsersTest, ABlockedUserDoesNotSignIn) {
  Person clerk = hired("Clerk", {"signer"});
  changed("Clerk", {{"decision", "block"}});
  auto const reply = clerk.sign_in();
  EXPECT_EQ(reply.status, 403);
  EXPECT_NE(reply.json.dump().find("USER_BLOCKED"), std::string::npos) << reply.json;
}

// Somebody is always there who can let people in.
TEST_P(UsersTest, TheLastAdministratorStays) {
  Json change{{"kind", "change_user"}, {"user", user_number(*admin_, "Karimov Anvar")}};
  for (Json const& what : {Json{{"decision", "block"}}, Json{{"roles", {"observer"}}}}) {
    Json body = change;
    body.update(what);
    EXPECT_EQ(objections(admin_->document(body)), std::vector<std::string>{"LAST_ADMINISTRATOR"}) << body;
  }
  // One who was invited and has not come yet is no replacement.
  Person second = colleague(kTaxId, "Second", "31201857654321");
  ASSERT_EQ(admin_->document(admission(second, {"administrator"})).status, 201);
  change["roles"] = {"observer"};
  EXPECT_EQ(objections(admin_->document(change)), std::vector<std::string>{"LAST_ADMINISTRATOR"});
  ASSERT_EQ(second.sign_in().status, 201);
  EXPECT_EQ(admin_->document(change).status, 201);
  EXPECT_EQ(code(admin_->get("/api/v1/users")), "RIGHT_MISSING");
}

// Whose certificate is added, and what he gets, is judged as a whole.
TEST_P(UsersTest, EverythingWrongIsToldAtOnce) {
  person("Stranger", "302222222");
  Person alien = colleague("302222222", "Alien", "31201857654321");
  Json body = admission(alien, {"astronaut", "support"});
  body["email"] = "nowhere";
  body["groups"] = {"moon_rocks"};
  body["places"] = {"Moon base"};
  EXPECT_EQ(objections(admin_->document(body)),
            (std::vector<std::string>{"EMAIL_WRONG", "ROLE_UNKNOWN", "ROLE_UNKNOWN", "GROUP_UNKNOWN",
                                      "PLACE_UNKNOWN", "CERTIFICATE_OF_OTHERS"}));
  Person clerk = hired("Clerk", {"observer"});
  EXPECT_EQ(objections(admin_->document(admission(clerk, {"observer"}))),
            std::vector<std::string>{"SIGNER_EXISTS"});
  Json garbage = admission(clerk, {"observer"});
  garbage["certificate"] = "AAAA";
  EXPECT_EQ(objections(admin_->document(garbage)), std::vector<std::string>{"CERTIFICATE_MALFORMED"});
}

// Personal certificates do not act for organisations where the country has no powers of attorney.
TEST_P(UsersTest, APersonalCertificateIsRefused) {
  Person private_one = somebody_private("Own Person", "31201857654321");
  EXPECT_EQ(objections(admin_->document(admission(private_one, {"observer"}))),
            std::vector<std::string>{"CERTIFICATE_PERSONAL"});
  Json const power{{"kind", "power_of_attorney"},   {"number", "1"},          {"decision", "give"},
                   {"person_id", "31201857654321"}, {"person", "Own Person"}, {"rights", {"ship"}},
                   {"from", "2026-03-01"},          {"until", "2026-12-31"}};
  auto const reply = admin_->document(power);
  EXPECT_EQ(objections(reply).front(), "POWERS_OF_ATTORNEY_NOT_USED");
}

// Nobody gives more than he has, nor touches somebody who has more.
TEST_P(UsersTest, RightsDoNotGrow) {
  Person clerk = hired("Clerk", {"observer"});
  Json const upward{
      {"kind", "change_user"}, {"user", user_number(*admin_, "Clerk")}, {"roles", {"administrator"}}};
  EXPECT_EQ(objections(clerk.document(upward)), std::vector<std::string>{"RIGHT_MISSING"});
}

// Users of others do not exist.
TEST_P(UsersTest, ForeignUsersAreUnknown) {
  Person other = person("Other", "302222222");
  ASSERT_EQ(other.sign_in().status, 201);
  std::string const own = user_number(*admin_, "Karimov Anvar");
  EXPECT_EQ(admin_->get("/api/v1/users/" + own).json.at("person"), "Karimov Anvar");
  auto const foreign = other.get("/api/v1/users/" + own);
  auto const none = other.get("/api/v1/users/999999");
  EXPECT_EQ(foreign.status, 404);
  EXPECT_EQ(code(foreign), code(none));
  Json const body{{"kind", "change_user"}, {"user", own}, {"decision", "block"}};
  EXPECT_EQ(objections(other.document(body)), std::vector<std::string>{"USER_UNKNOWN"});
  EXPECT_EQ(admin_->get("/api/v1/me").status, 200);
}

// The certificate that follows another is of the same person; both sign.
TEST_P(UsersTest, ARenewedCertificateIsAdded) {
  Person clerk = colleague(kTaxId, "Clerk", "31201857654321");
  ASSERT_EQ(admin_->document(admission(clerk, {"observer"})).status, 201);
  Person other = colleague(kTaxId, "Other", "31201850000001");
  Json body{{"kind", "change_user"},
            {"user", user_number(*admin_, "Clerk")},
            {"certificate", other.identity().certificate().pem()}};
  EXPECT_EQ(objections(admin_->document(body)), std::vector<std::string>{"CERTIFICATE_OF_OTHER_PERSON"});
  Person renewed = colleague(kTaxId, "Clerk", "31201857654321");
  body["certificate"] = renewed.identity().certificate().pem();
  EXPECT_EQ(admin_->document(body).status, 201);
  EXPECT_EQ(clerk.sign_in().status, 201);
  EXPECT_EQ(renewed.sign_in().status, 201);
  EXPECT_EQ(clerk.get("/api/v1/me").json.at("user"), renewed.get("/api/v1/me").json.at("user"));
}

// The person is written to, once, in the language that was asked for.
TEST_P(UsersTest, ANewUserGetsALetter) {
  Person clerk = colleague(kTaxId, "Clerk", "31201857654321");
  Json body = admission(clerk, {"code_issuer"});
  body["language"] = "ru";
  ASSERT_EQ(admin_->document(body).status, 201);
  auto const reader = store().reader().value();
  std::array const waiting{mail::LetterState::Waiting};
  auto const letters = mail::letters(*reader, waiting, 10).value();
  ASSERT_EQ(letters.size(), 1U);
  EXPECT_EQ(letters[0].letter.text, "user_added");
  EXPECT_EQ(letters[0].letter.to, "colleague@example.uz");
  EXPECT_EQ(letters[0].letter.language, Language::Ru);
  EXPECT_EQ(letters[0].letter.values.at("company").front(), "Maker");
}

// Whoever is limited to product groups sees and orders nothing of others.
TEST_P(UsersTest, LimitsToGroupsHoldInListsAndDocuments) {
  add_water(1, "04780000000014");
  Person clerk = hired("Clerk", {"code_issuer"});
  EXPECT_EQ(clerk.get("/api/v1/goods").json.at("goods").size(), 1U);
  changed("Clerk", {{"groups", {"beer"}}});
  EXPECT_EQ(clerk.get("/api/v1/goods").json.at("goods").size(), 0U);
  EXPECT_EQ(clerk.get("/api/v1/goods/04780000000014").status, 404);
  Json const order{{"kind", "order_codes"},
                   {"group", "water"},
                   {"release_method", "OWN_PRODUCTION"},
                   {"lines", {{{"gtin", "04780000000014"}, {"quantity", 5}}}}};
  auto const refused = objections(clerk.document(order));
  EXPECT_NE(std::find(refused.begin(), refused.end(), "GROUP_NOT_FOR_USER"), refused.end());
  changed("Clerk", {{"groups", Json::array()}});
  EXPECT_EQ(clerk.document(order).status, 201);
}

// Sessions of others are for whoever keeps the users.
TEST_P(UsersTest, SessionsOfOthersAreForAdministrators) {
  Person clerk = hired("Clerk", {"observer"});
  EXPECT_EQ(clerk.get("/api/v1/sessions").json.at("sessions").size(), 1U);
  auto const all = admin_->get("/api/v1/sessions").json.at("sessions");
  EXPECT_EQ(all.size(), 2U);
  for (Json const& one : all) {
    if (one.at("person") != "Karimov Anvar") continue;
    auto const target = "/api/v1/sessions/" + one.at("session").get<std::string>();
    EXPECT_EQ(clerk.send(http::Method::Delete, target, {{"Idempotency-Key", "end 7"}}).status, 404);
  }
  EXPECT_EQ(
      admin_->send(http::Method::Delete, "/api/v1/sessions", {{"Idempotency-Key", "end 8"}}).json.at("ended"),
      1);
  EXPECT_EQ(clerk.get("/api/v1/me").status, 401);
}

// The operator's people have roles of their own side, and only those.
TEST_P(UsersTest, TheOperatorsPeopleHaveRolesToo) {
  Person office = person("Operator", "303333333", true);
  ASSERT_EQ(office.sign_in().status, 201);
  Person support = hire(office, "303333333", "Support", {"support"});
  EXPECT_EQ(code(support.get("/api/v1/operator/applications?state=manual")), "RIGHT_MISSING");
  Person judge = hire(office, "303333333", "Judge", {"applications"});
  EXPECT_EQ(judge.get("/api/v1/operator/applications?state=manual").status, 200);
  Person wrong = colleague("303333333", "Wrong", "31201857654399");
  EXPECT_EQ(objections(office.document(admission(wrong, {"administrator"}))),
            std::vector<std::string>{"ROLE_UNKNOWN"});
  EXPECT_EQ(office.get("/api/v1/roles").json.at("roles").at(0).at("role"), "operator_administrator");
  EXPECT_EQ(admin_->get("/api/v1/roles").json.at("roles").at(0).at("role"), "administrator");
}

INSTANTIATE_TEST_SUITE_P(Engines, UsersTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
