// SPDX-License-Identifier: Apache-2.0
#include "api/journal_view.hpp"

#include <algorithm>

#include "documents/journalled.hpp"
#include "registry/call_changes.hpp"
#include "registry/register.hpp"

namespace tamga::api {
namespace {

/// The document whose acceptance an entry tells of.
std::optional<ledger::DocumentNo> changed_by(journal::Entry const& entry) {
  return entry.error.empty() ? documents::document_of(entry) : std::nullopt;
}

std::string hex_of(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (char const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 15U];
  }
  return out;
}

std::optional<std::string> if_any(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

Result<registry::UserPtr> user_who(Services const& services, std::string const& certificate) {
  crypto::Sha256 digest{};
  if (certificate.size() != digest.size()) return registry::UserPtr();
  std::copy(certificate.begin(), certificate.end(), digest.begin());
  return services.participants.users().find(digest);
}

void write_cell(std::string& out, std::string_view value, char after) {
  out += '"';
  if (!value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos)
    out += '\'';
  for (char const c : value) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
  out += after;
}

std::string changes_text(JournalEntryView const& view) {
  std::string out;
  if (!view.changes) return out;
  for (registry::FieldChange const& one : *view.changes)
    out.append(out.empty() ? "" : "; ")
        .append(one.field)
        .append(": ")
        .append(one.before)
        .append(" -> ")
        .append(one.after);
  return out;
}

}  // namespace

std::string JournalEntryView::csv_head() {
  return "at,place,action,object,result,error,user,person,certificate,api_key,address,body_sha256,request_id,"
         "changes\r\n";
}

void JournalEntryView::write_csv(std::string& out) const {
  write_cell(out, rfc3339(at), ',');
  write_cell(out, place, ',');
  for (std::string const* cell : {&action, &object, &result}) write_cell(out, *cell, ',');
  for (auto const* cell : {&error, &user, &person, &certificate, &api_key, &address, &body_sha256})
    write_cell(out, *cell ? std::string_view(**cell) : std::string_view(), ',');
  write_cell(out, request_id, ',');
  write_cell(out, changes_text(*this), '\r');
  out += '\n';
}

Result<std::vector<JournalEntryView>> views_of(sql::Connection& connection, Services const& services,
                                               std::span<journal::Found const> entries) {
  std::vector<std::int64_t> documents;
  for (journal::Found const& one : entries)
    if (auto const number = changed_by(one.entry)) documents.push_back(number->value());
  TAMGA_ASSIGN(changes, registry::read_changes(connection, documents));
  std::vector<JournalEntryView> out;
  out.reserve(entries.size());
  for (journal::Found const& one : entries) {
    journal::Entry const& entry = one.entry;
    TAMGA_ASSIGN(user, user_who(services, entry.certificate));
    JournalEntryView view{.at = entry.at,
                          .place = std::to_string(one.lane) + "-" + std::to_string(one.sequence),
                          .action = entry.action,
                          .object = entry.object,
                          .result = entry.result,
                          .error = if_any(entry.error),
                          .user = {},
                          .person = {},
                          .certificate = if_any(hex_of(entry.certificate)),
                          .api_key = if_any(entry.api_key),
                          .address = if_any(one.address),
                          .body_sha256 = if_any(hex_of(entry.body_hash)),
                          .request_id = entry.request_id,
                          .changes = {}};
    if (user) {
      view.user = std::to_string(user->number.value());
      view.person = user->person;
    }
    if (auto const number = changed_by(entry)) {
      if (auto const found = changes.find(number->value()); found != changes.end())
        view.changes = found->second;
    } else if (!entry.state.empty()) {
      TAMGA_ASSIGN(noted, registry::read_call_changes(connection, entry.state));
      if (!noted.empty()) view.changes = std::move(noted);
    }
    out.push_back(std::move(view));
  }
  return out;
}

}  // namespace tamga::api
