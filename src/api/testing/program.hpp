// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/testing/running_system.hpp"

namespace tamga::api::testing {

inline constexpr std::int64_t kDay = 86'400'000;

/// What is signed to make a key.
inline Json key_request(std::string const& name, Json const& scopes, UnixMs expires) {
  return {{"kind", "create_api_key"}, {"name", name}, {"scopes", scopes}, {"expires", rfc3339(expires)}};
}

/// A key that somebody makes for a program.
struct Program {
  std::string token;
  std::string key;  ///< its id

  static Program of(Reply const& made) {
    EXPECT_EQ(made.status, 201) << made.json;
    if (made.status != 201) return {};
    return {made.json.at("token"), made.json.at("key").at("key")};
  }
  static Program made(Person& owner, std::string const& name, Json const& scopes, UnixMs expires) {
    return of(owner.post_signed("/api/v1/api-keys", key_request(name, scopes, expires)));
  }
  /// The program uses the owner's connection and its own key.
  template <class Call>
  auto as(Person& owner, Call&& call) const {
    std::string const own = std::exchange(owner.token, token);
    auto answer = call(owner);
    owner.token = own;
    return answer;
  }
  /// Name of the error of a GET, empty when there is none.
  std::string refusal(Person& owner, std::string const& target = "/api/v1/me") const {
    return as(owner, [&](Person& who) { return who.get(target).json.value("code", ""); });
  }
};

}  // namespace tamga::api::testing
