// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <iterator>

#include "api/interface.hpp"

namespace tamga::api {

std::string access_page(std::span<EndpointRow const> endpoints) {
  std::string out =
      "# Who may call what\n\n"
      "Generated from the list of endpoints (`src/api/endpoints/all.hpp`) by `TAMGA_WRITE_DOCS=1 api_test`; "
      "the test\n"
      "fails when this page is not up to date.\n\n"
      "- **public**: anybody; a token that is sent must be good all the same\n"
      "- **participant**: whoever is signed in, the operator too\n"
      "- **operator**: whoever is signed in for the operator\n\n"
      "| method | path | access | needs | what |\n|---|---|---|---|---|\n";
  for (EndpointRow const& row : endpoints)
    fmt::format_to(std::back_inserter(out), "| {} | `{}` | {} | {} | {} |\n", http::name_of(row.spec.method),
                   row.spec.path, name_of(row.spec.access),
                   row.spec.idempotency_key ? "`Idempotency-Key`" : "", row.spec.summary);
  return out;
}

}  // namespace tamga::api
