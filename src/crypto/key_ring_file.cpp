// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_ring_file.hpp"

#include <algorithm>
#include <new>

#include "base/varint.hpp"
#include "crypto/constant_time.hpp"
#include "crypto/errors.hpp"
#include "crypto/hkdf.hpp"
#include "crypto/openssl.hpp"

namespace tamga::crypto {
namespace {

constexpr std::string_view kMagic = "TAMGAKR1";
constexpr std::size_t kFingerprint = 8;
constexpr std::size_t kNonce = 12;
constexpr std::size_t kTag = 16;
constexpr std::size_t kHeader = kMagic.size() + kFingerprint + kNonce;

/// Tells a wrong master key from a damaged file; says nothing about the key.
std::string fingerprint(MasterKey const& master) {
  std::array<std::uint8_t, kFingerprint> bytes{};
  derive_key(master.view(), "tamga key ring fingerprint v1", {}, bytes);
  return {bytes.begin(), bytes.end()};
}

SecretBytes<32> sealing_key(MasterKey const& master) {
  SecretBytes<32> key;
  derive_key(master.view(), "tamga key ring sealing v1", {}, key.writable());
  return key;
}

unsigned char* writable(std::string& text, std::size_t from = 0) {
  return reinterpret_cast<unsigned char*>(text.data() + from);
}

/// Text that held secrets.
struct WipedText {
  std::string text;
  ~WipedText() { OPENSSL_cleanse(text.data(), text.size()); }
};

void put_key(std::string& out, RingKey const& key) {
  KeyInfo const& info = key.info();
  out.append(key.id());
  put_varint(out, static_cast<std::uint64_t>(info.purpose));
  put_varint(out, static_cast<std::uint64_t>(info.state));
  put_signed(out, info.created.value());
  put_signed(out, info.changed.value());
  for (std::uint8_t const byte : key.secret().view()) out.push_back(static_cast<char>(byte));
}

std::shared_ptr<RingKey const> take_key(ByteReader& reader) {
  KeyInfo info;
  std::string_view const id = reader.take(info.id.size());
  std::copy(id.begin(), id.end(), info.id.begin());
  std::uint64_t const purpose = reader.varint();
  std::uint64_t const state = reader.varint();
  info.created = UnixMs(reader.signed_varint());
  info.changed = UnixMs(reader.signed_varint());
  std::string_view const secret = reader.take(32);
  if (!reader.ok() || purpose < 1 || purpose > kKeyPurposes.size() || state < 1 || state > 3) return nullptr;
  info.purpose = static_cast<KeyPurpose>(purpose);
  info.state = static_cast<KeyState>(state);
  SecretBytes<32> bytes;
  std::copy(secret.begin(), secret.end(), bytes.writable().begin());
  return std::make_shared<RingKey const>(info, std::move(bytes));
}

}  // namespace

std::string seal_key_ring(RingKeys const& keys, MasterKey const& master, Rng& rng) {
  WipedText plain;
  plain.text.reserve(64 + keys.size() * 64);  // never moved, so no copy of a secret stays behind
  put_varint(plain.text, keys.size());
  for (auto const& key : keys) put_key(plain.text, *key);

  std::string out(kMagic);
  out += fingerprint(master);
  std::array<std::byte, kNonce> nonce;
  rng.fill(nonce);
  for (std::byte const byte : nonce) out.push_back(static_cast<char>(byte));
  out.resize(kHeader + plain.text.size() + kTag);

  SecretBytes<32> const key = sealing_key(master);
  CipherCtxPtr const context(EVP_CIPHER_CTX_new());
  int size = 0;
  bool const good =
      context != nullptr &&
      EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.view().data(),
                         bytes_of(out) + kHeader - kNonce) == 1 &&
      EVP_EncryptUpdate(context.get(), nullptr, &size, bytes_of(out), kHeader) == 1 &&
      EVP_EncryptUpdate(context.get(), writable(out, kHeader), &size, bytes_of(plain.text),
                        static_cast<int>(plain.text.size())) == 1 &&
      EVP_EncryptFinal_ex(context.get(), writable(out, out.size() - kTag), &size) == 1 &&
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, kTag, writable(out, out.size() - kTag)) == 1;
  if (!good) throw std::bad_alloc();
  return out;
}

Result<RingKeys> unseal_key_ring(std::string_view file, MasterKey const& master) {
  if (file.size() < kHeader + kTag + 1 || file.size() > kMaxKeyRingFile || !file.starts_with(kMagic))
    return fail(Error(kKeyringDamaged).log("not a key ring, or cut short"));
  if (!equal_in_constant_time(file.substr(kMagic.size(), kFingerprint), fingerprint(master)))
    return fail(kKeyringWrongMasterKey);

  std::string_view const sealed = file.substr(kHeader, file.size() - kHeader - kTag);
  std::string tag(file.substr(file.size() - kTag));
  WipedText plain{std::string(sealed.size(), '\0')};
  SecretBytes<32> const key = sealing_key(master);
  CipherCtxPtr const context(EVP_CIPHER_CTX_new());
  int size = 0;
  bool const good = context != nullptr &&
                    EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, key.view().data(),
                                       bytes_of(file) + kHeader - kNonce) == 1 &&
                    EVP_DecryptUpdate(context.get(), nullptr, &size, bytes_of(file), kHeader) == 1 &&
                    EVP_DecryptUpdate(context.get(), writable(plain.text), &size, bytes_of(sealed),
                                      static_cast<int>(sealed.size())) == 1 &&
                    EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, kTag, tag.data()) == 1 &&
                    EVP_DecryptFinal_ex(context.get(), writable(tag), &size) == 1;
  if (!good) return fail(Error(kKeyringDamaged).log("the seal does not hold " + openssl_errors()));

  ByteReader reader(plain.text);
  std::uint64_t const count = reader.varint();
  RingKeys keys;
  for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
    auto ring_key = take_key(reader);
    if (ring_key == nullptr) return fail(Error(kKeyringDamaged).log("a key that this version does not know"));
    keys.push_back(std::move(ring_key));
  }
  if (!reader.ok() || !reader.done()) return fail(Error(kKeyringDamaged).log("trailing bytes"));
  return keys;
}

}  // namespace tamga::crypto
