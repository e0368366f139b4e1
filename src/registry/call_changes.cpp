// SPDX-License-Identifier: Apache-2.0
#include "registry/call_changes.hpp"

#include <array>
#include <string>

#include "shape/decode.hpp"
#include "shape/encode.hpp"
#include "sql/statement.hpp"

namespace tamga::registry {
namespace {

constexpr sql::Statement kInsert{"registry.call_changes.insert",
                                 "INSERT INTO call_change (seal, salt, changes) VALUES ($1, $2, $3)"};
constexpr sql::Statement kOf{"registry.call_changes", "SELECT changes FROM call_change WHERE seal = $1"};

struct Note {
  std::vector<FieldChange> changes;
  static constexpr auto shape() {
    return shape::object("CallChanges", "What a call changed",
                         shape::field("changes", &Note::changes, "Field by field", shape::size(0, 1'000)));
  }
};

std::string drawn(Rng& rng) {
  std::array<std::byte, 16> bytes{};
  rng.fill(bytes);
  std::string salt;
  for (std::byte const byte : bytes) salt += static_cast<char>(byte);
  return salt;
}

}  // namespace

Result<crypto::Sha256> insert_call_changes(sql::Connection& connection, Rng& rng,
                                           std::vector<FieldChange> const& changes) {
  std::string const salt = drawn(rng);
  std::string const text = shape::encode(Note{changes});
  crypto::Sha256 const seal = crypto::sha256(salt + text);
  std::string const key(crypto::view(seal));
  TAMGA_TRY(connection.execute(kInsert, sql::Blob{key}, sql::Blob{salt}, text));
  return seal;
}

Result<std::vector<FieldChange>> read_call_changes(sql::Connection& connection, std::string_view seal) {
  auto const text_of = [](sql::Row const& row) { return std::string(row.text(0)); };
  TAMGA_ASSIGN(found, connection.find(kOf, text_of, sql::Blob{seal}));
  if (!found) return std::vector<FieldChange>();
  TAMGA_ASSIGN(note, shape::decode<Note>(*found));
  return std::move(note.changes);
}

}  // namespace tamga::registry
