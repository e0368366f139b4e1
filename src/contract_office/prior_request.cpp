// SPDX-License-Identifier: Apache-2.0
#include "contract_office/prior_request.hpp"

#include "contract_office/errors.hpp"
#include "contract_office/office.hpp"
#include "contract_office/tables.hpp"
#include "identifiers/contacts.hpp"
#include "identifiers/rule.hpp"
#include "sql/errors.hpp"

namespace tamga::contract_office {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

GroupManager manager_of(sql::Row const& row) {
  return {.group = std::string(row.text(0)),
          .name = std::string(row.text(1)),
          .email = std::string(row.text(2)),
          .phone = std::string(row.text(3)),
          .changed_by = std::string(row.text(4)),
          .changed_at = row.as<UnixMs>(5)};
}

PriorRequest request_of(sql::Row const& row) {
  PriorRequest out{.number = std::to_string(row.int64(0)),
                   .company = std::string(row.text(1)),
                   .tax_id = std::string(row.text(2)),
                   .person = std::string(row.text(3)),
                   .email = std::string(row.text(4)),
                   .phone = std::string(row.text(5)),
                   .group = std::string(row.text(6)),
                   .language = language_of(row.text(7)).value_or(Language::Ru),
                   .at = row.as<UnixMs>(8)};
  if (!row.is_null(9)) out.closed_at = row.as<UnixMs>(9);
  out.closed_by = row.text(10);
  out.answer = row.text(11);
  return out;
}

Result<std::string> group_of(Office const& office, std::string_view code) {
  auto const* group = office.country.find_group(code);
  if (group == nullptr) return fail(Error(kPriorGroupUnknown).at("/group").with("group", std::string(code)));
  return group->code;
}

Result<void> check_contacts(std::string const& email, std::string& phone) {
  if (auto const good = identifiers::check_email(email); !good) return fail(Error(good.error()).at("/email"));
  auto read = identifiers::read_phone(phone);
  if (!read) return fail(Error(read.error()).at("/phone"));
  phone = *std::move(read);
  return {};
}

Result<void> check_count(Office const& office, sql::Connection& connection, PriorRequest const& request) {
  auto const count = [](sql::Row const& row) { return row.int64(0); };
  TAMGA_ASSIGN(lately, connection.find(kCountPriorRequests, count, request.tax_id,
                                       UnixMs(request.at.value() - kDayMs)));
  if (lately.value_or(0) < office.terms.requests_a_day) return {};
  return fail(Error(kTooManyPriorRequests).with("limit", std::to_string(office.terms.requests_a_day)));
}

Result<PriorRequest> judged(Office const& office, PriorRequest request) {
  TAMGA_ASSIGN(group, group_of(office, request.group));
  request.group = std::move(group);
  TAMGA_TRY(check_contacts(request.email, request.phone));
  auto tax_id = identifiers::check(office.country.rules().identifiers.tax_id, request.tax_id);
  if (!tax_id) return fail(Error(tax_id.error()).at("/tax_id"));
  request.tax_id = tax_id->text;
  return request;
}

}  // namespace

Result<std::vector<GroupManager>> group_managers(sql::Connection& connection) {
  std::vector<GroupManager> out;
  TAMGA_ASSIGN(rows, connection.query(kManagers));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(manager_of(row)); }));
  return out;
}

Result<std::optional<GroupManager>> find_group_manager(sql::Connection& connection, std::string_view group) {
  return connection.find(kManagerOf, manager_of, group);
}

Result<void> set_group_manager(Office const& office, sql::Connection& connection, GroupManager manager) {
  TAMGA_ASSIGN(group, group_of(office, manager.group));
  TAMGA_TRY(check_contacts(manager.email, manager.phone));
  TAMGA_TRY(connection.execute(kSetManager, group, manager.name, manager.email, manager.phone,
                               manager.changed_by, manager.changed_at));
  return {};
}

Result<PriorRequest> take_prior_request(Office const& office, sql::Connection& connection, PriorRequest given,
                                        std::string_view key) {
  TAMGA_ASSIGN(earlier, connection.find(kPriorRequestOfKey, request_of, key));
  if (earlier) return *std::move(earlier);
  TAMGA_ASSIGN(request, judged(office, std::move(given)));
  TAMGA_TRY(check_count(office, connection, request));
  TAMGA_TRY(connection.execute(kInsertPriorRequest, key, request.company, request.tax_id, request.person,
                               request.email, request.phone, request.group, code_of(request.language),
                               request.at));
  TAMGA_ASSIGN(stored, connection.find(kPriorRequestOfKey, request_of, key));
  if (!stored) return fail(Error(sql::kStoreConflict).with("constraint", "prior_request(idempotency)"));
  TAMGA_ASSIGN(manager, find_group_manager(connection, stored->group));
  if (manager) TAMGA_TRY(office.outbox.put(connection, office.letters.prior_request(*stored, *manager)));
  TAMGA_TRY(office.outbox.put(connection, office.letters.prior_request_received(*stored, manager)));
  return *std::move(stored);
}

Result<std::vector<PriorRequest>> open_prior_requests(sql::Connection& connection, std::int64_t after,
                                                      std::int64_t most) {
  std::vector<PriorRequest> out;
  TAMGA_ASSIGN(rows, connection.query(kOpenPriorRequests, after, most));
  TAMGA_TRY(rows.each([&](sql::Row const& row) { out.push_back(request_of(row)); }));
  return out;
}

Result<PriorRequest> find_prior_request(sql::Connection& connection, std::int64_t number) {
  TAMGA_ASSIGN(found, connection.find(kPriorRequest, request_of, number));
  if (!found) return fail(kPriorRequestUnknown);
  return *std::move(found);
}

Result<PriorRequest> close_prior_request(sql::Connection& connection, std::int64_t number,
                                         std::string_view answer, std::string_view officer, UnixMs now) {
  TAMGA_ASSIGN(found, find_prior_request(connection, number));
  if (found.closed_at) return fail(Error(kPriorRequestClosed).with("number", found.number));
  TAMGA_ASSIGN(changed, connection.execute(kClosePriorRequest, number, now, officer, answer));
  if (changed != 1) return fail(Error(sql::kStoreConflict).with("constraint", "prior_request(closed_at)"));
  found.closed_at = now;
  found.closed_by = officer;
  found.answer = answer;
  return std::move(found);
}

}  // namespace tamga::contract_office
