// SPDX-License-Identifier: Apache-2.0
#include "country/read_country.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/error.hpp"
#include "country/banks.hpp"
#include "country/read_dictionaries.hpp"
#include "country/read_group.hpp"
#include "country/spec_rows.hpp"
#include "identifiers/rule.hpp"

namespace tamga::country {
namespace {

constexpr std::array<std::string_view, 3> kLanguageCodes{"ru", "uz", "en"};
constexpr std::array<std::string_view, 2> kProofs{"mac", "signature"};
constexpr std::int64_t kMostCodes = 100'000'000;

Limits read_limits(SpecTable& row) {
  Limits limits;
  limits.order_products = row.integer("order_products", 1, 10'000);
  limits.order_codes_per_product = row.integer("order_codes_per_product", 1, kMostCodes);
  limits.order_codes_single_product = row.integer("order_codes_single_product", 1, kMostCodes);
  limits.active_orders = row.integer("active_orders", 1, 1'000'000);
  limits.packet_codes = row.integer("packet_codes", 1, kMostCodes);
  limits.document_codes = row.integer("document_codes", 1, kMostCodes);
  limits.document_packages = row.integer("document_packages", 1, kMostCodes);
  limits.check_codes = row.integer("check_codes", 1, 1'000'000);
  return limits;
}

ReturnRules read_returns(SpecTable& row) {
  ReturnRules rules;
  if (auto const days = row.integer_if_given("cancel_withdrawal_days", 0, 36'500))
    rules.cancel_withdrawal_days = static_cast<std::int32_t>(*days);
  rules.same_cash_register = row.flag_or("same_cash_register", false);
  return rules;
}

void read_names(SpecTable& table, CountryRules& rules) {
  rules.code = table.text("code");
  rules.name = table.texts("names");
  for (std::string const& code : table.list("languages")) {
    if (auto const language = language_of(code)) {
      rules.languages.push_back(*language);
    } else {
      table.wrong("languages", Error(kSpecUnknownWord)
                                   .with("key", "languages")
                                   .with("value", code)
                                   .with("allowed", fmt::format("{}", fmt::join(kLanguageCodes, ", "))));
    }
  }
  rules.currency = Currency(table.text("currency"));
  rules.time_zone = table.text("time_zone");
  rules.utc_offset_minutes = static_cast<std::int32_t>(table.integer("utc_offset_minutes", -720, 840));
  if (auto const digit = table.integer_if_given("serial_country_digit", 0, 9))
    rules.serial_country_digit = static_cast<char>('0' + *digit);
  for (std::string const& text : table.list("gtin_prefixes")) {
    if (auto const range = read_prefixes(text)) {
      rules.gtin_prefixes.push_back(*range);
    } else {
      table.wrong(
          "gtin_prefixes",
          Error(kSpecWrongType).with("key", "gtin_prefixes").with("expected", "[\"460-469\", \"478\"]"));
    }
  }
  rules.documents = table.list("documents");
}

void check_rule_names(SpecTable& row, std::string_view key, std::vector<std::string> const& names) {
  for (std::string const& name : names) {
    if (identifiers::find_rule(name) != nullptr) continue;
    std::vector<std::string_view> known;
    for (identifiers::Rule const& rule : identifiers::rules()) known.push_back(rule.name);
    row.wrong(key, Error(kSpecUnknownWord)
                       .with("key", std::string(key))
                       .with("value", name)
                       .with("allowed", fmt::format("{}", fmt::join(known, ", "))));
  }
}

void read_identifiers(SpecTable& table, IdentifierRules& rules) {
  table.inside("identifiers", [&](SpecTable& row) {
    auto const read = [&](std::string_view key, bool needed) {
      std::vector<std::string> names = needed ? row.list(key) : row.list_or_empty(key);
      check_rule_names(row, key, names);
      return names;
    };
    rules.tax_id = read("tax_id", true);
    rules.registry_id = read("registry_id", false);
    rules.person_id = read("person_id", false);
    rules.bank_code = read("bank_code", true);
    rules.account = read("account", true);
    rules.goods_class = read("goods_class", true);
    rules.kpp = read("kpp", false);
  });
}

void read_package_levels(SpecTable& table, CountryRules& rules) {
  std::vector<PackageLevelRow> rows;
  Once levels;
  Once words;
  table.each("package_levels", [&](SpecTable& item) {
    PackageLevelRow row;
    row.level = item.word<PackageLevel>("level", kPackageLevelNames);
    levels.check(item, "level", std::string(name_of(row.level)));
    row.code = item.text("code");
    words.check(item, "code", row.code);
    row.aliases = item.list_or_empty("aliases");
    for (std::string const& alias : row.aliases) words.check(item, "aliases", alias);
    row.name = item.texts("names");
    row.capacity = item.integer_if_given("capacity", 1, kMostCodes);
    rows.push_back(std::move(row));
  });
  rules.package_levels = Dictionary<PackageLevelRow>(std::move(rows));
}

void read_tails(SpecTable& table, CountryRules& rules) {
  Once kinds;
  table.each("tails", [&](SpecTable& item) {
    TailPolicy policy;
    policy.kind = item.word<gs1::TailKind>("kind", kTailNames);
    kinds.check(item, "kind", std::string(kTailNames[static_cast<std::size_t>(policy.kind)]));
    policy.name = item.texts("names");
    policy.public_signature = item.word<std::size_t>("proof", kProofs) == 1;
    policy.key_id_prefix = item.text_or("key_id_prefix", {});
    if (policy.key_id_prefix.size() > gs1::kKeyIdSize)
      item.wrong("key_id_prefix", Error(kSpecOutOfRange)
                                      .with("key", "key_id_prefix")
                                      .with("value", policy.key_id_prefix)
                                      .with("least", "1")
                                      .with("most", std::to_string(gs1::kKeyIdSize)));
    rules.tails.push_back(std::move(policy));
  });
}

void read_transport_codes(SpecTable& table, CountryRules& rules) {
  Once codes;
  table.each("transport_codes", [&](SpecTable& item) {
    TransportCode row;
    row.code = item.text("code");
    codes.check(item, "code", row.code);
    row.name = item.texts("names");
    row.levels = item.words_or_none<PackageLevel>("package_types", kPackageLevelNames);
    if (auto const layout = read_layout(item)) row.layout = *layout;
    rules.transport_codes.push_back(std::move(row));
  });
}

}  // namespace

std::optional<std::pair<std::int32_t, std::int32_t>> read_prefixes(std::string_view text) {
  auto const number = [](std::string_view digits) -> std::optional<std::int32_t> {
    std::int32_t value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.size() != 3 || error != std::errc{} || end != digits.data() + 3 || value < 0)
      return std::nullopt;
    return value;
  };
  auto const first = number(text.substr(0, 3));
  if (!first || text.size() == 3) return first ? std::optional(std::pair(*first, *first)) : std::nullopt;
  if (text.size() != 7 || text[3] != '-') return std::nullopt;
  auto const last = number(text.substr(4));
  if (!last || *last < *first) return std::nullopt;
  return std::pair(*first, *last);
}

std::optional<gs1::CodeLayout> read_layout(SpecTable& table) {
  std::string const text = table.text("layout");
  if (text.empty()) return std::nullopt;
  auto const layout = gs1::CodeLayout::parse(text);
  if (layout) return *layout;
  std::string position = "1";
  for (auto const& [name, value] : layout.error().arguments()) {
    if (name == "position") position = value;
  }
  table.wrong("layout", Error(kSpecLayout).with("layout", text).with("position", position));
  return std::nullopt;
}

CountryRules read_country_rules(std::filesystem::path const& file, Problems& problems) {
  CountryRules rules;
  auto const tree = read_spec(file);
  if (!tree) {
    problems.push_back(tree.error());
    return rules;
  }
  std::string const name = file.string();
  SpecTable table(*tree, name, problems);
  read_names(table, rules);
  read_identifiers(table, rules.identifiers);
  rules.limits = read_dated<Limits>(table, "limits", Rows::Needed, read_limits);
  rules.returns = read_dated<ReturnRules>(table, "returns", Rows::Optional, read_returns);
  rules.vat = read_dated<std::int32_t>(table, "vat", Rows::Needed, [](SpecTable& row) {
    return static_cast<std::int32_t>(row.integer("hundredths_of_percent", 0, 10'000));
  });
  read_package_levels(table, rules);
  read_tails(table, rules);
  read_transport_codes(table, rules);
  read_dictionaries(table, rules);
  return rules;
}

CountryReading read_country(std::filesystem::path const& folder) {
  CountryReading reading;
  CountryRules rules = read_country_rules(folder / "country.toml", reading.problems);
  rules.banks = read_banks(folder / "banks.toml", rules.identifiers, reading.problems);
  rules.roles = read_roles(folder / "roles.toml", reading.problems);
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (auto const& entry : std::filesystem::directory_iterator(folder / "groups", error)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  if (error)
    reading.problems.push_back(
        Error(kSpecUnreadable).at((folder / "groups").string()).with("file", (folder / "groups").string()));
  std::sort(files.begin(), files.end());
  GroupReader groups(rules, reading.problems);
  for (auto const& file : files) groups.read(file);
  if (reading.problems.empty()) reading.country.emplace(std::move(rules), groups.take());
  return reading;
}

Result<Country> load_country(std::filesystem::path const& folder) {
  CountryReading reading = read_country(folder);
  if (reading.country) return std::move(*reading.country);
  std::string all;
  for (Error const& problem : reading.problems) all += describe(problem) + '\n';
  Error first = reading.problems.front();
  return fail(std::move(first).with("problems", std::to_string(reading.problems.size())).log(std::move(all)));
}

}  // namespace tamga::country
