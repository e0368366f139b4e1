// SPDX-License-Identifier: Apache-2.0
#include "api/sandbox_desk.hpp"
#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;

/// A desk with a company that takes part and one that does not.
class Desk : public SandboxDesk {
 public:
  [[nodiscard]] std::vector<Company> const& companies() const override { return companies_; }
  [[nodiscard]] Result<crypto::Certificate> certify(std::string_view company, std::string_view person,
                                                    std::string_view public_key, UnixMs now) const override {
    auto const& who = company == "maker" ? companies_[0] : companies_[1];
    crypto::CertificateOrder order;
    order.subject = crypto::uzbek_subject(who.name, std::string(person), who.tax_id,
                                          person == who.person ? "31103852001006" : "31103850000019");
    order.not_before = UnixMs(now.value() - 1000);
    order.not_after = UnixMs(now.value() + 86'400'000);
    return ca_.certify(order, public_key);
  }

  [[nodiscard]] crypto::Certificate const& root() const { return ca_.root(); }
  [[nodiscard]] std::vector<Letter> letters(std::string_view to, std::size_t most) const override {
    std::vector<Letter> out;
    for (Letter const& one : letters_)
      if (out.size() < most && (to.empty() || one.to == to)) out.push_back(one);
    return out;
  }
  [[nodiscard]] Account const& account() const override { return account_; }
  [[nodiscard]] std::vector<ClassCode> const& class_codes() const override { return codes_; }
  [[nodiscard]] std::string spare_prefix(registry::ParticipantNo participant) const override {
    return "4789" + std::to_string(10'000 + participant.value());
  }

 private:
  std::vector<Letter> letters_{{"a@example.uz", "Two", "https://site.example/confirm/b", UnixMs(2)},
                               {"b@example.uz", "One", "text", UnixMs(1)}};
  std::vector<ClassCode> codes_{{"tnved", "2201101100"}};
  Account account_{"00842", "20208000905123456001"};
  crypto::TestCa ca_ = crypto::TestCa::create("Test", UnixMs(0), UnixMs(4'000'000'000'000)).value();
  std::vector<Company> companies_{{"maker", "OOO \"Suv\"", "301234567", "Karimov Anvar"},
                                  {"newcomer", "OOO \"Gul\"", "301234682", "Mirzayev Davron"}};
};

class SandboxApiTest : public testing::RunningSystem {
 protected:
  void SetUp() override {
    more_roots_.push_back(desk_.root());
    testing::RunningSystem::SetUp();
    maker_.emplace(person("OOO \"Suv\"", "301234567"));
  }
  void play() { services().sandbox = &desk_; }
  /// The SubjectPublicKeyInfo of a P-256 key, as a browser exports it.
  static std::string public_key() {
    return "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAESglJuklluVH29/mNmsqjHomQ8sgPaBwtA+VCkFbxWPKO"
           "gOoxy3+uX7X0isOGMoz9kHjsfMJ1cL354u39mXw83w==";
  }

