// SPDX-License-Identifier: Apache-2.0
#include "country/spec_rows.hpp"
#include "identity/provider.hpp"

namespace tamga::identity {
namespace {

constexpr std::array<std::string_view, 2> kProofs{"secret", "signed_fields"};

ClaimNames read_claims(country::SpecTable& row) {
  return {.subject = row.list_or_empty("subject"),
          .person_id = row.list_or_empty("person_id"),
          .person_tax_id = row.list_or_empty("person_tax_id"),
          .full_name = row.list_or_empty("full_name"),
          .family_name = row.list_or_empty("family_name"),
          .given_name = row.list_or_empty("given_name"),
          .middle_name = row.list_or_empty("middle_name"),
          .email = row.list_or_empty("email"),
          .phone = row.list_or_empty("phone"),
          .organizations = row.list_or_empty("organizations"),
          .organization_tax_id = row.list_or_empty("organization_tax_id"),
          .organization_name = row.list_or_empty("organization_name")};
}

Provider read_provider(country::SpecTable& row) {
  Provider out;
  out.code = row.text("code");
  out.name = row.texts("names");
  out.authorize_url = row.text("authorize_url");
  out.token_url = row.text("token_url");
  out.profile_url = row.text_or("profile_url", "");
  out.organizations_url = row.text_or("organizations_url", "");
  out.issuer = row.text_or("issuer", "");
  out.scope = row.text("scope");
  out.response_type = row.text_or("response_type", "code");
  out.grant_type = row.text_or("grant_type", "authorization_code");
  out.profile_grant_type = row.text_or("profile_grant_type", "");
  out.extra = row.list_or_empty("extra");
  out.pkce = row.flag_or("pkce", true);
  out.client_proof = row.word_or<ClientProof>("client_proof", kProofs, ClientProof::Secret);
  out.signed_fields = row.list_or_empty("signed_fields");
  out.good_field = row.text_or("good_field", "");
  out.good_value = row.text_or("good_value", "");
  out.signs_in = row.flag_or("sign_in", false);
  out.prefills = row.flag_or("prefill", false);
  row.inside("claims", [&](country::SpecTable& claims) { out.claims = read_claims(claims); });
  if (out.issuer.empty() && out.profile_url.empty())
    row.wrong("profile_url", Error(country::kSpecMissingKey).with("key", "profile_url"));
  return out;
}

}  // namespace

Result<std::vector<Provider>> read_providers(std::filesystem::path const& file) {
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  std::vector<Provider> out;
  {
    country::SpecTable table(tree, name, problems);
    country::Once codes;
    table.each("providers", [&](country::SpecTable& row) {
      out.push_back(read_provider(row));
      codes.check(row, "code", out.back().code);
    });
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  return out;
}

}  // namespace tamga::identity
