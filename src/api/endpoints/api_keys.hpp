// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"

namespace tamga::api {

/// What a signed request about keys says it is, so that no other signed text can be taken for it.
enum class CreateKeyWord : std::uint8_t { CreateApiKey };
enum class RotateKeyWord : std::uint8_t { RotateApiKey };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::CreateKeyWord> = tamga::shape::enumeration(
    "CreateApiKeyWord", "What is signed",
    tamga::shape::value(tamga::api::CreateKeyWord::CreateApiKey, "create_api_key", "A new key is asked for"));
template <>
inline constexpr auto tamga::shape::names<tamga::api::RotateKeyWord> =
    tamga::shape::enumeration("RotateApiKeyWord", "What is signed",
                              tamga::shape::value(tamga::api::RotateKeyWord::RotateApiKey, "rotate_api_key",
                                                  "A key is to be followed by a new one"));
template <>
inline constexpr auto tamga::shape::names<tamga::registry::ApiKeyState> = tamga::shape::enumeration(
    "ApiKeyState", "How a key stands",
    tamga::shape::value(tamga::registry::ApiKeyState::Active, "active", "It works"),
    tamga::shape::value(tamga::registry::ApiKeyState::Expiring, "expiring", "It works for two weeks at most"),
    tamga::shape::value(tamga::registry::ApiKeyState::Rotated, "rotated", "It works beside its successor"),
    tamga::shape::value(tamga::registry::ApiKeyState::Expired, "expired", "Its time is over"),
    tamga::shape::value(tamga::registry::ApiKeyState::Revoked, "revoked", "Somebody ended it"));

namespace tamga::api {

/// The key of a technical user as its participant sees it.
struct ApiKeyView {
  std::string key;
  std::string name;
  std::vector<Scope> scopes;
  std::vector<std::string> addresses;
  registry::ApiKeyState state;
  UnixMs created;
  std::string created_by;
  UnixMs expires;
  std::optional<UnixMs> used;
  std::optional<UnixMs> revoked;
  std::optional<std::string> replaced_by;
  static ApiKeyView of(registry::ApiKey const& key, UnixMs now);
  static constexpr auto shape() {
    return shape::object(
        "ApiKey", "The key of a program",
        shape::field("key", &ApiKeyView::key, "Names it, also in the journal; not the key itself"),
        shape::field("name", &ApiKeyView::name, "What the participant calls the program"),
        shape::field("scopes", &ApiKeyView::scopes, "What it may do"),
        shape::field("addresses", &ApiKeyView::addresses, "From where; empty: from everywhere"),
        shape::field("state", &ApiKeyView::state, "How it stands"),
        shape::field("created", &ApiKeyView::created, "When it was made"),
        shape::field("created_by", &ApiKeyView::created_by, "Who signed for it"),
        shape::field("expires", &ApiKeyView::expires, "When it ends"),
        shape::field("used", &ApiKeyView::used, "When it was last used, to the minute"),
        shape::field("revoked", &ApiKeyView::revoked, "Since when it is revoked"),
        shape::field("replaced_by", &ApiKeyView::replaced_by, "The key that follows it"));
  }
};

/// Makes a key.
struct CreateApiKey {
  static constexpr EndpointSpec kSpec{
      .name = "create_api_key",
      .method = http::Method::Post,
      .path = "/api/v1/api-keys",
      .access = Access::Participant,
      .scope = kSessionOnly,
      .right = Right::ApiKeys,
      .summary = "Makes a key for a program; it is shown in the first answer only",
      .tag = "keys",
      .step_up = true,
      .success = 201,
      .action = "api_key.create"};
  using Input = NoInput;
  struct Body {
    CreateKeyWord kind;
    std::string name;
    std::vector<Scope> scopes;
    UnixMs expires;
    std::optional<std::vector<std::string>> addresses;
    static constexpr auto shape() {
      return shape::object(
          "CreateApiKey", "Asks for a key; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("name", &Body::name, "What the program is called; keys that work differ in it",
                       shape::size(1, 100)),
          shape::field("scopes", &Body::scopes, "What the program may do", shape::size(1, 5)),
          shape::field("expires", &Body::expires, "When the key ends; in a year at the latest"),
          shape::field(
              "addresses", &Body::addresses,
              "From where it may be used: addresses and ranges (192.0.2.0/24, 2001:db8::/32); absent: "
              "from everywhere",
              shape::size(1, 20), shape::each(2, 49)));
    }
  };
  struct Output {
    std::optional<std::string> token;
    ApiKeyView key;
    static constexpr auto shape() {
      return shape::object("CreatedApiKey", "A new key",
                           shape::field("token", &Output::token,
                                        "The key itself: send it as Authorization: Bearer. It is not kept, "
                                        "and absent when the same call is answered again"),
                           shape::field("key", &Output::key, "What it may do"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// Follows a key by a new one.
struct RotateApiKey {
  static constexpr EndpointSpec kSpec{
      .name = "rotate_api_key",
      .method = http::Method::Post,
      .path = "/api/v1/api-key-rotations",
      .access = Access::Participant,
      .scope = kSessionOnly,
      .right = Right::ApiKeys,
      .summary = "Makes a key that follows another, which goes on working for a while",
      .tag = "keys",
      .step_up = true,
      .success = 201,
      .action = "api_key.rotate"};
  using Input = NoInput;
  struct Body {
    RotateKeyWord kind;
    std::string key;
    UnixMs expires;
    std::optional<UnixMs> old_until;
    static constexpr auto shape() {
      return shape::object(
          "RotateApiKey", "Asks for a successor; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("key", &Body::key, "The key that is to be followed", shape::size(1, 64)),
          shape::field("expires", &Body::expires, "When the new key ends; in a year at the latest"),
          shape::field("old_until", &Body::old_until,
                       "Until when the old key works, never longer than it would have; absent: for a day"));
    }
  };
  struct Output {
    std::optional<std::string> token;
    ApiKeyView key;
    ApiKeyView old;
    static constexpr auto shape() {
      return shape::object("RotatedApiKey", "A new key in place of another",
                           shape::field("token", &Output::token,
                                        "The new key itself; absent when the same call is answered again"),
                           shape::field("key", &Output::key, "The new one"),
                           shape::field("old", &Output::old, "The one before it"));
    }
  };
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

struct ListApiKeys {
  static constexpr EndpointSpec kSpec{.name = "list_api_keys",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/api-keys",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::ApiKeys,
                                      .summary = "Keys of the participant's programs, newest first",
                                      .tag = "keys"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<ApiKeyView> keys;
    static constexpr auto shape() {
      return shape::object("ApiKeyList", "Keys of programs",
                           shape::field("keys", &Output::keys, "Newest first"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Ends a key at once. No signature: who sees a key in wrong hands loses no time.
struct RevokeApiKey {
  static constexpr EndpointSpec kSpec{.name = "revoke_api_key",
                                      .method = http::Method::Delete,
                                      .path = "/api/v1/api-keys/{key}",
                                      .access = Access::Participant,
                                      .scope = kSessionOnly,
                                      .right = Right::ApiKeys,
                                      .summary = "Ends a key at once",
                                      .tag = "keys",
                                      .idempotency_key = true,
                                      .success = 204,
                                      .action = "api_key.revoke"};
  struct Input {
    std::string key;
    static constexpr auto shape() {
      return shape::object("RevokeApiKeyInput", "",
                           shape::field("key", &Input::key, "Its name of the list", shape::size(1, 64)));
    }
  };
  using Body = NoBody;
  using Output = NoContent;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<CreateApiKey>;
extern template struct RowOf<RotateApiKey>;
extern template struct RowOf<ListApiKeys>;
extern template struct RowOf<RevokeApiKey>;

}  // namespace tamga::api
