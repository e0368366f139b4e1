// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/random.hpp"
#include "crypto/sha256.hpp"

namespace tamga::crypto {

/// 256 random bits as 43 characters that need no escaping anywhere: sessions, challenges, keys of technical
/// accounts.
std::string new_token(Rng& rng);

/// What is stored of a token. The token itself is shown once and never kept, so a stolen database opens no
/// session.
Sha256 token_digest(std::string_view token);

}  // namespace tamga::crypto
