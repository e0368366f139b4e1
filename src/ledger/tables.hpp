// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::ledger {

/// The tables of this room. Every key contains the distribution column, so that Citus can shard them: rows of
/// one block lie together. Byte columns: docs/formats/ledger.md.
inline constexpr std::array kMigrations{
    sql::Migration{1, "blocks, histories, effects, stock", R"sql(
CREATE TABLE code_block (
  block {integer} NOT NULL PRIMARY KEY,
  version {integer} NOT NULL,
  applied {integer} NOT NULL,
  runs {blob} NOT NULL,
  events {blob} NOT NULL
) {strict};
CREATE TABLE block_event (
  block {integer} NOT NULL,
  seq {integer} NOT NULL,
  events {blob} NOT NULL,
  PRIMARY KEY (block, seq)
) {strict_keyed};
CREATE TABLE effect (
  applied {integer} NOT NULL PRIMARY KEY,
  effects {blob} NOT NULL,
  stock {blob} NOT NULL
) {strict};
CREATE TABLE stock (
  owner {integer} NOT NULL,
  series {integer} NOT NULL,
  status {integer} NOT NULL,
  quantity {integer} NOT NULL,
  PRIMARY KEY (owner, series, status)
) {strict_keyed};
CREATE TABLE stock_delta (
  owner {integer} NOT NULL,
  series {integer} NOT NULL,
  status {integer} NOT NULL,
  applied {integer} NOT NULL,
  quantity {integer} NOT NULL,
  PRIMARY KEY (owner, series, status, applied)
) {strict_keyed};
CREATE TABLE ledger_mark (
  name {text} NOT NULL PRIMARY KEY,
  applied {integer} NOT NULL
) {strict};
)sql"},
    sql::Migration{2, "lots and packages", R"sql(
CREATE TABLE lot (
  lot {integer} NOT NULL PRIMARY KEY,
  base {integer} NOT NULL,
  document {integer} NOT NULL,
  producer {integer} NOT NULL,
  produced_on {integer},
  expires_on {integer},
  batch {text} NOT NULL,
  country {text} NOT NULL,
  line {text} NOT NULL,
  declaration {text} NOT NULL,
  release_method {text} NOT NULL,
  issuer {text} NOT NULL
) {strict};
CREATE TABLE package (
  package {integer} NOT NULL PRIMARY KEY,
  level {integer} NOT NULL,
  content {blob} NOT NULL
) {strict};
)sql"},
    sql::Migration{3, "fees of lots", R"sql(
ALTER TABLE lot ADD COLUMN order_no {integer} NOT NULL DEFAULT 0;
ALTER TABLE lot ADD COLUMN fee_payer {integer} NOT NULL DEFAULT 0;
ALTER TABLE lot ADD COLUMN fee_at {integer} NOT NULL DEFAULT 3;
ALTER TABLE lot ADD COLUMN fee_cover {integer} NOT NULL DEFAULT 0;
ALTER TABLE lot ADD COLUMN fee_net {integer} NOT NULL DEFAULT 0;
ALTER TABLE lot ADD COLUMN fee_vat {integer} NOT NULL DEFAULT 0;
)sql"},
};

inline constexpr sql::Statement kBlocksByNumber{
    "ledger.blocks",
    "SELECT block, version, applied, runs, CAST(length(events) AS {integer}) FROM code_block "
    "WHERE block = ANY($1)"};
/// The history of a block, oldest first: what overflowed, then what lies in its row.
inline constexpr sql::Statement kEventsOfBlock{
    "ledger.events",
    "SELECT seq, events FROM block_event WHERE block = $1 UNION ALL "
    "SELECT version, events FROM code_block WHERE block = $1 ORDER BY 1"};
inline constexpr sql::Statement kPutBlock{
    "ledger.block.put",
    "INSERT INTO code_block (block, version, applied, runs, events) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (block) DO UPDATE SET version = excluded.version, applied = excluded.applied, runs = "
    "excluded.runs, events = CAST(code_block.events || excluded.events AS {blob})"};
/// Two steps that make room in the row of a block for later events.
inline constexpr sql::Statement kOverflowEvents{
    "ledger.events.overflow",
    "INSERT INTO block_event (block, seq, events) SELECT block, version, events FROM code_block "
    "WHERE block = $1"};
inline constexpr sql::Statement kForgetEvents{"ledger.events.forget",
                                              "UPDATE code_block SET events = $2 WHERE block = $1"};
inline constexpr sql::Statement kInsertBlock{
    "ledger.block.insert",
    "INSERT INTO code_block (block, version, applied, runs, events) VALUES ($1, $2, $3, $4, $5)"};
inline constexpr sql::Statement kMark{"ledger.mark", "SELECT applied FROM ledger_mark WHERE name = $1"};
inline constexpr sql::Statement kPutMark{"ledger.mark.put",
                                         "INSERT INTO ledger_mark (name, applied) VALUES ($1, $2) ON "
                                         "CONFLICT (name) DO UPDATE SET applied = excluded.applied"};
inline constexpr sql::Statement kPutStock{
    "ledger.stock.put",
    "INSERT INTO stock (owner, series, status, quantity) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (owner, series, status) DO UPDATE SET quantity = excluded.quantity"};
inline constexpr sql::Statement kAllStock{"ledger.stock.all",
                                          "SELECT owner, series, status, quantity FROM stock"};
inline constexpr sql::Statement kInsertStockDelta{
    "ledger.stock.delta",
    "INSERT INTO stock_delta (owner, series, status, applied, quantity) VALUES ($1, $2, $3, $4, $5)"};
inline constexpr sql::Statement kStockOf{
    "ledger.stock.of",
    "SELECT series, status, CAST(sum(quantity) AS {integer}) FROM ("
    "SELECT series, status, quantity FROM stock WHERE owner = $1 UNION ALL "
    "SELECT series, status, quantity FROM stock_delta WHERE owner = $1) AS part GROUP BY series, status "
    "ORDER BY series, status"};

}  // namespace tamga::ledger
