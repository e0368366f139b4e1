// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "api/testing/running_system.hpp"
#include "base/testing/source_path.hpp"
#include "identity/testing/test_portal.hpp"

namespace tamga::api {
namespace {

using identity::testing::TestPortal;
using testing::Json;
using testing::Person;
using testing::Reply;

constexpr char const* kTarget = "/api/v1/sign-in/external";
constexpr char const* kPinfl = "31201851234567";  // of the directors of the running system

/// The portal of the country, played by a test service.
class ExternalSignInTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    RunningSystem::SetUp();
    portal_ = std::make_unique<TestPortal>(
        TestPortal::Settings{.profile = {{"ret_cd", "0"},
                                         {"pin", kPinfl},
                                         {"full_name", "KARIMOV ANVAR"},
                                         {"email", "anvar@example.uz"},
                                         {"legal_info", {{{"le_tin", "301234567"}, {"le_name", "SUV"}}}}}},
        stranger().identity(), clock_.now());
    portals_ = std::make_unique<identity::Portals>();
    add_portal(true);
    restart();
  }
  void TearDown() override {
    RunningSystem::TearDown();
    portal_.reset();
  }
  void add_portal(bool signs_in) {
    auto const file = source_path("spec/uz/identity.toml");
    identity::Provider provider = identity::read_providers(file).value().front();
    for (std::string* url : {&provider.authorize_url, &provider.token_url, &provider.profile_url})
      *url = portal_->url("/sso");
    provider.signs_in = signs_in;
    portals_->add(std::make_unique<identity::Portal>(
        provider,
        identity::PortalAccess{.client_id = "tamga",
                               .client_secret = "hush",
                               .redirect_uri = "https://marking.example/signed-in",
                               .timeout = std::chrono::milliseconds(800)},
        clock_, rng_));
  }
  static Reply begin(Person& who, std::string const& purpose = "sign_in") {
    return who.post(kTarget, {{"provider", "oneid"}, {"purpose", purpose}});
  }
  /// What the browser gives back after the person agreed.
  Json returned(Reply const& begun, std::string const& purpose = "sign_in") {
    auto const back = portal_->agree(begun.json.at("url"));
    return {{"provider", "oneid"},
            {"purpose", purpose},
            {"handle", begun.json.at("handle")},
            {"state", back.state},
            {"code", back.code}};
  }
  static Reply finish(Person& who, Json const& body) {
    return who.post(std::string(kTarget) + "/finish", body);
  }
  Reply whole(Person& who) { return finish(who, returned(begin(who))); }

  std::unique_ptr<TestPortal> portal_;
};

// The portal names a person; the session belongs to the participant for whom he once signed in with a
// certificate, says how it was opened, and reads what it may.
TEST_P(ExternalSignInTest, WhoProvedHisNumberSignsInThroughThePortal) {
  Person maker = person("OOO \"Suv\"", "301234567");
  Person browser = stranger();
  auto const offered = browser.get("/api/v1/identity-providers");
  ASSERT_EQ(offered.json.at("providers").size(), 1U);
  EXPECT_EQ(offered.json.at("providers")[0].at("code"), "oneid");

  auto const unknown = whole(browser);
  EXPECT_EQ(unknown.status, 403);
  EXPECT_EQ(unknown.json.at("code"), "IDENTITY_NOT_LINKED");
  ASSERT_EQ(maker.sign_in().status, 201);
  auto const opened = whole(browser);
  ASSERT_EQ(opened.status, 201) << opened.json;
  EXPECT_EQ(opened.json.at("method"), "oneid");
  EXPECT_EQ(opened.json.at("participant").at("tax_id"), "301234567");
  EXPECT_EQ(opened.json.at("person").at("person"), "KARIMOV ANVAR");
  browser.token = opened.json.at("token");
  auto const me = browser.get("/api/v1/me");
  EXPECT_EQ(me.json.at("method"), "oneid");
  EXPECT_EQ(browser.get("/api/v1/goods").status, 200);
  auto const sessions = maker.get("/api/v1/sessions").json.at("sessions");
  ASSERT_EQ(sessions.size(), 2U);
  std::set<std::string> methods;
  for (Json const& one : sessions) methods.insert(one.at("method").get<std::string>());
  EXPECT_EQ(methods, (std::set<std::string>{"certificate", "oneid"}));
  auto const entries = journal_of(1);
  ASSERT_FALSE(entries.empty());
  EXPECT_EQ(entries.front().action, "session.open");
  EXPECT_EQ(entries.front().object, "oneid");
}

// What needs a certificate is closed to such a session, also where a session by certificate needs no
// signature.
TEST_P(ExternalSignInTest, SuchASessionCannotDoWhatNeedsACertificate) {
  Person maker = person("OOO \"Suv\"", "301234567");
  ASSERT_EQ(maker.sign_in().status, 201);
  Person browser = stranger();
  browser.token = whole(browser).json.at("token");
  auto const codes = browser.get("/api/v1/orders/1/lines/0/codes");
  EXPECT_EQ(codes.status, 403);
  EXPECT_EQ(codes.json.at("code"), "CERTIFICATE_NEEDED");
  Json const receipt{{"kind", "receipt"},
                     {"register", "7"},
                     {"number", "1"},
                     {"at", "2026-02-01T10:00:00.000Z"},
                     {"codes", {"x"}}};
  auto const unsigned_one =
      browser.send(http::Method::Post, "/api/v1/documents", {{"Idempotency-Key", "a"}}, receipt.dump());
  EXPECT_EQ(unsigned_one.json.at("code"), "CERTIFICATE_NEEDED") << unsigned_one.json;
  EXPECT_NE(maker.send(http::Method::Post, "/api/v1/documents", {{"Idempotency-Key", "a"}}, receipt.dump())
                .json.value("code", ""),
            "CERTIFICATE_NEEDED");
  Json const key{{"kind", "create_api_key"},
                 {"name", "till"},
                 {"scopes", {"receipts"}},
                 {"expires", "2026-06-01T00:00:00Z"}};
  EXPECT_EQ(browser.post("/api/v1/api-keys", key).json.at("code"), "STEP_UP_NEEDED");
  // A signature of somebody who acts for nobody does not help either.
  EXPECT_EQ(browser.document(receipt).json.at("code"), "SIGNER_NOT_SENDER");
}

