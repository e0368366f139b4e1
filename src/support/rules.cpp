// SPDX-License-Identifier: Apache-2.0
#include "support/rules.hpp"

#include <algorithm>

#include "country/spec_rows.hpp"

namespace tamga::support {
namespace {

template <class Row>
Row const* find_row(std::vector<Row> const& rows, std::string_view code) {
  auto const found = std::find_if(rows.begin(), rows.end(), [&](Row const& row) { return row.code == code; });
  return found == rows.end() ? nullptr : &*found;
}

void read_tickets(country::SpecTable& table, Rules& rules) {
  rules.open_hour = table.integer("open_hour", 0, 23);
  rules.close_hour = table.integer("close_hour", rules.open_hour + 1, 24);
  rules.open_tickets = table.integer("open_tickets", 1, 1'000);
  rules.messages_a_day = table.integer("messages_a_day", 1, 10'000);
  rules.reopen_days = table.integer("reopen_days", 0, 365);
  country::Once codes;
  table.each("topics", [&](country::SpecTable& row) {
    Topic one{.code = row.text("code"),
              .name = row.texts("names"),
              .answer_hours = row.integer("answer_hours", 1, 24 * 60),
              .hours = row.word<Hours>("hours", kHoursNames)};
    codes.check(row, "code", one.code);
    rules.topics.push_back(std::move(one));
  });
  if (rules.topics.empty()) table.wrong({}, Error(country::kSpecMissingKey).with("key", "topics"));
}

void read_violations(country::SpecTable& table, Rules& rules) {
  rules.reports_a_day = table.integer("reports_a_day", 1, 10'000);
  rules.contact_days = table.integer("contact_days", 1, 3'650);
  country::Once codes;
  table.each("kinds", [&](country::SpecTable& row) {
    ViolationKind one{.code = row.text("code"),
                      .name = row.texts("names"),
                      .needs_goods = row.flag_or("needs_goods", false)};
    codes.check(row, "code", one.code);
    rules.violations.push_back(std::move(one));
  });
  if (rules.violations.empty()) table.wrong({}, Error(country::kSpecMissingKey).with("key", "kinds"));
}

void read_contacts(country::SpecTable& table, Contacts& contacts) {
  contacts.address = table.texts("address");
  contacts.hours = table.texts("hours");
  contacts.hotline = table.text("hotline");
  contacts.email = table.text("email");
  contacts.telegram = table.text_or("telegram", {});
}

}  // namespace

Topic const* Rules::topic(std::string_view code) const { return find_row(topics, code); }
ViolationKind const* Rules::violation(std::string_view code) const { return find_row(violations, code); }

Result<Rules> read_rules(std::filesystem::path const& file) {
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  Rules rules;
  {
    country::SpecTable table(tree, name, problems);
    table.inside("tickets", [&](country::SpecTable& part) { read_tickets(part, rules); });
    table.inside("violations", [&](country::SpecTable& part) { read_violations(part, rules); });
    table.inside("comments", [&](country::SpecTable& part) {
      rules.comments_a_day = part.integer("of_user_a_day", 1, 1'000);
      rules.comments_of_article = part.integer("of_article", 1, 100'000);
    });
    table.inside("contacts", [&](country::SpecTable& part) { read_contacts(part, rules.contacts); });
    table.inside("queues", [&](country::SpecTable& part) {
      for (std::size_t i = 0; i < kQueuesWithTerm; ++i)
        rules.queue_days[i] = part.integer(kQueueNames[i], 0, 365);
    });
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  return rules;
}

}  // namespace tamga::support
