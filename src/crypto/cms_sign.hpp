// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "crypto/openssl.hpp"
#include "crypto/signing_identity.hpp"

namespace tamga::crypto {

struct SigningForm {
  bool detached = true;
  UnixMs signing_time;
  int content_type = NID_pkcs7_data;
};

/// DER of a signature as programs of the field make it: CAdES-BES, for Uzbek keys plain PKCS#7. Errors:
/// CRYPTO_FAILED.
Result<std::string> sign_content(SigningIdentity const& identity, std::string_view content,
                                 SigningForm const& form);

}  // namespace tamga::crypto
