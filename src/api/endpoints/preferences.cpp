// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/preferences.hpp"

#include "api/once.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

preferences::Owner owner_of(Call const& call) {
  return {call.caller().number(), call.caller().user->number.value()};
}

Result<PreferencesView> all_of(Call const& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, preferences::of(*reader, owner_of(call)));
  return PreferencesView{std::move(found)};
}

}  // namespace

Result<GetPreferences::Output> GetPreferences::handle(Input const&, Call& call) { return all_of(call); }

Result<SavePreference::Output> SavePreference::handle(Input const& input, Body const& body, Call& call) {
  auto const done = once(call, {}, [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_TRY(preferences::keep(turn.connection(), owner_of(call), input.name, body.value));
    return input.name;
  });
  if (!done) return fail(done.error());
  return all_of(call);
}

template struct RowOf<GetPreferences>;
template struct RowOf<SavePreference>;

}  // namespace tamga::api
