// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <variant>

#include "base/result.hpp"
#include "crypto/cmac_key.hpp"
#include "crypto/ed25519.hpp"
#include "crypto/sha256.hpp"
#include "crypto/tail_message.hpp"

namespace tamga::crypto {

class TailKey;

/// One question to `TailKey::verify`: is this the tail of that code under this key?
struct TailQuery {
  TailKey const* key;
  TailInput input;
  std::string_view tail;
};

/// Makes and checks the tails of one scheme with one key. Bytes: docs/formats/tails.md. Short tails are made
/// in batches whose blocks are encrypted side by side; nothing is allocated per code. Read-only, safe from
/// any thread.
class TailKey {
 public:
  /// `key_id`: the 4 characters of AI (91). Each scheme gets its own key, derived from the secret.
  /// Errors: TAIL_KEY_INVALID when the key id has another length.
  static Result<TailKey> make(TailScheme scheme, std::string_view key_id, SecretBytes<32> const& secret,
                              AesPath path = best_aes_path());

  [[nodiscard]] TailScheme scheme() const { return scheme_; }
  [[nodiscard]] std::string_view key_id() const { return {key_id_.data(), key_id_.size()}; }
  [[nodiscard]] std::size_t size() const { return tail_size(scheme_); }
  /// Signature88 only: what others check tails with.
  [[nodiscard]] Ed25519PublicKey public_key() const;

  /// Writes the tails of any codes, `size()` characters each, `stride` bytes apart. Inputs are well-formed
  /// (asserted).
  void write(std::span<TailInput const> inputs, char* out, std::size_t stride) const;

  [[nodiscard]] bool verify(TailInput const& input, std::string_view tail) const;
  /// Many codes, keys and schemes at once. Ill-formed inputs are simply wrong. Compared in constant time.
  static void verify(std::span<TailQuery const> queries, bool* out);

 private:
  friend class TailSeries;
  using Secret = std::variant<CmacKey, HmacSha256, Ed25519Key>;
  TailKey(TailScheme scheme, std::string_view key_id, Secret secret);

  static constexpr std::size_t kBatch = 64;
  /// Tags of up to kBatch messages, whose keys are CMAC keys; the messages are overwritten.
  static void macs(TailKey const* const* keys, TailMessage* messages, std::size_t count, AesBlock* tags);
  void write_one(TailMessage& message, char* out) const;  // not for CMAC

  TailScheme scheme_;
  std::array<char, 4> key_id_;
  Secret secret_;
};

/// Tails of codes that differ only in their serials: what emission writes. The header is authenticated once,
/// so a short tail costs one block of AES for serials up to 16 characters. Refers to its key, which must
/// outlive it.
class TailSeries {
 public:
  /// `serial_size` counts the country digit. Sizes and digits are asserted: they come from a layout.
  TailSeries(TailKey const& key, std::string_view gtin, std::size_t serial_size, std::string_view price = {});

  /// Reads `count` serials, `serial_stride` bytes apart, and writes as many tails, `stride` bytes apart. The
  /// two may be parts of the same buffer of printed codes.
  void write(char const* serials, std::size_t serial_stride, std::size_t count, char* out,
             std::size_t stride) const;

 private:
  static constexpr std::size_t kMaxBlocks = 3;
  void write_macs(CmacKey const& key, char const* serials, std::size_t serial_stride, std::size_t count,
                  char* out, std::size_t stride) const;

  TailKey const* key_;
  std::size_t serial_size_;
  TailMessage message_;                        // with a serial of zeros
  std::array<AesBlock, kMaxBlocks> blocks_{};  // of the CMAC after the header, all but the serial included
  std::size_t block_count_ = 0;
};

/// Whether a tail of 88 characters was made by the owner of the public key: needs no secret and no server.
bool verify_signature_tail(Ed25519PublicKey const& key, std::string_view key_id, TailInput const& input,
                           std::string_view tail);

}  // namespace tamga::crypto
