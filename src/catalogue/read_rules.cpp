// SPDX-License-Identifier: Apache-2.0
#include <set>

#include "catalogue/pattern.hpp"
#include "catalogue/rules.hpp"
#include "country/read_country.hpp"
#include "country/spec_rows.hpp"
#include "identifiers/rule.hpp"

namespace tamga::catalogue {

using country::Once;
using country::SpecTable;

namespace {

constexpr std::int64_t kLongestText = 4000;
constexpr std::int64_t kLargestNumber = 1'000'000'000;
constexpr std::int64_t kMostDecimals = 6;
constexpr std::int64_t kMostItems = 50;
constexpr std::array<std::string_view, 2> kModerationNames{"manual", "automatic"};

void wrong_word(SpecTable& table, std::string_view key, std::string const& value) {
  table.wrong(key, Error(country::kSpecUnknownReference).with("key", std::string(key)).with("value", value));
}

}  // namespace

/// Reads the files of one country; what is wrong goes to `problems`.
class RulesReader {
 public:
  RulesReader(country::Country const& country, country::Problems& problems)
      : country_(country), problems_(problems) {}

  Rules read(std::filesystem::path const& folder) {
    each_table(folder / "rules.toml", [&](SpecTable& table) { read_terms(table); });
    each_table(folder / "attributes.toml", [&](SpecTable& table) { read_attributes(table, rules_.common_); });
    for (country::ProductGroup const& group : country_.groups()) {
      auto const file = folder / "groups" / (group.code + ".toml");
      if (!std::filesystem::exists(file)) continue;
      CardForm form = rules_.common_;
      each_table(file, [&](SpecTable& table) { read_form(table, form); });
      rules_.forms_.emplace(group.code, std::move(form));
    }
    check_names(folder / "groups");
    return std::move(rules_);
  }

 private:
  template <class Read>
  void each_table(std::filesystem::path const& file, Read const& read) {
    auto const tree = country::read_spec(file);
    if (!tree) {
      problems_.push_back(tree.error());
      return;
    }
    std::string const name = file.string();
    SpecTable table(*tree, name, problems_);
    read(table);
  }

  /// A file of a group that the country does not have says nothing to anybody.
  void check_names(std::filesystem::path const& folder) {
    std::error_code none;
    for (auto const& entry : std::filesystem::directory_iterator(folder, none)) {
      std::string const code = entry.path().stem().string();
      auto const* group = country_.find_group(code);
      if (!group || group->code != code)
        problems_.push_back(Error(country::kSpecFileName).at(entry.path().string()).with("id", code));
    }
  }

  void read_terms(SpecTable& table) {
    for (std::string const& text : table.list_or_empty("local_prefixes")) {
      auto const range = country::read_prefixes(text);
      if (range)
        rules_.local_prefixes_.push_back(*range);
      else
        wrong_word(table, "local_prefixes", text);
    }
    table.inside("moderation", [&](SpecTable& row) {
      rules_.moderation_days_ = row.integer("business_days", 1, 60);
      auto const rests = row.words_or_none<std::uint8_t>("rest_days", kWeekdayNames);
      for (std::uint8_t day = 0; day < 7; ++day) rules_.days_.rests.at(day) = rests.has(day);
      for (std::string const& text : row.list_or_empty("holidays")) {
        auto const day = Date::parse(text);
        if (day)
          rules_.days_.holidays.insert(*day);
        else
          wrong_word(row, "holidays", text);
      }
    });
    table.inside("photos", [&](SpecTable& row) {
      rules_.most_photos_ = row.integer("most", 0, 20);
      rules_.largest_photo_bytes_ = row.integer("largest_kilobytes", 1, 8192) * 1024;
      rules_.photo_formats_ = row.words_or_none<PhotoFormat>("formats", kPhotoFormatNames);
    });
    Once codes;
    table.each("classifiers", [&](SpecTable& row) {
      Classifier one{row.text("code"), row.text("rule"), row.texts("names")};
      codes.check(row, "code", one.code);
      if (identifiers::find_rule(one.rule) == nullptr) wrong_word(row, "rule", one.rule);
      rules_.classifiers_.push_back(std::move(one));
    });
    table.each("conformity_kinds", [&](SpecTable& row) {
      ConformityKind one{row.text("code"), row.texts("names")};
      codes.check(row, "code", one.code);
      rules_.conformity_kinds_.push_back(std::move(one));
    });
  }

