// SPDX-License-Identifier: Apache-2.0
#include "country/read_group.hpp"

#include <algorithm>

namespace tamga::country {
namespace {

constexpr std::array<std::string_view, 3> kCertainties{"high", "medium", "low"};
constexpr std::array<std::string_view, 3> kAlphabets{"gs1-82", "latin-alnum", "digits"};
constexpr std::int64_t kLongestTermDays = 36'500;

bool contains(std::vector<std::string> const& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::optional<std::int32_t> days_if_given(SpecTable& row, std::string_view key) {
  auto const days = row.integer_if_given(key, 1, kLongestTermDays);
  return days ? std::optional(static_cast<std::int32_t>(*days)) : std::nullopt;
}

Ageing read_ageing(SpecTable& row) {
  Ageing ageing;
  if (row.flag_or("never", false)) return ageing;
  ageing.holder_days = static_cast<std::int32_t>(row.integer("days", 1, kLongestTermDays));
  ageing.service_provider_days = days_if_given(row, "service_provider_days");
  if (!ageing.service_provider_days) ageing.service_provider_days = ageing.holder_days;
  ageing.central_service_days = days_if_given(row, "central_service_days");
  if (!ageing.central_service_days) ageing.central_service_days = ageing.service_provider_days;
  ageing.never_when_prepaid = row.flag_or("never_when_prepaid", false);
  return ageing;
}

void check_headings(SpecTable& table, std::vector<std::string> const& headings) {
  for (std::string const& heading : headings) {
    bool const digits =
        std::all_of(heading.begin(), heading.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || heading.size() < 2 || heading.size() > 10)
      table.wrong("tn_ved", Error(kSpecWrongType).with("key", "tn_ved").with("expected", "[\"0401\"]"));
  }
}

}  // namespace

void GroupReader::read(std::filesystem::path const& file) {
  auto const tree = read_spec(file);
  if (!tree) {
    problems_.push_back(tree.error());
    return;
  }
  std::string const name = file.string();
  SpecTable table(*tree, name, problems_);
  ProductGroup group;
  read_names(table, file, group);
  group.modes = read_dated<GroupMode>(table, "modes", Rows::Needed, [](SpecTable& row) {
    return row.word<GroupMode>("mode", kGroupModeNames);
  });
  group.tariffs =
      read_dated<Tariff>(table, "tariffs", Rows::Optional, [&](SpecTable& row) { return read_tariff(row); });
  group.ageing = read_dated<Ageing>(table, "ageing", Rows::Optional, read_ageing);
  group.rules =
      read_dated<GroupRules>(table, "rules", Rows::Needed, [&](SpecTable& row) { return read_rules(row); });
  read_templates(table, group);
  groups_.push_back(std::move(group));
}

void GroupReader::read_names(SpecTable& table, std::filesystem::path const& file, ProductGroup& group) {
  group.code = table.text("id");
  if (!group.code.empty() && group.code != file.stem().string())
    table.wrong("id", Error(kSpecFileName).with("id", group.code));
  codes_.check(table, "id", group.code);
  group.aliases = table.list_or_empty("aliases");
  for (std::string const& alias : group.aliases) codes_.check(table, "aliases", alias);
  if (auto const number = table.integer_if_given("numeric_id", 1, 65'535)) {
    group.numeric_id = static_cast<std::uint32_t>(*number);
    numbers_.check(table, "numeric_id", std::to_string(*number));
  }
  group.name = table.texts("names");
  group.tn_ved = table.list_or_empty("tn_ved");
  check_headings(table, group.tn_ved);
  table.inside("source", [&](SpecTable& source) {
    auto const index = source.word<std::size_t>("certainty", kCertainties);
    group.certainty = kCertainties[index];
    group.notes = source.text_or("notes", {});
  });
}

Tariff GroupReader::read_tariff(SpecTable& row) {
  Tariff tariff;
  tariff.price_minor = row.integer("price", 0, 1'000'000'000);
  tariff.currency = Currency(row.text_or("currency", rules_.currency.value()));
  tariff.vat_included = row.flag_or("vat_included", false);
  tariff.charge_at = row.word<ChargeAt>("charge_at", kChargeAtNames);
  if (tariff.charge_at == ChargeAt::Choice)
    tariff.default_choice =
        row.word_or<ChargeAt>("default_choice", std::span(kChargeAtNames).first(2), ChargeAt::Application);
  tariff.free_levels = row.words_or_none<PackageLevel>("free_package_types", kPackageLevelNames);
  return tariff;
}

GroupRules GroupReader::read_rules(SpecTable& row) {
  GroupRules rules;
  rules.required = row.words_or_none<LotAttribute>("required_attributes", kLotAttributeNames);
  rules.optional = row.words_or_none<LotAttribute>("optional_attributes", kLotAttributeNames);
  rules.capabilities = row.words_or_none<Capability>("capabilities", kCapabilityNames);
  rules.documents = row.list("documents");
  check_references(row, "documents", rules.documents,
                   [&](std::string const& word) { return contains(rules_.documents, word); });
  rules.introduction_kinds = row.list("introduction_kinds");
  check_references(row, "introduction_kinds", rules.introduction_kinds,
                   [&](std::string const& word) { return rules_.introduction_kinds.find(word) != nullptr; });
  rules.refused_retire_reasons = row.list_or_empty("refused_retire_reasons");
  check_references(row, "refused_retire_reasons", rules.refused_retire_reasons,
                   [&](std::string const& word) { return rules_.retire_reasons.find(word) != nullptr; });
  return rules;
}

void GroupReader::read_templates(SpecTable& table, ProductGroup& group) {
  table.each("templates", [&](SpecTable& row) { read_template(row, group); });
}

void GroupReader::read_template(SpecTable& row, ProductGroup& group) {
  CodeTemplate added;
  added.id = TemplateId(static_cast<std::uint32_t>(row.integer("id", 1, 1'000'000)));
  added.levels = row.words_or_none<PackageLevel>("package_types", kPackageLevelNames);
  if (!row.has("package_types")) row.wrong({}, Error(kSpecMissingKey).with("key", "package_types"));
  added.effective_from = row.day("effective_from");
  added.effective_to = row.day_if_given("effective_to");
  added.retired = row.flag_or("retired", false);
  added.notes = row.text_or("notes", {});
  if (added.retired && !added.effective_to) row.wrong("retired", Error(kSpecRetiredUndated));
  auto const layout = read_layout(row);
  if (layout && layout->tail() == gs1::TailKind::None)  // a transport unit, or a code that nothing proves
    row.wrong("layout", Error(kSpecLayout).with("layout", layout->text()).with("position", "1"));
  auto const tail = row.word<gs1::TailKind>("tail", kTailNames);
  if (layout) {
    added.layout = *layout;
    if (tail != layout->tail())
      row.wrong("tail",
                Error(kSpecLayoutMismatch)
                    .with("key", "tail")
                    .with("expected", std::string(kTailNames[static_cast<std::size_t>(layout->tail())]))
                    .with("value", std::string(kTailNames[static_cast<std::size_t>(tail)])));
  }
  added.serial = read_serial(row, added.layout);
  check_period(row, added, group.code);
  group.templates.push_back(std::move(added));
}

gs1::SerialRule GroupReader::read_serial(SpecTable& row, gs1::CodeLayout const& layout) {
  gs1::SerialRule rule;
  row.inside("serial", [&](SpecTable& serial) {
    auto const mismatch = [&](std::string_view key, std::int64_t expected, std::int64_t given) {
      serial.wrong(key, Error(kSpecLayoutMismatch)
                            .with("key", std::string(key))
                            .with("expected", std::to_string(expected))
                            .with("value", std::to_string(given)));
    };
    rule.alphabet = serial.word<gs1::SerialAlphabet>("alphabet", kAlphabets);
    auto const length = serial.integer("length", 1, static_cast<std::int64_t>(gs1::kMaxSerial));
    auto const own = serial.integer_if_given("own_length", 1, length).value_or(length);
    auto const in_layout = static_cast<std::int64_t>(layout.serial_length());
    if (in_layout != 0 && length != in_layout) mismatch("length", in_layout, length);
    // One character at most comes from the system, and only where the country has a digit to put there.
    auto const least_own = rules_.serial_country_digit ? length - 1 : length;
    if (own < least_own) mismatch("own_length", least_own, own);
    rule.length = static_cast<std::uint8_t>(length);
    if (own < length) rule.country_digit = rules_.serial_country_digit.value_or('\0');
  });
  return rule;
}

void GroupReader::check_period(SpecTable& row, CodeTemplate const& added, std::string const& group) {
  auto const wrong = [&](std::string const& other) {
    row.wrong("effective_from", Error(kSpecPeriod).with("key", "effective_from").with("other", other));
  };
  if (added.effective_to && *added.effective_to < added.effective_from) wrong(row.where("effective_to"));
  auto const [first, last] = templates_.equal_range(added.id);
  for (auto other = first; other != last; ++other) {
    Issued const& before = other->second;
    if (before.group != group) {
      row.wrong("id", Error(kSpecDuplicate)
                          .with("key", "id")
                          .with("value", std::to_string(added.id.value()))
                          .with("first", before.where));
    } else if ((!before.to || added.effective_from <= *before.to) &&
               (!added.effective_to || before.from <= *added.effective_to)) {
      wrong(before.where);
    }
  }
  templates_.emplace(added.id, Issued{group, added.effective_from, added.effective_to, row.where("id")});
}

}  // namespace tamga::country
