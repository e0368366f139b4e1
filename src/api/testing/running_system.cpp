// SPDX-License-Identifier: Apache-2.0
#include "api/testing/running_system.hpp"

#include <sstream>

#include "api/task_kinds.hpp"
#include "business_register/import_extract.hpp"
#include "catalogue/given_goods.hpp"
#include "contract_office/renewal.hpp"
#include "documents/document_store.hpp"
#include "documents/in_turn.hpp"

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

Reply Person::post_confirmed(std::string const& target, Json const& body, std::string const& key) {
  std::string const bytes = body.dump();
  auto const asked = post("/api/v1/step-up/challenge", {{"request", crypto::hex(crypto::sha256(bytes))}})
                         .json.value("challenge", "");
  http::Client::Headers headers{{"X-Step-Up", signed_text(asked)}};
  if (!key.empty()) headers.emplace_back("Idempotency-Key", key);
  return send(http::Method::Post, target, std::move(headers), bytes);
}

/// Colleagues share the keys of their organisation: each person has keys of his own.
std::string Person::key_prefix() const {
  return "key-" + crypto::hex(identity_.certificate().sha256()).substr(0, 8) + "-";
}

Reply Person::document(Json const& body) {
  std::string const bytes = body.dump();
  auto const signature =
      crypto::encode_base64(crypto::sign_detached(identity_, bytes, clock_->now()).value());
  return send(http::Method::Post, "/api/v1/documents",
              {{"X-Signature", signature}, {"Idempotency-Key", key_prefix() + std::to_string(++keys_)}},
              bytes);
}

void RunningSystem::SetUp() {
  EachEngine::SetUp();
  migrate("ledger", ledger::kMigrations);
  migrate("journal", journal::kMigrations);
  migrate("registry", registry::kMigrations);
  migrate("billing", billing::kMigrations);
  migrate("catalogue", catalogue::kMigrations);
  migrate("emission", emission::kMigrations);
  migrate("evidence", evidence::kMigrations);
  migrate("identity", identity::kMigrations);
  migrate("documents", documents::kMigrations);
  migrate("business_register", business_register::kMigrations);
  migrate("mail", mail::kMigrations);
  migrate("onboarding", onboarding::kMigrations);
  migrate("standing", standing::kMigrations);
  migrate("announcements", announcements::kMigrations);
  migrate("notices", notices::kMigrations);
  migrate("preferences", preferences::kMigrations);
  migrate("drafts", drafts::kMigrations);
  migrate("channels", channels::kMigrations);
  migrate("contracts", contracts::kMigrations);
  migrate("contract_office", contract_office::kMigrations);
  migrate("registrars", registrars::kMigrations);
  migrate("tasks", tasks::kMigrations);
  migrate("audit", audit::kMigrations);
  migrate("packets", packets::kMigrations);
  migrate("support", support::kMigrations);
  migrate("request_log", request_log::kMigrations);
  folder_ = std::filesystem::temp_directory_path() / ("tamga-api-" + std::to_string(getpid()));
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directories(folder_);
  std::filesystem::path const& spec = spec_;
  country_.emplace(country::load_country(spec / "uz").value());
  billing_ = billing::read_rules(spec / "uz" / "billing.toml").value();
  texts_.emplace(country::ErrorTexts::load(spec / "errors").value());
  texts_->add_words(country_->rules().roles.words());
  keys_ = crypto::KeyRing::create({folder_ / "ring", folder_ / "master.key"}, rng_, clock_).value();
  UnixMs const from(clock_.now().value() - 86'400'000);
  UnixMs const to(clock_.now().value() + std::int64_t{3650} * 86'400'000);
  ca_.emplace(crypto::TestCa::create("Test Root", from, to).value());
  revocation_ = revocation();
  trust_ = trusted_roots();
  verifier_.emplace(trust_, crypto::CmsLimits{}, revocation_);
  participants_ = registry::Register::open(store()).value();
  catalogue_ = registry::Catalogue::open(store()).value();
  cards_ = catalogue::CardBook::open(spec / "uz" / "catalogue", *country_, store(), *catalogue_).value();
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
  standing_rules_.emplace(standing::read_rules(spec / "uz" / "standing.toml").value());
  standings_ = standing::Book::open(store()).value();
  watch_.emplace(standing::Watch{.rules = *standing_rules_,
                                 .book = *standings_,
                                 .businesses = *businesses_,
                                 .outbox = front_office_->office().outbox,
                                 .texts = *texts_,
                                 .site = "https://marking.example",
                                 .language = Language::Uz});
  layouts_.emplace(labels::Layouts::read(spec / "labels.toml").value());
  support_rules_.emplace(support::read_rules(spec / "uz" / "support.toml").value());
  support_.emplace(support::Desk{*support_rules_, *country_, cards_->rules().business_days(), *participants_,
                                 front_office_->office().outbox, rng_, "https://marking.example"});
  channels_.emplace(channels::Directory::read(spec / "uz" / "channels.toml").value());
  registrars_.emplace(registrars::Rules::read(registrars_file_, *country_).value());
  open_contracts();
  post_.emplace(documents::Post{front_office_->office().outbox, "https://marking.example"});
  events_ = std::make_unique<EventHub>(clock_.now());
  documents::Books const books{*country_, *participants_, *catalogue_,  *series_,     *tail_keys_,
                               *lots_,    *recalls_,      *numbers_,    *admission_,  trust_.get(),
                               &*post_,   &billing_,      cards_.get(), &*registrars_};
  sequencer_ = documents::Sequencer::start(store(), *ledger_, books, clock_, {},
                                           [this](documents::Notice const& notice) {
                                             events_->publish(notice.to, notice.event, notice.data);
                                           })
                   .value();
  requests_.emplace(store(), clock_, 0);
  restart();
}

