// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "crypto/cms.hpp"
#include "outward/testing/raw_service.hpp"

namespace tamga::verification::testing {

/// A server that speaks the REST contract of E-IMZO-SERVER over HTTP: it really verifies, with a
/// `CmsVerifier` of its own, and can be told to be wrong.
class VerificationServer {
 public:
  explicit VerificationServer(std::shared_ptr<crypto::TrustStore const> trust, UnixMs now,
                              std::shared_ptr<crypto::RevocationChecker> revocation = nullptr);

  [[nodiscard]] std::string url() const { return service_.url(""); }
  [[nodiscard]] int requests() const { return service_.requests(); }

  /// What the next answers say instead: a status of HTTP; a status of the contract; members to be replaced in
  /// the only signer.
  void answer_http(std::optional<int> status);
  void answer_status(std::optional<int> status);
  void change_signer(nlohmann::json change);
  void change_content(std::optional<std::string> content);

 private:
  std::string handle(std::string const& request);
  std::string verify(std::string const& path, std::string const& body);
  nlohmann::json good(crypto::Signer const& signer, std::optional<std::string> const& content) const;

  crypto::CmsVerifier verifier_;
  UnixMs now_;
  std::mutex mutex_;
  std::optional<int> http_;
  std::optional<int> status_;
  std::optional<std::string> content_;
  nlohmann::json change_ = nlohmann::json::object();
  outward::testing::RawService service_;  // last: it asks as soon as it is there
};

}  // namespace tamga::verification::testing
