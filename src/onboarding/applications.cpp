// SPDX-License-Identifier: Apache-2.0
#include "onboarding/applications.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "crypto/signing_time.hpp"
#include "crypto/token.hpp"
#include "evidence/doubts.hpp"
#include "identifiers/contacts.hpp"
#include "onboarding/application_store.hpp"
#include "onboarding/errors.hpp"
#include "registry/profile.hpp"
#include "shape/decode.hpp"

namespace tamga::onboarding {
namespace {

constexpr std::int64_t kHourMs = 3'600'000;
constexpr std::int64_t kDayMs = 24 * kHourMs;

/// Twelve characters that people can read out, 60 random bits: "TA-7K2M-9XQ4-PD3W".
std::string new_number(Rng& rng) {
  constexpr std::string_view kSymbols = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  std::array<std::byte, 12> bytes{};
  rng.fill(bytes);
  std::string number = "TA";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i % 4 == 0) number += '-';
    number += kSymbols[std::to_integer<std::size_t>(bytes[i]) % kSymbols.size()];
  }
  return number;
}

/// A silent register is asked again after a minute, then less often; after a day a person looks.
std::int64_t pause_after(int checks) {
  constexpr std::array<std::int64_t, 5> kMinutes{1, 2, 5, 15, 30};
  auto const at = static_cast<std::size_t>(std::clamp(checks - 1, 0, static_cast<int>(kMinutes.size()) - 1));
  return kMinutes[at] * 60'000;
}

tl::expected<ApplicationBody, std::vector<Error>> read_body(Office const& office, std::string const& bytes) {
  auto const one = [](Error error) { return tl::unexpected(std::vector<Error>{std::move(error)}); };
  auto const json = shape::JsonDocument::open(bytes, {.max_bytes = 16 << 10});
  if (!json) return one(json.error());
  auto body = shape::decode_all<ApplicationBody>(*json);
  if (!body) return body;
  std::vector<Error> errors;
  if (auto const email = identifiers::check_email(body->email); !email)
    errors.push_back(Error(email.error()).at("/email"));
  auto phone = identifiers::read_phone(body->phone);
  if (phone)
    body->phone = *std::move(phone);
  else
    errors.push_back(Error(phone.error()).at("/phone"));
  if (body->consent != office.terms.consent)
    errors.push_back(Error(kConsentOutdated).at("/consent").with("version", office.terms.consent));
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  return body;
}

/// Of an organisation that has an account: only a new head may ask, or the head whose certificates are no
/// good any more. Whether the register names him is for the checks to find out.
Result<void> judge_known(Office const& office, registry::Participant const& known, Application const& one) {
  auto const refused = [&] { return fail(Error(kAlreadyRegistered).with("tax_id", known.tax_id)); };
  if (known.authority) return refused();
  TAMGA_ASSIGN(user, office.participants.users().find(one.certificate));
  bool const signs = user && user->state != registry::UserState::Blocked;
  return signs ? refused() : Result<void>();
}

std::string person_id_of(crypto::Holder const& holder) {
  return !holder.person_id.empty() ? holder.person_id : holder.person_tax_id;
}

/// The account that is there has a new head.
Result<void> take_over(Office const& office, sql::Connection& connection, OpenedAccount& out) {
  Application const& one = out.application;
  UnixMs const now = office.clock.now();
  TAMGA_ASSIGN(done, registry::succeed(connection, out.participant.number,
                                       {.certificate = one.certificate,
                                        .person = one.holder.person,
                                        .person_id = person_id_of(one.holder),
                                        .email = one.email,
                                        .language = one.language,
                                        .ends = one.certificate_expires},
                                       now));
  out.succession = std::move(done);
  TAMGA_ASSIGN(profile, registry::find_profile(connection, out.participant.number));
  std::set<std::string> to{one.email};
  if (profile) to.insert(profile->profile.email);
  if (out.succession->former && !out.succession->former->email.empty())
    to.insert(out.succession->former->email);
  for (mail::Letter const& letter : office.letters.head_changed(one, out.participant, to, now))
    TAMGA_TRY(office.outbox.put(connection, letter));
  return {};
}

