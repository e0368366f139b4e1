// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "contract_office/prior_request.hpp"
#include "contracts/contract.hpp"
#include "contracts/template.hpp"
#include "country/country.hpp"
#include "country/error_texts.hpp"
#include "mail/letter.hpp"

namespace tamga::contract_office {

/// Writes the e-mails about contracts, each in the language of the organisation that gets it: to the address
/// that the contract itself names. What the operator's people get is in the country's first language.
class Letters {
 public:
  /// `site`: address of the cabinet, without a slash at the end. The others outlive the letters.
  Letters(country::Country const& country, contracts::Templates const& templates,
          country::ErrorTexts const& texts, std::string site)
      : country_(&country), templates_(&templates), texts_(&texts), site_(std::move(site)) {}

  /// A contract waits for the signature until that day.
  [[nodiscard]] mail::Letter ready(contracts::Contract const& contract, Date until, UnixMs at,
                                   Language in) const;
  /// A new version waits; the old one stays in force to the end of that day.
  [[nodiscard]] mail::Letter replaced(contracts::Contract const& contract, std::string_view reason,
                                      Date kept_until, UnixMs at, Language in) const;
  /// The pilot is over: codes of the group cost money from now on, under a new contract.
  [[nodiscard]] mail::Letter prices_begin(contracts::Contract const& contract, Date kept_until, UnixMs at,
                                          Language in) const;
  [[nodiscard]] mail::Letter active(contracts::Contract const& contract, UnixMs at, Language in) const;
  [[nodiscard]] mail::Letter returned(contracts::Contract const& contract, UnixMs at, Language in) const;

  /// To the manager of the group, and to who asks.
  [[nodiscard]] mail::Letter prior_request(PriorRequest const& request, GroupManager const& manager) const;
  [[nodiscard]] mail::Letter prior_request_received(PriorRequest const& request,
                                                    std::optional<GroupManager> const& manager) const;

 private:
  [[nodiscard]] Language language() const { return country_->rules().languages.front(); }
  [[nodiscard]] mail::Letter letter(contracts::Contract const& contract, std::string_view text, UnixMs at,
                                    Language in) const;
  [[nodiscard]] std::string title(contracts::Contract const& contract, Language in) const;
  [[nodiscard]] std::string group_name(std::string_view code, Language in) const;

  country::Country const* country_;
  contracts::Templates const* templates_;
  country::ErrorTexts const* texts_;
  std::string site_;
};

}  // namespace tamga::contract_office
