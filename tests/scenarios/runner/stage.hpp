// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.hpp"
#include "crypto/signing_identity.hpp"
#include "journal/journal.hpp"
#include "mail/outbox.hpp"
#include "runner/answer.hpp"
#include "runner/hand_clock.hpp"
#include "server/sandbox.hpp"
#include "server/sandbox_spec.hpp"

namespace tamga::scenario {

/// A program that acts for somebody, with a key.
struct Program {
  std::string token;
  std::string key;  ///< id of the key
};

/// Somebody of the sandbox who acts in a scenario.
struct Person {
  server::SandboxCompany company;
  registry::ParticipantNo number;
  crypto::SigningIdentity identity;
  std::string challenge{};    ///< the last one asked for
  std::string application{};  ///< number of the last one
  std::string email{};        ///< that the last application gave
  std::string link{};         ///< of the letter that asks to confirm it
  std::string token{};
  UnixMs token_ends{};
  bool by_hand = false;        ///< the scenario signs in and out itself: nothing is renewed for it
  std::string errand_token{};  ///< for the runner's own questions
  UnixMs errand_ends{};
  std::map<std::string, Program, std::less<>> programs{};  ///< by the names the scenario gives them
};

/// A running system of one country with its invented companies, reached over HTTP as anybody would. One
/// thread.
class Stage {
 public:
  /// `store`: address of an empty one; `folder`: for keys and certificates; `algorithm`: of everybody's keys.
  Stage(std::string country, std::string store, std::filesystem::path folder,
        crypto::KeyAlgorithm algorithm = crypto::KeyAlgorithm::P256);
  ~Stage();

  /// The next number of what cash registers print.
  std::string fiscal_number() { return std::to_string(++fiscal_numbers_ + 900'000); }
  HandClock& clock() { return clock_; }
  [[nodiscard]] country::Country const& country() const { return systems_.front().system->country(); }
  [[nodiscard]] Date today() const { return country().day_of(clock_.now()); }
  [[nodiscard]] server::SandboxSpec const& spec() const { return *spec_; }
  [[nodiscard]] std::string const& store_address() const { return store_; }
  [[nodiscard]] sql::Store& store() { return systems_.front().system->store(); }
  [[nodiscard]] std::uint16_t port() const { return systems_.front().port; }

  /// "the dairy", "the tobacco factory"; null for "anyone". Throws Mistake.
  Person* person(std::string_view words);
  Person& company(std::string const& key);
  /// A certificate of the test authority that nobody entered into the register, or one that ran out.
  crypto::SigningIdentity stranger(Person const& like, int days);

  /// How another process would be started on the same store.
  [[nodiscard]] server::SystemOptions options_of_another_process(std::int64_t lane) const;
  /// Ends the server in good order and starts it again on the same store.
  void restart();
  /// Waits until the server has done what it does by itself and what is due now.
  void settle();
  /// Ends the server, then verifies ledger and journal from nothing. Empty when both are sound.
  std::string close_and_verify();

  /// Somebody who works for a company, with a certificate of it or a personal one: by this name from now on.
  Person& hire(Person const& employer, std::string_view words, bool personal);

  Answer send(Request request);
  /// As somebody who is signed in; signs in when that is needed. `who` may be null.
  Answer send_as(Person* who, http::Method method, std::string target, std::string body = {});
  /// The same with the key of one of his programs. Throws Mistake when he has none of that name.
  Answer send_by(Person& who, std::string_view program, Request request);
  /// The runner's own question, which is no action of the scenario: GET.
  Answer ask(Person* who, std::string target);
  /// The same where the answer must be good. Throws Mistake.
  Json fetch(Person* who, std::string target);
  /// Signs in when it is time to, unless the scenario does that by hand.
  void keep_signed_in(Person& who);

  /// A published product that is somebody's.
  void add_product(Person const& owner, gs1::Gtin gtin, std::string const& group);
  /// Somebody whose account was opened has a number from now on.
  void enlist(Person& who);
  /// The e-mails to an address that wait to be sent, oldest first.
  std::vector<mail::StoredLetter> letters_to(std::string const& address);
  /// What the journal has of somebody, newest first.
  /// The newest entry of what somebody asked for; what the system does by its rules comes between at any time.
  std::optional<journal::Entry> newest_call(registry::ParticipantNo participant);
  std::vector<journal::Entry> journal_of(registry::ParticipantNo participant, int limit);

 private:
  void open();
  std::string sign_in(Person const& who);
  std::string name_;
  std::string store_;
  std::filesystem::path folder_;
  int fiscal_numbers_ = 0;
  crypto::KeyAlgorithm algorithm_;
  HandClock clock_;
  SystemRng rng_;
  std::optional<server::SandboxSpec> spec_;
  std::vector<server::SandboxSystem> systems_;
  std::optional<http::Client> client_;
  std::map<std::string, Person, std::less<>> people_;
};

}  // namespace tamga::scenario
