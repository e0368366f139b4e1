// SPDX-License-Identifier: Apache-2.0
#include "registry/change_notes.hpp"

#include <algorithm>
#include <optional>

#include "registry/user_tables.hpp"
#include "shape/decode.hpp"
#include "shape/encode.hpp"

namespace tamga::registry {
namespace {

struct Note {
  std::vector<FieldChange> changes;
  static constexpr auto shape() {
    return shape::object("ChangeNote", "What a document changed",
                         shape::field("changes", &Note::changes, "Field by field", shape::size(0, 1'000)));
  }
};

constexpr std::size_t kMaxText = 4'000;  // bytes of a value; the signed document has all of it

std::string joined(std::vector<std::string> const& words) {
  std::string out;
  for (std::string const& word : words) out.append(out.empty() ? "" : ", ").append(word);
  return out;
}

std::string rights_text(Rights rights) {
  std::string out;
  for (Right const right : rights.list()) out.append(out.empty() ? "" : ", ").append(name_of(right));
  return out;
}

std::string sites_text(Profile const& profile) {
  std::string out;
  if (!profile.sites) return out;
  for (ProductionSite const& site : *profile.sites) {
    out.append(out.empty() ? "" : "; ").append(site.name).append(", ").append(site.address);
    if (site.kpp) out.append(", ").append(*site.kpp);
    if (site.lines && !site.lines->empty()) out.append(" (").append(joined(*site.lines)).append(")");
  }
  return out;
}

std::string_view name_of_state(UserState state) {
  constexpr std::array<std::string_view, 4> kNames{"", "invited", "active", "blocked"};
  return kNames[static_cast<std::size_t>(state)];
}

/// At most so long, never within a character of UTF-8.
std::string shortened(std::string text) {
  if (text.size() <= kMaxText) return text;
  std::size_t end = kMaxText;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "...";
}

std::string value_in(Facts const& facts, std::string const& name) {
  auto const found =
      std::find_if(facts.begin(), facts.end(), [&](auto const& one) { return one.first == name; });
  return found == facts.end() ? std::string() : found->second;
}

}  // namespace

Facts facts_of(Profile const& profile) {
  return {{"address", profile.address},
          {"phone", profile.phone},
          {"email", profile.email},
          {"kpp", profile.kpp.value_or("")},
          {"groups", joined(profile.groups)},
          {"types", joined(profile.types)},
          {"bank", profile.bank ? profile.bank->bank : ""},
          {"account", profile.bank ? profile.bank->account : ""},
          {"sites", sites_text(profile)}};
}

Facts facts_of(User const& user) {
  std::string certificates;
  for (UserCertificate const& one : user.certificates)
    certificates.append(certificates.empty() ? "" : ", ").append(crypto::hex(one.certificate));
  return {{"person", user.person},
          {"email", user.email},
          {"roles", joined(user.roles)},
          {"groups", joined(user.groups)},
          {"places", joined(user.places)},
          {"state", std::string(name_of_state(user.state))},
          {"certificates", std::move(certificates)}};
}

Facts facts_of(PowerOfAttorney const& power) {
  return {{"number", power.number},
          {"person", power.person},
          {"rights", rights_text(power.rights)},
          {"from", power.from.text()},
          {"until", power.until.text()},
          {"revoked", power.revoked_by != 0 ? "yes" : ""}};
}

std::vector<FieldChange> changes_between(Facts const& before, Facts const& after) {
  std::vector<FieldChange> out;
  for (auto const& [name, value] : after) {
    std::string const old = value_in(before, name);
    if (old != value) out.push_back({name, shortened(old), shortened(value)});
  }
  return out;
}

Result<void> insert_changes(sql::Connection& connection, std::int64_t document,
                            std::vector<FieldChange> const& changes) {
  std::string const text = shape::encode(Note{changes});
  TAMGA_TRY(connection.execute(kInsertChanges, document, text));
  return {};
}

Result<std::map<std::int64_t, std::vector<FieldChange>>> read_changes(
    sql::Connection& connection, std::span<std::int64_t const> documents) {
  std::map<std::int64_t, std::vector<FieldChange>> out;
  if (documents.empty()) return out;
  std::optional<Error> unread;
  TAMGA_ASSIGN(rows, connection.query(kChangesOf, documents));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    auto note = shape::decode<Note>(row.text(1));
    if (note)
      out.emplace(row.int64(0), std::move(note->changes));
    else
      unread = std::move(note).error();
  }));
  if (unread) return fail(*std::move(unread));
  return out;
}

}  // namespace tamga::registry
