// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/number_source.hpp"
#include "base/random.hpp"
#include "business_register/business_register.hpp"
#include "country/error_texts.hpp"
#include "crypto/cms.hpp"
#include "evidence/policy.hpp"
#include "mail/outbox.hpp"
#include "onboarding/letters.hpp"
#include "onboarding/terms.hpp"
#include "registry/challenges.hpp"
#include "registry/register.hpp"

namespace tamga::onboarding {

/// What applications are handled with. All of it outlives the handling.
struct Office {
  Clock const& clock;
  Rng& rng;
  NumberSource& numbers;
  Terms const& terms;
  crypto::SignatureVerifier const& verifier;
  registry::Challenges const& challenges;
  registry::Register& participants;
  business_register::BusinessRegister& businesses;
  mail::Outbox const& outbox;
  Letters const& letters;
  crypto::RevocationChecker* revocation = nullptr;  ///< null: not looked at
  evidence::Policy policy{};                        ///< what happens while nobody answers
};

/// The office of one system, with all that is its own: terms, letters, challenges.
class FrontOffice {
 public:
  /// What it is opened with; the references outlive it.
  struct Setting {
    std::filesystem::path terms;  ///< spec/<country>/onboarding.toml
    std::string system;           ///< name by which participants reach the system, part of challenges
    std::string site;             ///< https://...: what links in e-mails begin with
    Clock const& clock;
    Rng& rng;
    NumberSource& numbers;
    country::ErrorTexts const& texts;
    mail::Texts const& mail_texts;
    crypto::KeyRing const& keys;
    crypto::SignatureVerifier const& verifier;
    registry::Register& participants;
    business_register::BusinessRegister& businesses;
    crypto::RevocationChecker* revocation = nullptr;
    evidence::Policy policy{};
  };
  /// Errors: mistakes in the terms, with file and line.
  static Result<std::unique_ptr<FrontOffice>> open(Setting const& setting);
  [[nodiscard]] Office const& office() const { return office_; }

 private:
  FrontOffice(Setting const& setting, Terms terms);

  Terms terms_;
  registry::Challenges challenges_;
  mail::Outbox outbox_;
  Letters letters_;
  Office office_;
};

}  // namespace tamga::onboarding