// Every way in which a sign-in can be somebody else's, old, or made up.
TEST_P(ExternalSignInTest, EveryFailureHasItsName) {
  Person maker = person("OOO \"Suv\"", "301234567");
  ASSERT_EQ(maker.sign_in().status, 201);
  Person browser = stranger();
  auto const refused = [&](Json const& body) { return finish(browser, body).json.value("code", ""); };

  Json const good = returned(begin(browser));
  Json bad = good;
  bad["state"] = "another";
  EXPECT_EQ(refused(bad), "IDENTITY_STATE_UNKNOWN");
  bad = good;
  bad["handle"] = "tamga external marking.example oneid:sign_in AAAA";
  EXPECT_EQ(refused(bad), "IDENTITY_STATE_UNKNOWN");
  bad = good;
  bad["purpose"] = "application";
  EXPECT_EQ(refused(bad), "IDENTITY_STATE_UNKNOWN");
  bad = good;
  bad["provider"] = "nobody";
  EXPECT_EQ(refused(bad), "IDENTITY_STATE_UNKNOWN");
  EXPECT_EQ(finish(browser, good).status, 201);
  EXPECT_EQ(refused(good), "IDENTITY_STATE_USED");

  Json const other = returned(begin(browser));
  bad = returned(begin(browser));
  bad["code"] = other["code"];
  EXPECT_EQ(refused(bad), "IDENTITY_CODE_REFUSED");
  bad = returned(begin(browser));
  portal_->forget_codes();
  EXPECT_EQ(refused(bad), "IDENTITY_CODE_REFUSED");
  bad = returned(begin(browser));
  clock_.pass(11 * 60'000);
  EXPECT_EQ(refused(bad), "IDENTITY_STATE_EXPIRED");
  EXPECT_EQ(browser.post(kTarget, {{"provider", "nobody"}, {"purpose", "sign_in"}}).json.at("code"),
            "IDENTITY_PROVIDER_UNKNOWN");
  EXPECT_EQ(begin(browser, "to look around").json.at("code"), "IDENTITY_NOT_FOR_PURPOSE");

  portal_->change_profile({{"ret_cd", "1"}});
  EXPECT_EQ(whole(browser).json.at("code"), "IDENTITY_PERSON_UNNAMED");
  portal_->answer_http(503);
  auto const silent = whole(browser);
  EXPECT_EQ(silent.status, 503);
  EXPECT_EQ(silent.json.at("code"), "IDENTITY_PROVIDER_SILENT");
  EXPECT_EQ(journal_of(0).front().error, "IDENTITY_PERSON_UNNAMED");
}

// Somebody who acts for several says for which; the operator's people need a certificate.
TEST_P(ExternalSignInTest, ParticipantsAreChosen) {
  Person first = person("OOO \"Suv\"", "301234567");
  ASSERT_EQ(first.sign_in().status, 201);
  Person second = person("Market", "302222222");
  ASSERT_EQ(second.sign_in().status, 201);
  Person browser = stranger();
  auto const several = whole(browser);
  EXPECT_EQ(several.status, 409);
  EXPECT_EQ(several.json.at("code"), "IDENTITY_CHOICE_NEEDED");
  EXPECT_NE(several.json.at("title").get<std::string>().find("301234567, 302222222"), std::string::npos);
  Json body = returned(begin(browser));
  body["tax_id"] = "302222222";
  EXPECT_EQ(finish(browser, body).json.at("participant").at("name"), "Market");
  Person chief = person("Operator", "303333333", true);
  ASSERT_EQ(chief.sign_in().status, 201);
  body = returned(begin(browser));
  body["tax_id"] = "303333333";
  EXPECT_EQ(finish(browser, body).json.at("code"), "IDENTITY_NOT_FOR_OPERATOR");
}

// An application may be filled from it; where the country lets nobody sign in that way, nobody does.
TEST_P(ExternalSignInTest, ApplicationsAreFilledFromIt) {
  Person browser = stranger();
  auto const named = finish(browser, returned(begin(browser, "application"), "application"));
  ASSERT_EQ(named.status, 201) << named.json;
  EXPECT_FALSE(named.json.contains("token"));
  EXPECT_EQ(named.json.at("person").at("person_id"), kPinfl);
  EXPECT_EQ(named.json.at("person").at("email"), "anvar@example.uz");
  EXPECT_EQ(named.json.at("person").at("organizations")[0].at("tax_id"), "301234567");
  portals_ = std::make_unique<identity::Portals>();
  add_portal(false);
  restart();
  Person late = stranger();
  EXPECT_EQ(begin(late).json.at("code"), "IDENTITY_NOT_FOR_PURPOSE");
  EXPECT_EQ(begin(late, "application").status, 200);
}

INSTANTIATE_TEST_SUITE_P(Engines, ExternalSignInTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
