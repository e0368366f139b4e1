// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iterator>

#include "api/interface.hpp"
#include "documents/kinds/all.hpp"

namespace tamga::api {
namespace {

/// What a key must hold.
std::string keys_of(EndpointSpec const& spec) {
  Scopes const scopes = spec.scope.scopes();
  if (!spec.scope.declared()) return spec.access == Access::Public ? "" : "none";
  if (scopes.empty()) return "none";
  return scopes == Scopes::all() ? "any" : scopes.text();
}

/// What a person must be allowed to do.
std::string rights_of(EndpointSpec const& spec) {
  std::string out;
  if (!spec.right.declared()) return out;
  for (Right const one : spec.right.rights().list()) out.append(out.empty() ? "" : ", ").append(name_of(one));
  return out.empty() ? "any" : out;
}

std::string needs_of(EndpointSpec const& spec) {
  std::string out;
  if (spec.idempotency_key) out = "`Idempotency-Key`";
  if (spec.step_up) out.append(out.empty() ? "" : ", ").append("`X-Signature` or `X-Step-Up`");
  return out;
}

}  // namespace

std::string access_page(std::span<EndpointRow const> endpoints) {
  std::string out =
      "# Who may call what\n\n"
      "Generated from the list of endpoints (`src/api/endpoints/all.hpp`) by `TAMGA_WRITE_DOCS=1 api_test`; "
      "the test\n"
      "fails when this page is not up to date.\n\n"
      "- **public**: anybody; a token or key that is sent must be good all the same\n"
      "- **participant**: whoever is signed in, the operator too\n"
      "- **operator**: whoever is signed in for the operator\n\n"
      "**Keys**: what the key of a program must hold, one of the words; *any*: every key reaches it; *none*: "
      "it "
      "is for\n"
      "people. A document needs the word of its kind: `receipts` for receipts and refunds, `orders` for "
      "orders "
      "of codes,\n"
      "`documents` for all others.\n\n"
      "**Right**: what the person must be allowed to do, one of the words; *any*: everybody who is signed "
      "in. "
      "Which roles have it: [rights](../rights.md).\n\n"
      "| method | path | access | keys | right | needs | what |\n|---|---|---|---|---|---|---|\n";
  for (EndpointRow const& row : endpoints)
    fmt::format_to(std::back_inserter(out), "| {} | `{}` | {} | {} | {} | {} | {} |\n",
                   http::name_of(row.spec.method), row.spec.path, name_of(row.spec.access), keys_of(row.spec),
                   rights_of(row.spec), needs_of(row.spec), row.spec.summary);
  return out;
}

std::string rights_matrix(std::span<EndpointRow const> endpoints, country::Roles const& roles) {
  std::string out = "| right | roles | documents | endpoints |\n|---|---|---|---|\n";
  auto const add = [](std::string& list, std::string_view word) {
    list.append(list.empty() ? "" : ", ").append(word);
  };
  for (Right const right : Rights::all().list()) {
    std::string with;
    std::string kinds;
    std::string reached;
    for (country::Role const& role : roles.rows.rows())
      if (role.rights.has(right)) add(with, role.code);
    for (documents::Kind const* kind : documents::all_kinds())
      if (kind->traits.right.value == right) add(kinds, kind->traits.name);
    for (EndpointRow const& row : endpoints)
      if (row.spec.right.rights().has(right)) add(reached, row.spec.name);
    fmt::format_to(std::back_inserter(out), "| `{}` | {} | {} | {} |\n", name_of(right), with, kinds,
                   reached);
  }
  return out;
}

}  // namespace tamga::api