  Desk desk_;
  std::optional<Person> maker_;
};

// A real installation has no such thing, whatever is sent.
TEST_P(SandboxApiTest, OutsideOfASandboxThereIsNothing) {
  EXPECT_EQ(maker_->get("/api/v1/sandbox/companies").status, 404);
  auto const asked =
      maker_->post("/api/v1/sandbox/certificates", {{"company", "maker"}, {"public_key", public_key()}});
  EXPECT_EQ(asked.status, 404);
  EXPECT_EQ(asked.json.at("code"), "NO_SANDBOX");
  EXPECT_EQ(maker_->get("/api/v1/system").json.at("sandbox"), false);
}

TEST_P(SandboxApiTest, CompaniesSayWhetherTheyTakePart) {
  play();
  Json const companies = maker_->get("/api/v1/sandbox/companies").json.at("companies");
  ASSERT_EQ(companies.size(), 2U);
  EXPECT_EQ(companies[0].at("registered"), true);
  EXPECT_EQ(companies[1].at("registered"), false);
  EXPECT_EQ(maker_->get("/api/v1/system").json.at("sandbox"), true);
}

// The certificate carries the browser's key, and its holder is a user of the company from then on.
TEST_P(SandboxApiTest, AKeyOfTheBrowserIsCertifiedForTheHeadOfTheCompany) {
  play();
  auto const issued =
      maker_->post("/api/v1/sandbox/certificates", {{"company", "maker"}, {"public_key", public_key()}});
  ASSERT_EQ(issued.status, 201) << issued.json;
  auto const der = crypto::decode_base64(issued.json.at("certificate").get<std::string>());
  auto const certificate = crypto::Certificate::from_der(*der);
  ASSERT_TRUE(certificate) << describe(certificate.error());
  EXPECT_NE(certificate->der().find(*crypto::decode_base64(public_key())), std::string::npos);
  auto const user = services().participants.users().find(certificate->sha256());
  ASSERT_TRUE(user && *user);
  EXPECT_EQ((*user)->person, "Karimov Anvar");

  auto const applicant =
      maker_->post("/api/v1/sandbox/certificates", {{"company", "newcomer"}, {"public_key", public_key()}});
  EXPECT_EQ(applicant.status, 201) << applicant.json;
}

// Somebody else of the company: the company adds him by the certificate, and he signs in; the next
// certificate of his name is his at once.
TEST_P(SandboxApiTest, AnotherPersonOfTheCompany) {
  play();
  ASSERT_EQ(maker_->sign_in().status, 201);
  Json const wanted{{"company", "maker"}, {"person", "Umarova Nilufar"}, {"public_key", public_key()}};
  auto const issued = maker_->post("/api/v1/sandbox/certificates", wanted);
  ASSERT_EQ(issued.status, 201) << issued.json;
  auto const certificate =
      crypto::Certificate::from_der(*crypto::decode_base64(issued.json.at("certificate").get<std::string>()));
  ASSERT_TRUE(certificate);
  EXPECT_EQ(certificate->subject().common_name, "Umarova Nilufar");
  auto const& users = services().participants.users();
  auto const nobody = users.find(certificate->sha256());
  EXPECT_TRUE(nobody && !*nobody) << "nobody added her yet";
  auto const added = maker_->document({{"kind", "admit_user"},
                                       {"certificate", certificate->pem()},
                                       {"email", "nilufar@example.uz"},
                                       {"roles", {"signer"}}});
  ASSERT_EQ(added.status, 201) << added.json;
  auto const again = maker_->post("/api/v1/sandbox/certificates", wanted);
  auto const second =
      crypto::Certificate::from_der(*crypto::decode_base64(again.json.at("certificate").get<std::string>()));
  auto const user = users.find(second->sha256());
  ASSERT_TRUE(user && *user);
  EXPECT_EQ((*user)->person, "Umarova Nilufar");
  EXPECT_EQ(maker_
                ->post("/api/v1/sandbox/certificates",
                       {{"company", "maker"}, {"person", "U"}, {"public_key", public_key()}})
                .status,
            400);
}

TEST_P(SandboxApiTest, WrongKeysAndUnknownCompaniesAreRefused) {
  play();
  auto const nobody =
      maker_->post("/api/v1/sandbox/certificates", {{"company", "nobody"}, {"public_key", public_key()}});
  EXPECT_EQ(nobody.json.at("code"), "COMPANY_NOT_INVENTED");
  EXPECT_EQ(nobody.json.at("pointer"), "/company");
  std::string const ed25519 = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=";
  for (std::string const& key : {std::string("!"), std::string("AAAA"), public_key().substr(4), ed25519}) {
    auto const refused =
        maker_->post("/api/v1/sandbox/certificates", {{"company", "maker"}, {"public_key", key}});
    EXPECT_EQ(refused.status, 400) << key;
    EXPECT_EQ(refused.json.at("code"), "PUBLIC_KEY_MALFORMED");
  }
}

TEST_P(SandboxApiTest, LettersAndTrialValuesAreShown) {
  EXPECT_EQ(maker_->get("/api/v1/sandbox/letters").status, 404);
  play();
  Json const all = maker_->get("/api/v1/sandbox/letters").json.at("letters");
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].at("subject"), "Two");
  Json const of_one = maker_->get("/api/v1/sandbox/letters?to=b%40example.uz").json.at("letters");
  ASSERT_EQ(of_one.size(), 1U);
  EXPECT_EQ(of_one[0].at("text"), "text");
  EXPECT_EQ(maker_->get("/api/v1/sandbox/letters?limit=1").json.at("letters").size(), 1U);
  EXPECT_EQ(maker_->get("/api/v1/sandbox/trial").status, 401);
  ASSERT_EQ(maker_->sign_in().status, 201);
  EXPECT_EQ(maker_->get("/api/v1/sandbox/trial").json.at("bank"), "00842");
  EXPECT_EQ(maker_->get("/api/v1/sandbox/trial").json.at("codes")[0].at("code"), "2201101100");
}

// A prefix that is taken twice is taken once; what is not one's own card cannot be published.
TEST_P(SandboxApiTest, APrefixIsTaken) {
  ASSERT_EQ(maker_->sign_in().status, 201);
  auto const take = [&] {
    return maker_->send(http::Method::Post, "/api/v1/sandbox/prefix", {{"Idempotency-Key", "prefix"}}, "");
  };
  EXPECT_EQ(take().json.at("code"), "NO_SANDBOX");
  play();
  auto const taken = take();
  ASSERT_EQ(taken.status, 201) << taken.json;
  EXPECT_EQ(take().json, taken.json);
  Json const prefixes = maker_->get("/api/v1/prefixes").json.at("prefixes");
  ASSERT_EQ(prefixes.size(), 1U);
  EXPECT_EQ(prefixes[0].at("prefix"), taken.json.at("prefix"));
  auto const published = maker_->send(http::Method::Post, "/api/v1/sandbox/cards/04787002000011/publication",
                                      {{"Idempotency-Key", "publish"}}, "");
  EXPECT_EQ(published.json.at("code"), "CARD_UNKNOWN");
}

INSTANTIATE_TEST_SUITE_P(Engines, SandboxApiTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
