// SPDX-License-Identifier: Apache-2.0
// Features 1.11 to 1.14 over the wire: what is missing, signing, the operator's side, requests in advance.
#include "api/testing/contract_steps.hpp"

#include "crypto/cms.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Reply;

class ContractsApiTest : public testing::ContractSystem {
 protected:
  /// "step group state" of each step.
  std::vector<std::string> steps() {
    std::vector<std::string> out;
    Json const access = maker_->get("/api/v1/access").json;
    for (Json const& one : access.at("steps"))
      out.push_back(one.at("step").get<std::string>() + " " + one.value("group", "") + " " +
                    one.at("state").get<std::string>());
    out.push_back(access.at("full").get<bool>() ? "full" : "not full");
    return out;
  }
  void fill_in() {
    ASSERT_EQ(complete_profile(*maker_).json.at("status"), "accepted");
    make_contracts();
  }
};

using Words = std::vector<std::string>;

TEST_P(ContractsApiTest, FromTheProfileToTheFirstOrder) {
  EXPECT_EQ(steps(), (Words{"registration  done", "profile  done", "connection  preparing", "not full"}));
  auto const early = order();
  EXPECT_NE(early.raw.body.find("CONNECTION_CONTRACT_MISSING"), std::string::npos) << early.json;
  fill_in();
  EXPECT_EQ(steps(), (Words{"registration  done", "profile  done", "connection  yours", "group water yours",
                            "not full"}));
  Json const list = maker_->get("/api/v1/contracts").json;
  ASSERT_EQ(list.at("contracts").size(), 2U);
  EXPECT_EQ(list.at("groups").at(0).at("green"), false);
  Json const first = maker_->get("/api/v1/contracts?limit=1").json;
  Json const second =
      maker_->get("/api/v1/contracts?limit=1&after=" + std::to_string(first.at("next").get<int>())).json;
  EXPECT_EQ(first.at("contracts").at(0), list.at("contracts").at(0));
  EXPECT_EQ(second.at("contracts").at(0), list.at("contracts").at(1));
  EXPECT_FALSE(second.contains("next"));
  sign_all();
  EXPECT_EQ(steps().back(), "full");
  EXPECT_EQ(maker_->get("/api/v1/contracts").json.at("groups").at(0).at("green"), true);
  EXPECT_EQ(order().json.at("status"), "accepted");
  // Each change is in the journal, once.
  int opened = 0;
  for (auto const& entry : journal_of(1)) opened += entry.action == "contract.open" ? 1 : 0;
  EXPECT_EQ(opened, 2);
}

TEST_P(ContractsApiTest, WhatIsDownloadedVerifiesByItself) {
  fill_in();
  sign_all();
  Json const contract = contracts(*maker_).at(0);
  auto const manifest = maker_->get(path(contract) + "/manifest").raw.body;
  for (char const* language : {"uz", "ru"}) {
    auto const text = maker_->get(path(contract) + "/texts/" + language).raw.body;
    EXPECT_NE(manifest.find(crypto::hex(crypto::sha256(text))), std::string::npos) << language;
  }
  EXPECT_EQ(maker_->get(path(contract) + "/texts/en").status, 404);
  crypto::CmsVerifier const anybody(crypto::TrustStore::of({root()}).value());
  for (char const* side : {"participant", "operator"}) {
    auto const cms = maker_->get(path(contract) + "/signatures/" + side).raw.body;
    EXPECT_TRUE(anybody.verify_detached(cms, manifest, clock_.now())) << side;
  }
  for (char const* side : {"participant", "operator"}) {
    auto const bundle = maker_->get(path(contract) + "/evidence/" + side);
    EXPECT_EQ(bundle.raw.header("Content-Type"), "application/x-tar");
    EXPECT_NE(bundle.raw.body.find(manifest), std::string::npos) << side;
    EXPECT_NE(bundle.raw.body.find("/chain/1.pem"), std::string::npos) << "up to the root, " << side;
    EXPECT_EQ(other_->get(path(contract) + "/evidence/" + side).status, 404);
  }
  auto const pdf = maker_->get(path(contract) + "/pdf");
  EXPECT_EQ(pdf.raw.body.substr(0, 5), "%PDF-");
  EXPECT_EQ(pdf.raw.header("Content-Type"), "application/pdf");
  Json const detail = maker_->get(path(contract)).json;
  EXPECT_EQ(detail.at("history").back().at("event"), "accept");
  EXPECT_EQ(detail.at("manifest_sha256"), crypto::hex(crypto::sha256(manifest)));
}

