// SPDX-License-Identifier: Apache-2.0
#include "crypto/cms.hpp"
#include "crypto/cms_certificates.hpp"
#include "crypto/cms_signature.hpp"
#include "crypto/errors.hpp"
#include "crypto/time_stamp_token.hpp"

namespace tamga::crypto {
namespace {

/// What the certificates are held against.
struct Judges {
  TrustStore const& trust;
  RevocationChecker* revocation;
  std::optional<WhenUnreachable> when_unreachable;
  CmsLimits const& limits;
  Arrival arrival;
};

/// Its facts, from memory if it was checked before.
Result<Certificate> read_certificate(X509* x509, TrustStore const& trust) {
  std::string const der = der_of(x509, [](X509 const* in, unsigned char** out) { return i2d_X509(in, out); });
  if (auto const known = trust.remembered(sha256(der))) return *known;
  return Certificate::from_x509(x509);
}

/// `others`: the certificates that came along.
Result<Signer> verify(CMS_ContentInfo* cms, STACK_OF(X509) * others, std::string_view content,
                      Judges const& judges) {
  TAMGA_ASSIGN(raw, verify_signature(cms, others, content, judges.trust));
  TAMGA_ASSIGN(stamp, verify_time_stamp(raw.info, {judges.trust, judges.revocation, judges.when_unreachable,
                                                   judges.arrival.now}));
  UnixMs const moment = stamp ? stamp->time : judges.arrival.at;
  TAMGA_ASSIGN(certificate, read_certificate(raw.certificate, judges.trust));
  TAMGA_ASSIGN(path, judges.trust.check(certificate, others, moment));
  Signer signer{certificate, raw.claimed_time, raw.scheme->name, std::move(path), std::move(stamp), {}};
  if (judges.revocation != nullptr) {
    TAMGA_ASSIGN(found,
                 judges.revocation->check(*signer.path, judges.arrival.now, moment, judges.when_unreachable));
    signer.revocation = std::move(found);
  }
  return signer;
}

/// Whether the content lies inside the message, as the caller wants it. `content` becomes what is signed.
Result<void> choose_content(CMS_ContentInfo* cms, bool attached, std::string_view& content,
                            CmsLimits const& limits) {
  ASN1_OCTET_STRING** const inner = CMS_get0_content(cms);
  bool const has_content = inner != nullptr && *inner != nullptr;
  if (has_content != attached) return refuse_signature(attached ? kCmsContentMissing : kCmsContentAttached);
  if (attached) content = view_of(*inner);
  if (content.size() > limits.content_bytes) return refuse_signature(kCmsTooLarge);
  return {};
}

/// The signature of somebody whose certificate is remembered, without reading certificates. Only ever says
/// yes: whatever else it finds is for the full way to judge, and to name.
std::optional<SignedContent> verify_known(std::string_view bytes, bool attached, std::string_view content,
                                          Judges const& judges) {
  constexpr std::size_t kLargest = 64 * 1024;  // beyond, the content costs more than the certificates
  if (bytes.size() > kLargest) return std::nullopt;
  auto const split = split_certificates(bytes);
  if (!split || split->certificates.size() > static_cast<std::size_t>(judges.limits.certificates))
    return std::nullopt;
  X509StackPtr const known(sk_X509_new_null());
  for (std::string_view const der : split->certificates) {
    auto const certificate = judges.trust.remembered(sha256(der));
    if (certificate == nullptr) continue;
    X509_up_ref(certificate->get());
    sk_X509_push(known.get(), certificate->get());
  }
  if (sk_X509_num(known.get()) == 0) return std::nullopt;
  auto const cms = parse_cms(split->rest, NID_pkcs7_data);
  if (!cms || !choose_content(cms->get(), attached, content, judges.limits)) return std::nullopt;
  auto signer = verify(cms->get(), known.get(), content, judges);
  if (!signer) return std::nullopt;
  return SignedContent{*std::move(signer), std::string(attached ? content : std::string_view())};
}

Result<SignedContent> verify_any(std::string_view bytes, bool attached, std::string_view content,
                                 Judges const& judges) {
  if (auto known = verify_known(bytes, attached, content, judges)) return *std::move(known);
  TAMGA_ASSIGN(cms, parse_cms(bytes, NID_pkcs7_data));
  TAMGA_TRY(choose_content(cms.get(), attached, content, judges.limits));
  X509StackPtr const others(CMS_get1_certs(cms.get()));
  if (sk_X509_num(others.get()) > judges.limits.certificates)
    return refuse_signature(kCmsTooLarge, "certificates");
  TAMGA_ASSIGN(signer, verify(cms.get(), others.get(), content, judges));
  return SignedContent{std::move(signer), std::string(attached ? content : std::string_view())};
}

}  // namespace

CmsVerifier::CmsVerifier(std::shared_ptr<TrustStore const> trust, CmsLimits limits,
                         std::shared_ptr<RevocationChecker> revocation,
                         std::optional<WhenUnreachable> when_unreachable)
    : trust_(std::move(trust)),
      revocation_(std::move(revocation)),
      when_unreachable_(when_unreachable),
      limits_(limits) {}

Result<Signer> CmsVerifier::verify_detached(std::string_view cms, std::string_view content,
                                            Arrival arrival) const {
  if (cms.size() > limits_.detached_bytes || content.size() > limits_.content_bytes)
    return refuse_signature(kCmsTooLarge);
  TAMGA_ASSIGN(verified, verify_any(cms, false, content,
                                    {*trust_, revocation_.get(), when_unreachable_, limits_, arrival}));
  return std::move(verified.signer);
}

Result<SignedContent> CmsVerifier::verify_attached(std::string_view cms, Arrival arrival) const {
  if (cms.size() > limits_.attached_bytes) return refuse_signature(kCmsTooLarge);
  return verify_any(cms, true, {}, {*trust_, revocation_.get(), when_unreachable_, limits_, arrival});
}

}  // namespace tamga::crypto
