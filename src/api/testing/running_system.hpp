// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>

#include <filesystem>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "admission/admission.hpp"
#include "announcements/tables.hpp"
#include "api/event_hub.hpp"
#include "api/routes.hpp"
#include "audit/tables.hpp"
#include "base/number_source.hpp"
#include "base/testing/hand_clock.hpp"
#include "base/testing/source_path.hpp"
#include "billing/tables.hpp"
#include "billing/terms.hpp"
#include "business_register/filed_register.hpp"
#include "business_register/tables.hpp"
#include "catalogue/card_book.hpp"
#include "catalogue/tables.hpp"
#include "channels/directory.hpp"
#include "channels/tables.hpp"
#include "contract_office/office.hpp"
#include "contract_office/tables.hpp"
#include "contracts/tables.hpp"
#include "country/error_texts.hpp"
#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "crypto/key_ring.hpp"
#include "crypto/revocation.hpp"
#include "crypto/test_ca.hpp"
#include "documents/lots.hpp"
#include "documents/recalls.hpp"
#include "documents/sequencer.hpp"
#include "documents/tables.hpp"
#include "documents/users.hpp"
#include "drafts/tables.hpp"
#include "emission/resolver.hpp"
#include "emission/series_book.hpp"
#include "emission/tables.hpp"
#include "emission/tail_keys.hpp"
#include "evidence/policy.hpp"
#include "evidence/tables.hpp"
#include "http/client.hpp"
#include "http/server.hpp"
#include "http/text.hpp"
#include "identity/portal.hpp"
#include "identity/tables.hpp"
#include "journal/journal.hpp"
#include "labels/layout.hpp"
#include "ledger/ledger.hpp"
#include "ledger/tables.hpp"
#include "mail/tables.hpp"
#include "mail/texts.hpp"
#include "notices/tables.hpp"
#include "onboarding/office.hpp"
#include "onboarding/tables.hpp"
#include "packets/tables.hpp"
#include "preferences/tables.hpp"
#include "registrars/rules.hpp"
#include "registrars/tables.hpp"
#include "registry/api_keys.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"
#include "registry/sessions.hpp"
#include "registry/tables.hpp"
#include "request_log/request_log.hpp"
#include "request_log/tables.hpp"
#include "sql/testing/engines.hpp"
#include "standing/book.hpp"
#include "standing/rules.hpp"
#include "standing/tables.hpp"
#include "standing/watch.hpp"
#include "support/desk.hpp"
#include "support/tables.hpp"
#include "tasks/tables.hpp"
#include "tasks/workers.hpp"

namespace tamga::api::testing {

using Json = nlohmann::json;

struct Reply {
  int status;
  Json json;
  http::ClientResponse raw;
};

/// Somebody with a certificate and a connection.
class Person {
 public:
  Person(std::uint16_t port, crypto::SigningIdentity identity, Clock const& clock)
      : client_(std::make_unique<http::Client>("127.0.0.1", port)),
        identity_(std::move(identity)),
        clock_(&clock) {}

  Reply send(http::Method method, std::string const& target, http::Client::Headers headers = {},
             std::string const& body = {});
  Reply get(std::string const& target) { return send(http::Method::Get, target); }
  Reply post(std::string const& target, Json const& body) {
    return send(http::Method::Post, target, {}, body.dump());
  }
  /// The whole sign-in; the token is sent from then on.
  Reply sign_in();
  /// A signed document under a new idempotency key.
  Reply document(Json const& body);
  /// A body with the detached signature over its bytes.
  Reply post_signed(std::string const& target, Json const& body);
  /// A body confirmed by a signature over a challenge about it.
  Reply post_confirmed(std::string const& target, Json const& body, std::string const& key = {});
  /// The attached signature over `text`, in base64.
  [[nodiscard]] std::string signed_text(std::string const& text) const;

  /// To the server that was started again.
  void connect(std::uint16_t port) { client_ = std::make_unique<http::Client>("127.0.0.1", port); }

  std::string language = "en";
  std::string token;
  http::Client& client() { return *client_; }
  [[nodiscard]] crypto::SigningIdentity const& identity() const { return identity_; }

 private:
  [[nodiscard]] std::string key_prefix() const;

  std::unique_ptr<http::Client> client_;
  crypto::SigningIdentity identity_;
  Clock const* clock_;
  int keys_ = 0;
};

/// A whole system of Uzbekistan behind a socket of the loopback, on both engines: a maker of water, a shop,
/// the operator.
class RunningSystem : public sql::testing::EachEngine {
 protected:
  void SetUp() override;
  void TearDown() override;

