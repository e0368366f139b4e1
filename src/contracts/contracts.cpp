// SPDX-License-Identifier: Apache-2.0
#include "contracts/contracts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "contracts/contract_rows.hpp"
#include "contracts/errors.hpp"
#include "contracts/manifest.hpp"
#include "contracts/move.hpp"
#include "contracts/tables.hpp"
#include "shape/decode.hpp"
#include "sql/errors.hpp"

namespace tamga::contracts {
namespace {

struct Version {
  ContractNo no;
  std::string number;
  std::int64_t version;
  ContractState state;
};

std::string const& group_of(ContractFacts const& facts) {
  static std::string const none;
  return facts.group ? facts.group->code : none;
}

Result<std::vector<Version>> versions_of(sql::Connection& connection, ContractFacts const& facts) {
  std::vector<Version> out;
  TAMGA_ASSIGN(rows, connection.query(kVersionsOf, facts.participant_number, facts.kind, group_of(facts)));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.push_back({row.as<ContractNo>(0), std::string(row.text(1)), row.int64(2), row.as<ContractState>(3)});
  }));
  return out;
}

/// "KM-{year}-{serial}" with the next serial of the kind and year.
Result<std::string> next_number(sql::Connection& connection, ContractTemplate const& kind, Date date) {
  std::string const year = date.text().substr(0, 4);
  std::string const counter = kind.kind + ' ' + year;
  TAMGA_TRY(connection.execute(kCountNumber, counter));
  TAMGA_ASSIGN(last, connection.find(
                         kLastNumber, [](sql::Row const& row) { return row.int64(0); }, counter));
  std::string number = kind.number;
  auto const put = [&](std::string_view placeholder, std::string const& value) {
    if (auto const at = number.find(placeholder); at != std::string::npos)
      number.replace(at, placeholder.size(), value);
  };
  put("{year}", year);
  put("{serial}", fmt::format("{:06}", last.value_or(0)));
  return number;
}

bool in_force(ContractState state) {
  return state == ContractState::Active || state == ContractState::Amending;
}

/// The state by the name it has in spec/errors/words.
Error impossible(Contract const& contract) {
  return Error(kContractState)
      .with("number", contract.number)
      .with("state", "contract_" + std::string(name_of(contract.state)));
}

Result<Contract> only(Result<std::vector<Contract>> found) {
  if (!found) return fail(std::move(found).error());
  if (found->empty()) return fail(kContractUnknown);
  return std::move(found->front());
}

}  // namespace

Result<ContractState> state_after(Contract const& contract, ContractEvent event) {
  auto const state = after(contract.state, event);
  if (!state) return fail(impossible(contract));
  return *state;
}

Result<void> need_transaction(sql::Connection const& connection) {
  if (connection.in_transaction()) return {};
  return fail(Error(sql::kStoreMisuse).log("a contract changes without a transaction"));
}

Result<Contract> Contracts::create(sql::Connection& connection, ContractTemplate const& kind,
                                   ContractFacts facts, std::int64_t version,
                                   std::optional<ContractNo> replaces, std::string_view actor,
                                   UnixMs now) const {
  std::string const json = encode_facts(facts);
  TAMGA_TRY(shape::decode<ContractFacts>(json));
  // Once without a number, so that what cannot be written takes none.
  TAMGA_TRY(write_texts(kind, facts, "-"));
  TAMGA_ASSIGN(number, next_number(connection, kind, facts.date));
  TAMGA_ASSIGN(texts, write_texts(kind, facts, number));
  Contract out;
  out.number = number;
  out.version = version;
  out.replaces = replaces;
  out.template_day = kind.wording_day(facts.date).value_or(facts.date);
  out.manifest = manifest_of(facts, number, version, texts);
  out.events = 1;
  std::optional<std::int64_t> const old = replaces ? std::optional(replaces->value()) : std::nullopt;
  TAMGA_TRY(connection.execute(kInsertContract, number, facts.kind, group_of(facts), facts.participant_number,
                               version, old, out.template_day.days(), ContractState::Draft, json,
                               out.manifest));
  TAMGA_ASSIGN(no, connection.find(
                       kContractOfNumber, [](sql::Row const& row) { return row.as<ContractNo>(0); }, number));
  out.no = no.value_or(ContractNo());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    crypto::Sha256 const digest = texts[i].sha256();
    TAMGA_TRY(connection.execute(kInsertText, out.no, static_cast<std::int64_t>(i),
                                 code_of(texts[i].language), texts[i].text, sql::Blob{crypto::view(digest)}));
  }
  TAMGA_TRY(connection.execute(kInsertEvent, out.no, 1, ContractEvent::Generate, ContractState::Draft, now,
                               actor, ""));
  out.facts = std::move(facts);
  return out;
}

