// SPDX-License-Identifier: Apache-2.0
#include "server/identity_settings.hpp"

#include <algorithm>

#include "country/spec_table.hpp"
#include "crypto/trust_store.hpp"
#include "identity/errors.hpp"
#include "server/test_authority.hpp"

namespace tamga::server {
namespace {

/// One table of the operator's file.
struct Row {
  std::string code;
  std::string client_id;
  std::string redirect_uri;
  std::string secret_file;
  std::string identity_file;
  std::string keys_file;
  std::string ca_file;
  std::vector<std::string> extra;
  std::vector<std::pair<std::string identity::Provider::*, std::string>> other;  ///< of a test stand
};

Row read_row(country::SpecTable& table) {
  using identity::Provider;
  Row row{.code = table.text("code"),
          .client_id = table.text("client_id"),
          .redirect_uri = table.text("redirect_uri"),
          .secret_file = table.text_or("client_secret_file", ""),
          .identity_file = table.text_or("identity_file", ""),
          .keys_file = table.text_or("token_keys_file", ""),
          .ca_file = table.text_or("ca_file", ""),
          .extra = table.list_or_empty("extra"),
          .other = {}};
  for (auto const& [key, member] :
       {std::pair{"authorize_url", &Provider::authorize_url}, std::pair{"token_url", &Provider::token_url},
        std::pair{"profile_url", &Provider::profile_url},
        std::pair{"organizations_url", &Provider::organizations_url}, std::pair{"issuer", &Provider::issuer}})
    if (table.has(key)) row.other.emplace_back(member, table.text(key));
  return row;
}

Result<std::vector<Row>> read_rows(std::filesystem::path const& file) {
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  std::vector<Row> rows;
  {
    country::SpecTable table(tree, name, problems);
    table.each("providers", [&](country::SpecTable& one) { rows.push_back(read_row(one)); });
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  return rows;
}

std::string without_line_end(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return text;
}

Result<identity::PortalAccess> access_of(Row const& row) {
  identity::PortalAccess access{.client_id = row.client_id,
                                .redirect_uri = row.redirect_uri,
                                .extra = row.extra,
                                .ca_file = row.ca_file};
  if (!row.secret_file.empty()) {
    TAMGA_ASSIGN(secret, read_file(row.secret_file));
    access.client_secret = without_line_end(std::move(secret));
  }
  if (!row.identity_file.empty()) {
    TAMGA_ASSIGN(pem, read_file(row.identity_file));
    TAMGA_ASSIGN(identity, crypto::SigningIdentity::from_pem(pem));
    access.identity = std::move(identity);
  }
  if (!row.keys_file.empty()) {
    TAMGA_ASSIGN(pem, read_file(row.keys_file));
    TAMGA_ASSIGN(keys, crypto::TrustStore::from_pem(pem));
    access.token_keys.assign(keys->roots().begin(), keys->roots().end());
  }
  return access;
}

}  // namespace

Result<std::unique_ptr<identity::Portals>> open_portals(std::filesystem::path const& settings,
                                                        std::filesystem::path const& country,
                                                        Clock const& clock, Rng& rng) {
  auto portals = std::make_unique<identity::Portals>();
  if (settings.empty()) return portals;
  TAMGA_ASSIGN(providers, identity::read_providers(country));
  TAMGA_ASSIGN(rows, read_rows(settings));
  for (Row const& row : rows) {
    auto const found = std::find_if(providers.begin(), providers.end(),
                                    [&](identity::Provider const& one) { return one.code == row.code; });
    if (found == providers.end())
      return fail(Error(identity::kProviderUnknown).with("provider", row.code).at(settings.string()));
    identity::Provider provider = *found;
    for (auto const& [member, value] : row.other) provider.*member = value;
    TAMGA_ASSIGN(access, access_of(row));
    portals->add(std::make_unique<identity::Portal>(std::move(provider), std::move(access), clock, rng));
  }
  return portals;
}

}  // namespace tamga::server
