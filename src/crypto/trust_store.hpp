// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "crypto/certificate.hpp"

struct x509_store_st;
struct stack_st_X509;

namespace tamga::crypto {

/// The authorities a profile trusts, and nobody else: the roots of the operating system play no part. Chains
/// found good are remembered (a bounded number), with the time in which every certificate of the chain is
/// valid, so that a participant's second document costs a look-up. Immutable but for that memory; safe from
/// any thread.
///
/// Revocation is not looked at here.
class TrustStore {
 public:
  /// Errors: CRYPTO_FAILED.
  static Result<std::shared_ptr<TrustStore const>> of(std::vector<Certificate> roots);
  /// Any number of certificates in PEM. Errors: CERTIFICATE_MALFORMED, also when there are none.
  static Result<std::shared_ptr<TrustStore const>> from_pem(std::string_view pem);

  [[nodiscard]] std::span<Certificate const> roots() const { return roots_; }

  /// Whether a path leads from the certificate to a root, over certificates that came with it, valid at that
  /// moment, with keys and digests of at least 112 bits; and whether its key may sign documents. Errors:
  /// CERTIFICATE_EXPIRED and CERTIFICATE_NOT_YET_VALID (of the certificate itself), CERTIFICATE_UNTRUSTED
  /// (all else about the path), CERTIFICATE_KEY_USAGE.
  [[nodiscard]] Result<void> check(Certificate const& certificate, stack_st_X509* others, UnixMs at) const;

  /// A certificate already checked, to save reading it again; null when it is not remembered.
  [[nodiscard]] std::shared_ptr<Certificate const> remembered(Sha256 const& sha256) const;

  static constexpr std::size_t kRemembered = 10'000;

 private:
  struct Path {
    std::shared_ptr<Certificate const> certificate;
    UnixMs not_before;
    UnixMs not_after;
  };
  explicit TrustStore(std::vector<Certificate> roots);
  [[nodiscard]] bool is_remembered(Certificate const& certificate, UnixMs at) const;
  void remember(Path path) const;

  std::vector<Certificate> roots_;
  std::shared_ptr<x509_store_st> store_;
  mutable std::mutex mutex_;
  mutable std::map<Sha256, Path> paths_;
  mutable std::deque<Sha256> oldest_;
};

}  // namespace tamga::crypto
