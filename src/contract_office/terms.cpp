// SPDX-License-Identifier: Apache-2.0
#include "contract_office/terms.hpp"

#include "country/spec_rows.hpp"

namespace tamga::contract_office {
namespace {

using country::SpecTable;

std::optional<std::string> if_given(SpecTable& table, std::string_view key) {
  return table.has(key) ? std::optional(table.text(key)) : std::nullopt;
}

contracts::Party read_party(SpecTable& table) {
  contracts::Party out;
  out.name = table.text("name");
  out.tax_id = table.text("tax_id");
  out.registry_id = if_given(table, "registry_id");
  out.tax_registration = if_given(table, "tax_registration");
  out.address = table.text("address");
  out.director = table.text("director");
  out.bank = table.text("bank");
  out.bank_code = table.text("bank_code");
  out.account = table.text("account");
  out.bank_account = if_given(table, "bank_account");
  out.email = table.text("email");
  out.phone = if_given(table, "phone");
  return out;
}

}  // namespace

Result<Terms> read_terms(std::filesystem::path const& file) {
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  Terms out;
  {
    SpecTable table(tree, name, problems);
    out.consent = table.text("consent");
    out.consent_text = table.texts("consent_text");
    out.letter = table.texts("letter");
    out.sign_days = table.integer("sign_days", 1, 365);
    out.grace_days = table.integer("grace_days", 0, 365);
    out.requests_a_day = table.integer("requests_a_day", 1, 1000);
    table.inside("operator", [&](SpecTable& row) { out.operator_party = read_party(row); });
  }
  if (problems.empty()) return out;
  std::string all;
  for (Error const& problem : problems) all += describe(problem) + "\n";
  return fail(std::move(problems.front().log(all)));
}

}  // namespace tamga::contract_office
