// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "gs1/gtin.hpp"
#include "registry/participant.hpp"
#include "sql/connection.hpp"

namespace tamga::catalogue {

/// The beginning of GTINs that belongs to one company, as the GS1 member gave it: 4 to 12 digits of the
/// GTIN-13, without the indicator. All 13 of them: that one number, as an importer or a holder of single
/// numbers has it; a GTIN-8 stands behind five zeros.
struct CompanyPrefix {
  std::string prefix;
  registry::ParticipantNo participant;
  std::string source;  ///< by what it was proved: certificate of the GS1 member
  std::string person;  ///< who assigned it
  UnixMs assigned_at;
};

/// Within the transaction of `connection`. Errors: PREFIX_FORM, PREFIX_TAKEN (it overlaps with one of
/// another; the same again, of the same company, changes nothing).
Result<void> assign_prefix(sql::Connection& connection, CompanyPrefix const& prefix);
/// As it was assigned; nothing: it is nobody's.
Result<std::optional<CompanyPrefix>> find_prefix(sql::Connection& connection, std::string_view prefix);
/// Errors: PREFIX_UNKNOWN.
Result<CompanyPrefix> withdraw_prefix(sql::Connection& connection, std::string_view prefix);
/// Of one company, or of all, in order, those behind `after`.
Result<std::vector<CompanyPrefix>> prefixes(sql::Connection& connection,
                                            std::optional<registry::ParticipantNo> participant,
                                            std::string_view after, int limit);
/// Whose prefix the number lies in; nothing: nobody's.
Result<std::optional<registry::ParticipantNo>> holder_of(sql::Connection& connection, gs1::Gtin gtin);

}  // namespace tamga::catalogue
