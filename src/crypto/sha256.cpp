// SPDX-License-Identifier: Apache-2.0
#include "crypto/sha256.hpp"

// OpenSSL calls the functions below deprecated, because its providers cannot replace them. They are used
// here, and only here, because each EVP call looks its algorithm up and allocates: more than the hash of a
// code costs.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/crypto.h>
#include <openssl/sha.h>

#include <cassert>
#include <cstring>

namespace tamga::crypto {
namespace {

using State = std::array<std::uint32_t, 8>;
constexpr std::size_t kBlock = 64;

SHA256_CTX load(std::array<std::uint8_t, 112> const& bytes) {
  SHA256_CTX context;
  std::memcpy(&context, bytes.data(), sizeof context);
  return context;
}

void compress(State& state, std::uint8_t const* block) {
  SHA256_CTX context;
  std::memcpy(context.h, state.data(), sizeof context.h);
  SHA256_Transform(&context, block);
  std::memcpy(state.data(), context.h, sizeof context.h);
}

State initial_state() {
  SHA256_CTX context;
  SHA256_Init(&context);
  State state;
  std::memcpy(state.data(), context.h, sizeof context.h);
  return state;
}

void put_big_endian(std::uint32_t value, std::uint8_t* out) {
  value = __builtin_bswap32(value);
  std::memcpy(out, &value, sizeof value);
}
static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "digests are written by swapping bytes");

/// Padding of the message of `size` bytes at the end of a block; one block went before (that of the key).
void pad(std::uint8_t* block, std::size_t size) {
  block[size] = 0x80;
  std::memset(block + size + 1, 0, kBlock - 4 - size - 1);
  put_big_endian(static_cast<std::uint32_t>((kBlock + size) * 8), block + kBlock - 4);
}

}  // namespace

Sha256 sha256(std::string_view bytes) {
  SHA256_CTX context;
  Sha256 digest;
  SHA256_Init(&context);
  SHA256_Update(&context, bytes.data(), bytes.size());
  SHA256_Final(digest.data(), &context);
  return digest;
}

std::string hex(Sha256 const& digest) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * digest.size());
  for (std::uint8_t const byte : digest) {
    out.push_back(kDigits[byte >> 4]);
    out.push_back(kDigits[byte & 15]);
  }
  return out;
}

Sha256Hasher::Sha256Hasher() {
  static_assert(sizeof(SHA256_CTX) <= sizeof context_);
  SHA256_CTX context{};
  SHA256_Init(&context);
  std::memcpy(context_.data(), &context, sizeof context);
}

Sha256Hasher& Sha256Hasher::update(std::string_view bytes) {
  SHA256_CTX context = load(context_);
  SHA256_Update(&context, bytes.data(), bytes.size());
  std::memcpy(context_.data(), &context, sizeof context);
  return *this;
}

Sha256 Sha256Hasher::digest() const {
  SHA256_CTX context = load(context_);
  Sha256 digest;
  SHA256_Final(digest.data(), &context);
  return digest;
}

HmacSha256::HmacSha256(std::span<std::uint8_t const, 32> key) : inner_(initial_state()), outer_(inner_) {
  std::array<std::uint8_t, kBlock> block;
  auto const absorb = [&](State& state, std::uint8_t mask) {
    block.fill(mask);
    for (std::size_t i = 0; i < key.size(); ++i) block[i] ^= key[i];
    compress(state, block.data());
  };
  absorb(inner_, 0x36);
  absorb(outer_, 0x5C);
  OPENSSL_cleanse(block.data(), block.size());
}

HmacSha256::~HmacSha256() {
  OPENSSL_cleanse(inner_.data(), sizeof inner_);
  OPENSSL_cleanse(outer_.data(), sizeof outer_);
}

Sha256 HmacSha256::mac_short(std::span<std::uint8_t, 64> buffer, std::size_t size) const {
  assert(size <= kShort);
  pad(buffer.data(), size);
  State inner = inner_;
  compress(inner, buffer.data());
  std::array<std::uint8_t, kBlock> block;
  for (std::size_t i = 0; i < inner.size(); ++i) put_big_endian(inner[i], block.data() + 4 * i);
  pad(block.data(), 32);
  State outer = outer_;
  compress(outer, block.data());
  Sha256 digest;
  for (std::size_t i = 0; i < outer.size(); ++i) put_big_endian(outer[i], digest.data() + 4 * i);
  return digest;
}

Sha256 HmacSha256::mac(std::string_view message) const {
  SHA256_CTX context;
  SHA256_Init(&context);
  std::memcpy(context.h, inner_.data(), sizeof context.h);
  context.Nl = kBlock * 8;  // the block of the key counts
  SHA256_Update(&context, message.data(), message.size());
  std::array<std::uint8_t, kBlock> buffer;
  SHA256_Final(buffer.data(), &context);
  pad(buffer.data(), 32);
  State outer = outer_;
  compress(outer, buffer.data());
  Sha256 digest;
  for (std::size_t i = 0; i < outer.size(); ++i) put_big_endian(outer[i], digest.data() + 4 * i);
  return digest;
}

}  // namespace tamga::crypto
