// SPDX-License-Identifier: Apache-2.0
#include "onboarding/checks.hpp"

#include "business_register/errors.hpp"
#include "evidence/doubts.hpp"
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

/// An organisation may have the tax number of the certificate and be another one all the same: numbers of the
/// register are never given twice. What one of the two does not say is no difference.
std::optional<Finding> registry_id_differs(crypto::Holder const& holder, BusinessEntity const& entity) {
  if (holder.registry_id.empty() || !entity.registry_id || *entity.registry_id == holder.registry_id)
    return std::nullopt;
  return finding(kRegistryIdDiffers,
                 {{"certificate", holder.registry_id}, {"register", *entity.registry_id}});
}

/// What was found against it decides; else it waits for whoever is silent.
CheckOutcome concluded(CheckOutcome outcome, std::vector<Finding> silent, bool by_hand) {
  if (!outcome.findings.empty()) {
    outcome.state = ApplicationState::Rejected;
  } else if (!silent.empty()) {
    outcome.state = ApplicationState::Waiting;
    outcome.findings = std::move(silent);
  } else {
    outcome.state = by_hand ? ApplicationState::Manual : ApplicationState::Approved;
  }
  return outcome;
}

}  // namespace

Result<CheckOutcome> run_checks(Application const& one, business_register::BusinessRegister& businesses,
                                UnixMs now, AuthorityWord const& word) {
  CheckOutcome outcome;
  std::vector<Finding> silent;
  crypto::Holder const& holder = one.holder;
  if (one.certificate_expires <= now)
    outcome.findings.push_back(
        finding(kCertificateRanOut, {{"date", rfc3339(one.certificate_expires).substr(0, 10)}}));
  if (word.standing == evidence::Standing::Revoked)
    outcome.findings.push_back(
        finding(kCertificateWithdrawn,
                {{"date", rfc3339(word.revoked_at.value_or(one.submitted_at)).substr(0, 10)}}));
  if (word.standing == evidence::Standing::Waiting && word.silence_matters)
    silent.push_back(finding(kAuthoritySilent, {}));
  if (holder.kind == crypto::HolderKind::Person) {
    outcome.findings.push_back(finding(kNotOfCompany, {{"person", holder.person}}));
    outcome.state = ApplicationState::Rejected;
    return outcome;
  }
  auto const found = businesses.find(holder.tax_id);
  if (!found) {
    if (!found.error().is(business_register::kRegisterUnreachable)) return fail(found.error());
    silent.push_back(finding(kRegisterSilent, {}));
    return concluded(std::move(outcome), std::move(silent), false);
  }
  auto const& entity = *found;
  bool by_hand = false;
  if (!entity) {
    outcome.findings.push_back(finding(kBusinessUnknown, {{"tax_id", holder.tax_id}}));
  } else {
    if (entity->status == EntityStatus::Liquidated || entity->status == EntityStatus::Liquidating)
      outcome.findings.push_back(finding(kBusinessLiquidated, {{"tax_id", holder.tax_id}}));
    if (auto differs = registry_id_differs(holder, *entity)) outcome.findings.push_back(*std::move(differs));
    auto const authority = authority_of(holder, *entity);
    if (authority == Authority::Other)
      outcome.findings.push_back(finding(kDirectorDiffers, {{"person", holder.person}}));
    by_hand = authority == Authority::Unknown || entity->status == EntityStatus::Suspended;
  }
  return concluded(std::move(outcome), std::move(silent), by_hand);
}

Result<AuthorityWord> ask_authority(Office const& office, sql::Store& store, Application const& one) {
  AuthorityWord word;
  if (office.revocation == nullptr) return word;
  std::optional<evidence::Linked> link;
  evidence::Chains chains;
  {
    TAMGA_ASSIGN(reader, store.reader());
    TAMGA_ASSIGN(found, evidence::find_link(*reader, evidence::Subject::Application, one.id));
    if (!found) return word;
    TAMGA_ASSIGN(stored, evidence::find_chains(*reader, found->evidence));
    link = found;
    chains = std::move(stored);
  }
  auto const proof = evidence::look_again(chains, *office.revocation, link->moment, office.clock.now());
  word.standing = proof.standing;
  word.silence_matters = office.policy.when_silent != evidence::WhenSilent::Accept;
  for (crypto::Revocation const& said : proof.statements)
    if (said.status == crypto::RevocationStatus::Revoked) word.revoked_at = said.revoked_at;
  return word;
}

}  // namespace tamga::onboarding
