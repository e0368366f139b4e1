// SPDX-License-Identifier: Apache-2.0
#include "api/parameters.hpp"

#include <algorithm>

#include "shape/writer.hpp"

namespace tamga::api {
namespace {

using Form = shape::Description::Form;

/// JSON would read it as the same number.
bool is_whole(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.empty() || text.size() > 20 || (text[0] == '0' && text.size() > 1)) return false;
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Form form_of(shape::Description const& shape, std::string_view name) {
  for (auto const& field : shape.fields)
    if (field.name == name) return field.type().form;
  return Form::Text;
}

void put(shape::Writer& writer, shape::Description const& shape, std::string_view name,
         std::string_view text) {
  Form const form = form_of(shape, name);
  writer.key(name);
  bool const bare = (form == Form::Whole && is_whole(text)) ||
                    (form == Form::Boolean && (text == "true" || text == "false"));
  if (bare)
    writer.raw(text);
  else
    writer.string(text);
}

}  // namespace

std::vector<std::string_view> captures_of(std::string_view path) {
  std::vector<std::string_view> names;
  for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1)) {
    auto name = path.substr(open + 1, path.find('}', open) - open - 1);
    if (name.ends_with('*')) name.remove_suffix(1);
    names.push_back(name);
  }
  return names;
}

Result<std::string> parameters_as_json(http::Request const& request, std::string_view path,
                                       shape::Description const& shape) {
  std::string json;
  shape::Writer writer(json);
  writer.begin_object();
  if (path.find('{') != std::string_view::npos)
    for (std::string_view const name : captures_of(path)) put(writer, shape, name, request.parameter(name));
  if (!request.query().empty()) {
    TAMGA_ASSIGN(pairs, request.query_parameters());
    for (auto const& [name, value] : pairs) put(writer, shape, name, value);
  }
  writer.end_object();
  return json;
}

}  // namespace tamga::api
