// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"
#include "country/dated.hpp"
#include "country/dictionary.hpp"
#include "country/product_group.hpp"
#include "country/roles.hpp"

namespace tamga::country {

/// How much of everything. Counts are pieces; "per" says of what.
struct Limits {
  std::int64_t order_products = 0;              ///< GTINs in one order
  std::int64_t order_codes_per_product = 0;     ///< codes of each GTIN when there are several
  std::int64_t order_codes_single_product = 0;  ///< codes when the order has one GTIN
  std::int64_t active_orders = 0;               ///< of a participant, in one group
  std::int64_t packet_codes = 0;                ///< codes in one block of a packet
  std::int64_t document_codes = 0;              ///< codes named in one document
  std::int64_t document_packages = 0;           ///< packages formed by one document
  std::int64_t check_codes = 0;                 ///< codes in one question of anybody
};

/// A bank as its directory has it.
struct Bank {
  std::string code;     ///< MFO, BIK
  std::string name;     ///< official
  std::string account;  ///< correspondent account; empty where the country has none
  std::string city;
};

/// The banks of a country, as its central bank publishes them.
struct BankDirectory {
  std::map<std::string, Bank, std::less<>> banks;  ///< by code
  bool complete = false;                           ///< a code that is not here is no bank
  [[nodiscard]] Bank const* find(std::string_view code) const {
    auto const found = banks.find(code);
    return found == banks.end() ? nullptr : &found->second;
  }
};

/// How long and where goods may come back to circulation.
struct ReturnRules {
  std::optional<std::int32_t>
      cancel_withdrawal_days;       ///< since the document that took them out; none: always
  bool same_cash_register = false;  ///< a refund comes from the register that sold
};

/// What stands in the tail of the country's codes and what it proves.
struct TailPolicy {
  gs1::TailKind kind{};
  LocalizedText name;
  bool public_signature = false;  ///< anybody can verify it; otherwise only the holder of the key (a MAC)
  std::string key_id_prefix;      ///< first characters of AI 91; empty where the tail has no key id
};

/// Names of the rules in room `identifiers` by which the country's numbers are checked; several where several
/// forms exist.
struct IdentifierRules {
  std::vector<std::string> tax_id;
  std::vector<std::string> registry_id;
  std::vector<std::string> person_id;
  std::vector<std::string> bank_code;
  std::vector<std::string> account;
  std::vector<std::string> goods_class;
  std::vector<std::string> kpp = {};  ///< code of the reason of tax registration; empty: there is none

  /// Whether who has this tax number has a KPP: a company does, a sole proprietor does not.
  [[nodiscard]] bool has_kpp(std::string_view of_tax_id) const;
};

/// Codes on transport units, made by participants themselves.
struct TransportCode {
  std::string code;  ///< "sscc", "own_format"
  LocalizedText name;
  EnumSet<PackageLevel> levels;
  gs1::CodeLayout layout;
};

/// Everything of a country that is neither a group nor a person: the content of country.toml and roles.toml.
struct CountryRules {
  std::string code;  ///< ISO 3166-1 alpha-2 in lower case
  LocalizedText name;
  std::vector<Language> languages;  ///< the first is the one of the law
  Currency currency;
  std::string time_zone;                ///< IANA name, shown to people
  std::int32_t utc_offset_minutes = 0;  ///< local days begin by it; neither country has summer time
  std::optional<char> serial_country_digit;
  std::vector<std::pair<std::int32_t, std::int32_t>>
      gtin_prefixes;  ///< GS1 prefixes of its member, both ends in
  IdentifierRules identifiers;
  Dated<Limits> limits;
  Dated<ReturnRules> returns;
  Dated<std::int32_t> vat;  ///< hundredths of a percent: 1200 is 12 %
  Dictionary<PackageLevelRow> package_levels;
  std::vector<TailPolicy> tails;
  std::vector<TransportCode> transport_codes;
  Dictionary<RetireReason> retire_reasons;
  Dictionary<WriteOffReason> write_off_reasons;
  Dictionary<EmissionType> emission_types;
  Dictionary<ReleaseMethod> release_methods;
  Dictionary<CreationMethod> creation_methods;
  Dictionary<IntroductionKind> introduction_kinds;
  Dictionary<ParticipantType> participant_types;
  BankDirectory banks;
  std::vector<std::string> documents;  ///< kinds that participants may send
  Roles roles;                         ///< who may do what: roles.toml

  /// The level that interfaces of this country call `word` ("BOX_LV_1"); canonical names are understood too.
  [[nodiscard]] std::optional<PackageLevel> package_level(std::string_view word) const;
  [[nodiscard]] PackageLevelRow const* row_of(PackageLevel level) const;
  [[nodiscard]] TailPolicy const* tail_policy(gs1::TailKind kind) const;
  /// True when the first three digits of a GTIN-13 belong to the country's GS1 member.
  [[nodiscard]] bool owns_gtin_prefix(std::int32_t prefix) const;
};

/// A country: its rules and its product groups, as spec/<country>/ says. Loaded once at start, immutable,
/// safe from any thread; only the operator's amendments of groups come later. Pointers it gives live as long
/// as it does, also after it was moved.
class Country {
 public:
  Country(CountryRules rules, std::vector<ProductGroup> groups);
  Country(Country&&) = default;
  Country& operator=(Country&&) = default;
  Country(Country const&) = delete;
  Country& operator=(Country const&) = delete;

  [[nodiscard]] CountryRules const& rules() const { return rules_; }
  /// In order of code; `groups()[id.value()]` is `group(id)`.
  [[nodiscard]] std::vector<ProductGroup> const& groups() const { return groups_; }
  [[nodiscard]] ProductGroup const& group(ProductGroupId id) const { return groups_[id.value()]; }
  /// By code or alias.
  [[nodiscard]] ProductGroup const* find_group(std::string_view code) const;
  [[nodiscard]] ProductGroup const* find_group(std::uint32_t numeric_id) const;
  /// The form of the template that was in force that day; nothing when it was not, or there is no such
  /// template.
  [[nodiscard]] CodeTemplate const* find_template(TemplateId id, Date day) const;
  /// Every form of the template, old ones too: codes outlive templates.
  [[nodiscard]] std::vector<CodeTemplate const*> forms_of(TemplateId id) const;
  /// The local calendar day of a moment: rules change at local midnight.
  [[nodiscard]] Date day_of(UnixMs moment) const;
  /// Everything that the operator has decided about groups, oldest first: counts from the days it names. Safe
  /// while everybody reads; what is not of this country is passed over.
  void amend(std::span<GroupAmendment const> amendments) const;

 private:
  CountryRules rules_;
  std::vector<ProductGroup> groups_;
  std::vector<std::pair<std::string, ProductGroupId>> by_code_;
  std::vector<std::pair<TemplateId, CodeTemplate const*>> by_template_;
};

/// Outcome of reading a folder: the country when there was no problem, else all problems, each with file and
/// line.
struct CountryReading {
  std::optional<Country> country;
  std::vector<Error> problems;
};

/// Reads spec/<country>: country.toml, roles.toml and every groups/*.toml.
CountryReading read_country(std::filesystem::path const& folder);

/// The same for those who only start or stop: the first problem; the log detail holds all of them.
Result<Country> load_country(std::filesystem::path const& folder);

}  // namespace tamga::country
