// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "business_register/business_entity.hpp"
#include "contract_office/office.hpp"
#include "registry/profile.hpp"

namespace tamga::contract_office {

/// What is known of a participant: what it says of itself, and what the state says of it.
struct Known {
  registry::Participant participant;
  registry::Profile profile;
  std::optional<business_register::BusinessEntity> entity;
};

/// What a contract of today would be made of; `group` empty for kinds that cover all.
[[nodiscard]] contracts::ContractFacts facts_of(Office const& office, Known const& known,
                                                std::string_view kind, std::string_view group, Date day);

}  // namespace tamga::contract_office
