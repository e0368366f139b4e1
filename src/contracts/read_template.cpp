// SPDX-License-Identifier: Apache-2.0
#include "contracts/read_template.hpp"

#include <algorithm>
#include <set>

#include "contracts/errors.hpp"
#include "contracts/placeholders.hpp"
#include "country/errors.hpp"
#include "country/spec_rows.hpp"

namespace tamga::contracts {
namespace {

using country::SpecTable;
using Languages = std::vector<Language>;

void check_placeholder(SpecTable& table, std::string_view key, std::string_view name) {
  if (!is_placeholder(name))
    table.wrong(key, Error(kTemplatePlaceholder).with("placeholder", '{' + std::string(name) + '}'));
}

/// One text of the table under the code of a language; `key` is what mistakes call it.
std::string read_one(SpecTable& table, std::string_view key, Language language) {
  std::string const code(code_of(language));
  if (!table.has(code)) {
    table.wrong({},
                Error(country::kSpecLanguageMissing).with("key", std::string(key)).with("language", code));
    return {};
  }
  std::string text = table.text(code);
  Found const found = placeholders_in(text);
  for (std::string_view const name : found.names) check_placeholder(table, code, name);
  bool const control =
      std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; });
  if (found.stray || control) table.wrong(code, Error(kTemplateText).with("key", std::string(key)));
  return text;
}

/// A text in every language of the contract, with the same placeholders in each.
LocalizedText read_all(SpecTable& table, std::string_view key, Languages const& languages) {
  LocalizedText out;
  std::set<std::string_view> first;
  for (Language const language : languages) {
    out.in(language) = read_one(table, key, language);
    auto const names = placeholders_in(out.in(language)).names;
    std::set<std::string_view> const these(names.begin(), names.end());
    if (language == languages.front()) {
      first = these;
      continue;
    }
    std::vector<std::string_view> odd;
    std::set_symmetric_difference(first.begin(), first.end(), these.begin(), these.end(),
                                  std::back_inserter(odd));
    if (!odd.empty() && table.has(code_of(language)))
      table.wrong(code_of(language), Error(country::kSpecPlaceholders)
                                         .with("name", std::string(key))
                                         .with("placeholder", '{' + std::string(odd.front()) + '}'));
  }
  return out;
}

LocalizedText read_under(SpecTable& table, std::string_view key, Languages const& languages) {
  LocalizedText out;
  table.inside(key, [&](SpecTable& texts) { out = read_all(texts, key, languages); });
  return out;
}

std::vector<Paragraph> read_paragraphs(SpecTable& table, std::string_view key, Languages const& languages) {
  std::vector<Paragraph> out;
  table.each(key, [&](SpecTable& row) {
    Paragraph paragraph;
    paragraph.text = read_all(row, key, languages);
    paragraph.when = row.words_or_none<Condition>("when", kConditionNames);
    paragraph.needs = row.text_or("needs", "");
    if (!paragraph.needs.empty()) check_placeholder(row, "needs", paragraph.needs);
    out.push_back(std::move(paragraph));
  });
  if (out.empty()) table.wrong({}, Error(country::kSpecMissingKey).with("key", std::string(key)));
  return out;
}

PriceAnnex read_prices(SpecTable& table, Languages const& languages) {
  PriceAnnex annex;
  annex.heading = read_under(table, "heading", languages);
  annex.paragraphs = read_paragraphs(table, "paragraphs", languages);
  annex.columns = {read_under(table, "package", languages), read_under(table, "price", languages),
                   read_under(table, "moment", languages)};
  annex.unit = read_under(table, "unit", languages);
  annex.free = read_under(table, "free", languages);
  annex.vat_included = read_under(table, "vat_included", languages);
  annex.vat_on_top = read_under(table, "vat_on_top", languages);
  table.inside("charged", [&](SpecTable& words) {
    for (std::size_t i = 0; i < country::kChargeAtNames.size(); ++i)
      annex.charged.at(i) = read_under(words, country::kChargeAtNames.at(i), languages);
  });
  return annex;
}

Wordings read_version(SpecTable& row, ContractTemplate const& kind) {
  Wordings out;
  out.effective_from = row.day("effective_from");
  out.title = read_under(row, "title", kind.languages);
  out.subtitle = read_under(row, "subtitle", kind.languages);
  out.preamble = read_paragraphs(row, "preamble", kind.languages);
  row.each("sections", [&](SpecTable& table) {
    Section section;
    section.heading = read_under(table, "heading", kind.languages);
    section.numbered = table.flag_or("numbered", true);
    section.paragraphs = read_paragraphs(table, "paragraphs", kind.languages);
    out.sections.push_back(std::move(section));
  });
  if (out.sections.empty()) row.wrong({}, Error(country::kSpecMissingKey).with("key", "sections"));
  if (row.has("prices")) {
    if (kind.scope != Scope::Group) row.wrong("prices", Error(kTemplatePrices));
    row.inside("prices", [&](SpecTable& table) { out.prices = read_prices(table, kind.languages); });
  }
  return out;
}

/// "KM-{year}-{serial}": ASCII, because it stands in the manifest and in names of files.
void read_number(SpecTable& table, ContractTemplate& out) {
  out.number = table.text("number");
  Found const found = placeholders_in(out.number);
  bool serial = false;
  for (std::string_view const name : found.names) {
    serial = serial || name == "serial";
    if (name != "serial" && name != "year")
      table.wrong("number", Error(kTemplatePlaceholder).with("placeholder", '{' + std::string(name) + '}'));
  }
  bool const ascii =
      std::all_of(out.number.begin(), out.number.end(), [](char c) { return c > ' ' && c <= '~'; });
  if (found.stray || !serial || !ascii) table.wrong("number", Error(kTemplateText).with("key", "number"));
}

void read_languages(SpecTable& table, country::CountryRules const& rules, ContractTemplate& out) {
  for (std::string const& code : table.list("languages")) {
    auto const language = language_of(code);
    auto const& known = rules.languages;
    if (!language || std::find(known.begin(), known.end(), *language) == known.end()) {
      table.wrong("languages",
                  Error(country::kSpecUnknownReference).with("key", "languages").with("value", code));
    } else {
      out.languages.push_back(*language);
    }
  }
}

}  // namespace

ContractTemplate read_template(std::filesystem::path const& file, country::CountryRules const& rules,
                               country::Problems& problems) {
  ContractTemplate out;
  auto const tree = country::read_spec(file);
  if (!tree) {
    problems.push_back(tree.error());
    return out;
  }
  std::string const name = file.string();
  SpecTable table(*tree, name, problems);
  out.kind = table.text("id");
  if (out.kind != file.stem().string()) table.wrong("id", Error(country::kSpecFileName).with("id", out.kind));
  out.name = table.texts("names");
  out.scope = table.word<Scope>("per", kScopeNames);
  read_languages(table, rules, out);
  read_number(table, out);
  out.needed_by = table.list_or_empty("needed_by");
  country::check_references(table, "needed_by", out.needed_by, [&](std::string const& code) {
    return rules.participant_types.find(code) != nullptr;
  });
  out.gates = table.flag_or("gates", true);
  out.versions = country::read_dated<Wordings>(table, "versions", country::Rows::Needed,
                                               [&](SpecTable& row) { return read_version(row, out); });
  return out;
}

}  // namespace tamga::contracts
