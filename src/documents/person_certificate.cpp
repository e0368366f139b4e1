// SPDX-License-Identifier: Apache-2.0
#include "documents/person_certificate.hpp"

#include <openssl/x509.h>

#include <memory>
#include <vector>

#include "base/failure.hpp"
#include "crypto/base64.hpp"
#include "crypto/errors.hpp"
#include "documents/errors.hpp"
#include "registry/errors.hpp"

namespace tamga::documents {
namespace {

constexpr std::string_view kEnd = "-----END CERTIFICATE-----";
constexpr std::size_t kMostCertificates = 8;

struct FreeStack {
  void operator()(STACK_OF(X509) * stack) const { sk_X509_pop_free(stack, X509_free); }
};

Result<std::vector<crypto::Certificate>> certificates_in(std::string_view text) {
  std::vector<crypto::Certificate> out;
  if (text.find("-----BEGIN") == std::string_view::npos) {
    auto const der = crypto::decode_signature_text(text);
    if (!der) return fail(crypto::kCertificateMalformed);
    TAMGA_ASSIGN(one, crypto::Certificate::from_der(*der));
    out.push_back(std::move(one));
    return out;
  }
  for (auto end = text.find(kEnd); end != std::string_view::npos; end = text.find(kEnd)) {
    if (out.size() == kMostCertificates) return fail(crypto::kCertificateMalformed);
    TAMGA_ASSIGN(one, crypto::Certificate::from_pem(text.substr(0, end + kEnd.size())));
    out.push_back(std::move(one));
    text.remove_prefix(end + kEnd.size());
  }
  if (out.empty()) return fail(crypto::kCertificateMalformed);
  return out;
}

Result<void> check_chain(std::vector<crypto::Certificate> const& all, crypto::TrustStore const* trust,
                         UnixMs at) {
  if (trust == nullptr) return fail(crypto::kCertificateUntrusted);
  std::unique_ptr<STACK_OF(X509), FreeStack> const others(sk_X509_new_null());
  for (std::size_t i = 1; i < all.size(); ++i) {
    X509_up_ref(all[i].get());
    sk_X509_push(others.get(), all[i].get());
  }
  TAMGA_TRY(trust->check(all.front(), others.get(), at));
  return {};
}

}  // namespace

std::string PersonCertificate::person_id() const {
  if (!holder.person_id.empty()) return holder.person_id;
  if (!holder.person_tax_id.empty()) return holder.person_tax_id;
  return holder.kind == crypto::HolderKind::LegalEntity ? std::string() : holder.tax_id;
}

Result<PersonCertificate> read_person_certificate(std::string_view text, crypto::TrustStore const* trust,
                                                  UnixMs at) {
  TAMGA_ASSIGN(all, certificates_in(text));
  TAMGA_TRY(check_chain(all, trust, at));
  TAMGA_ASSIGN(holder, crypto::holder_of(all.front().subject()));
  return PersonCertificate{std::move(all.front()), std::move(holder)};
}

Result<std::optional<AdmittedCertificate>> judge_certificate(Case& one, std::string const& text) {
  constexpr char const* kField = "/certificate";
  std::optional<AdmittedCertificate> nothing;
  auto read = read_person_certificate(text, one.desk().books().trust, one.context().now);
  if (!read) {
    if (is_failure(read.error())) return fail(std::move(read).error());
    one.object(Error(read.error()).at(kField));
    return nothing;
  }
  TAMGA_ASSIGN(sender, one.desk().books().participants.find(one.sender()));
  if (!sender) return fail(kSignerNotSender);
  bool const own = read->holder.tax_id == sender->tax_id;
  if (!own && read->holder.kind != crypto::HolderKind::Person) {
    one.object(Error(kCertificateOfOthers).at(kField).with("tax_id", read->holder.tax_id));
    return nothing;
  }
  if (!own && one.rules().roles.powers_of_attorney == country::PowerPolicy::None) {
    one.object(Error(kCertificatePersonal).at(kField).with("person", read->holder.person));
    return nothing;
  }
  TAMGA_ASSIGN(known, one.desk().users.is_known(read->certificate.sha256()));
  if (known) {
    one.object(Error(registry::kSignerExists).at(kField));
    return nothing;
  }
  registry::UserCertificate const certificate{.certificate = read->certificate.sha256(),
                                              .personal = !own,
                                              .ends = read->certificate.not_after(),
                                              .added = one.context().now};
  return std::optional(AdmittedCertificate{certificate, *std::move(read)});
}

}  // namespace tamga::documents
