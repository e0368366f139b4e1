// SPDX-License-Identifier: Apache-2.0
#include "contract_office/renewal.hpp"

#include <algorithm>

#include "base/failure.hpp"
#include "contract_office/errors.hpp"
#include "contract_office/facts.hpp"
#include "registry/heads.hpp"
#include "sql/transaction.hpp"

namespace tamga::contract_office {
namespace {

using contracts::Contract;
using contracts::NeededContract;

constexpr std::int64_t kSecondMs = 1000;
constexpr std::int64_t kDayMs = 86'400 * kSecondMs;
constexpr std::int64_t kLongestSilenceMs = 600 * kSecondMs;

/// 10 seconds, 20, 40 ... ten minutes.
std::int64_t silence_ms(std::int64_t tries) {
  return std::min(kLongestSilenceMs, (10 * kSecondMs) << std::min<std::int64_t>(tries, 10));
}

contracts::Obstacle obstacle_of(Error const& error) {
  contracts::Obstacle out{std::string(error.name()), {}};
  for (auto const& [name, value] : error.arguments()) out.values.emplace(name, value);
  return out;
}

/// One participant's contracts on their way to what they should be.
class Renewal {
 public:
  Renewal(Office const& office, sql::Connection& connection, Known known, std::string_view reason, UnixMs now)
      : office_(office),
        connection_(connection),
        known_(std::move(known)),
        reason_(reason),
        now_(now),
        today_(office.country.day_of(now)) {}

  Result<void> run() {
    std::vector<std::string> groups;
    for (std::string const& code : known_.profile.groups)
      if (auto const* group = office_.country.find_group(code)) groups.push_back(group->code);
    auto const wanted = contracts::needed_contracts(office_.templates, known_.profile.types, groups);
    TAMGA_ASSIGN(all, office_.contracts.of(connection_, known_.participant.number));
    std::erase_if(all, [](Contract const& one) { return is_over(one.state); });
    for (Contract const& one : all)
      if (std::find(wanted.begin(), wanted.end(), scope_of(one)) == wanted.end()) TAMGA_TRY(end(one));
    for (NeededContract const& one : wanted) {
      // Newest first.
      auto const found =
          std::find_if(all.begin(), all.end(), [&](Contract const& other) { return scope_of(other) == one; });
      TAMGA_TRY(attempt([&] { return found == all.end() ? generate(one) : renew(*found); }));
    }
    return {};
  }

  [[nodiscard]] std::optional<contracts::Obstacle> const& obstacle() const { return obstacle_; }
  std::vector<Happened> take_happened() { return std::move(happened_); }

 private:
  static NeededContract scope_of(Contract const& one) {
    return {one.facts.kind, one.facts.group ? one.facts.group->code : std::string()};
  }

  /// What cannot be made leaves no trace; the first reason is told.
  template <class Work>
  Result<void> attempt(Work const& work) {
    TAMGA_ASSIGN(savepoint, sql::Savepoint::begin(connection_));
    if (auto const done = work(); !done) {
      if (is_failure(done.error())) return done;
      if (!obstacle_) obstacle_ = obstacle_of(done.error());
      return {};
    }
    return savepoint.release();
  }

  [[nodiscard]] Result<Language> language() {
    return registry::language_of(connection_, known_.participant.number,
                                 office_.country.rules().languages.front());
  }
  contracts::ContractFacts facts(NeededContract const& one) {
    return facts_of(office_, known_, one.kind, one.group, today_);
  }
  [[nodiscard]] Date kept_until() const {
    return Date::from_days(today_.days() + static_cast<std::int32_t>(office_.terms.grace_days));
  }

  Result<void> generate(NeededContract const& one) {
    TAMGA_ASSIGN(made, office_.contracts.generate(connection_, facts(one), "rule", now_));
    TAMGA_TRY(publish(made, "contract.generate"));
    Date const until = Date::from_days(today_.days() + static_cast<std::int32_t>(office_.terms.sign_days));
    TAMGA_ASSIGN(in, language());
    TAMGA_TRY(office_.outbox.put(connection_, office_.letters.ready(made, until, now_, in)));
    return {};
  }

