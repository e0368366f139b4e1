// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::registrars {

inline constexpr std::array kSpread{sql::Distribution{"registrar"}, sql::Distribution{"print_record"},
                                    sql::Distribution{"provider"}, sql::Distribution{"provider_group"}};

/// `device` of a registrar is what it is known by: model and serial number, or whose remote access it is.
/// `open` is 0 until it is withdrawn or refused, and its number afterwards: one device is registered once.
/// `print_record`: what a document of printing says of codes of one grade; docs/registrars.md.
inline constexpr std::array kMigrations{
    sql::Migration{1, "emission registrars, printing, service providers", R"sql(
CREATE TABLE registrar (
  registrar {integer} NOT NULL PRIMARY KEY,
  participant {integer} NOT NULL,
  kind {integer} NOT NULL,
  device {text} NOT NULL,
  serial {text} NOT NULL,
  model {text} NOT NULL,
  software {text} NOT NULL,
  access {text} NOT NULL,
  place {text} NOT NULL,
  state {integer} NOT NULL,
  person {text} NOT NULL,
  applied {integer} NOT NULL,
  changed {integer} NOT NULL,
  reason {text} NOT NULL,
  open {integer} NOT NULL
) {strict};
CREATE UNIQUE INDEX registrar_device ON registrar (device, open);
CREATE INDEX registrar_participant ON registrar (participant, registrar);
CREATE INDEX registrar_state ON registrar (state, registrar);
CREATE TABLE print_record (
  document {integer} NOT NULL,
  part {integer} NOT NULL,
  participant {integer} NOT NULL,
  registrar {integer} NOT NULL,
  what {integer} NOT NULL,
  grade {text} NOT NULL,
  line {text} NOT NULL,
  production_order {text} NOT NULL,
  at {integer} NOT NULL,
  codes {integer} NOT NULL,
  PRIMARY KEY (document, part)
) {strict_keyed};
CREATE INDEX print_record_participant ON print_record (participant, document);
CREATE INDEX print_record_registrar ON print_record (registrar, document) WHERE registrar <> 0;
CREATE TABLE provider (
  participant {integer} NOT NULL PRIMARY KEY,
  role {text} NOT NULL,
  place {text} NOT NULL,
  address {text} NOT NULL,
  contact {text} NOT NULL,
  email {text} NOT NULL,
  listed {integer} NOT NULL,
  listed_by {text} NOT NULL,
  removed {integer}
) {strict};
CREATE TABLE provider_group (
  participant {integer} NOT NULL,
  product_group {text} NOT NULL,
  PRIMARY KEY (participant, product_group)
) {strict_keyed};
)sql",
                   kSpread},
    sql::Migration{2, "product groups of what was printed", R"sql(
ALTER TABLE print_record ADD COLUMN product_groups {text} NOT NULL DEFAULT '';
)sql"},
};

#define TAMGA_REGISTRAR_COLUMNS                                                                             \
  "registrar, participant, kind, serial, model, software, access, place, state, person, applied, changed, " \
  "reason"
inline constexpr sql::Statement kInsertRegistrar{
    "registrars.insert",
    "INSERT INTO registrar (" TAMGA_REGISTRAR_COLUMNS
    ", device, open) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0)"};
inline constexpr sql::Statement kMoveRegistrar{"registrars.move",
                                               "UPDATE registrar SET state = $3, changed = $4, reason = $5, "
                                               "open = $6 WHERE registrar = $1 AND state = $2"};
inline constexpr sql::Statement kRegistrar{
    "registrars.find", "SELECT " TAMGA_REGISTRAR_COLUMNS " FROM registrar WHERE registrar = $1"};
inline constexpr sql::Statement kOpenDevice{"registrars.device",
                                            "SELECT registrar FROM registrar WHERE device = $1 AND open = 0"};
inline constexpr sql::Statement kRegistrarsOf{
    "registrars.of", "SELECT " TAMGA_REGISTRAR_COLUMNS
                     " FROM registrar WHERE participant = $1 ORDER BY registrar DESC LIMIT 200"};
