// SPDX-License-Identifier: Apache-2.0
#include "documents/lot_facts.hpp"

#include <array>
#include <set>

#include "documents/errors.hpp"

namespace tamga::documents {
namespace {

using country::LotAttribute;

struct Attribute {
  LotAttribute attribute;
  std::string_view pointer;
  bool given;
};

std::array<Attribute, 3> attributes_of(LotFacts const& facts) {
  return {{{LotAttribute::ProductionDate, "/produced_on", facts.produced_on.has_value()},
           {LotAttribute::ExpiryDate, "/expires_on", facts.expires_on.has_value()},
           {LotAttribute::Series, "/batch", facts.batch.has_value()}}};
}

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

}  // namespace

void check_dates(Case& one, std::optional<Date> produced_on, std::optional<Date> expires_on) {
  if (produced_on && *produced_on > one.context().today)
    one.object(Error(kDateInFuture).at("/produced_on").with("date", produced_on->text()));
  if (produced_on && expires_on && *expires_on < *produced_on)
    one.object(Error(kDatesReversed)
                   .at("/expires_on")
                   .with("from", produced_on->text())
                   .with("to", expires_on->text()));
}

void check_attributes(Case& one, LotFacts const& facts, ledger::CodeSet const& codes, bool complete) {
  std::set<country::ProductGroupId> groups;
  for (ledger::CodeRange const& range : codes.ranges()) {
    emission::Series const* series = one.desk().series.find(ledger::series_of(range.first));
    if (series && !series->is_transport()) groups.insert(series->group);
  }
  for (Attribute const& attribute : attributes_of(facts))
    for (country::ProductGroupId const id : groups) {
      country::ProductGroup const& group = one.desk().country().group(id);
      country::GroupRules const* rules = group.rules.in_force(one.context().today);
      if (!rules) continue;
      bool const required = rules->required.has(attribute.attribute);
      bool const known = required || rules->optional.has(attribute.attribute);
      if (attribute.given ? known : !(complete && required)) continue;
      one.object(Error(attribute.given ? kAttributeNotForGroup : kAttributeMissing)
                     .at(std::string(attribute.pointer))
                     .with("attribute", std::string(name_of(attribute.attribute)))
                     .with("group", group.code));
      break;
    }
}

Result<void> check_country(std::optional<std::string> const& country, std::string const& pointer) {
  if (!country || (country->size() == 2 && is_capital((*country)[0]) && is_capital((*country)[1]))) return {};
  return fail(Error(kCountryCodeWrong).at(pointer).with("value", *country));
}

}  // namespace tamga::documents
