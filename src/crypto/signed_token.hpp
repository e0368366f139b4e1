// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/certificate.hpp"
#include "crypto/signing_identity.hpp"

namespace tamga::crypto {

/// What a signed JSON token (JWT, RFC 7519, in the compact form of RFC 7515) says, when one of `keys` signed
/// it: its claims as JSON. Algorithms: RS256 with a key of 2048 bits or more, ES256 with P-256; "none" and
/// everything else is refused, and so is a critical header. Times and names in the claims are for the caller.
/// Errors: TOKEN_MALFORMED, TOKEN_SIGNATURE_WRONG.
Result<std::string> verify_token(std::string_view token, std::span<Certificate const> keys);

/// For tests and the sandbox: a token of these claims. RSA and P-256 only. Errors: CRYPTO_FAILED.
Result<std::string> sign_token(SigningIdentity const& identity, std::string_view claims);

}  // namespace tamga::crypto
