// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/testing/source_path.hpp"
#include "country/country.hpp"
#include "country/errors.hpp"

namespace tamga::country {
namespace {

namespace fs = std::filesystem;

Roles roles_of(std::string const& name) {
  Problems problems;
  Roles roles = read_roles(source_path("spec") / name / "roles.toml", problems);
  for (Error const& problem : problems) ADD_FAILURE() << describe(problem);
  return roles;
}

/// The mistakes of a file, each as "line NAME".
std::vector<std::string> mistakes(std::string const& text) {
  fs::path const file = fs::path(testing::TempDir()) / ("tamga_roles_" + std::to_string(getpid()) + ".toml");
  std::ofstream(file) << text;
  Problems problems;
  read_roles(file, problems);
  std::vector<std::string> out;
  for (Error const& problem : problems)
    out.push_back(problem.where().substr(problem.where().rfind(':') + 1) + " " + std::string(problem.name()));
  fs::remove(file);
  return out;
}

// Every right is in some role of both countries: a right that no role has could be given to nobody but the
// administrator.
TEST(Roles, EveryRightHasARoleBesideTheAdministrator) {
  for (char const* country : {"ru", "uz"}) {
    Roles const roles = roles_of(country);
    for (Right const right : Rights::all().list()) {
      bool const has = std::any_of(roles.rows.rows().begin(), roles.rows.rows().end(),
                                   [&](Role const& role) { return role.rights.has(right); });
      EXPECT_TRUE(has) << country << " " << name_of(right);
    }
  }
}

TEST(Roles, NamesOfRightsAreClosedAndDiffer) {
  std::set<std::string_view> names(kRightNames.begin(), kRightNames.end());
  EXPECT_EQ(names.size(), kRightNames.size());
  for (Right const right : Rights::all().list()) EXPECT_EQ(right_of(name_of(right)), right);
  EXPECT_FALSE(right_of("fly").has_value());
}

TEST(Roles, AreAddedUp) {
  Roles const roles = roles_of("uz");
  std::vector<std::string> const given{"cashier", "warehouse", "abolished"};
  Rights const rights = roles.rights_of(given);
  EXPECT_TRUE(rights.has(Right::CashReceipts));
  EXPECT_TRUE(rights.has(Right::Ship));
  EXPECT_FALSE(rights.has(Right::OrderCodes));
  EXPECT_EQ(roles.words_with(Right::ApiKeys, false), "role_administrator, role_technical");
  EXPECT_EQ(roles.words_with(Right::DecideApplications, true),
            "role_operator_administrator, role_applications");
}

// Nobody of a participant gets a right of the operator by a role of the file.
TEST(Roles, MistakesAreToldWithTheirLine) {
  std::string const names = R"(names = { ru = "a", uz = "a", en = "a" }
about = { ru = "a", uz = "a", en = "a" }
)";
  auto const found =
      mistakes("powers_of_attorney = \"sometimes\"\n[[roles]]\ncode = \"a\"\n" + names +
               "rights = [\"block_codes\"]\n[[roles]]\ncode = \"a\"\n" + names + "rights = [\"fly\"]\n");
  EXPECT_EQ(found, (std::vector<std::string>{"1 SPEC_UNKNOWN_WORD", "6 SPEC_UNKNOWN_REFERENCE",
                                             "8 SPEC_DUPLICATE", "11 SPEC_UNKNOWN_REFERENCE",
                                             "2 SPEC_FIRST_ROLE", "2 SPEC_FIRST_ROLE"}));
}

}  // namespace
}  // namespace tamga::country
