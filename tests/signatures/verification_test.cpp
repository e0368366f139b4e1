// SPDX-License-Identifier: Apache-2.0
#include "world.hpp"

#include "verification/testing/verification_server.hpp"

namespace tamga::signatures {
namespace {

/// A system that asks a verification server instead of verifying itself.
class Verified : public World {
 protected:
  void configure(server::SystemOptions& options) override {
    options.revocation.look = false;
    if (!server_)
      server_ = std::make_unique<verification::testing::VerificationServer>(
          crypto::TrustStore::of({ca_->root()}).value(), clock_.now());
    options.verification_server = server_->url();
  }
  void TearDown() override {
    World::TearDown();
    server_.reset();
  }
  std::unique_ptr<verification::testing::VerificationServer> server_;
};

// Signing in and documents go through the server; everything behind it is the same.
TEST_P(Verified, TheServerJudges) {
  ASSERT_EQ(sign_in(*maker_).status, 201);
  auto const sent = order();
  ASSERT_EQ(sent.status, 201) << sent.json;
  EXPECT_EQ(sent.json.at("status"), "accepted");
  EXPECT_EQ(server_->requests(), 2);
  server_->answer_status(-10);
  EXPECT_EQ(order().json.at("code"), "CMS_SIGNATURE_WRONG");
  server_->answer_status(-12);
  EXPECT_EQ(order().json.at("code"), "CERTIFICATE_EXPIRED");
  EXPECT_NE(get("/metrics")
                .raw.body.find("tamga_outward_calls_total{service=\"verification\",outcome=\"answered\"} 4"),
            std::string::npos);
}

// A silent server is a silent authority: by the country's data the document waits and is judged later.
TEST_P(Verified, DocumentsWaitForTheServer) {
  ASSERT_EQ(sign_in(*chief_).status, 201);
  std::string const chief = token_;
  ASSERT_EQ(sign_in(*maker_).status, 201);
  server_->answer_http(503);
  auto const sent = order();
  ASSERT_EQ(sent.status, 202) << sent.json;
  std::string const maker = std::exchange(token_, chief);
  Json const waiting = get("/api/v1/operator/documents/waiting").json.at("documents");
  ASSERT_EQ(waiting.size(), 1U) << waiting;
  EXPECT_EQ(waiting[0].at("waits_for"), "verification_server");
  EXPECT_FALSE(waiting[0].contains("authority"));
  token_ = maker;
  std::string const target = "/api/v1/documents/" + sent.json.at("document").get<std::string>();
  server_->answer_http(std::nullopt);
  clock_.pass(std::chrono::minutes(6));
  eventually(target, [](Json const& document) { return document.value("status", "") == "accepted"; });
}

INSTANTIATE_TEST_SUITE_P(Engines, Verified, sql::testing::engines());

}  // namespace
}  // namespace tamga::signatures
