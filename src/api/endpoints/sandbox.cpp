// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/sandbox.hpp"

#include <algorithm>
#include <chrono>

#include "api/errors.hpp"
#include "api/in_turn.hpp"
#include "api/rate_limit.hpp"
#include "api/sandbox_desk.hpp"
#include "crypto/base64.hpp"
#include "crypto/errors.hpp"
#include "registry/register.hpp"
#include "registry/user_rows.hpp"

namespace tamga::api {
namespace {

Result<SandboxDesk const*> desk_of(Call const& call) {
  SandboxDesk const* const desk = call.services().sandbox;
  if (desk == nullptr) return fail(kNoSandbox);
  return desk;
}

/// Making certificates costs signatures; nobody needs many.
Result<void> within_limit(Call const& call) {
  static RateLimiter limiter({.per_second = 0.5, .burst = 20});
  auto const now_us = std::chrono::duration_cast<std::chrono::microseconds>(
                          std::chrono::steady_clock::now().time_since_epoch())
                          .count();
  if (auto const seconds = limiter.take(address_key(call.request().remote_address()), now_us))
    return fail(Error(kRateLimited).with("seconds", std::to_string(*seconds)));
  return {};
}

Result<SandboxDesk::Company const*> find_company(SandboxDesk const& desk, std::string const& key) {
  auto const& all = desk.companies();
  auto const found = std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.key == key; });
  if (found == all.end()) return fail(Error(kCompanyNotInvented).with("company", key).at("/company"));
  return &*found;
}

/// From now on this person, if he is a user of a company that takes part, signs with this certificate too.
Result<void> let_sign(Call const& call, SandboxDesk::Company const& company, std::string const& person,
                      crypto::Certificate const& certificate) {
  registry::Register const& participants = call.services().participants;
  TAMGA_ASSIGN(participant, participants.find_by_tax_id(company.tax_id));
  if (!participant) return {};
  TAMGA_ASSIGN(users, participants.users().of(participant->number));
  auto const user = std::find_if(users.begin(), users.end(),
                                 [&](registry::UserPtr const& one) { return one->person == person; });
  if (user == users.end()) return {};
  auto const done = in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    TAMGA_TRY(registry::insert_certificate(
        turn.connection(), (*user)->number,
        {.certificate = certificate.sha256(), .ends = certificate.not_after(), .added = turn.now()}));
    journal::Entry entry = entry_of(call, "sandbox.certificate");
    entry.at = turn.now();
    entry.result = "accepted";
    entry.participant = participant->number.value();
    entry.certificate = crypto::view(certificate.sha256());
    turn.journal(std::move(entry));
    return {};
  });
  TAMGA_TRY(done);
  return participants.users().reload(certificate.sha256());
}

}  // namespace

Result<ListInventedCompanies::Output> ListInventedCompanies::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(desk, desk_of(call));
  Output out;
  for (SandboxDesk::Company const& one : desk->companies()) {
    TAMGA_ASSIGN(participant, call.services().participants.find_by_tax_id(one.tax_id));
    out.companies.push_back({.company = one.key,
                             .name = one.name,
                             .tax_id = one.tax_id,
                             .person = one.person,
                             .registered = participant.has_value(),
                             .authority = one.authority});
  }
  return out;
}

Result<IssueTestCertificate::Output> IssueTestCertificate::handle(Input const&, Body const& body,
                                                                  Call& call) {
  TAMGA_ASSIGN(desk, desk_of(call));
  TAMGA_TRY(within_limit(call));
  TAMGA_ASSIGN(company, find_company(*desk, body.company));
  auto const key = crypto::decode_base64(body.public_key);
  if (!key) return fail(Error(kPublicKeyMalformed).at("/public_key"));
  std::string const person = body.person.value_or(company->person);
  auto const certificate = desk->certify(company->key, person, *key, call.now());
  if (!certificate) return fail(Error(kPublicKeyMalformed).at("/public_key"));
  TAMGA_TRY(let_sign(call, *company, person, *certificate));
  return Output{.certificate = crypto::encode_base64(certificate->der()), .ends = certificate->not_after()};
}

template struct RowOf<ListInventedCompanies>;
template struct RowOf<IssueTestCertificate>;

}  // namespace tamga::api
