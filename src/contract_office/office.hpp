// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "business_register/business_register.hpp"
#include "contract_office/group_book.hpp"
#include "contract_office/letters.hpp"
#include "contract_office/operator_signer.hpp"
#include "contract_office/terms.hpp"
#include "contracts/contracts.hpp"
#include "country/country.hpp"
#include "country/error_texts.hpp"
#include "crypto/cms.hpp"
#include "mail/outbox.hpp"
#include "registry/register.hpp"

namespace tamga::contract_office {

/// What contracts are handled with. All of it outlives the handling.
struct Office {
  country::Country const& country;
  contracts::Templates const& templates;
  contracts::Contracts const& contracts;
  crypto::SignatureVerifier const& verifier;
  Terms const& terms;
  OperatorSigner const& signer;
  registry::Register const& participants;
  business_register::BusinessRegister& businesses;
  mail::Outbox const& outbox;
  Letters const& letters;
  GroupBook const& groups;
};

/// The office of one system, with all that is its own: templates, terms, letters, the operator's key.
class ContractOffice {
 public:
  /// What it is opened with; the references outlive it.
  struct Setting {
    std::filesystem::path folder;  ///< spec/<country>
    std::string site;              ///< https://...: what links in e-mails begin with
    OperatorSigner signer;         ///< without an identity people wait for a person, who cannot accept either
    country::Country const& country;
    country::ErrorTexts const& texts;
    mail::Texts const& mail_texts;
    crypto::SignatureVerifier const& verifier;
    registry::Register const& participants;
    business_register::BusinessRegister& businesses;
  };
  /// Errors: mistakes in templates and terms, with file and line; CONTRACT_OPERATOR_OTHER when the signing
  /// identity is not that of the operator in the terms.
  static Result<std::unique_ptr<ContractOffice>> open(Setting setting);
  [[nodiscard]] Office const& office() const { return office_; }

 private:
  ContractOffice(Setting setting, contracts::Templates templates, Terms terms);

  Setting setting_;
  contracts::Templates templates_;
  Terms terms_;
  contracts::Contracts contracts_;
  mail::Outbox outbox_;
  Letters letters_;
  GroupBook groups_;
  Office office_;
};

}  // namespace tamga::contract_office
