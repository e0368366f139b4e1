// SPDX-License-Identifier: Apache-2.0
#include "onboarding/letters.hpp"

#include "onboarding/errors.hpp"

namespace tamga::onboarding {

std::string Letters::status_link(Application const& one) const {
  return site_ + "/application/" + one.number;
}

mail::Letter Letters::letter(Application const& one, std::string_view text, UnixMs at,
                             std::string link) const {
  auto const& holder = one.holder;
  return {.key = "application." + std::to_string(one.id) + '.' + std::string(text),
          .to = one.email,
          .language = one.language,
          .text = std::string(text),
          .values = {{"number", {one.number}},
                     {"company", {holder.organization.empty() ? holder.person : holder.organization}},
                     {"tax_id", {holder.tax_id}},
                     {"link", {std::move(link)}}},
          .created_at = at,
          .application = one.id};
}

mail::Letter Letters::received(Application const& one) const {
  return letter(one, "application_received", one.submitted_at, status_link(one));
}

mail::Letter Letters::waiting(Application const& one, UnixMs at) const {
  mail::Letter out = letter(one, "application_waiting", at, status_link(one));
  std::vector<std::string>& reasons = out.values["reasons"];
  if (one.state == ApplicationState::Manual)
    reasons.push_back(texts_->render(kReviewedByHand.name, {}, one.language).title);
  for (Finding const& finding : one.findings)
    if (one.state == ApplicationState::Waiting)
      reasons.push_back(texts_->render(finding.error, finding.arguments, one.language).title);
  return out;
}

mail::Letter Letters::withdrawn(Application const& one) const {
  return letter(one, "application_withdrawn", one.decided_at.value_or(one.submitted_at), status_link(one));
}

mail::Letter Letters::rejected(Application const& one) const {
  mail::Letter out =
      letter(one, "application_rejected", one.decided_at.value_or(one.submitted_at), status_link(one));
  std::vector<std::string>& reasons = out.values["reasons"];
  for (Finding const& finding : one.findings) {
    auto const message = texts_->render(finding.error, finding.arguments, one.language);
    reasons.push_back(message.title + ". " + message.remedy);
  }
  return out;
}

mail::Letter Letters::confirm(Application const& one, std::string_view token) const {
  mail::Letter out = letter(one, "confirm_email", one.decided_at.value_or(one.submitted_at),
                            site_ + "/confirm/" + std::string(token));
  out.values.erase("number");
  out.values.erase("tax_id");
  out.values["until"] = {rfc3339(one.next_check_at).substr(0, 10)};
  return out;
}

std::vector<mail::Letter> Letters::head_changed(Application const& one,
                                                registry::Participant const& participant,
                                                std::set<std::string> const& to, UnixMs at) const {
  std::vector<mail::Letter> out;
  for (std::string const& address : to) {
    mail::Letter letter = this->letter(one, "head_changed", at, site_ + "/");
    letter.key += '.' + std::to_string(out.size());
    letter.to = address;
    letter.values.erase("number");
    letter.values["company"] = {participant.name};
    letter.values["person"] = {one.holder.person};
    letter.participant = participant.number.value();
    out.push_back(std::move(letter));
  }
  return out;
}

mail::Letter Letters::approved(Application const& one, UnixMs at) const {
  return letter(one, "application_approved", at, site_ + "/");
}

}  // namespace tamga::onboarding
