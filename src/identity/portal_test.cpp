// SPDX-License-Identifier: Apache-2.0
#include "identity/portal.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>

#include "crypto/testing_authority.hpp"
#include "identity/errors.hpp"
#include "identity/testing/test_portal.hpp"

namespace tamga::identity {
namespace {

using crypto::testing::authority;
using crypto::testing::kNow;
using crypto::testing::order;
using testing::TestPortal;
using Json = nlohmann::json;

constexpr char const* kIssuer = "https://portal.example/";
constexpr char const* kHandle = "tamga external marking.example portal aGFuZGxl";

class HandClock final : public Clock {
 public:
  [[nodiscard]] UnixMs now() const override { return UnixMs(now_); }
  void pass(std::int64_t ms) { now_ += ms; }

 private:
  std::int64_t now_ = kNow.value();
};

std::filesystem::path data_of(char const* country) { return source_path("spec") / country / "identity.toml"; }

crypto::SigningIdentity key_of(crypto::KeyAlgorithm algorithm = crypto::KeyAlgorithm::Rsa2048) {
  return authority().issue(order(algorithm)).value();
}

/// A portal that speaks OpenID Connect, with the words of the data of one country.
class PortalTest : public ::testing::Test {
 protected:
  void SetUp() override {
    service_ = std::make_unique<TestPortal>(
        TestPortal::Settings{.client_secret = "",
                             .issuer = kIssuer,
                             .profile = {{"trusted", true},
                                         {"snils", "900-000-000 81"},
                                         {"inn", "980000000020"},
                                         {"lastName", "Ivanova"},
                                         {"firstName", "Anna"},
                                         {"middleName", "Petrovna"},
                                         {"email", "anna@example.ru"}},
                             .organizations = {{"elements",
                                                {{{"inn", "9800000006"}, {"fullName", "OOO Molokozavod"}},
                                                 {{"fullName", "without a number"}}}}}},
        key_, kNow);
    Provider provider = read_providers(data_of("ru")).value().front();
    provider.authorize_url = service_->url("/ac");
    provider.token_url = service_->url("/te");
    provider.profile_url = service_->url("/rs/prns/{sub}");
    provider.organizations_url = service_->url("/rs/prns/{sub}/roles");
    provider.issuer = kIssuer;
    portal_ = std::make_unique<Portal>(provider,
                                       PortalAccess{.client_id = "tamga",
                                                    .identity = key_of(crypto::KeyAlgorithm::P256),
                                                    .redirect_uri = "https://marking.example/signed-in",
                                                    .token_keys = {key_.certificate()},
                                                    .timeout = std::chrono::milliseconds(800),
                                                    .breaker = {.failures = 3}},
                                       clock_, rng_);
  }
  Result<ExternalPerson> whole(std::string const& handle = kHandle) {
    auto const back = service_->agree(portal_->begin(handle).value());
    return portal_->finish(handle, back.state, back.code);
  }
  Error refusal() {
    auto const result = whole();
    return result ? Error(kPersonUnnamed).log("accepted") : result.error();
  }

