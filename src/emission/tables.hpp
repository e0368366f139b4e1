// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"

namespace tamga::emission {

inline constexpr std::array kSeriesSpread{sql::Distribution{"series"}, sql::Distribution{"series_gap"},
                                          sql::Distribution{"custom_serial", "hash"}};
inline constexpr std::array kTailSpread{sql::Distribution{"tail_batch", "order_no", "code_order"}};
inline constexpr std::array kOrderSpread{sql::Distribution{"code_order", "order_no"},
                                         sql::Distribution{"order_line", "order_no", "code_order"}};

/// The tables of this room; docs/formats/series.md. Numbers of series are dense, and `version` of a row
/// counts its writes: whoever handed out of the series, or brought serials beside it, in between is found by
/// it.
inline constexpr std::array kMigrations{
    sql::Migration{1, "series and serials brought by participants", R"sql(
CREATE TABLE series (
  series {integer} NOT NULL PRIMARY KEY,
  kind {integer} NOT NULL,
  gtin {integer} NOT NULL,
  layout {text} NOT NULL,
  alphabet {text} NOT NULL,
  country_digit {text} NOT NULL,
  sscc_prefix {integer} NOT NULL,
  template_id {integer} NOT NULL,
  serial_key {text} NOT NULL,
  next_index {integer} NOT NULL,
  version {integer} NOT NULL,
  UNIQUE (kind, gtin, layout, alphabet, country_digit, sscc_prefix)
) {strict};
CREATE TABLE custom_serial (
  hash {integer} NOT NULL,
  series {integer} NOT NULL,
  serial {text} NOT NULL,
  idx {integer} NOT NULL,
  operator_series {integer},
  operator_idx {integer},
  PRIMARY KEY (hash, series, serial)
) {strict_keyed};
CREATE TABLE series_gap (
  series {integer} NOT NULL,
  idx {integer} NOT NULL,
  PRIMARY KEY (series, idx)
) {strict_keyed};
CREATE INDEX custom_serial_idx ON custom_serial (series, idx);
CREATE INDEX custom_serial_operator_idx ON custom_serial (operator_series, operator_idx);
)sql",
                   kSeriesSpread},
    sql::Migration{2, "orders of codes", R"sql(
CREATE TABLE code_order (
  order_no {integer} NOT NULL PRIMARY KEY,
  participant {integer} NOT NULL,
  product_group {text} NOT NULL,
  release_method {text} NOT NULL,
  contact {text} NOT NULL,
  at {integer} NOT NULL,
  unused_until {integer},
  expired_by {integer} NOT NULL
) {strict};
CREATE INDEX code_order_term ON code_order (unused_until) WHERE expired_by = 0;
CREATE INDEX code_order_participant ON code_order (participant, order_no);
CREATE TABLE order_line (
  order_no {integer} NOT NULL,
  line {integer} NOT NULL,
  gtin {integer} NOT NULL,
  series {integer} NOT NULL,
  quantity {integer} NOT NULL,
  codes {blob} NOT NULL,
  tail_key {text} NOT NULL,
  price {integer},
  delivered {integer} NOT NULL,
  PRIMARY KEY (order_no, line)
) {strict_keyed};
)sql",
                   kOrderSpread},
    sql::Migration{3, "states and fees of orders", R"sql(
ALTER TABLE code_order ADD COLUMN status {integer} NOT NULL DEFAULT 3;
ALTER TABLE code_order ADD COLUMN ready_at {integer};
ALTER TABLE code_order ADD COLUMN production_order {text} NOT NULL DEFAULT '';
ALTER TABLE code_order ADD COLUMN place {text} NOT NULL DEFAULT '';
ALTER TABLE code_order ADD COLUMN needs {integer} NOT NULL DEFAULT 0;
ALTER TABLE code_order ADD COLUMN settled_by {integer} NOT NULL DEFAULT 0;
ALTER TABLE code_order ADD COLUMN declined {text} NOT NULL DEFAULT '';
ALTER TABLE code_order ADD COLUMN provider {integer} NOT NULL DEFAULT 0;
ALTER TABLE code_order ADD COLUMN warned {integer} NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN fee_at {integer} NOT NULL DEFAULT 3;
ALTER TABLE order_line ADD COLUMN fee_cover {integer} NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN fee_net {integer} NOT NULL DEFAULT 0;
ALTER TABLE order_line ADD COLUMN fee_vat {integer} NOT NULL DEFAULT 0;
CREATE INDEX code_order_waiting ON code_order (order_no) WHERE status < 3;
CREATE INDEX code_order_provider ON code_order (provider, order_no) WHERE provider <> 0;
CREATE INDEX code_order_open ON code_order (participant, status) WHERE status < 4;
)sql"},
    sql::Migration{4, "version of the product card of order lines", R"sql(
ALTER TABLE order_line ADD COLUMN card_version {integer} NOT NULL DEFAULT 0;
)sql"},
    sql::Migration{5, "who applies the codes of an order, what its participant was told, orders of a place",
                   R"sql(
ALTER TABLE code_order ADD COLUMN creation_method {text} NOT NULL DEFAULT '';
ALTER TABLE code_order ADD COLUMN told {integer} NOT NULL DEFAULT 0;
UPDATE code_order SET told = status;
UPDATE code_order SET declined = '{"reasons":[{"code":"' || replace(declined, ' ', '"},{"code":"') || '"}]}'
  WHERE declined <> '';
CREATE INDEX code_order_untold ON code_order (order_no) WHERE told <> status AND status IN (1, 2, 3, 7);
CREATE INDEX code_order_place ON code_order (participant, place) WHERE place <> '';
)sql"},
    sql::Migration{6, "registrar of orders, audit of tail signing", R"sql(
ALTER TABLE code_order ADD COLUMN registrar {integer} NOT NULL DEFAULT 0;
CREATE TABLE tail_batch (
  order_no {integer} NOT NULL,
  line {integer} NOT NULL,
  sequence {integer} NOT NULL,
  batch {integer} NOT NULL,
  at {integer} NOT NULL,
  participant {integer} NOT NULL,
  person {text} NOT NULL,
  request {text} NOT NULL,
  first_code {integer} NOT NULL,
  codes {integer} NOT NULL,
  purpose {integer} NOT NULL,
  tail_key {text} NOT NULL,
  seal {blob} NOT NULL,
  PRIMARY KEY (order_no, line, sequence)
) {strict_keyed};
CREATE INDEX tail_batch_number ON tail_batch (batch);
)sql",
                   kTailSpread},
};

}  // namespace tamga::emission
