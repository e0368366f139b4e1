// SPDX-License-Identifier: Apache-2.0
#include "server/system.hpp"

#include <optional>

#include "api/event_hub.hpp"
#include "api/routes.hpp"
#include "api/services.hpp"
#include "base/log.hpp"
#include "business_register/filed_register.hpp"
#include "documents/document_store.hpp"
#include "http/server.hpp"
#include "journal/index.hpp"
#include "onboarding/office.hpp"
#include "server/application_checks.hpp"
#include "server/certificate_round.hpp"
#include "server/code_terms.hpp"
#include "server/contract_rounds.hpp"
#include "server/rounds.hpp"
#include "server/schema.hpp"
#include "server/standing_checks.hpp"
#include "server/test_authority.hpp"

namespace tamga::server {
namespace {

constexpr std::chrono::seconds kRecallsEvery{2};
constexpr std::chrono::seconds kApplicationsEvery{10};
constexpr std::chrono::seconds kStandingsEvery{20};
constexpr std::chrono::seconds kKnownStandingsEvery{5};
constexpr std::chrono::seconds kContractsEvery{1};

}  // namespace

/// In the order in which they are made; destroyed the other way round.
struct System::Parts {
  SystemOptions options;
  Clock const* clock = nullptr;
  Rng* rng = nullptr;
  std::optional<country::Country> country;
  std::optional<country::ErrorTexts> texts;
  std::unique_ptr<crypto::KeyRing> keys;
  std::shared_ptr<crypto::TrustStore const> trust;
  std::optional<crypto::CmsVerifier> verifier;
  std::unique_ptr<sql::Store> store;
  std::unique_ptr<registry::Register> participants;
  std::unique_ptr<registry::Catalogue> catalogue;
  std::unique_ptr<registry::Sessions> sessions;
  std::unique_ptr<registry::ApiKeys> api_keys;
  std::unique_ptr<emission::SeriesBook> series;
  std::optional<emission::TailKeys> tail_keys;
  std::optional<emission::Resolver> resolver;
  std::unique_ptr<ledger::Ledger> ledger;
  std::optional<documents::LotBook> lots;
  std::unique_ptr<documents::RecallBook> recalls;
  std::optional<NumberSource> numbers;
  std::optional<mail::Texts> letters;
  std::optional<business_register::FiledRegister> businesses;
  std::unique_ptr<onboarding::FrontOffice> front_office;
  std::optional<standing::Rules> standing_rules;
  std::unique_ptr<standing::Book> standings;
  std::optional<standing::Watch> watch;
  std::optional<channels::Directory> channels;
  std::unique_ptr<contract_office::ContractOffice> contract_office;
  std::optional<admission::Admission> admission;
  std::optional<documents::Post> post;
  std::optional<api::EventHub> events;
  std::unique_ptr<documents::Sequencer> sequencer;
  std::optional<api::Services> services;
  std::unique_ptr<MailRound> mail_round;
  ContractDay contract_day;
  std::unique_ptr<Rounds> rounds;
  std::unique_ptr<Rounds> mail_rounds;  // apart: a mail server may keep its thread waiting
  std::unique_ptr<http::Server> http;

