// SPDX-License-Identifier: Apache-2.0
#include "packets/source.hpp"

#include "packets/errors.hpp"

namespace tamga::packets {

Result<std::unique_ptr<Source>> EncryptedSource::make(std::unique_ptr<Source> plain,
                                                      crypto::Certificate const& recipient) {
  auto envelope = crypto::CmsEnvelope::open(recipient);
  if (!envelope)
    return fail(
        Error(kKeyCannotEncrypt).at("/encrypted").with("algorithm", crypto::key_algorithm_of(recipient)));
  return std::unique_ptr<Source>(new EncryptedSource(std::move(plain), std::move(envelope)));
}

Result<bool> EncryptedSource::next(std::string& chunk) {
  piece_.clear();
  TAMGA_ASSIGN(more, plain_->next(piece_));
  bool const done = envelope_->write(piece_, chunk) && (more || envelope_->finish(chunk));
  if (!done) return fail(kEncryptionFailed);
  return more;
}

}  // namespace tamga::packets
