// SPDX-License-Identifier: Apache-2.0
#include "documents/refusal.hpp"

#include "documents/errors.hpp"
#include "documents/lots.hpp"
#include "gs1/scan.hpp"
#include "ledger/errors.hpp"

namespace tamga::documents {
namespace {

using ledger::CodeStatus;

/// "applied, introduced": the statuses from which an event may happen.
std::string allowed_for(ledger::Event event) {
  std::string out;
  for (int i = 1; i < ledger::kStatusCount; ++i) {
    auto const status = static_cast<CodeStatus>(i);
    if ((ledger::rule_of(event).from & ledger::from(status)) == 0) continue;
    if (!out.empty()) out += ", ";
    out += name_of(status);
  }
  return out;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> arguments_of(Refusal const& refusal, std::string_view text) {
  if (refusal.kind == &ledger::kCodeWrongStatus && refusal.event != ledger::Event{})
    return {{"status", std::string(name_of(refusal.status))}, {"allowed", allowed_for(refusal.event)}};
  if (refusal.kind == &ledger::kCodeExpired && refusal.lot && refusal.lot->expires_on)
    return {{"date", refusal.lot->expires_on->text()}};
  if (refusal.kind == &kWayNotForCode && refusal.lot) return {{"released", refusal.lot->release_method}};
  if (!refusal.values.empty()) return refusal.values;
  // The parser knows what is odd about a text; it is asked again, for the few that are shown.
  if (refusal.kind->error_class == ErrorClass::Malformed)
    if (auto const scan = gs1::parse_scan(text); !scan && scan.error().is(*refusal.kind))
      return scan.error().arguments();
  return {};
}

}  // namespace tamga::documents
