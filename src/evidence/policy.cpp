// SPDX-License-Identifier: Apache-2.0
#include "evidence/policy.hpp"

#include <array>

#include "country/spec_table.hpp"

namespace tamga::evidence {

crypto::WhenUnreachable when_unreachable(WhenSilent when_silent) {
  switch (when_silent) {
    case WhenSilent::Accept:
      return crypto::WhenUnreachable::Accept;
    case WhenSilent::Grace:
      return crypto::WhenUnreachable::Grace;
    case WhenSilent::Wait:
    case WhenSilent::Refuse:
      break;
  }
  return crypto::WhenUnreachable::Refuse;
}

Result<Policy> read_policy(std::filesystem::path const& file) {
  constexpr std::array<std::string_view, 4> kWords{"accept", "grace", "wait", "refuse"};
  constexpr std::int64_t kWeek = 24 * 7;
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  Policy policy;
  {
    country::SpecTable table(tree, name, problems);
    table.inside("revocation", [&](country::SpecTable& row) {
      policy.when_silent = row.word<WhenSilent>("when_silent", kWords);
      policy.grace = std::chrono::hours(row.integer("grace_hours", 0, kWeek));
      policy.recheck_after = std::chrono::minutes(row.integer("recheck_minutes", 1, 24 * 60));
      policy.wait_at_most = std::chrono::hours(row.integer("wait_hours", 1, 30 * 24));
    });
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  return policy;
}

}  // namespace tamga::evidence
