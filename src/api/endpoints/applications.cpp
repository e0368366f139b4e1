// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/applications.hpp"

#include "api/event_hub.hpp"
#include "api/once.hpp"
#include "base/failure.hpp"
#include "contracts/due.hpp"
#include "country/error_texts.hpp"
#include "crypto/base64.hpp"
#include "onboarding/application_store.hpp"
#include "onboarding/applications.hpp"
#include "onboarding/checks.hpp"
#include "onboarding/errors.hpp"
#include "onboarding/office.hpp"
#include "sql/store.hpp"
#include "standing/watch.hpp"

namespace tamga::api {
namespace {

using onboarding::Application;
using onboarding::Office;

Result<Application> find(Call const& call, std::string const& number) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, onboarding::find_application_by_number(*reader, number));
  if (!found) return fail(onboarding::kApplicationUnknown);
  return *std::move(found);
}

journal::Entry entry_about(Call const& call, std::string action, Application const& application) {
  journal::Entry entry = entry_of(call, std::move(action));
  entry.certificate = crypto::view(application.certificate);
  entry.object = application.number;
  return entry;
}

/// What else changes with a new head: his standing, and contracts that name the head.
Result<standing::Standing> follow_succession(Call const& call, documents::Turn& turn,
                                             registry::Participant const& participant) {
  sql::Connection& connection = turn.connection();
  TAMGA_ASSIGN(settled, standing::change_head(connection, participant.number, turn.now()));
  TAMGA_TRY(standing::tell(connection, call.services().watch, participant, settled, turn.now()));
  TAMGA_TRY(contracts::ask_for(connection, participant.number, contracts::kHeadChanged, turn.now()));
  turn.desk().contracts.change(participant.number);
  return std::move(settled.standing);
}

void show(Call const& call, onboarding::OpenedAccount const& opened,
          std::optional<standing::Standing> const& standing) {
  registry::Register& participants = call.services().office.participants;
  if (!opened.succession) {
    participants.show(opened.participant);
    participants.show(opened.signer);
    return;
  }
  participants.users().show(opened.succession->head);
  if (opened.succession->former) participants.users().show(*opened.succession->former);
  if (standing) call.services().watch.book.show(*standing);
  call.services().events.end_ended();
}

/// The signature in the header; empty when there is none.
Result<std::string> signature_of(Call const& call) {
  auto const text = call.request().header("X-Signature");
  if (!text) return std::string();
  return crypto::decode_signature_text(*text);
}

tl::expected<onboarding::SignedApplication, std::vector<Error>> read(Call& call) {
  auto signature = signature_of(call);
  if (!signature) return tl::unexpected(std::vector<Error>{signature.error()});
  return onboarding::read_application(call.services().office, call.take_body(), *std::move(signature));
}

Result<onboarding::SignedWithdrawal> read_withdrawal(Call& call, std::string const& number) {
  TAMGA_ASSIGN(signature, signature_of(call));
  TAMGA_ASSIGN(given, onboarding::read_withdrawal(call.services().office, call.take_body(), signature));
  if (given.number != number) return fail(Error(onboarding::kWithdrawalOfOther).at("/number"));
  return std::move(given);
}

/// The automatic checks, at once; what a silent register leaves open is done later by the system.
Result<Application> check_now(Call const& call, Application const& application) {
  Office const& office = call.services().office;
  TAMGA_ASSIGN(word, onboarding::ask_authority(office, call.services().store, application));
  TAMGA_ASSIGN(outcome, onboarding::run_checks(application, office.businesses, office.clock.now(), word));
  Application settled = application;
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    TAMGA_ASSIGN(now, onboarding::settle(office, turn.connection(), application.id, outcome));
    settled = std::move(now);
    journal::Entry entry = entry_about(call, "application.check", settled);
    entry.at = turn.now();
    entry.result = std::string(name_of(settled.state));
    if (!settled.findings.empty()) entry.error = settled.findings.front().error;
    turn.journal(std::move(entry));
    return {};
  }));
  return settled;
}

}  // namespace

void send_application(Call const& call, int status, std::string const& number, Later& later) {
  auto const now = find(call, number);
  if (!now) return later.refuse(now.error());
  auto response = http::Response::json(
      status, shape::encode(ApplicationView::of(*now, call.services().texts, later.language())));
  if (status == 201 || status == 202) response.header("Location", "/api/v1/applications/" + number);
  later.send(std::move(response));
}

