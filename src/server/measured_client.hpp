// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/result.hpp"
#include "crypto/signing_identity.hpp"
#include "http/client.hpp"

namespace tamga::server {

/// A participant's program while a machine is measured: signs in, signs and sends documents, fetches codes.
/// One thread; `another` is a second connection in the same session. Errors: MEASUREMENT_FAILED with the
/// answer in the log.
class MeasuredClient {
 public:
  MeasuredClient(std::uint16_t port, crypto::SigningIdentity identity, Rng& rng);
  [[nodiscard]] MeasuredClient another() const;

  Result<void> sign_in();
  /// Signs, sends, wants it accepted in full; gives its number.
  Result<std::string> submit(std::string_view document);
  /// The same for kinds that need no signature.
  Result<std::string> submit_unsigned(std::string_view document);
  Result<std::string> get(std::string_view path);
  Result<std::string> post(std::string_view path, std::string_view body);

 private:
  Result<std::string> send_document(std::string_view document, std::string const& signature);
  Result<std::string> body_of(std::string_view what, Result<http::ClientResponse> response, int wanted);
  [[nodiscard]] http::Client::Headers headers() const;

  std::uint16_t port_;
  crypto::SigningIdentity identity_;
  Rng* rng_;
  http::Client client_;
  std::string token_;
};

/// {"kind":"...", MORE "codes":[...]}: `more` holds fields with their commas.
std::string document_of(std::string_view kind, std::string_view more, std::vector<std::string> const& codes);

}  // namespace tamga::server
