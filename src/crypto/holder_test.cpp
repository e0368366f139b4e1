// SPDX-License-Identifier: Apache-2.0
#include "crypto/holder.hpp"

#include <gtest/gtest.h>

#include "crypto/errors.hpp"
#include "crypto/openssl.hpp"
#include "crypto/testing_authority.hpp"

namespace tamga::crypto {
namespace {

Subject russian_company() {
  Subject subject =
      russian_subject("OOO Obrazets", "Obraztsov", "9800000006", "1009800000000", "980000000020");
  subject.given_name = "Obrazets Obraztsovich";
  subject.snils = "90000000081";
  return subject;
}

Subject uzbek_company() {
  Subject subject = uzbek_subject("SINOV KORXONA MCHJ", "SINOVOV SINOV", "300000000", "30101900000004");
  subject.person_tin = "400000000";
  subject.name = "SINOV";
  return subject;
}

Subject changed(Subject subject, auto&& change) {
  change(subject);
  return subject;
}

ErrorKind const& refusal(Subject const& subject) {
  auto const holder = holder_of(subject);
  return holder ? kCryptoFailed : holder.error().kind();
}

// What a certificate carries survives the journey through DER, by object identifier, and names its holder.
TEST(Holder, IsReadFromCertificates) {
  for (Subject const& subject : {russian_company(), uzbek_company()}) {
    CertificateOrder order = testing::order();
    order.subject = subject;
    Certificate const certificate = testing::authority().issue(order).value().certificate();
    EXPECT_EQ(Certificate::from_der(certificate.der()).value().subject(), subject);
    EXPECT_EQ(holder_of(certificate.subject()).value(), holder_of(subject).value());
  }
}

TEST(Holder, RussianOrganization) {
  Holder const holder = holder_of(russian_company()).value();
  EXPECT_EQ(holder, (Holder{.kind = HolderKind::LegalEntity,
                            .form = SubjectForm::Russian,
                            .tax_id = "9800000006",
                            .registry_id = "1009800000000",
                            .organization = "OOO Obrazets",
                            .person = "Obraztsov Obrazets Obraztsovich",
                            .person_id = "90000000081",
                            .person_tax_id = "980000000020",
                            .position = "director"}));
}

// Before 2021 the INN of an organisation stood in the place of a person's, behind two zeros.
TEST(Holder, RussianOrganizationInOldForm) {
  Subject const old = changed(russian_company(), [](Subject& s) {
    s.inn_le.clear();
    s.inn = "009800000006";
  });
  Holder const holder = holder_of(old).value();
  EXPECT_EQ(holder.kind, HolderKind::LegalEntity);
  EXPECT_EQ(holder.tax_id, "9800000006");
  EXPECT_EQ(holder.person_tax_id, "");
  Subject const bare = changed(old, [](Subject& s) { s.ogrn.clear(); });
  EXPECT_EQ(holder_of(bare).value().kind, HolderKind::LegalEntity);
  Subject const both = changed(old, [](Subject& s) { s.inn_le = "9800000006"; });
  EXPECT_EQ(holder_of(both).value().tax_id, "9800000006");
  Subject const contradiction = changed(old, [](Subject& s) { s.inn_le = "9800000013"; });
  EXPECT_EQ(refusal(contradiction).name, kCertificateSubjectAmbiguous.name);
}

TEST(Holder, RussianTraderAndPerson) {
  Subject const person = changed(russian_company(), [](Subject& s) {
    s.inn_le.clear();
    s.ogrn.clear();
    s.organization.clear();
  });
  Holder const holder = holder_of(person).value();
  EXPECT_EQ(holder.kind, HolderKind::Person);
  EXPECT_EQ(holder.tax_id, "980000000020");
  EXPECT_EQ(holder.organization, "");
  Subject const trader = changed(person, [](Subject& s) { s.ogrnip = "300980000000000"; });
  EXPECT_EQ(holder_of(trader).value().kind, HolderKind::SoleTrader);
  EXPECT_EQ(holder_of(trader).value().registry_id, "300980000000000");
  Subject const contradiction = changed(trader, [](Subject& s) { s.ogrn = "1009800000000"; });
  EXPECT_EQ(refusal(contradiction).name, kCertificateSubjectAmbiguous.name);
}

TEST(Holder, UzbekOrganizationAndPerson) {
  Holder const company = holder_of(uzbek_company()).value();
  EXPECT_EQ(company, (Holder{.kind = HolderKind::LegalEntity,
                             .form = SubjectForm::Uzbek,
                             .tax_id = "300000000",
                             .registry_id = "",
                             .organization = "SINOV KORXONA MCHJ",
                             .person = "SINOVOV SINOV",
                             .person_id = "30101900000004",
                             .person_tax_id = "400000000",
                             .position = "director"}));
  Holder const person = holder_of(changed(uzbek_company(), [](Subject& s) { s.stir.clear(); })).value();
  EXPECT_EQ(person.kind, HolderKind::Person);
  EXPECT_EQ(person.tax_id, "400000000");
  EXPECT_EQ(person.organization, "");
}

// Without a tax number of the right length nobody is named.
TEST(Holder, SaysWhatIsMissing) {
  for (Subject const& subject :
       {Subject{}, changed(russian_company(), [](Subject& s) { s.inn_le = "980000000"; }),
        changed(russian_company(), [](Subject& s) { s.inn_le.clear(); }),
        changed(uzbek_company(), [](Subject& s) { s.stir = "30000000x"; }),
        changed(uzbek_company(), [](Subject& s) { s.stir.clear(), s.person_tin.clear(); })})
    EXPECT_EQ(refusal(subject).name, kCertificateHolderUnknown.name);
  Subject const both = changed(russian_company(), [](Subject& s) { s.stir = "300000000"; });
  EXPECT_EQ(refusal(both).name, kCertificateSubjectAmbiguous.name);
}

}  // namespace
}  // namespace tamga::crypto
