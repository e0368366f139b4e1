// SPDX-License-Identifier: Apache-2.0
#include "onboarding/terms.hpp"

#include "country/spec_rows.hpp"

namespace tamga::onboarding {

Result<Terms> read_terms(std::filesystem::path const& file) {
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  Terms terms;
  {
    country::SpecTable table(tree, name, problems);
    terms.consent = table.text("consent");
    terms.consent_text = table.texts("consent_text");
    terms.link_hours = table.integer("link_hours", 1, 24 * 30);
    terms.applications_a_day = table.integer("applications_a_day", 1, 1000);
    table.each("legal_basis", [&](country::SpecTable& row) {
      terms.legal_basis.push_back({row.day("effective_from"), row.texts("names")});
    });
    country::Once codes;
    table.each("needs", [&](country::SpecTable& row) {
      Need need;
      need.kind = row.word<NeedKind>("kind", kNeedKindNames);
      need.code = row.text("code");
      codes.check(row, "code", need.code);
      need.version = row.text_or("version", "");
      need.url = row.text_or("url", "");
      need.name = row.texts("names");
      terms.needs.push_back(std::move(need));
    });
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  return terms;
}

}  // namespace tamga::onboarding
