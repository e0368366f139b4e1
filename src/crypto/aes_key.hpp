// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace tamga::crypto {

/// Which instructions encrypt blocks: any processor, AES-NI (8 blocks in flight), or VAES (16 blocks in
/// flight).
enum class AesPath : std::uint8_t { Portable, AesNi, Vaes };

/// The fastest path of this processor, found once.
AesPath best_aes_path();

/// AES-128 of many independent blocks at a time, which is 20 times the speed of one block after another. The
/// building block of serials and short tails. Wiped on destruction; read-only after construction, safe from
/// any thread.
class AesKey {
 public:
  static constexpr std::size_t kSize = 16;
  static constexpr std::size_t kBlock = 16;

  explicit AesKey(std::span<std::uint8_t const, kSize> key, AesPath path = best_aes_path());
  AesKey(AesKey const&) = default;
  AesKey& operator=(AesKey const&) = default;
  ~AesKey();

  [[nodiscard]] AesPath path() const { return path_; }

  /// Encrypts `count` blocks in place.
  void encrypt(std::uint8_t* blocks, std::size_t count) const;

  /// Encrypts block i with the key `*keys[i]`, in place: for checks, where neighbours come from different
  /// series.
  static void encrypt_each(AesKey const* const* keys, std::uint8_t* blocks, std::size_t count);

 private:
  static constexpr std::size_t kRounds = 10;
  static void encrypt_each_ni(AesKey const* const* keys, std::uint8_t* blocks, std::size_t count);

  // Round keys as the processor loads them, or the schedule of OpenSSL on the portable path.
  alignas(16) std::array<std::uint8_t, 256> schedule_{};
  AesPath path_;
};

}  // namespace tamga::crypto
