// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "crypto/cms_envelope.hpp"

namespace tamga::packets {

/// A file that is made piece by piece, for whoever takes it: a connection, or a task. One thread at a time.
class Source {
 public:
  virtual ~Source() = default;
  /// Appends the next piece to `chunk`, perhaps nothing. True: call again. False: that was the end.
  virtual Result<bool> next(std::string& chunk) = 0;
  /// Codes, or whatever it counts, that are done.
  [[nodiscard]] virtual std::int64_t done() const = 0;
};

/// The file of another, encrypted for a certificate.
class EncryptedSource final : public Source {
 public:
  /// Errors: PACKET_KEY_CANNOT_ENCRYPT.
  static Result<std::unique_ptr<Source>> make(std::unique_ptr<Source> plain,
                                              crypto::Certificate const& recipient);

  Result<bool> next(std::string& chunk) override;
  [[nodiscard]] std::int64_t done() const override { return plain_->done(); }

 private:
  EncryptedSource(std::unique_ptr<Source> plain, std::unique_ptr<crypto::CmsEnvelope> envelope)
      : plain_(std::move(plain)), envelope_(std::move(envelope)) {}

  std::unique_ptr<Source> plain_;
  std::unique_ptr<crypto::CmsEnvelope> envelope_;
  std::string piece_;
};

}  // namespace tamga::packets
