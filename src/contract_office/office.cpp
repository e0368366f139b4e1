// SPDX-License-Identifier: Apache-2.0
#include "contract_office/office.hpp"

#include "contracts/errors.hpp"
#include "crypto/holder.hpp"

namespace tamga::contract_office {

ContractOffice::ContractOffice(Setting setting, contracts::Templates templates, Terms terms)
    : setting_(std::move(setting)),
      templates_(std::move(templates)),
      terms_(std::move(terms)),
      contracts_(templates_, setting_.verifier),
      outbox_(setting_.mail_texts),
      letters_(setting_.country, templates_, setting_.texts, setting_.site),
      office_{
          setting_.country,      templates_,          contracts_, setting_.verifier, terms_, setting_.signer,
          setting_.participants, setting_.businesses, outbox_,    letters_,          groups_} {}

Result<std::unique_ptr<ContractOffice>> ContractOffice::open(Setting setting) {
  TAMGA_ASSIGN(templates, contracts::Templates::load(setting.folder, setting.country.rules()));
  TAMGA_ASSIGN(terms, read_terms(setting.folder / "contract_office.toml"));
  if (auto const* identity = setting.signer.identity()) {
    TAMGA_ASSIGN(holder, crypto::holder_of(identity->certificate().subject()));
    if (holder.tax_id != terms.operator_party.tax_id)
      return fail(Error(contracts::kOperatorOther).with("tax_id", terms.operator_party.tax_id));
  }
  return std::unique_ptr<ContractOffice>(
      new ContractOffice(std::move(setting), std::move(templates), std::move(terms)));
}

}  // namespace tamga::contract_office
