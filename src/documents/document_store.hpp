// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/sha256.hpp"
#include "documents/verdict.hpp"
#include "evidence/proof.hpp"
#include "sql/connection.hpp"

namespace tamga::documents {

/// A document as it is kept: the bytes that were signed, the signature, and the answer.
struct StoredDocument {
  ledger::DocumentNo number;
  ledger::ParticipantNo participant;
  ledger::ParticipantNo
      principal{};  ///< in whose name a service provider sent it; none: the participant's own
  ledger::ParticipantNo counterpart{};  ///< the other side: receiver, sender, provider; none: there is none
  DocumentKind kind;
  DocumentStatus status = DocumentStatus::Accepted;
  UnixMs received_at;
  std::string idempotency_key;
  crypto::Sha256 certificate{};  ///< of the session, or of the signature
  std::string person;
  crypto::Sha256 body_hash{};
  std::string body;       ///< packed (pack_body)
  std::string signature;  ///< CMS in DER; empty for kinds that need none
  Verdict verdict;
  crypto::Sha256 evidence{};  ///< set of room evidence; zeros: none
  evidence::Standing standing = evidence::Standing::None;
};

/// Signed bytes as they are stored: a format byte, then the bytes, with Zstandard when that makes them
/// shorter.
std::string pack_body(std::string_view body);
Result<std::string> unpack_body(std::string_view packed);

/// What is searched by instead of the key's text.
std::int64_t key_hash(ledger::ParticipantNo participant, std::string_view idempotency_key);

/// Within the transaction of `connection`.
Result<void> insert_documents(sql::Connection& connection, std::span<StoredDocument const> documents);

/// Documents that carry one of these keys (and others whose keys share a hash): all but body and signature.
Result<std::vector<StoredDocument>> documents_by_key(sql::Connection& connection,
                                                     std::span<std::int64_t const> key_hashes);
Result<std::optional<StoredDocument>> find_document(sql::Connection& connection, ledger::DocumentNo number);
/// What became of its signature afterwards.
Result<void> set_standing(sql::Connection& connection, ledger::DocumentNo number,
                          crypto::Sha256 const& evidence, evidence::Standing standing);
/// Which documents that were judged.
struct DocumentFilter {
  ledger::ParticipantNo participant;
  bool by_providers = false;  ///< what service providers sent in the participant's name, not his own
  std::optional<DocumentKind> kind{};
  std::optional<DocumentStatus> status{};
  ledger::ParticipantNo counterpart{};  ///< only documents with this one
  std::optional<UnixMs> from{};         ///< numbered then or later
  std::optional<UnixMs> until{};        ///< numbered before
};
/// Newest first, numbers below `before`: all but body and signature.
Result<std::vector<StoredDocument>> documents_of(sql::Connection& connection, DocumentFilter const& filter,
                                                 ledger::DocumentNo before, int limit);
/// The smallest number that a document of this moment can have.
ledger::DocumentNo first_number_of(UnixMs moment);
/// The largest number any lane has used, of documents and of their application; 0 when there is none.
Result<std::int64_t> last_number(sql::Connection& connection);

}  // namespace tamga::documents
