// SPDX-License-Identifier: Apache-2.0
#include "crypto/signing_identity.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include "crypto/engine_algorithms.hpp"
#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"

namespace tamga::crypto {
namespace {

using Pkcs12Ptr = OpenSslPtr<PKCS12, PKCS12_free>;
constexpr std::size_t kMaxIdentityFile = 1 << 20;
/// Of the derivation of a key from a password. Only test authorities write such files, a sandbox dozens of them
/// at its first start.
constexpr int kPasswordRounds = 10'000;

tl::unexpected<Error> malformed() { return fail(Error(kIdentityFileMalformed).log(openssl_errors())); }
tl::unexpected<Error> broken() { return fail(Error(kCryptoFailed).log(openssl_errors())); }

std::string text_of(BIO* out) {
  char* text = nullptr;
  long const size = BIO_get_mem_data(out, &text);
  return size > 0 ? std::string(text, static_cast<std::size_t>(size)) : std::string();
}

/// Never asks a terminal for a pass phrase: an encrypted key is simply not readable here.
int no_password(char*, int, int, void*) { return -1; }

}  // namespace

SigningIdentity::SigningIdentity(Certificate certificate, std::shared_ptr<EVP_PKEY> key,
                                 std::vector<Certificate> chain)
    : certificate_(std::move(certificate)), key_(std::move(key)), chain_(std::move(chain)) {}

Result<std::string> SigningIdentity::pem() const {
  BioPtr const out(BIO_new(BIO_s_mem()));
  if (out == nullptr ||
      PEM_write_bio_PrivateKey(out.get(), key(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
    return broken();
  std::string text = text_of(out.get()) + certificate_.pem();
  for (Certificate const& certificate : chain_) text += certificate.pem();
  return text;
}

Result<SigningIdentity> SigningIdentity::from_pem(std::string_view pem) {
  if (pem.size() > kMaxIdentityFile) return malformed();
  load_engine_algorithms();
  BioPtr const key_in = reading(pem);
  std::shared_ptr<EVP_PKEY> key(PEM_read_bio_PrivateKey(key_in.get(), nullptr, no_password, nullptr),
                                EVP_PKEY_free);
  if (key == nullptr) return malformed();
  std::vector<Certificate> certificates;
  BioPtr const certificates_in = reading(pem);
  while (X509Ptr const x509{PEM_read_bio_X509(certificates_in.get(), nullptr, nullptr, nullptr)}) {
    TAMGA_ASSIGN(certificate, Certificate::from_x509(x509.get()));
    certificates.push_back(certificate);
  }
  ERR_clear_error();  // the end of the text is an error to OpenSSL
  if (certificates.empty() || X509_check_private_key(certificates[0].get(), key.get()) != 1)
    return malformed();
  Certificate const own = certificates[0];
  certificates.erase(certificates.begin());
  return SigningIdentity(own, std::move(key), std::move(certificates));
}

Result<std::string> SigningIdentity::pkcs12(std::string const& password,
                                            std::string const& friendly_name) const {
  X509StackPtr const others(sk_X509_new_null());
  for (Certificate const& certificate : chain_) {
    X509_up_ref(certificate.get());
    sk_X509_push(others.get(), certificate.get());
  }
  Pkcs12Ptr const file(PKCS12_create(password.c_str(), friendly_name.c_str(), key(), certificate_.get(),
                                     others.get(), NID_aes_256_cbc, NID_aes_256_cbc, kPasswordRounds,
                                     kPasswordRounds, 0));
  if (file == nullptr) return broken();
  return der_of(file.get(), [](PKCS12 const* in, unsigned char** out) { return i2d_PKCS12(in, out); });
}

Result<SigningIdentity> SigningIdentity::from_pkcs12(std::string_view bytes, std::string const& password) {
  if (bytes.empty() || bytes.size() > kMaxIdentityFile) return malformed();
  load_engine_algorithms();
  unsigned char const* position = bytes_of(bytes);
  Pkcs12Ptr const file(d2i_PKCS12(nullptr, &position, static_cast<long>(bytes.size())));
  if (file == nullptr) return malformed();
  if (PKCS12_verify_mac(file.get(), password.c_str(), static_cast<int>(password.size())) != 1) {
    openssl_errors();
    return fail(kIdentityPasswordWrong);
  }
  EVP_PKEY* key = nullptr;
  X509* x509 = nullptr;
  STACK_OF(X509)* others = nullptr;
  if (PKCS12_parse(file.get(), password.c_str(), &key, &x509, &others) != 1) return malformed();
  std::shared_ptr<EVP_PKEY> owned_key(key, EVP_PKEY_free);
  X509Ptr const owned_x509(x509);
  X509StackPtr const owned_others(others);
  if (key == nullptr || x509 == nullptr) return malformed();
  TAMGA_ASSIGN(own, Certificate::from_x509(x509));
  std::vector<Certificate> chain;
  for (int i = 0; i < sk_X509_num(others); ++i) {
    TAMGA_ASSIGN(certificate, Certificate::from_x509(sk_X509_value(others, i)));
    chain.push_back(certificate);
  }
  return SigningIdentity(own, std::move(owned_key), std::move(chain));
}

}  // namespace tamga::crypto
