// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"

namespace tamga::documents {

/// Documents as they came, shipments on their way, recalls, goods sold in parts. Lots and packages are tables
/// of the room ledger.
inline constexpr std::array kMigrations{
    sql::Migration{1, "documents, shipments, recalls", R"sql(
CREATE TABLE document (
  document {integer} NOT NULL PRIMARY KEY,
  participant {integer} NOT NULL,
  kind {integer} NOT NULL,
  status {integer} NOT NULL,
  received_at {integer} NOT NULL,
  key_hash {integer} NOT NULL,
  idempotency_key {text} NOT NULL,
  certificate {blob} NOT NULL,
  person {text} NOT NULL,
  body_hash {blob} NOT NULL,
  body {blob} NOT NULL,
  signature {blob} NOT NULL,
  verdict {text} NOT NULL
) {strict};
CREATE UNIQUE INDEX document_key ON document (key_hash, participant, idempotency_key);
CREATE INDEX document_participant ON document (participant, document);
CREATE TABLE shipment (
  shipment {integer} NOT NULL PRIMARY KEY,
  sender {integer} NOT NULL,
  receiver {integer} NOT NULL,
  status {integer} NOT NULL,
  shipped_at {integer} NOT NULL,
  closed_by {integer} NOT NULL,
  named {blob} NOT NULL,
  content {blob} NOT NULL
) {strict};
CREATE INDEX shipment_sender ON shipment (sender, shipment);
CREATE INDEX shipment_receiver ON shipment (receiver, shipment);
CREATE TABLE recall (
  recall {integer} NOT NULL PRIMARY KEY,
  gtin {integer} NOT NULL,
  batch {text} NOT NULL,
  produced_from {integer},
  produced_to {integer},
  reason {text} NOT NULL,
  instruction {text} NOT NULL,
  declared_by {integer} NOT NULL,
  declared_at {integer} NOT NULL,
  lifted_by {integer} NOT NULL
) {strict};
CREATE TABLE part_sale (
  code {integer} NOT NULL PRIMARY KEY,
  whole {integer} NOT NULL,
  sold {integer} NOT NULL
) {strict};
)sql"},
};

}  // namespace tamga::documents
