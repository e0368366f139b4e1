// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <memory>
#include <string>
#include <string_view>

#include "base/time.hpp"

// Owners of OpenSSL's objects and the few conversions everybody needs. Included by sources of this room only:
// a header that includes it would drag OpenSSL into every room.
namespace tamga::crypto {

template <auto Free>
struct OpenSslFree {
  template <class T>
  void operator()(T* object) const {
    Free(object);
  }
};
template <class T, auto Free>
using OpenSslPtr = std::unique_ptr<T, OpenSslFree<Free>>;

using BioPtr = OpenSslPtr<BIO, BIO_free_all>;
using BignumPtr = OpenSslPtr<BIGNUM, BN_clear_free>;
using BnCtxPtr = OpenSslPtr<BN_CTX, BN_CTX_free>;
using CipherCtxPtr = OpenSslPtr<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using CmsPtr = OpenSslPtr<CMS_ContentInfo, CMS_ContentInfo_free>;
using MdCtxPtr = OpenSslPtr<EVP_MD_CTX, EVP_MD_CTX_free>;
using PkeyCtxPtr = OpenSslPtr<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using PkeyPtr = OpenSslPtr<EVP_PKEY, EVP_PKEY_free>;
using ObjectPtr = OpenSslPtr<ASN1_OBJECT, ASN1_OBJECT_free>;
using StorePtr = OpenSslPtr<X509_STORE, X509_STORE_free>;
using StoreCtxPtr = OpenSslPtr<X509_STORE_CTX, X509_STORE_CTX_free>;
using TimePtr = OpenSslPtr<ASN1_TIME, ASN1_TIME_free>;
using X509Ptr = OpenSslPtr<X509, X509_free>;

struct X509StackFree {
  void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};
using X509StackPtr = std::unique_ptr<STACK_OF(X509), X509StackFree>;

/// Empties OpenSSL's queue of errors into one line for the log. Never shown to a client.
std::string openssl_errors();

/// A BIO that reads from `bytes`, which must outlive it. Null when there are more than 2 GiB or no memory.
BioPtr reading(std::string_view bytes);

inline unsigned char const* bytes_of(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

/// DER of an object, by its i2d function. Empty when it cannot be encoded.
template <class T, class Encode>
std::string der_of(T const* object, Encode encode) {
  unsigned char* bytes = nullptr;
  int const size = encode(object, &bytes);
  if (size <= 0) return {};
  std::string out(reinterpret_cast<char const*>(bytes), static_cast<std::size_t>(size));
  OPENSSL_free(bytes);
  return out;
}

/// The moment an ASN.1 time names; nothing when it is not a real one.
std::optional<UnixMs> moment_of(ASN1_TIME const* time);

}  // namespace tamga::crypto
