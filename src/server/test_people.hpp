// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/holder.hpp"
#include "server/test_authority.hpp"

namespace tamga::server {

/// Numbers and names of somebody invented, before they are put where certificates of a country carry them.
struct TestPerson {
  crypto::SubjectForm form = crypto::SubjectForm::Uzbek;
  crypto::HolderKind kind = crypto::HolderKind::LegalEntity;
  std::string organization;
  std::string person;
  std::string tax_id;         ///< of the organisation, else of the person
  std::string registry_id;    ///< OGRN or OGRNIP
  std::string person_id;      ///< of an organisation's director: INN; PINFL
  std::string person_number;  ///< SNILS; TIN of the person
};

crypto::Subject subject_of(TestPerson const& person);

struct TestPeopleOrder {
  std::string password = "tamga";
  std::string list_url;    ///< put into every certificate when given
  std::string answer_url;  ///< likewise
};

/// Everybody a test of signatures needs, into `people/` of the authority's folder, each as .pem and .p12:
/// organisations, traders and persons of both countries, and for each country one whose certificate has run
/// out, is not valid yet, was revoked, may not sign, comes from an authority nobody trusts; somebody who
/// stamps time and a responder. Beside them `list.crl` with the revoked. Gives the count. Errors:
/// KEY_FILE_FAILED and those of issuing.
Result<int> make_test_people(TestAuthority const& authority, TestPeopleOrder const& order, UnixMs now);

/// `NAME.pem` and `NAME.p12`.
Result<void> write_identity(std::filesystem::path const& name, crypto::SigningIdentity const& identity,
                            std::string const& password);

}  // namespace tamga::server
