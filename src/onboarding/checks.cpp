// SPDX-License-Identifier: Apache-2.0
#include "onboarding/checks.hpp"

#include "business_register/errors.hpp"
#include "onboarding/errors.hpp"

namespace tamga::onboarding {
namespace {

using business_register::BusinessEntity;
using business_register::EntityStatus;

Finding finding(ErrorKind const& kind, shape::Attributes arguments) {
  return {.error = std::string(kind.name), .arguments = std::move(arguments)};
}

/// A sole trader is his own director; otherwise the person of the certificate is the one the register names,
/// by whichever number both give.
enum class Authority : std::uint8_t { Director, Other, Unknown };
Authority authority_of(crypto::Holder const& holder, BusinessEntity const& entity) {
  if (holder.kind == crypto::HolderKind::SoleTrader) return Authority::Director;
  auto const& director = entity.director;
  if (!director) return Authority::Unknown;
  bool const numbers = director->person_id && !(holder.person_tax_id.empty() && holder.person_id.empty());
  if (!numbers) return Authority::Unknown;
  bool const same = *director->person_id == holder.person_tax_id || *director->person_id == holder.person_id;
  return same ? Authority::Director : Authority::Other;
}

}  // namespace

Result<CheckOutcome> run_checks(Application const& one, business_register::BusinessRegister& businesses,
                                UnixMs now) {
  CheckOutcome outcome;
  crypto::Holder const& holder = one.holder;
  if (one.certificate_expires <= now)
    outcome.findings.push_back(
        finding(kCertificateRanOut, {{"date", rfc3339(one.certificate_expires).substr(0, 10)}}));
  if (holder.kind == crypto::HolderKind::Person) {
    outcome.findings.push_back(finding(kNotOfCompany, {{"person", holder.person}}));
    outcome.state = ApplicationState::Rejected;
    return outcome;
  }
  auto const found = businesses.find(holder.tax_id);
  if (!found) {
    if (!found.error().is(business_register::kRegisterUnreachable)) return fail(found.error());
    outcome.state = outcome.findings.empty() ? ApplicationState::Waiting : ApplicationState::Rejected;
    return outcome;
  }
  auto const& entity = *found;
  bool by_hand = false;
  if (!entity) {
    outcome.findings.push_back(finding(kBusinessUnknown, {{"tax_id", holder.tax_id}}));
  } else {
    if (entity->status == EntityStatus::Liquidated || entity->status == EntityStatus::Liquidating)
      outcome.findings.push_back(finding(kBusinessLiquidated, {{"tax_id", holder.tax_id}}));
    auto const authority = authority_of(holder, *entity);
    if (authority == Authority::Other)
      outcome.findings.push_back(finding(kDirectorDiffers, {{"person", holder.person}}));
    by_hand = authority == Authority::Unknown || entity->status == EntityStatus::Suspended;
  }
  if (!outcome.findings.empty())
    outcome.state = ApplicationState::Rejected;
  else
    outcome.state = by_hand ? ApplicationState::Manual : ApplicationState::Approved;
  return outcome;
}

}  // namespace tamga::onboarding
