// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sql/migration.hpp"
#include "sql/statement.hpp"

namespace tamga::documents {

/// Documents as they came, those whose signature nobody vouches for yet, shipments on their way, recalls,
/// goods sold in parts. Lots and packages are tables of the room ledger.
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
    sql::Migration{2, "evidence of signatures, documents that wait", R"sql(
ALTER TABLE document ADD COLUMN evidence {blob};
ALTER TABLE document ADD COLUMN standing {integer} NOT NULL DEFAULT 0;
CREATE TABLE waiting_document (
  document {integer} NOT NULL PRIMARY KEY,
  participant {integer} NOT NULL,
  authority {integer} NOT NULL,
  certificate {blob} NOT NULL,
  person {text} NOT NULL,
  api_key {text} NOT NULL,
  received_at {integer} NOT NULL,
  key_hash {integer} NOT NULL,
  idempotency_key {text} NOT NULL,
  request_id {text} NOT NULL,
  body_hash {blob} NOT NULL,
  body {blob} NOT NULL,
  signature {blob} NOT NULL,
  reason {text} NOT NULL,
  next_check_at {integer} NOT NULL,
  checks {integer} NOT NULL
) {strict};
CREATE UNIQUE INDEX waiting_document_key ON waiting_document (key_hash, participant, idempotency_key);
CREATE INDEX waiting_document_due ON waiting_document (next_check_at);
CREATE INDEX waiting_document_participant ON waiting_document (participant, document);
)sql"},
    sql::Migration{3, "documents of service providers", R"sql(
ALTER TABLE document ADD COLUMN principal {integer} NOT NULL DEFAULT 0;
CREATE INDEX document_principal ON document (principal, document) WHERE principal <> 0;
)sql"},
    sql::Migration{4, "what shipments are and how they ended, documents that were not accepted whole", R"sql(
ALTER TABLE shipment ADD COLUMN primary_document {text} NOT NULL DEFAULT '';
ALTER TABLE shipment ADD COLUMN product_groups {text} NOT NULL DEFAULT '';
ALTER TABLE shipment ADD COLUMN accepted {integer} NOT NULL DEFAULT 0;
ALTER TABLE shipment ADD COLUMN returned {integer} NOT NULL DEFAULT 0;
ALTER TABLE shipment ADD COLUMN named_codes {integer} NOT NULL DEFAULT 0;
ALTER TABLE shipment ADD COLUMN content_codes {integer} NOT NULL DEFAULT 0;
CREATE INDEX document_not_whole ON document (participant, status, document) WHERE status <> 1;
)sql"},
    sql::Migration{5, "what documents wait for", R"sql(
ALTER TABLE waiting_document ADD COLUMN said_kind {text} NOT NULL DEFAULT '';
ALTER TABLE waiting_document ADD COLUMN silent {text} NOT NULL DEFAULT '';
ALTER TABLE waiting_document ADD COLUMN asked_at {integer} NOT NULL DEFAULT 0;
ALTER TABLE waiting_document ADD COLUMN asked_by_people {integer} NOT NULL DEFAULT 0;
)sql"},
    sql::Migration{6, "the other side of documents", R"sql(
ALTER TABLE document ADD COLUMN counterpart {integer} NOT NULL DEFAULT 0;
UPDATE document SET counterpart = coalesce(
  (SELECT receiver FROM shipment WHERE shipment = document.document),
  (SELECT CASE WHEN sender = document.participant THEN receiver ELSE sender END FROM shipment
   WHERE closed_by = document.document), 0)
WHERE document IN (SELECT shipment FROM shipment UNION ALL SELECT closed_by FROM shipment);
CREATE INDEX document_counterpart ON document (participant, counterpart, document) WHERE counterpart <> 0;
)sql"},
};

/// Documents whose signature nobody vouches for yet.
inline constexpr sql::Statement kWaitingBacklog{"documents.backlog",
                                                "SELECT COUNT(*), MIN(received_at) FROM waiting_document"};

}  // namespace tamga::documents
