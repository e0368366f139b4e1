// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::business_register {

inline constexpr std::array kDistribution{
    sql::Distribution{.table = "business_extract"},
    sql::Distribution{.table = "business_entity", .column = "tax_id"},
};

/// The tables of this room: extracts that were imported, and what they say. Days are days since 1970-01-01,
/// moments milliseconds; a null is "not said". `whole`: it replaced everything before it, so that what it
/// lacks does not exist.
inline constexpr std::array kMigrations{
    sql::Migration{1, "extracts of the business register", R"sql(
CREATE TABLE business_extract (
  extract {integer} NOT NULL PRIMARY KEY,
  file {text} NOT NULL,
  as_of {integer} NOT NULL,
  imported_at {integer} NOT NULL,
  whole {integer} NOT NULL,
  businesses {integer} NOT NULL,
  wrong_rows {integer} NOT NULL
) {strict};
CREATE TABLE business_entity (
  tax_id {text} NOT NULL PRIMARY KEY,
  as_of {integer} NOT NULL,
  name {text} NOT NULL,
  short_name {text},
  legal_form {text},
  registry_id {text},
  status {integer} NOT NULL,
  address {text},
  postal_code {text},
  region {text},
  city {text},
  street {text},
  building {text},
  director {text},
  director_id {text},
  main_activity {text},
  registered_on {integer},
  vat_payer {integer}
) {strict_keyed};
)sql",
                   kDistribution},
    sql::Migration{2, "codes of the reason of tax registration", R"sql(
ALTER TABLE business_entity ADD COLUMN kpp {text};
)sql"},
};

inline constexpr sql::Statement kFindBusiness{
    "business.find",
    "SELECT tax_id, as_of, name, short_name, legal_form, registry_id, status, address, postal_code, region, "
    "city, street, building, director, director_id, main_activity, registered_on, vat_payer, kpp "
    "FROM business_entity WHERE tax_id = $1"};
/// Changes no row that an extract of a later day wrote.
inline constexpr sql::Statement kPutBusiness{
    "business.put",
    "INSERT INTO business_entity (tax_id, as_of, name, short_name, legal_form, registry_id, status, address, "
    "postal_code, region, city, street, building, director, director_id, main_activity, registered_on, "
    "vat_payer, kpp) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, "
    "$18, $19) "
    "ON CONFLICT (tax_id) DO UPDATE SET as_of = excluded.as_of, name = excluded.name, short_name = "
    "excluded.short_name, legal_form = excluded.legal_form, registry_id = excluded.registry_id, status = "
    "excluded.status, address = excluded.address, postal_code = excluded.postal_code, region = "
    "excluded.region, city = excluded.city, street = excluded.street, building = excluded.building, "
    "director = excluded.director, director_id = excluded.director_id, main_activity = "
    "excluded.main_activity, registered_on = excluded.registered_on, vat_payer = excluded.vat_payer, "
    "kpp = excluded.kpp "
    "WHERE business_entity.as_of <= excluded.as_of",
    std::chrono::minutes(1)};
inline constexpr sql::Statement kForgetBusinesses{"business.forget", "DELETE FROM business_entity",
                                                  std::chrono::minutes(10)};

inline constexpr sql::Statement kWholeExtracts{"business.extracts.whole",
                                               "SELECT 1 FROM business_extract WHERE whole = 1 LIMIT 1"};
inline constexpr sql::Statement kLastExtract{
    "business.extract.last",
    "SELECT CAST(coalesce(max(extract), 0) AS {integer}), CAST(max(as_of) AS {integer}) "
    "FROM business_extract"};
inline constexpr sql::Statement kInsertExtract{
    "business.extract.insert",
    "INSERT INTO business_extract (extract, file, as_of, imported_at, whole, businesses, wrong_rows) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"};

}  // namespace tamga::business_register
