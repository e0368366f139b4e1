// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/language.hpp"
#include "country/dated.hpp"
#include "country/group_terms.hpp"
#include "country/vocabulary.hpp"
#include "gs1/code_layout.hpp"
#include "gs1/serial.hpp"

namespace tamga::country {

/// Place of a group in this load of the country, 0 and up in order of code. For tables in memory; never
/// stored, because a new group moves the others. What is stored is the code ("water").
using ProductGroupId = Id<struct ProductGroupIdTag, std::uint16_t>;

/// Number of a code template, unique in the country, for ever.
using TemplateId = Id<struct TemplateIdTag, std::uint32_t>;

/// Who puts the codes on the goods; others than the holder have longer terms.
enum class AppliedBy : std::uint8_t { Holder, ServiceProvider, CentralService };

/// How long a code may stay unused before the system writes it off. Days; nothing means for ever.
struct Ageing {
  std::optional<std::int32_t> holder_days;
  std::optional<std::int32_t> service_provider_days;
  std::optional<std::int32_t> central_service_days;
  bool never_when_prepaid = false;

  [[nodiscard]] std::optional<std::int32_t> days(AppliedBy by, bool prepaid) const {
    if (prepaid && never_when_prepaid) return std::nullopt;
    if (by == AppliedBy::ServiceProvider) return service_provider_days;
    if (by == AppliedBy::CentralService) return central_service_days;
    return holder_days;
  }
};

/// What a group asks of documents.
struct GroupRules {
  EnumSet<LotAttribute> required;  ///< in the application report
  EnumSet<LotAttribute> optional;
  EnumSet<Capability> capabilities;
  std::vector<std::string> documents;               ///< kinds that may name its codes
  std::vector<std::string> introduction_kinds;      ///< ways into circulation
  std::vector<std::string> refused_retire_reasons;  ///< reasons of the country that this group may not use

  [[nodiscard]] bool has(Capability capability) const { return capabilities.has(capability); }
  [[nodiscard]] bool allows_document(std::string_view kind) const { return contains(documents, kind); }
  [[nodiscard]] bool allows_introduction(std::string_view kind) const {
    return contains(introduction_kinds, kind);
  }
  [[nodiscard]] bool allows_retire_reason(std::string_view code) const {
    return !contains(refused_retire_reasons, code);
  }

 private:
  static bool contains(std::vector<std::string> const& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  }
};

/// How the codes of a group look: one row of the operator's dictionary of templates.
struct CodeTemplate {
  TemplateId id;
  ProductGroupId group;
  EnumSet<PackageLevel> levels;  ///< what such a code may stand for
  gs1::CodeLayout layout;
  gs1::SerialRule serial;
  Date effective_from = Date::from_days(0);
  std::optional<Date> effective_to;  ///< last day on which codes were issued by it
  bool retired = false;              ///< its codes are refused in application reports too
  std::string notes;

  [[nodiscard]] bool in_force(Date day) const {
    return effective_from <= day && (!effective_to || day <= *effective_to);
  }
};

/// A product group: goods marked under one set of rules. One file under spec/<country>/groups/; the program
/// knows none by name. Immutable after load but for what the operator decides, safe from any thread.
struct ProductGroup {
  ProductGroupId id;
  std::string code;
  std::optional<std::uint32_t> numeric_id;  ///< the number other systems know it by
  std::vector<std::string> aliases;         ///< other spellings of the code in interfaces
  LocalizedText name;
  std::vector<std::string>
      tn_ved;             ///< headings of the customs nomenclature, 2 to 10 digits; empty: not known
  std::string certainty;  ///< how well the sources support the row: high, medium, low
  std::string notes;
  Dated<GroupMode> modes;  ///< of the country's data alone; what counts is asked of `mode_on`
  Dated<Tariff> tariffs;   ///< the same
  Dated<Ageing> ageing;
  Dated<GroupRules> rules;
  std::vector<CodeTemplate> templates;

  /// What the operator decided beside it (`Country::amend`).
  std::shared_ptr<KnownTerms> known = std::make_shared<KnownTerms>();

  /// Every row that counts, those of the operator among them.
  [[nodiscard]] GroupTerms terms() const;
  /// Whether marking is asked for that day; nothing before the first row.
  [[nodiscard]] std::optional<GroupMode> mode_on(Date day) const;
  /// What a code costs that day; nothing before the first tariff. In a pilot nothing is charged, whatever the
  /// tariff says.
  [[nodiscard]] std::optional<Tariff> tariff_on(Date day) const;
  /// Codes can be ordered that day: a mode, a tariff, rules and some template are in force.
  [[nodiscard]] bool ordering_open(Date day) const;
  /// The first template in force for codes on that level: interfaces without template numbers order so.
  [[nodiscard]] CodeTemplate const* template_for(PackageLevel level, Date day) const;
  /// How long an unused code of that day lives; nothing means for ever.
  [[nodiscard]] std::optional<std::int32_t> ageing_days(Date day, AppliedBy by, bool prepaid) const;
};

}  // namespace tamga::country
