// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>

#include "api/endpoint_row.hpp"
#include "country/roles.hpp"

namespace tamga::api {

/// What is said of an interface, all from its list of endpoints.

/// The OpenAPI 3.1 document.
std::string openapi(std::span<EndpointRow const> endpoints);
/// Types and paths as a module of TypeScript.
std::string typescript(std::span<EndpointRow const> endpoints);
/// Who may call what, as a page of Markdown: docs/api/access.md.
std::string access_page(std::span<EndpointRow const> endpoints);
/// Which roles have a right, and what it opens: the table of docs/rights.md.
std::string rights_matrix(std::span<EndpointRow const> endpoints, country::Roles const& roles);
/// The same for people with a browser: one page without scripts.
struct ReferencePage {
  std::string html;
  std::string security_policy;  ///< the page's own Content-Security-Policy: its one style sheet by its digest
};
ReferencePage reference_page(std::span<EndpointRow const> endpoints);

}  // namespace tamga::api
