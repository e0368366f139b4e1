// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "crypto/sha256.hpp"
#include "ledger/code_no.hpp"
#include "registry/user.hpp"

namespace tamga::registry {

/// An organisation that takes part in marking, or the operator itself.
struct Participant {
  ParticipantNo number;
  std::string tax_id;              ///< STIR, INN ...: unique, checked by the country's rules
  std::string name;                ///< as in its certificate
  std::vector<std::string> types;  ///< codes of the country's participant types
  bool authority = false;          ///< the operator: may block, recall, release from customs
};

/// A certificate by which a user acts for a participant.
struct Signer {
  crypto::Sha256 certificate{};  ///< of its DER
  ParticipantNo participant;
  std::string person;  ///< common name of the certificate
  UserNo user{};       ///< whose it is
};

}  // namespace tamga::registry
