// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "crypto/testing_trials.hpp"

// Algorithms, forms and certificates that must be refused, and why, in every family of keys that can express
// it.
namespace tamga::crypto {
namespace {

using namespace testing;

std::vector<Row> algorithm_rows() {
  auto const digest = [](char const* dotted) {
    return [dotted](Bench const& b) {
      return plain(b.resigned([&](SignerParts& s) { s.digest_algorithm = algorithm(dotted); }));
    };
  };
  auto const signature = [](char const* dotted, KeyAlgorithm not_for) {
    return [dotted, not_for](Bench const& b) {
      if (b.key == not_for) return Trial{};
      return plain(b.resigned([&](SignerParts& s) { s.signature_algorithm = algorithm(dotted); }));
    };
  };
  auto const weak = [](KeyAlgorithm bad) {
    return [bad](Bench const& b) {
      if (b.key != KeyAlgorithm::Rsa2048) return Trial{};
      return plain(b.by(authority(b.key).issue(order(bad)).value()));
    };
  };
  return {
      {"digest MD5", &kCmsAlgorithmForbidden, digest("1.2.840.113549.2.5")},
      {"digest SHA-1", &kCmsAlgorithmForbidden, digest("1.3.14.3.2.26")},
      {"digest RIPEMD-160", &kCmsAlgorithmForbidden, digest("1.3.36.3.2.1")},
      {"digest nobody knows", &kCmsAlgorithmForbidden, digest("1.2.3.4.5")},
      {"signature nobody knows", &kCmsAlgorithmForbidden, signature("1.2.3.4.6", KeyAlgorithm::P384)},
      {"signature DSA", &kCmsAlgorithmForbidden, signature("1.2.840.10040.4.3", KeyAlgorithm::P384)},
      {"signature RSA with MD5", &kCmsAlgorithmForbidden,
       signature("1.2.840.113549.1.1.4", KeyAlgorithm::P384)},
      {"signature RSA with SHA-1", &kCmsAlgorithmForbidden,
       signature("1.2.840.113549.1.1.5", KeyAlgorithm::P384)},
      {"signature RSA with SHA-256", &kCmsAlgorithmForbidden,
       signature("1.2.840.113549.1.1.11", KeyAlgorithm::Rsa2048)},
      {"signature RSA with SHA-512", &kCmsAlgorithmForbidden,
       signature("1.2.840.113549.1.1.13", KeyAlgorithm::P384)},
      {"signature ECDSA with SHA-256", &kCmsAlgorithmForbidden,
       signature("1.2.840.10045.4.3.2", KeyAlgorithm::P256)},
      {"signature ECDSA with SHA-384", &kCmsAlgorithmForbidden,
       signature("1.2.840.10045.4.3.3", KeyAlgorithm::P384)},
      {"signature GOST 2012 of 256 bits", &kCmsAlgorithmForbidden,
       signature("1.2.643.7.1.1.3.2", KeyAlgorithm::Gost256)},
      {"signature GOST 2012 of 512 bits", &kCmsAlgorithmForbidden,
       signature("1.2.643.7.1.1.3.3", KeyAlgorithm::Gost512)},
      {"signature GOST 2001", &kCmsAlgorithmForbidden, signature("1.2.643.2.2.3", KeyAlgorithm::Gost2001)},
      {"signature O'zDSt", &kCmsAlgorithmForbidden,
       signature("1.2.860.3.15.1.1.2.2.2.2", KeyAlgorithm::Ozdst)},
      {"an RSA key of 1024 bits", &kCmsAlgorithmForbidden, weak(KeyAlgorithm::Rsa1024)},
  };
}

std::vector<Row> form_rows() {
  auto const bytes = [](std::function<std::string(std::string)> change) {
    return [change](Bench const& b) { return plain(change(b.detached())); };
  };
  return {
      {"nothing", &kCmsMalformed, [](Bench const& b) { return plain(b.detached().substr(0, 1)); }},
      {"a byte more", &kCmsMalformed, bytes([](std::string s) { return s + '\0'; })},
      {"a second message behind it", &kCmsMalformed, bytes([](std::string s) { return s + s; })},
      {"a byte less", &kCmsMalformed, bytes([](std::string s) { return s.substr(0, s.size() - 1); })},
      {"the first half", &kCmsMalformed, bytes([](std::string s) { return s.substr(0, s.size() / 2); })},
      {"a message in a message", &kCmsMalformed,
       bytes([](std::string s) { return der::wrap(der::kSequence, s); })},
      {"a certificate instead", &kCmsMalformed,
       [](Bench const& b) { return plain(b.who.certificate().der()); }},
      {"an indefinite length without an end", &kCmsMalformed,
       bytes([](std::string s) { return std::string("\x30\x80", 2) + s.substr(4); })},
      {"of the type enveloped data", &kCmsMalformed,
       [](Bench const& b) {
         return plain(b.changed([](MessageParts& m) { m.outer_type.back() = '\x03'; }));
       }},
      {"of the type data", &kCmsMalformed,
       [](Bench const& b) {
         return plain(b.changed([](MessageParts& m) { m.outer_type.back() = '\x01'; }));
       }},
      {"no signer", &kCmsSignerCount,
       [](Bench const& b) { return plain(b.changed([](MessageParts& m) { m.signers.clear(); })); }},
      {"the same signer twice", &kCmsSignerCount,
       [](Bench const& b) {
         return plain(b.changed([](MessageParts& m) { m.signers.push_back(m.signers.front()); }));
       }},
      {"two signers, the second one bad", &kCmsSignerCount,
       [](Bench const& b) {
         return plain(b.changed([&](MessageParts& m) {
           MessageParts other = take_apart(b.by(Bench::issue(b.key)));
           other.signers.front().signature.back() ^= 1;
           m.certificates.push_back(other.certificates.front());
           m.signers.push_back(other.signers.front());
         }));
       }},
      {"two signers, the first one bad", &kCmsSignerCount,
       [](Bench const& b) {
         return plain(b.changed([&](MessageParts& m) {
           MessageParts const other = take_apart(b.by(Bench::issue(b.key)));
           m.signers.front().signature.back() ^= 1;
           m.certificates.push_back(other.certificates.front());
           m.signers.push_back(other.signers.front());
         }));
       }},
      {"seventeen certificates", &kCmsTooLarge,
       [](Bench const& b) {
         return plain(b.changed([](MessageParts& m) { m.certificates.resize(17, m.certificates.front()); }));
       }},
      {"a thousand certificates", &kCmsTooLarge,
       [](Bench const& b) {
         return plain(
             b.changed([](MessageParts& m) { m.certificates.resize(1000, m.certificates.front()); }));
       }},
      {"a megabyte of certificates", &kCmsTooLarge,
       [](Bench const& b) {
         return plain(
             b.changed([](MessageParts& m) { m.certificates.resize(4000, m.certificates.front()); }));
       }},
      {"a signature of two megabytes", &kCmsTooLarge,
       [](Bench const& b) {
         return plain(b.changed([](MessageParts& m) { m.signers.front().signature.assign(2 << 20, 'x'); }));
       }},
  };
}

std::vector<Row> certificate_rows() {
  return {
      {"no certificate", &kCmsCertificateMissing,
       [](Bench const& b) { return plain(b.changed([](MessageParts& m) { m.certificates.clear(); })); }},
      {"the certificate of another", &kCmsCertificateMissing,
       [](Bench const& b) {
         return plain(
             b.changed([&](MessageParts& m) { m.certificates = {Bench::issue(b.key).certificate().der()}; }));
       }},
      {"the certificate of the authority", &kCmsCertificateMissing,
       [](Bench const& b) {
         return plain(b.changed([&](MessageParts& m) { m.certificates = {authority(b.key).root().der()}; }));
       }},
      {"signed by somebody else's key", &kCmsSignatureWrong,
       [](Bench const& b) {
         return plain(
             b.changed([&](MessageParts& m) { sign_again(m.signers.front(), Bench::issue(b.key)); }));
       }},
      {"ran out a day ago", &kCertificateExpired,
       [](Bench const& b) { return Trial{.cms = b.detached(), .at = day("2027-01-02")}; }},
      {"ran out before it was signed", &kCertificateExpired,
       [](Bench const& b) {
         return plain(b.by(Bench::issue(b.key, [](auto& o) { o.not_after = day("2026-02-01"); })));
       }},
      {"is not valid yet", &kCertificateNotYetValid,
       [](Bench const& b) {
         return plain(b.by(Bench::issue(b.key, [](auto& o) { o.not_before = day("2026-06-01"); })));
       }},
      {"of a stranger's authority with the same name", &kCertificateUntrusted,
       [](Bench const& b) {
         auto const stranger =
             TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01"), b.key).value();
         return plain(b.by(stranger.issue(order(b.key)).value()));
       }},
      {"a lookalike of the root signs itself", &kCertificateUntrusted,
       [](Bench const& b) {
         auto const stranger =
             TestCa::create("Test Root", day("2025-01-01"), day("2035-01-01"), b.key).value();
         return plain(b.by(stranger.identity()));
       }},
      {"issued by a person", &kCertificateUntrusted,
       [](Bench const& b) { return plain(b.by(TestCa(b.who).issue(order(b.key)).value())); }},
      {"an authority between that is not sent along", &kCertificateUntrusted,
       [](Bench const& b) {
         auto const middle = Bench::issue(b.key, [](auto& o) {
           o.subject = {};
           o.subject.common_name = "Test Issuing";
           o.use = CertificateUse::Authority;
         });
         MessageParts parts = take_apart(b.by(TestCa(middle).issue(order(b.key)).value()));
         std::erase(parts.certificates, middle.certificate().der());
         return plain(put_together(parts));
       }},
      {"an authority between that ran out", &kCertificateUntrusted,
       [](Bench const& b) {
         auto const middle = Bench::issue(b.key, [](auto& o) {
           o.subject = {};
           o.subject.common_name = "Test Issuing";
           o.use = CertificateUse::Authority;
           o.not_after = day("2026-02-01");
         });
         return plain(b.by(TestCa(middle).issue(order(b.key)).value()));
       }},
      {"a key for encipherment", &kCertificateKeyUsage,
       [](Bench const& b) {
         return plain(b.by(Bench::issue(b.key, [](auto& o) { o.use = CertificateUse::Encipherment; })));
       }},
      {"an authority's key", &kCertificateKeyUsage,
       [](Bench const& b) {
         return plain(b.by(Bench::issue(b.key, [](auto& o) { o.use = CertificateUse::Authority; })));
       }},
      {"the root itself", &kCertificateKeyUsage,
       [](Bench const& b) { return plain(b.by(authority(b.key).identity())); }},
      {"a certificate with a changed byte", &kCertificateUntrusted,
       [](Bench const& b) {
         return plain(b.changed([&](MessageParts& m) {
           std::string& certificate = m.certificates.front();
           certificate[certificate.find("Karimov")] = 'Q';
           std::erase_if(*m.signers.front().attributes, [](std::string const& one) {
             return one.find(kSigningCertificateV2Oid) != std::string::npos;
           });
           sign_again(m.signers.front(), b.who);
         }));
       }},
  };
}

class BadCertificates : public ::testing::TestWithParam<Family> {};

TEST_P(BadCertificates, EachIsRefusedForItsReason) {
  int count = 0;
  for (auto const& rows : {algorithm_rows(), form_rows(), certificate_rows()})
    count += run_trials(GetParam(), rows);
  EXPECT_GE(count, 46) << GetParam().scheme;
}

INSTANTIATE_TEST_SUITE_P(All, BadCertificates, ::testing::ValuesIn(kFamilies), family_name);

}  // namespace
}  // namespace tamga::crypto
