// SPDX-License-Identifier: Apache-2.0
#include "standing/office.hpp"

#include <algorithm>
#include <limits>

#include "standing/book.hpp"
#include "standing/comparison.hpp"
#include "standing/errors.hpp"

namespace tamga::standing {
namespace {

bool of_operator(Finding const& one) { return one.cause == Cause::Operator; }
/// Not of the register: its answers leave it alone.
bool of_others(Finding const& one) { return one.cause == Cause::Operator || one.cause == Cause::Certificate; }

Result<Standing> current(sql::Connection& connection, ParticipantNo participant, UnixMs now) {
  TAMGA_ASSIGN(found, find_standing(connection, participant));
  if (found) return *std::move(found);
  Standing fresh;
  fresh.participant = participant;
  fresh.next_check = now;
  return fresh;
}

/// The same cause keeps the day since when it stands.
void keep_since(std::vector<Finding>& findings, std::vector<Finding> const& before) {
  for (Finding& one : findings)
    for (Finding const& old : before)
      if (old.cause == one.cause && old.now == one.now) one.since = old.since;
}

bool same_causes(std::vector<Finding> const& left, std::vector<Finding> const& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](Finding const& a, Finding const& b) {
                      return a.cause == b.cause && a.effect == b.effect && a.now == b.now;
                    });
}

/// A profile that was confirmed anew ends the causes that the country lets it end.
void confirm_anew(Standing& standing, Rules const& rules, std::int64_t profile,
                  std::optional<business_register::BusinessEntity> const& said) {
  if (!said || (standing.confirmed && standing.profile == profile)) return;
  bool const first = !standing.confirmed;
  standing.profile = profile;
  if (first) {
    standing.confirmed = said;
    return;
  }
  if (rules.of(Cause::Address).ends_by_profile) standing.confirmed->address = said->address;
  if (rules.of(Cause::RegistryId).ends_by_profile) standing.confirmed->registry_id = said->registry_id;
  if (rules.of(Cause::Director).ends_by_profile) standing.confirmed->director = said->director;
}

Result<Settled> write(sql::Connection& connection, Standing standing, std::vector<Finding> findings) {
  Settled out;
  out.before = standing.effect();
  out.changed = !same_causes(standing.findings, findings);
  standing.findings = std::move(findings);
  TAMGA_TRY(put_standing(connection, standing));
  out.standing = std::move(standing);
  return out;
}

}  // namespace

Result<Settled> settle(sql::Connection& connection, Rules const& rules, ParticipantNo participant,
                       std::optional<registry::StoredProfile> const& profile,
                       std::optional<business_register::BusinessEntity> const& said,
                       std::span<std::string const> certified, UnixMs now) {
  TAMGA_ASSIGN(standing, current(connection, participant, now));
  confirm_anew(standing, rules, profile ? profile->document : 0, said);
  // After a new head the one that the register names next is the confirmed one.
  if (said && standing.confirmed && !standing.confirmed->director)
    standing.confirmed->director = said->director;
  std::vector<Finding> findings = compare(standing.confirmed, said, certified, rules, now);
  keep_since(findings, standing.findings);
  std::copy_if(standing.findings.begin(), standing.findings.end(), std::back_inserter(findings), of_others);
  standing.checked_at = now;
  standing.next_check = UnixMs(now.value() + (findings.empty() ? rules.recheck_ms : rules.retry_ms));
  return write(connection, std::move(standing), std::move(findings));
}

Result<void> postpone(sql::Connection& connection, Rules const& rules, ParticipantNo participant,
                      UnixMs now) {
  TAMGA_ASSIGN(standing, current(connection, participant, now));
  standing.next_check = UnixMs(now.value() + rules.retry_ms);
  return put_standing(connection, standing);
}

Result<void> exempt(sql::Connection& connection, ParticipantNo participant) {
  Standing standing;
  standing.participant = participant;
  standing.next_check = UnixMs(std::numeric_limits<std::int64_t>::max());
  return put_standing(connection, standing);
}

Result<Settled> judge_head(sql::Connection& connection, Rules const& rules, ParticipantNo participant,
                           bool revoked, UnixMs now) {
  TAMGA_ASSIGN(standing, current(connection, participant, now));
  auto const known = std::find_if(standing.findings.begin(), standing.findings.end(),
                                  [](Finding const& one) { return one.cause == Cause::Certificate; });
  std::vector<Finding> findings = standing.findings;
  Effect const effect = rules.of(Cause::Certificate).effect;
  if (!revoked)
    std::erase_if(findings, [](Finding const& one) { return one.cause == Cause::Certificate; });
  else if (known == standing.findings.end() && effect != Effect::Good)
    findings.push_back({Cause::Certificate, effect, now, {}, {}, {}});
  return write(connection, std::move(standing), std::move(findings));
}

Result<Settled> change_head(sql::Connection& connection, ParticipantNo participant, UnixMs now) {
  TAMGA_ASSIGN(standing, current(connection, participant, now));
  if (standing.confirmed) standing.confirmed->director.reset();
  standing.next_check = now;
  std::vector<Finding> findings = standing.findings;
  std::erase_if(findings, [](Finding const& one) {
    return one.cause == Cause::Director || one.cause == Cause::Certificate ||
           one.cause == Cause::CertificateRegistryId;
  });
  return write(connection, std::move(standing), std::move(findings));
}

Result<void> make_due(sql::Connection& connection, ParticipantNo participant, UnixMs now) {
  TAMGA_ASSIGN(standing, current(connection, participant, now));
  standing.next_check = now;
  return put_standing(connection, standing);
}

Result<Settled> decide(sql::Connection& connection, ParticipantNo participant, Effect effect,
                       std::string reason, std::string person, UnixMs now) {
  TAMGA_ASSIGN(standing, current(connection, participant, now));
  for (Finding const& one : standing.findings)
    if (of_operator(one) && one.effect == effect)
      return fail(Error(kStandingAlready).with("reason", one.now).with("person", one.person));
  std::vector<Finding> findings = standing.findings;
  std::erase_if(findings, of_operator);
  findings.push_back({Cause::Operator, effect, now, {}, std::move(reason), std::move(person)});
  return write(connection, std::move(standing), std::move(findings));
}

Result<Settled> lift(sql::Connection& connection, ParticipantNo participant, UnixMs now) {
  TAMGA_ASSIGN(standing, current(connection, participant, now));
  if (standing.findings.empty()) return fail(kNothingToLift);
  // The next answer of the register is taken for confirmed.
  standing.confirmed.reset();
  standing.next_check = now;
  std::vector<Finding> findings = standing.findings;
  std::erase_if(findings, [](Finding const& one) {
    return one.cause == Cause::Operator || one.cause == Cause::Address || one.cause == Cause::RegistryId ||
           one.cause == Cause::Director;
  });
  return write(connection, std::move(standing), std::move(findings));
}

}  // namespace tamga::standing
