// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/aside.hpp"
#include "api/endpoint.hpp"
#include "api/guard.hpp"
#include "api/parameters.hpp"
#include "shape/decode.hpp"
#include "shape/description.hpp"
#include "shape/encode.hpp"

namespace tamga::api {

/// What runs an endpoint, whichever it is.
struct Runtime {
  explicit Runtime(Services const& given) : services(given), guard(given.settings) {}
  Services const& services;
  Guard guard;
};

/// A line of the list of endpoints: what is known of one at run time. `answer` or `start` is set.
struct EndpointRow {
  EndpointSpec spec;
  shape::Describe input;
  shape::Describe body;    ///< null: none, or bytes without a description
  shape::Describe output;  ///< null: none, or no shape
  bool raw_body;
  http::Response (*answer)(Runtime&, http::Request&);
  void (*start)(Runtime&, http::Request&&, http::Responder);
};

/// The answer to a refused call; the journal knows of it before, unless nobody may wait on this thread.
/// `always`: also where the endpoint writes its refusals itself.
template <Endpoint E>
http::Response refuse(Call& call, std::span<Error const> errors, Place place, bool always = false) {
  if ((always || !E::kSpec.action.empty()) && is_told(call, errors.front())) {
    if constexpr (E::kSpec.run == http::Run::Worker && E::kSpec.inline_body_bytes == 0)
      tell_refusal(call, E::kSpec, errors.front());
    else
      tell_refusal(call, E::kSpec, errors.front(), {});
  }
  return call.refused(errors, place);
}
template <Endpoint E>
http::Response refuse(Call& call, Error const& error) {
  return refuse<E>(call, std::span(&error, 1), Place::Body);
}

template <Endpoint E>
http::Response response_of(Call& call, Result<typename E::Output> output) {
  if (!output) return refuse<E>(call, output.error());
  if constexpr (std::same_as<typename E::Output, NoContent>) {
    return call.finished(http::Response::no_content());
  } else if constexpr (std::same_as<typename E::Output, Reply>) {
    return call.finished(std::move(output->response));
  } else {
    std::string body;
    if constexpr (requires { output->json_bytes(); }) body.reserve(output->json_bytes());
    shape::encode(body, *output);
    return call.finished(http::Response::json(E::kSpec.success, std::move(body)));
  }
}

/// With a body that has a shape.
template <Endpoint E>
http::Response answer_body(Call& call, typename E::Input const& input) {
  auto const document = shape::JsonDocument::open(call.request().body());
  if (!document) return refuse<E>(call, document.error());
  auto const body = shape::decode_all<typename E::Body>(*document);
  if (!body) return refuse<E>(call, body.error(), Place::Body);
  if constexpr (PromptConfirmed<E>) {
    auto const confirmation = confirmation_of(call);
    if (!confirmation) return refuse<E>(call, confirmation.error());
    return response_of<E>(call, E::handle(input, *body, *confirmation, call));
  } else {
    return response_of<E>(call, E::handle(input, *body, call));
  }
}

template <Endpoint E>
http::Response answer_call(Runtime& runtime, Call& call) {
  if (auto const admitted = runtime.guard.admit(E::kSpec, call); !admitted)
    return refuse<E>(call, std::span(&admitted.error(), 1), Place::Body, true);
  auto const input = read_parameters<typename E::Input>(call.request(), E::kSpec.path);
  if (!input) return refuse<E>(call, input.error(), Place::Parameters);
  if constexpr (HasBody<E>)
    return answer_body<E>(call, *input);
  else
    return response_of<E>(call, E::handle(*input, call));
}

template <Endpoint E>
http::Response answer(Runtime& runtime, http::Request& request) {
  Call call(runtime.services, request);
  http::Response response = answer_call<E>(runtime, call);
  return RequestNote(call).on(std::move(response));
}

template <Endpoint E>
void start(Runtime& runtime, http::Request&& request, http::Responder responder) {
  Call call(runtime.services, std::make_shared<http::Request>(std::move(request)));
  Later later(runtime.services, call.language(), call.request().request_id(), std::move(responder));
  auto const admitted = runtime.guard.admit(E::kSpec, call);
  later.note(RequestNote(call));
  if (!admitted) {
    if (!is_told(call, admitted.error())) return later.refuse(admitted.error());
    auto const waiting = std::make_shared<Later>(std::move(later));
    return tell_refusal(call, E::kSpec, admitted.error(),
                        [waiting, error = admitted.error()] { waiting->refuse(error); });
  }
  auto const input = read_parameters<typename E::Input>(call.request(), E::kSpec.path);
  if (!input) return later.refuse(input.error(), Place::Parameters);
  E::handle(*input, std::move(call), std::move(later));
}

template <class T>
constexpr shape::Describe describe_if_shaped() {
  if constexpr (shape::IsObject<T> || shape::IsOneOf<T>)
    return &shape::description<T>;
  else
    return nullptr;
}

/// The body's own description where the endpoint reads bytes: `describe_body`.
template <class E>
constexpr shape::Describe describe_body_of() {
  if constexpr (requires { E::describe_body(); })
    return &E::describe_body;
  else
    return describe_if_shaped<typename E::Body>();
}

/// Instantiated in the .cpp of each endpoint and declared `extern` beside it, so that one file compiles one
/// decoder and encoder:
///     template struct RowOf<GetGoods>;
template <Endpoint E>
struct RowOf {
  static_assert(scope_is_said(E::kSpec), "what may a key of a program do here? say .scope");
  static_assert(right_is_said(E::kSpec), "what must a person be allowed to do here? say .right");
  static_assert(E::kSpec.step_up == PromptConfirmed<E>, "step_up is taken as a Confirmation");
  static EndpointRow row();
};

template <Endpoint E>
EndpointRow RowOf<E>::row() {
  EndpointRow out{.spec = E::kSpec,
                  .input = &shape::description<typename E::Input>,
                  .body = describe_body_of<E>(),
                  .output = describe_if_shaped<typename E::Output>(),
                  .raw_body = std::same_as<typename E::Body, RawBody>,
                  .answer = nullptr,
                  .start = nullptr};
  if constexpr (Deferred<E>)
    out.start = &api::start<E>;
  else
    out.answer = &api::answer<E>;
  return out;
}

}  // namespace tamga::api
