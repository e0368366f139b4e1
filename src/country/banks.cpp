// SPDX-License-Identifier: Apache-2.0
#include "country/banks.hpp"

#include "country/spec_rows.hpp"
#include "identifiers/rule.hpp"

namespace tamga::country {

BankDirectory read_banks(std::filesystem::path const& file, IdentifierRules const& rules,
                         Problems& problems) {
  BankDirectory directory;
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return directory;
  auto const tree = read_spec(file);
  if (!tree) {
    problems.push_back(tree.error());
    return directory;
  }
  std::string const name = file.string();
  SpecTable table(*tree, name, problems);
  directory.complete = table.flag_or("complete", false);
  Once codes;
  table.each("banks", [&](SpecTable& row) {
    Bank bank{.code = row.text("code"),
              .name = row.text("name"),
              .account = row.text_or("account", ""),
              .city = row.text_or("city", "")};
    codes.check(row, "code", bank.code);
    if (auto const code = identifiers::check(rules.bank_code, bank.code); !code)
      row.wrong("code", code.error());
    directory.banks.emplace(bank.code, std::move(bank));
  });
  return directory;
}

}  // namespace tamga::country