inline constexpr sql::Statement kCountOpen{
    "registrars.count", "SELECT COUNT(*) FROM registrar WHERE participant = $1 AND open = 0"};
inline constexpr sql::Statement kActiveOf{
    "registrars.active", "SELECT " TAMGA_REGISTRAR_COLUMNS
                         " FROM registrar WHERE participant = $1 AND state = 1 ORDER BY registrar LIMIT 200"};
inline constexpr sql::Statement kInState{
    "registrars.in_state", "SELECT " TAMGA_REGISTRAR_COLUMNS
                           " FROM registrar WHERE state = $1 AND registrar > $2 ORDER BY registrar LIMIT $3"};
#undef TAMGA_REGISTRAR_COLUMNS

#define TAMGA_RECORD_COLUMNS                                                                 \
  "document, part, participant, registrar, what, grade, line, production_order, at, codes, " \
  "product_groups"
inline constexpr sql::Statement kInsertRecord{"registrars.record.insert",
                                              "INSERT INTO print_record (" TAMGA_RECORD_COLUMNS
                                              ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"};
inline constexpr sql::Statement kRecordsOf{
    "registrars.records.of",
    "SELECT " TAMGA_RECORD_COLUMNS
    " FROM print_record WHERE participant = $1 AND document < $2 AND ($3 = 0 OR registrar "
    "= $3) AND "
    "($4 = '' OR production_order = $4) ORDER BY document DESC, part LIMIT $5"};
inline constexpr sql::Statement kTotals{"registrars.records.totals",
                                        "SELECT what, grade, CAST(SUM(codes) AS {integer}) FROM print_record "
                                        "WHERE registrar = $1 GROUP BY what, grade "
                                        "ORDER BY what, grade"};
#undef TAMGA_RECORD_COLUMNS

#define TAMGA_PROVIDER_COLUMNS "participant, role, place, address, contact, email, listed, listed_by"
inline constexpr sql::Statement kPutProvider{
    "registrars.provider.put",
    "INSERT INTO provider (" TAMGA_PROVIDER_COLUMNS
    ", removed) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL) ON CONFLICT (participant) DO UPDATE SET role = "
    "$2, "
    "place = $3, address = $4, contact = $5, email = $6, listed = $7, listed_by = $8, removed = NULL"};
inline constexpr sql::Statement kDropGroups{"registrars.provider.groups.drop",
                                            "DELETE FROM provider_group WHERE participant = $1"};
inline constexpr sql::Statement kPutGroup{
    "registrars.provider.groups.put",
    "INSERT INTO provider_group (participant, product_group) VALUES ($1, $2)"};
inline constexpr sql::Statement kRemoveProvider{
    "registrars.provider.remove",
    "UPDATE provider SET removed = $2 WHERE participant = $1 AND removed IS NULL"};
inline constexpr sql::Statement kProvider{"registrars.provider",
                                          "SELECT " TAMGA_PROVIDER_COLUMNS
                                          " FROM provider WHERE participant = $1 AND removed IS NULL"};
inline constexpr sql::Statement kProviders{
    "registrars.providers",
    "SELECT " TAMGA_PROVIDER_COLUMNS
    " FROM provider WHERE removed IS NULL AND participant > $1 AND ($2 = '' OR place = $2) "
    "AND ($3 = '' OR "
    "EXISTS (SELECT 1 FROM provider_group g WHERE g.participant = provider.participant AND "
    "g.product_group = $3)) ORDER BY participant LIMIT $4"};
inline constexpr sql::Statement kGroupsOf{
    "registrars.provider.groups",
    "SELECT product_group FROM provider_group WHERE participant = $1 ORDER BY product_group"};
#undef TAMGA_PROVIDER_COLUMNS

/// Registrars that wait for the operator.
inline constexpr sql::Statement kAppliedBacklog{
    "registrars.backlog", "SELECT COUNT(*), MIN(applied) FROM registrar WHERE state = 0"};

}  // namespace tamga::registrars