ApplicationView ApplicationView::of(Application const& application, country::ErrorTexts const& texts,
                                    Language language) {
  ApplicationView view{.number = application.number,
                       .state = std::string(name_of(application.state)),
                       .submitted_at = application.submitted_at,
                       .decided_at = application.decided_at,
                       .findings = {}};
  for (onboarding::Finding const& finding : application.findings) {
    auto message = texts.render(finding.error, finding.arguments, language);
    view.findings.push_back({finding.error, std::move(message.title), std::move(message.remedy)});
  }
  return view;
}

Result<GetOnboarding::Output> GetOnboarding::handle(Input const&, Call& call) {
  onboarding::Terms const& terms = call.services().office.terms;
  Language const language = call.language();
  Output out{.consent = terms.consent,
             .consent_text = terms.consent_text.in(language),
             .legal_basis = {},
             .needs = {}};
  for (onboarding::LegalBasis const& basis : terms.legal_basis)
    out.legal_basis.push_back({basis.effective_from, basis.name.in(language)});
  for (onboarding::Need const& need : terms.needs)
    out.needs.push_back({std::string(onboarding::kNeedKindNames[static_cast<std::size_t>(need.kind)]),
                         need.code, need.name.in(language), need.version, need.url});
  return out;
}

Result<AskApplicationChallenge::Output> AskApplicationChallenge::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(challenge, call.services().office.challenges.make(registry::Purpose::Apply));
  return Output{std::move(challenge)};
}

shape::Description const& SendApplication::describe_body() {
  return shape::description<onboarding::ApplicationBody>();
}

void SendApplication::handle(Input const&, Call call, Later later) {
  auto const given = read(call);
  if (!given) {
    auto const told = refuse(call, "application.submit", given.error().front());
    return is_failure(told.error()) ? later.refuse(told.error()) : later.refuse(given.error());
  }
  OnceOrder const order{.action = "application.submit",
                        .object = given->application.number,
                        .body = given->body,
                        .tells_refusals = true};
  auto const taken =
      once(call, order, [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
        entry.certificate = crypto::view(given->application.certificate);
        TAMGA_TRY(onboarding::submit(call.services().office, turn.connection(), *given));
        return given->application.number;
      });
  if (!taken) return later.refuse(taken.error());
  // A check that fails is repeated by the system; the application is there all the same.
  if (!taken->again) static_cast<void>(check_now(call, given->application));
  send_application(call, kSpec.success, taken->object, later);
}

shape::Description const& WithdrawApplication::describe_body() {
  return shape::description<onboarding::WithdrawalBody>();
}

void WithdrawApplication::handle(Input const& input, Call call, Later later) {
  auto const given = read_withdrawal(call, input.number);
  if (!given) {
    auto const told = refuse(call, "application.withdraw", given.error());
    return later.refuse(told.error());
  }
  OnceOrder const order{
      .action = "application.withdraw", .object = given->number, .body = given->body, .tells_refusals = true};
  auto const done =
      once(call, order, [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
        entry.certificate = crypto::view(given->certificate);
        TAMGA_TRY(onboarding::withdraw(call.services().office, turn.connection(), *given));
        return given->number;
      });
  if (!done) return later.refuse(done.error());
  send_application(call, kSpec.success, given->number, later);
}

Result<GetApplication::Output> GetApplication::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(found, find(call, input.number));
  return ApplicationView::of(found, call.services().texts, call.language());
}

Result<ConfirmApplication::Output> ConfirmApplication::handle(Input const&, Body const& body, Call& call) {
  Office const& office = call.services().office;
  std::optional<onboarding::OpenedAccount> opened;
  std::optional<standing::Standing> standing;
  auto const open = [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
    TAMGA_ASSIGN(now, onboarding::confirm(office, turn.connection(), body.token));
    if (now.succession) {
      TAMGA_ASSIGN(after, follow_succession(call, turn, now.participant));
      standing = std::move(after);
      entry.action = "application.succeed";
    }
    entry.participant = now.participant.number.value();
    entry.certificate = crypto::view(now.signer.certificate);
    opened = std::move(now);
    return opened->application.number;
  };
  TAMGA_ASSIGN(done, once(call, {.action = "application.confirm", .tells_refusals = true}, open));
  if (opened) show(call, *opened, standing);
  TAMGA_ASSIGN(application, find(call, done.object));
  return ApplicationView::of(application, call.services().texts, call.language());
}

template struct RowOf<GetOnboarding>;
template struct RowOf<AskApplicationChallenge>;
template struct RowOf<SendApplication>;
template struct RowOf<GetApplication>;
template struct RowOf<WithdrawApplication>;
template struct RowOf<ConfirmApplication>;

}  // namespace tamga::api