Result<Contract> Contracts::generate(sql::Connection& connection, ContractFacts facts, std::string_view actor,
                                     UnixMs now) const {
  TAMGA_TRY(need_transaction(connection));
  ContractTemplate const* const kind = templates_->find(facts.kind);
  if (kind == nullptr) return fail(Error(kKindUnknown).with("kind", facts.kind));
  facts.previous.reset();
  TAMGA_ASSIGN(versions, versions_of(connection, facts));
  for (Version const& version : versions)
    if (!is_over(version.state)) return fail(Error(kContractExists).with("number", version.number));
  std::int64_t const next = versions.empty() ? 1 : versions.back().version + 1;
  return create(connection, *kind, std::move(facts), next, std::nullopt, actor, now);
}

Result<Contract> Contracts::replace(sql::Connection& connection, ContractNo old, ContractFacts facts,
                                    std::optional<Date> keep_until, std::string_view reason,
                                    std::string_view actor, UnixMs now) const {
  TAMGA_TRY(need_transaction(connection));
  TAMGA_ASSIGN(before, find(connection, old));
  if (reason.empty()) return fail(kReasonMissing);
  if (facts.kind != before.facts.kind || group_of(facts) != group_of(before.facts) ||
      facts.participant_number != before.facts.participant_number)
    return fail(Error(kOtherParties).with("number", before.number));
  ContractTemplate const* const kind = templates_->find(facts.kind);
  if (kind == nullptr) return fail(Error(kKindUnknown).with("kind", facts.kind));
  bool const kept = in_force(before.state) && keep_until && *keep_until >= facts.date;
  ContractEvent const event = kept ? ContractEvent::Amend : ContractEvent::Supersede;
  TAMGA_ASSIGN(state, state_after(before, event));
  TAMGA_ASSIGN(versions, versions_of(connection, facts));
  for (Version const& version : versions)
    if (version.version > before.version && !is_over(version.state)) return fail(impossible(before));
  facts.previous = in_force(before.state) ? std::optional(Previous{before.number, before.facts.date})
                                          : before.facts.previous;
  Move const what{.event = event, .actor = actor, .note = reason, .at = now};
  if (kept) {
    TAMGA_ASSIGN(changed,
                 connection.execute(kMoveAmending, old, before.events, state, reason, keep_until->days()));
    TAMGA_TRY(note(connection, before, what, changed));
  } else {
    TAMGA_TRY(move(connection, before, what));
  }
  return create(connection, *kind, std::move(facts), versions.back().version + 1, old, actor, now);
}

Result<bool> Contracts::is_outdated(Contract const& contract, ContractFacts now) const {
  ContractTemplate const* const kind = templates_->find(contract.facts.kind);
  if (kind == nullptr) return fail(Error(kKindUnknown).with("kind", contract.facts.kind));
  if (kind->wording_day(now.date) != contract.template_day) return true;
  now.date = contract.facts.date;
  now.previous = contract.facts.previous;
  TAMGA_ASSIGN(as_made, write_texts(*kind, contract.facts, contract.number));
  TAMGA_ASSIGN(as_now, write_texts(*kind, now, contract.number));
  return as_made != as_now;
}

Result<void> Contracts::move(sql::Connection& connection, Contract const& contract, Move const& move) const {
  TAMGA_TRY(need_transaction(connection));
  TAMGA_ASSIGN(state, state_after(contract, move.event));
  TAMGA_ASSIGN(changed, connection.execute(kMove, contract.no, contract.events, state, move.note));
  return note(connection, contract, move, changed);
}

Result<void> Contracts::note(sql::Connection& connection, Contract const& contract, Move const& move,
                             std::int64_t changed) const {
  if (changed != 1) return fail(Error(sql::kStoreConflict).with("constraint", "contract(events)"));
  TAMGA_ASSIGN(state, state_after(contract, move.event));
  TAMGA_TRY(connection.execute(kInsertEvent, contract.no, contract.events + 1, move.event, state, move.at,
                               move.actor, move.note));
  return {};
}