TEST_P(ContractsApiTest, NobodyElseSeesOrSignsThem) {
  fill_in();
  Json const contract = contracts(*maker_).at(0);
  for (char const* part : {"", "/manifest", "/pdf", "/texts/uz", "/signatures/participant"}) {
    EXPECT_EQ(other_->get(path(contract) + part).status, 404) << part;
    EXPECT_EQ(operator_->get(path(contract) + part).status,
              part == std::string("/signatures/participant") ? 404 : 200)
        << part;
  }
  EXPECT_EQ(open(*other_, contract).status, 404);
  EXPECT_EQ(open(*operator_, contract).status, 404) << "the operator reads, and opens nothing";
  ASSERT_EQ(open(*maker_, contract).status, 200);
  EXPECT_EQ(sign(*other_, contract, "a").status, 404);
  auto const foreign = [&] {
    Json const body{{"consent", "2026-1"}, {"signature", signature(*other_, contract)}};
    return keyed(*maker_, path(contract) + "/signature", body.dump(), "b");
  }();
  EXPECT_EQ(foreign.json.at("code"), "CONTRACT_SIGNER_OTHER");
  EXPECT_EQ(sign(*maker_, contract, "c", "2019-1").json.at("code"), "CONTRACT_CONSENT_OUTDATED");
  EXPECT_EQ(contracts(*maker_).at(0).at("state"), "viewed");
}

TEST_P(ContractsApiTest, TheSameCallTwiceIsOnce) {
  fill_in();
  Json const contract = contracts(*maker_).at(0);
  Json const body{{"consent", "2026-1"}, {"signature", signature(*maker_, contract)}};
  auto const target = path(contract) + "/signature";
  EXPECT_EQ(keyed(*maker_, target, body.dump(), "s").json.at("code"), "CONTRACT_STATE") << "not read yet";
  ASSERT_EQ(open(*maker_, contract).status, 200);
  EXPECT_EQ(keyed(*maker_, target, body.dump(), "s").json.at("state"), "active") << "a refusal takes no key";
  EXPECT_EQ(keyed(*maker_, target, body.dump(), "s").json.at("state"), "active");
  EXPECT_EQ(keyed(*maker_, target, body.dump(), "t").json.at("code"), "CONTRACT_STATE");
  EXPECT_EQ(sign(*maker_, contract, "s").json.at("code"), "CALL_KEY_REUSED") << "another signature";
  EXPECT_EQ(maker_->send(http::Method::Post, target, {}, body.dump()).json.at("code"),
            "IDEMPOTENCY_KEY_MISSING");
}

