// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::catalogue {

inline constexpr std::array kDistribution{
    sql::Distribution{.table = "card", .column = "gtin"},
    sql::Distribution{.table = "card_edition", .column = "gtin", .colocate_with = "card"},
    sql::Distribution{.table = "card_draft", .column = "gtin", .colocate_with = "card"},
    sql::Distribution{.table = "card_photo", .column = "gtin", .colocate_with = "card"},
    sql::Distribution{.table = "company_prefix"},
    sql::Distribution{.table = "classifier_load"},
    sql::Distribution{.table = "classifier_entry"},
};

/// Cards, their editions with the bytes of the card as JSON, drafts, pictures, prefixes of companies,
/// classifiers. `due`, `effective_from` are days since 1970-01-01; `stamp` counts writes of a row.
inline constexpr std::array kMigrations{
    sql::Migration{1, "cards, editions, drafts, photos, prefixes, classifiers", R"sql(
CREATE TABLE card (
  gtin {integer} NOT NULL PRIMARY KEY,
  owner {integer} NOT NULL,
  product_group {text} NOT NULL,
  level {text} NOT NULL,
  state {integer} NOT NULL,
  by_operator {integer} NOT NULL,
  edition {integer} NOT NULL,
  version {integer} NOT NULL,
  editions {integer} NOT NULL,
  customs_class {text} NOT NULL,
  words {text} NOT NULL,
  likeness {blob} NOT NULL,
  reason {text} NOT NULL,
  changed_at {integer} NOT NULL,
  stamp {integer} NOT NULL
) {strict};
CREATE INDEX card_owner ON card (owner, gtin);
CREATE INDEX card_likeness ON card (likeness);
CREATE INDEX card_changed ON card (changed_at);
CREATE TABLE card_edition (
  gtin {integer} NOT NULL,
  edition {integer} NOT NULL,
  version {integer} NOT NULL,
  state {integer} NOT NULL,
  document {integer} NOT NULL,
  owner {integer} NOT NULL,
  product_group {text} NOT NULL,
  body {text} NOT NULL,
  submitted_at {integer} NOT NULL,
  due {integer},
  taken_by {integer} NOT NULL,
  moderator {text} NOT NULL,
  decided_at {integer},
  remarks {text} NOT NULL,
  PRIMARY KEY (gtin, edition)
) {strict};
CREATE INDEX card_edition_queue ON card_edition (state, document);
CREATE TABLE card_draft (
  owner {integer} NOT NULL,
  gtin {integer} NOT NULL,
  product_group {text} NOT NULL,
  body {text} NOT NULL,
  person {text} NOT NULL,
  saved_at {integer} NOT NULL,
  PRIMARY KEY (owner, gtin)
) {strict};
CREATE TABLE card_photo (
  gtin {integer} NOT NULL,
  digest {blob} NOT NULL,
  owner {integer} NOT NULL,
  format {integer} NOT NULL,
  uploaded_at {integer} NOT NULL,
  picture {blob} NOT NULL,
  PRIMARY KEY (gtin, digest)
) {strict};
CREATE TABLE company_prefix (
  prefix {text} NOT NULL PRIMARY KEY,
  participant {integer} NOT NULL,
  source {text} NOT NULL,
  person {text} NOT NULL,
  assigned_at {integer} NOT NULL
) {strict};
CREATE INDEX company_prefix_participant ON company_prefix (participant, prefix);
CREATE TABLE classifier_load (
  load {integer} NOT NULL PRIMARY KEY,
  classifier {text} NOT NULL,
  effective_from {integer} NOT NULL,
  loaded_at {integer} NOT NULL,
  person {text} NOT NULL,
  entries {integer} NOT NULL,
  digest {blob} NOT NULL
) {strict};
CREATE INDEX classifier_load_day ON classifier_load (classifier, effective_from, load);
CREATE TABLE classifier_entry (
  load {integer} NOT NULL,
  code {text} NOT NULL,
  name_ru {text} NOT NULL,
  name_uz {text} NOT NULL,
  PRIMARY KEY (load, code)
) {strict_keyed};
)sql",
                   kDistribution},
};

}  // namespace tamga::catalogue
