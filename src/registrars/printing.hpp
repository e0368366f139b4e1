// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "registrars/registrar.hpp"

namespace tamga::registrars {

/// What a document says of codes and a registrar. Stored as a number: never renumber.
enum class Printing : std::uint8_t {
  Printed = 1,
  Graded = 2,
  DroppedOut = 3,  ///< lost before they were applied
};
inline constexpr std::array<std::string_view, 4> kPrintingNames{"", "printed", "graded", "dropped_out"};
constexpr std::string_view name_of(Printing what) {
  return kPrintingNames.at(static_cast<std::size_t>(what));
}

/// How many codes a document reports, of one grade where it tells grades. The codes themselves stand in the
/// document, which is kept.
struct PrintRecord {
  ledger::DocumentNo document;
  int part = 0;  ///< within the document, from 0
  ParticipantNo participant;
  RegistrarNo registrar;  ///< none where the group asks for none
  Printing what{};
  std::string grade;  ///< of Graded
  std::string line;
  std::string production_order;  ///< number in the participant's own system
  UnixMs at;
  std::int64_t codes = 0;
  std::vector<std::string> groups;  ///< product groups of the codes
};

/// Of one registrar, since it is there.
struct PrintTotal {
  Printing what{};
  std::string grade;
  std::int64_t codes = 0;
};

/// Within the transaction of the document.
Result<void> insert_record(sql::Connection& connection, PrintRecord const& record);

/// Which records are asked for.
struct PrintQuestion {
  ParticipantNo participant;
  ledger::DocumentNo before;       ///< documents with smaller numbers
  RegistrarNo registrar{};         ///< none: of every one
  std::string production_order{};  ///< empty: of every one
};
/// Newest document first, its parts in order.
Result<std::vector<PrintRecord>> records_of(sql::Connection& connection, PrintQuestion const& question,
                                            int limit);
Result<std::vector<PrintTotal>> totals_of(sql::Connection& connection, RegistrarNo registrar);

}  // namespace tamga::registrars