  Person person(std::string const& organization, std::string const& tax_id, bool authority = false);
  /// Somebody with a certificate of the organisation who is no user yet.
  Person colleague(std::string const& tax_id, std::string const& name, std::string const& pinfl);
  /// Somebody with a certificate that names him alone.
  Person somebody_private(std::string const& name, std::string const& pinfl);
  /// What an administrator signs to add him.
  static Json admission(Person const& of, Json const& roles);
  /// A colleague whom `admin` adds with these roles, signed in.
  Person hire(Person& admin, std::string const& tax_id, std::string const& name, Json const& roles);
  /// Number of a user in the list of `admin`, by name.
  static std::string user_number(Person& admin, std::string const& name);
  /// What the journal has of a participant, newest first.
  std::vector<journal::Entry> journal_of(std::uint32_t participant, int limit = 1000);
  /// Somebody whose certificate is good and acts for nobody.
  Person stranger();
  void add_water(std::uint32_t owner, std::string const& gtin);
  static std::string escaped(std::string const& text) { return http::percent_encode(text); }

  SystemRng rng_;
  HandClock clock_;
  Settings settings_{.per_address = {}, .per_caller = {}};
  std::uint16_t port_ = 0;
  std::unique_ptr<EventHub> events_;
  std::unique_ptr<registry::Register> participants_;
  std::unique_ptr<registry::Catalogue> catalogue_;
  std::unique_ptr<catalogue::CardBook> cards_;
  std::unique_ptr<crypto::KeyRing> keys_;
  /// Whether nothing happens with codes without contracts; set before `SetUp`. Without them the country is
  /// one that asks for none.
  bool contracts_asked_ = false;
  /// Where the country's data is; set before `SetUp`.
  std::filesystem::path spec_ = source_path("spec");
  std::filesystem::path registrars_file_ = spec_ / "uz" / "registrars.toml";  ///< to be changed before SetUp
  std::unique_ptr<contract_office::ContractOffice> contract_office_;
  std::unique_ptr<documents::Sequencer> sequencer_;
  std::optional<business_register::FiledRegister> businesses_;
  std::optional<country::Country> country_;
  billing::Rules billing_;

  /// The state's books know a business and who acts for it.
  void enter_in_books(std::string const& tax_id, std::string const& name, std::string const& director_id,
                      std::string const& status = "active");
  [[nodiscard]] crypto::Certificate const& root() const { return ca_->root(); }
  /// What the system does by itself about contracts that are due.
  void make_contracts();
  /// How tasks are done, from the next `restart` on.
  tasks::Workers::Options task_options_{.every = std::chrono::milliseconds(20), .limits = {}};
  /// Stops and starts the server with the settings of now.
  void restart();
  /// What everything is answered from, until the next `restart`.
  Services& services() { return *services_; }
  /// What programs asked and what they were answered, from the start of the test on.
  std::optional<request_log::RequestLog> requests_;

  /// How a test wants revocation to be looked at; null: not at all. Asked once, when the system is made.
  virtual std::shared_ptr<crypto::RevocationChecker> revocation() { return nullptr; }
  evidence::Policy policy_;
  std::unique_ptr<identity::Portals> portals_;
  std::shared_ptr<crypto::RevocationChecker> revocation_;
  std::vector<crypto::Certificate>
      more_roots_;  ///< authorities beside the test's own, before the system is made
  /// Somebody with a certificate of one of those.
  Person person_with(crypto::SigningIdentity identity, std::string const& organization,
                     std::string const& tax_id);
  std::string list_url_;  ///< put into the certificates of people

  [[nodiscard]] std::shared_ptr<crypto::TrustStore const> trusted_roots() const;
  [[nodiscard]] crypto::SigningIdentity issue(std::string const& organization, std::string const& tax_id,
                                              std::string const& name = "Karimov Anvar",
                                              std::string const& pinfl = "31201851234567") const;

 private:
  void open_contracts();
  int hired_ = 0;

  std::filesystem::path folder_;
  std::optional<crypto::TestCa> ca_;
  std::optional<country::ErrorTexts> texts_;
  std::shared_ptr<crypto::TrustStore const> trust_;
  std::optional<crypto::CmsVerifier> verifier_;
  std::unique_ptr<registry::Sessions> sessions_;
  std::unique_ptr<registry::ApiKeys> api_keys_;
  std::unique_ptr<emission::SeriesBook> series_;
  std::optional<emission::TailKeys> tail_keys_;
  std::optional<emission::Resolver> resolver_;
  std::unique_ptr<ledger::Ledger> ledger_;
  std::optional<documents::LotBook> lots_;
  std::unique_ptr<documents::RecallBook> recalls_;
  std::optional<NumberSource> numbers_;
  std::optional<admission::Admission> admission_;
  std::optional<mail::Texts> mail_texts_;
  std::unique_ptr<onboarding::FrontOffice> front_office_;
  std::optional<standing::Rules> standing_rules_;
  std::unique_ptr<standing::Book> standings_;
  std::optional<standing::Watch> watch_;
  std::optional<channels::Directory> channels_;
  std::optional<registrars::Rules> registrars_;
  std::optional<documents::Post> post_;
  std::optional<labels::Layouts> layouts_;
  std::optional<support::Rules> support_rules_;
  std::optional<support::Desk> support_;
  std::optional<Services> services_;
  std::unique_ptr<tasks::Workers> workers_;
  std::unique_ptr<http::Server> server_;
};

}  // namespace tamga::api::testing
