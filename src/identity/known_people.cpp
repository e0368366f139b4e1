// SPDX-License-Identifier: Apache-2.0
#include "identity/known_people.hpp"

#include <algorithm>

#include "identity/tables.hpp"

namespace tamga::identity {
namespace {

KnownPerson person_of(sql::Row const& row) {
  KnownPerson out;
  out.participant = row.as<ledger::ParticipantNo>(0);
  std::string_view const digest = row.blob(1);
  std::copy_n(digest.begin(), std::min(digest.size(), out.certificate.size()), out.certificate.begin());
  out.person = row.text(2);
  return out;
}

Result<std::vector<KnownPerson>> people_of(sql::Connection& connection, std::string const& number) {
  std::vector<KnownPerson> out;
  if (number.empty()) return out;
  TAMGA_ASSIGN(rows, connection.query(kPersons, number));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(person_of(row)); }));
  return out;
}

}  // namespace

Result<void> note_person(sql::Connection& connection, crypto::Holder const& holder, KnownPerson const& known,
                         UnixMs now) {
  for (std::string const* number : {&holder.person_id, &holder.person_tax_id})
    if (!number->empty())
      TAMGA_TRY(connection.execute(kPutPerson, *number, known.participant,
                                   sql::Blob{crypto::view(known.certificate)}, known.person, now));
  return {};
}

Result<std::vector<KnownPerson>> find_people(sql::Connection& connection, ExternalPerson const& person) {
  TAMGA_ASSIGN(by_id, people_of(connection, person.person_id));
  if (!by_id.empty()) return std::move(by_id);
  return people_of(connection, person.person_tax_id);
}

}  // namespace tamga::identity
