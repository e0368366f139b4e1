// SPDX-License-Identifier: Apache-2.0
#include <sstream>

#include "api/task_kinds.hpp"
#include "server/system_parts.hpp"

namespace tamga::server {

Result<void> System::Parts::open_data() {
  TAMGA_ASSIGN(loaded, country::load_country(options.spec / options.country));
  country.emplace(std::move(loaded));
  TAMGA_ASSIGN(catalogue_of_errors, country::ErrorTexts::load(options.spec / "errors"));
  texts.emplace(std::move(catalogue_of_errors));
  texts->add_words(country->rules().roles.words());
  TAMGA_ASSIGN(fees, billing::read_rules(options.spec / options.country / "billing.toml"));
  billing.emplace(std::move(fees));
  std::error_code error;
  std::filesystem::create_directories(options.keys, error);
  TAMGA_ASSIGN(ring, crypto::KeyRing::open_or_create(
                         {options.keys / "keys.ring", options.keys / "master.key"}, *rng, *clock));
  keys = std::move(ring);
  if (!options.tail_keys.empty()) {
    TAMGA_ASSIGN(
        part, crypto::KeyRing::open({options.tail_keys / "keys.ring", options.tail_keys / "master.key"}, *rng,
                                    *clock));
    tail_ring = std::move(part);
  }
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
  TAMGA_TRY(journal::complete_index(*store));
  TAMGA_ASSIGN(register_, registry::Register::open(*store));
  participants = std::move(register_);
  TAMGA_ASSIGN(goods, registry::Catalogue::open(*store));
  catalogue = std::move(goods);
  TAMGA_ASSIGN(book, catalogue::CardBook::open(options.spec / options.country / "catalogue", *country, *store,
                                               *catalogue));
  cards = std::move(book);
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
  tail_keys.emplace(tail_ring ? *tail_ring : *keys);
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
  TAMGA_TRY(open_support());
  events.emplace();
  documents::Books const books{*country, *participants, *catalogue,  *series,     *tail_keys,
                               *lots,    *recalls,      *numbers,    *admission,  trust.get(),
                               &*post,   &*billing,     cards.get(), &*registrars};
  TAMGA_ASSIGN(started, documents::Sequencer::start(*store, *ledger, books, *clock, {.lane = options.lane},
                                                    [this](documents::Notice const& notice) {
                                                      events->publish(notice.to, notice.event, notice.data);
                                                    }));
  sequencer = std::move(started);
  options.interface.secure_cookies = site().starts_with("https://");
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
  requests = std::make_unique<request_log::RequestLog>(*store, *clock, options.lane);
  services->requests = requests.get();
  services->portals = portals->all().empty() ? nullptr : portals.get();
  services->signature_policy = &policy;
  TAMGA_ASSIGN(printable, labels::Layouts::read(options.spec / "labels.toml"));
  layouts.emplace(std::move(printable));
  services->layouts = &*layouts;
  workers =
      std::make_unique<tasks::Workers>(*store, *clock, api::task_kinds(*services), tasks::Workers::Options{});
  services->workers = workers.get();
  services->billing = &*billing;
  services->cards = cards.get();
  services->registrars = &*registrars;
  services->support = &*support;
  return {};
}

Result<void> System::Parts::open_office() {
  TAMGA_ASSIGN(loaded, mail::Texts::load(options.spec / "mail"));
  letters.emplace(std::move(loaded));
  TAMGA_TRY(open_register());
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
                                              .verifier = applications_verifier(),
                                              .participants = *participants,
                                              .businesses = *businesses,
                                              .revocation = revocation.get(),
                                              .policy = policy}));
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
                                .site = site(),
                                .language = country->rules().languages.front()});
  TAMGA_ASSIGN(days, read_warning_days(folder / "warnings.toml"));
  warning_days = std::move(days);
  TAMGA_ASSIGN(directory, channels::Directory::read(folder / "channels.toml"));
  channels.emplace(std::move(directory));
  TAMGA_ASSIGN(printing, registrars::Rules::read(folder / "registrars.toml", *country));
  registrars.emplace(std::move(printing));
  return {};
}

Result<void> System::Parts::open_support() {
  TAMGA_ASSIGN(rules, support::read_rules(options.spec / options.country / "support.toml"));
  support_rules.emplace(std::move(rules));
  support.emplace(support::Desk{*support_rules, *country, cards->rules().business_days(), *participants,
                                front_office->office().outbox, *rng, site()});
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
  TAMGA_ASSIGN(opened, contract_office::ContractOffice::open({.folder = folder,
                                                              .site = site(),
                                                              .signer = std::move(signer),
                                                              .country = *country,
                                                              .texts = *texts,
                                                              .mail_texts = *letters,
                                                              .verifier = *verifier,
                                                              .participants = *participants,
                                                              .businesses = *businesses}));
  contract_office = std::move(opened);
  {
    TAMGA_ASSIGN(reader, store->reader());
    TAMGA_TRY(contract_office->office().groups.refresh(*reader, *country));
  }
  TAMGA_ASSIGN(rules, admission::Rules::load(folder, *country));
  admission.emplace(*store, *participants, contract_office->office().templates, std::move(rules));
  admission->watch(*standings, *standing_rules);
  admission->require(*channels);
  return {};
}

Result<void> System::Parts::open_cabinet() {
  if (options.cabinet.empty()) return {};
  TAMGA_ASSIGN(opened, cabinet::Cabinet::open(options.cabinet));
  cabinet.emplace(std::move(opened));
  return {};
}

Result<void> System::Parts::open_mail() {
  if (options.mail.delivery.server.empty()) return {};
  TAMGA_ASSIGN(round, MailRound::open(options.mail, options.name, *store, *letters, *clock, *rng));
  mail_round = std::move(round);
  return {};
}

}  // namespace tamga::server
