// SPDX-License-Identifier: Apache-2.0
#include "world.hpp"

#include "crypto/base64.hpp"
#include "crypto/cms.hpp"

namespace tamga::signatures {
namespace {

using outward::testing::RawService;
using outward::testing::reply;

/// A system that asks the state's register over HTTP before what was imported.
class Registered : public World {
 protected:
  void configure(server::SystemOptions& options) override {
    options.revocation.look = false;
    if (!register_)
      register_ = std::make_unique<RawService>([this](std::string const& request) {
        if (!there_) return reply(503, "");
        bool const known = request.ends_with("{\"tax_id\":\"301234682\"}");
        return reply(200, known ? R"({"found":true,"entity":{"tax_id":"301234682","as_of":"2026-03-01",)"
                                  R"("name":"Oq gul","status":"active","director":{"name":"Karimov Anvar",)"
                                  R"("person_id":"31201851234567"}}})"
                                : R"({"found":false})");
      });
    options.businesses.url = register_->url("/register");
  }
  void TearDown() override {
    World::TearDown();
    register_.reset();
  }
  Reply apply(std::string const& tax_id) {
    auto const who = issue("Oq gul", tax_id);
    std::string const challenge =
        send(http::Method::Post, "/api/v1/applications/challenge").json.at("challenge");
    std::string const body = Json{
        {"challenge", challenge},
        {"email", "gul@example.uz"},
        {"phone", "+998901234567"},
        {"language", "uz"},
        {"consent", "2026-1"}}.dump();
    auto const cms = crypto::encode_base64(crypto::sign_detached(who, body, clock_.now()).value());
    return send(http::Method::Post, "/api/v1/applications", {{"X-Signature", cms}}, body);
  }
  std::atomic<bool> there_{true};
  std::unique_ptr<RawService> register_;
};

// The register's word decides; a silent one keeps the application waiting, and says so.
TEST_P(Registered, TheRegisterIsAsked) {
  there_ = false;
  auto const silent = apply("301234700");
  ASSERT_EQ(silent.status, 201) << silent.json;
  EXPECT_EQ(silent.json.at("state"), "waiting");
  EXPECT_EQ(silent.json.at("findings")[0].at("error"), "REGISTER_SILENT");
  there_ = true;
  clock_.pass(std::chrono::minutes(1));
  auto const known = apply("301234682");
  ASSERT_EQ(known.status, 201) << known.json;
  EXPECT_EQ(known.json.at("state"), "approved") << known.json;
  EXPECT_NE(
      get("/metrics")
          .raw.body.find("tamga_outward_calls_total{service=\"business_register\",outcome=\"answered\"}"),
      std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Engines, Registered, sql::testing::engines());

}  // namespace
}  // namespace tamga::signatures