/// An account that was not there.
Result<void> begin(Office const& office, sql::Connection& connection, OpenedAccount& out) {
  Application const& one = out.application;
  out.participant = {.number = {},
                     .tax_id = one.holder.tax_id,
                     .name = one.holder.organization.empty() ? one.holder.person : one.holder.organization,
                     .types = {},
                     .authority = false};
  TAMGA_TRY(office.participants.insert(connection, out.participant));
  TAMGA_TRY(office.participants.insert(
      connection,
      {.certificate = one.certificate, .participant = out.participant.number, .person = one.holder.person}));
  TAMGA_TRY(registry::Register::describe(connection, one.certificate,
                                         {.person_id = person_id_of(one.holder),
                                          .email = one.email,
                                          .language = one.language,
                                          .ends = one.certificate_expires}));
  TAMGA_TRY(office.outbox.put(connection, office.letters.approved(one, office.clock.now())));
  return {};
}

}  // namespace

tl::expected<SignedApplication, std::vector<Error>> read_application(Office const& office, std::string bytes,
                                                                     std::string signature) {
  auto const one = [](Error error) { return tl::unexpected(std::vector<Error>{std::move(error)}); };
  UnixMs const now = office.clock.now();
  if (signature.empty()) return one(Error(kApplicationUnsigned));
  // The signature comes first: bytes that nobody answers for are not looked into.
  auto const signer = office.verifier.verify_detached(signature, bytes, now);
  if (!signer) return one(signer.error());
  if (auto const fresh = crypto::check_made_now(*signer, now); !fresh) return one(fresh.error());
  auto const body = read_body(office, bytes);
  if (!body) return tl::unexpected(body.error());
  auto const challenge = office.challenges.judge(registry::Purpose::Apply, body->challenge);
  if (!challenge) return one(Error(challenge.error()).at("/challenge"));
  auto const holder = crypto::holder_of(signer->certificate.subject());
  if (!holder) return one(holder.error());

  SignedApplication out;
  Application& application = out.application;
  application.id = office.numbers.next();
  application.number = new_number(office.rng);
  application.holder = *holder;
  application.certificate = signer->certificate.sha256();
  application.certificate_expires = signer->certificate.not_after();
  application.email = body->email;
  application.phone = body->phone;
  application.language = language_of(body->language).value_or(Language::Ru);
  application.consent = body->consent;
  for (LegalBasis const& act : office.terms.legal_basis)
    application.legal_basis.push_back({act.effective_from, act.name.in(application.language)});
  application.submitted_at = now;
  application.next_check_at = now;
  out.challenge = *challenge;
  out.certificate = signer->certificate.der();
  out.proof = evidence::proof_of(*signer, now);
  out.body = std::move(bytes);
  out.signature = std::move(signature);
  return out;
}

Result<void> submit(Office const& office, sql::Connection& connection, SignedApplication const& given) {
  Application const& one = given.application;
  TAMGA_ASSIGN(known, office.participants.find_by_tax_id(one.holder.tax_id));
  if (known) TAMGA_TRY(judge_known(office, *known, one));
  TAMGA_ASSIGN(today,
               count_applications(connection, one.holder.tax_id, UnixMs(one.submitted_at.value() - kDayMs)));
  if (today >= office.terms.applications_a_day)
    return fail(Error(kTooManyApplications).with("limit", std::to_string(office.terms.applications_a_day)));
  TAMGA_TRY(insert_application(connection, one,
                               {.challenge = given.challenge,
                                .body = given.body,
                                .signature = given.signature,
                                .certificate = given.certificate}));
  TAMGA_TRY(evidence::keep(connection, evidence::Subject::Application, one.id, given.proof));
  if (given.proof.standing == evidence::Standing::Waiting)
    TAMGA_TRY(evidence::put_doubt(
        connection, {.subject = evidence::Subject::Application,
                     .id = one.id,
                     .evidence = given.proof.digest,
                     .moment = given.proof.moment,
                     .accepted_at = one.submitted_at,
                     .state = evidence::Standing::Waiting,
                     .next_check_at = evidence::next_try(one.submitted_at, 1, office.policy.recheck_after),
                     .checks = 1}));
  TAMGA_TRY(office.outbox.put(connection, office.letters.received(one)));
  return {};
}