  void read_form(SpecTable& table, CardForm& form) {
    form.automatic = table.word<std::size_t>("moderation", kModerationNames) == 1;
    form.photo_needed = table.flag_or("photo_needed", false);
    form.conformity = table.list_or_empty("conformity");
    for (std::string const& kind : form.conformity)
      if (!rules_.conformity_kind(kind)) wrong_word(table, "conformity", kind);
    for (std::string const& id : table.list_or_empty("require")) {
      auto const found = std::find_if(form.attributes.begin(), form.attributes.end(),
                                      [&](Attribute const& one) { return one.id == id; });
      if (found == form.attributes.end())
        wrong_word(table, "require", id);
      else
        found->mandatory = true;
    }
    read_attributes(table, form);
  }

  void read_attributes(SpecTable& table, CardForm& form) {
    table.each("attributes", [&](SpecTable& row) {
      Attribute one = read_attribute(row);
      bool const role_taken = one.role != AttributeRole::None && form.find(one.role) != nullptr;
      if (form.find(one.id) != nullptr || role_taken)
        row.wrong("id", Error(country::kSpecDuplicate)
                            .with("key", role_taken ? "role" : "id")
                            .with("value", one.id)
                            .with("first", "attributes.toml"));
      form.attributes.push_back(std::move(one));
    });
  }

  Attribute read_attribute(SpecTable& row) {
    Attribute one;
    one.id = row.text("id");
    one.name = row.texts("names");
    one.type = row.word<AttributeType>("type", kAttributeTypeNames);
    one.role = row.word_or<AttributeRole>("role", kAttributeRoleNames, AttributeRole::None);
    one.mandatory = row.flag_or("mandatory", false);
    one.legal = row.flag_or("legal", false);
    one.open = row.flag_or("public", true);
    read_limits(row, one);
    return one;
  }

  void read_limits(SpecTable& row, Attribute& one) {
    switch (one.type) {
      case AttributeType::List:
        one.most_items = row.integer("most_items", 1, kMostItems);
        [[fallthrough]];
      case AttributeType::Text:
        one.least = row.integer("least", 1, kLongestText);
        one.most = row.integer("most", one.least, kLongestText);
        one.pattern_text = row.text_or("pattern", {});
        if (one.pattern_text.empty()) break;
        one.pattern = Pattern::compile(one.pattern_text);
        if (!one.pattern) wrong_word(row, "pattern", one.pattern_text);
        break;
      case AttributeType::Number:
        one.least = row.integer("least", -kLargestNumber, kLargestNumber);
        one.most = row.integer("most", one.least, kLargestNumber);
        one.decimals = row.integer_if_given("decimals", 0, kMostDecimals).value_or(0);
        one.units = row.list_or_empty("units");
        break;
      case AttributeType::Choice: {
        Once codes;
        row.each("choices", [&](SpecTable& item) {
          AttributeChoice choice{item.text("code"), item.texts("names")};
          codes.check(item, "code", choice.code);
          one.choices.push_back(std::move(choice));
        });
        if (one.choices.empty()) row.wrong({}, Error(country::kSpecMissingKey).with("key", "choices"));
        break;
      }
      case AttributeType::Class:
        one.classifier = row.text("classifier");
        if (!rules_.classifier(one.classifier)) wrong_word(row, "classifier", one.classifier);
        break;
      default:
        break;
    }
  }

  country::Country const& country_;
  country::Problems& problems_;
  Rules rules_;
};

Result<Rules> Rules::load(std::filesystem::path const& folder, country::Country const& country) {
  country::Problems problems;
  Rules rules = RulesReader(country, problems).read(folder);
  if (problems.empty()) return rules;
  std::string all;
  for (Error const& problem : problems) all += describe(problem) + '\n';
  return fail(std::move(problems.front()).log(std::move(all)));
}

}  // namespace tamga::catalogue
