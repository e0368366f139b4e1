// SPDX-License-Identifier: Apache-2.0
#include "crypto/hkdf.hpp"

#include <cassert>
#include <string>

namespace tamga::crypto {

void derive_key(std::span<std::uint8_t const, 32> secret, std::string_view purpose,
                std::initializer_list<std::string_view> parts, std::span<std::uint8_t> out) {
  assert(out.size() <= 32);
  std::string info(purpose);
  for (std::string_view const part : parts) {
    assert(part.size() < 256);
    info.push_back(static_cast<char>(static_cast<unsigned char>(part.size())));
    info.append(part);
  }
  info.push_back('\x01');
  SecretBytes<32> const no_salt;
  SecretBytes<32> extracted(
      HmacSha256(no_salt.view()).mac({reinterpret_cast<char const*>(secret.data()), secret.size()}));
  SecretBytes<32> expanded(HmacSha256(extracted.view()).mac(info));
  std::copy_n(expanded.view().begin(), out.size(), out.begin());
}

}  // namespace tamga::crypto
