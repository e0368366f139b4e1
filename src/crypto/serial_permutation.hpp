// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "crypto/aes_key.hpp"
#include "crypto/feistel_lanes.hpp"
#include "crypto/secret.hpp"
#include "crypto/serial_format.hpp"

namespace tamga::crypto {

/// The key of one series. Who has it can tell every serial the series will ever have.
using SerialKey = SecretBytes<16>;

class SerialPermutation;

/// "No index": the text is not of the layout, or it inverts to a number no series can reach.
inline constexpr std::uint64_t kNoIndex = ~std::uint64_t{0};

/// One question to `SerialPermutation::find`: which index of that series has this serial?
struct SerialQuery {
  SerialPermutation const* series;
  std::string_view serial;
};

/// Serials of a series: the counter of its codes, permuted. NIST SP 800-38G FF1 with AES-128, tweak = the
/// GTIN as 14 digits; docs/formats/serials.md. Serials of neighbouring codes look random, never repeat, and
/// are not stored: the permutation is inverted to find the code. Works in batches whose blocks are encrypted
/// side by side; allocates nothing. Immutable, safe from any thread.
class SerialPermutation {
 public:
  /// `gtin`: 14 digits (asserted).
  SerialPermutation(SerialKey const& key, std::string_view gtin, std::shared_ptr<SerialFormat const> format,
                    AesPath path = best_aes_path());

  [[nodiscard]] SerialFormat const& format() const { return *format_; }

  /// Writes the serials of the codes [first_index, first_index + count), each `format().length()` characters,
  /// `stride` bytes apart; the bytes between are left alone. The range lies within `format().capacity()`
  /// (asserted).
  void serials(std::uint64_t first_index, std::size_t count, char* out, std::size_t stride) const;

  /// The index whose serial this is, or `kNoIndex`. Any text may be asked about.
  [[nodiscard]] std::uint64_t index_of(std::string_view serial) const;
  void indexes(std::span<std::string_view const> serials, std::uint64_t* out) const;
  /// The same for serials of different series, at the same speed: a check request rarely holds one series.
  static void find(std::span<SerialQuery const> queries, std::uint64_t* out);

 private:
  static constexpr std::size_t kBatch = 64;
  static constexpr unsigned kRounds = 10;
  struct Lanes;

  [[nodiscard]] HalfModulus const& modulus(unsigned round) const {
    return round % 2 == 0 ? format_->left() : format_->right();
  }
  void permute(std::uint64_t* left, std::uint64_t* right, std::size_t count) const;
  static void invert(Lanes& lanes);

  AesKey key_;
  // What the half is added to in each round: the state of the CBC-MAC before the last block, with the round's
  // number.
  std::array<RoundWords, kRounds> round_words_;
  std::shared_ptr<SerialFormat const> format_;
};

}  // namespace tamga::crypto
