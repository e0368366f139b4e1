// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/language.hpp"
#include "country/error_texts.hpp"
#include "http/response.hpp"
#include "shape/describe.hpp"

namespace tamga::api {

/// One of several things that are wrong with a request.
struct ProblemItem {
  std::string code;
  std::uint16_t number;
  std::string title;
  std::string remedy;
  std::optional<std::string> pointer;
  std::optional<std::string> parameter;
  std::optional<shape::Attributes> arguments;

  static constexpr auto shape() {
    return shape::object(
        "ProblemItem", "One of several things that are wrong with a request",
        shape::field("code", &ProblemItem::code, "Name of the error, for programs"),
        shape::field("number", &ProblemItem::number, "Its number"),
        shape::field("title", &ProblemItem::title, "What is wrong, in the reader's language"),
        shape::field("remedy", &ProblemItem::remedy, "What to do about it"),
        shape::field("pointer", &ProblemItem::pointer, "JSON pointer into the body that was sent"),
        shape::field("parameter", &ProblemItem::parameter, "Name of the query parameter or part of the path"),
        shape::field("arguments", &ProblemItem::arguments, "Values named in the texts"));
  }
};

/// How every error leaves (RFC 9457).
struct Problem {
  std::string type;
  std::string title;
  int status;
  std::string code;
  std::uint16_t number;
  std::string remedy;
  std::string instance;
  std::optional<std::string> pointer;
  std::optional<std::string> parameter;
  std::optional<shape::Attributes> arguments;
  std::optional<std::vector<ProblemItem>> errors;

  static constexpr auto shape() {
    return shape::object(
        "Problem", "What went wrong, for programs and for people (RFC 9457)",
        shape::field("type", &Problem::type, "Where the error is described"),
        shape::field("title", &Problem::title, "What is wrong, in the reader's language"),
        shape::field("status", &Problem::status, "HTTP status"),
        shape::field("code", &Problem::code, "Name of the error, for programs; never changes"),
        shape::field("number", &Problem::number, "Its number; never changes"),
        shape::field("remedy", &Problem::remedy, "What to do about it"),
        shape::field("instance", &Problem::instance, "Id of the request; quote it to the operator"),
        shape::field("pointer", &Problem::pointer, "JSON pointer into the body that was sent"),
        shape::field("parameter", &Problem::parameter, "Name of the query parameter or part of the path"),
        shape::field("arguments", &Problem::arguments, "Values named in the texts"),
        shape::field("errors", &Problem::errors, "All of them, when there are several"));
  }
};

/// What the `where()` of an error means.
enum class Place : std::uint8_t { Body, Parameters };

/// Who reads the answer.
struct Addressee {
  country::ErrorTexts const& texts;
  Language language;
  std::string_view request_id;
};

/// The answer that tells of the errors, at least one; the first gives the status. What is ours to mend is
/// logged with its detail, of which nothing leaves.
http::Response problem_response(Addressee const& to, std::span<Error const> errors,
                                Place place = Place::Body);
inline http::Response problem_response(Addressee const& to, Error const& error, Place place = Place::Body) {
  return problem_response(to, std::span(&error, 1), place);
}

}  // namespace tamga::api
