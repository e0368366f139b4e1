// SPDX-License-Identifier: Apache-2.0
#include "crypto/tails.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <string>

#include "crypto/base64.hpp"
#include "crypto/constant_time.hpp"
#include "crypto/errors.hpp"
#include "crypto/hkdf.hpp"

namespace tamga::crypto {
namespace {

constexpr std::size_t kBlock = AesKey::kBlock;

bool is_cmac(TailScheme scheme) {
  return scheme == TailScheme::Mac4 || scheme == TailScheme::Legacy4 || scheme == TailScheme::Legacy8;
}

void write_tag(TailScheme scheme, std::uint8_t const* tag, char* out) {
  write_base64_group(tag, out);
  if (scheme == TailScheme::Legacy8) write_base64_group(tag + 3, out + 4);
}

/// What a signature covers: a text no other kind of signature begins with, then the message.
std::string signed_bytes(TailMessage const& message) {
  std::string out = "Tamga code tail\n";
  out += message.view();
  return out;
}

void add_block(std::uint8_t const* from, std::uint8_t* to) {
  for (std::size_t i = 0; i < kBlock; ++i) to[i] ^= from[i];
}

/// At most 16 bytes as two words with zeros behind; the loads overlap instead of depending on the size.
struct Words {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};
Words load(char const* bytes, std::size_t size) {
  Words out;
  if (size >= 8) {
    std::memcpy(&out.low, bytes, 8);
    if (size == 8) return out;
    std::memcpy(&out.high, bytes + size - 8, 8);
    out.high >>= 8 * (16 - size);
  } else if (size >= 4) {
    std::uint32_t first;
    std::uint32_t last;
    std::memcpy(&first, bytes, 4);
    std::memcpy(&last, bytes + size - 4, 4);
    out.low = first | std::uint64_t{last} << (8 * (size - 4));
  } else {
    std::memcpy(&out.low, bytes, size);
  }
  return out;
}

}  // namespace

Result<TailKey> TailKey::make(TailScheme scheme, std::string_view key_id, SecretBytes<32> const& secret,
                              AesPath path) {
  if (key_id.size() != 4) return fail(Error(kTailKeyInvalid).with("key", std::string(key_id)));
  char const number = static_cast<char>('0' + static_cast<int>(scheme));
  SecretBytes<32> derived;
  derive_key(secret.view(), "tamga tail key v1", {std::string_view(&number, 1)}, derived.writable());
  if (is_cmac(scheme)) return TailKey(scheme, key_id, CmacKey(derived.view().first<16>(), path));
  if (scheme == TailScheme::Mac44) return TailKey(scheme, key_id, HmacSha256(derived.view()));
  return TailKey(scheme, key_id, Ed25519Key(derived));
}

TailKey::TailKey(TailScheme scheme, std::string_view key_id, Secret secret)
    : scheme_(scheme), key_id_(), secret_(std::move(secret)) {
  std::copy_n(key_id.begin(), key_id_.size(), key_id_.begin());
}

Ed25519PublicKey TailKey::public_key() const {
  auto const* const key = std::get_if<Ed25519Key>(&secret_);
  assert(key != nullptr);
  return key->public_key();
}

void TailKey::macs(TailKey const* const* keys, TailMessage* messages, std::size_t count, AesBlock* tags) {
  std::array<AesKey const*, kBatch> aes;
  alignas(64) std::array<AesBlock, kBatch> state;
  std::size_t longest = 0;
  bool one_key = true;
  for (std::size_t i = 0; i < count; ++i) {
    CmacKey const& cmac = std::get<CmacKey>(keys[i]->secret_);
    TailMessage& message = messages[i];
    aes[i] = &cmac.aes();
    one_key = one_key && keys[i] == keys[0];
    std::size_t const last = (message.size - 1) / kBlock * kBlock;
    AesBlock const mask = cmac.last_block_mask(message.size - last);
    std::fill(message.bytes.begin() + static_cast<std::ptrdiff_t>(message.size), message.bytes.end(),
              std::uint8_t{0});
    add_block(mask.data(), message.bytes.data() + last);
    longest = std::max(longest, last);
    state[i] = {};
  }
  for (std::size_t start = 0; start <= longest; start += kBlock) {
    // Lanes whose message has ended run along: their tag is already taken.
    for (std::size_t i = 0; i < count; ++i) add_block(messages[i].bytes.data() + start, state[i].data());
    if (one_key)
      aes[0]->encrypt(state[0].data(), count);
    else
      AesKey::encrypt_each(aes.data(), state[0].data(), count);
    for (std::size_t i = 0; i < count; ++i)
      if ((messages[i].size - 1) / kBlock * kBlock == start) tags[i] = state[i];
  }
}

void TailKey::write_one(TailMessage& message, char* out) const {
  if (auto const* const hmac = std::get_if<HmacSha256>(&secret_)) {
    Sha256 const tag = hmac->mac_short(message.bytes, message.size);
    write_base64(tag.data(), tag.size(), out);
    return;
  }
  Ed25519Signature const signature = std::get<Ed25519Key>(secret_).sign(signed_bytes(message));
  write_base64(signature.data(), signature.size(), out);
}

void TailKey::write(std::span<TailInput const> inputs, char* out, std::size_t stride) const {
  std::array<TailMessage, kBatch> messages;
  std::array<TailKey const*, kBatch> keys;
  std::array<AesBlock, kBatch> tags;
  keys.fill(this);
  for (; !inputs.empty(); inputs = inputs.subspan(std::min(inputs.size(), kBatch))) {
    std::size_t const batch = std::min(inputs.size(), kBatch);
    for (std::size_t i = 0; i < batch; ++i) {
      assert(is_tail_input(inputs[i]));
      put_tail_message(scheme_, key_id_, inputs[i], messages[i]);
    }
    if (is_cmac(scheme_)) macs(keys.data(), messages.data(), batch, tags.data());
    for (std::size_t i = 0; i < batch; ++i, out += stride) {
      if (is_cmac(scheme_))
        write_tag(scheme_, tags[i].data(), out);
      else
        write_one(messages[i], out);
    }
  }
}

bool TailKey::verify(TailInput const& input, std::string_view tail) const {
  TailQuery const query{this, input, tail};
  bool good = false;
  verify({&query, 1}, &good);
  return good;
}

void TailKey::verify(std::span<TailQuery const> queries, bool* out) {
  std::array<TailMessage, kBatch> messages;
  std::array<TailKey const*, kBatch> keys;
  std::array<std::size_t, kBatch> places;
  std::array<AesBlock, kBatch> tags;
  std::size_t lanes = 0;
  auto const finish = [&] {
    macs(keys.data(), messages.data(), lanes, tags.data());
    for (std::size_t i = 0; i < lanes; ++i) {
      std::array<char, 8> expected;
      write_tag(keys[i]->scheme_, tags[i].data(), expected.data());
      out[places[i]] = equal_in_constant_time({expected.data(), keys[i]->size()}, queries[places[i]].tail);
    }
    lanes = 0;
  };
  for (std::size_t i = 0; i < queries.size(); ++i) {
    TailQuery const& query = queries[i];
    TailKey const& key = *query.key;
    out[i] = false;
    if (query.tail.size() != key.size() || !is_tail_input(query.input)) continue;
    TailMessage& message = messages[lanes];
    put_tail_message(key.scheme_, key.key_id_, query.input, message);
    if (is_cmac(key.scheme_)) {
      keys[lanes] = &key;
      places[lanes] = i;
      if (++lanes == kBatch) finish();
    } else if (key.scheme_ == TailScheme::Mac44) {
      std::array<char, 44> expected;
      key.write_one(message, expected.data());
      out[i] = equal_in_constant_time({expected.data(), expected.size()}, query.tail);
    } else {
      out[i] = verify_signature_tail(key.public_key(), key.key_id(), query.input, query.tail);
    }
  }
  if (lanes > 0) finish();
}

TailSeries::TailSeries(TailKey const& key, std::string_view gtin, std::size_t serial_size,
                       std::string_view price)
    : key_(&key), serial_size_(serial_size) {
  std::string const zeros(serial_size, '\0');
  TailInput const input{gtin, zeros, price};
  assert(is_tail_input(input));
  put_tail_message(key.scheme_, key.key_id_, input, message_);
  auto const* const cmac = std::get_if<CmacKey>(&key.secret_);
  if (cmac == nullptr) return;
  AesBlock header;
  std::copy_n(message_.bytes.begin(), kBlock, header.begin());
  cmac->aes().encrypt(header.data(), 1);
  std::size_t const body = message_.size - TailMessage::kHeader;
  block_count_ = (body + kBlock - 1) / kBlock;
  for (std::size_t i = 0; i < block_count_; ++i)
    std::copy_n(message_.bytes.data() + TailMessage::kHeader + kBlock * i, kBlock, blocks_[i].begin());
  add_block(header.data(), blocks_[0].data());
  AesBlock const mask = cmac->last_block_mask(body - kBlock * (block_count_ - 1));
  add_block(mask.data(), blocks_[block_count_ - 1].data());
}

void TailSeries::write(char const* serials, std::size_t serial_stride, std::size_t count, char* out,
                       std::size_t stride) const {
  if (auto const* const cmac = std::get_if<CmacKey>(&key_->secret_)) {
    write_macs(*cmac, serials, serial_stride, count, out, stride);
    return;
  }
  TailMessage message = message_;
  for (; count > 0; --count, serials += serial_stride, out += stride) {
    std::memcpy(message.bytes.data() + TailMessage::kHeader, serials, serial_size_);
    key_->write_one(message, out);
  }
}

void TailSeries::write_macs(CmacKey const& key, char const* serials, std::size_t serial_stride,
                            std::size_t count, char* out, std::size_t stride) const {
  alignas(64) std::uint8_t state[TailKey::kBatch * kBlock];
  TailScheme const scheme = key_->scheme_;
  while (count > 0) {
    std::size_t const batch = std::min(count, TailKey::kBatch);
    std::memset(state, 0, batch * kBlock);
    for (std::size_t b = 0; b < block_count_; ++b) {
      std::size_t const part = serial_size_ > kBlock * b ? std::min(serial_size_ - kBlock * b, kBlock) : 0;
      Words constant = load(reinterpret_cast<char const*>(blocks_[b].data()), kBlock);
      char const* from = serials + kBlock * b;
      for (std::size_t i = 0; i < batch; ++i, from += serial_stride) {
        Words const serial = load(from, part);
        std::uint64_t words[2];
        std::memcpy(words, state + kBlock * i, sizeof words);
        words[0] ^= constant.low ^ serial.low;
        words[1] ^= constant.high ^ serial.high;
        std::memcpy(state + kBlock * i, words, sizeof words);
      }
      key.aes().encrypt(state, batch);
    }
    for (std::size_t i = 0; i < batch; ++i, out += stride) write_tag(scheme, state + kBlock * i, out);
    serials += batch * serial_stride;
    count -= batch;
  }
}

bool verify_signature_tail(Ed25519PublicKey const& key, std::string_view key_id, TailInput const& input,
                           std::string_view tail) {
  if (tail.size() != tail_size(TailScheme::Signature88) || key_id.size() != 4 || !is_tail_input(input))
    return false;
  auto const signature = decode_base64(tail);
  if (!signature) return false;
  std::array<char, 4> id;
  std::copy_n(key_id.begin(), id.size(), id.begin());
  TailMessage message;
  put_tail_message(TailScheme::Signature88, id, input, message);
  return verify_ed25519(key, signed_bytes(message), *signature);
}

}  // namespace tamga::crypto
