// SPDX-License-Identifier: Apache-2.0
#include "crypto/trust_store.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>

#include "crypto/engine_algorithms.hpp"
#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"
#include "crypto/signature_scheme.hpp"

namespace tamga::crypto {
namespace {

constexpr int kLongestPath = 5;

tl::unexpected<Error> refusal(X509_STORE_CTX* context, Certificate const& certificate) {
  int const error = X509_STORE_CTX_get_error(context);
  bool const own = X509_STORE_CTX_get_error_depth(context) == 0;
  openssl_errors();
  if (own && error == X509_V_ERR_CERT_HAS_EXPIRED)
    return fail(Error(kCertificateExpired).with("date", Date::of(certificate.not_after()).text()));
  if (own && error == X509_V_ERR_CERT_NOT_YET_VALID)
    return fail(Error(kCertificateNotYetValid).with("date", Date::of(certificate.not_before()).text()));
  return fail(Error(kCertificateUntrusted)
                  .with("issuer", certificate.issuer_name())
                  .log(X509_verify_cert_error_string(error)));
}

/// A signature on a document needs digitalSignature or nonRepudiation, said in so many words, and no
/// authority's key.
bool may_sign_documents(X509* x509) {
  constexpr std::uint32_t kSigning = KU_DIGITAL_SIGNATURE | KU_NON_REPUDIATION;
  if ((X509_get_extension_flags(x509) & EXFLAG_KUSAGE) == 0) return false;
  return (X509_get_key_usage(x509) & kSigning) != 0 && X509_check_ca(x509) == 0;
}

/// A stamp counts only from a key that does nothing else (RFC 3161 section 2.3).
bool may_stamp(X509* x509) { return X509_check_purpose(x509, X509_PURPOSE_TIMESTAMP_SIGN, 0) == 1; }

/// OpenSSL's own levels refuse a digest that national standards prescribe.
bool is_strong(STACK_OF(X509) * chain) {
  int const last = sk_X509_num(chain) - 1;
  for (int i = 0; i <= last; ++i) {
    X509* const x509 = sk_X509_value(chain, i);
    if (!is_strong_key(x509) || (i < last && !is_strongly_signed(x509))) return false;
  }
  return true;
}

}  // namespace

TrustStore::TrustStore(std::vector<Certificate> roots)
    : roots_(std::move(roots)), store_(X509_STORE_new(), X509_STORE_free) {}

Result<std::shared_ptr<TrustStore const>> TrustStore::of(std::vector<Certificate> roots) {
  std::shared_ptr<TrustStore> store(new TrustStore(std::move(roots)));
  for (Certificate const& root : store->roots_) {
    if (std::string const missing = missing_engine_for(root.get()); !missing.empty())
      return fail(Error(kSignatureEngineMissing).with("algorithm", missing));
    if (store->store_ == nullptr || X509_STORE_add_cert(store->store_.get(), root.get()) != 1)
      return fail(Error(kCryptoFailed).log(openssl_errors()));
  }
  return std::shared_ptr<TrustStore const>(std::move(store));
}

Result<std::shared_ptr<TrustStore const>> TrustStore::from_pem(std::string_view pem) {
  load_engine_algorithms();
  std::vector<Certificate> roots;
  BioPtr const in = reading(pem);
  while (X509Ptr const x509{PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr)}) {
    TAMGA_ASSIGN(root, Certificate::from_x509(x509.get()));
    roots.push_back(root);
  }
  bool const at_end = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
  std::string const errors = openssl_errors();
  if (roots.empty() || !at_end) return fail(Error(kCertificateMalformed).log("roots: " + errors));
  return of(std::move(roots));
}

