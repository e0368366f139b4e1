// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "api/services.hpp"
#include "base/random.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "http/options.hpp"
#include "registry/session.hpp"
#include "server/mail_round.hpp"
#include "server/revocation_settings.hpp"

namespace tamga::server {

/// The state's register of businesses asked over HTTP, before what was imported.
struct RegisterSettings {
  std::string url;                 ///< empty: only what was imported
  std::filesystem::path key_file;  ///< a line for each header: "X-Api-Key: ..."
  std::string ca_file;             ///< authorities of an https:// register (PEM)
};

/// Where a system finds what it needs.
struct SystemOptions {
  std::filesystem::path spec;   ///< folder with <country>/ and errors/
  std::string country;          ///< name of the folder of the country
  std::string store;            ///< sqlite:DIR or postgresql://...
  std::filesystem::path keys;   ///< folder of the key ring and its master key; made at the first start
  /// Folder of the ring that was handed out to the role of tails; empty: its keys are those of `keys`.
  std::filesystem::path tail_keys;
  std::filesystem::path roots;  ///< PEM of the authorities whose certificates count
  /// PEM with certificate and key by which the operator signs contracts; empty: nobody's contract is
  /// accepted.
  std::filesystem::path operator_identity;
  RevocationSettings revocation;
  std::string verification_server;  ///< that judges signatures instead of us; empty: we do
  RegisterSettings businesses;
  std::filesystem::path identity;  ///< the operator's access to identity portals; empty: none
  MailSettings mail;
  std::string name =
      "localhost";        ///< by which participants reach the system: part of what they sign at sign-in
  std::string site;       ///< address of the cabinet, for links in e-mails; empty: https:// and the name
  std::int64_t lane = 0;  ///< of journal and numbers: different in every process of one store
  std::size_t cache_bytes = std::size_t{2} << 30;  ///< for blocks of the ledger (SQLite)
  /// How often it is looked for documents and applications whose authorities or registers were silent.
  std::chrono::milliseconds waiting_every = std::chrono::seconds(10);
  /// How often codes are looked for whose term ran out.
  std::chrono::milliseconds code_terms_every = std::chrono::minutes(10);
  /// How often users are warned whose certificate ends soon.
  std::chrono::milliseconds certificates_every = std::chrono::hours(24);
  std::filesystem::path cabinet;     ///< folder of the built cabinet; empty: the interface alone
  registry::SessionLimits sessions;  ///< how long people stay signed in
  http::Options http;
  api::Settings interface;  ///< how often anybody may call, who may read the counters
};

/// One country's system in one process: opens everything in the order in which the parts need each other, and
/// closes it in the opposite order. `open`, `serve` and `stop` from one thread.
class System {
 public:
  /// Everything but the sockets. `clock` and `rng` outlive the system. The first thing that is missing or
  /// damaged is the error.
  static Result<std::unique_ptr<System>> open(SystemOptions options, Clock const& clock, Rng& rng);
  /// Stops at once if it still runs; what was acknowledged is durable all the same.
  ~System();
  System(System const&) = delete;
  System& operator=(System const&) = delete;

  /// Binds and answers; gives the port. Errors: HTTP_LISTEN, HTTP_ROUTE.
  Result<std::uint16_t> serve();
  /// Lets requests in flight finish until the deadline, finishes the documents that wait, settles the ledger.
  void stop(std::chrono::milliseconds deadline);

  /// Does once, at once and to its end what the system otherwise does by itself now and then: contracts that are
  /// due, orders that wait, days of terms. After `serve`, before `stop`.
  void settle();

  [[nodiscard]] country::Country const& country() const;
  [[nodiscard]] registry::Register& participants();
  [[nodiscard]] registry::Catalogue& catalogue();
  [[nodiscard]] catalogue::CardBook& cards();
  [[nodiscard]] contract_office::Office const& contracts();
  /// Gives a participant of a sandbox money, if nothing ever moved on its account. Before `serve`.
  Result<void> grant_test_money(registry::ParticipantNo participant, std::int64_t amount);
  /// Makes it a sandbox. Before `serve`; outlives the system.
  void play(api::SandboxDesk const& desk);
  /// For reading beside the system: the journal, figures.
  [[nodiscard]] sql::Store& store();

 private:
  struct Parts;
  explicit System(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace tamga::server
