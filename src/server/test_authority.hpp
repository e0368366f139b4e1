// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/test_ca.hpp"

namespace tamga::server {

/// The test authority of a folder: `authority.pem` (its key, readable by the owner alone), `root.pem` (its
/// certificate, for trust stores) and, once a certificate was revoked, `revoked.txt` (a line each: serial
/// number, milliseconds, CRLReason). For the sandbox, demonstrations and tests; never for a real
/// installation.
class TestAuthority {
 public:
  /// Makes the authority when the folder has none, with a term of ten years from `now`. Errors:
  /// KEY_FILE_FAILED, those of reading and of `TestCa::create`.
  static Result<TestAuthority> open_or_create(std::filesystem::path const& folder, UnixMs now,
                                              crypto::KeyAlgorithm key = crypto::KeyAlgorithm::P256);

  /// A certificate with its key for a person of an organisation, valid from the day before `now` for `days`
  /// (negative: it ran out that many days ago).
  [[nodiscard]] Result<crypto::SigningIdentity> issue(crypto::Subject subject, UnixMs now, int days) const;
  /// Whatever a test wants.
  [[nodiscard]] Result<crypto::SigningIdentity> issue(crypto::CertificateOrder const& order) const {
    return ca_.issue(order);
  }

  /// A certificate for a key that somebody else keeps: `TestCa::certify`.
  [[nodiscard]] Result<crypto::Certificate> certify(crypto::CertificateOrder const& order,
                                                    std::string_view public_key) const {
    return ca_.certify(order, public_key);
  }

  /// Errors: KEY_FILE_FAILED.
  Result<void> revoke(crypto::Certificate const& certificate, UnixMs at, int reason) const;
  /// DER of the list of all that were revoked. Errors: KEY_FILE_FAILED, CRYPTO_FAILED.
  [[nodiscard]] Result<std::string> revocation_list(UnixMs now, int days) const;

  [[nodiscard]] crypto::Certificate const& root() const { return ca_.root(); }
  [[nodiscard]] crypto::KeyAlgorithm key() const { return ca_.key(); }
  [[nodiscard]] std::filesystem::path const& folder() const { return folder_; }
  [[nodiscard]] std::filesystem::path root_file() const { return folder_ / "root.pem"; }

 private:
  TestAuthority(std::filesystem::path folder, crypto::TestCa ca)
      : folder_(std::move(folder)), ca_(std::move(ca)) {}
  [[nodiscard]] Result<std::vector<crypto::RevokedSerial>> revoked() const;

  std::filesystem::path folder_;
  crypto::TestCa ca_;
};

/// A file that only its owner can read, written completely or not at all.
Result<void> write_private_file(std::filesystem::path const& file, std::string const& bytes);
Result<std::string> read_file(std::filesystem::path const& file);

}  // namespace tamga::server
