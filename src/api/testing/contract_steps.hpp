// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/testing/running_system.hpp"

namespace tamga::api::testing {

/// A maker of water and the operator in a country that asks for contracts.
class ContractSystem : public RunningSystem {
 protected:
  static constexpr char const* kGtin = "04780000000014";
  static constexpr char const* kHead = "31201851234567";

  void SetUp() override {
    contracts_asked_ = true;
    RunningSystem::SetUp();
    maker_.emplace(person("Buloq suv", "301234513"));
    operator_.emplace(person("Operator", "301234500", true));
    other_.emplace(person("Qoshni suv", "301234526"));
    enter_in_books("301234513", "Buloq suv", kHead);
    for (auto* one : {&*maker_, &*operator_, &*other_}) ASSERT_EQ(one->sign_in().status, 201);
    add_water(1, kGtin);
  }
  void TearDown() override {
    maker_.reset();
    operator_.reset();
    other_.reset();
    RunningSystem::TearDown();
  }

  Reply complete_profile(Person& who, Json const& changes = Json::object()) {
    Json body{{"kind", "complete_profile"},
              {"address", "Toshkent, Navoiy 1"},
              {"phone", "+998712000001"},
              {"email", "office@buloq.example"},
              {"groups", {"water"}},
              {"types", {"manufacturer"}},
              {"bank", {{"bank", "00842"}, {"account", "20208000905123456001"}}}};
    body.update(changes);
    return who.document(body);
  }
  Reply order(int quantity = 2) {
    return maker_->document({{"kind", "order_codes"},
                             {"group", "water"},
                             {"release_method", "OWN_PRODUCTION"},
                             {"lines", {{{"gtin", kGtin}, {"quantity", quantity}}}}});
  }
  static std::string path(Json const& contract) {
    return "/api/v1/contracts/" + std::to_string(contract.at("contract").get<std::int64_t>());
  }
  Json contracts(Person& who) { return who.get("/api/v1/contracts").json.at("contracts"); }
  /// With a key of its own; the same `key` is the same call.
  Reply keyed(Person& who, std::string const& target, std::string const& body, std::string const& key) {
    return who.send(http::Method::Post, target, {{"Idempotency-Key", key}}, body);
  }
  Reply open(Person& who, Json const& contract) {
    return keyed(who, path(contract) + "/opened", "", "open " + path(contract));
  }
  std::string signature(Person& signer, Json const& contract) {
    std::string const manifest = maker_->get(path(contract) + "/manifest").raw.body;
    return crypto::encode_base64(crypto::sign_detached(signer.identity(), manifest, clock_.now()).value());
  }
  Reply sign(Person& who, Json const& contract, std::string const& key, char const* consent = "2026-1") {
    Json const body{{"consent", consent}, {"signature", signature(who, contract)}};
    return keyed(who, path(contract) + "/signature", body.dump(), key);
  }
  /// Reads and signs everything that waits for the maker.
  void sign_all() {
    for (Json const& one : contracts(*maker_)) {
      if (one.at("state") != "ready") continue;
      ASSERT_EQ(open(*maker_, one).status, 200);
      auto const done = sign(*maker_, one, "sign " + path(one));
      ASSERT_EQ(done.status, 200) << done.json;
      ASSERT_EQ(done.json.at("state"), "active");
    }
  }
  /// Confirmed by a signature over the body.
  Reply confirmed(Person& who, std::string const& target, Json const& body, std::string const& key) {
    std::string const bytes = body.dump();
    auto const cms = crypto::sign_detached(who.identity(), bytes, clock_.now()).value();
    return who.send(http::Method::Post, target,
                    {{"X-Signature", crypto::encode_base64(cms)}, {"Idempotency-Key", key}}, bytes);
  }

  std::optional<Person> maker_;
  std::optional<Person> operator_;
  std::optional<Person> other_;
};

}  // namespace tamga::api::testing
