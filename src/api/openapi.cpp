// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <vector>

#include "api/interface.hpp"
#include "http/text.hpp"
#include "shape/catalog.hpp"
#include "shape/writer.hpp"

namespace tamga::api {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = http::ascii_lower(c);
  return out;
}

shape::Catalog catalog_of(std::span<EndpointRow const> endpoints) {
  shape::Catalog catalog;
  catalog.add<Problem>();
  for (EndpointRow const& row : endpoints) {
    // Inputs are parameters; only what stands inside them has a name of its own.
    for (auto const& field : row.input().fields) catalog.add(field.type());
    if (row.body != nullptr) catalog.add(row.body());
    if (row.output != nullptr) catalog.add(row.output());
  }
  return catalog;
}

class OpenApi {
 public:
  explicit OpenApi(std::string& out) : w_(out) {}

  void write(std::span<EndpointRow const> endpoints) {
    w_.begin_object();
    w_.field("openapi", "3.1.0");
    w_.key("info");
    w_.begin_object();
    w_.field("title", "Tamga");
    w_.field("version", "1");
    w_.field("description",
             "Goods marking and traceability: orders of codes, documents, checks. Errors are "
             "application/problem+json.");
    w_.key("license");
    w_.raw(R"({"name":"Apache-2.0","identifier":"Apache-2.0"})");
    w_.end_object();
    w_.key("paths");
    paths(endpoints);
    w_.key("components");
    w_.begin_object();
    w_.key("securitySchemes");
    w_.raw(
        R"({"session":{"type":"http","scheme":"bearer","description":"Token of POST /api/v1/sign-in"},"api_key":{"type":"http","scheme":"bearer","description":"Key of POST /api/v1/api-keys: tk_..."}})");
    w_.key("schemas");
    w_.raw(catalog_of(endpoints).schemas());
    w_.end_object();
    w_.end_object();
  }

 private:
  void paths(std::span<EndpointRow const> endpoints) {
    std::map<std::string_view, std::vector<EndpointRow const*>> by_path;
    for (EndpointRow const& row : endpoints) by_path[row.spec.path].push_back(&row);
    w_.begin_object();
    for (auto const& [path, rows] : by_path) {
      w_.key(path);
      w_.begin_object();
      for (EndpointRow const* row : rows) {
        w_.key(lower(http::name_of(row->spec.method)));
        operation(*row);
      }
      w_.end_object();
    }
    w_.end_object();
  }

  void operation(EndpointRow const& row) {
    w_.begin_object();
    w_.field("operationId", row.spec.name);
    w_.field("summary", row.spec.summary);
    w_.key("tags");
    w_.begin_array();
    w_.string(row.spec.tag);
    w_.end_array();
    w_.field("x-access", name_of(row.spec.access));
    if (row.spec.scope.declared()) scopes(row.spec.scope.scopes());
    if (row.spec.right.declared()) rights(row.spec.right.rights());
    if (row.spec.step_up) {
      w_.key("x-step-up");
      w_.boolean(true);
    }
    w_.key("security");
    security(row.spec);
    parameters(row);
    if (row.body != nullptr || row.raw_body) body(row);
    w_.key("responses");
    responses(row);
    w_.end_object();
  }

  /// Any one of them is enough; none at all: people only.
  void scopes(Scopes any_of) {
    w_.key("x-scopes");
    w_.begin_array();
    for (Scope const one : any_of.list()) w_.string(name_of(one));
    w_.end_array();
  }

  /// Any one of them is enough; none at all: everybody who is signed in.
  void rights(Rights any_of) {
    w_.key("x-rights");
    w_.begin_array();
    for (Right const one : any_of.list()) w_.string(name_of(one));
    w_.end_array();
  }

  void security(EndpointSpec const& spec) {
    w_.begin_array();
    if (spec.access == Access::Public) w_.raw("{}");
    w_.raw(R"({"session":[]})");
    if (!spec.scope.declared() && spec.access == Access::Public) w_.raw(R"({"api_key":[]})");
    for (Scope const one : spec.scope.scopes().list()) {
      w_.begin_object();
      w_.key("api_key");
      w_.begin_array();
      w_.string(name_of(one));
      w_.end_array();
      w_.end_object();
    }
    w_.end_array();
  }

