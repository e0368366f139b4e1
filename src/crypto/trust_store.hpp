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

/// What a certificate is wanted for.
enum class CertificatePurpose : std::uint8_t { Documents, TimeStamps };

/// From a certificate to a root, both included.
using CertificatePath = std::shared_ptr<std::vector<Certificate> const>;

/// The authorities a profile trusts, and nobody else: the roots of the operating system play no part. Chains
/// found good are remembered (a bounded number), with the time in which every certificate of the chain is
/// valid, so that a participant's second document costs a look-up. Immutable but for that memory; safe from
/// any thread.
///
/// Revocation is not looked at here: see RevocationChecker.
class TrustStore {
 public:
  /// Errors: CRYPTO_FAILED; SIGNATURE_ENGINE_MISSING when a root needs the engine of national algorithms.
  static Result<std::shared_ptr<TrustStore const>> of(std::vector<Certificate> roots);
  /// Any number of certificates in PEM. Errors: CERTIFICATE_MALFORMED, also when there are none.
  static Result<std::shared_ptr<TrustStore const>> from_pem(std::string_view pem);

  [[nodiscard]] std::span<Certificate const> roots() const { return roots_; }

  /// The path from the certificate to a root, over certificates that came with it, valid at that moment, with
  /// keys and digests of at least 112 bits or of a national standard; its key may be used for the purpose.
  /// Errors: CERTIFICATE_EXPIRED and CERTIFICATE_NOT_YET_VALID (of the certificate itself),
  /// CERTIFICATE_UNTRUSTED (all else about the path), CERTIFICATE_KEY_USAGE.
  [[nodiscard]] Result<CertificatePath> check(
      Certificate const& certificate, stack_st_X509* others, UnixMs at,
      CertificatePurpose purpose = CertificatePurpose::Documents) const;

  /// A certificate already checked, to save reading it again; null when it is not remembered.
  [[nodiscard]] std::shared_ptr<Certificate const> remembered(Sha256 const& sha256) const;

  static constexpr std::size_t kRemembered = 10'000;
  static constexpr std::size_t kAuthorities = 256;

 private:
  struct Path {
    CertificatePath certificates;
    UnixMs not_before;
    UnixMs not_after;
  };
  explicit TrustStore(std::vector<Certificate> roots);
  [[nodiscard]] CertificatePath remembered_path(Certificate const& certificate, UnixMs at) const;
  [[nodiscard]] Result<Path> path_of(stack_st_X509* chain) const;
  [[nodiscard]] Result<Certificate> authority(x509_st* x509) const;
  void remember(Path path) const;

  std::vector<Certificate> roots_;
  std::shared_ptr<x509_store_st> store_;
  mutable std::mutex mutex_;
  mutable std::map<Sha256, Path> paths_;
  mutable std::deque<Sha256> oldest_;
  mutable std::map<Sha256, Certificate> authorities_;  ///< shared by the paths through them
};

}  // namespace tamga::crypto
