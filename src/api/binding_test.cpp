// SPDX-License-Identifier: Apache-2.0
#include "api/testing/running_system.hpp"
#include "crypto/testing_authority.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;

/// What a signature was made for is what it is good for, in every family of keys.
class BindingTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    for (crypto::testing::Family const& family : crypto::testing::kFamilies)
      more_roots_.push_back(crypto::testing::authority(family.key).root());
    RunningSystem::SetUp();
  }
  struct Pair {
    Person who;
    Person other;
  };
  /// Two participants with keys of a family.
  Pair people(crypto::testing::Family const& family) {
    auto const one = [&](char digit) {
      std::string const tax_id = "30123456" + std::string(1, digit);
      auto wanted = crypto::testing::order(family.key);
      wanted.subject = crypto::uzbek_subject("OOO", "Karimov Anvar", tax_id, "31201851234567");
      auto identity = crypto::testing::authority(family.key).issue(wanted).value();
      return person_with(std::move(identity), "OOO", std::string(1, digit) + family.scheme);
    };
    return {one('1'), one('2')};
  }
  std::string login(Person& who, std::string const& challenge, std::string const& signature) {
    return who.post("/api/v1/sign-in", {{"challenge", challenge}, {"signature", signature}})
        .json.value("code", "");
  }
  std::string login(Person& who, std::string const& text) { return login(who, text, who.signed_text(text)); }
  std::string document(Person& who, std::string const& body, std::string const& signature) {
    return who
        .send(http::Method::Post, "/api/v1/documents",
              {{"X-Signature", crypto::encode_base64(signature)}, {"Idempotency-Key", "k"}}, body)
        .json.value("code", "");
  }
  std::string challenge(Person& who) {
    return who.send(http::Method::Post, "/api/v1/sign-in/challenge").json.at("challenge");
  }
  registry::Challenges texts(std::string const& host) { return {*keys_, rng_, clock_, host}; }
};

TEST_P(BindingTest, SignaturesAreGoodForWhatTheyWereMadeFor) {
  using registry::Purpose;
  std::string const body = R"({"kind":"ship","receiver":"302222222","codes":["x"]})";
  for (crypto::testing::Family const& family : crypto::testing::kFamilies) {
    SCOPED_TRACE(family.scheme);
    auto [who, other] = people(family);
    auto const here = texts("marking.example");

    // Signing in: of this system, for this purpose, now, once, over these characters.
    EXPECT_EQ(login(who, texts("another.example").make(Purpose::SignIn).value()), "CHALLENGE_UNKNOWN");
    EXPECT_EQ(login(who, here.make(Purpose::Apply).value()), "CHALLENGE_UNKNOWN");
    EXPECT_EQ(login(who, here.make(Purpose::StepUp, "abc").value()), "CHALLENGE_UNKNOWN");
    EXPECT_EQ(login(who, here.make(Purpose::External, "oneid:sign_in").value()), "CHALLENGE_UNKNOWN");
    EXPECT_EQ(login(who, "tamga sign-in marking.example AAAA"), "CHALLENGE_UNKNOWN");
    EXPECT_EQ(login(who, body), "CHALLENGE_UNKNOWN") << "a document";
    EXPECT_EQ(login(who, challenge(who) + " "), "CHALLENGE_UNKNOWN");
    std::string const first = challenge(who);
    EXPECT_EQ(login(who, challenge(who), who.signed_text(first)), "OTHER_TEXT_SIGNED");
    auto const detached = crypto::sign_detached(who.identity(), first, clock_.now()).value();
    EXPECT_EQ(login(who, first, crypto::encode_base64(detached)), "CMS_CONTENT_MISSING");
    EXPECT_EQ(login(who, first, "?"), "BASE64_MALFORMED");
    std::string const old = challenge(who);
    clock_.pass(121'000);
    EXPECT_EQ(login(who, old), "CHALLENGE_EXPIRED");
    std::string const good = challenge(who);
    std::string const signature = who.signed_text(good);
    EXPECT_EQ(login(who, good, signature), "");
    EXPECT_EQ(login(who, good, signature), "CHALLENGE_USED");
    EXPECT_EQ(login(other, good, other.signed_text(good)), "CHALLENGE_USED");

    // Documents: a signed challenge is none, whichever way it is sent; nor is what another has signed.
    ASSERT_EQ(who.sign_in().status, 201);
    std::string const text = challenge(who);
    auto const attached = crypto::sign_attached(who.identity(), text, clock_.now()).value();
    EXPECT_EQ(document(who, text, attached), "CMS_CONTENT_ATTACHED");
    EXPECT_EQ(document(who, text, crypto::sign_detached(who.identity(), text, clock_.now()).value()),
              "JSON_MALFORMED");
    auto const of_other = crypto::sign_detached(other.identity(), body, clock_.now()).value();
    EXPECT_EQ(document(who, body, of_other), "SIGNER_NOT_SENDER");
    auto const of_body = crypto::sign_detached(who.identity(), body, clock_.now()).value();
    EXPECT_EQ(document(who, body + " ", of_body), "CMS_CONTENT_MISMATCH");

    // The same names and numbers in another certificate are nobody here.
    auto wanted = crypto::testing::order(family.key);
    wanted.subject = who.identity().certificate().subject();
    Person double_of(port_, crypto::testing::authority(family.key).issue(wanted).value(), clock_);
    EXPECT_EQ(login(double_of, challenge(double_of)), "SIGNER_UNKNOWN");
    auto const of_double = crypto::sign_detached(double_of.identity(), body, clock_.now()).value();
    EXPECT_EQ(document(who, body, of_double), "SIGNER_NOT_SENDER");
  }
}

INSTANTIATE_TEST_SUITE_P(Engines, BindingTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
