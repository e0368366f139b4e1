// SPDX-License-Identifier: Apache-2.0
// Requirement R-81: a product card has the attributes of its own group, for every group of every country.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <span>

#include "base/testing/source_path.hpp"
#include "catalogue/attribute_checks.hpp"
#include "catalogue/classifiers.hpp"
#include "catalogue/rules.hpp"

namespace tamga::catalogue {
namespace {

/// The texts of the cabinet about goods, in one language.
std::string cabinet_texts(Language language) {
  std::ifstream file(source_path("web/src/texts") / code_of(language) / "goods.json");
  return {std::istreambuf_iterator<char>(file), {}};
}

/// What the cabinet of a sandbox writes under texts where nothing is written yet.
std::string example_text(Language language) {
  static constexpr std::string_view kKey = R"("goods.example_text": ")";
  std::string const texts = cabinet_texts(language);
  auto const from = texts.find(kKey) + kKey.size();
  return texts.substr(from, texts.find('"', from) - from);
}

constexpr std::size_t kLeastOwn = 3;

class CardForms : public ::testing::TestWithParam<char const*> {
 protected:
  [[nodiscard]] std::span<Attribute const> own(CardForm const& form) const {
    return std::span(form.attributes).subspan(rules_.attributes_of_all().size());
  }
  /// Codes of the short list for trying out.
  std::vector<std::string> sample_codes(Classifier const& classifier) const {
    std::ifstream file(folder_ / "catalogue/samples" / (classifier.code + ".csv"));
    auto const entries = read_classifier(classifier, file);
    EXPECT_TRUE(entries) << classifier.code << ": " << describe(entries.error());
    std::vector<std::string> codes;
    if (entries)
      for (ClassifierEntry const& entry : *entries) codes.push_back(entry.code);
    return codes;
  }
  /// The first code of the list that lies in the group, or the first of all.
  [[nodiscard]] std::string class_code(Attribute const& attribute, country::ProductGroup const& group) const {
    auto const codes = sample_codes(*rules_.classifier(attribute.classifier));
    for (std::string const& code : codes)
      if (inside(code, group)) return code;
    return codes.empty() ? std::string() : codes.front();
  }
  static bool inside(std::string const& code, country::ProductGroup const& group) {
    return std::any_of(group.tn_ved.begin(), group.tn_ved.end(),
                       [&](std::string const& heading) { return code.starts_with(heading); });
  }
  /// An example of a value as the sandbox fills it in: the least number, the first choice.
  [[nodiscard]] CardAttribute example(Attribute const& attribute, country::ProductGroup const& group,
                                      std::string const& text) const {
    CardAttribute out{.id = attribute.id, .value = text};
    switch (attribute.type) {
      case AttributeType::Text:
        break;
      case AttributeType::Number:
        out.value = std::to_string(std::max<std::int64_t>(attribute.least, 1));
        if (!attribute.units.empty()) out.unit = attribute.units.front();
        break;
      case AttributeType::Date:
        out.value = "2026-03-02";
        break;
      case AttributeType::Choice:
        out.value = attribute.choices.front().code;
        break;
      case AttributeType::Flag:
        out.value = "no";
        break;
      case AttributeType::Country:
        out.value = "UZ";
        break;
      case AttributeType::List:
        out.value.reset();
        out.values = {text};
        break;
      case AttributeType::Class:
        out.value = class_code(attribute, group);
        break;
    }
    return out;
  }
  static bool is_named(LocalizedText const& name) {
    return std::none_of(name.texts.begin(), name.texts.end(),
                        [](std::string const& text) { return text.empty(); });
  }

  std::filesystem::path folder_ = source_path("spec") / GetParam();
  country::Country country_ = country::load_country(folder_).value();
  Rules rules_ = Rules::load(folder_ / "catalogue", country_).value();
};

TEST_P(CardForms, EveryGroupAsksForWhatItsGoodsAreKnownBy) {
  for (country::ProductGroup const& group : country_.groups()) {
    CardForm const& form = rules_.form(group.code);
    EXPECT_GE(own(form).size(), kLeastOwn) << group.code;
    std::set<std::string_view> ids;
    for (Attribute const& one : form.attributes) {
      EXPECT_TRUE(ids.insert(one.id).second) << group.code << ' ' << one.id;
      EXPECT_TRUE(is_named(one.name)) << group.code << ' ' << one.id;
      for (AttributeChoice const& choice : one.choices)
        EXPECT_TRUE(is_named(choice.name)) << group.code << ' ' << one.id << ' ' << choice.code;
    }
  }
}

// A unit is shown by its name, which the cabinet has for some only.
TEST_P(CardForms, UnitsHaveNamesInTheCabinet) {
  std::array<std::string, kLanguages.size()> texts;
  for (Language const language : kLanguages)
    texts.at(static_cast<std::size_t>(language)) = cabinet_texts(language);
  for (country::ProductGroup const& group : country_.groups())
    for (Attribute const& one : rules_.form(group.code).attributes)
      for (std::string const& unit : one.units)
        for (std::string const& known : texts)
          EXPECT_NE(known.find("\"goods.unit." + unit + '"'), std::string::npos) << group.code << ' ' << unit;
}

// Nothing that a group demands stands in the way of the example that the sandbox fills in.
TEST_P(CardForms, AnExampleOfEveryGroupPassesItsChecks) {
  for (country::ProductGroup const& group : country_.groups())
    for (Language const language : kLanguages)
      for (Attribute const& one : rules_.form(group.code).attributes) {
        if (!one.mandatory) continue;
        CardAttribute const given = example(one, group, example_text(language));
        std::vector<Error> wrong;
        check_value(rules_, one, given, "", wrong);
        for (Error const& error : wrong)
          ADD_FAILURE() << group.code << ' ' << one.id << ' ' << describe(error);
        EXPECT_TRUE(says_something(given)) << group.code << ' ' << one.id;
        bool const elsewhere =
            one.role == AttributeRole::CustomsClass && !group.tn_ved.empty() && !inside(*given.value, group);
        EXPECT_FALSE(elsewhere) << group.code << ": no code of it in the sample";
      }
}

INSTANTIATE_TEST_SUITE_P(Countries, CardForms, ::testing::Values("ru", "uz"),
                         [](auto const& country) { return std::string(country.param); });

}  // namespace
}  // namespace tamga::catalogue