  HandClock clock_;
  SystemRng rng_;
  crypto::SigningIdentity key_ = key_of();
  std::unique_ptr<TestPortal> service_;
  std::unique_ptr<Portal> portal_;
};

// Code, token, id_token, profile, organisations: a person.
TEST_F(PortalTest, APersonIsIdentified) {
  auto const person = whole();
  ASSERT_TRUE(person) << describe(person.error());
  EXPECT_EQ(person->provider, "esia");
  EXPECT_EQ(person->subject, "1000");
  EXPECT_EQ(person->person_id, "90000000081");
  EXPECT_EQ(person->person_tax_id, "980000000020");
  EXPECT_EQ(person->name, "Ivanova Anna Petrovna");
  EXPECT_EQ(person->email, "anna@example.ru");
  ASSERT_EQ(person->organizations.size(), 1U);
  EXPECT_EQ(person->organizations[0].tax_id, "9800000006");
  EXPECT_EQ(service_->requests(), 3);
  EXPECT_EQ(portal_->counters().answered, 3);
}

// State, nonce and verifier are of one sign-in: another handle, another state, another browser gets nowhere.
TEST_F(PortalTest, StatesBelongToTheirHandle) {
  auto const back = service_->agree(portal_->begin(kHandle).value());
  EXPECT_TRUE(portal_->finish("another handle", back.state, back.code).error().is(kStateUnknown));
  EXPECT_TRUE(portal_->finish(kHandle, "", back.code).error().is(kStateUnknown));
  EXPECT_TRUE(portal_->finish(kHandle, back.state + "0", back.code).error().is(kStateUnknown));
  EXPECT_EQ(service_->requests(), 0);
  // A code that was given to somebody else fits no other verifier (PKCE).
  auto const other = service_->agree(portal_->begin("another handle").value());
  EXPECT_TRUE(portal_->finish(kHandle, back.state, other.code).error().is(kCodeRefused));
  EXPECT_EQ(back.state.size(), 36U);
  EXPECT_NE(back.state, other.state);
}

// A code is good once and not for long.
TEST_F(PortalTest, CodesAreGoodOnce) {
  auto const back = service_->agree(portal_->begin(kHandle).value());
  EXPECT_TRUE(portal_->finish(kHandle, back.state, back.code));
  EXPECT_TRUE(portal_->finish(kHandle, back.state, back.code).error().is(kCodeRefused));
  auto const late = service_->agree(portal_->begin(kHandle).value());
  service_->forget_codes();
  EXPECT_TRUE(portal_->finish(kHandle, late.state, late.code).error().is(kCodeRefused));
  EXPECT_TRUE(portal_->finish(kHandle, late.state, "").error().is(kCodeRefused));
  EXPECT_TRUE(portal_->finish(kHandle, late.state, std::string(5000, 'x')).error().is(kCodeRefused));
}

// Each thing that can be wrong with an id_token has its own name.
TEST_F(PortalTest, IdTokensAreProven) {
  std::int64_t const now = kNow.value() / 1000;
  for (auto const& [claims, kind] :
       {std::pair{Json{{"iss", "https://other.example/"}}, &kTokenIssuer},
        std::pair{Json{{"iss", nullptr}}, &kTokenIssuer},
        std::pair{Json{{"aud", "another"}}, &kTokenAudience},
        std::pair{Json{{"aud", {"tamga", "another"}}}, &kTokenAudience},
        std::pair{Json{{"aud", 7}}, &kTokenAudience}, std::pair{Json{{"exp", now - 200}}, &kTokenTime},
        std::pair{Json{{"exp", nullptr}}, &kTokenTime}, std::pair{Json{{"iat", now + 200}}, &kTokenTime},
        std::pair{Json{{"nbf", now + 200}}, &kTokenTime}, std::pair{Json{{"nonce", "another"}}, &kTokenNonce},
        std::pair{Json{{"nonce", nullptr}}, &kTokenNonce}}) {
    service_->change_claims(claims);
    EXPECT_TRUE(refusal().is(*kind)) << claims << ' ' << describe(refusal());
  }
  service_->change_claims({{"aud", {"tamga", "another"}}, {"azp", "tamga"}, {"exp", now - 60}});
  EXPECT_TRUE(whole());
  service_->change_claims(Json::object());
  service_->sign_with(key_of());
  EXPECT_TRUE(refusal().is(kTokenSignature));
}

// Answers that are none, and people nobody vouches for.
TEST_F(PortalTest, AnswersMustNameThePerson) {
  service_->change_profile({{"trusted", false}, {"snils", "90000000081"}});
  EXPECT_TRUE(refusal().is(kPersonUnnamed));
  service_->change_profile({{"trusted", true}, {"lastName", "Ivanova"}});
  EXPECT_TRUE(refusal().is(kPersonUnnamed));
  service_->change_profile({{"trusted", true}, {"snils", "90000000081"}, {"sub", "2000"}});
  EXPECT_TRUE(refusal().is(kProviderAnswer));
  service_->change_profile(Json::array());
  EXPECT_TRUE(refusal().is(kProviderAnswer));
}

// A portal that is down costs three questions, then nobody waits for it.
TEST_F(PortalTest, ASilentPortalIsLeftAlone) {
  service_->answer_http(503);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(refusal().is(kProviderSilent));
  int const asked = service_->requests();
  EXPECT_TRUE(refusal().is(kProviderSilent));
  EXPECT_EQ(service_->requests(), asked);
  EXPECT_EQ(portal_->counters().paused, 1);
  clock_.pass(31'000);
  service_->answer_http(302);
  EXPECT_TRUE(refusal().is(kProviderAnswer));
}

// The dialect of the other country: other words, no id_token, the profile by a form.
TEST(PortalDialects, WordsAreData) {
  HandClock clock;
  SystemRng rng;
  TestPortal service(
      {.profile = {{"ret_cd", "0"},
                   {"pin", "30101900000004"},
                   {"tin", 400000000},
                   {"full_name", "KARIMOV ANVAR"},
                   {"mob_phone_no", "998901234567"},
                   {"legal_info",
                    {{{"is_basic", "true"}, {"le_tin", "300000000"}, {"le_name", "SUV MCHJ"}}}}}},
      key_of(), kNow);
  Provider provider = read_providers(data_of("uz")).value().front();
  for (std::string* url : {&provider.authorize_url, &provider.token_url, &provider.profile_url})
    *url = service.url("/sso/oauth/Authorization.do");
  Portal portal(provider,
                {.client_id = "tamga", .client_secret = "hush", .redirect_uri = "https://marking.example/in"},
                clock, rng);
  std::string const address = portal.begin(kHandle).value();
  EXPECT_NE(address.find("response_type=one_code&"), std::string::npos);
  EXPECT_EQ(address.find("hush"), std::string::npos);
  auto const back = service.agree(address);
  auto const person = portal.finish(kHandle, back.state, back.code);
  ASSERT_TRUE(person) << describe(person.error());
  EXPECT_EQ(person->person_id, "30101900000004");
  EXPECT_EQ(person->person_tax_id, "400000000");
  EXPECT_EQ(person->name, "KARIMOV ANVAR");
  ASSERT_EQ(person->organizations.size(), 1U);
  EXPECT_EQ(person->organizations[0].name, "SUV MCHJ");
  service.change_profile({{"ret_cd", "1"}, {"pin", "30101900000004"}});
  auto const again = service.agree(portal.begin(kHandle).value());
  EXPECT_TRUE(portal.finish(kHandle, again.state, again.code).error().is(kPersonUnnamed));

  Portals portals;
  portals.add(std::make_unique<Portal>(provider, PortalAccess{}, clock, rng));
  EXPECT_TRUE(portals.find("oneid"));
  EXPECT_TRUE(portals.find("esia").error().is(kProviderUnknown));
  EXPECT_FALSE(read_providers(data_of("uz").parent_path() / "onboarding.toml"));
}

}  // namespace
}  // namespace tamga::identity
