// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "contracts/contracts.hpp"
#include "contracts/errors.hpp"
#include "contracts/manifest.hpp"
#include "contracts/move.hpp"
#include "contracts/tables.hpp"
#include "crypto/holder.hpp"

namespace tamga::contracts {
namespace {

constexpr std::string_view kRule = "rule";

/// Only who acts without a power of attorney: the holder of the organisation's own certificate who is the
/// director, or the sole trader.
Result<void> check_head(crypto::Holder const& holder, Party const& party) {
  if (holder.tax_id != party.tax_id) return fail(Error(kSignerOther).with("tax_id", party.tax_id));
  bool const person = holder.kind == crypto::HolderKind::Person;
  bool const entity = holder.kind == crypto::HolderKind::LegalEntity;
  if (party.kind == PartyKind::Organization ? !entity : entity) return fail(kSignerNotHead);
  if (!party.director_id || (person && holder.tax_id == *party.director_id)) return {};
  if (*party.director_id != holder.person_id && *party.director_id != holder.person_tax_id)
    return fail(kSignerNotHead);
  return {};
}

/// Of an organisation whose head the register does not name by a number, any certificate passes
/// `check_head`: whose it is remains for a person to say.
bool names_head(Party const& party) {
  return party.kind != PartyKind::Organization || party.director_id.has_value();
}

std::string name_of(crypto::Certificate const& certificate, crypto::Holder const& holder) {
  return holder.person.empty() ? certificate.subject().common_name : holder.person;
}

}  // namespace

Result<std::vector<ContractText>> Contracts::agreed_texts(sql::Connection& connection,
                                                          Contract const& contract) const {
  TAMGA_ASSIGN(stored, texts(connection, contract.no));
  if (manifest_of(contract.facts, contract.number, contract.version, stored) != contract.manifest)
    return fail(Error(kTextChanged).with("number", contract.number));
  return std::move(stored);
}

Result<crypto::Signer> Contracts::verify(Contract const& contract, std::string_view cms, UnixMs at) const {
  TAMGA_ASSIGN(signer, verifier_->verify_detached(cms, contract.manifest, at));
  TAMGA_ASSIGN(holder, crypto::holder_of(signer.certificate.subject()));
  TAMGA_TRY(check_head(holder, contract.facts.participant));
  return std::move(signer);
}

Result<void> Contracts::sign(sql::Connection& connection, ContractNo no, std::string_view cms,
                             UnixMs now) const {
  TAMGA_TRY(need_transaction(connection));
  TAMGA_ASSIGN(contract, find(connection, no));
  TAMGA_ASSIGN(state, state_after(contract, ContractEvent::Sign));
  TAMGA_TRY(agreed_texts(connection, contract));
  TAMGA_ASSIGN(signer, verify(contract, cms, now));
  TAMGA_ASSIGN(holder, crypto::holder_of(signer.certificate.subject()));
  std::string const person = name_of(signer.certificate, holder);
  TAMGA_ASSIGN(changed,
               connection.execute(kMoveSigned, no, contract.events, state, now, person,
                                  sql::Blob{crypto::view(signer.certificate.sha256())}, sql::Blob{cms}));
  return note(connection, contract, {.event = ContractEvent::Sign, .actor = person, .note = {}, .at = now},
              changed);
}

std::optional<std::string_view> Contracts::obstacle(Contract const& contract,
                                                    std::vector<ContractText> const& texts,
                                                    UnixMs now) const {
  if (!contract.participant_signature ||
      !verify(contract, contract.participant_signature->cms, contract.participant_signature->at))
    return "signature";
  if (!names_head(contract.facts.participant)) return "head";
  ContractTemplate const* const kind = templates_->find(contract.facts.kind);
  if (kind == nullptr) return "template";
  auto const today = write_texts(*kind, contract.facts, contract.number);
  if (!today || *today != texts) return "template";
  if (kind->wording_day(std::max(contract.facts.date, Date::of(now))) != contract.template_day)
    return "template";
  return std::nullopt;
}

Result<ContractState> Contracts::accept_by_rule(sql::Connection& connection, ContractNo no,
                                                crypto::SigningIdentity const& identity, UnixMs now) const {
  TAMGA_TRY(need_transaction(connection));
  TAMGA_ASSIGN(contract, find(connection, no));
  // A contract that waits for a person already is not taken out of the queue.
  TAMGA_ASSIGN(queued, state_after(contract, ContractEvent::Queue));
  auto const stored = agreed_texts(connection, contract);
  if (!stored && !stored.error().is(kTextChanged)) return fail(stored.error());
  auto const why = stored ? obstacle(contract, *stored, now) : std::optional<std::string_view>("text");
  if (why) {
    TAMGA_TRY(
        move(connection, contract, {.event = ContractEvent::Queue, .actor = kRule, .note = *why, .at = now}));
    return std::move(queued);
  }
  TAMGA_TRY(conclude(connection, contract, identity, kRule, now));
  return ContractState::Active;
}

Result<void> Contracts::leave_to_person(sql::Connection& connection, ContractNo no, std::string_view why,
                                        UnixMs now) const {
  TAMGA_ASSIGN(contract, find(connection, no));
  if (why.empty()) return fail(kReasonMissing);
  return move(connection, contract, {.event = ContractEvent::Queue, .actor = kRule, .note = why, .at = now});
}

Result<void> Contracts::accept(sql::Connection& connection, ContractNo no,
                               crypto::SigningIdentity const& identity, std::string_view officer,
                               UnixMs now) const {
  TAMGA_TRY(need_transaction(connection));
  TAMGA_ASSIGN(contract, find(connection, no));
  TAMGA_TRY(state_after(contract, ContractEvent::Accept));
  TAMGA_TRY(agreed_texts(connection, contract));
  return conclude(connection, contract, identity, officer, now);
}

Result<void> Contracts::conclude(sql::Connection& connection, Contract const& contract,
                                 crypto::SigningIdentity const& identity, std::string_view acceptor,
                                 UnixMs now) const {
  TAMGA_ASSIGN(state, state_after(contract, ContractEvent::Accept));
  TAMGA_ASSIGN(holder, crypto::holder_of(identity.certificate().subject()));
  if (holder.tax_id != contract.facts.operator_party.tax_id)
    return fail(Error(kOperatorOther).with("tax_id", contract.facts.operator_party.tax_id));
  TAMGA_ASSIGN(cms, crypto::sign_detached(identity, contract.manifest, now));
  // What is kept must verify: an expired certificate of ours is found here, not by the participant.
  TAMGA_TRY(verifier_->verify_detached(cms, contract.manifest, now));
  TAMGA_ASSIGN(changed, connection.execute(kMoveAccepted, contract.no, contract.events, state, now, acceptor,
                                           sql::Blob{cms}));
  TAMGA_TRY(note(connection, contract,
                 {.event = ContractEvent::Accept, .actor = acceptor, .note = {}, .at = now}, changed));
  TAMGA_ASSIGN(all, of(connection, contract.facts.participant_number));
  auto const group = [](Contract const& one) {
    return one.facts.group ? one.facts.group->code : std::string();
  };
  for (Contract const& other : all) {
    if (other.facts.kind != contract.facts.kind || group(other) != group(contract) ||
        other.version >= contract.version || is_over(other.state))
      continue;
    TAMGA_TRY(move(connection, other,
                   {.event = ContractEvent::Supersede, .actor = kRule, .note = contract.number, .at = now}));
  }
  return {};
}

Result<void> Contracts::give_back(sql::Connection& connection, ContractNo no, std::string_view reason,
                                  std::string_view officer, UnixMs now) const {
  TAMGA_ASSIGN(contract, find(connection, no));
  if (reason.empty()) return fail(kReasonMissing);
  return move(connection, contract,
              {.event = ContractEvent::GiveBack, .actor = officer, .note = reason, .at = now});
}

}  // namespace tamga::contracts
