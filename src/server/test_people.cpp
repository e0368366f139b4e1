// SPDX-License-Identifier: Apache-2.0
#include "server/test_people.hpp"

#include <array>

namespace tamga::server {
namespace {

using crypto::CertificateUse;
using crypto::HolderKind;
using crypto::SubjectForm;

constexpr std::int64_t kDay = 86'400'000;
constexpr int kYear = 365;
constexpr int kKeyCompromise = 1;

struct Row {
  char const* file;
  TestPerson person;
};

// Numbers that nobody has, with the right check digits.
Row const kPeople[] = {
    {"russian_company",
     {SubjectForm::Russian, HolderKind::LegalEntity, "OOO Obrazets", "Obraztsov Obrazets", "9800000006",
      "1009800000000", "980000000020", "90000000081"}},
    {"russian_trader",
     {SubjectForm::Russian, HolderKind::SoleTrader, "", "Obraztsov Obrazets", "980000000020",
      "300980000000000", "", "90000000081"}},
    {"russian_person",
     {SubjectForm::Russian, HolderKind::Person, "", "Obraztsov Obrazets", "980000000020", "", "",
      "90000000081"}},
    {"uzbek_company",
     {SubjectForm::Uzbek, HolderKind::LegalEntity, "SINOV KORXONA MCHJ", "SINOVOV SINOV SINOVOVICH",
      "300000000", "", "30101900000004", "400000000"}},
    {"uzbek_person",
     {SubjectForm::Uzbek, HolderKind::Person, "", "SINOVOV SINOV SINOVOVICH", "400000000", "",
      "30101900000004", ""}},
};

/// What is wrong with a certificate.
struct Defect {
  char const* file;
  std::int64_t from_days = -1;
  std::int64_t until_days = kYear;
  CertificateUse use = CertificateUse::Documents;
};
constexpr std::array kDefects{
    Defect{"expired", -2 * kYear, -1}, Defect{"not_yet_valid", 30, kYear}, Defect{"revoked"},
    Defect{"cannot_sign", -1, kYear, CertificateUse::Encipherment}, Defect{"stranger"}};
constexpr std::array kServices{Defect{"clock", -1, kYear, CertificateUse::TimeStamps},
                               Defect{"responder", -1, kYear, CertificateUse::StatusAnswers}};

/// Writes identities into one folder and counts them.
class Office {
 public:
  Office(TestAuthority const& authority, TestPeopleOrder const& order, UnixMs now)
      : authority_(authority), order_(order), now_(now), folder_(authority.folder() / "people") {}

  [[nodiscard]] int count() const { return count_; }

  Result<crypto::SigningIdentity> issue(std::string const& file, crypto::Subject subject, Defect const& what,
                                        crypto::TestCa const* stranger = nullptr) {
    crypto::CertificateOrder wanted;
    wanted.subject = std::move(subject);
    wanted.not_before = UnixMs(now_.value() + what.from_days * kDay);
    wanted.not_after = UnixMs(now_.value() + what.until_days * kDay);
    wanted.key = authority_.key();
    wanted.use = what.use;
    wanted.list_url = order_.list_url;
    wanted.answer_url = order_.answer_url;
    TAMGA_ASSIGN(identity, stranger == nullptr ? authority_.issue(wanted) : stranger->issue(wanted));
    TAMGA_TRY(write_identity(folder_ / file, identity, order_.password));
    ++count_;
    return identity;
  }

 private:
  TestAuthority const& authority_;
  TestPeopleOrder const& order_;
  UnixMs now_;
  std::filesystem::path folder_;
  int count_ = 0;
};

Result<void> issue_defects(Office& office, TestAuthority const& authority, crypto::TestCa const& stranger,
                           UnixMs now) {
  for (Row const& row : kPeople) {
    if (row.person.kind != HolderKind::LegalEntity) continue;
    for (Defect const& defect : kDefects) {
      std::string_view const name(defect.file);
      TAMGA_ASSIGN(identity, office.issue(std::string(row.file) + "_" + defect.file, subject_of(row.person),
                                          defect, name == "stranger" ? &stranger : nullptr));
      if (name == "revoked")
        TAMGA_TRY(authority.revoke(identity.certificate(), UnixMs(now.value() - kDay / 2), kKeyCompromise));
    }
  }
  return {};
}

}  // namespace

crypto::Subject subject_of(TestPerson const& person) {
  bool const is_organization = person.kind == HolderKind::LegalEntity;
  crypto::Subject subject;
  if (person.form == SubjectForm::Uzbek) {
    subject = crypto::uzbek_subject(person.organization, person.person,
                                    is_organization ? person.tax_id : std::string(), person.person_id);
    subject.person_tin = is_organization ? person.person_number : person.tax_id;
  } else {
    subject = crypto::russian_subject(person.organization, person.person,
                                      is_organization ? person.tax_id : std::string(),
                                      is_organization ? person.registry_id : std::string(),
                                      is_organization ? person.person_id : person.tax_id);
    subject.snils = person.person_number;
    if (person.kind == HolderKind::SoleTrader) subject.ogrnip = person.registry_id;
    if (!is_organization) subject.common_name = person.person;
  }
  if (!is_organization) subject.title.clear();
  return subject;
}

Result<void> write_identity(std::filesystem::path const& name, crypto::SigningIdentity const& identity,
                            std::string const& password) {
  TAMGA_ASSIGN(pem, identity.pem());
  TAMGA_ASSIGN(p12, identity.pkcs12(password, identity.certificate().subject().common_name));
  TAMGA_TRY(write_private_file(name.string() + ".pem", pem));
  return write_private_file(name.string() + ".p12", p12);
}

Result<int> make_test_people(TestAuthority const& authority, TestPeopleOrder const& order, UnixMs now) {
  std::error_code error;
  std::filesystem::create_directories(authority.folder() / "people", error);
  TAMGA_ASSIGN(stranger, crypto::TestCa::create("Unknown Authority", UnixMs(now.value() - kDay),
                                                UnixMs(now.value() + kYear * kDay), authority.key()));
  Office office(authority, order, now);
  for (Row const& row : kPeople)
    TAMGA_TRY(office.issue(row.file, subject_of(row.person), {.file = row.file}));
  TAMGA_TRY(issue_defects(office, authority, stranger, now));
  for (Defect const& service : kServices) {
    crypto::Subject subject;
    subject.common_name = std::string("Test ") + service.file;
    TAMGA_TRY(office.issue(service.file, std::move(subject), service));
  }
  TAMGA_ASSIGN(list, authority.revocation_list(now, kYear));
  TAMGA_TRY(write_private_file(authority.folder() / "list.crl", list));
  return office.count();
}

}  // namespace tamga::server
