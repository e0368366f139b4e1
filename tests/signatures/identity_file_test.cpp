// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "identity/testing/test_portal.hpp"
#include "world.hpp"

namespace tamga::signatures {
namespace {

/// A system whose operator has access to the portal of the country, by a file.
class Portaled : public World {
 protected:
  void configure(server::SystemOptions& options) override {
    options.revocation.look = false;
    if (!portal_)
      portal_ = std::make_unique<identity::testing::TestPortal>(
          identity::testing::TestPortal::Settings{
              .profile = {{"ret_cd", "0"}, {"pin", "31201851234567"}, {"full_name", "KARIMOV ANVAR"}}},
          ca_->identity(), clock_.now());
    std::ofstream(folder_ / "secret") << "hush\n";
    options.identity = folder_ / "identity.toml";
    std::ofstream file(options.identity);
    file << "[[providers]]\ncode = \"oneid\"\nclient_id = \"tamga\"\n"
         << "redirect_uri = \"https://marking.example/signed-in\"\n"
         << "client_secret_file = \"" << (folder_ / "secret").string() << "\"\n";
    for (char const* key : {"authorize_url", "token_url", "profile_url"})
      file << key << " = \"" << portal_->url("/sso") << "\"\n";
  }
  void TearDown() override {
    World::TearDown();
    portal_.reset();
  }
  std::unique_ptr<identity::testing::TestPortal> portal_;
};

// From the operator's file to a session.
TEST_P(Portaled, TheOperatorsFileOpensThePortal) {
  ASSERT_EQ(sign_in(*maker_).status, 201);
  token_.clear();
  auto const begun = send(http::Method::Post, "/api/v1/sign-in/external", {},
                          Json{{"provider", "oneid"}, {"purpose", "sign_in"}}.dump());
  ASSERT_EQ(begun.status, 200) << begun.json;
  auto const back = portal_->agree(begun.json.at("url"));
  auto const opened = send(http::Method::Post, "/api/v1/sign-in/external/finish", {},
                           Json{{"provider", "oneid"},
                                {"purpose", "sign_in"},
                                {"handle", begun.json.at("handle")},
                                {"state", back.state},
                                {"code", back.code}}
                               .dump());
  ASSERT_EQ(opened.status, 201) << opened.json;
  EXPECT_EQ(opened.json.at("participant").at("tax_id"), "301234567");
  EXPECT_NE(
      get("/metrics")
          .raw.body.find("tamga_outward_calls_total{service=\"identity_oneid\",outcome=\"answered\"} 2"),
      std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Engines, Portaled, sql::testing::engines());

}  // namespace
}  // namespace tamga::signatures
