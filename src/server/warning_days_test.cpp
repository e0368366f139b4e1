// SPDX-License-Identifier: Apache-2.0
#include "server/warning_days.hpp"
#include "base/testing/source_path.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "country/errors.hpp"

namespace tamga::server {
namespace {

using Days = std::vector<std::int64_t>;

std::filesystem::path file_with(std::string const& certificates) {
  auto const file = std::filesystem::path(::testing::TempDir()) / "warnings.toml";
  std::ofstream(file) << "certificates = " << certificates
                      << "\napi_keys = [14, 3, 1]\npowers_of_attorney = [14, 3, 1]\nunused_codes = [30]\n";
  return file;
}

// Both countries say how long before; the order in the file does not matter, a mistake is told with its line.
TEST(WarningDays, AreTheCountrys) {
  for (char const* country : {"ru", "uz"}) {
    auto const days = read_warning_days(source_path("spec") / country / "warnings.toml");
    ASSERT_TRUE(days) << describe(days.error());
    EXPECT_EQ(days->certificates, (Days{1, 7, 30}));
    EXPECT_EQ(days->api_keys, (Days{1, 3, 14}));
    EXPECT_EQ(days->powers_of_attorney, (Days{1, 3, 14}));
    EXPECT_EQ(days->unused_codes, (Days{1, 7, 30}));
  }
  EXPECT_EQ(read_warning_days(file_with("[7, 60]"))->certificates, (Days{7, 60}));
  auto const mistake = [](std::string const& certificates) {
    auto const read = read_warning_days(file_with(certificates));
    return read ? Error(country::kSpecSyntax) : read.error();
  };
  EXPECT_TRUE(mistake("[]").is(country::kSpecWrongType));
  EXPECT_TRUE(mistake("30").is(country::kSpecWrongType));
  EXPECT_TRUE(mistake("[\"30\"]").is(country::kSpecWrongType));
  EXPECT_TRUE(mistake("[30, 30]").is(country::kSpecDuplicate));
  EXPECT_TRUE(mistake("[0]").is(country::kSpecOutOfRange));
}

// Each day has one letter; what is there late gets the nearest alone.
TEST(WarningDays, TheNearestIsDue) {
  Days const days{1, 3, 14};
  EXPECT_EQ(warning_due(days, 15), std::nullopt);
  EXPECT_EQ(warning_due(days, 14), 14);
  EXPECT_EQ(warning_due(days, 4), 14);
  EXPECT_EQ(warning_due(days, 3), 3);
  EXPECT_EQ(warning_due(days, 1), 1);
  EXPECT_EQ(warning_due(days, 0), 1);
}

}  // namespace
}  // namespace tamga::server
