// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <map>
#include <memory>
#include <optional>

#include "server/commands/command.hpp"
#include "server/test_people.hpp"

namespace tamga::server {
namespace {

constexpr std::int64_t kDay = 86'400'000;

std::map<std::string, crypto::KeyAlgorithm> const kAlgorithms{
    {"p256", crypto::KeyAlgorithm::P256},         {"rsa2048", crypto::KeyAlgorithm::Rsa2048},
    {"gost256", crypto::KeyAlgorithm::Gost256},   {"gost512", crypto::KeyAlgorithm::Gost512},
    {"gost2001", crypto::KeyAlgorithm::Gost2001}, {"ozdst", crypto::KeyAlgorithm::Ozdst}};
std::map<std::string, crypto::CertificateUse> const kUses{
    {"documents", crypto::CertificateUse::Documents},
    {"encipherment", crypto::CertificateUse::Encipherment},
    {"time-stamps", crypto::CertificateUse::TimeStamps},
    {"status-answers", crypto::CertificateUse::StatusAnswers}};
std::map<std::string, crypto::HolderKind> const kHolders{{"organization", crypto::HolderKind::LegalEntity},
                                                         {"trader", crypto::HolderKind::SoleTrader},
                                                         {"person", crypto::HolderKind::Person}};
std::map<std::string, crypto::SubjectForm> const kForms{{"uzbek", crypto::SubjectForm::Uzbek},
                                                        {"russian", crypto::SubjectForm::Russian}};

struct Asked {
  std::string folder;
  TestPerson person;
  TestPeopleOrder people;
  std::optional<crypto::KeyAlgorithm> key;
  crypto::CertificateUse use = crypto::CertificateUse::Documents;
  std::string certificate;
  std::string out;
  int days = 365;
  int from = -1;
  int reason = 0;
};

Result<TestAuthority> open(Asked const& asked) {
  return TestAuthority::open_or_create(asked.folder, SystemClock().now(),
                                       asked.key.value_or(crypto::KeyAlgorithm::P256));
}

Result<std::string> init(Asked const& asked) {
  TAMGA_ASSIGN(authority, open(asked));
  return fmt::format("authority: {}\n", authority.root_file().string());
}

Result<std::string> issue(Asked const& asked) {
  UnixMs const now = SystemClock().now();
  TAMGA_ASSIGN(authority, open(asked));
  constexpr std::int64_t kYear = 365;
  crypto::CertificateOrder order;
  order.subject = subject_of(asked.person);
  order.not_after = UnixMs(now.value() + asked.days * kDay);
  order.not_before =
      UnixMs(asked.days >= 0 ? now.value() + asked.from * kDay : order.not_after.value() - kYear * kDay);
  order.key = asked.key.value_or(authority.key());
  order.use = asked.use;
  order.list_url = asked.people.list_url;
  order.answer_url = asked.people.answer_url;
  TAMGA_ASSIGN(identity, authority.issue(order));
  TAMGA_TRY(write_identity(asked.out, identity, asked.people.password));
  return fmt::format("certificate: {}.pem, {}.p12 (SHA-256 {})\n", asked.out, asked.out,
                     crypto::hex(identity.certificate().sha256()));
}

Result<std::string> people(Asked const& asked) {
  UnixMs const now = SystemClock().now();
  TAMGA_ASSIGN(authority, open(asked));
  TAMGA_ASSIGN(count, make_test_people(authority, asked.people, now));
  return fmt::format("{} certificates: {}/people\n", count, asked.folder);
}

Result<std::string> revoke(Asked const& asked) {
  UnixMs const now = SystemClock().now();
  TAMGA_ASSIGN(authority, open(asked));
  TAMGA_ASSIGN(pem, read_file(asked.certificate));
  TAMGA_ASSIGN(certificate, crypto::Certificate::from_pem(pem));
  TAMGA_TRY(authority.revoke(certificate, now, asked.reason));
  return fmt::format("revoked: {}\n", certificate.serial_hex());
}

Result<std::string> list(Asked const& asked) {
  UnixMs const now = SystemClock().now();
  TAMGA_ASSIGN(authority, open(asked));
  TAMGA_ASSIGN(der, authority.revocation_list(now, asked.days));
  TAMGA_TRY(write_private_file(asked.out, der));
  return fmt::format("list: {}\n", asked.out);
}

/// A subcommand on the folder of an authority.
CLI::App* add(CLI::App* ca, Run& run, std::shared_ptr<Asked> const& asked, char const* name, char const* text,
              Result<std::string> (*act)(Asked const&)) {
  CLI::App* const one = ca->add_subcommand(name, text);
  one->add_option("folder", asked->folder, "Folder of the authority")->required();
  one->callback([&run, asked, act] { run = [asked, act] { return report(act(*asked)); }; });
  return one;
}

void add_algorithm(CLI::App* one, Asked& asked) {
  one->add_option("--algorithm", asked.key, "Of a new authority (default p256) and of keys (default its own)")
      ->transform(CLI::CheckedTransformer(kAlgorithms));
}

void add_services(CLI::App* one, Asked& asked) {
  one->add_option("--password", asked.people.password, "Of the .p12 files")->capture_default_str();
  one->add_option("--list-url", asked.people.list_url, "Where revocation lists are published");
  one->add_option("--answer-url", asked.people.answer_url, "Where a responder (OCSP) answers");
}

void add_person(CLI::App* one, Asked& asked) {
  one->add_option("--form", asked.person.form, "Fields of the certificate (default uzbek)")
      ->transform(CLI::CheckedTransformer(kForms));
  one->add_option("--holder", asked.person.kind, "Whose it is (default organization)")
      ->transform(CLI::CheckedTransformer(kHolders));
  one->add_option("--organization", asked.person.organization);
  one->add_option("--person", asked.person.person)->required();
  one->add_option("--tax-id", asked.person.tax_id, "INN or STIR; of a person INN or TIN")->required();
  one->add_option("--registry-id", asked.person.registry_id, "OGRN, OGRNIP");
  one->add_option("--person-id", asked.person.person_id, "INN of a director; PINFL");
  one->add_option("--person-number", asked.person.person_number, "SNILS; TIN of a director");
}

}  // namespace

void add_ca(CLI::App& app, Run& run) {
  auto const asked = std::make_shared<Asked>();
  CLI::App* const ca =
      app.add_subcommand("ca", "A test authority: never for a real installation")->require_subcommand(1);
  add_algorithm(add(ca, run, asked, "init", "Make the authority of a folder", init), *asked);

  CLI::App* const one = add(ca, run, asked, "issue", "Issue a certificate with its key", issue);
  one->add_option("--out", asked->out, "Names of the files, without ending")->required();
  add_person(one, *asked);
  add_algorithm(one, *asked);
  add_services(one, *asked);
  one->add_option("--use", asked->use, "What the key may do (default documents)")
      ->transform(CLI::CheckedTransformer(kUses));
  one->add_option("--days", asked->days, "Term; negative: it ran out that many days ago")
      ->capture_default_str();
  one->add_option("--from", asked->from, "First day, from today")->capture_default_str();

  CLI::App* const all = add(ca, run, asked, "people", "Issue everybody a test of signatures needs", people);
  add_algorithm(all, *asked);
  add_services(all, *asked);

  CLI::App* const end = add(ca, run, asked, "revoke", "Revoke a certificate", revoke);
  end->add_option("--certificate", asked->certificate, "PEM")->required();
  end->add_option("--reason", asked->reason, "CRLReason of RFC 5280")->check(CLI::Range(0, 10));

  CLI::App* const published = add(ca, run, asked, "list", "Write the revocation list (CRL, DER)", list);
  published->add_option("--out", asked->out)->required();
  published->add_option("--days", asked->days, "Until the next list")->capture_default_str();
}

}  // namespace tamga::server
