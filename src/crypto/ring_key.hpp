// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "base/time.hpp"
#include "crypto/secret.hpp"

namespace tamga::crypto {

/// What a key may be used for; a key has one purpose for life. The numbers are stored and stay for ever.
enum class KeyPurpose : std::uint8_t {
  Serial = 1,         ///< master of the serial keys of all series
  TailMac = 2,        ///< tails that only we can check
  TailSignature = 3,  ///< tails that anybody can check
  Journal = 4,        ///< checkpoints of the journal
  Session = 5,        ///< tokens and challenges
  Webhook = 6,        ///< messages to participants' own systems
  Verdict = 7         ///< our signed answers to documents
};
inline constexpr std::array kKeyPurposes{KeyPurpose::Serial,  KeyPurpose::TailMac, KeyPurpose::TailSignature,
                                         KeyPurpose::Journal, KeyPurpose::Session, KeyPurpose::Webhook,
                                         KeyPurpose::Verdict};

constexpr std::string_view name_of(KeyPurpose purpose) {
  switch (purpose) {
    case KeyPurpose::Serial:
      return "serial";
    case KeyPurpose::TailMac:
      return "tail_mac";
    case KeyPurpose::TailSignature:
      return "tail_signature";
    case KeyPurpose::Journal:
      return "journal";
    case KeyPurpose::Session:
      return "session";
    case KeyPurpose::Webhook:
      return "webhook";
    case KeyPurpose::Verdict:
      return "verdict";
  }
  return "?";
}

/// Whether others may know a public half of the key.
constexpr bool has_public_half(KeyPurpose purpose) {
  return purpose == KeyPurpose::TailSignature || purpose == KeyPurpose::Journal ||
         purpose == KeyPurpose::Verdict;
}

/// Numbers are stored and stay for ever.
enum class KeyState : std::uint8_t {
  Active = 1,      ///< makes and checks
  VerifyOnly = 2,  ///< checks what it made before it was replaced
  Compromised = 3  ///< what it made proves nothing any more
};

constexpr std::string_view name_of(KeyState state) {
  switch (state) {
    case KeyState::Active:
      return "active";
    case KeyState::VerifyOnly:
      return "verify_only";
    case KeyState::Compromised:
      return "compromised";
  }
  return "?";
}

/// Four letters and digits, as AI (91) carries them.
using KeyId = std::array<char, 4>;
inline std::string_view view(KeyId const& id) { return {id.data(), id.size()}; }

/// What may be told about a key to an operator.
struct KeyInfo {
  KeyId id{};
  KeyPurpose purpose{};
  KeyState state{};
  UnixMs created;
  UnixMs changed;  ///< when it got its present state
};

/// A key of the ring. Immutable; holders keep it alive after a rotation.
class RingKey {
 public:
  RingKey(KeyInfo info, SecretBytes<32> secret) : info_(info), secret_(std::move(secret)) {}
  [[nodiscard]] KeyInfo const& info() const { return info_; }
  [[nodiscard]] std::string_view id() const { return view(info_.id); }
  [[nodiscard]] SecretBytes<32> const& secret() const { return secret_; }

 private:
  KeyInfo info_;
  SecretBytes<32> secret_;
};

}  // namespace tamga::crypto
