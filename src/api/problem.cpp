// SPDX-License-Identifier: Apache-2.0
#include "api/problem.hpp"

#include "api/errors.hpp"
#include "base/log.hpp"
#include "shape/encode.hpp"

namespace tamga::api {
namespace {

/// Arguments of our own failures speak of tables and files.
std::optional<shape::Attributes> arguments_of(Error const& error, std::string_view request_id) {
  shape::Attributes out;
  if (error.kind().error_class == ErrorClass::Internal)
    out.emplace("incident", request_id);
  else
    for (auto const& [name, value] : error.arguments()) out.emplace(name, value);
  return out.empty() ? std::nullopt : std::optional(std::move(out));
}

/// What is told in words: the same, with the incident put in.
Error told(Error const& error, std::string_view request_id) {
  if (error.kind().error_class != ErrorClass::Internal) return error;
  return Error(error.kind()).with("incident", std::string(request_id));
}

std::optional<std::string> pointer_of(Error const& error, Place place) {
  if (place != Place::Body || !error.where().starts_with('/')) return std::nullopt;
  return error.where();
}

std::optional<std::string> parameter_of(Error const& error, Place place) {
  if (place != Place::Parameters || !error.where().starts_with('/')) return std::nullopt;
  return error.where().substr(1);
}

void note(Error const& error, std::string_view request_id) {
  auto const error_class = error.kind().error_class;
  if (error_class != ErrorClass::Internal && error_class != ErrorClass::Retry) return;
  if (error.is(kRateLimited)) return;
  log::write(error_class == ErrorClass::Internal ? log::Level::Error : log::Level::Warn, "request_failed",
             {{"request_id", std::string(request_id)}, {"error", describe(error)}});
}

}  // namespace

http::Response problem_response(Addressee const& to, std::span<Error const> errors, Place place) {
  Error const& first = errors.front();
  auto const message = to.texts.render(told(first, to.request_id), to.language);
  Problem problem{.type = "/problems/" + std::string(first.name()),
                  .title = message.title,
                  .status = first.kind().http_status,
                  .code = std::string(first.name()),
                  .number = first.kind().number,
                  .remedy = message.remedy,
                  .instance = std::string(to.request_id),
                  .pointer = pointer_of(first, place),
                  .parameter = parameter_of(first, place),
                  .arguments = arguments_of(first, to.request_id),
                  .errors = {}};
  if (errors.size() > 1) {
    auto& items = problem.errors.emplace();
    for (Error const& error : errors) {
      auto text = to.texts.render(told(error, to.request_id), to.language);
      items.push_back({.code = std::string(error.name()),
                       .number = error.kind().number,
                       .title = std::move(text.title),
                       .remedy = std::move(text.remedy),
                       .pointer = pointer_of(error, place),
                       .parameter = parameter_of(error, place),
                       .arguments = arguments_of(error, to.request_id)});
    }
  }
  for (Error const& error : errors) note(error, to.request_id);

  auto response = http::Response::of(problem.status, "application/problem+json", shape::encode(problem));
  response.header("Content-Language", std::string(code_of(to.language)));
  if (problem.status == 401) response.header("WWW-Authenticate", "Bearer");
  if (first.kind().error_class == ErrorClass::Retry) {
    std::string wait = "1";
    for (auto const& [name, value] : first.arguments())
      if (name == "seconds") wait = value;
    response.header("Retry-After", std::move(wait));
  }
  return response;
}

}  // namespace tamga::api
