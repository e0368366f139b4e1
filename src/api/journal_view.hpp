// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "api/services.hpp"
#include "journal/index.hpp"
#include "registry/change_notes.hpp"
#include "shape/describe.hpp"

namespace tamga::api {

/// One operation as people read it.
struct JournalEntryView {
  UnixMs at;
  std::string place;
  std::string action;
  std::string object;
  std::string result;
  std::optional<std::string> error;
  std::optional<std::string> user;
  std::optional<std::string> person;
  std::optional<std::string> certificate;
  std::optional<std::string> api_key;
  std::optional<std::string> address;
  std::optional<std::string> body_sha256;
  std::string request_id;
  std::optional<std::vector<registry::FieldChange>> changes;

  /// The first line of a CSV export, and the line of this entry. A value that a spreadsheet would take for a
  /// formula gets an apostrophe in front.
  static std::string csv_head();
  void write_csv(std::string& out) const;

  static constexpr auto shape() {
    using V = JournalEntryView;
    return shape::object(
        "JournalEntry", "One operation", shape::field("at", &V::at, "When it was decided"),
        shape::field("place", &V::place, "Lane and number in the chain: what `journal verify` counts"),
        shape::field("action", &V::action, "What was done: document.ship, session.open"),
        shape::field("object", &V::object, "Number of the document, order, session or key; empty: none"),
        shape::field("result", &V::result, "accepted, partly_accepted, rejected, refused"),
        shape::field("error", &V::error, "Why it was refused: name in the catalogue of errors"),
        shape::field("user", &V::user, "Number of the user who did it"),
        shape::field("person", &V::person, "Name of the user"),
        shape::field("certificate", &V::certificate, "SHA-256 of the certificate, hexadecimal"),
        shape::field("api_key", &V::api_key, "The key by which a program did it"),
        shape::field("address", &V::address, "Network address it came from; absent: not known"),
        shape::field("body_sha256", &V::body_sha256, "SHA-256 of the bytes that were signed, hexadecimal"),
        shape::field("request_id", &V::request_id, "Of the HTTP request"),
        shape::field("changes", &V::changes, "What was changed, field by field: before and after",
                     shape::size(0, 1'000)));
  }
};

/// With the names of users and what documents changed.
Result<std::vector<JournalEntryView>> views_of(sql::Connection& connection, Services const& services,
                                               std::span<journal::Found const> entries);

}  // namespace tamga::api
