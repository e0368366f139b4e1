// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::identity {

/// People who signed in with a certificate that carries their number: what an identity portal's word is
/// compared with. Their certificate is the one they proved it with last.
inline constexpr std::array kMigrations{
    sql::Migration{1, "people known by number", R"sql(
CREATE TABLE known_person (
  number {text} NOT NULL,
  participant {integer} NOT NULL,
  certificate {blob} NOT NULL,
  person {text} NOT NULL,
  seen {integer} NOT NULL,
  PRIMARY KEY (number, participant)
) {strict_keyed};
)sql"},
};

inline constexpr sql::Statement kPutPerson{
    "identity.person.put",
    "INSERT INTO known_person (number, participant, certificate, person, seen) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (number, participant) DO UPDATE SET certificate = excluded.certificate, person = "
    "excluded.person, seen = excluded.seen"};
inline constexpr sql::Statement kPersons{"identity.persons",
                                         "SELECT participant, certificate, person FROM known_person WHERE "
                                         "number = $1 ORDER BY participant LIMIT 100"};

}  // namespace tamga::identity