TEST_P(ContractsApiTest, TheOperatorEndsAContract) {
  fill_in();
  sign_all();
  Json codes = contracts(*maker_).at(0);
  if (codes.at("kind") != "codes") codes = contracts(*maker_).at(1);
  Json body{{"kind", "decide_contract"}, {"contract", codes.at("contract")}, {"decision", "end"}};
  char const* const target = "/api/v1/operator/contracts/decision";
  EXPECT_EQ(confirmed(*maker_, target, body, "a").json.at("code"), "OPERATOR_ONLY");
  EXPECT_EQ(confirmed(*operator_, target, body, "a").json.at("code"), "CONTRACT_REASON_MISSING");
  body["reason"] = "Liquidated";
  EXPECT_EQ(keyed(*operator_, target, body.dump(), "b").json.at("code"), "STEP_UP_NEEDED");
  auto const ended = confirmed(*operator_, target, body, "c");
  ASSERT_EQ(ended.status, 200) << ended.json;
  EXPECT_EQ(ended.json.at("state"), "ended");
  EXPECT_EQ(confirmed(*operator_, target, body, "c").json.at("state"), "ended") << "once";
  EXPECT_NE(order().raw.body.find("GROUP_CONTRACT_MISSING"), std::string::npos) << "at once, in this process";
  auto const told = journal_of(2, 1);
  ASSERT_FALSE(told.empty());
  EXPECT_EQ(told[0].action, "contract.decide");
  EXPECT_EQ(told[0].object, codes.at("number"));
}

TEST_P(ContractsApiTest, RequestsInAdvanceReachTheManager) {
  Json const manager{{"kind", "set_group_manager"},
                     {"group", "water"},
                     {"name", "Aliyeva"},
                     {"email", "water@operator.example"},
                     {"phone", "+998712000099"}};
  ASSERT_EQ(confirmed(*operator_, "/api/v1/operator/group-managers", manager, "m").status, 204);
  auto nobody = stranger();
  Json const groups = nobody.get("/api/v1/groups").json.at("groups");
  auto const water =
      std::find_if(groups.begin(), groups.end(), [](Json const& one) { return one.at("group") == "water"; });
  ASSERT_NE(water, groups.end());
  EXPECT_EQ(water->at("manager_email"), "water@operator.example");
  EXPECT_EQ(water->at("release_methods"),
            Json({"PRIMARY", "OWN_PRODUCTION", "CONTRACT", "IMPORT", "REMAINS", "REMARK"}));
  EXPECT_EQ(water->at("service_providers"), true);
  Json const request{{"company", "Yangi suv"},      {"tax_id", "301234539"},    {"person", "Olimov"},
                     {"email", "olim@suv.example"}, {"phone", "+998901234567"}, {"group", "water"}};
  auto const taken = keyed(nobody, "/api/v1/prior-contracts", request.dump(), "1");
  ASSERT_EQ(taken.status, 201) << taken.json;
  EXPECT_EQ(keyed(nobody, "/api/v1/prior-contracts", request.dump(), "1").json, taken.json);
  EXPECT_EQ(nobody.get("/api/v1/operator/prior-contracts").json.at("code"), "SIGN_IN_NEEDED");
  Json const queue = operator_->get("/api/v1/operator/prior-contracts").json.at("requests");
  ASSERT_EQ(queue.size(), 1U);
  EXPECT_EQ(queue.at(0).at("company"), "Yangi suv");
  auto const answer =
      "/api/v1/operator/prior-contracts/" + taken.json.at("number").get<std::string>() + "/answer";
  Json const sent{{"kind", "close_prior_contract"}, {"request", taken.json.at("number")}, {"answer", "sent"}};
  EXPECT_EQ(keyed(*operator_, answer, sent.dump(), "u").json.at("code"), "STEP_UP_NEEDED");
  EXPECT_EQ(operator_->post_confirmed(answer, sent, "x").json.at("answer"), "sent");
  EXPECT_TRUE(operator_->get("/api/v1/operator/prior-contracts").json.at("requests").empty());
}

TEST_P(ContractsApiTest, AGapInTheProfileIsToldAtTheStep) {
  ASSERT_EQ(complete_profile(*maker_, {{"bank", nullptr}}).json.at("status"), "accepted");
  make_contracts();
  Json const steps = maker_->get("/api/v1/access").json.at("steps");
  EXPECT_EQ(steps.at(2).at("state"), "yours");
  EXPECT_EQ(steps.at(2).at("error"), "CONTRACT_FACT_MISSING");
  EXPECT_EQ(steps.at(2).at("where"), "/profile");
}

INSTANTIATE_TEST_SUITE_P(Engines, ContractsApiTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
