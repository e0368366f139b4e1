// SPDX-License-Identifier: Apache-2.0
#include "crypto/signed_token.hpp"

#include <openssl/ec.h>

#include <nlohmann/json.hpp>

#include "crypto/base64.hpp"
#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"

namespace tamga::crypto {
namespace {

using Json = nlohmann::json;
using EcdsaPtr = OpenSslPtr<ECDSA_SIG, ECDSA_SIG_free>;

constexpr std::size_t kMostBytes = 64 << 10;
constexpr std::size_t kHalf = 32;  // of an ES256 signature
constexpr int kSmallestRsa = 2048;

tl::unexpected<Error> malformed(std::string why) { return fail(Error(kTokenMalformed).log(std::move(why))); }

/// The algorithm a key of ours signs by; empty: none that is accepted.
std::string_view algorithm_of(EVP_PKEY* key) {
  if (EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) >= kSmallestRsa) return "RS256";
  std::array<char, 32> curve{};
  std::size_t size = 0;
  bool const p256 = EVP_PKEY_get_base_id(key) == EVP_PKEY_EC &&
                    EVP_PKEY_get_group_name(key, curve.data(), curve.size(), &size) == 1 &&
                    std::string_view(curve.data(), size) == "prime256v1";
  return p256 ? "ES256" : "";
}

/// r and s side by side, as tokens carry them, in the form OpenSSL verifies.
std::string in_der(std::string_view raw) {
  if (raw.size() != 2 * kHalf) return {};
  BignumPtr r(BN_bin2bn(bytes_of(raw), kHalf, nullptr));
  BignumPtr s(BN_bin2bn(bytes_of(raw) + kHalf, kHalf, nullptr));
  EcdsaPtr const both(ECDSA_SIG_new());
  if (both == nullptr || ECDSA_SIG_set0(both.get(), r.get(), s.get()) != 1) return {};
  static_cast<void>(r.release());
  static_cast<void>(s.release());
  return der_of(both.get(), [](ECDSA_SIG const* in, unsigned char** out) { return i2d_ECDSA_SIG(in, out); });
}

std::string side_by_side(std::string_view der) {
  unsigned char const* position = bytes_of(der);
  EcdsaPtr const both(d2i_ECDSA_SIG(nullptr, &position, static_cast<long>(der.size())));
  std::string out(2 * kHalf, '\0');
  auto* const to = reinterpret_cast<unsigned char*>(out.data());
  if (both == nullptr || BN_bn2binpad(ECDSA_SIG_get0_r(both.get()), to, kHalf) < 0 ||
      BN_bn2binpad(ECDSA_SIG_get0_s(both.get()), to + kHalf, kHalf) < 0)
    return {};
  return out;
}

bool is_signed_by(EVP_PKEY* key, std::string_view algorithm, std::string_view text, std::string_view raw) {
  if (algorithm_of(key) != algorithm) return false;
  std::string const signature = algorithm == "ES256" ? in_der(raw) : std::string(raw);
  MdCtxPtr const context(EVP_MD_CTX_new());
  return context != nullptr && !signature.empty() &&
         EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key) == 1 &&
         EVP_DigestVerify(context.get(), bytes_of(signature), signature.size(), bytes_of(text),
                          text.size()) == 1;
}

/// A part: base64 of the URL alphabet, without padding and without a second spelling.
Result<std::string> part(std::string_view text) {
  auto decoded = decode_signature_text(text);
  if (!decoded || encode_base64_url(*decoded) != text) return malformed("base64");
  return *std::move(decoded);
}

}  // namespace

Result<std::string> verify_token(std::string_view token, std::span<Certificate const> keys) {
  auto const first = token.find('.');
  auto const second = first == std::string_view::npos ? first : token.find('.', first + 1);
  if (token.size() > kMostBytes || second == std::string_view::npos ||
      token.find('.', second + 1) != std::string_view::npos)
    return malformed("not three parts");
  TAMGA_ASSIGN(header_text, part(token.substr(0, first)));
  TAMGA_ASSIGN(claims, part(token.substr(first + 1, second - first - 1)));
  TAMGA_ASSIGN(signature, part(token.substr(second + 1)));
  Json const header = Json::parse(header_text, nullptr, false);
  if (!header.is_object() || !header.contains("alg") || !header["alg"].is_string() || header.contains("crit"))
    return malformed("header");
  std::string const algorithm = header["alg"].get<std::string>();
  if (algorithm != "RS256" && algorithm != "ES256")
    return fail(Error(kTokenSignatureWrong).log("algorithm " + algorithm));
  for (Certificate const& key : keys)
    if (is_signed_by(X509_get0_pubkey(key.get()), algorithm, token.substr(0, second), signature))
      return std::move(claims);
  return fail(Error(kTokenSignatureWrong).log(openssl_errors()));
}

Result<std::string> sign_token(SigningIdentity const& identity, std::string_view claims) {
  std::string const algorithm(algorithm_of(identity.key()));
  std::string const text =
      encode_base64_url(Json{{"alg", algorithm}, {"typ", "JWT"}}.dump()) + "." + encode_base64_url(claims);
  MdCtxPtr const context(EVP_MD_CTX_new());
  std::size_t size = 0;
  if (algorithm.empty() || context == nullptr ||
      EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, identity.key()) != 1 ||
      EVP_DigestSign(context.get(), nullptr, &size, bytes_of(text), text.size()) != 1)
    return fail(Error(kCryptoFailed).log(openssl_errors()));
  std::string signature(size, '\0');
  if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &size, bytes_of(text),
                     text.size()) != 1)
    return fail(Error(kCryptoFailed).log(openssl_errors()));
  signature.resize(size);
  if (algorithm == "ES256") signature = side_by_side(signature);
  return text + "." + encode_base64_url(signature);
}

}  // namespace tamga::crypto
