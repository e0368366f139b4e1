// SPDX-License-Identifier: Apache-2.0
#include "country/read_dictionaries.hpp"

#include "country/spec_rows.hpp"

namespace tamga::country {
namespace {

/// What every row of a dictionary begins with.
template <class Row>
Row read_named(SpecTable& table, Once& codes) {
  Row row;
  row.code = table.text("code");
  codes.check(table, "code", row.code);
  row.name = table.texts("names");
  return row;
}

template <class Row, class Read>
Dictionary<Row> read_rows(SpecTable& table, std::string_view key, Read const& read) {
  std::vector<Row> rows;
  Once codes;
  table.each(key, [&](SpecTable& item) {
    rows.push_back(read_named<Row>(item, codes));
    read(item, rows.back());
  });
  if (!table.has(key)) table.wrong({}, Error(kSpecMissingKey).with("key", std::string(key)));
  return Dictionary<Row>(std::move(rows));
}

/// A reason row: number, role and who may give it. Every role in `roles` must be taken by exactly one row.
template <class Reason, class Read>
Dictionary<Reason> read_reasons(SpecTable& table, std::string_view key,
                                std::initializer_list<ReasonRole> roles, Read const& read) {
  Once numbers;
  Once taken;
  auto out = read_rows<Reason>(table, key, [&](SpecTable& item, Reason& reason) {
    reason.number = static_cast<std::uint8_t>(item.integer("number", 1, 255));
    numbers.check(item, "number", std::to_string(reason.number));
    reason.role = item.word_or<ReasonRole>("role", kReasonRoleNames, ReasonRole::None);
    if (reason.role != ReasonRole::None) taken.check(item, "role", std::string(name_of(reason.role)));
    reason.by = item.word_or<ReasonBy>("by", kReasonByNames, ReasonBy::Participant);
    reason.needs_text = item.flag_or("needs_text", false);
    read(item, reason);
  });
  for (ReasonRole const role : roles) {
    if (out.find(role) == nullptr)
      table.wrong(
          key,
          Error(kSpecMissingRole).with("key", std::string(key)).with("role", std::string(name_of(role))));
  }
  return out;
}

}  // namespace

void read_dictionaries(SpecTable& table, CountryRules& rules) {
  rules.retire_reasons = read_reasons<RetireReason>(
      table, "retire_reasons", {ReasonRole::RetailReceipt, ReasonRole::Remark},
      [](SpecTable& item, RetireReason& reason) { reason.returnable = item.flag_or("returnable", false); });
  rules.write_off_reasons = read_reasons<WriteOffReason>(table, "write_off_reasons",
                                                         {ReasonRole::CodeExpired, ReasonRole::OrderClosed},
                                                         [](SpecTable&, WriteOffReason&) {});
  rules.emission_types = read_rows<EmissionType>(table, "emission_types", [](SpecTable&, EmissionType&) {});
  auto const known_emission = [&](std::string const& code) {
    return rules.emission_types.find(code) != nullptr;
  };
  rules.release_methods =
      read_rows<ReleaseMethod>(table, "release_methods", [&](SpecTable& item, ReleaseMethod& method) {
        method.emission_type = item.text("emission_type");
        check_references(item, "emission_type", {method.emission_type}, known_emission);
        method.introduced_at_application = item.flag_or("introduced_at_application", false);
      });
  rules.creation_methods =
      read_rows<CreationMethod>(table, "creation_methods", [](SpecTable& item, CreationMethod& method) {
        method.by_provider = item.flag_or("by_provider", false);
      });
  rules.introduction_kinds =
      read_rows<IntroductionKind>(table, "introduction_kinds", [&](SpecTable& item, IntroductionKind& kind) {
        kind.emission_types = item.list("emission_types");
        check_references(item, "emission_types", kind.emission_types, known_emission);
        kind.customs_hold = item.flag_or("customs_hold", false);
        kind.issuers = item.list_or_empty("issuers");
        kind.required = item.words_or_none<IntroductionFact>("required", kIntroductionFactNames);
        kind.optional = item.words_or_none<IntroductionFact>("optional", kIntroductionFactNames);
      });
  rules.participant_types =
      read_rows<ParticipantType>(table, "participant_types", [](SpecTable& item, ParticipantType& type) {
        type.emitter = item.flag_or("emitter", false);
        type.production_sites = item.flag_or("production_sites", false);
      });
}

}  // namespace tamga::country
