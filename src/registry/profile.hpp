// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "registry/participant.hpp"
#include "shape/describe.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

/// Where goods are made or unpacked, with its lines. `kpp`: a place that stands apart from the organisation
/// has its own.
struct ProductionSite {
  std::string name;
  std::string address;
  std::optional<std::vector<std::string>> lines;
  std::optional<std::string> kpp = {};
  static constexpr auto shape() {
    return shape::object(
        "ProductionSite", "Where goods are made",
        shape::field("name", &ProductionSite::name, "Its name", shape::size(1, 200)),
        shape::field("address", &ProductionSite::address, "Its address", shape::size(1, 500)),
        shape::field("lines", &ProductionSite::lines, "Names of its lines", shape::size(0, 200),
                     shape::each(1, 100)),
        shape::field("kpp", &ProductionSite::kpp, "Its code of the reason of tax registration (KPP)",
                     shape::size(1, 20)));
  }
};

/// The account that pays for codes.
struct BankAccount {
  std::string bank;
  std::string account;
  static constexpr auto shape() {
    return shape::object(
        "BankAccount", "The account that pays for codes",
        shape::field("bank", &BankAccount::bank, "Code of the bank: MFO, BIK", shape::size(5, 12)),
        shape::field("account", &BankAccount::account, "Number of the account", shape::size(10, 34)));
  }
};

/// What an organisation says of itself, beyond its certificate. Confirmed by a signature each time it
/// changes. `kpp`: code of the reason of tax registration, beside the tax number; only where the country has
/// it, and never of a sole proprietor.
struct Profile {
  std::string address;
  std::string phone;
  std::string email;
  std::vector<std::string> groups;
  std::vector<std::string> types;
  std::optional<BankAccount> bank;
  std::optional<std::vector<ProductionSite>> sites;
  std::optional<std::string> kpp = {};
  static constexpr auto shape() {
    return shape::object(
        "Profile", "What an organisation says of itself",
        shape::field("address", &Profile::address, "Actual (postal) address", shape::size(5, 500)),
        shape::field("phone", &Profile::phone, "With the country's code", shape::size(5, 20)),
        shape::field("email", &Profile::email, "Where letters go", shape::size(3, 254)),
        shape::field("groups", &Profile::groups, "Product groups it works with", shape::size(1, 100),
                     shape::each(1, 50)),
        shape::field("types", &Profile::types, "How it takes part: codes of the country's dictionary",
                     shape::size(1, 20), shape::each(1, 50)),
        shape::field("bank", &Profile::bank, "The account that pays for codes"),
        shape::field("sites", &Profile::sites, "Production sites, of makers and importers",
                     shape::size(0, 500)),
        shape::field("kpp", &Profile::kpp, "Code of the reason of tax registration (KPP)",
                     shape::size(1, 20)));
  }
};

/// A profile as it is kept: the last one, and the document that brought it.
struct StoredProfile {
  Profile profile;
  std::int64_t document = 0;
  UnixMs since;
};

Result<std::optional<StoredProfile>> find_profile(sql::Connection& connection, ParticipantNo participant);
/// Replaces the profile, and what the participant's row repeats of it (its types), within the transaction of
/// `connection`; `Register::show` the participant after its commit.
Result<void> put_profile(sql::Connection& connection, ParticipantNo participant,
                         StoredProfile const& profile);

}  // namespace tamga::registry
