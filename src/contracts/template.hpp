// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"
#include "country/country.hpp"
#include "country/dated.hpp"

namespace tamga::contracts {

/// When a paragraph stands in a contract; all of those named must hold.
enum class Condition : std::uint8_t { Pilot, Mandatory, Replacement, Organization, SoleTrader };
inline constexpr std::array<std::string_view, 5> kConditionNames{"pilot", "mandatory", "replacement",
                                                                 "organization", "sole_trader"};

/// A text in the languages of the contract, with {placeholders}.
struct Paragraph {
  LocalizedText text;
  country::EnumSet<Condition> when;
  std::string needs;  ///< a placeholder; without a value the paragraph is left out. Empty: always there.
};

struct Section {
  LocalizedText heading;
  bool numbered = true;  ///< its paragraphs are 2.1, 2.2 ...; otherwise lines, as details of the parties are
  std::vector<Paragraph> paragraphs;
};

/// The annex of prices: one row for each kind of package.
struct PriceAnnex {
  LocalizedText heading;
  std::vector<Paragraph> paragraphs;     ///< before the table
  std::array<LocalizedText, 3> columns;  ///< package, price, moment
  LocalizedText unit;                    ///< of the currency, behind a price
  LocalizedText free;                    ///< instead of a price of zero
  LocalizedText vat_included;            ///< behind a price
  LocalizedText vat_on_top;
  std::array<LocalizedText, country::kChargeAtNames.size()> charged;  ///< by `country::ChargeAt`
};

/// The wording of a kind from one day on.
struct Wordings {
  Date effective_from = Date::from_days(0);
  LocalizedText title;
  LocalizedText subtitle;  ///< the line with number and day
  std::vector<Paragraph> preamble;
  std::vector<Section> sections;
  std::optional<PriceAnnex> prices;
};

/// For whom one contract of a kind is made.
enum class Scope : std::uint8_t { Participant, Group };
inline constexpr std::array<std::string_view, 2> kScopeNames{"participant", "group"};

/// A kind of contract: one file spec/<country>/contracts/<kind>.toml.
struct ContractTemplate {
  std::string kind;
  LocalizedText name;
  Scope scope = Scope::Participant;
  std::vector<Language> languages;     ///< all are agreed together; in this order they stand side by side
  std::string number;                  ///< "KM-{year}-{serial}"
  std::vector<std::string> needed_by;  ///< participant types; empty: everybody
  bool gates = true;                   ///< without it no operations with codes
  country::Dated<Wordings> versions;

  [[nodiscard]] bool needed(std::vector<std::string> const& types) const;
  /// Since when the wording of that day is in force; nothing before the first.
  [[nodiscard]] std::optional<Date> wording_day(Date day) const;
};

/// All kinds of a country, read once at start; immutable, safe from any thread.
class Templates {
 public:
  /// Reads <folder>/contracts/*.toml in order of name; a country without the folder has no contracts. Errors:
  /// the first mistake, with file and line; the log detail holds all of them.
  static Result<Templates> load(std::filesystem::path const& folder, country::CountryRules const& rules);

  [[nodiscard]] std::vector<ContractTemplate> const& all() const { return all_; }
  /// Null when the country has no such kind.
  [[nodiscard]] ContractTemplate const* find(std::string_view kind) const;

 private:
  std::vector<ContractTemplate> all_;
};

}  // namespace tamga::contracts
