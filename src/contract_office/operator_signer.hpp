// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "crypto/signing_identity.hpp"

namespace tamga::contract_office {

/// The certificate and key by which the operator signs contracts. The key is read once at start and stays in
/// the memory of this object; it signs manifests of contracts and nothing else. Cheap to copy; safe from any
/// thread.
class OperatorSigner {
 public:
  /// None: nothing is accepted.
  OperatorSigner() = default;
  explicit OperatorSigner(crypto::SigningIdentity identity) : identity_(std::move(identity)) {}
  /// PEM with key, certificate and the certificates above it. Errors: IDENTITY_FILE_MALFORMED.
  static Result<OperatorSigner> from_pem(std::string_view pem) {
    TAMGA_ASSIGN(identity, crypto::SigningIdentity::from_pem(pem));
    return OperatorSigner(std::move(identity));
  }

  /// Null when there is none.
  [[nodiscard]] crypto::SigningIdentity const* identity() const { return identity_ ? &*identity_ : nullptr; }

 private:
  std::optional<crypto::SigningIdentity> identity_;
};

}  // namespace tamga::contract_office
