// SPDX-License-Identifier: Apache-2.0
#include "country/spec_tree.hpp"

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "country/errors.hpp"

namespace tamga::country {
namespace {

int line_of(toml::node const& node) { return static_cast<int>(node.source().begin.line); }

SpecNode copy(toml::node const& node, std::string key);

void copy_table(toml::table const& table, SpecNode& into) {
  into.kind = SpecNode::Kind::Table;
  into.items.reserve(table.size());
  for (auto const& [key, value] : table) into.items.push_back(copy(value, std::string(key.str())));
  // The library sorts members by name; mistakes are told in the order of the file.
  std::stable_sort(into.items.begin(), into.items.end(),
                   [](SpecNode const& a, SpecNode const& b) { return a.line < b.line; });
}

SpecNode copy(toml::node const& node, std::string key) {
  SpecNode out;
  out.key = std::move(key);
  out.line = line_of(node);
  if (auto const* table = node.as_table()) {
    copy_table(*table, out);
  } else if (auto const* array = node.as_array()) {
    out.kind = SpecNode::Kind::Array;
    out.items.reserve(array->size());
    for (auto const& item : *array) out.items.push_back(copy(item, {}));
    if (out.line == 0 && !out.items.empty()) out.line = out.items.front().line;
  } else if (auto const* text = node.as_string()) {
    out.kind = SpecNode::Kind::Text;
    out.text = text->get();
  } else if (auto const* integer = node.as_integer()) {
    out.kind = SpecNode::Kind::Integer;
    out.integer = integer->get();
  } else if (auto const* flag = node.as_boolean()) {
    out.kind = SpecNode::Kind::Flag;
    out.flag = flag->get();
  } else if (auto const* day = node.as_date()) {
    toml::date const date = day->get();
    if (auto const real = Date::of(date.year, date.month, date.day)) {
      out.kind = SpecNode::Kind::Day;
      out.days = real->days();
    }
  }
  return out;
}

}  // namespace

SpecNode const* SpecNode::find(std::string_view name) const {
  auto const found =
      std::find_if(items.begin(), items.end(), [&](SpecNode const& item) { return item.key == name; });
  return found == items.end() ? nullptr : &*found;
}

Result<SpecNode> read_spec(std::filesystem::path const& file) {
  std::error_code ignored;
  std::ifstream in(file, std::ios::binary);
  if (!in.is_open() || !std::filesystem::is_regular_file(file, ignored)) {
    return fail(Error(kSpecUnreadable).at(file.string()).with("file", file.string()));
  }
  std::string const text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  toml::parse_result const parsed = toml::parse(text);
  if (!parsed) {
    auto const& error = parsed.error();
    return fail(Error(kSpecSyntax)
                    .at(file.string() + ":" + std::to_string(error.source().begin.line))
                    .with("reason", std::string(error.description())));
  }
  SpecNode root;
  root.line = 1;
  copy_table(parsed.table(), root);
  return root;
}

}  // namespace tamga::country
