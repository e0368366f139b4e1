// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.hpp"
#include "base/time.hpp"
#include "crypto/signing_identity.hpp"
#include "identity/person.hpp"
#include "identity/provider.hpp"
#include "outward/form.hpp"
#include "outward/patient_caller.hpp"

namespace tamga::identity {

/// What the operator agreed with a portal.
struct PortalAccess {
  std::string client_id;
  std::string client_secret = {};                        ///< of ClientProof::Secret
  std::optional<crypto::SigningIdentity> identity = {};  ///< that signs for us: ClientProof::SignedFields
  std::string redirect_uri;                          ///< page of the cabinet the portal sends people back to
  std::vector<crypto::Certificate> token_keys = {};  ///< that sign id_tokens
  std::vector<std::string> extra = {};               ///< "client_certificate_hash=...": sent beside
  std::string ca_file = {};                          ///< authorities of its https:// (PEM)
  std::chrono::milliseconds timeout = std::chrono::seconds(10);
  outward::BreakerLimits breaker = {};
};

/// One identity portal at work. Everything that belongs to one sign-in is derived from its `handle`, a secret
/// of this system that only the browser that began holds: state, nonce and PKCE verifier need no storage, and
/// nobody else can finish what he did not begin. Safe from any thread; `finish` waits for the portal. Clock
/// and rng outlive it.
class Portal {
 public:
  Portal(Provider provider, PortalAccess access, Clock const& clock, Rng& rng);

  [[nodiscard]] Provider const& provider() const { return provider_; }

  /// The address to send the browser to. Errors: CRYPTO_FAILED.
  [[nodiscard]] Result<std::string> begin(std::string_view handle) const;
  /// Whom the portal identified: exchanges the code for a token and asks for the profile. Errors:
  /// IDENTITY_STATE_UNKNOWN, IDENTITY_CODE_REFUSED, IDENTITY_PROVIDER_SILENT, those of `read_id_token` and
  /// `read_person`.
  [[nodiscard]] Result<ExternalPerson> finish(std::string_view handle, std::string_view state,
                                              std::string_view code);

  [[nodiscard]] outward::PatientCaller::Counters const& counters() const { return caller_.counters(); }

 private:
  [[nodiscard]] Result<outward::Fields> signed_proof(outward::Fields fields) const;
  [[nodiscard]] Result<std::string> ask(std::string const& url, outward::Fields const& form,
                                        std::vector<std::string> headers);
  [[nodiscard]] Result<std::string> exchange(std::string_view handle, std::string_view state,
                                             std::string_view code);
  [[nodiscard]] Result<std::string> profile(std::string const& url, std::string const& token,
                                            std::string const& subject);

  Provider provider_;
  PortalAccess access_;
  Clock const* clock_;
  outward::PatientCaller caller_;
};

/// The portals that the operator configured. Immutable.
class Portals {
 public:
  void add(std::unique_ptr<Portal> portal) { all_.push_back(std::move(portal)); }
  [[nodiscard]] std::vector<std::unique_ptr<Portal>> const& all() const { return all_; }
  /// Errors: IDENTITY_PROVIDER_UNKNOWN.
  [[nodiscard]] Result<Portal*> find(std::string_view code) const;

 private:
  std::vector<std::unique_ptr<Portal>> all_;
};

}  // namespace tamga::identity
