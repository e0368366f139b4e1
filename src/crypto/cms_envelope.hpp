// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "crypto/certificate.hpp"

namespace tamga::crypto {

/// Encrypts a text of any length for one certificate: CMS EnvelopedData (RFC 5652, 6). For RSA and EC keys
/// AES-256 in CBC mode, the key of the content sent by RSA or agreed by ECDH; for GOST R 34.10 keys GOST
/// 28147-89 with key transport after RFC 4490, for which the engine must be loaded. BER with indefinite lengths, so nothing is held
/// back; `openssl cms -decrypt -inform DER` reads it. It hides and does not sign. One thread.
class CmsEnvelope {
 public:
  /// Null when nothing can be encrypted for the key of this certificate: neither RSA nor EC nor GOST R
  /// 34.10, or a key that OpenSSL refuses.
  static std::unique_ptr<CmsEnvelope> open(Certificate const& recipient);
  ~CmsEnvelope();
  CmsEnvelope(CmsEnvelope const&) = delete;
  CmsEnvelope& operator=(CmsEnvelope const&) = delete;

  /// Appends what is encrypted so far to `out`. False when OpenSSL failed.
  [[nodiscard]] bool write(std::string_view text, std::string& out);
  /// The end of the message.
  [[nodiscard]] bool finish(std::string& out);

 private:
  struct State;
  explicit CmsEnvelope(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// Name of the algorithm of a certificate's key, for people: "RSA", "id-ecPublicKey", "ED25519".
std::string key_algorithm_of(Certificate const& certificate);

}  // namespace tamga::crypto
