// SPDX-License-Identifier: Apache-2.0
#include "registry/profile.hpp"

#include "registry/tables.hpp"
#include "shape/decode.hpp"
#include "shape/encode.hpp"

namespace tamga::registry {
namespace {

constexpr sql::Statement kFind{"registry.profile",
                               "SELECT body, document, since FROM profile WHERE participant = $1"};
constexpr sql::Statement kPut{
    "registry.profile.put",
    "INSERT INTO profile (participant, body, document, since) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (participant) DO UPDATE SET body = excluded.body, document = excluded.document, "
    "since = excluded.since"};
constexpr sql::Statement kSetTypes{"registry.participant.types",
                                   "UPDATE participant SET types = $2 WHERE participant = $1"};

}  // namespace

Result<std::optional<StoredProfile>> find_profile(sql::Connection& connection, ParticipantNo participant) {
  struct Row {
    std::string body;
    std::int64_t document;
    UnixMs since;
  };
  auto const read = [](sql::Row const& row) {
    return Row{std::string(row.text(0)), row.int64(1), row.as<UnixMs>(2)};
  };
  TAMGA_ASSIGN(found, connection.find(kFind, read, participant));
  if (!found) return std::optional<StoredProfile>();
  TAMGA_ASSIGN(profile, shape::decode<Profile>(found->body));
  return std::optional(StoredProfile{std::move(profile), found->document, found->since});
}

Result<void> put_profile(sql::Connection& connection, ParticipantNo participant,
                         StoredProfile const& stored) {
  std::string const body = shape::encode(stored.profile);
  TAMGA_TRY(connection.execute(kPut, participant, body, stored.document, stored.since));
  TAMGA_TRY(connection.execute(kSetTypes, participant, joined_types(stored.profile.types)));
  return {};
}

}  // namespace tamga::registry
