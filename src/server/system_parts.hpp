// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <sstream>
#include "admission/admission.hpp"
#include "api/event_hub.hpp"
#include "api/routes.hpp"
#include "api/services.hpp"
#include "base/log.hpp"
#include "billing/terms.hpp"
#include "business_register/filed_register.hpp"
#include "business_register/register_chain.hpp"
#include "cabinet/cabinet.hpp"
#include "catalogue/card_book.hpp"
#include "channels/directory.hpp"
#include "contract_office/office.hpp"
#include "country/error_texts.hpp"
#include "crypto/key_ring.hpp"
#include "crypto/signature_verifier.hpp"
#include "documents/document_store.hpp"
#include "documents/lots.hpp"
#include "documents/recalls.hpp"
#include "documents/sequencer.hpp"
#include "emission/resolver.hpp"
#include "emission/series_book.hpp"
#include "emission/tail_keys.hpp"
#include "evidence/policy.hpp"
#include "http/server.hpp"
#include "identity/portal.hpp"
#include "journal/index.hpp"
#include "labels/layout.hpp"
#include "ledger/ledger.hpp"
#include "onboarding/office.hpp"
#include "registrars/rules.hpp"
#include "registry/api_keys.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"
#include "registry/sessions.hpp"
#include "request_log/request_log.hpp"
#include "server/application_checks.hpp"
#include "server/audit_round.hpp"
#include "server/books_rounds.hpp"
#include "server/code_terms.hpp"
#include "server/contact_round.hpp"
#include "server/contract_rounds.hpp"
#include "server/identity_settings.hpp"
#include "server/order_letters.hpp"
#include "server/order_rounds.hpp"
#include "server/outward_metrics.hpp"
#include "server/rounds.hpp"
#include "server/schema.hpp"
#include "server/signature_round.hpp"
#include "server/standing_checks.hpp"
#include "server/system.hpp"
#include "server/test_authority.hpp"
#include "server/warning_rounds.hpp"
#include "sql/store.hpp"
#include "standing/watch.hpp"
#include "support/desk.hpp"
#include "tasks/workers.hpp"

namespace tamga::server {

/// In the order in which they are made; destroyed the other way round.
struct System::Parts {
  SystemOptions options;
  Clock const* clock = nullptr;
  Rng* rng = nullptr;
  std::optional<country::Country> country;
  std::optional<country::ErrorTexts> texts;
  std::optional<billing::Rules> billing;
  std::unique_ptr<crypto::KeyRing> keys;
  std::unique_ptr<crypto::KeyRing> tail_ring;  ///< handed out to the role of tails; null: `keys`
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
  std::unique_ptr<catalogue::CardBook> cards;
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
  std::optional<standing::Rules> standing_rules;
  std::unique_ptr<standing::Book> standings;
  std::optional<standing::Watch> watch;
  WarningDays warning_days;
  std::optional<channels::Directory> channels;
  std::optional<registrars::Rules> registrars;
  std::unique_ptr<contract_office::ContractOffice> contract_office;
  std::optional<admission::Admission> admission;
  std::optional<support::Rules> support_rules;
  std::optional<support::Desk> support;
  std::optional<documents::Post> post;
  std::optional<api::EventHub> events;
  std::unique_ptr<documents::Sequencer> sequencer;
  std::optional<labels::Layouts> layouts;
  std::unique_ptr<request_log::RequestLog> requests;
  std::optional<api::Services> services;
  std::unique_ptr<tasks::Workers> workers;
  std::optional<cabinet::Cabinet> cabinet;
  std::unique_ptr<MailRound> mail_round;
  ContractDay contract_day;
  AuditDay audit_day;
  standing::Newcomers newcomers;
  std::unique_ptr<Rounds> rounds;
  std::unique_ptr<Rounds> waiting_rounds;
  std::unique_ptr<Rounds> mail_rounds;     // apart: a mail server may keep its thread waiting
  std::unique_ptr<Rounds> request_rounds;  // apart: its lines would wait behind slow registers
  std::unique_ptr<http::Server> http;

  Result<void> open_data();
  Result<void> open_verifiers();
  [[nodiscard]] crypto::SignatureVerifier const& applications_verifier() const;
  Result<void> open_register();
  Result<void> open_store();
  Result<void> open_office();
  Result<void> open_watch();
  Result<void> open_support();
  Result<void> open_contracts();
  Result<void> open_ledger();
  Result<void> open_mail();
  Result<void> open_cabinet();
  void start_rounds();
  [[nodiscard]] OrderPost order_post() const {
    return {*store, *sequencer, *participants, *country, front_office->office().outbox, site(), warning_days};
  }
  [[nodiscard]] WarningDesk warning_desk() const {
    return {*store, *sequencer, *participants, *country, front_office->office().outbox, site(), warning_days};
  }
  [[nodiscard]] std::string site() const {
    return options.site.empty() ? "https://" + options.name : options.site;
  }
};

}  // namespace tamga::server
