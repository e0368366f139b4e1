// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>

#include "documents/case.hpp"

namespace tamga::documents {

/// For what a document names a registrar.
enum class RegistrarUse : std::uint8_t {
  Working,    ///< codes are issued or printed through it: it must be active
  Reporting,  ///< something is told of what it did: it may stand still, or be gone, since
};

/// Whose registrars a document may name: those of who owns the codes, and of who acts for him.
struct RegistrarOwners {
  ledger::ParticipantNo owner;
  ledger::ParticipantNo acting;  ///< the owner himself, or his service provider
};

/// The registrar that the field `registrar` names, or the only one that will do where nothing was said and
/// one of the product groups asks for one; none where none is asked for. Objects at /registrar:
/// REGISTRARS_NOT_USED, REGISTRAR_UNKNOWN, REGISTRAR_NOT_ACTIVE, REGISTRAR_MISSING (the group needs one and
/// there is none that works), REGISTRAR_NOT_SAID (there are several), REGISTRAR_OF_OTHER_KIND.
Result<registrars::RegistrarNo> judge_registrar(Case& one, RegistrarOwners const& owners,
                                                std::optional<std::string> const& given,
                                                std::set<std::string> const& groups, RegistrarUse use);

/// Product groups of codes.
std::set<std::string> groups_of(Case& one, ledger::CodeSet const& codes);

/// What three kinds of documents say of printing.
struct PrintingFacts {
  registrars::RegistrarNo registrar;
  std::string line;
  std::string production_order;
};
/// Puts a record of this document down: `part` counts within it.
void record_printing(Case& one, PrintingFacts const& facts, registrars::Printing what, int part,
                     std::string grade, ledger::CodeSet const& codes);

}  // namespace tamga::documents
