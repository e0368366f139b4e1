// SPDX-License-Identifier: Apache-2.0
#include "onboarding/office.hpp"

namespace tamga::onboarding {

FrontOffice::FrontOffice(Setting const& setting, Terms terms)
    : terms_(std::move(terms)),
      challenges_(setting.keys, setting.rng, setting.clock, setting.system),
      outbox_(setting.mail_texts),
      letters_(setting.texts, setting.site),
      office_{setting.clock,    setting.rng, setting.numbers,      terms_,
              setting.verifier, challenges_, setting.participants, setting.businesses,
              outbox_,          letters_,    setting.revocation,   setting.policy} {}

Result<std::unique_ptr<FrontOffice>> FrontOffice::open(Setting const& setting) {
  TAMGA_ASSIGN(terms, read_terms(setting.terms));
  return std::unique_ptr<FrontOffice>(new FrontOffice(setting, std::move(terms)));
}

}  // namespace tamga::onboarding
