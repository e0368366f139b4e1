// SPDX-License-Identifier: Apache-2.0
#include "api/testing/running_system.hpp"

#include "documents/document_store.hpp"

namespace tamga::api::testing {

Reply Person::send(http::Method method, std::string const& target, http::Client::Headers headers,
                   std::string const& body) {
  if (!token.empty()) headers.emplace_back("Authorization", "Bearer " + token);
  headers.emplace_back("Accept-Language", language);
  auto response = client_->send(method, target, headers, body);
  if (!response) throw std::runtime_error(describe(response.error()));
  return {response->status, Json::parse(response->body, nullptr, false), std::move(*response)};
}

std::string Person::signed_text(std::string const& text) const {
  return crypto::encode_base64(crypto::sign_attached(identity_, text, clock_->now()).value());
}

Reply Person::sign_in() {
  token.clear();
  std::string const challenge = send(http::Method::Post, "/api/v1/sign-in/challenge").json.at("challenge");
  Reply opened = post("/api/v1/sign-in", {{"challenge", challenge}, {"signature", signed_text(challenge)}});
  if (opened.status == 201) token = opened.json.at("token");
  return opened;
}

Reply Person::post_signed(std::string const& target, Json const& body) {
  std::string const bytes = body.dump();
  auto const signature =
      crypto::encode_base64(crypto::sign_detached(identity_, bytes, clock_->now()).value());
  return send(http::Method::Post, target, {{"X-Signature", signature}}, bytes);
}

Reply Person::document(Json const& body) {
  std::string const bytes = body.dump();
  auto const signature =
      crypto::encode_base64(crypto::sign_detached(identity_, bytes, clock_->now()).value());
  return send(http::Method::Post, "/api/v1/documents",
              {{"X-Signature", signature}, {"Idempotency-Key", "key-" + std::to_string(++keys_)}}, bytes);
}

void RunningSystem::SetUp() {
  EachEngine::SetUp();
  migrate("ledger", ledger::kMigrations);
  migrate("journal", journal::kMigrations);
  migrate("registry", registry::kMigrations);
  migrate("emission", emission::kMigrations);
  migrate("evidence", evidence::kMigrations);
  migrate("identity", identity::kMigrations);
  migrate("documents", documents::kMigrations);
  migrate("business_register", business_register::kMigrations);
  migrate("mail", mail::kMigrations);
  migrate("onboarding", onboarding::kMigrations);
  folder_ = std::filesystem::temp_directory_path() / ("tamga-api-" + std::to_string(getpid()));
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directories(folder_);
  std::filesystem::path const spec = std::filesystem::path(TAMGA_SOURCE_DIR) / "spec";
  country_.emplace(country::load_country(spec / "uz").value());
  texts_.emplace(country::ErrorTexts::load(spec / "errors").value());
  keys_ = crypto::KeyRing::create({folder_ / "ring", folder_ / "master.key"}, rng_, clock_).value();
  UnixMs const from(clock_.now().value() - 86'400'000);
  UnixMs const to(clock_.now().value() + std::int64_t{3650} * 86'400'000);
  ca_.emplace(crypto::TestCa::create("Test Root", from, to).value());
  revocation_ = revocation();
  verifier_.emplace(trusted_roots(), crypto::CmsLimits{}, revocation_);
  participants_ = registry::Register::open(store()).value();
  catalogue_ = registry::Catalogue::open(store()).value();
  sessions_ = registry::Sessions::open(store(), *keys_, rng_, clock_, "marking.example").value();
  api_keys_ = registry::ApiKeys::open(store(), rng_, clock_).value();
  series_ = emission::SeriesBook::open(store(), *country_, *keys_).value();
  tail_keys_.emplace(*keys_);
  resolver_.emplace(*series_, *tail_keys_, store());
  ledger_ = ledger::Ledger::open(store(), {.cache_bytes = std::size_t{16} << 20}).value();
  lots_.emplace(store());
  recalls_ = documents::RecallBook::open(store()).value();
  numbers_.emplace(clock_, 0);
  businesses_.emplace(store());
  mail_texts_.emplace(mail::Texts::load(spec / "mail").value());
  front_office_ = onboarding::FrontOffice::open({.terms = spec / "uz" / "onboarding.toml",
                                                 .system = "marking.example",
                                                 .site = "https://marking.example",
                                                 .clock = clock_,
                                                 .rng = rng_,
                                                 .numbers = *numbers_,
                                                 .texts = *texts_,
                                                 .mail_texts = *mail_texts_,
                                                 .keys = *keys_,
                                                 .verifier = *verifier_,
                                                 .participants = *participants_,
                                                 .businesses = *businesses_,
                                                 .revocation = revocation_.get(),
                                                 .policy = policy_})
                      .value();
  events_ = std::make_unique<EventHub>(clock_.now());
  documents::Books const books{*country_,   *participants_, *catalogue_, *series_,
                               *tail_keys_, *lots_,         *recalls_,   *numbers_};
  sequencer_ = documents::Sequencer::start(store(), *ledger_, books, clock_, {},
                                           [this](documents::Notice const& notice) {
                                             events_->publish(notice.to, notice.event, notice.data);
                                           })
                   .value();
  restart();
}

std::shared_ptr<crypto::TrustStore const> RunningSystem::trusted_roots() const {
  std::vector<crypto::Certificate> roots = more_roots_;
  roots.push_back(ca_->root());
  return crypto::TrustStore::of(std::move(roots)).value();
}

Person RunningSystem::person_with(crypto::SigningIdentity identity, std::string const& organization,
                                  std::string const& tax_id) {
  auto const added = participants_
                         ->add({.number = {},
                                .tax_id = tax_id,
                                .name = organization,
                                .types = {"manufacturer"},
                                .authority = false})
                         .value();
  EXPECT_TRUE(participants_->add_signer({identity.certificate().sha256(), added.number, "Karimov Anvar"}));
  return {port_, std::move(identity), clock_};
}

void RunningSystem::restart() {
  server_.reset();
  services_.emplace(Services{clock_,
                             *country_,
                             *texts_,
                             store(),
                             *keys_,
                             *verifier_,
                             *participants_,
                             *catalogue_,
                             *sessions_,
                             *api_keys_,
                             *series_,
                             *tail_keys_,
                             *resolver_,
                             *ledger_,
                             *lots_,
                             *recalls_,
                             *sequencer_,
                             *events_,
                             front_office_->office(),
                             settings_});
  services_->portals = portals_.get();
  services_->signature_policy = &policy_;
  http::Options options;
  options.io_threads = 1;
  options.worker_threads = 2;
  server_ = std::make_unique<http::Server>(finish(std::move(options), *services_), routes(*services_));
  services_->http_stats = [this] { return server_->stats(); };
  port_ = server_->start().value();
}

void RunningSystem::TearDown() {
  events_->close();
  server_.reset();
  sequencer_.reset();
  services_.reset();
  recalls_.reset();
  lots_.reset();
  ledger_.reset();
  resolver_.reset();
  series_.reset();
  api_keys_.reset();
  sessions_.reset();
  catalogue_.reset();
  participants_.reset();
  std::filesystem::remove_all(folder_);
  EachEngine::TearDown();
}

crypto::SigningIdentity RunningSystem::issue(std::string const& organization,
                                             std::string const& tax_id) const {
  crypto::CertificateOrder order;
  order.subject = crypto::uzbek_subject(organization, "Karimov Anvar", tax_id, "31201851234567");
  order.not_before = UnixMs(clock_.now().value() - 3'600'000);
  order.not_after = UnixMs(clock_.now().value() + std::int64_t{365} * 86'400'000);
  order.list_url = list_url_;
  return ca_->issue(order).value();
}

Person RunningSystem::person(std::string const& organization, std::string const& tax_id, bool authority) {
  auto identity = issue(organization, tax_id);
  auto const added = participants_
                         ->add({.number = {},
                                .tax_id = tax_id,
                                .name = organization,
                                .types = {"manufacturer"},
                                .authority = authority})
                         .value();
  EXPECT_TRUE(participants_->add_signer({identity.certificate().sha256(), added.number, "Karimov Anvar"}));
  return {port_, std::move(identity), clock_};
}

std::vector<journal::Entry> RunningSystem::journal_of(std::uint32_t participant, int limit) {
  auto const reader = store().reader().value();
  auto const records = journal::entries_of(*reader, participant, clock_.now().value() + 1, limit).value();
  std::vector<journal::Entry> out;
  for (auto const& record : records) out.push_back(record.entry);
  return out;
}

Person RunningSystem::stranger() { return {port_, issue("Nobody", "309999999"), clock_}; }

void RunningSystem::add_water(std::uint32_t owner, std::string const& gtin) {
  registry::Product product{.gtin = gs1::Gtin::parse(gtin).value(),
                            .owner = registry::ParticipantNo(owner),
                            .group = "water",
                            .level = "UNIT",
                            .name = {}};
  product.name.in(Language::En) = "Water";
  product.name.in(Language::Ru) = "Voda";
  product.name.in(Language::Uz) = "Suv";
  ASSERT_TRUE(catalogue_->put({&product, 1}));
}

}  // namespace tamga::api::testing
