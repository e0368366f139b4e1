// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "identity/provider.hpp"

namespace tamga::identity {

/// An organisation that a person acts for, as the portal says.
struct ActsFor {
  std::string tax_id;
  std::string name;
};

/// Whom a portal identified. Numbers are digits; empty: not said. It proves who somebody is; what he may do
/// is proven by certificates.
struct ExternalPerson {
  std::string provider;
  std::string subject;
  std::string person_id;      ///< PINFL or SNILS
  std::string person_tax_id;  ///< INN or TIN of the person
  std::string name;
  std::string email;
  std::string phone;
  std::vector<ActsFor> organizations;
};

/// Reads the answers of a portal by the names of the country's data, `answers` in the order in which they are
/// searched. Errors: IDENTITY_PROVIDER_ANSWER (no JSON), IDENTITY_PERSON_UNNAMED when neither number is
/// there, or the portal itself says that the person is not verified.
Result<ExternalPerson> read_person(Provider const& provider, std::vector<std::string> const& answers);

/// One text out of an answer; empty when it is not there.
std::string find_claim(std::string_view answer, std::vector<std::string> const& names);

}  // namespace tamga::identity