/// The operator of the country's data, with a key of the test authority.
void RunningSystem::open_contracts() {
  std::filesystem::path folder = spec_ / "uz";
  if (!contracts_asked_) {
    std::filesystem::create_directories(folder_ / "uz");
    std::filesystem::copy_file(folder / "contract_office.toml", folder_ / "uz" / "contract_office.toml");
    folder = folder_ / "uz";
  }
  contract_office_ = contract_office::ContractOffice::open(
                         {.folder = folder,
                          .site = "https://marking.example",
                          .signer = contract_office::OperatorSigner(issue("Operator", "301234500")),
                          .country = *country_,
                          .texts = *texts_,
                          .mail_texts = *mail_texts_,
                          .verifier = *verifier_,
                          .participants = *participants_,
                          .businesses = *businesses_})
                         .value();
  {
    auto const reader = store().reader().value();
    ASSERT_TRUE(contract_office_->office().groups.refresh(*reader, *country_));
  }
  admission_.emplace(store(), *participants_, contract_office_->office().templates, admission::Rules());
  admission_->watch(*standings_, *standing_rules_);
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
  workers_.reset();
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
                             *watch_,
                             *channels_,
                             contract_office_->office(),
                             *admission_,
                             settings_});
  services_->portals = portals_.get();
  services_->signature_policy = &policy_;
  services_->layouts = &*layouts_;
  workers_ = std::make_unique<tasks::Workers>(store(), clock_, task_kinds(*services_), task_options_);
  services_->workers = workers_.get();
  ASSERT_TRUE(workers_->start());
  services_->billing = &billing_;
  services_->settings.test_money = true;
  services_->cards = cards_.get();
  services_->registrars = &*registrars_;
  services_->support = &*support_;
  services_->requests = &*requests_;
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
  workers_.reset();
  sequencer_.reset();
  services_.reset();
  requests_.reset();
  recalls_.reset();
  lots_.reset();
  ledger_.reset();
  resolver_.reset();
  series_.reset();
  api_keys_.reset();
  sessions_.reset();
  cards_.reset();
  catalogue_.reset();
  admission_.reset();
  contract_office_.reset();
  participants_.reset();
  std::filesystem::remove_all(folder_);
  EachEngine::TearDown();
}

crypto::SigningIdentity RunningSystem::issue(std::string const& organization, std::string const& tax_id,
                                             std::string const& name, std::string const& pinfl) const {
  crypto::CertificateOrder order;
  order.subject = crypto::uzbek_subject(organization, name, tax_id, pinfl);
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

void RunningSystem::enter_in_books(std::string const& tax_id, std::string const& name,
                                   std::string const& director_id, std::string const& status) {
  std::istringstream extract("tax_id,name,status,director,director_id\n" + tax_id + ',' + name + ',' +
                             status + ",Karimov Anvar," + director_id + '\n');
  business_register::ImportOrder const order{
      .file = "books.csv", .as_of = Date::of(clock_.now()), .mode = business_register::ImportMode::Merge};
  auto const report =
      business_register::import_extract(store(), extract, country_->rules().identifiers, order, clock_);
  ASSERT_TRUE(report && report->stored) << (report ? "wrong rows" : describe(report.error()));
}

void RunningSystem::make_contracts() {
  contract_office::Office const& office = contract_office_->office();
  auto const tasks = contract_office::due_tasks(office, store(), clock_.now(), 100);
  ASSERT_TRUE(tasks) << describe(tasks.error());
  for (contract_office::Task const& task : *tasks) {
    auto const done = documents::in_turn(*sequencer_, [&](documents::Turn& turn) -> Result<void> {
      TAMGA_TRY(contract_office::perform(office, turn.connection(), task, turn.now()));
      turn.desk().contracts.change(task.due.participant);
      return {};
    });
    ASSERT_TRUE(done) << describe(done.error());
  }
}

Person RunningSystem::colleague(std::string const& tax_id, std::string const& name,
                                std::string const& pinfl) {
  auto const company = participants_->find_by_tax_id(tax_id).value().value();
  return {port_, issue(company.name, tax_id, name, pinfl), clock_};
}

Person RunningSystem::somebody_private(std::string const& name, std::string const& pinfl) {
  crypto::CertificateOrder order;
  order.subject = crypto::uzbek_subject("", name, "", pinfl);
  order.subject.person_tin = "400000001";
  order.not_before = UnixMs(clock_.now().value() - 3'600'000);
  order.not_after = UnixMs(clock_.now().value() + std::int64_t{365} * 86'400'000);
  return {port_, ca_->issue(order).value(), clock_};
}

Json RunningSystem::admission(Person const& of, Json const& roles) {
  return {{"kind", "admit_user"},
          {"certificate", of.identity().certificate().pem()},
          {"email", "colleague@example.uz"},
          {"roles", roles}};
}

Person RunningSystem::hire(Person& admin, std::string const& tax_id, std::string const& name,
                           Json const& roles) {
  Person one = colleague(tax_id, name, "3120185" + std::to_string(1'000'000 + ++hired_));
  auto const admitted = admin.document(admission(one, roles));
  EXPECT_EQ(admitted.status, 201) << admitted.json;
  EXPECT_EQ(one.sign_in().status, 201) << name;
  return one;
}

std::string RunningSystem::user_number(Person& admin, std::string const& name) {
  auto const users = admin.get("/api/v1/users");
  for (Json const& user : users.json.at("users"))
    if (user.at("person") == name) return user.at("user");
  return {};
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
  ASSERT_TRUE(catalogue::give_goods(*cards_, store(), {&product, 1}, clock_.now()));
}

}  // namespace tamga::api::testing
