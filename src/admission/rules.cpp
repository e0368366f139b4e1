// SPDX-License-Identifier: Apache-2.0
#include "admission/rules.hpp"

#include "country/spec_rows.hpp"

namespace tamga::admission {

using country::SpecTable;

Result<Rules> Rules::load(std::filesystem::path const& folder, country::Country const& country) {
  Rules out;
  std::filesystem::path const file = folder / "admission.toml";
  if (!std::filesystem::exists(file)) return out;
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  {
    SpecTable table(tree, name, problems);
    out.from_ = table.day("contracts_from");
    country::Once codes;
    table.each("groups", [&](SpecTable& row) {
      std::string const code = row.text("group");
      codes.check(row, "group", code);
      if (auto const* group = country.find_group(code))
        out.groups_.emplace(group->code, row.day("contracts_from"));
      else
        row.wrong("group", Error(country::kSpecUnknownReference).with("key", "group").with("value", code));
    });
  }
  if (problems.empty()) return out;
  std::string all;
  for (Error const& problem : problems) all += describe(problem) + "\n";
  return fail(std::move(problems.front().log(all)));
}

Date Rules::group_from(std::string_view group) const {
  auto const found = groups_.find(group);
  return found == groups_.end() ? from_ : found->second;
}

}  // namespace tamga::admission