  Result<void> open_data();
  Result<void> open_store();
  Result<void> open_office();
  Result<void> open_watch();
  Result<void> open_contracts();
  Result<void> open_ledger();
  Result<void> open_mail();
  void start_rounds();
  [[nodiscard]] std::string site() const {
    return options.site.empty() ? "https://" + options.name : options.site;
  }
};

Result<void> System::Parts::open_data() {
  TAMGA_ASSIGN(loaded, country::load_country(options.spec / options.country));
  country.emplace(std::move(loaded));
  TAMGA_ASSIGN(catalogue_of_errors, country::ErrorTexts::load(options.spec / "errors"));
  texts.emplace(std::move(catalogue_of_errors));
  texts->add_words(country->rules().roles.words());
  std::error_code error;
  std::filesystem::create_directories(options.keys, error);
  TAMGA_ASSIGN(ring, crypto::KeyRing::open_or_create(
                         {options.keys / "keys.ring", options.keys / "master.key"}, *rng, *clock));
  keys = std::move(ring);
  TAMGA_ASSIGN(pem, read_file(options.roots));
  TAMGA_ASSIGN(roots, crypto::TrustStore::from_pem(pem));
  trust = std::move(roots);
  TAMGA_ASSIGN(revocation, open_revocation(options.revocation, *trust));
  verifier.emplace(trust, crypto::CmsLimits{}, std::move(revocation));
  return {};
}

Result<void> System::Parts::open_store() {
  sql::Options how;
  how.on_fatal = [](Error const& error) {
    // Nothing may be acknowledged after a disk that did not keep its word.
    log::write(log::Level::Error, "disk_failed", {{"error", describe(error)}});
    std::_Exit(70);
  };
  TAMGA_ASSIGN(opened, sql::Store::open(options.store, std::move(how)));
  store = std::move(opened);
  TAMGA_TRY(migrate_all(*store, *clock));
  TAMGA_TRY(journal::complete_index(*store));
  TAMGA_ASSIGN(register_, registry::Register::open(*store));
  participants = std::move(register_);
  TAMGA_ASSIGN(goods, registry::Catalogue::open(*store));
  catalogue = std::move(goods);
  TAMGA_ASSIGN(signed_in,
               registry::Sessions::open(*store, *keys, *rng, *clock, options.name, options.sessions));
  sessions = std::move(signed_in);
  TAMGA_ASSIGN(programs, registry::ApiKeys::open(*store, *rng, *clock));
  api_keys = std::move(programs);
  return {};
}

Result<void> System::Parts::open_ledger() {
  TAMGA_ASSIGN(book, emission::SeriesBook::open(*store, *country, *keys));
  series = std::move(book);
  tail_keys.emplace(*keys);
  resolver.emplace(*series, *tail_keys, *store);
  TAMGA_ASSIGN(opened, ledger::Ledger::open(*store, {.cache_bytes = options.cache_bytes}));
  ledger = std::move(opened);
  lots.emplace(*store);
  TAMGA_ASSIGN(in_force, documents::RecallBook::open(*store));
  recalls = std::move(in_force);
  {
    TAMGA_ASSIGN(reader, store->reader());
    TAMGA_ASSIGN(last, documents::last_number(*reader));
    numbers.emplace(*clock, options.lane, last);
  }
  TAMGA_TRY(open_office());
  TAMGA_TRY(open_watch());
  TAMGA_TRY(open_contracts());
  events.emplace();
  documents::Books const books{*country, *participants, *catalogue, *series,     *tail_keys, *lots,
                               *recalls, *numbers,      *admission, trust.get(), &*post};
  TAMGA_ASSIGN(started, documents::Sequencer::start(*store, *ledger, books, *clock, {.lane = options.lane},
                                                    [this](documents::Notice const& notice) {
                                                      events->publish(notice.to, notice.event, notice.data);
                                                    }));
  sequencer = std::move(started);
  services.emplace(api::Services{*clock,
                                 *country,
                                 *texts,
                                 *store,
                                 *keys,
                                 *verifier,
                                 *participants,
                                 *catalogue,
                                 *sessions,
                                 *api_keys,
                                 *series,
                                 *tail_keys,
                                 *resolver,
                                 *ledger,
                                 *lots,
                                 *recalls,
                                 *sequencer,
                                 *events,
                                 front_office->office(),
                                 *watch,
                                 *channels,
                                 contract_office->office(),
                                 *admission,
                                 options.interface});
  return {};
}

Result<void> System::Parts::open_office() {
  TAMGA_ASSIGN(loaded, mail::Texts::load(options.spec / "mail"));
  letters.emplace(std::move(loaded));
  businesses.emplace(*store);
  TAMGA_ASSIGN(opened,
               onboarding::FrontOffice::open({.terms = options.spec / options.country / "onboarding.toml",
                                              .system = options.name,
                                              .site = site(),
                                              .clock = *clock,
                                              .rng = *rng,
                                              .numbers = *numbers,
                                              .texts = *texts,
                                              .mail_texts = *letters,
                                              .keys = *keys,
                                              .verifier = *verifier,
                                              .participants = *participants,
                                              .businesses = *businesses}));
  front_office = std::move(opened);
  post.emplace(documents::Post{front_office->office().outbox, site()});
  return {};
}

Result<void> System::Parts::open_watch() {
  auto const folder = options.spec / options.country;
  TAMGA_ASSIGN(rules, standing::read_rules(folder / "standing.toml"));
  standing_rules.emplace(std::move(rules));
  TAMGA_ASSIGN(book, standing::Book::open(*store));
  standings = std::move(book);
  watch.emplace(standing::Watch{.rules = *standing_rules,
                                .book = *standings,
                                .businesses = *businesses,
                                .outbox = front_office->office().outbox,
                                .texts = *texts,
                                .site = options.site.empty() ? "https://" + options.name : options.site,
                                .language = country->rules().languages.front()});
  TAMGA_ASSIGN(directory, channels::Directory::read(folder / "channels.toml"));
  channels.emplace(std::move(directory));
  return {};
}

Result<void> System::Parts::open_contracts() {
  contract_office::OperatorSigner signer;
  if (!options.operator_identity.empty()) {
    TAMGA_ASSIGN(pem, read_file(options.operator_identity));
    TAMGA_ASSIGN(loaded, contract_office::OperatorSigner::from_pem(pem));
    signer = std::move(loaded);
  }
  std::filesystem::path const folder = options.spec / options.country;
  TAMGA_ASSIGN(opened, contract_office::ContractOffice::open(
                           {.folder = folder,
                            .site = options.site.empty() ? "https://" + options.name : options.site,
                            .signer = std::move(signer),
                            .country = *country,
                            .texts = *texts,
                            .mail_texts = *letters,
                            .verifier = *verifier,
                            .participants = *participants,
                            .businesses = *businesses}));
  contract_office = std::move(opened);
  TAMGA_ASSIGN(rules, admission::Rules::load(folder, *country));
  admission.emplace(*store, *participants, contract_office->office().templates, std::move(rules));
  admission->watch(*standings, *standing_rules);
  return {};
}

Result<void> System::Parts::open_mail() {
  if (options.mail.delivery.server.empty()) return {};
  TAMGA_ASSIGN(round, MailRound::open(options.mail, options.name, *store, *letters, *clock, *rng));
  mail_round = std::move(round);
  return {};
}

void System::Parts::start_rounds() {
  std::vector<Rounds::Round> all;
  all.push_back({"code_terms", options.code_terms_every, [this] {
                   return send_expired_orders(*store, *sequencer,
                                              {*resolver, *verifier, *participants, *country}, clock->now());
                 }});
  all.push_back({"applications", kApplicationsEvery,
                 [this] { return attend_applications(front_office->office(), *store, *sequencer); }});
  all.push_back({"standings", kStandingsEvery, [this] {
                   return attend_standings(*watch, *participants, *store, *sequencer, clock->now());
                 }});
  all.push_back({"contract_day", kContractsEvery,
                 [this] { return contract_day.run(contract_office->office(), *sequencer, clock->now()); }});
  all.push_back({"contracts", kContractsEvery, [this] {
                   return attend_contracts(contract_office->office(), *store, *sequencer, clock->now());
                 }});
  all.push_back({"certificates", options.certificates_every, [this] {
                   return warn_of_ending_certificates(
                       {*store, *sequencer, *participants, front_office->office().outbox, site()},
                       clock->now());
                 }});
  // What other processes of the store declared; SQLite has none.
  if (store->engine() == sql::Engine::Postgres) {
    all.push_back({"recalls", kRecallsEvery, [this] { return recalls->refresh(*store); }});
    all.push_back({"known_standings", kKnownStandingsEvery, [this] { return standings->refresh(*store); }});
  }
  rounds = std::make_unique<Rounds>(std::move(all));
  if (!mail_round) return;
  std::vector<Rounds::Round> mails;
  mails.push_back({"mail", options.mail.every, [this] { return mail_round->run(clock->now()); }});
  mail_rounds = std::make_unique<Rounds>(std::move(mails));
}

System::System(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

System::~System() { stop(std::chrono::milliseconds(0)); }

Result<std::unique_ptr<System>> System::open(SystemOptions options, Clock const& clock, Rng& rng) {
  auto parts = std::make_unique<Parts>();
  parts->options = std::move(options);
  parts->clock = &clock;
  parts->rng = &rng;
  TAMGA_TRY(parts->open_data());
  TAMGA_TRY(parts->open_store());
  TAMGA_TRY(parts->open_ledger());
  TAMGA_TRY(parts->open_mail());
  return std::unique_ptr<System>(new System(std::move(parts)));
}

Result<std::uint16_t> System::serve() {
  http::Options options = parts_->options.http;
  parts_->http =
      std::make_unique<http::Server>(api::finish(options, *parts_->services), api::routes(*parts_->services));
  parts_->services->http_stats = [this] { return parts_->http->stats(); };
  TAMGA_ASSIGN(port, parts_->http->start());
  parts_->start_rounds();
  return port;
}

void System::stop(std::chrono::milliseconds deadline) {
  if (!parts_) return;
  if (parts_->events) parts_->events->close();
  if (parts_->http) parts_->http->stop(deadline);
  if (parts_->mail_round) parts_->mail_round->stop();
  parts_->mail_rounds.reset();
  parts_->rounds.reset();
  if (parts_->sequencer) parts_->sequencer->stop();
  parts_->http.reset();
}

country::Country const& System::country() const { return *parts_->country; }
registry::Register& System::participants() { return *parts_->participants; }
registry::Catalogue& System::catalogue() { return *parts_->catalogue; }
contract_office::Office const& System::contracts() { return parts_->contract_office->office(); }
sql::Store& System::store() { return *parts_->store; }

}  // namespace tamga::server
