// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "http/request.hpp"
#include "shape/decode.hpp"
#include "shape/description.hpp"

namespace tamga::api {

/// Captures of the path and parameters of the query as the JSON object that their shape describes, so that
/// the one decoder judges them: unknown names, missing ones, limits, spelling. Errors: HTTP_QUERY.
Result<std::string> parameters_as_json(http::Request const& request, std::string_view path,
                                       shape::Description const& shape);

/// What an endpoint is asked, or everything that is wrong with it, each at "/<name of the parameter>".
template <class Input>
tl::expected<Input, std::vector<Error>> read_parameters(http::Request const& request, std::string_view path) {
  auto const one = [](Error error) { return tl::unexpected(std::vector<Error>{std::move(error)}); };
  auto const json = parameters_as_json(request, path, shape::description<Input>());
  if (!json) return one(json.error());
  auto const document = shape::JsonDocument::open(*json);
  if (!document) return one(document.error());
  return shape::decode_all<Input>(*document);
}

/// Names of the captures in a path pattern, in order.
std::vector<std::string_view> captures_of(std::string_view path);

}  // namespace tamga::api
