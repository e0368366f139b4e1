// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/crypto.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "base/random.hpp"

namespace tamga::crypto {

/// N bytes that nobody else may learn. Wiped when they go out of scope; copied only by name (`clone`), never
/// printed: there is no way from here to text. One thread at a time, or read-only from many.
template <std::size_t N>
class SecretBytes {
 public:
  static constexpr std::size_t kSize = N;

  SecretBytes() = default;
  explicit SecretBytes(std::span<std::uint8_t const, N> bytes) {
    std::copy(bytes.begin(), bytes.end(), bytes_.begin());
  }
  static SecretBytes random(Rng& rng) {
    SecretBytes secret;
    rng.fill(std::as_writable_bytes(secret.writable()));
    return secret;
  }

  SecretBytes(SecretBytes const&) = delete;
  SecretBytes& operator=(SecretBytes const&) = delete;
  SecretBytes(SecretBytes&& other) noexcept : bytes_(other.bytes_) { other.wipe(); }
  SecretBytes& operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
      bytes_ = other.bytes_;
      other.wipe();
    }
    return *this;
  }
  ~SecretBytes() { wipe(); }

  [[nodiscard]] SecretBytes clone() const { return SecretBytes(view()); }
  [[nodiscard]] std::span<std::uint8_t const, N> view() const { return bytes_; }
  [[nodiscard]] std::span<std::uint8_t, N> writable() { return bytes_; }

 private:
  void wipe() { OPENSSL_cleanse(bytes_.data(), N); }
  std::array<std::uint8_t, N> bytes_{};
};

}  // namespace tamga::crypto
