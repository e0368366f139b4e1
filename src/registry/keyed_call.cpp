// SPDX-License-Identifier: Apache-2.0
#include "registry/keyed_call.hpp"

#include "registry/errors.hpp"
#include "registry/tables.hpp"

namespace tamga::registry {

Result<std::optional<std::string>> find_call(sql::Connection& connection, KeyedCall const& call) {
  struct Earlier {
    bool same;
    std::string object;
  };
  auto const read = [&](sql::Row const& row) {
    return Earlier{row.blob(0) == crypto::view(call.request), std::string(row.text(1))};
  };
  TAMGA_ASSIGN(earlier, connection.find(kCall, read, call.participant, call.key));
  if (!earlier) return std::optional<std::string>();
  if (!earlier->same) return fail(kCallKeyReused);
  return std::optional(std::move(earlier->object));
}

Result<void> note_call(sql::Connection& connection, KeyedCall const& call, std::string_view object,
                       UnixMs now) {
  TAMGA_TRY(connection.execute(kInsertCall, call.participant, call.key, sql::Blob{crypto::view(call.request)},
                               object, now));
  return {};
}

Result<void> forget_calls(sql::Connection& connection, UnixMs before) {
  TAMGA_TRY(connection.execute(kForgetCalls, before));
  return {};
}

}  // namespace tamga::registry
