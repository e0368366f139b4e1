// SPDX-License-Identifier: Apache-2.0
#include "shape/catalog.hpp"

namespace tamga::shape {
namespace {

using Form = Description::Form;

/// A comment for editors to show; a text cannot end it early.
void put_about(std::string& out, std::string_view indent, std::string_view about) {
  if (about.empty()) return;
  std::string text(about);
  for (std::size_t at = text.find("*/"); at != std::string::npos; at = text.find("*/", at))
    text.replace(at, 2, "* /");
  for (char& c : text)
    if (c == '\n') c = ' ';
  out.append(indent).append("/** ").append(text).append(" */\n");
}

bool is_identifier(std::string_view name) {
  auto const letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  if (name.empty() || !letter(name[0])) return false;
  for (char const c : name)
    if (!letter(c) && (c < '0' || c > '9')) return false;
  return true;
}

void put_object(std::string& out, Description const& type) {
  out.append("export interface ").append(type.name).append(" {\n");
  for (auto const& field : type.fields) {
    put_about(out, "  ", field.about);
    out += "  ";
    if (is_identifier(field.name))
      out += field.name;
    else
      append_string(out, field.name);
    if (!field.required) out += "?";
    out.append(": ").append(typescript_of(field.type()));
    if (field.nullable) out += " | null";
    out += ";\n";
  }
  out += "}\n";
}

void put_one_of(std::string& out, Description const& type) {
  out.append("export type ").append(type.name).append(" =");
  for (std::size_t i = 0; i < type.alternatives.size(); ++i) {
    out += "\n  | ({ ";
    out.append(type.tag).append(": ");
    append_string(out, type.names[i].name);
    out.append(" } & ").append(type.alternatives[i]().name).append(")");
  }
  out += ";\n";
}

void put_enum(std::string& out, Description const& type) {
  out.append("export type ").append(type.name).append(" =");
  for (auto const& entry : type.names) {
    out += "\n";
    put_about(out, "  ", entry.about);
    out += "  | ";
    append_string(out, entry.name);
  }
  out += ";\n";
}

}  // namespace

std::string typescript_of(Description const& type) {
  if (!type.name.empty()) return std::string(type.name);
  switch (type.form) {
    case Form::Text:
      return "string";
    case Form::Whole:
      return "number";
    case Form::Boolean:
      return "boolean";
    case Form::Codes:
      return "string[]";
    case Form::Map:
      return "Record<string, string>";
    case Form::List:
      return typescript_of(type.element()) + "[]";
    default:
      return "unknown";
  }
}

std::string Catalog::typescript() const {
  std::string out;
  for (auto const& [name, type] : types_) {
    if (!out.empty()) out += "\n";
    put_about(out, "", type->about);
    switch (type->form) {
      case Form::Object:
        put_object(out, *type);
        break;
      case Form::OneOf:
        put_one_of(out, *type);
        break;
      case Form::Enum:
        put_enum(out, *type);
        break;
      default:
        out.append("export type ").append(name).append(" = string;\n");
    }
  }
  return out;
}

}  // namespace tamga::shape
