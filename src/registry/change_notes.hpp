// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "registry/profile.hpp"
#include "registry/user.hpp"
#include "shape/describe.hpp"
#include "sql/connection.hpp"

namespace tamga::registry {

/// One field before and after a document. Texts as people read them; empty: there was nothing.
struct FieldChange {
  std::string field;
  std::string before;
  std::string after;
  static constexpr auto shape() {
    return shape::object(
        "FieldChange", "One field before and after", shape::field("field", &FieldChange::field, "Its name"),
        shape::field("before", &FieldChange::before, "What it was; empty: nothing", shape::size(0, 20'000)),
        shape::field("after", &FieldChange::after, "What it is; empty: nothing", shape::size(0, 20'000)));
  }
  friend bool operator==(FieldChange const&, FieldChange const&) = default;
};

/// The fields of something as names and texts, in a fixed order.
using Facts = std::vector<std::pair<std::string, std::string>>;
Facts facts_of(Profile const& profile);
Facts facts_of(User const& user);
Facts facts_of(PowerOfAttorney const& power);
/// What differs; `before` may be empty.
std::vector<FieldChange> changes_between(Facts const& before, Facts const& after);

/// What documents about profiles and users changed, beside the journal: personal data, which can be erased
/// without breaking the chain.
Result<void> insert_changes(sql::Connection& connection, std::int64_t document,
                            std::vector<FieldChange> const& changes);
Result<std::map<std::int64_t, std::vector<FieldChange>>> read_changes(
    sql::Connection& connection, std::span<std::int64_t const> documents);

}  // namespace tamga::registry
