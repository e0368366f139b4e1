// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "standing/standing.hpp"

namespace tamga::standing {

/// What a cause leads to in a country.
struct CauseRule {
  Effect effect = Effect::Good;  ///< Good: it is passed over
  bool ends_by_profile = false;  ///< a profile confirmed anew ends it; otherwise the register or the operator
};

/// How a country watches its participants: spec/<country>/standing.toml. Immutable after load.
struct Rules {
  std::int64_t recheck_ms = 0;  ///< from one look into the register to the next
  std::int64_t retry_ms =
      0;  ///< after a register that did not answer, and while something stands against them
  std::array<CauseRule, kCauseNames.size()> causes{};
  std::vector<std::string> restricted_documents;  ///< kinds that a restricted participant may send
  std::vector<std::string> blocked_documents;     ///< kinds that a blocked one may send

  [[nodiscard]] CauseRule const& of(Cause cause) const { return causes.at(static_cast<std::size_t>(cause)); }
  /// Whether a participant of this standing may send the kind of document.
  [[nodiscard]] bool allows(Effect effect, std::string_view document) const;
};

/// Every mistake of the file at once, with file and line.
Result<Rules> read_rules(std::filesystem::path const& file);

}  // namespace tamga::standing
