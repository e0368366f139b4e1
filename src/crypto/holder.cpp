// SPDX-License-Identifier: Apache-2.0
#include "crypto/holder.hpp"

#include <algorithm>
#include <string_view>

#include "crypto/errors.hpp"

namespace tamga::crypto {
namespace {

constexpr std::size_t kOrganizationInn = 10;
constexpr std::size_t kPersonInn = 12;
constexpr std::size_t kTin = 9;

tl::unexpected<Error> ambiguous(char const* field) {
  return fail(Error(kCertificateSubjectAmbiguous).with("field", field));
}
tl::unexpected<Error> unknown(char const* missing) {
  return fail(Error(kCertificateHolderUnknown).with("missing", missing));
}

bool has_digits(std::string_view text, std::size_t count) {
  return text.size() == count && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The INN of an organisation as certificates before 2021 wrote it, in the place of a person's.
std::string_view inn_in_old_form(std::string_view inn) {
  constexpr std::string_view kPadding = "00";
  return has_digits(inn, kPersonInn) && inn.starts_with(kPadding) ? inn.substr(kPadding.size())
                                                                  : std::string_view();
}

std::string full_name(Subject const& subject) {
  if (subject.surname.empty()) return subject.given_name;
  return subject.given_name.empty() ? subject.surname : subject.surname + " " + subject.given_name;
}

Result<Holder> russian(Subject const& subject) {
  Holder out;
  out.form = SubjectForm::Russian;
  out.person = full_name(subject);
  out.person_id = subject.snils;
  out.position = subject.title;
  std::string_view const old_inn = inn_in_old_form(subject.inn);
  bool const organization = !subject.inn_le.empty() || !subject.ogrn.empty() || !old_inn.empty();
  if (organization && !subject.ogrnip.empty()) return ambiguous("1.2.643.100.5");
  if (old_inn.empty()) out.person_tax_id = subject.inn;
  if (organization) {
    if (!old_inn.empty() && !subject.inn_le.empty() && subject.inn_le != old_inn)
      return ambiguous("1.2.643.100.4");
    out.kind = HolderKind::LegalEntity;
    out.tax_id = subject.inn_le.empty() ? std::string(old_inn) : subject.inn_le;
    out.registry_id = subject.ogrn;
    out.organization = subject.organization.empty() ? subject.common_name : subject.organization;
    if (!has_digits(out.tax_id, kOrganizationInn)) return unknown("INNLE");
    return out;
  }
  out.kind = subject.ogrnip.empty() ? HolderKind::Person : HolderKind::SoleTrader;
  out.tax_id = subject.inn;
  out.registry_id = subject.ogrnip;
  if (out.person.empty()) out.person = subject.common_name;
  if (!has_digits(out.tax_id, kPersonInn)) return unknown("INN");
  return out;
}

Result<Holder> uzbek(Subject const& subject) {
  Holder out;
  out.form = SubjectForm::Uzbek;
  out.person = subject.common_name.empty() ? full_name(subject) : subject.common_name;
  out.person_id = subject.pinfl;
  out.person_tax_id = subject.person_tin;
  out.position = subject.title;
  if (subject.stir.empty()) {
    out.kind = HolderKind::Person;
    out.tax_id = subject.person_tin;
  } else {
    out.kind = HolderKind::LegalEntity;
    out.tax_id = subject.stir;
    out.organization = subject.organization;
  }
  if (!has_digits(out.tax_id, kTin)) return unknown(subject.stir.empty() ? "TIN" : "STIR");
  return out;
}

}  // namespace

Result<Holder> holder_of(Subject const& subject) {
  bool const is_russian = !subject.inn.empty() || !subject.inn_le.empty() || !subject.ogrn.empty() ||
                          !subject.ogrnip.empty() || !subject.snils.empty();
  bool const is_uzbek = !subject.stir.empty() || !subject.pinfl.empty();
  if (is_russian && is_uzbek) return ambiguous("1.2.860.3.16.1.1");
  if (is_russian) return russian(subject);
  if (is_uzbek || !subject.person_tin.empty()) return uzbek(subject);
  return unknown("INN, STIR");
}

}  // namespace tamga::crypto
