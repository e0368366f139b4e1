// SPDX-License-Identifier: Apache-2.0
#include "server/system.hpp"

#include <optional>
#include <sstream>

#include "api/event_hub.hpp"
#include "api/routes.hpp"
#include "api/services.hpp"
#include "base/log.hpp"
#include "business_register/filed_register.hpp"
#include "business_register/register_chain.hpp"
#include "documents/document_store.hpp"
#include "http/server.hpp"
#include "onboarding/office.hpp"
#include "server/application_checks.hpp"
#include "server/code_terms.hpp"
#include "server/identity_settings.hpp"
#include "server/outward_metrics.hpp"
#include "server/rounds.hpp"
#include "server/schema.hpp"
#include "server/signature_round.hpp"
#include "server/test_authority.hpp"

namespace tamga::server {
namespace {

constexpr std::chrono::seconds kRecallsEvery{2};
constexpr std::chrono::seconds kApplicationsEvery{10};
constexpr std::chrono::seconds kStreamsEvery{1};

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
  evidence::Policy policy;
  std::shared_ptr<crypto::RevocationChecker> revocation;
  std::unique_ptr<verification::ServerVerifier> verification_server;
  std::unique_ptr<crypto::CmsVerifier> own_verifier;
  std::unique_ptr<crypto::CmsVerifier> lenient_verifier;  ///< for what waits by itself: applications
  crypto::SignatureVerifier const* verifier = nullptr;
  std::unique_ptr<identity::Portals> portals;
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
  std::optional<business_register::FiledRegister> filed_businesses;
  std::unique_ptr<business_register::OnlineRegister> online_businesses;
  std::optional<business_register::RegisterChain> businesses;
  std::unique_ptr<onboarding::FrontOffice> front_office;
  std::optional<api::EventHub> events;
  std::unique_ptr<documents::Sequencer> sequencer;
  std::optional<api::Services> services;
  std::unique_ptr<MailRound> mail_round;
  std::unique_ptr<Rounds> rounds;
  std::unique_ptr<Rounds> waiting_rounds;
  std::unique_ptr<Rounds> mail_rounds;  // apart: a mail server may keep its thread waiting
  std::unique_ptr<http::Server> http;

  Result<void> open_data();
  Result<void> open_verifiers();
  [[nodiscard]] crypto::SignatureVerifier const& applications_verifier() const;
  Result<void> open_register();
  Result<void> open_store();
  Result<void> open_office();
  Result<void> open_ledger();
  Result<void> open_mail();
  void start_rounds();
};

Result<void> System::Parts::open_data() {
  TAMGA_ASSIGN(loaded, country::load_country(options.spec / options.country));
  country.emplace(std::move(loaded));
  TAMGA_ASSIGN(catalogue_of_errors, country::ErrorTexts::load(options.spec / "errors"));
  texts.emplace(std::move(catalogue_of_errors));
  std::error_code error;
  std::filesystem::create_directories(options.keys, error);
  TAMGA_ASSIGN(ring, crypto::KeyRing::open_or_create(
                         {options.keys / "keys.ring", options.keys / "master.key"}, *rng, *clock));
  keys = std::move(ring);
  TAMGA_ASSIGN(pem, read_file(options.roots));
  TAMGA_ASSIGN(roots, crypto::TrustStore::from_pem(pem));
  trust = std::move(roots);
  return open_verifiers();
}

Result<void> System::Parts::open_verifiers() {
  auto const data = options.spec / options.country;
  TAMGA_ASSIGN(wanted, policy_of(options.revocation, data / "signatures.toml"));
  policy = wanted;
  TAMGA_ASSIGN(checker, open_revocation(options.revocation, policy, *trust));
  revocation = std::move(checker);
  own_verifier = std::make_unique<crypto::CmsVerifier>(trust, crypto::CmsLimits{}, revocation);
  lenient_verifier = std::make_unique<crypto::CmsVerifier>(trust, crypto::CmsLimits{}, revocation,
                                                           crypto::WhenUnreachable::Accept);
  verifier = own_verifier.get();
  if (!options.verification_server.empty()) {
    verification_server = std::make_unique<verification::ServerVerifier>(
        verification::ServerVerifierOptions{.url = options.verification_server,
                                            .utc_offset_minutes = country->rules().utc_offset_minutes},
        *clock, *rng);
    verifier = verification_server.get();
  }
  TAMGA_ASSIGN(opened, open_portals(options.identity, data / "identity.toml", *clock, *rng));
  portals = std::move(opened);
  return {};
}

/// A silent authority keeps applications waiting by themselves, unless the country refuses everything then.
crypto::SignatureVerifier const& System::Parts::applications_verifier() const {
  bool const waits =
      policy.when_silent == evidence::WhenSilent::Wait || policy.when_silent == evidence::WhenSilent::Accept;
  return verification_server || !waits ? *verifier : *lenient_verifier;
}

Result<void> System::Parts::open_register() {
  filed_businesses.emplace(*store);
  std::vector<business_register::RegisterChain::Link> links;
  if (!options.businesses.url.empty()) {
    business_register::OnlineOptions how{.url = options.businesses.url,
                                         .ca_file = options.businesses.ca_file};
    if (!options.businesses.key_file.empty()) {
      TAMGA_ASSIGN(text, read_file(options.businesses.key_file));
      std::istringstream lines(text);
      for (std::string line; std::getline(lines, line);)
        if (!line.empty()) how.headers.push_back(line);
    }
    online_businesses = std::make_unique<business_register::OnlineRegister>(std::move(how), *clock, *rng);
    links.push_back({online_businesses.get()});
  }
  links.push_back({&*filed_businesses});
  businesses.emplace(std::move(links), *clock);
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
  events.emplace();
  documents::Books const books{*country,   *participants, *catalogue, *series,
                               *tail_keys, *lots,         *recalls,   *numbers};
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
                                 options.interface});
  services->portals = portals->all().empty() ? nullptr : portals.get();
  services->signature_policy = &policy;
  return {};
}

