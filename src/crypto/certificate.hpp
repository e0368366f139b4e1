// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "crypto/sha256.hpp"

struct x509_st;

namespace tamga::crypto {

/// Whom a certificate names. Empty: not stated. UTF-8 without control characters.
struct Subject {
  std::string common_name;
  std::string organization;
  std::string title;
  std::string surname;
  std::string given_name;
  std::string serial_number;
  std::string name;  ///< 2.5.4.41

  // Russia (order of the FSB No. 795 of 2011-12-27)
  std::string
      inn;  ///< 1.2.643.3.131.1.1: of a person; in old certificates of organisations 00 and ten digits
  std::string inn_le;  ///< 1.2.643.100.4: of an organisation
  std::string ogrn;    ///< 1.2.643.100.1: of an organisation
  std::string ogrnip;  ///< 1.2.643.100.5: of a sole trader
  std::string snils;   ///< 1.2.643.100.3: of a person

  // Uzbekistan
  std::string stir;        ///< 1.2.860.3.16.1.1: tax number of an organisation
  std::string pinfl;       ///< 1.2.860.3.16.1.2: personal number
  std::string person_tin;  ///< 0.9.2342.19200300.100.1.1 (UID): tax number of the person

  friend bool operator==(Subject const&, Subject const&) = default;
};

/// A certificate as read, trusted or not. Cheap to copy; immutable, safe from any thread.
class Certificate {
 public:
  /// DER, without trailing bytes, at most 64 KiB.
  /// Errors: CERTIFICATE_MALFORMED; CERTIFICATE_SUBJECT_AMBIGUOUS when a field that names the owner stands
  /// twice.
  static Result<Certificate> from_der(std::string_view der);
  /// The first certificate of a PEM text. Errors: as `from_der`.
  static Result<Certificate> from_pem(std::string_view pem);

  [[nodiscard]] std::string const& der() const { return facts_->der; }
  [[nodiscard]] std::string pem() const;
  [[nodiscard]] Sha256 const& sha256() const { return facts_->sha256; }
  [[nodiscard]] Subject const& subject() const { return facts_->subject; }
  [[nodiscard]] std::string const& issuer_name() const { return facts_->issuer_name; }
  [[nodiscard]] std::string const& serial_hex() const { return facts_->serial_hex; }
  [[nodiscard]] UnixMs not_before() const { return facts_->not_before; }
  [[nodiscard]] UnixMs not_after() const { return facts_->not_after; }

  /// For this room: OpenSSL's object, owned by the certificate.
  [[nodiscard]] x509_st* get() const { return facts_->x509.get(); }
  /// For this room: takes a share of `x509`.
  static Result<Certificate> from_x509(x509_st* x509);

 private:
  struct Facts {
    std::shared_ptr<x509_st> x509;
    std::string der;
    Sha256 sha256{};
    Subject subject;
    std::string issuer_name;
    std::string serial_hex;
    UnixMs not_before;
    UnixMs not_after;
  };
  explicit Certificate(std::shared_ptr<Facts const> facts) : facts_(std::move(facts)) {}

  std::shared_ptr<Facts const> facts_;
};

}  // namespace tamga::crypto
