// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <fstream>
#include <memory>

#include "business_register/filed_register.hpp"
#include "business_register/import_extract.hpp"
#include "business_register/tables.hpp"
#include "country/country.hpp"
#include "identifiers/rule.hpp"
#include "server/commands/command.hpp"
#include "server/commands/shared_folders.hpp"
#include "shape/encode.hpp"
#include "sql/migration.hpp"

namespace tamga::server {
namespace {

namespace books = business_register;

struct Asked {
  std::string store;
  std::string country;
  std::filesystem::path spec = default_spec();
  std::string file;
  std::string tax_id;
  std::string as_of;
  bool merge = false;
  std::size_t tolerated = 0;
};

/// A store with the tables of the register, and the rules of the country.
struct Place {
  std::unique_ptr<sql::Store> store;
  country::Country country;
};

Result<Place> open_place(Asked const& asked) {
  TAMGA_ASSIGN(country, country::load_country(asked.spec / asked.country));
  TAMGA_ASSIGN(store, sql::Store::open(asked.store));
  TAMGA_TRY(sql::migrate(*store, "business_register", books::kMigrations, SystemClock()));
  return Place{std::move(store), std::move(country)};
}

std::string text_of(books::ImportReport const& report) {
  std::string text;
  for (Error const& error : report.errors) text += describe(error) + "\n";
  if (report.wrong > report.errors.size())
    text += fmt::format("... and {} more\n", report.wrong - report.errors.size());
  if (!report.stored)
    return text +
           fmt::format("register: {} wrong rows, more than tolerated: nothing was stored\n", report.wrong);
  return text + fmt::format(
                    "register: {} businesses stored, {} kept as a later extract says, {} with a doubtful "
                    "number, {} wrong rows left out\n",
                    report.businesses - report.kept_newer, report.kept_newer, report.doubted, report.wrong);
}

Result<books::ImportReport> import(Asked const& asked) {
  TAMGA_ASSIGN(place, open_place(asked));
  SystemClock const clock;
  books::ImportOrder const order{
      .file = asked.file,
      .as_of = asked.as_of.empty() ? place.country.day_of(clock.now()) : *Date::parse(asked.as_of),
      .mode = asked.merge ? books::ImportMode::Merge : books::ImportMode::Replace,
      .tolerated = asked.tolerated};
  std::ifstream file(asked.file, std::ios::binary);
  return books::import_extract(*place.store, file, place.country.rules().identifiers, order, clock);
}

int run_import(Asked const& asked) {
  auto const report_made = import(asked);
  if (!report_made) return report(fail(report_made.error()));
  std::fputs(text_of(*report_made).c_str(), report_made->stored ? stdout : stderr);
  return report_made->stored ? 0 : 1;
}

Result<std::string> show(Asked const& asked) {
  TAMGA_ASSIGN(place, open_place(asked));
  TAMGA_ASSIGN(number, identifiers::check(place.country.rules().identifiers.tax_id, asked.tax_id));
  TAMGA_ASSIGN(found, books::FiledRegister(*place.store).find(number.text));
  return found ? shape::encode(*found) + "\n" : std::string("register: there is no such business\n");
}

void add_place(CLI::App* command, Asked& asked) {
  command->add_option("--store", asked.store, "sqlite:DIR or postgresql://...")->required();
  command->add_option("--country", asked.country, "Folder of the country under --spec")->required();
  command->add_option("--spec", asked.spec, "Folder of the countries' data")->capture_default_str();
}

std::string check_day(std::string const& text) {
  return Date::parse(text) ? std::string() : "not a day of the form 2026-03-01: " + text;
}

}  // namespace

void add_register(CLI::App& app, Run& run) {
  auto const asked = std::make_shared<Asked>();
  CLI::App* const book =
      app.add_subcommand("register", "The state's register of businesses")->require_subcommand(1);

  CLI::App* const in = book->add_subcommand("import", "Store an official extract (CSV)");
  in->add_option("file", asked->file, "The extract")->required();
  add_place(in, *asked);
  in->add_option("--as-of", asked->as_of, "The day of which the extract speaks; today when not given")
      ->check(CLI::Validator(check_day, "YYYY-MM-DD"));
  in->add_flag("--merge", asked->merge, "Add to what is stored instead of replacing it");
  in->add_option("--tolerate", asked->tolerated, "Wrong rows that may be left out")->capture_default_str();
  in->callback([&run, asked] { run = [asked] { return run_import(*asked); }; });

  CLI::App* const out = book->add_subcommand("show", "What is stored of a business, as JSON");
  out->add_option("tax_id", asked->tax_id, "Tax number")->required();
  add_place(out, *asked);
  out->callback([&run, asked] { run = [asked] { return report(show(*asked)); }; });
}

}  // namespace tamga::server
