// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms_envelope.hpp"

#include <openssl/err.h>
#include <openssl/objects.h>

#include <array>
#include <climits>

#include "crypto/openssl.hpp"

namespace tamga::crypto {
namespace {

bool can_receive(X509* certificate) {
  EVP_PKEY const* const key = X509_get0_pubkey(certificate);
  if (key == nullptr) return false;
  int const kind = EVP_PKEY_get_base_id(key);
  return kind == EVP_PKEY_RSA || kind == EVP_PKEY_EC;
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
  if (!can_receive(recipient.get())) return nullptr;
  X509StackPtr const recipients(sk_X509_new_null());
  if (!recipients || X509_up_ref(recipient.get()) == 0) return nullptr;
  if (sk_X509_push(recipients.get(), recipient.get()) == 0) {
    X509_free(recipient.get());
    return nullptr;
  }
  auto state = std::make_unique<State>();
  state->message.reset(
      CMS_encrypt(recipients.get(), nullptr, EVP_aes_256_cbc(), CMS_BINARY | CMS_STREAM | CMS_PARTIAL));
  if (state->message && state->out) state->chain = BIO_new_CMS(state->out.get(), state->message.get());
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
  ASN1_OBJECT* algorithm = nullptr;
  X509_PUBKEY_get0_param(&algorithm, nullptr, nullptr, nullptr, X509_get_X509_PUBKEY(certificate.get()));
  std::array<char, 128> name{};
  OBJ_obj2txt(name.data(), static_cast<int>(name.size()), algorithm, 0);
  return name.data();
}

}  // namespace tamga::crypto
