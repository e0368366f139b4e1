// SPDX-License-Identifier: Apache-2.0
#include "standing/rules.hpp"

#include <algorithm>

#include "country/spec_rows.hpp"

namespace tamga::standing {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;

}  // namespace

bool Rules::allows(Effect effect, std::string_view document) const {
  if (effect == Effect::Good) return true;
  auto const& kinds = effect == Effect::Restricted ? restricted_documents : blocked_documents;
  return std::find(kinds.begin(), kinds.end(), document) != kinds.end();
}

Result<Rules> read_rules(std::filesystem::path const& file) {
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  Rules rules;
  {
    country::SpecTable table(tree, name, problems);
    rules.recheck_ms = table.integer("recheck_hours", 1, 24 * 31) * 60 * kMinuteMs;
    rules.retry_ms = table.integer("retry_minutes", 1, 24 * 60) * kMinuteMs;
    rules.restricted_documents = table.list("restricted_documents");
    rules.blocked_documents = table.list("blocked_documents");
    country::Once once;
    table.each("causes", [&](country::SpecTable& row) {
      auto const cause = row.word<Cause>("cause", kCauseNames);
      once.check(row, "cause", std::string(name_of(cause)));
      rules.causes.at(static_cast<std::size_t>(cause)) = {row.word<Effect>("effect", kEffectNames),
                                                          row.flag_or("ends_by_profile", false)};
    });
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  return rules;
}

}  // namespace tamga::standing
