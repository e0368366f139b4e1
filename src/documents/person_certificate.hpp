// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "crypto/certificate.hpp"
#include "crypto/holder.hpp"
#include "crypto/trust_store.hpp"
#include "documents/case.hpp"
#include "registry/user.hpp"

namespace tamga::documents {

/// The certificate of somebody who is to become a user, as it was uploaded.
struct PersonCertificate {
  crypto::Certificate certificate;
  crypto::Holder holder;

  /// By which a power of attorney names him: PINFL, SNILS, else his tax number.
  [[nodiscard]] std::string person_id() const;
};

/// PEM, where certificates of authorities may follow, or DER in base64. Its chain ends at one of the
/// country's authorities now. Whether it is revoked is asked at every signature and not here. Errors: those
/// of a certificate.
Result<PersonCertificate> read_person_certificate(std::string_view text, crypto::TrustStore const* trust,
                                                  UnixMs at);

/// The certificate as one of a user of the sender: the organisation's own, or a personal one where the
/// country knows such. Nothing, with the objection made at /certificate (CERTIFICATE_OF_OTHERS,
/// CERTIFICATE_PERSONAL, SIGNER_EXISTS, those of a certificate), when it cannot be.
struct AdmittedCertificate {
  registry::UserCertificate certificate;
  PersonCertificate read;
};
Result<std::optional<AdmittedCertificate>> judge_certificate(Case& one, std::string const& text);

}  // namespace tamga::documents
