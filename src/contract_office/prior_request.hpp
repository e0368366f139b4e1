// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "sql/connection.hpp"

namespace tamga::contract_office {

struct Office;

/// Who on the operator's side looks after a product group. Features U-51.
struct GroupManager {
  std::string group;
  std::string name;
  std::string email;
  std::string phone;
  std::string changed_by{};  ///< the operator's person
  UnixMs changed_at{};
};

/// Of every group that has one, in order of group.
Result<std::vector<GroupManager>> group_managers(sql::Connection& connection);
Result<std::optional<GroupManager>> find_group_manager(sql::Connection& connection, std::string_view group);
/// Sets or replaces the manager of the group. Within the caller's transaction. Errors:
/// PRIOR_REQUEST_GROUP_UNKNOWN, EMAIL_WRONG, PHONE_WRONG.
Result<void> set_group_manager(Office const& office, sql::Connection& connection, GroupManager manager);

/// A company that is not registered yet asks for the contract of a group in advance: the step before
/// registration in a pilot. Features U-50, U-51.
struct PriorRequest {
  std::string number{};  ///< given by the system
  std::string company;
  std::string tax_id;
  std::string person;
  std::string email;
  std::string phone;
  std::string group;
  Language language = Language::Ru;
  UnixMs at{};
  std::optional<UnixMs> closed_at{};
  std::string closed_by{};
  std::string answer{};  ///< what became of it
};

/// Takes it in, with letters to the group's manager and to who asks. The same `key` is one request. Within
/// the caller's transaction; a refusal leaves it as it was. Errors: PRIOR_REQUEST_GROUP_UNKNOWN, those of the
/// tax number by the country's rules, EMAIL_WRONG, PHONE_WRONG, TOO_MANY_PRIOR_REQUESTS (of one tax number in
/// a day).
Result<PriorRequest> take_prior_request(Office const& office, sql::Connection& connection,
                                        PriorRequest request, std::string_view key);
/// Open ones, oldest first, from behind number `after`; at most `most`.
Result<std::vector<PriorRequest>> open_prior_requests(sql::Connection& connection, std::int64_t after,
                                                      std::int64_t most);
/// Errors: PRIOR_REQUEST_UNKNOWN.
Result<PriorRequest> find_prior_request(sql::Connection& connection, std::int64_t number);
/// The operator has answered. Errors: PRIOR_REQUEST_UNKNOWN, PRIOR_REQUEST_CLOSED.
Result<PriorRequest> close_prior_request(sql::Connection& connection, std::int64_t number,
                                         std::string_view answer, std::string_view officer, UnixMs now);

}  // namespace tamga::contract_office
