// SPDX-License-Identifier: Apache-2.0
#include "api/interface.hpp"
#include "base/testing/source_path.hpp"

#include <fstream>
#include <sstream>

#include "api/endpoints/all.hpp"
#include "api/testing/running_system.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::Person;

std::string slurp(std::filesystem::path const& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The published page of rights is the one the program obeys.
TEST(Interface, TheAccessPageIsUpToDate) {
  std::filesystem::path const page = source_path("docs/api/access.md");
  std::string const text = access_page(all_endpoints());
  if (std::getenv("TAMGA_WRITE_DOCS") != nullptr) std::ofstream(page, std::ios::binary) << text;
  EXPECT_EQ(slurp(page), text) << "run TAMGA_WRITE_DOCS=1 api_test";
}

// The types of the cabinet are made of this file: they are the interface's own.
TEST(Interface, ThePublishedOpenApiDocumentIsUpToDate) {
  std::filesystem::path const file = source_path("docs/api/openapi.json");
  std::string const text = nlohmann::ordered_json::parse(openapi(all_endpoints())).dump(1) + "\n";
  if (std::getenv("TAMGA_WRITE_DOCS") != nullptr) std::ofstream(file, std::ios::binary) << text;
  EXPECT_EQ(slurp(file), text) << "run TAMGA_WRITE_DOCS=1 api_test";
}

// The table of roles and rights is made from the country's roles, which are the same in all of them.
TEST(Interface, TheTableOfRightsIsUpToDate) {
  std::filesystem::path const page = source_path("docs/rights.md");
  constexpr std::string_view kBegin = "<!-- made by TAMGA_WRITE_DOCS=1 api_test -->\n";
  constexpr std::string_view kEnd = "<!-- end -->";
  std::string const text = slurp(page);
  auto const begin = text.find(kBegin);
  auto const end = text.find(kEnd);
  ASSERT_NE(begin, std::string::npos);
  ASSERT_NE(end, std::string::npos);
  std::string made;
  for (char const* name : {"uz", "ru"}) {
    auto const country = country::load_country(source_path("spec") / name);
    ASSERT_TRUE(country) << describe(country.error());
    std::string const table = rights_matrix(all_endpoints(), country->rules().roles);
    if (made.empty()) made = table;
    EXPECT_EQ(made, table) << name << ": other roles than elsewhere; make a table for each country";
  }
  std::string const whole = text.substr(0, begin) + std::string(kBegin) + made + text.substr(end);
  if (std::getenv("TAMGA_WRITE_DOCS") != nullptr) std::ofstream(page, std::ios::binary) << whole;
  EXPECT_EQ(slurp(page), whole) << "run TAMGA_WRITE_DOCS=1 api_test";
}

// Generators of clients find every type that is named, and every endpoint.
TEST(Interface, TheOpenApiDocumentIsWhole) {
  std::string const text = openapi(all_endpoints());
  Json const document = Json::parse(text);
  EXPECT_EQ(document.at("openapi"), "3.1.0");
  auto const& schemas = document.at("components").at("schemas");
  for (auto at = text.find("#/components/schemas/"); at != std::string::npos;
       at = text.find("#/components/schemas/", at + 1)) {
    auto const begin = at + 21;
    EXPECT_TRUE(schemas.contains(text.substr(begin, text.find('"', begin) - begin)));
  }
  for (EndpointRow const& row : all_endpoints()) {
    std::string method(http::name_of(row.spec.method));
    for (char& c : method) c = http::ascii_lower(c);
    auto const& operation = document.at("paths").at(std::string(row.spec.path)).at(method);
    EXPECT_EQ(operation.at("operationId"), row.spec.name);
    EXPECT_EQ(operation.at("x-access"), name_of(row.spec.access));
    EXPECT_EQ(operation.contains("x-scopes"), row.spec.scope.declared());
    if (row.spec.scope.declared()) {
      Json scopes = Json::array();
      for (Scope const one : row.spec.scope.scopes().list()) scopes.push_back(name_of(one));
      EXPECT_EQ(operation.at("x-scopes"), scopes);
    }
    EXPECT_EQ(operation.contains("x-rights"), row.spec.right.declared());
    EXPECT_EQ(operation.value("x-step-up", false), row.spec.step_up);
    for (auto const capture : captures_of(row.spec.path)) {
      bool found = false;
      for (auto const& parameter : operation.at("parameters"))
        found = found || (parameter.at("name") == capture && parameter.at("in") == "path");
      EXPECT_TRUE(found) << row.spec.path << " does not read " << capture;
    }
  }
  EXPECT_EQ(document.at("paths").at("/api/v1/documents").at("post").at("parameters").back().at("name"),
            "Idempotency-Key");
}

TEST(Interface, TypesOfTypeScriptNameEveryEndpoint) {
  std::string const text = typescript(all_endpoints());
  EXPECT_NE(text.find("export interface CheckedCode {"), std::string::npos);
  for (EndpointRow const& row : all_endpoints())
    EXPECT_NE(text.find("\n  " + std::string(row.spec.name) + ": {\n"), std::string::npos) << row.spec.name;
}

// The page needs nothing from elsewhere and runs no script.
TEST(Interface, TheReferencePageStandsAlone) {
  auto const page = reference_page(all_endpoints());
  EXPECT_EQ(page.html.find("<script"), std::string::npos);
  EXPECT_EQ(page.html.find("src="), std::string::npos);
  EXPECT_EQ(page.html.find("http://"), std::string::npos);
  EXPECT_NE(page.security_policy.find("style-src 'sha256-"), std::string::npos);
  for (EndpointRow const& row : all_endpoints())
    EXPECT_NE(page.html.find("<section id=\"" + std::string(row.spec.name) + "\""), std::string::npos);
}

class AccessTest : public testing::RunningSystem {};

// Every endpoint with every role: what is not allowed is refused before anything is looked at.
TEST_P(AccessTest, EachRoleReachesWhatIsDeclared) {
  Person nobody = stranger();
  Person participant = person("Maker", "301234567");
  Person office = person("Operator", "302222222", true);
  ASSERT_EQ(participant.sign_in().status, 201);
  ASSERT_EQ(office.sign_in().status, 201);
  for (EndpointRow const& row : all_endpoints()) {
    if (row.spec.name == "sign_out" || row.spec.produces == "text/event-stream")
      continue;  // ends what it is asked over
    std::string target(row.spec.path);
    for (auto const name : captures_of(row.spec.path))
      target.replace(target.find("{" + std::string(name) + "}"), name.size() + 2, "7");
    auto const code_for = [&](Person& who) {
      auto const answer = who.send(row.spec.method, target, {{"Idempotency-Key", "k"}}, "{}");
      return answer.status < 400 || !answer.json.is_object() ? "" : answer.json.value("code", "");
    };
    bool const open = row.spec.access == Access::Public;
    EXPECT_EQ(code_for(nobody) == "SIGN_IN_NEEDED", !open) << row.spec.name;
    EXPECT_EQ(code_for(participant) == "OPERATOR_ONLY", row.spec.access == Access::Operator) << row.spec.name;
    std::string const of_operator = code_for(office);
    EXPECT_TRUE(of_operator != "SIGN_IN_NEEDED" && of_operator != "OPERATOR_ONLY") << row.spec.name;
  }
}

TEST_P(AccessTest, WhatIsPublishedIsServed) {
  Person nobody = stranger();
  EXPECT_EQ(nobody.get("/health").json.at("status"), "ok");
  EXPECT_EQ(nobody.get("/api/v1/openapi.json").json.at("openapi"), "3.1.0");
  auto const page = nobody.get("/api/v1/docs");
  EXPECT_EQ(page.status, 200);
  EXPECT_TRUE(page.raw.header("Content-Security-Policy")->starts_with("default-src 'none'; style-src"));
  auto const keys = nobody.get("/api/v1/keys").json.at("keys");
  ASSERT_EQ(keys.size(), 1U);
  EXPECT_EQ(keys[0].at("algorithm"), "Ed25519");
  auto const bytes = crypto::decode_base64(keys[0].at("key").get<std::string>()).value();
  auto const active = keys_->active(crypto::KeyPurpose::TailSignature).value();
  auto const expected = keys_->public_key(crypto::KeyPurpose::TailSignature, active->id()).value();
  EXPECT_EQ(bytes, std::string(reinterpret_cast<char const*>(expected.data()), expected.size()));

  auto const metrics = nobody.get("/metrics");
  EXPECT_EQ(metrics.status, 200);
  EXPECT_NE(metrics.raw.body.find("tamga_requests_total{route=\"/health\",method=\"GET\",class=\"2xx\"} 1\n"),
            std::string::npos)
      << metrics.raw.body;
  settings_.metrics_readers = {"10.0.0.1"};
  restart();
  Person outside = stranger();
  EXPECT_EQ(outside.get("/metrics").json.at("code"), "LOCAL_ONLY");
}

INSTANTIATE_TEST_SUITE_P(Engines, AccessTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