Result<Application> settle(Office const& office, sql::Connection& connection, std::int64_t id,
                           CheckOutcome const& outcome) {
  TAMGA_ASSIGN(found, find_application(connection, id));
  if (!found) return fail(kApplicationUnknown);
  Application one = *std::move(found);
  if (one.state != ApplicationState::Checking && one.state != ApplicationState::Waiting &&
      one.state != ApplicationState::Manual)
    return one;
  UnixMs const now = office.clock.now();
  one.state = outcome.state;
  one.findings = outcome.findings;
  ++one.checks;
  std::optional<crypto::Sha256> link;
  switch (outcome.state) {
    case ApplicationState::Waiting:
      one.next_check_at = UnixMs(now.value() + pause_after(one.checks));
      if (now.value() - one.submitted_at.value() >= kDayMs) one.state = ApplicationState::Manual;
      TAMGA_TRY(office.outbox.put(connection, office.letters.waiting(one, now)));
      break;
    case ApplicationState::Manual:
      TAMGA_TRY(office.outbox.put(connection, office.letters.waiting(one, now)));
      break;
    case ApplicationState::Approved: {
      std::string const token = crypto::new_token(office.rng);
      link = crypto::token_digest(token);
      one.decided_at = now;
      one.next_check_at = UnixMs(now.value() + office.terms.link_hours * kHourMs);
      TAMGA_TRY(office.outbox.put(connection, office.letters.confirm(one, token)));
      break;
    }
    default:
      one.decided_at = now;
      TAMGA_TRY(office.outbox.put(connection, office.letters.rejected(one)));
  }
  TAMGA_TRY(update_application(connection, one, link));
  return one;
}

CheckOutcome approval() { return {ApplicationState::Approved, {}}; }

CheckOutcome rejection(std::string reason) {
  return {ApplicationState::Rejected,
          {{.error = std::string(kRejectedByOperator.name), .arguments = {{"reason", std::move(reason)}}}}};
}

Result<Application> decide(Office const& office, sql::Connection& connection, std::string_view number,
                           CheckOutcome const& outcome) {
  TAMGA_ASSIGN(found, find_application_by_number(connection, number));
  if (!found) return fail(kApplicationUnknown);
  if (found->state != ApplicationState::Manual && found->state != ApplicationState::Waiting)
    return fail(kApplicationDecided);
  return settle(office, connection, found->id, outcome);
}

Result<std::optional<Application>> expire(Office const& office, sql::Connection& connection,
                                          std::int64_t id) {
  TAMGA_ASSIGN(found, find_application(connection, id));
  if (!found || found->state != ApplicationState::Approved || found->next_check_at > office.clock.now())
    return std::optional<Application>();
  found->state = ApplicationState::Expired;
  TAMGA_TRY(update_application(connection, *found, std::nullopt));
  return found;
}

Result<OpenedAccount> confirm(Office const& office, sql::Connection& connection, std::string_view token) {
  TAMGA_ASSIGN(found, find_application_by_link(connection, crypto::token_digest(token)));
  if (!found) return fail(kLinkUnknown);
  OpenedAccount out;
  out.application = *std::move(found);
  Application& one = out.application;
  if (one.state == ApplicationState::Completed) return fail(kApplicationDecided);
  if (one.state == ApplicationState::Expired || one.next_check_at <= office.clock.now())
    return fail(kLinkExpired);
  TAMGA_ASSIGN(known, office.participants.find_by_tax_id(one.holder.tax_id));
  if (known) {
    out.participant = *std::move(known);
    TAMGA_TRY(take_over(office, connection, out));
  } else {
    TAMGA_TRY(begin(office, connection, out));
  }
  out.signer = {
      .certificate = one.certificate, .participant = out.participant.number, .person = one.holder.person};
  one.state = ApplicationState::Completed;
  TAMGA_TRY(update_application(connection, one, std::nullopt));
  return out;
}

}  // namespace tamga::onboarding
