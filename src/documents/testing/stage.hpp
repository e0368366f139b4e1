// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "billing/books.hpp"
#include "documents/kinds/all.hpp"
#include "documents/verdict.hpp"
#include "emission/resolver.hpp"
#include "ledger/ledger.hpp"
#include "sql/testing/engines.hpp"

namespace tamga::documents::testing {

using Texts = std::vector<std::string>;

/// A clock that stands until a test turns it.
class StageClock final : public Clock {
 public:
  [[nodiscard]] UnixMs now() const override { return now_; }
  void turn_to(UnixMs moment) { now_ = moment; }

 private:
  UnixMs now_{1'772'442'000'000};  // 2026-03-02T09:00:00Z
};

/// How a document ended: its number, and every refusal and objection as "/codes/17 NAME", in that order.
struct Outcome {
  ledger::DocumentNo number;
  DocumentStatus status = DocumentStatus::Rejected;
  Texts lines;
  std::vector<Notice> notices;
  std::optional<ledger::AppliedDocument> applied;
};

/// "name":"text" and "name":["text", ...], escaped; and several of them with commas between.
std::string field(std::string_view name, std::string_view text);
std::string field(std::string_view name, Texts const& texts);
std::string field(std::string_view name, std::initializer_list<std::string> texts);
std::string fields(std::initializer_list<std::string> parts);
/// Texts [from, from + count).
Texts some(Texts const& texts, std::size_t from, std::size_t count);
/// SSCC of a company, with its check digit, as printed: (00) and 18 digits.
std::string sscc(int index);

/// A country at work on one store: participants, products, and their documents, each in a transaction of its
/// own, from JSON to commit. What it does between is the pipeline without signatures and journal. Every check
/// runs twice, as after a lost race, and must say the same. Failures that are no document's throw.
class Stage {
 public:
  /// The country asks for no contracts, unless `contracts` says so; then nothing with codes happens without.
  enum class Contracts : std::uint8_t { NotAsked, Asked };
  Stage(sql::Store& store, std::string const& country, Contracts contracts = Contracts::NotAsked);
  ~Stage();

  StageClock clock;

  ledger::ParticipantNo join(std::string const& tax_id, Texts types = {"manufacturer"},
                             bool authority = false);
  /// A certificate of the organisation that names a person, in PEM; its authority is trusted here.
  std::string certificate(std::string const& tax_id, std::string const& person, std::string const& snils);
  gs1::Gtin product(ledger::ParticipantNo owner, std::string const& group, std::string const& level = "UNIT",
                    bool published = true);
  /// A card that is not published any more: no codes can be ordered.
  void withhold(gs1::Gtin gtin);
  /// Numbers that begin so are the company's.
  void assign_prefix(ledger::ParticipantNo participant, std::string const& prefix);
  /// `signer`: the service provider who signs for the sender; none: the sender himself.
  Outcome send(ledger::ParticipantNo sender, std::string_view kind, std::string const& body,
               ledger::ParticipantNo signer = {});
  /// Codes [from, from + count) of the first line of an order leave the system.
  void fetched(Outcome const& done, std::int64_t from, std::int64_t count);

  /// The printed codes of a line of an order.
  Texts codes(Outcome const& order, int line = 0);
  /// Codes of an order of one product, ready to be applied.
  Texts ordered(ledger::ParticipantNo sender, std::string const& group, gs1::Gtin gtin, int quantity,
                std::string const& release_method = "");

  ledger::CodeNo number(std::string const& code);
  ledger::CodeState state(std::string const& code);
  std::shared_ptr<Lot const> lot(std::string const& code);
  /// Names of the events of a code's life.
  Texts history(std::string const& code);
  ledger::Ledger& ledger();
  Books& books();
  country::Country const& country();
  /// Kinds of contracts of the country; none where none are asked for.
  contracts::Templates const& templates();
  std::optional<Shipment> shipment(ledger::DocumentNo number);
  registry::StoredProfile profile(ledger::ParticipantNo participant);
  std::optional<emission::Order> order(ledger::DocumentNo number);
  /// From now on codes cost what the country says; before nothing is charged.
  void charge_fees();
  /// Money comes to the bank account for a participant.
  void pay(ledger::ParticipantNo participant, std::int64_t amount);
  billing::Balances balances(ledger::ParticipantNo participant);
  /// What an order has cost so far.
  billing::OrderCharges charges(ledger::DocumentNo order);
  /// A registrar of the participant that works; its number.
  std::string registrar(ledger::ParticipantNo participant);
  void move_registrar(std::string const& number, registrars::Move move);
  /// Puts a service provider into the operator's directory.
  void list_provider(ledger::ParticipantNo participant, Texts groups);
  /// What was reported of printing, newest first.
  std::vector<registrars::PrintRecord> printing(ledger::ParticipantNo participant);
  /// Adds up the books; what does not agree.
  Texts faults();
  /// Settles and rebuilds everything from nothing (ledger::verify).
  Result<void> verify();

 private:
  struct World;
  std::unique_ptr<World> world_;
};

/// Every test of the room on a stage of both engines.
class StageTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override;
  void TearDown() override;
  void open(std::string const& country, Stage::Contracts contracts = Stage::Contracts::NotAsked) {
    stage_ = std::make_unique<Stage>(store(), country, contracts);
  }
  Stage& stage() { return *stage_; }
  /// Sends; the document must be accepted whole.
  Outcome accepted(ledger::ParticipantNo sender, std::string_view kind, std::string const& body);
  /// Sends; gives what was said against it.
  Texts refused(ledger::ParticipantNo sender, std::string_view kind, std::string const& body);

 private:
  std::unique_ptr<Stage> stage_;
};

}  // namespace tamga::documents::testing
