// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "contracts/contract.hpp"
#include "contracts/holdings.hpp"
#include "contracts/template.hpp"
#include "crypto/cms.hpp"
#include "sql/connection.hpp"

namespace tamga::contracts {

/// Whose contract it is; nothing when there is none of that number.
Result<std::optional<ParticipantNo>> participant_of(sql::Connection& connection, ContractNo no);

/// Contracts between participants and the operator, from generation to the end. Keeps nothing in memory;
/// every call is a part of the caller's transaction, and who is faster wins: the other gets STORE_CONFLICT
/// and may try again. Safe from any thread. Calls that change need a transaction of a writer, or are
/// STORE_MISUSE.
///
/// Errors of all that name a contract: CONTRACT_UNKNOWN; CONTRACT_STATE when it cannot happen to a contract
/// in this state. Who may call what is for the caller.
class Contracts {
 public:
  /// Both must outlive it.
  Contracts(Templates const& templates, crypto::SignatureVerifier const& verifier)
      : templates_(&templates), verifier_(&verifier) {}

  /// A new contract, not shown yet; its number is the next of its kind and year, without gaps.
  /// `facts.previous` is ignored. Errors: CONTRACT_KIND_UNKNOWN; CONTRACT_EXISTS when one of this kind for
  /// this group is not over; those of `write_texts`; JSON_... when a fact is too long or has control
  /// characters.
  Result<Contract> generate(sql::Connection& connection, ContractFacts facts, std::string_view actor,
                            UnixMs now) const;
  /// A new version, when the profile, the prices, the wording or the law changed. An old one in force stays
  /// so until the new one is accepted, at most to the end of `keep_until`; without a day, and when it was
  /// never in force, it ends at once. The new one waits to be published. Errors: CONTRACT_OTHER_PARTIES when
  /// participant, kind or group differ; CONTRACT_REASON_MISSING; CONTRACT_STATE also when there is a newer
  /// version; as `generate`.
  Result<Contract> replace(sql::Connection& connection, ContractNo old, ContractFacts facts,
                           std::optional<Date> keep_until, std::string_view reason, std::string_view actor,
                           UnixMs now) const;
  /// Whether a contract made today, of these facts, would say something else: then `replace` is due. Facts
  /// that no paragraph prints do not count. Errors: those of `write_texts` about the facts of today.
  [[nodiscard]] Result<bool> is_outdated(Contract const& contract, ContractFacts now) const;
  /// Lets the participant see it.
  Result<void> publish(sql::Connection& connection, ContractNo no, std::string_view actor, UnixMs now) const;
  /// Notes that somebody of the participant has seen it; only the first time is noted. CONTRACT_STATE: a
  /// draft.
  Result<Contract> open(sql::Connection& connection, ContractNo no, std::string_view person,
                        UnixMs now) const;

  /// Takes the participant's signature over the manifest. Order of the checks: CONTRACT_STATE;
  /// CONTRACT_TEXT_CHANGED when a stored text is no longer what the manifest says; the errors of
  /// `SignatureVerifier` (CMS_CONTENT_MISMATCH: it signs something else, CERTIFICATE_EXPIRED ...);
  /// CONTRACT_SIGNER_OTHER when the certificate names another tax number; CONTRACT_SIGNER_NOT_HEAD when it is
  /// not that of the organisation, or names a person other than the director. `accept_by_rule` follows.
  Result<void> sign(sql::Connection& connection, ContractNo no, std::string_view cms, UnixMs now) const;
  /// The operator's answer without a person: accepted when signature and texts verify, the register names the
  /// head, the wording is still the template's of that day (UTC); otherwise left to a person. Then: Active or
  /// Review, the obstacle ("signature", "head", "text", "template") as reason. Errors as `accept`.
  Result<ContractState> accept_by_rule(sql::Connection& connection, ContractNo no,
                                       crypto::SigningIdentity const& identity, UnixMs now) const;
  /// Leaves what the participant signed to a person, without asking the rule. Errors:
  /// CONTRACT_REASON_MISSING.
  Result<void> leave_to_person(sql::Connection& connection, ContractNo no, std::string_view why,
                               UnixMs now) const;
  /// A person of the operator accepts: the operator's signature is made, and versions before this one are
  /// superseded. Errors: CONTRACT_TEXT_CHANGED; CONTRACT_OPERATOR_OTHER when the identity is not that of the
  /// operator in the contract; those of `SignatureVerifier` about the identity.
  Result<void> accept(sql::Connection& connection, ContractNo no, crypto::SigningIdentity const& identity,
                      std::string_view officer, UnixMs now) const;
  /// Back to the participant, who may sign again. Errors: CONTRACT_REASON_MISSING.
  Result<void> give_back(sql::Connection& connection, ContractNo no, std::string_view reason,
                         std::string_view officer, UnixMs now) const;
  /// Errors: CONTRACT_REASON_MISSING.
  Result<void> end(sql::Connection& connection, ContractNo no, std::string_view reason,
                   std::string_view actor, UnixMs now) const;
  /// Supersedes what was kept for a while and whose last day is before `today`; at most `most`. How many.
  Result<std::int64_t> close_lapsed(sql::Connection& connection, Date today, std::int64_t most,
                                    UnixMs now) const;

  Result<Contract> find(sql::Connection& connection, ContractNo no) const;
  /// By the number that people use. Errors: CONTRACT_UNKNOWN.
  Result<Contract> find(sql::Connection& connection, std::string_view number) const;
  /// Newest first.
  Result<std::vector<Contract>> of(sql::Connection& connection, ParticipantNo participant) const;
  /// The operator's queue, oldest first, from behind `last`.
  Result<std::vector<Contract>> to_review(sql::Connection& connection, ContractNo last,
                                          std::int64_t most) const;
  Result<std::vector<ContractText>> texts(sql::Connection& connection, ContractNo no) const;
  Result<std::vector<HistoryEntry>> history(sql::Connection& connection, ContractNo no) const;

 private:
  struct Move;

  Result<Contract> create(sql::Connection& connection, ContractTemplate const& kind, ContractFacts facts,
                          std::int64_t version, std::optional<ContractNo> replaces, std::string_view actor,
                          UnixMs now) const;
  Result<void> move(sql::Connection& connection, Contract const& contract, Move const& move) const;
  Result<void> note(sql::Connection& connection, Contract const& contract, Move const& move,
                    std::int64_t changed) const;
  Result<std::vector<ContractText>> agreed_texts(sql::Connection& connection, Contract const& contract) const;
  Result<crypto::Signer> verify(Contract const& contract, std::string_view cms, UnixMs at) const;
  Result<void> conclude(sql::Connection& connection, Contract const& contract,
                        crypto::SigningIdentity const& identity, std::string_view acceptor, UnixMs now) const;
  [[nodiscard]] std::optional<std::string_view> obstacle(Contract const& contract,
                                                         std::vector<ContractText> const& texts,
                                                         UnixMs now) const;

  Templates const* templates_;
  crypto::SignatureVerifier const* verifier_;
};

/// One contract that a participant must have.
struct NeededContract {
  std::string kind;
  std::string group;  ///< empty: covers all groups

  friend bool operator==(NeededContract const&, NeededContract const&) = default;
};

/// The contracts that a participant of these types with these groups has with the operator, in the order of
/// their kinds.
[[nodiscard]] std::vector<NeededContract> needed_contracts(Templates const& templates,
                                                           std::vector<std::string> const& types,
                                                           std::vector<std::string> const& groups);

}  // namespace tamga::contracts
