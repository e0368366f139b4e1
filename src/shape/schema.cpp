// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <stdexcept>

#include "shape/catalog.hpp"

namespace tamga::shape {
namespace {

using Form = Description::Form;

/// Prints descriptions as JSON Schema 2020-12, the dialect of OpenAPI 3.1.
class Schema {
 public:
  explicit Schema(std::string& out) : w_(out) {}

  Writer& writer() { return w_; }

  /// Where the type is used. Beside a $ref other words are allowed in this dialect.
  void use(Description const& type, Rules const& rules, DescribedField const* field = nullptr) {
    bool const nullable = field != nullptr && field->nullable;
    w_.begin_object();
    if (type.name.empty()) {
      in_place(type, rules, nullable);
    } else if (nullable) {
      w_.key("anyOf");
      w_.begin_array();
      w_.begin_object();
      ref(type);
      w_.end_object();
      w_.raw(R"({"type":"null"})");
      w_.end_array();
    } else {
      ref(type);
    }
    if (field != nullptr) {
      about(field->about);
      if (!field->fallback.empty()) {
        w_.key("default");
        w_.raw(field->fallback);
      }
    }
    w_.end_object();
  }

  void define(Description const& type) {
    w_.begin_object();
    switch (type.form) {
      case Form::Scalar:
        scalar(type.scalar);
        break;
      case Form::Enum:
        enumeration(type);
        break;
      case Form::Object:
        object(type, {}, {});
        break;
      case Form::OneOf:
        one_of(type);
        break;
      default:
        break;  // the other forms have no name
    }
    about(type.about);
    w_.end_object();
  }

 private:
  void about(std::string_view text) {
    if (!text.empty()) w_.field("description", text);
  }
  void limit(std::string_view name, std::uint64_t value) {
    w_.key(name);
    w_.whole_unsigned(value);
  }
  void between(std::string_view at_least, std::string_view at_most, Bounds const& bounds) {
    if (bounds.min > 0) limit(at_least, bounds.min);
    limit(at_most, bounds.max);
  }
  void type(std::string_view name, bool nullable) {
    w_.key("type");
    if (nullable) w_.begin_array();
    w_.string(name);
    if (nullable) {
      w_.string("null");
      w_.end_array();
    }
  }
  void ref(Description const& type) { w_.field("$ref", "#/components/schemas/" + std::string(type.name)); }

  void in_place(Description const& d, Rules const& rules, bool nullable) {
    switch (d.form) {
      case Form::Text:
        type("string", nullable);
        between("minLength", "maxLength", or_default(rules.size, kTextDefault));
        break;
      case Form::Whole:
        type("integer", nullable);
        w_.key("minimum");
        w_.whole(std::max(rules.from, d.least));
        limit("maximum", std::min(rules.to, d.most));
        break;
      case Form::Boolean:
        type("boolean", nullable);
        break;
      case Form::List:
        type("array", nullable);
        between("minItems", "maxItems", or_default(rules.size, kListDefault));
        w_.key("items");
        use(d.element(), inner(rules));
        break;
      case Form::Codes:
        type("array", nullable);
        between("minItems", "maxItems", or_default(rules.size, kCodesDefault));
        w_.key("items");
        use_text(or_default(rules.each, kCodeDefault));
        break;
      case Form::Map:
        type("object", nullable);
        between("minProperties", "maxProperties", or_default(rules.size, kAttributesDefault));
        w_.key("propertyNames");
        use_text(kAttributeName);
        w_.key("additionalProperties");
        use_text(or_default(rules.each, kTextDefault));
        break;
      default:
        break;  // Raw: any value, which is the empty schema; the others have a name
    }
  }
  void use_text(Bounds const& size) {
    w_.begin_object();
    type("string", false);
    between("minLength", "maxLength", size);
    w_.end_object();
  }

  void scalar(ScalarInfo const& info) {
    type("string", false);
    if (!info.pattern.empty()) w_.field("pattern", info.pattern);
    if (!info.format.empty()) w_.field("format", info.format);
    if (!info.example.empty()) {
      w_.key("examples");
      w_.begin_array();
      w_.string(info.example);
      w_.end_array();
    }
  }

  void enumeration(Description const& d) {
    type("string", false);
    w_.key("enum");
    w_.begin_array();
    for (auto const& entry : d.names) w_.string(entry.name);
    w_.end_array();
    if (std::all_of(d.names.begin(), d.names.end(), [](auto const& entry) { return entry.about.empty(); }))
      return;
    // Read by the generators of documentation and clients; no word of JSON Schema itself explains
    // enumerators.
    w_.key("x-enum-descriptions");
    w_.begin_array();
    for (auto const& entry : d.names) w_.string(entry.about);
    w_.end_array();
  }

  /// `tag` and `kind`: the field that tells this alternative from the others; empty outside a one_of.
  void object(Description const& d, std::string_view tag, std::string_view kind) {
    type("object", false);
    w_.key("additionalProperties");
    w_.boolean(false);
    w_.key("required");
    w_.begin_array();
    if (!tag.empty()) w_.string(tag);
    for (auto const& field : d.fields)
      if (field.required) w_.string(field.name);
    w_.end_array();
    w_.key("properties");
    w_.begin_object();
    if (!tag.empty()) {
      w_.key(tag);
      w_.begin_object();
      w_.field("const", kind);
      w_.end_object();
    }
    for (auto const& field : d.fields) {
      w_.key(field.name);
      use(field.type(), field.rules, &field);
    }
    w_.end_object();
  }

  /// In place and not by $ref: the alternatives refuse unknown fields, so the field that tells must stand in
  /// each.
  void one_of(Description const& d) {
    w_.key("oneOf");
    w_.begin_array();
    for (std::size_t i = 0; i < d.alternatives.size(); ++i) {
      w_.begin_object();
      object(d.alternatives[i](), d.tag, d.names[i].name);
      about(d.alternatives[i]().about);
      w_.end_object();
    }
    w_.end_array();
  }

  Writer w_;
};

}  // namespace

void Catalog::add(Description const& type) {
  if (!type.name.empty()) {
    auto const [place, fresh] = types_.emplace(type.name, &type);
    if (!fresh && place->second != &type)
      throw std::logic_error("two types are called " + std::string(type.name) + " in the schema");
    if (!fresh) return;
  }
  for (auto const& field : type.fields) add(field.type());
  for (auto const& form : type.alternatives) add(form());
  if (type.element != nullptr) add(type.element());
}

std::string Catalog::schemas() const {
  std::string out;
  Schema schema(out);
  schema.writer().begin_object();
  for (auto const& [name, type] : types_) {
    schema.writer().key(name);
    schema.define(*type);
  }
  schema.writer().end_object();
  return out;
}

std::string schema_of(Description const& type, Rules const& rules) {
  std::string out;
  Schema(out).use(type, rules);
  return out;
}

}  // namespace tamga::shape
