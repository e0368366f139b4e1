// SPDX-License-Identifier: Apache-2.0
#include "http/request.hpp"

#include <algorithm>

#include "http/errors.hpp"
#include "http/text.hpp"

namespace tamga::http {

Request Request::make(Method method, std::string_view target, Pairs const& headers, std::string body) {
  Request request;
  request.set_method(method);
  request.set_target(target);
  for (auto const& [name, value] : headers) request.add_header(name, value);
  request.body_ = std::move(body);
  request.body_.reserve(request.body_.size() + kBodyPadding);
  request.set_request_id("local");
  request.set_remote_address("127.0.0.1");
  return request;
}

std::string_view Request::query() const {
  auto const whole = target();
  return path_size_ < whole.size() ? whole.substr(path_size_ + 1U) : std::string_view{};
}

Result<Request::Pairs> Request::query_parameters() const {
  Pairs pairs;
  for (auto rest = query(); !rest.empty();) {
    auto const end = std::min(rest.find('&'), rest.size());
    auto const part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part.empty()) continue;
    auto const equals = std::min(part.find('='), part.size());
    auto& [name, value] = pairs.emplace_back();
    if (!percent_decode(part.substr(0, equals), PlusSign::Space, name) ||
        !percent_decode(part.substr(std::min(equals + 1, part.size())), PlusSign::Space, value))
      return fail(Error(kQuery).at("/query"));
  }
  return pairs;
}

Result<std::optional<std::string>> Request::query_parameter(std::string_view name) const {
  TAMGA_ASSIGN(pairs, query_parameters());
  for (auto& [key, value] : pairs)
    if (key == name) return std::optional(std::move(value));
  return std::optional<std::string>{};
}

std::optional<std::string_view> Request::header(std::string_view name) const {
  for (auto const& [key, value] : headers_)
    if (iequals(view(key), name)) return view(value);
  return std::nullopt;
}

std::pair<std::string_view, std::string_view> Request::header_at(std::size_t index) const {
  auto const& [name, value] = headers_.at(index);
  return {view(name), view(value)};
}

std::string_view Request::parameter(std::string_view name) const {
  for (auto const& parameter : parameters_)
    if (parameter.name == name) return view(parameter.value);
  return {};
}

void Request::clear() {
  method_ = Method::Get;
  text_.clear();
  target_ = {};
  path_size_ = 0;
  headers_.clear();
  parameters_.clear();
  body_.clear();
  request_id_.clear();
  remote_address_.clear();
}

void Request::set_target(std::string_view target) {
  target_ = keep(target);
  path_size_ = static_cast<std::uint32_t>(std::min(target.find('?'), target.size()));
}

void Request::add_header(std::string_view name, std::string_view value) {
  auto const kept_name = keep(name);
  headers_.emplace_back(kept_name, keep(value));
}

void Request::add_parameter(std::string_view name, std::string_view value) {
  parameters_.push_back({name, keep(value)});
}

Request::Span Request::keep(std::string_view text) {
  Span const span{static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text.size())};
  text_.append(text);
  return span;
}

}  // namespace tamga::http
