// SPDX-License-Identifier: Apache-2.0
#include "crypto/trust_store.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>

#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"

namespace tamga::crypto {
namespace {

constexpr int kLongestPath = 5;
constexpr int kSecurityLevel = 2;  // 112 bits: RSA of 2048, no SHA-1 in the path

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

}  // namespace

TrustStore::TrustStore(std::vector<Certificate> roots)
    : roots_(std::move(roots)), store_(X509_STORE_new(), X509_STORE_free) {}

Result<std::shared_ptr<TrustStore const>> TrustStore::of(std::vector<Certificate> roots) {
  std::shared_ptr<TrustStore> store(new TrustStore(std::move(roots)));
  for (Certificate const& root : store->roots_)
    if (store->store_ == nullptr || X509_STORE_add_cert(store->store_.get(), root.get()) != 1)
      return fail(Error(kCryptoFailed).log(openssl_errors()));
  return std::shared_ptr<TrustStore const>(std::move(store));
}

Result<std::shared_ptr<TrustStore const>> TrustStore::from_pem(std::string_view pem) {
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

Result<void> TrustStore::check(Certificate const& certificate, STACK_OF(X509) * others, UnixMs at) const {
  if (is_remembered(certificate, at)) return {};

  StoreCtxPtr const context(X509_STORE_CTX_new());
  if (context == nullptr || X509_STORE_CTX_init(context.get(), store_.get(), certificate.get(), others) != 1)
    return fail(Error(kCryptoFailed).log(openssl_errors()));
  // Every choice is made here: neither the default purpose (mail) nor the present time is ours. Strict
  // checking of RFC 5280 is left out, because national authorities omit key identifiers.
  X509_VERIFY_PARAM* const parameters = X509_STORE_CTX_get0_param(context.get());
  X509_VERIFY_PARAM_set_time(parameters, static_cast<time_t>(at.value() / 1000));
  X509_VERIFY_PARAM_set_depth(parameters, kLongestPath);
  X509_VERIFY_PARAM_set_auth_level(parameters, kSecurityLevel);
  X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_CHECK_SS_SIGNATURE | X509_V_FLAG_TRUSTED_FIRST);
  if (X509_verify_cert(context.get()) != 1) return refusal(context.get(), certificate);
  if (!may_sign_documents(certificate.get())) return fail(kCertificateKeyUsage);

  Path path{std::make_shared<Certificate const>(certificate), certificate.not_before(),
            certificate.not_after()};
  STACK_OF(X509)* const chain = X509_STORE_CTX_get0_chain(context.get());
  for (int i = 0; i < sk_X509_num(chain); ++i) {
    auto const not_before = moment_of(X509_get0_notBefore(sk_X509_value(chain, i)));
    auto const not_after = moment_of(X509_get0_notAfter(sk_X509_value(chain, i)));
    if (!not_before || !not_after) return {};
    path.not_before = std::max(path.not_before, *not_before);
    path.not_after = std::min(path.not_after, *not_after);
  }
  remember(std::move(path));
  return {};
}

bool TrustStore::is_remembered(Certificate const& certificate, UnixMs at) const {
  std::lock_guard const lock(mutex_);
  auto const found = paths_.find(certificate.sha256());
  return found != paths_.end() && found->second.not_before <= at && at <= found->second.not_after;
}

std::shared_ptr<Certificate const> TrustStore::remembered(Sha256 const& sha256) const {
  std::lock_guard const lock(mutex_);
  auto const found = paths_.find(sha256);
  return found == paths_.end() ? nullptr : found->second.certificate;
}

void TrustStore::remember(Path path) const {
  std::lock_guard const lock(mutex_);
  Sha256 const key = path.certificate->sha256();
  if (!paths_.insert_or_assign(key, std::move(path)).second) return;
  oldest_.push_back(key);
  if (oldest_.size() <= kRemembered) return;
  paths_.erase(oldest_.front());
  oldest_.pop_front();
}

}  // namespace tamga::crypto
