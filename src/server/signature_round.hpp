// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/revocation.hpp"
#include "documents/sequencer.hpp"
#include "documents/submission.hpp"
#include "sql/store.hpp"

namespace tamga::server {

/// What is needed to ask authorities again.
struct SignatureDesk {
  sql::Store& store;
  documents::Sequencer& sequencer;
  documents::Submission::Readers readers;
  crypto::RevocationChecker* revocation;  ///< null: nobody looks
  evidence::Policy policy;
  Clock const& clock;
};

/// Documents that wait because nobody vouches for their signature: each is verified again, as of the moment
/// it came, and judged when somebody answered; what waited too long is refused.
Result<void> attend_waiting_documents(SignatureDesk const& desk);

/// Signatures that were accepted with a remark: their authorities are asked again. Good: the remark goes and
/// the evidence is kept. Revoked before it was signed: the document is marked, whoever sent it is told, and
/// the operator sees it in his list; nothing is undone by itself. Each with its entry in the journal.
Result<void> attend_doubtful_signatures(SignatureDesk const& desk);

}  // namespace tamga::server
