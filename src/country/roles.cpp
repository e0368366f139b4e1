// SPDX-License-Identifier: Apache-2.0
#include "country/roles.hpp"

#include "country/spec_rows.hpp"

namespace tamga::country {
namespace {

Role read_role(SpecTable& row, Once& codes) {
  Role role;
  role.code = row.text("code");
  codes.check(row, "code", role.code);
  role.name = row.texts("names");
  role.about = row.texts("about");
  role.of_operator = row.flag_or("operator", false);
  for (std::string const& name : row.list("rights")) {
    auto const right = right_of(name);
    if (!right || (is_of_operator(*right) && !role.of_operator)) {
      row.wrong("rights", Error(kSpecUnknownReference).with("key", "rights").with("value", name));
      continue;
    }
    role.rights.add(*right);
  }
  return role;
}

/// Whoever an organisation begins with can do everything: nobody else could give it to him.
void check_first(SpecTable& table, Dictionary<Role> const& rows, bool of_operator) {
  auto const* role = rows.find(first_role(of_operator));
  Rights const needed = of_operator ? Rights::all() : Rights::of_participants();
  if (role == nullptr || role->of_operator != of_operator || !role->rights.holds(needed))
    table.wrong("roles", Error(kSpecFirstRole).with("role", std::string(first_role(of_operator))));
}

}  // namespace

Rights Roles::rights_of(std::span<std::string const> roles) const {
  Rights out;
  for (std::string const& code : roles)
    if (Role const* role = rows.find(code)) out = out | role->rights;
  return out;
}

std::string Roles::words_with(Rights any_of, bool of_operator) const {
  std::string out;
  for (Role const& role : rows.rows())
    if (role.of_operator == of_operator && role.rights.meets(any_of))
      out.append(out.empty() ? "" : ", ").append("role_" + role.code);
  return out;
}

std::map<std::string, LocalizedText, std::less<>> Roles::words() const {
  std::map<std::string, LocalizedText, std::less<>> out;
  for (Role const& role : rows.rows()) out.emplace("role_" + role.code, role.name);
  return out;
}

Roles read_roles(std::filesystem::path const& file, Problems& problems) {
  Roles roles;
  auto const tree = read_spec(file);
  if (!tree) {
    problems.push_back(tree.error());
    return roles;
  }
  std::string const name = file.string();
  SpecTable table(*tree, name, problems);
  roles.powers_of_attorney = table.word<PowerPolicy>("powers_of_attorney", kPowerPolicyNames);
  std::vector<Role> rows;
  Once codes;
  table.each("roles", [&](SpecTable& row) { rows.push_back(read_role(row, codes)); });
  roles.rows = Dictionary<Role>(std::move(rows));
  for (bool const of_operator : {false, true}) check_first(table, roles.rows, of_operator);
  return roles;
}

}  // namespace tamga::country
