// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "api/call.hpp"
#include "api/confirmation.hpp"
#include "api/key_scope.hpp"
#include "api/needed_right.hpp"
#include "base/result.hpp"
#include "http/method.hpp"
#include "http/route.hpp"
#include "shape/describe.hpp"

namespace tamga::api {

/// Who may call.
enum class Access : std::uint8_t {
  Public,       ///< anybody; a token or key that is sent must be good all the same
  Participant,  ///< whoever is signed in, and programs with a key of the scope
  Operator,     ///< whoever is signed in for the operator
};
constexpr std::string_view name_of(Access access) {
  constexpr std::array<std::string_view, 3> kNames{"public", "participant", "operator"};
  return kNames[static_cast<std::size_t>(access)];
}

/// A value that nobody gives by leaving it out.
template <class T>
struct Declared {
  constexpr Declared(T given) : value(given) {}
  constexpr operator T() const { return value; }
  T value;
};

/// What is declared of an endpoint. Router, guard, OpenAPI, access matrix and TypeScript are derived from it.
struct EndpointSpec {
  std::string_view name;  ///< verb_noun, unique
  Declared<http::Method> method;
  std::string_view path;  ///< {captures} are fields of Input
  Declared<Access> access;
  KeyScope scope{};  ///< what a key must hold; to be declared where the access is Participant
  NeededRight
      right{};  ///< what a person must be allowed to do; to be declared where the access is not Public
  http::Run run = http::Run::Worker;
  std::string_view summary;
  std::string_view tag;
  bool idempotency_key = false;       ///< the header is required
  bool optional_key = false;          ///< it is taken where it is sent; so it is with `step_up`
  bool step_up = false;               ///< a signature about this request is required
  bool certificate = false;           ///< a session that a portal opened is not enough
  int success = 200;                  ///< status of the answer when nothing is wrong
  std::size_t max_body_bytes = 0;     ///< 0: the server's
  std::size_t inline_body_bytes = 0;  ///< bodies up to here are work of microseconds: answered inline
  std::string_view produces = "application/json";
  /// In the journal: where it is set, every refusal of a known caller is put there under this name, and the
  /// endpoint itself puts there only what it did.
  std::string_view action{};
};

/// Whether the same call with the same Idempotency-Key gives the first answer again (`once`).
constexpr bool takes_key(EndpointSpec const& spec) {
  return spec.idempotency_key || spec.optional_key || spec.step_up;
}
/// Whether a key that holds `scopes` reaches the endpoint.
constexpr bool reaches(registry::Scopes scopes, EndpointSpec const& spec) {
  if (spec.scope.declared()) return spec.scope.admits(scopes);
  return spec.access == Access::Public;
}
/// Nobody decides by leaving it out what programs may do for a participant.
constexpr bool scope_is_said(EndpointSpec const& spec) {
  return spec.access != Access::Participant || spec.scope.declared();
}
/// Nobody decides by leaving it out what people may do for their organisation.
constexpr bool right_is_said(EndpointSpec const& spec) {
  return spec.access == Access::Public || spec.right.declared();
}

/// No path captures, no query parameters.
struct NoInput {
  static constexpr auto shape() { return shape::object("NoInput", ""); }
};
/// Nothing is read from the body.
struct NoBody {};
/// The body is signed bytes, or something else the endpoint reads by itself.
struct RawBody {};
/// 204.
struct NoContent {};
/// Not described by a shape: a stream, a page, text. The media type is in `EndpointSpec::produces`.
struct Reply {
  http::Response response;
};

template <class E>
concept Described = requires {
  { E::kSpec } -> std::convertible_to<EndpointSpec const&>;
  typename E::Input;
  typename E::Body;
  typename E::Output;
  E::Input::shape();
};
template <class E>
concept HasBody = !std::same_as<typename E::Body, NoBody> && !std::same_as<typename E::Body, RawBody>;

/// Answers when `handle` returns.
template <class E>
concept Prompt = Described<E> && requires(typename E::Input const& input, Call& call) {
  { E::handle(input, call) } -> std::same_as<Result<typename E::Output>>;
};
/// The same with a body that has a shape.
template <class E>
concept PromptWithBody = Described<E> && HasBody<E> &&
    requires(typename E::Input const& input, typename E::Body const& body, Call& call) {
  { E::handle(input, body, call) } -> std::same_as<Result<typename E::Output>>;
};
/// The same with a signature about the request: `EndpointSpec::step_up`.
template <class E>
concept PromptConfirmed = Described<E> && HasBody<E> &&
    requires(typename E::Input const& input, typename E::Body const& body, Confirmation const& confirmation,
             Call& call) {
  { E::handle(input, body, confirmation, call) } -> std::same_as<Result<typename E::Output>>;
};
/// Answers later.
template <class E>
concept Deferred = Described<E> && requires(typename E::Input const& input, Call call, Later later) {
  { E::handle(input, std::move(call), std::move(later)) } -> std::same_as<void>;
};

template <class E>
concept Endpoint = (Prompt<E> || PromptWithBody<E> || PromptConfirmed<E> || Deferred<E>);

}  // namespace tamga::api
