// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/certificate.hpp"

namespace tamga::identity {

/// What an id_token must say to be about this sign-in.
struct TokenExpectation {
  std::string_view issuer;
  std::string_view audience;  ///< our client_id
  std::string_view nonce;
  UnixMs now;
};

/// The claims of an id_token (OpenID Connect Core 1.0, 3.1.3.7), proven. Two minutes of difference between
/// the clocks are tolerated. Errors, in this order: IDENTITY_TOKEN_SIGNATURE, IDENTITY_PROVIDER_ANSWER,
/// IDENTITY_TOKEN_ISSUER, IDENTITY_TOKEN_AUDIENCE, IDENTITY_TOKEN_TIME, IDENTITY_TOKEN_NONCE.
Result<std::string> read_id_token(std::string_view token, std::span<crypto::Certificate const> keys,
                                  TokenExpectation const& expected);

}  // namespace tamga::identity
