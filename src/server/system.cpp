// SPDX-License-Identifier: Apache-2.0
#include "server/system.hpp"

#include "billing/books.hpp"
#include "documents/in_turn.hpp"
#include "server/system_parts.hpp"

namespace tamga::server {
namespace {

constexpr std::chrono::seconds kRecallsEvery{2};
constexpr std::chrono::seconds kCardsEvery{2};
constexpr std::chrono::seconds kApplicationsEvery{10};
constexpr std::chrono::seconds kStandingsEvery{20};
constexpr std::chrono::seconds kKnownStandingsEvery{5};
constexpr std::chrono::seconds kContractsEvery{1};
constexpr std::chrono::seconds kOrdersEvery{1};
constexpr std::chrono::minutes kAuditsEvery{10};
constexpr std::chrono::hours kNoticesEvery{1};
constexpr std::chrono::minutes kContactsEvery{10};
constexpr std::chrono::seconds kRequestsEvery{1};
constexpr std::chrono::hours kOldRequestsEvery{1};

}  // namespace

void System::Parts::start_rounds() {
  std::vector<Rounds::Round> all;
  all.push_back({"certificates", options.certificates_every,
                 [this] { return warn_of_ending_certificates(warning_desk(), clock->now()); }});
  all.push_back({"api_keys", options.certificates_every,
                 [this] { return warn_of_ending_keys(warning_desk(), clock->now()); }});
  all.push_back({"powers_of_attorney", options.certificates_every,
                 [this] { return warn_of_ending_powers(warning_desk(), clock->now()); }});
  all.push_back({"mandates", options.certificates_every,
                 [this] { return warn_of_ending_mandates(warning_desk(), clock->now()); }});
  all.push_back({"code_terms", options.code_terms_every, [this] {
                   return send_expired_orders(*store, *sequencer,
                                              {*resolver, *verifier, *participants, *country}, clock->now());
                 }});
  all.push_back({"ending_codes", options.code_terms_every,
                 [this] { return warn_of_ending_codes(order_post(), clock->now()); }});
  all.push_back({"order_letters", kOrdersEvery, [this] { return write_of_orders(order_post()); }});
  all.push_back({"old_notices", kNoticesEvery, [this] {
                   return documents::in_turn(*sequencer, [](documents::Turn& turn) -> Result<void> {
                     constexpr std::int64_t kDayMs = 86'400'000;
                     TAMGA_TRY(notices::forget(turn.connection(),
                                               UnixMs(turn.now().value() - notices::kKeptDays * kDayMs)));
                     return {};
                   });
                 }});
  all.push_back({"waiting_orders", kOrdersEvery, [this] {
                   return fill_waiting_orders(*store, *sequencer,
                                              {*resolver, *verifier, *participants, *country}, clock->now());
                 }});
  all.push_back({"audits", kAuditsEvery, [this] {
                   return audit_day.run(*sequencer, *services->workers, *country,
                                        country->day_of(clock->now()));
                 }});
  all.push_back({"contacts", kContactsEvery,
                 [this] { return erase_old_contacts(*support, *store, *sequencer, clock->now()); }});
  if (billing)
    all.push_back({"debts", options.code_terms_every,
                   [this] { return invoice_debts(order_post(), *billing, clock->now()); }});
  SignatureDesk const desk{
      *store,           *sequencer, {*resolver, *verifier, *participants, *country, &policy},
      revocation.get(), policy,     *clock};
  // Apart: a silent authority keeps its thread waiting.
  waiting_rounds = std::make_unique<Rounds>(std::vector<Rounds::Round>{
      {"waiting_documents", options.waiting_every, [desk] { return attend_waiting_documents(desk); }},
      {"doubtful_signatures", options.waiting_every, [desk] { return attend_doubtful_signatures(desk); }}});
  all.push_back({"applications", kApplicationsEvery,
                 [this] { return attend_applications(front_office->office(), *store, *sequencer); }});
  all.push_back({"standings", kStandingsEvery, [this] {
                   return attend_standings(*watch, *participants, newcomers, *store, *sequencer,
                                           revocation.get(), clock->now());
                 }});
  all.push_back({"contract_day", kContractsEvery,
                 [this] { return contract_day.run(contract_office->office(), *sequencer, clock->now()); }});
  all.push_back({"contracts", kContractsEvery, [this] {
                   return attend_contracts(contract_office->office(), *store, *sequencer, clock->now());
                 }});
  // What other processes of the store declared; SQLite has none.
  if (store->engine() == sql::Engine::Postgres) {
    all.push_back({"recalls", kRecallsEvery, [this] { return recalls->refresh(*store); }});
    all.push_back({"group_terms", kRecallsEvery, [this]() -> Result<void> {
                     TAMGA_ASSIGN(reader, store->reader());
                     return contract_office->office().groups.refresh(*reader, *country);
                   }});
    all.push_back({"cards", kCardsEvery, [this] { return cards->refresh(*store); }});
    all.push_back({"known_standings", kKnownStandingsEvery, [this] { return standings->refresh(*store); }});
  }
  rounds = std::make_unique<Rounds>(std::move(all));
  request_rounds = std::make_unique<Rounds>(
      std::vector<Rounds::Round>{{"requests", kRequestsEvery, [this] { return requests->write(); }},
                                 {"old_requests", kOldRequestsEvery, [this]() -> Result<void> {
                                    TAMGA_TRY(requests->drop_old());
                                    return {};
                                  }}});
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
  TAMGA_TRY(parts->open_cabinet());
  return std::unique_ptr<System>(new System(std::move(parts)));
}

Result<std::uint16_t> System::serve() {
  http::Options options = parts_->options.http;
  if (parts_->cabinet)
    options.fallback = [&cabinet = *parts_->cabinet](http::Request const& request) {
      return cabinet.answer(request);
    };
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
  TAMGA_TRY(parts_->workers->start());
  TAMGA_ASSIGN(port, parts_->http->start());
  parts_->start_rounds();
  return port;
}

void System::stop(std::chrono::milliseconds deadline) {
  if (!parts_) return;
  if (parts_->events) parts_->events->close();
  if (parts_->http) parts_->http->stop(deadline);
  if (parts_->workers) parts_->workers->stop();
  if (parts_->mail_round) parts_->mail_round->stop();
  parts_->mail_rounds.reset();
  parts_->waiting_rounds.reset();
  parts_->rounds.reset();
  parts_->request_rounds.reset();
  if (parts_->sequencer) parts_->sequencer->stop();
  parts_->http.reset();
  if (!parts_->requests) return;
  if (auto const written = parts_->requests->write(); !written)
    log::write(log::Level::Warn, "requests_not_written", {{"error", describe(written.error())}});
}

void System::settle() {
  parts_->rounds->settle();
  parts_->request_rounds->settle();
}

country::Country const& System::country() const { return *parts_->country; }
registry::Register& System::participants() { return *parts_->participants; }
registry::Catalogue& System::catalogue() { return *parts_->catalogue; }
catalogue::CardBook& System::cards() { return *parts_->cards; }
contract_office::Office const& System::contracts() { return parts_->contract_office->office(); }
Result<void> System::grant_test_money(registry::ParticipantNo participant, std::int64_t amount) {
  return documents::in_turn(*parts_->sequencer, [&](documents::Turn& turn) -> Result<void> {
    TAMGA_ASSIGN(before, billing::postings_of(turn.connection(), participant, {}, 0, 1));
    if (!before.empty() || amount == 0) return {};
    billing::Posting posting;
    posting.at = turn.now();
    posting.kind = billing::PostingKind::TopUp;
    posting.participant = participant;
    posting.debit = billing::AccountKind::TestMoney;
    posting.credit = billing::AccountKind::Funds;
    posting.amount = amount;
    turn.desk().accounts.post(std::move(posting));
    return {};
  });
}

void System::play(api::SandboxDesk const& desk) { parts_->services->sandbox = &desk; }

sql::Store& System::store() { return *parts_->store; }

}  // namespace tamga::server
