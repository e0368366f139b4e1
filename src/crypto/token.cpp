// SPDX-License-Identifier: Apache-2.0
#include "crypto/token.hpp"

#include "crypto/base64.hpp"
#include "crypto/secret.hpp"

namespace tamga::crypto {

std::string new_token(Rng& rng) {
  auto const secret = SecretBytes<32>::random(rng);
  return encode_base64_url({reinterpret_cast<char const*>(secret.view().data()), secret.kSize});
}

Sha256 token_digest(std::string_view token) {
  return Sha256Hasher().update("tamga token\n").update(token).digest();
}

}  // namespace tamga::crypto