Result<void> System::Parts::open_office() {
  TAMGA_ASSIGN(loaded, mail::Texts::load(options.spec / "mail"));
  letters.emplace(std::move(loaded));
  TAMGA_TRY(open_register());
  TAMGA_ASSIGN(opened, onboarding::FrontOffice::open(
                           {.terms = options.spec / options.country / "onboarding.toml",
                            .system = options.name,
                            .site = options.site.empty() ? "https://" + options.name : options.site,
                            .clock = *clock,
                            .rng = *rng,
                            .numbers = *numbers,
                            .texts = *texts,
                            .mail_texts = *letters,
                            .keys = *keys,
                            .verifier = applications_verifier(),
                            .participants = *participants,
                            .businesses = *businesses,
                            .revocation = revocation.get(),
                            .policy = policy}));
  front_office = std::move(opened);
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
  SignatureDesk const desk{
      *store,           *sequencer, {*resolver, *verifier, *participants, *country, &policy},
      revocation.get(), policy,     *clock};
  // Apart: a silent authority keeps its thread waiting.
  waiting_rounds = std::make_unique<Rounds>(std::vector<Rounds::Round>{
      {"waiting_documents", options.waiting_every, [desk] { return attend_waiting_documents(desk); }},
      {"doubtful_signatures", options.waiting_every, [desk] { return attend_doubtful_signatures(desk); }}});
  all.push_back({"applications", kApplicationsEvery,
                 [this] { return attend_applications(front_office->office(), *store, *sequencer); }});
  // What other processes of the store declared; SQLite has none.
  if (store->engine() == sql::Engine::Postgres)
    all.push_back({"recalls", kRecallsEvery, [this] { return recalls->refresh(*store); }});
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
  parts_->services->more_metrics = [this](std::string& out) {
    append_outward(out, {.mail = parts_->mail_round.get(),
                         .revocation = parts_->revocation.get(),
                         .businesses = parts_->online_businesses.get(),
                         .verifier = parts_->verification_server.get(),
                         .portals = parts_->portals.get()});
  };
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
  parts_->waiting_rounds.reset();
  parts_->rounds.reset();
  if (parts_->sequencer) parts_->sequencer->stop();
  parts_->http.reset();
}

country::Country const& System::country() const { return *parts_->country; }
registry::Register& System::participants() { return *parts_->participants; }
registry::Catalogue& System::catalogue() { return *parts_->catalogue; }
sql::Store& System::store() { return *parts_->store; }

}  // namespace tamga::server
