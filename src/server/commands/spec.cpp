// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <memory>

#include "catalogue/rules.hpp"
#include "country/country.hpp"
#include "registrars/rules.hpp"
#include "server/commands/command.hpp"
#include "server/commands/shared_folders.hpp"
#include "server/warning_days.hpp"
#include "support/rules.hpp"

namespace tamga::server {
namespace {

struct Asked {
  std::string country;
  std::filesystem::path spec = default_spec();
};

Result<std::string> check_spec(Asked const& asked) {
  TAMGA_ASSIGN(country, country::load_country(asked.spec / asked.country));
  TAMGA_TRY(registrars::Rules::read(asked.spec / asked.country / "registrars.toml", country));
  TAMGA_ASSIGN(cards, catalogue::Rules::load(asked.spec / asked.country / "catalogue", country));
  TAMGA_TRY(support::read_rules(asked.spec / asked.country / "support.toml"));
  TAMGA_TRY(read_warning_days(asked.spec / asked.country / "warnings.toml"));
  std::string out;
  for (country::ProductGroup const& group : country.groups())
    out += fmt::format("{}: {} templates, cards with {} attributes\n", group.code, group.templates.size(),
                       cards.form(group.code).attributes.size());
  return out + fmt::format("{}: {} product groups, no mistake\n", asked.country, country.groups().size());
}

}  // namespace

void add_spec(CLI::App& app, Run& run) {
  auto const asked = std::make_shared<Asked>();
  CLI::App* family = app.add_subcommand("spec", "The data of a country");
  family->require_subcommand(1);
  CLI::App* command =
      family->add_subcommand("check", "Read it as a server does at start; tell every mistake");
  command->add_option("country", asked->country, "ru, uz ...")->required();
  command->add_option("--spec", asked->spec, "Folder of the data")->capture_default_str();
  command->callback([&run, asked] { run = [asked] { return report(check_spec(*asked)); }; });
}

}  // namespace tamga::server
