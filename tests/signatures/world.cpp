// SPDX-License-Identifier: Apache-2.0
#include "world.hpp"

#include <fstream>
#include <thread>

#include "base/testing/source_path.hpp"
#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"

namespace tamga::signatures {

constexpr char const* kGtin = "04780000000014";

std::string ListService::host() const {
  std::string const all = service_.url("");
  return all.substr(all.find("//") + 2);
}

void ListService::publish(std::string list) {
  std::lock_guard const lock(mutex_);
  list_ = std::move(list);
}

std::string ListService::answer() {
  std::lock_guard const lock(mutex_);
  return list_.empty() ? outward::testing::reply(503, "") : outward::testing::reply(200, list_);
}

void World::SetUp() {
  place_ = std::make_unique<sql::testing::FreshStore>(GetParam());
  folder_ = std::filesystem::temp_directory_path() / ("tamga-signatures-" + std::to_string(getpid()));
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directories(folder_);
  lists_ = std::make_unique<ListService>();
  UnixMs const from(clock_.now().value() - 86'400'000);
  ca_.emplace(
      crypto::TestCa::create("Test Root", from, UnixMs(from.value() + std::int64_t{3650} * 86'400'000))
          .value());
  std::ofstream(folder_ / "root.pem") << ca_->root().pem();
  // A country that asks for contracts later: signatures are looked at here, and nothing else.
  std::filesystem::copy(source_path("spec"), folder_ / "spec", std::filesystem::copy_options::recursive);
  std::ofstream(folder_ / "spec" / country() / "admission.toml") << "contracts_from = 2100-01-01\n";
  open();
  maker_.emplace(issue("OOO \"Suv\"", "301234567"));
  chief_.emplace(issue("Operator", "303333333"));
  enlist("OOO \"Suv\"", "301234567", *maker_, false);
  enlist("Operator", "303333333", *chief_, true);
  registry::Product water{.gtin = gs1::Gtin::parse(kGtin).value(),
                          .owner = registry::ParticipantNo(1),
                          .group = "water",
                          .level = "UNIT",
                          .name = {},
                          .published = true};
  for (Language const language : kLanguages) water.name.in(language) = "Suv";
  ASSERT_TRUE(system_->catalogue().put({&water, 1}));
}

void World::TearDown() {
  close();
  lists_.reset();
  std::filesystem::remove_all(folder_);
  place_.reset();
}

void World::open() {
  server::SystemOptions options;
  options.spec = folder_ / "spec";
  options.country = country();
  options.store = place_->address();
  options.keys = folder_ / "keys";
  options.roots = folder_ / "root.pem";
  options.name = "marking.example";
  options.revocation.look = true;
  options.revocation.hosts = {lists_->host()};
  options.waiting_every = std::chrono::milliseconds(50);
  options.http.port = 0;
  options.http.io_threads = 1;
  options.http.worker_threads = 2;
  options.interface.per_address = {};
  options.interface.per_caller = {};
  configure(options);
  auto opened = server::System::open(std::move(options), clock_, rng_);
  ASSERT_TRUE(opened) << describe(opened.error());
  system_ = std::move(*opened);
  port_ = system_->serve().value();
  client_.emplace("127.0.0.1", port_);
}

void World::close() {
  client_.reset();
  if (system_) system_->stop(std::chrono::seconds(5));
  system_.reset();
}

crypto::SigningIdentity World::issue(std::string const& organization, std::string const& tax_id) {
  crypto::CertificateOrder order;
  order.subject = crypto::uzbek_subject(organization, "Karimov Anvar", tax_id, "31201851234567");
  order.not_before = UnixMs(clock_.now().value() - 3'600'000);
  order.not_after = UnixMs(clock_.now().value() + std::int64_t{365} * 86'400'000);
  order.list_url = lists_->url();
  return ca_->issue(order).value();
}

void World::enlist(std::string const& organization, std::string const& tax_id,
                   crypto::SigningIdentity const& who, bool authority) {
  auto const added = system_->participants()
                         .add({.number = {},
                               .tax_id = tax_id,
                               .name = organization,
                               .types = {"manufacturer"},
                               .authority = authority})
                         .value();
  ASSERT_TRUE(
      system_->participants().add_signer({who.certificate().sha256(), added.number, "Karimov Anvar"}));
}

void World::publish(std::vector<crypto::RevokedSerial> const& revoked, int minutes) {
  UnixMs const until(clock_.now().value() + std::int64_t{minutes} * 60'000);
  lists_->publish(ca_->revocation_list(revoked, clock_.now(), until).value());
}

void World::sign_in_then_silence() {
  clock_.pass(std::chrono::minutes(1));  // an address that was silent is asked again
  publish({}, 1);
  auto const opened = sign_in(*maker_);
  ASSERT_EQ(opened.status, 201) << opened.json;
  silence();
  clock_.pass(std::chrono::minutes(10));
}

crypto::RevokedSerial World::revoked(UnixMs at) const {
  return {.serial_hex = maker_->certificate().serial_hex(), .at = at, .reason = 1};
}

Reply World::send(http::Method method, std::string const& target, http::Client::Headers headers,
                  std::string const& body) {
  if (!token_.empty()) headers.emplace_back("Authorization", "Bearer " + token_);
  auto response = client_->send(method, target, headers, body);
  if (!response) throw std::runtime_error(describe(response.error()));
  return {response->status, Json::parse(response->body, nullptr, false), std::move(*response)};
}

Reply World::sign_in(crypto::SigningIdentity const& who) {
  token_.clear();
  std::string const challenge = send(http::Method::Post, "/api/v1/sign-in/challenge").json.at("challenge");
  auto const cms = crypto::sign_attached(who, challenge, clock_.now()).value();
  Json const body{{"challenge", challenge}, {"signature", crypto::encode_base64(cms)}};
  auto opened = send(http::Method::Post, "/api/v1/sign-in", {}, body.dump());
  if (opened.status == 201) token_ = opened.json.at("token");
  return opened;
}

Reply World::order(std::string const& key) {
  std::string const body = Json{{"kind", "order_codes"},
                                {"group", "water"},
                                {"release_method", "OWN_PRODUCTION"},
                                {"lines", {{{"gtin", kGtin}, {"quantity", 5}}}}}
                               .dump();
  auto const cms = crypto::encode_base64(crypto::sign_detached(*maker_, body, clock_.now()).value());
  return send(
      http::Method::Post, "/api/v1/documents",
      {{"X-Signature", cms}, {"Idempotency-Key", key.empty() ? "key-" + std::to_string(++keys_) : key}},
      body);
}

Json World::eventually(std::string const& target, std::function<bool(Json const&)> const& done) {
  Json last;
  for (int i = 0; i < 200; ++i) {
    last = get(target).json;
    if (done(last)) return last;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  ADD_FAILURE() << "never happened: " << last;
  return last;
}

}  // namespace tamga::signatures
