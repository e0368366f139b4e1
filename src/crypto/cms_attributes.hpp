// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/openssl.hpp"
#include "crypto/signature_scheme.hpp"
#include "crypto/trust_store.hpp"

namespace tamga::crypto {

/// What a signature is refused with; OpenSSL's errors go to the log.
tl::unexpected<Error> refuse_signature(ErrorKind const& kind, std::string detail = {});

std::string_view view_of(ASN1_STRING const* string);

/// The only value of an attribute, when it is of this type.
template <class T>
T* value_of(X509_ATTRIBUTE* attribute, int type) {
  return static_cast<T*>(X509_ATTRIBUTE_get0_data(attribute, 0, type, nullptr));
}

/// The signed attributes that matter. Null: not there.
struct SignedAttributes {
  X509_ATTRIBUTE* content_type = nullptr;
  X509_ATTRIBUTE* message_digest = nullptr;
  X509_ATTRIBUTE* signing_time = nullptr;
  X509_ATTRIBUTE* signing_certificate = nullptr;     ///< of RFC 2634, by SHA-1
  X509_ATTRIBUTE* signing_certificate_v2 = nullptr;  ///< of RFC 5035
};

/// Each of them at most once and with exactly one value: a second value is somebody else's idea of the first.
/// Errors: CMS_NO_SIGNED_ATTRIBUTES, CMS_ATTRIBUTES_WRONG.
Result<SignedAttributes> read_attributes(CMS_SignerInfo* signer);

/// Errors: CMS_ATTRIBUTES_WRONG.
Result<std::optional<UnixMs>> claimed_time(X509_ATTRIBUTE* attribute);

/// Errors: CMS_ATTRIBUTES_WRONG, CMS_CONTENT_MISMATCH.
Result<void> check_digest(std::string_view content, SignatureScheme const& scheme, X509_ATTRIBUTE* attribute);

/// ESS signing-certificate: the signer names his certificate inside what he signs, so that nobody can put
/// another certificate of the same key beside it. `others`: the certificates that came along. Errors:
/// CMS_ATTRIBUTES_WRONG, CMS_SIGNING_CERTIFICATE_MISMATCH.
Result<void> check_named_certificate(SignedAttributes const& attributes, X509* signer,
                                     STACK_OF(X509) * others, TrustStore const& trust);

/// Digest of anything, by its NID; empty when it is not known.
std::string digest_of(std::string_view bytes, int digest);

}  // namespace tamga::crypto