Result<CertificatePath> TrustStore::check(Certificate const& certificate, STACK_OF(X509) * others, UnixMs at,
                                          CertificatePurpose purpose) const {
  bool const for_documents = purpose == CertificatePurpose::Documents;
  if (for_documents)
    if (CertificatePath known = remembered_path(certificate, at)) return known;

  StoreCtxPtr const context(X509_STORE_CTX_new());
  if (context == nullptr || X509_STORE_CTX_init(context.get(), store_.get(), certificate.get(), others) != 1)
    return fail(Error(kCryptoFailed).log(openssl_errors()));
  // Every choice is made here: neither the default purpose (mail) nor the present time is ours. Strict
  // checking of RFC 5280 is left out, because national authorities omit key identifiers.
  X509_VERIFY_PARAM* const parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(at.value() / 1000));
  X509_VERIFY_PARAM_set_depth(parameters, kLongestPath);
  X509_VERIFY_PARAM_set_auth_level(parameters, 0);
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_CHECK_SS_SIGNATURE | X509_V_FLAG_TRUSTED_FIRST);
  if (X509_verify_cert(context.get()) != 1) return refusal(context.get(), certificate);
  STACK_OF(X509)* const chain = X509_STORE_CTX_get0_chain(context.get());
  if (!is_strong(chain))
    return fail(
        Error(kCertificateUntrusted).with("issuer", certificate.issuer_name()).log("weak algorithms"));
  if (!(for_documents ? may_sign_documents(certificate.get()) : may_stamp(certificate.get())))
    return fail(kCertificateKeyUsage);

  TAMGA_ASSIGN(path, path_of(chain));
  CertificatePath const certificates = path.certificates;
  if (for_documents) remember(std::move(path));
  return certificates;
}

Result<Certificate> TrustStore::authority(X509* x509) const {
  TAMGA_ASSIGN(certificate, Certificate::from_x509(x509));
  for (Certificate const& root : roots_)
    if (root.sha256() == certificate.sha256()) return root;
  std::lock_guard const lock(mutex_);
  auto const known = authorities_.find(certificate.sha256());
  if (known != authorities_.end()) return known->second;
  if (authorities_.size() < kAuthorities) authorities_.emplace(certificate.sha256(), certificate);
  return certificate;
}

Result<TrustStore::Path> TrustStore::path_of(STACK_OF(X509) * chain) const {
  std::vector<Certificate> certificates;
  for (int i = 0; i < sk_X509_num(chain); ++i) {
    X509* const x509 = sk_X509_value(chain, i);
    TAMGA_ASSIGN(certificate, i == 0 ? Certificate::from_x509(x509) : authority(x509));
    certificates.push_back(std::move(certificate));
  }
  Path path{nullptr, certificates.front().not_before(), certificates.front().not_after()};
  for (Certificate const& certificate : certificates) {
    path.not_before = std::max(path.not_before, certificate.not_before());
    path.not_after = std::min(path.not_after, certificate.not_after());
  }
  path.certificates = std::make_shared<std::vector<Certificate> const>(std::move(certificates));
  return path;
}

CertificatePath TrustStore::remembered_path(Certificate const& certificate, UnixMs at) const {
  std::lock_guard const lock(mutex_);
  auto const found = paths_.find(certificate.sha256());
  bool const holds = found != paths_.end() && found->second.not_before <= at && at <= found->second.not_after;
  return holds ? found->second.certificates : nullptr;
}

std::shared_ptr<Certificate const> TrustStore::remembered(Sha256 const& sha256) const {
  std::lock_guard const lock(mutex_);
  auto const found = paths_.find(sha256);
  if (found == paths_.end()) return nullptr;
  CertificatePath const& path = found->second.certificates;
  return {path, &path->front()};
}

void TrustStore::remember(Path path) const {
  std::lock_guard const lock(mutex_);
  Sha256 const key = path.certificates->front().sha256();
  if (!paths_.insert_or_assign(key, std::move(path)).second) return;
  oldest_.push_back(key);
  if (oldest_.size() <= kRemembered) return;
  paths_.erase(oldest_.front());
  oldest_.pop_front();
}

}  // namespace tamga::crypto
