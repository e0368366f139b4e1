// SPDX-License-Identifier: Apache-2.0
#include "contracts/template.hpp"

#include <algorithm>

#include "contracts/read_template.hpp"

namespace tamga::contracts {

bool ContractTemplate::needed(std::vector<std::string> const& types) const {
  return needed_by.empty() || std::any_of(types.begin(), types.end(), [&](std::string const& type) {
           return std::find(needed_by.begin(), needed_by.end(), type) != needed_by.end();
         });
}

std::optional<Date> ContractTemplate::wording_day(Date day) const {
  Wordings const* const wordings = versions.in_force(day);
  return wordings == nullptr ? std::nullopt : std::optional(wordings->effective_from);
}

Result<Templates> Templates::load(std::filesystem::path const& folder, country::CountryRules const& rules) {
  std::vector<std::filesystem::path> files;
  std::error_code missing;
  for (auto const& entry : std::filesystem::directory_iterator(folder / "contracts", missing))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  Templates out;
  country::Problems problems;
  for (std::filesystem::path const& file : files) out.all_.push_back(read_template(file, rules, problems));
  if (problems.empty()) return out;
  std::string all;
  for (Error const& problem : problems) all += describe(problem) + "\n";
  return fail(std::move(problems.front().log(all)));
}

ContractTemplate const* Templates::find(std::string_view kind) const {
  auto const found =
      std::find_if(all_.begin(), all_.end(), [&](auto const& one) { return one.kind == kind; });
  return found == all_.end() ? nullptr : &*found;
}

}  // namespace tamga::contracts