  Result<void> renew(Contract const& old) {
    contracts::ContractFacts now = facts(scope_of(old));
    TAMGA_ASSIGN(outdated, office_.contracts.is_outdated(old, now));
    if (!outdated) return {};
    bool const priced = old.facts.group && now.group && old.facts.group->mode == country::GroupMode::Pilot &&
                        now.group->mode == country::GroupMode::Mandatory;
    TAMGA_ASSIGN(made, office_.contracts.replace(connection_, old.no, std::move(now), kept_until(), reason_,
                                                 "rule", now_));
    TAMGA_TRY(publish(made, "contract.replace"));
    TAMGA_ASSIGN(in, language());
    TAMGA_TRY(office_.outbox.put(connection_,
                                 priced ? office_.letters.prices_begin(made, kept_until(), now_, in)
                                        : office_.letters.replaced(made, reason_, kept_until(), now_, in)));
    return {};
  }

  Result<void> publish(Contract const& made, std::string action) {
    TAMGA_TRY(office_.contracts.publish(connection_, made.no, "rule", now_));
    happened_.push_back({std::move(action), known_.participant.number, made.number});
    return {};
  }

  Result<void> end(Contract const& one) {
    TAMGA_TRY(office_.contracts.end(connection_, one.no, reason_, "rule", now_));
    happened_.push_back({"contract.end", known_.participant.number, one.number});
    return {};
  }

  Office const& office_;
  sql::Connection& connection_;
  Known known_;
  std::string_view reason_;
  UnixMs now_;
  Date today_;
  std::optional<contracts::Obstacle> obstacle_;
  std::vector<Happened> happened_;
};

}  // namespace

Result<std::vector<Task>> due_tasks(Office const& office, sql::Store& store, UnixMs now, std::int64_t most) {
  std::vector<contracts::Due> due;
  {
    TAMGA_ASSIGN(reader, store.reader());
    TAMGA_ASSIGN(found, contracts::due_now(*reader, now, most));
    due = std::move(found);
  }
  std::vector<Task> out;
  for (contracts::Due& one : due) {
    Task task{.due = std::move(one)};
    TAMGA_ASSIGN(participant, office.participants.find(task.due.participant));
    if (participant) {
      auto entity = office.businesses.find(participant->tax_id);
      if (entity)
        task.entity = *std::move(entity);
      else if (entity.error().kind().error_class == ErrorClass::Retry)
        task.silent = entity.error();
      else
        return fail(std::move(entity).error());
    }
    out.push_back(std::move(task));
  }
  return out;
}

Result<std::vector<Happened>> perform(Office const& office, sql::Connection& connection, Task const& task,
                                      UnixMs now) {
  TAMGA_ASSIGN(due, contracts::due_of(connection, task.due.participant));
  if (!due || due->asked != task.due.asked) return std::vector<Happened>();
  if (task.silent) {
    TAMGA_TRY(contracts::postpone(connection, *due, UnixMs(now.value() + silence_ms(due->tries)),
                                  obstacle_of(*task.silent)));
    return std::vector<Happened>();
  }
  TAMGA_ASSIGN(participant, office.participants.find(due->participant));
  TAMGA_ASSIGN(stored, registry::find_profile(connection, due->participant));
  if (!participant || !stored) {
    TAMGA_TRY(contracts::settle(connection, *due));
    return std::vector<Happened>();
  }
  Renewal renewal(office, connection, {*std::move(participant), std::move(stored->profile), task.entity},
                  due->reason, now);
  TAMGA_TRY(renewal.run());
  auto obstacle = renewal.obstacle();
  if (!obstacle)
    TAMGA_TRY(contracts::settle(connection, *due));
  else
    TAMGA_TRY(contracts::postpone(connection, *due, UnixMs(now.value() + kDayMs),
                                  task.entity ? *obstacle : obstacle_of(Error(kNotInRegister))));
  return renewal.take_happened();
}

}  // namespace tamga::contract_office
