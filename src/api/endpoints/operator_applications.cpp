// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/operator_applications.hpp"

#include "api/once.hpp"
#include "country/error_texts.hpp"
#include "crypto/base64.hpp"
#include "crypto/signature_verifier.hpp"
#include "crypto/signing_time.hpp"
#include "documents/errors.hpp"
#include "onboarding/application_store.hpp"
#include "onboarding/applications.hpp"
#include "onboarding/errors.hpp"
#include "onboarding/office.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

using onboarding::Application;
using onboarding::ApplicationState;

/// What the operator's employee signs: for which application, what, why.
struct Decision {
  std::string number;
  std::string decision;
  std::optional<std::string> reason;
  static constexpr auto shape() {
    return shape::object(
        "ApplicationDecision", "What the operator decides; the bytes are signed",
        shape::field("number", &Decision::number, "Of the application", shape::size(1, 40)),
        shape::field("decision", &Decision::decision, "approve or reject", shape::size(1, 20)),
        shape::field("reason", &Decision::reason, "Of a rejection: told to the applicant",
                     shape::size(1, 500)));
  }
};

std::optional<ApplicationState> state_of(std::string_view word) {
  for (int i = 1; i <= static_cast<int>(ApplicationState::Completed); ++i)
    if (name_of(static_cast<ApplicationState>(i)) == word) return static_cast<ApplicationState>(i);
  return std::nullopt;
}

/// The decision, if the caller himself signed it for this application.
Result<Decision> read(std::string const& number, std::string const& bytes, Call const& call) {
  Services const& services = call.services();
  auto const text = call.request().header("X-Signature");
  if (!text) return fail(documents::kSignatureMissing);
  TAMGA_ASSIGN(cms, crypto::decode_signature_text(*text));
  TAMGA_ASSIGN(signed_by, services.verifier.verify_detached(cms, bytes, call.now()));
  TAMGA_TRY(crypto::check_made_now(signed_by, call.now()));
  TAMGA_ASSIGN(signer, services.participants.signer(signed_by.certificate.sha256()));
  bool const own = signer && signer->user == call.caller().user->number;
  if (!own) return fail(documents::kSignerNotSender);
  TAMGA_ASSIGN(decision, shape::decode<Decision>(bytes));
  if (decision.number != number) return fail(Error(onboarding::kDecisionOfOther).at("/number"));
  bool const rejects = decision.decision == "reject";
  if (!rejects && decision.decision != "approve")
    return fail(Error(onboarding::kDecisionUnknown).at("/decision").with("value", decision.decision));
  if (rejects && !decision.reason) return fail(Error(onboarding::kReasonMissing).at("/reason"));
  return decision;
}

}  // namespace

Result<ListApplications::Output> ListApplications::handle(Input const& input, Call& call) {
  auto const state = state_of(input.state);
  if (!state) return fail(Error(onboarding::kStateUnknown).at("state").with("value", input.state));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, onboarding::applications_in(*reader, *state, input.after.value_or(0), input.limit));
  Output out;
  for (Application const& one : found) {
    auto view = ApplicationView::of(one, call.services().texts, call.language());
    out.applications.push_back({.number = one.number,
                                .state = std::move(view.state),
                                .submitted_at = one.submitted_at,
                                .tax_id = one.holder.tax_id,
                                .organization = one.holder.organization,
                                .person = one.holder.person,
                                .position = one.holder.position,
                                .email = one.email,
                                .phone = one.phone,
                                .checks = one.checks,
                                .findings = std::move(view.findings)});
  }
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().id;
  return out;
}

shape::Description const& DecideApplication::describe_body() { return shape::description<Decision>(); }

void DecideApplication::handle(Input const& input, Call call, Later later) {
  std::string const bytes = call.take_body();
  auto const decision = read(input.number, bytes, call);
  if (!decision) {
    auto const told = refuse(call, "application.decide", decision.error());
    return later.refuse(told.error());
  }
  auto const outcome =
      decision->decision == "approve" ? onboarding::approval() : onboarding::rejection(*decision->reason);
  OnceOrder const order{
      .action = "application.decide", .object = input.number, .body = bytes, .tells_refusals = true};
  auto const done = once(call, order, [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_TRY(onboarding::decide(call.services().office, turn.connection(), input.number, outcome));
    return input.number;
  });
  if (!done) return later.refuse(done.error());
  send_application(call, kSpec.success, input.number, later);
}

template struct RowOf<ListApplications>;
template struct RowOf<DecideApplication>;

}  // namespace tamga::api
