// SPDX-License-Identifier: Apache-2.0
#include "crypto/ff1.hpp"

#include <array>
#include <string>

#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"

namespace tamga::crypto {
namespace {

using Bytes = std::vector<std::uint8_t>;
using Block = std::array<std::uint8_t, 16>;
constexpr unsigned kFeistelRounds = 10;

Block ciph(std::span<std::uint8_t const> key, Block const& in) {
  EVP_CIPHER const* cipher = key.size() == 16   ? EVP_aes_128_ecb()
                             : key.size() == 24 ? EVP_aes_192_ecb()
                                                : EVP_aes_256_ecb();
  CipherCtxPtr const context(EVP_CIPHER_CTX_new());
  Block out{};
  int size = 0;
  EVP_EncryptInit_ex(context.get(), cipher, nullptr, key.data(), nullptr);
  EVP_CIPHER_CTX_set_padding(context.get(), 0);
  EVP_EncryptUpdate(context.get(), out.data(), &size, in.data(), static_cast<int>(in.size()));
  return out;
}

Block exclusive_or(Block a, Block const& b) {
  for (std::size_t i = 0; i < a.size(); ++i) a[i] ^= b[i];
  return a;
}

/// PRF (Algorithm 6): CBC-MAC.
Block prf(std::span<std::uint8_t const> key, Bytes const& message) {
  Block state{};
  for (std::size_t i = 0; i < message.size(); i += state.size()) {
    Block block;
    std::copy_n(message.begin() + static_cast<std::ptrdiff_t>(i), block.size(), block.begin());
    state = ciph(key, exclusive_or(state, block));
  }
  return state;
}

/// NUM_radix(X) (Algorithm 1), most significant numeral first.
BignumPtr number(std::span<std::uint16_t const> numerals, std::uint32_t radix) {
  BignumPtr value(BN_new());
  BN_zero(value.get());
  for (std::uint16_t const numeral : numerals) {
    BN_mul_word(value.get(), radix);
    BN_add_word(value.get(), numeral);
  }
  return value;
}

/// STR^m_radix(x) (Algorithm 3).
Ff1::Numerals numerals(BIGNUM const* number, std::size_t size, std::uint32_t radix) {
  BignumPtr const rest(BN_dup(number));
  Ff1::Numerals out(size);
  for (std::size_t i = size; i-- > 0;) out[i] = static_cast<std::uint16_t>(BN_div_word(rest.get(), radix));
  return out;
}

}  // namespace

Result<Ff1> Ff1::make(std::span<std::uint8_t const> key, std::uint32_t radix) {
  if (key.size() != 16 && key.size() != 24 && key.size() != 32)
    return fail(Error(kSerialFormatInvalid).with("reason", "an AES key has 16, 24 or 32 bytes"));
  if (radix < 2 || radix > 65536)
    return fail(Error(kSerialFormatInvalid).with("reason", "the radix lies between 2 and 65536"));
  return Ff1(key, radix);
}

Ff1::Ff1(std::span<std::uint8_t const> key, std::uint32_t radix) : key_size_(key.size()), radix_(radix) {
  std::copy(key.begin(), key.end(), key_.writable().begin());
}

Result<Ff1::Numerals> Ff1::encrypt(Numerals const& plain, std::span<std::uint8_t const> tweak) const {
  return run(plain, tweak, Direction::Encrypt);
}

Result<Ff1::Numerals> Ff1::decrypt(Numerals const& cipher, std::span<std::uint8_t const> tweak) const {
  return run(cipher, tweak, Direction::Decrypt);
}

Result<Ff1::Numerals> Ff1::run(Numerals const& in, std::span<std::uint8_t const> tweak,
                               Direction direction) const {
  std::size_t const n = in.size();
  std::size_t const t = tweak.size();
  if (n < 2 || n > 0xFFFF || t > 255)
    return fail(Error(kSerialFormatInvalid).with("reason", "the text or the tweak has a wrong length"));
  double values = 1;
  for (std::uint16_t const numeral : in) {
    if (numeral >= radix_) return fail(Error(kSerialFormatInvalid).with("reason", "a numeral is too large"));
    values *= radix_;
  }
  if (values < 1e6) return fail(Error(kSerialFormatInvalid).with("reason", "fewer than a million values"));

  std::size_t const u = n / 2;
  std::size_t const v = n - u;
  BnCtxPtr const scratch(BN_CTX_new());
  auto const power = [&](std::size_t exponent) {
    BignumPtr value(BN_new());
    BN_one(value.get());
    for (std::size_t i = 0; i < exponent; ++i) BN_mul_word(value.get(), radix_);
    return value;
  };
  BignumPtr const modulus_u = power(u);
  BignumPtr const modulus_v = power(v);
  BignumPtr const largest(BN_dup(modulus_v.get()));
  BN_sub_word(largest.get(), 1);
  auto const b = static_cast<std::size_t>(BN_num_bytes(largest.get()));
  std::size_t const d = 4 * ((b + 3) / 4) + 4;

  Bytes const p{1,
                2,
                1,
                static_cast<std::uint8_t>(radix_ >> 16),
                static_cast<std::uint8_t>(radix_ >> 8),
                static_cast<std::uint8_t>(radix_),
                kFeistelRounds,
                static_cast<std::uint8_t>(u),
                static_cast<std::uint8_t>(n >> 24),
                static_cast<std::uint8_t>(n >> 16),
                static_cast<std::uint8_t>(n >> 8),
                static_cast<std::uint8_t>(n),
                0,
                0,
                0,
                static_cast<std::uint8_t>(t)};
  std::span<std::uint8_t const> const key = key_.view().first(key_size_);
  std::span<std::uint16_t const> const text(in);
  BignumPtr left = number(text.first(u), radix_);
  BignumPtr right = number(text.last(v), radix_);

  for (unsigned step = 0; step < kFeistelRounds; ++step) {
    bool const forward = direction == Direction::Encrypt;
    unsigned const i = forward ? step : kFeistelRounds - 1 - step;
    BIGNUM const* const source = forward ? right.get() : left.get();
    Bytes message = p;
    message.insert(message.end(), tweak.begin(), tweak.end());
    message.resize(message.size() + (16 - (t + b + 1) % 16) % 16);
    message.push_back(static_cast<std::uint8_t>(i));
    message.resize(message.size() + b);
    BN_bn2binpad(source, message.data() + message.size() - b, static_cast<int>(b));

    Block const r = prf(key, message);
    Bytes s(r.begin(), r.end());
    for (std::size_t j = 1; s.size() < d; ++j) {
      Block counter{};
      counter[15] = static_cast<std::uint8_t>(j);
      counter[14] = static_cast<std::uint8_t>(j >> 8);
      Block const next = ciph(key, exclusive_or(r, counter));
      s.insert(s.end(), next.begin(), next.end());
    }
    BignumPtr const y(BN_bin2bn(s.data(), static_cast<int>(d), nullptr));
    BIGNUM const* const modulus = i % 2 == 0 ? modulus_u.get() : modulus_v.get();
    BignumPtr c(BN_new());
    if (forward)
      BN_mod_add(c.get(), left.get(), y.get(), modulus, scratch.get());
    else
      BN_mod_sub(c.get(), right.get(), y.get(), modulus, scratch.get());
    BignumPtr& replaced = forward ? left : right;
    replaced = std::move(c);
    std::swap(left, right);
  }

  Numerals out = numerals(left.get(), u, radix_);
  Numerals const tail = numerals(right.get(), v, radix_);
  out.insert(out.end(), tail.begin(), tail.end());
  return out;
}

}  // namespace tamga::crypto
