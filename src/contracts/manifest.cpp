// SPDX-License-Identifier: Apache-2.0
#include "contracts/manifest.hpp"

#include <fmt/format.h>

namespace tamga::contracts {

std::string manifest_of(ContractFacts const& facts, std::string_view number, std::int64_t version,
                        std::span<ContractText const> texts) {
  std::string out = fmt::format(
      "tamga contract 1\ncountry: {}\nkind: {}\nnumber: {}\nversion: {}\ndate: {}\nparticipant: "
      "{}\noperator: {}\n",
      facts.country, facts.kind, number, version, facts.date.text(), facts.participant.tax_id,
      facts.operator_party.tax_id);
  if (facts.group) out += fmt::format("group: {}\n", facts.group->code);
  for (ContractText const& text : texts)
    out +=
        fmt::format("text: {} {} {}\n", code_of(text.language), crypto::hex(text.sha256()), text.text.size());
  return out;
}

}  // namespace tamga::contracts
