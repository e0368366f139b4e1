// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/applications.hpp"

#include "api/journalled.hpp"
#include "base/failure.hpp"
#include "country/error_texts.hpp"
#include "crypto/base64.hpp"
#include "onboarding/application_store.hpp"
#include "onboarding/applications.hpp"
#include "onboarding/checks.hpp"
#include "onboarding/errors.hpp"
#include "onboarding/office.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

using onboarding::Application;
using onboarding::Office;

journal::Entry entry_about(Call const& call, std::string action, Application const& application) {
  journal::Entry entry = entry_of(call, std::move(action));
  entry.certificate = crypto::view(application.certificate);
  entry.object = application.number;
  return entry;
}

/// What the application says of the first user, whom his certificate alone opened.
registry::Register::About about(Application const& application) {
  auto const& holder = application.holder;
  return {.person_id = !holder.person_id.empty() ? holder.person_id : holder.person_tax_id,
          .email = application.email,
          .language = application.language,
          .ends = application.certificate_expires};
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
  auto const taken =
      journalled(call, entry_about(call, "application.submit", given->application),
                 [&](documents::Turn& turn, journal::Entry&) {
                   return onboarding::submit(call.services().office, turn.connection(), *given);
                 });
  if (!taken) return later.refuse(taken.error());
  // A check that fails is repeated by the system; the application is there all the same.
  auto const checked = check_now(call, given->application);
  Application const& now = checked ? *checked : given->application;
  auto response = http::Response::json(
      kSpec.success, shape::encode(ApplicationView::of(now, call.services().texts, later.language())));
  response.header("Location", "/api/v1/applications/" + now.number);
  later.send(std::move(response));
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
  Application withdrawn;
  journal::Entry entry = entry_of(call, "application.withdraw");
  entry.certificate = crypto::view(given->certificate);
  entry.object = given->number;
  auto const body_hash = crypto::sha256(given->body);
  entry.body_hash = crypto::view(body_hash);
  auto const done =
      journalled(call, std::move(entry), [&](documents::Turn& turn, journal::Entry&) -> Result<void> {
        TAMGA_ASSIGN(now, onboarding::withdraw(call.services().office, turn.connection(), *given));
        withdrawn = std::move(now);
        return {};
      });
  if (!done) return later.refuse(done.error());
  later.send(http::Response::json(
      kSpec.success, shape::encode(ApplicationView::of(withdrawn, call.services().texts, later.language()))));
}

Result<GetApplication::Output> GetApplication::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, onboarding::find_application_by_number(*reader, input.number));
  if (!found) return fail(onboarding::kApplicationUnknown);
  return ApplicationView::of(*found, call.services().texts, call.language());
}

Result<ConfirmApplication::Output> ConfirmApplication::handle(Input const&, Body const& body, Call& call) {
  Office const& office = call.services().office;
  onboarding::OpenedAccount opened;
  auto const open = [&](documents::Turn& turn, journal::Entry& entry) -> Result<void> {
    TAMGA_ASSIGN(now, onboarding::confirm(office, turn.connection(), body.token));
    opened = std::move(now);
    TAMGA_TRY(registry::Register::describe(turn.connection(), opened.signer.certificate,
                                           about(opened.application)));
    entry.participant = opened.participant.number.value();
    entry.certificate = crypto::view(opened.signer.certificate);
    entry.object = opened.application.number;
    return {};
  };
  TAMGA_TRY(journalled(call, entry_of(call, "application.confirm"), open));
  office.participants.show(opened.participant);
  office.participants.show(opened.signer);
  return ApplicationView::of(opened.application, call.services().texts, call.language());
}

template struct RowOf<GetOnboarding>;
template struct RowOf<AskApplicationChallenge>;
template struct RowOf<SendApplication>;
template struct RowOf<GetApplication>;
template struct RowOf<WithdrawApplication>;
template struct RowOf<ConfirmApplication>;

}  // namespace tamga::api
