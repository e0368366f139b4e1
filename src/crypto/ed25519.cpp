// SPDX-License-Identifier: Apache-2.0
#include "crypto/ed25519.hpp"

#include <new>

#include "crypto/openssl.hpp"

namespace tamga::crypto {

Ed25519Key::Ed25519Key(SecretBytes<32> const& seed)
    : key_(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.view().data(), seed.kSize),
           EVP_PKEY_free) {
  std::size_t size = public_key_.size();
  if (key_ == nullptr || EVP_PKEY_get_raw_public_key(key_.get(), public_key_.data(), &size) != 1)
    throw std::bad_alloc();
}

Ed25519Signature Ed25519Key::sign(std::string_view message) const {
  Ed25519Signature signature;
  std::size_t size = signature.size();
  MdCtxPtr const context(EVP_MD_CTX_new());
  if (context == nullptr || EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key_.get()) != 1 ||
      EVP_DigestSign(context.get(), signature.data(), &size, bytes_of(message), message.size()) != 1)
    throw std::bad_alloc();
  return signature;
}

bool verify_ed25519(Ed25519PublicKey const& key, std::string_view message, std::string_view signature) {
  if (signature.size() != std::tuple_size_v<Ed25519Signature>) return false;
  PkeyPtr const pkey(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, key.data(), key.size()));
  MdCtxPtr const context(EVP_MD_CTX_new());
  bool const good = pkey != nullptr && context != nullptr &&
                    EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) == 1 &&
                    EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(message),
                                     message.size()) == 1;
  if (!good) openssl_errors();  // empties the queue: the next failure of this thread must not report this one
  return good;
}

}  // namespace tamga::crypto
