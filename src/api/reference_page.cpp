// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <vector>

#include "api/interface.hpp"
#include "crypto/base64.hpp"
#include "crypto/sha256.hpp"
#include "shape/catalog.hpp"

namespace tamga::api {
namespace {

constexpr std::string_view kStyle = R"(:root{color-scheme:light dark;--line:#8884;--soft:#8881}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem 1.5rem 4rem}
h1{font-size:1.6rem}h2{margin-top:3rem;border-bottom:1px solid var(--line)}
section{margin:1.5rem 0;padding:1rem 1.25rem;border:1px solid var(--line);border-radius:.5rem}
section h3{margin:0;font:600 1rem ui-monospace,monospace;overflow-wrap:anywhere}
section h3 b{display:inline-block;min-width:4rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}td,th{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid var(--line)}
code{font:.9em ui-monospace,monospace}nav a{margin-right:1rem}.access{float:right;padding:0 .6rem;border-radius:1rem;background:var(--soft);font-size:.85rem}
a{color:inherit})";

std::string escaped(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

/// A type's name as a link to its table, where there is one.
std::string type_link(shape::Description const& type) {
  std::string const text = escaped(shape::typescript_of(type));
  shape::Description const* named = &type;
  if (type.form == shape::Description::Form::List) named = &type.element();
  if (named->name.empty()) return "<code>" + text + "</code>";
  return "<a href=\"#type-" + escaped(named->name) + "\"><code>" + text + "</code></a>";
}

void put_fields(std::string& out, shape::Description const& type) {
  if (type.fields.empty()) return;
  out += "<table>\n";
  for (auto const& field : type.fields) {
    out.append("<tr><td><code>").append(escaped(field.name)).append("</code>");
    if (!field.required) out += "<br>optional";
    if (!field.fallback.empty()) out.append(", ").append(escaped(field.fallback)).append(" by default");
    out.append("</td><td>").append(type_link(field.type())).append("</td><td>");
    out.append(escaped(field.about)).append("</td></tr>\n");
  }
  out += "</table>\n";
}

void put_endpoint(std::string& out, EndpointRow const& row) {
  out.append("<section id=\"").append(row.spec.name).append("\"><span class=\"access\">");
  out.append(name_of(row.spec.access)).append("</span><h3><b>").append(http::name_of(row.spec.method));
  out.append("</b>").append(escaped(row.spec.path)).append("</h3>\n<p>").append(escaped(row.spec.summary));
  out += "</p>\n";
  if (row.spec.idempotency_key) out += "<p>Needs the header <code>Idempotency-Key</code>.</p>\n";
  put_fields(out, row.input());
  if (row.body != nullptr) out.append("<p>Body: ").append(type_link(row.body())).append("</p>\n");
  out.append("<p>Answer: <code>").append(std::to_string(row.spec.success)).append("</code> ");
  if (row.output != nullptr)
    out += type_link(row.output());
  else if (row.spec.success != 204)
    out.append("<code>").append(escaped(row.spec.produces)).append("</code>");
  out += "</p></section>\n";
}

void put_type(std::string& out, shape::Description const& type) {
  out.append("<section id=\"type-").append(escaped(type.name)).append("\"><h3>").append(escaped(type.name));
  out.append("</h3>\n<p>").append(escaped(type.about)).append("</p>\n");
  put_fields(out, type);
  if (!type.names.empty()) {
    out += "<table>\n";
    for (auto const& name : type.names)
      out.append("<tr><td><code>")
          .append(escaped(name.name))
          .append("</code></td><td>")
          .append(escaped(name.about))
          .append("</td></tr>\n");
    out += "</table>\n";
  }
  if (!type.scalar.example.empty())
    out.append("<p>For instance <code>").append(escaped(type.scalar.example)).append("</code></p>\n");
  out += "</section>\n";
}

}  // namespace

ReferencePage reference_page(std::span<EndpointRow const> endpoints) {
  shape::Catalog catalog;
  catalog.add<Problem>();
  std::vector<std::string_view> tags;
  for (EndpointRow const& row : endpoints) {
    for (auto const& field : row.input().fields) catalog.add(field.type());
    if (row.body != nullptr) catalog.add(row.body());
    if (row.output != nullptr) catalog.add(row.output());
    if (std::find(tags.begin(), tags.end(), row.spec.tag) == tags.end()) tags.push_back(row.spec.tag);
  }
  std::string html =
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
      "<meta name=\"viewport\" content=\"width=device-width\"><title>Tamga API</title>\n<style>";
  html.append(kStyle).append("</style></head><body>\n<h1>Tamga API</h1>\n");
  html +=
      "<p>The same for programs: <a href=\"/api/v1/openapi.json\">OpenAPI 3.1</a>. Errors are "
      "<a href=\"#type-Problem\"><code>application/problem+json</code></a>.</p>\n<nav>";
  for (auto const tag : tags)
    html.append("<a href=\"#tag-").append(escaped(tag)).append("\">").append(escaped(tag)).append("</a> ");
  html += "<a href=\"#types\">types</a></nav>\n";
  for (auto const tag : tags) {
    html.append("<h2 id=\"tag-").append(escaped(tag)).append("\">").append(escaped(tag)).append("</h2>\n");
    for (EndpointRow const& row : endpoints)
      if (row.spec.tag == tag) put_endpoint(html, row);
  }
  html += "<h2 id=\"types\">Types</h2>\n";
  for (auto const& [name, type] : catalog.types()) put_type(html, *type);
  html += "</body></html>\n";
  std::string const digest = crypto::encode_base64(crypto::view(crypto::sha256(kStyle)));
  return {std::move(html), "default-src 'none'; style-src 'sha256-" + digest +
                               "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"};
}

}  // namespace tamga::api