Result<void> Contracts::publish(sql::Connection& connection, ContractNo no, std::string_view actor,
                                UnixMs now) const {
  TAMGA_ASSIGN(contract, find(connection, no));
  return move(connection, contract, {.event = ContractEvent::Publish, .actor = actor, .note = {}, .at = now});
}

Result<Contract> Contracts::open(sql::Connection& connection, ContractNo no, std::string_view person,
                                 UnixMs now) const {
  TAMGA_ASSIGN(contract, find(connection, no));
  if (contract.state != ContractState::Draft && contract.state != ContractState::Ready) return contract;
  TAMGA_TRY(
      move(connection, contract, {.event = ContractEvent::Open, .actor = person, .note = {}, .at = now}));
  return find(connection, no);
}

Result<void> Contracts::end(sql::Connection& connection, ContractNo no, std::string_view reason,
                            std::string_view actor, UnixMs now) const {
  TAMGA_ASSIGN(contract, find(connection, no));
  if (reason.empty()) return fail(kReasonMissing);
  return move(connection, contract, {.event = ContractEvent::End, .actor = actor, .note = reason, .at = now});
}

Result<std::int64_t> Contracts::close_lapsed(sql::Connection& connection, Date today, std::int64_t most,
                                             UnixMs now) const {
  std::vector<ContractNo> lapsed;
  {
    TAMGA_ASSIGN(rows, connection.query(kLapsed, today.days(), most));
    TAMGA_TRY(rows.each([&](sql::Row const& row) { lapsed.push_back(row.as<ContractNo>(0)); }));
  }
  for (ContractNo const no : lapsed) {
    TAMGA_ASSIGN(contract, find(connection, no));
    TAMGA_TRY(move(connection, contract,
                   {.event = ContractEvent::Supersede, .actor = "rule", .note = contract.reason, .at = now}));
  }
  return static_cast<std::int64_t>(lapsed.size());
}

Result<std::optional<ParticipantNo>> participant_of(sql::Connection& connection, ContractNo no) {
  return connection.find(
      kParticipantOf, [](sql::Row const& row) { return row.as<ParticipantNo>(0); }, no);
}

Result<Contract> Contracts::find(sql::Connection& connection, ContractNo no) const {
  TAMGA_ASSIGN(rows, connection.query(kContract, no));
  return only(read_contracts(std::move(rows)));
}

Result<Contract> Contracts::find(sql::Connection& connection, std::string_view number) const {
  TAMGA_ASSIGN(no, connection.find(
                       kContractOfNumber, [](sql::Row const& row) { return row.as<ContractNo>(0); }, number));
  if (!no) return fail(kContractUnknown);
  return find(connection, *no);
}

Result<std::vector<Contract>> Contracts::of(sql::Connection& connection, ParticipantNo participant) const {
  TAMGA_ASSIGN(rows, connection.query(kContractsOf, participant));
  return read_contracts(std::move(rows));
}

Result<std::vector<Contract>> Contracts::to_review(sql::Connection& connection, ContractNo last,
                                                   std::int64_t most) const {
  TAMGA_ASSIGN(rows, connection.query(kContractsToReview, last, most));
  return read_contracts(std::move(rows));
}

Result<std::vector<ContractText>> Contracts::texts(sql::Connection& connection, ContractNo no) const {
  std::vector<ContractText> out;
  TAMGA_ASSIGN(rows, connection.query(kTextsOf, no));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.push_back({language_of(row.text(0)).value_or(Language::Ru), std::string(row.text(1))});
  }));
  if (out.empty()) return fail(kContractUnknown);
  return out;
}

Result<std::vector<HistoryEntry>> Contracts::history(sql::Connection& connection, ContractNo no) const {
  std::vector<HistoryEntry> out;
  TAMGA_ASSIGN(rows, connection.query(kEventsOf, no));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.push_back({row.as<ContractEvent>(0), row.as<ContractState>(1), row.as<UnixMs>(2),
                   std::string(row.text(3)), std::string(row.text(4))});
  }));
  return out;
}

}  // namespace tamga::contracts
