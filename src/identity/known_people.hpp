// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "crypto/holder.hpp"
#include "crypto/sha256.hpp"
#include "identity/person.hpp"
#include "ledger/code_no.hpp"
#include "sql/connection.hpp"

namespace tamga::identity {

/// Somebody who proved with a certificate that he acts for a participant.
struct KnownPerson {
  ledger::ParticipantNo participant;
  crypto::Sha256 certificate{};  ///< of the last proof
  std::string person;
};

/// Remembers a proof, by the numbers of the person in the certificate; a certificate without any leaves no
/// trace. Within the transaction of `connection`.
Result<void> note_person(sql::Connection& connection, crypto::Holder const& holder, KnownPerson const& known,
                         UnixMs now);
/// Everybody a portal's person was: by the personal number, else by the tax number. Each participant once.
Result<std::vector<KnownPerson>> find_people(sql::Connection& connection, ExternalPerson const& person);

}  // namespace tamga::identity
