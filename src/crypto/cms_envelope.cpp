// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_envelope.hpp"

#include <openssl/err.h>
#include <openssl/objects.h>

#include <array>
#include <climits>

#include "crypto/engine_algorithms.hpp"
#include "crypto/openssl.hpp"

namespace tamga::crypto {
namespace {

ASN1_OBJECT const* key_algorithm(X509* certificate) {
  ASN1_OBJECT* algorithm = nullptr;
  X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(certificate));
  return algorithm;
}

/// What its key can open; null: nothing. An Uzbek key is one of GOST to OpenSSL, but not to programs of the
/// country.
EVP_CIPHER const* cipher_for(X509* certificate) {
  EVP_PKEY const* const key = X509_get0_pubkey(certificate);
  if (key == nullptr || OBJ_obj2nid(key_algorithm(certificate)) == ozdst_objects().key) return nullptr;
  int const kind = EVP_PKEY_get_base_id(key);
  return kind == EVP_PKEY_RSA || kind == EVP_PKEY_EC ? EVP_aes_256_cbc() : engine_cipher(key);
}

void take(BIO* from, std::string& out) {
  std::array<char, 16 * 1024> piece;
  for (int size = BIO_read(from, piece.data(), static_cast<int>(piece.size())); size > 0;
       size = BIO_read(from, piece.data(), static_cast<int>(piece.size())))
    out.append(piece.data(), static_cast<std::size_t>(size));
}

}  // namespace

struct CmsEnvelope::State {
  BioPtr out{BIO_new(BIO_s_mem())};
  CmsPtr message;
  BIO* chain = nullptr;  // ends in `out`

  void close() {
    while (chain != nullptr && chain != out.get()) {
      BIO* const next = BIO_pop(chain);
      BIO_free(chain);
      chain = next;
    }
    chain = nullptr;
  }
  ~State() { close(); }
};

CmsEnvelope::CmsEnvelope(std::unique_ptr<State> state) : state_(std::move(state)) {}
CmsEnvelope::~CmsEnvelope() = default;

std::unique_ptr<CmsEnvelope> CmsEnvelope::open(Certificate const& recipient) {
  EVP_CIPHER const* const cipher = cipher_for(recipient.get());
  if (cipher == nullptr) return nullptr;
  auto state = std::make_unique<State>();
  state->message.reset(CMS_encrypt(nullptr, nullptr, cipher, CMS_BINARY | CMS_STREAM | CMS_PARTIAL));
  // The engine describes how a key is transported only in a context of the recipient (CMS_KEY_PARAM).
  if (state->message && state->out &&
      CMS_add1_recipient_cert(state->message.get(), recipient.get(), CMS_BINARY | CMS_KEY_PARAM) != nullptr)
    state->chain = BIO_new_CMS(state->out.get(), state->message.get());
  if (state->chain == nullptr) {
    ERR_clear_error();
    return nullptr;
  }
  return std::unique_ptr<CmsEnvelope>(new CmsEnvelope(std::move(state)));
}

bool CmsEnvelope::write(std::string_view text, std::string& out) {
  while (!text.empty()) {
    std::string_view const piece = text.substr(0, INT_MAX);
    if (BIO_write(state_->chain, piece.data(), static_cast<int>(piece.size())) !=
        static_cast<int>(piece.size()))
      return false;
    text.remove_prefix(piece.size());
  }
  take(state_->out.get(), out);
  return true;
}

bool CmsEnvelope::finish(std::string& out) {
  bool const done = BIO_flush(state_->chain) > 0;
  state_->close();
  take(state_->out.get(), out);
  return done;
}

std::string key_algorithm_of(Certificate const& certificate) {
  std::array<char, 128> name{};
  OBJ_obj2txt(name.data(), static_cast<int>(name.size()), key_algorithm(certificate.get()), 0);
  return name.data();
}

}  // namespace tamga::crypto
