// SPDX-License-Identifier: Apache-2.0
#include "crypto/testing_message.hpp"

#include <algorithm>
#include <stdexcept>

#include "crypto/der.hpp"
#include "crypto/openssl.hpp"
#include "crypto/signature_scheme.hpp"

namespace tamga::crypto::testing {
namespace {

der::Element next(std::string_view& in) {
  auto const element = der::take(in);
  if (!element) throw std::runtime_error("not the message that was expected");
  return *element;
}

std::string oid(char const* dotted) {
  ObjectPtr const object(OBJ_txt2obj(dotted, 1));
  return der_of(object.get(),
                [](ASN1_OBJECT const* in, unsigned char** out) { return i2d_ASN1_OBJECT(in, out); });
}

SignerParts take_signer(std::string_view body) {
  SignerParts out;
  out.version = next(body).whole;
  out.signer = next(body).whole;
  out.digest_algorithm = next(body).whole;
  if (!body.empty() && static_cast<unsigned char>(body[0]) == der::kFirst) {
    std::string_view attributes = next(body).body;
    out.attributes.emplace();
    while (!attributes.empty()) out.attributes->emplace_back(next(attributes).whole);
  }
  out.signature_algorithm = next(body).whole;
  out.signature = next(body).body;
  if (!body.empty()) out.unsigned_ones = next(body).whole;
  return out;
}

}  // namespace

std::string const kContentTypeOid = oid("1.2.840.113549.1.9.3");
std::string const kMessageDigestOid = oid("1.2.840.113549.1.9.4");
std::string const kSigningTimeOid = oid("1.2.840.113549.1.9.5");
std::string const kSigningCertificateV2Oid = oid("1.2.840.113549.1.9.16.2.47");
std::string const kTimeStampOid = oid("1.2.840.113549.1.9.16.2.14");
std::string const kDataOid = oid("1.2.840.113549.1.7.1");

std::string algorithm(char const* dotted) {
  return der::wrap(der::kSequence, oid(dotted) + std::string("\x05\x00", 2));
}

MessageParts take_apart(std::string_view cms) {
  MessageParts out;
  std::string_view outer = next(cms).body;
  out.outer_type = next(outer).whole;
  std::string_view wrapped = next(outer).body;
  std::string_view body = next(wrapped).body;
  out.version = next(body).whole;
  out.digests = next(body).body;
  std::string_view inner = next(body).body;
  out.content_type = next(inner).whole;
  if (!inner.empty()) {
    std::string_view content = next(inner).body;
    out.content = std::string(next(content).body);
  }
  if (static_cast<unsigned char>(body[0]) == der::kFirst) {
    std::string_view certificates = next(body).body;
    while (!certificates.empty()) out.certificates.emplace_back(next(certificates).whole);
  }
  std::string_view signers = next(body).body;
  while (!signers.empty()) out.signers.push_back(take_signer(next(signers).body));
  return out;
}

std::string put_together(SignerParts const& parts) {
  std::string body = parts.version + parts.signer + parts.digest_algorithm;
  if (parts.attributes) {
    std::string const set = signed_bytes(parts);
    body += set;
    body[body.size() - set.size()] = static_cast<char>(der::kFirst);
  }
  body += parts.signature_algorithm + der::wrap(0x04, parts.signature) + parts.unsigned_ones;
  return der::wrap(der::kSequence, body);
}

std::string put_together(MessageParts const& parts) {
  std::string inner = parts.content_type;
  if (parts.content) inner += der::wrap(der::kFirst, der::wrap(0x04, *parts.content));
  std::string certificates;
  for (std::string const& one : parts.certificates) certificates += one;
  std::string signers;
  for (SignerParts const& one : parts.signers) signers += put_together(one);
  std::string const body =
      parts.version + der::wrap(der::kSet, parts.digests) + der::wrap(der::kSequence, inner) +
      (certificates.empty() ? "" : der::wrap(der::kFirst, certificates)) + der::wrap(der::kSet, signers);
  return der::wrap(der::kSequence,
                   parts.outer_type + der::wrap(der::kFirst, der::wrap(der::kSequence, body)));
}

std::string signed_bytes(SignerParts const& parts) {
  std::vector<std::string> sorted = parts.attributes.value_or(std::vector<std::string>());
  std::sort(sorted.begin(), sorted.end());
  std::string all;
  for (std::string const& one : sorted) all += one;
  return der::wrap(der::kSet, all);
}

std::string raw_signature(SigningIdentity const& identity, std::string_view bytes) {
  MdCtxPtr const context(EVP_MD_CTX_new());
  std::size_t size = 0;
  if (EVP_DigestSignInit(context.get(), nullptr, usual_digest(identity.key()), nullptr, identity.key()) !=
          1 ||
      EVP_DigestSignUpdate(context.get(), bytes.data(), bytes.size()) != 1 ||
      EVP_DigestSignFinal(context.get(), nullptr, &size) != 1)
    throw std::runtime_error(openssl_errors());
  std::string out(size, '\0');
  if (EVP_DigestSignFinal(context.get(), reinterpret_cast<unsigned char*>(out.data()), &size) != 1)
    throw std::runtime_error(openssl_errors());
  out.resize(size);
  return out;
}

void sign_again(SignerParts& parts, SigningIdentity const& identity) {
  parts.signature = raw_signature(identity, signed_bytes(parts));
}

std::string attribute(std::string_view type, std::vector<std::string> const& values) {
  std::string all;
  for (std::string const& one : values) all += one;
  return der::wrap(der::kSequence, std::string(type) + der::wrap(der::kSet, all));
}

std::size_t find_attribute(SignerParts const& parts, std::string_view type) {
  auto const& all = *parts.attributes;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::string_view in = all[i];
    std::string_view body = next(in).body;
    if (next(body).whole == type) return i;
  }
  throw std::runtime_error("no such attribute");
}

}  // namespace tamga::crypto::testing