  void parameters(EndpointRow const& row) {
    auto const captures = captures_of(row.spec.path);
    w_.key("parameters");
    w_.begin_array();
    for (auto const& field : row.input().fields) {
      bool const in_path = std::find(captures.begin(), captures.end(), field.name) != captures.end();
      w_.begin_object();
      w_.field("name", field.name);
      w_.field("in", in_path ? "path" : "query");
      w_.key("required");
      w_.boolean(field.required);
      w_.field("description", field.about);
      w_.key("schema");
      w_.raw(shape::schema_of(field.type(), field.rules));
      w_.end_object();
    }
    if (takes_key(row.spec)) {
      w_.begin_object();
      w_.field("name", "Idempotency-Key");
      w_.field("in", "header");
      w_.key("required");
      w_.boolean(row.spec.idempotency_key);
      w_.field(
          "description",
          "Your own key of this request: the same bytes under the same key have one effect and the first "
          "answer");
      w_.key("schema");
      w_.raw(R"({"type":"string","minLength":1,"maxLength":128,"pattern":"^[ -~]+$"})");
      w_.end_object();
    }
    if (row.spec.step_up) {
      w_.raw(
          R"({"name":"X-Signature","in":"header","required":false,"description":"CMS over the bytes of the body, detached, in base64","schema":{"type":"string"}})");
      w_.raw(
          R"({"name":"X-Step-Up","in":"header","required":false,"description":"In place of X-Signature: the signed challenge of POST /api/v1/step-up/challenge","schema":{"type":"string"}})");
    }
    w_.end_array();
  }

  void body(EndpointRow const& row) {
    w_.key("requestBody");
    w_.begin_object();
    w_.key("required");
    w_.boolean(true);
    w_.key("content");
    w_.begin_object();
    w_.key("application/json");
    w_.begin_object();
    w_.key("schema");
    w_.raw(row.body != nullptr ? shape::schema_of(row.body()) : R"({"type":"object"})");
    w_.end_object();
    w_.end_object();
    w_.end_object();
  }

  void responses(EndpointRow const& row) {
    w_.begin_object();
    w_.key(std::to_string(row.spec.success));
    w_.begin_object();
    w_.field("description", row.output != nullptr ? row.output().about : row.spec.summary);
    if (row.spec.success != 204) {
      w_.key("content");
      w_.begin_object();
      w_.key(row.spec.produces);
      w_.begin_object();
      w_.key("schema");
      if (row.output != nullptr)
        w_.raw(shape::schema_of(row.output()));
      else
        w_.raw(row.spec.produces == "application/json" ? "{}" : R"({"type":"string"})");
      w_.end_object();
      w_.end_object();
    }
    w_.end_object();
    w_.key("default");
    w_.raw(
        R"({"description":"What went wrong","content":{"application/problem+json":{"schema":{"$ref":"#/components/schemas/Problem"}}}})");
    w_.end_object();
  }

  shape::Writer w_;
};

/// The object of an endpoint's parameters, in place.
std::string parameters_type(shape::Description const& input) {
  if (input.fields.empty()) return "Record<string, never>";
  std::string out = "{ ";
  for (auto const& field : input.fields)
    out.append(field.name)
        .append(field.required ? ": " : "?: ")
        .append(shape::typescript_of(field.type()))
        .append("; ");
  return out + "}";
}

}  // namespace

std::string openapi(std::span<EndpointRow const> endpoints) {
  std::string out;
  OpenApi(out).write(endpoints);
  return out;
}

std::string typescript(std::span<EndpointRow const> endpoints) {
  std::string out = "// Derived from the list of endpoints; not to be edited.\n\n";
  out += catalog_of(endpoints).typescript();
  out +=
      "\n/** Every endpoint: how it is called, what it is given and what it answers. */\nexport interface "
      "Endpoints {\n";
  for (EndpointRow const& row : endpoints) {
    out.append("  /** ").append(row.spec.summary).append(" */\n  ").append(row.spec.name).append(": {\n");
    out.append("    method: \"").append(http::name_of(row.spec.method)).append("\";\n");
    out.append("    path: \"").append(row.spec.path).append("\";\n");
    out.append("    parameters: ").append(parameters_type(row.input())).append(";\n");
    out.append("    body: ")
        .append(row.body != nullptr ? shape::typescript_of(row.body())
                : row.raw_body      ? "unknown"
                                    : "undefined")
        .append(";\n");
    out.append("    answer: ")
        .append(row.output != nullptr     ? shape::typescript_of(row.output())
                : row.spec.success == 204 ? "undefined"
                                          : "string")
        .append(";\n  };\n");
  }
  return out + "}\n";
}

}  // namespace tamga::api
