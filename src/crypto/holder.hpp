// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"
#include "crypto/certificate.hpp"

namespace tamga::crypto {

enum class HolderKind : std::uint8_t { LegalEntity, SoleTrader, Person };
/// Whose fields the certificate carries.
enum class SubjectForm : std::uint8_t { Russian, Uzbek };

/// Whose certificate it is: the only source of identity. Numbers are digits of the right count; whether they
/// exist, and their check digits, are for the register. Empty: not stated.
struct Holder {
  HolderKind kind = HolderKind::Person;
  SubjectForm form = SubjectForm::Russian;
  std::string tax_id;         ///< of the organisation, else of the person: INN or STIR; never empty
  std::string registry_id;    ///< OGRN of an organisation, OGRNIP of a sole trader
  std::string organization;   ///< its name; empty for a person
  std::string person;         ///< full name
  std::string person_id;      ///< SNILS or PINFL
  std::string person_tax_id;  ///< INN or TIN of the person
  /// As the authority wrote it, often a placeholder: no proof of a right.
  std::string position;

  friend bool operator==(Holder const&, Holder const&) = default;
};

/// Legal entity: INNLE or OGRN, in old certificates INN of 00 and ten digits; STIR. Sole trader: OGRNIP.
/// Person: INN alone; TIN alone. A person acts for an organisation only by a right that is kept elsewhere.
/// Errors: CERTIFICATE_SUBJECT_AMBIGUOUS when fields contradict each other; CERTIFICATE_HOLDER_UNKNOWN when
/// the tax number is missing or has a wrong count of digits.
Result<Holder> holder_of(Subject const& subject);

}  // namespace tamga::crypto
