// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tamga::crypto {

/// SHA-256 of something.
using Sha256 = std::array<std::uint8_t, 32>;

Sha256 sha256(std::string_view bytes);
/// 64 lower-case hexadecimal digits.
std::string hex(Sha256 const& digest);
inline std::string_view view(Sha256 const& digest) {
  return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}

/// SHA-256 of bytes that come piece by piece.
class Sha256Hasher {
 public:
  Sha256Hasher();
  Sha256Hasher& update(std::string_view bytes);
  /// The digest of everything so far; the hasher goes on unchanged.
  [[nodiscard]] Sha256 digest() const;

 private:
  alignas(8) std::array<std::uint8_t, 112> context_{};
};

/// HMAC-SHA-256 (RFC 2104) with a kept key. The two blocks of the key are compressed once, so a short message
/// costs two compressions and no allocation: 20 times less than a one-shot call. Wiped on destruction.
/// Read-only after construction, safe from any thread.
class HmacSha256 {
 public:
  explicit HmacSha256(std::span<std::uint8_t const, 32> key);
  HmacSha256(HmacSha256 const&) = default;
  HmacSha256& operator=(HmacSha256 const&) = default;
  ~HmacSha256();

  /// Of a message of any length.
  [[nodiscard]] Sha256 mac(std::string_view message) const;
  /// Of a message of at most `kShort` bytes that lies in a buffer of 64: what follows the message there is
  /// overwritten.
  static constexpr std::size_t kShort = 55;
  [[nodiscard]] Sha256 mac_short(std::span<std::uint8_t, 64> buffer, std::size_t size) const;

 private:
  std::array<std::uint32_t, 8> inner_{};
  std::array<std::uint32_t, 8> outer_{};
};

}  // namespace tamga::crypto
