// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.hpp"

#include <openssl/pem.h>

#include <algorithm>
#include <optional>

#include "crypto/engine_algorithms.hpp"
#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"
#include "crypto/subject_fields.hpp"

namespace tamga::crypto {
namespace {

constexpr std::size_t kMaxCertificate = 64 * 1024;

tl::unexpected<Error> malformed(std::string detail) {
  return fail(Error(kCertificateMalformed).log(std::move(detail) + " " + openssl_errors()));
}

/// UTF-8 of a string of a name; nothing when it cannot be converted or holds control characters, which could
/// make one name look like another.
std::optional<std::string> text_of(ASN1_STRING const* string) {
  unsigned char* utf8 = nullptr;
  int const size = ASN1_STRING_to_UTF8(&utf8, string);
  if (size < 0) return std::nullopt;
  std::string out(reinterpret_cast<char const*>(utf8), static_cast<std::size_t>(size));
  OPENSSL_free(utf8);
  bool const plain = std::none_of(out.begin(), out.end(), [](char c) {
    auto const byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
  if (!plain) return std::nullopt;
  return out;
}

Result<Subject> subject_of(X509_NAME const* name) {
  Subject subject;
  for (SubjectField const& field : kSubjectFields) {
    ObjectPtr const object(OBJ_txt2obj(field.oid, 1));
    int const first = X509_NAME_get_index_by_OBJ(name, object.get(), -1);
    if (first < 0) continue;
    if (field.names_owner && X509_NAME_get_index_by_OBJ(name, object.get(), first) >= 0)
      return fail(Error(kCertificateSubjectAmbiguous).with("field", field.oid));
    auto text = text_of(X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, first)));
    if (!text) return malformed(std::string("subject field ") + field.oid);
    subject.*field.member = *std::move(text);
  }
  return subject;
}

std::string issuer_of(X509 const* x509) {
  BioPtr const out(BIO_new(BIO_s_mem()));
  // As RFC 2253 says, with characters beyond ASCII as they are and control characters escaped.
  X509_NAME_print_ex(
      out.get(), X509_get_issuer_name(x509), 0,
      (XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB)) | ASN1_STRFLGS_UTF8_CONVERT);
  char* text = nullptr;
  long const size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(std::max(size, 0L))};
}

std::string serial_of(X509 const* x509) {
  BignumPtr const number(ASN1_INTEGER_to_BN(X509_get0_serialNumber(x509), nullptr));
  if (number == nullptr) return {};
  char* const text = BN_bn2hex(number.get());
  if (text == nullptr) return {};
  std::string out(text);
  OPENSSL_free(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

}  // namespace

Result<Certificate> Certificate::from_x509(X509* x509) {
  auto facts = std::make_shared<Facts>();
  X509_up_ref(x509);
  facts->x509 = {x509, X509_free};
  facts->der = der_of(x509, [](X509 const* in, unsigned char** out) { return i2d_X509(in, out); });
  if (facts->der.empty() || facts->der.size() > kMaxCertificate) return malformed("size");
  facts->sha256 = crypto::sha256(facts->der);
  auto const not_before = moment_of(X509_get0_notBefore(x509));
  auto const not_after = moment_of(X509_get0_notAfter(x509));
  if (!not_before || !not_after) return malformed("validity");
  facts->not_before = *not_before;
  facts->not_after = *not_after;
  TAMGA_ASSIGN(subject, subject_of(X509_get_subject_name(x509)));
  facts->subject = std::move(subject);
  facts->issuer_name = issuer_of(x509);
  facts->serial_hex = serial_of(x509);
  return Certificate(std::move(facts));
}

Result<Certificate> Certificate::from_der(std::string_view der) {
  if (der.empty() || der.size() > kMaxCertificate) return malformed("size");
  load_engine_algorithms();
  unsigned char const* position = bytes_of(der);
  X509Ptr const x509(d2i_X509(nullptr, &position, static_cast<long>(der.size())));
  if (x509 == nullptr || position != bytes_of(der) + der.size())
    return malformed("not one certificate in DER");
  return from_x509(x509.get());
}

Result<Certificate> Certificate::from_pem(std::string_view pem) {
  if (pem.size() > 4 * kMaxCertificate) return malformed("size");
  load_engine_algorithms();
  BioPtr const in = reading(pem);
  X509Ptr const x509(PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr));
  if (x509 == nullptr) return malformed("not a certificate in PEM");
  return from_x509(x509.get());
}

std::string Certificate::pem() const {
  BioPtr const out(BIO_new(BIO_s_mem()));
  PEM_write_bio_X509(out.get(), get());
  char* text = nullptr;
  long const size = BIO_get_mem_data(out.get(), &text);
  return {text, static_cast<std::size_t>(std::max(size, 0L))};
}

}  // namespace tamga::crypto
