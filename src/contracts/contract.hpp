// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "base/time.hpp"
#include "contracts/contract_text.hpp"
#include "contracts/facts.hpp"
#include "contracts/life.hpp"
#include "crypto/sha256.hpp"

namespace tamga::contracts {

/// Number of the row: how the program names a contract. People use `Contract::number`.
using ContractNo = Id<struct ContractNoTag, std::int64_t>;

/// A signature over the manifest: CMS without content, in DER or BER as it came.
struct Signature {
  UnixMs at;           ///< when it came, by our clock
  std::string person;  ///< who: name in the certificate, or who of the operator let it be made
  std::string cms;
};

/// A contract as kept, without its texts.
struct Contract {
  ContractNo no;
  std::string number;        ///< "KM-2026-000017"
  std::int64_t version = 1;  ///< of this kind for this participant and group
  std::optional<ContractNo> replaces;
  Date template_day = Date::from_days(0);  ///< since when its wording is in force
  ContractState state = ContractState::Draft;
  std::optional<Date> keep_until;  ///< Amending: last day in force
  ContractFacts facts;
  std::string manifest;  ///< exactly the bytes that are signed
  std::optional<Signature> participant_signature;
  std::optional<crypto::Sha256> signer_certificate;
  std::optional<Signature> operator_signature;
  std::string reason;  ///< of the last event that has one: given back, left to a person, replaced, ended
  std::int64_t events = 0;
};

/// What happened to a contract, when, and by whom.
struct HistoryEntry {
  ContractEvent event{};
  ContractState state{};  ///< afterwards
  UnixMs at;
  std::string actor;  ///< a person's name; "rule" when the system decided by itself
  std::string note;
};

}  // namespace tamga::contracts
