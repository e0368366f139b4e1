// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "shape/description.hpp"

namespace tamga::shape {

/// The named types of an interface and all they are made of, each once. Filled at start-up from the list of
/// endpoints and documents; then printed.
class Catalog {
 public:
  /// Adds T and every named type inside it. Two types under one name would make the published schema lie
  /// about one of them: std::logic_error, at start-up.
  template <class T>
  Catalog& add() {
    add(description<T>());
    return *this;
  }
  void add(Description const& type);

  [[nodiscard]] std::map<std::string_view, Description const*> const& types() const { return types_; }

  /// The object for components/schemas of an OpenAPI 3.1 document (JSON Schema 2020-12), in order of name.
  [[nodiscard]] std::string schemas() const;
  /// A module of TypeScript: an interface for each object, a union for each enumeration and each one_of.
  [[nodiscard]] std::string typescript() const;

 private:
  std::map<std::string_view, Description const*> types_;
};

/// The schema of a value of this type where it is used: a $ref for named types, else in place. For the
/// parameters and bodies of an OpenAPI document.
std::string schema_of(Description const& type, Rules const& rules = {});

/// The type as TypeScript names it: Ship, string, Item[].
std::string typescript_of(Description const& type);

}  // namespace tamga::shape
