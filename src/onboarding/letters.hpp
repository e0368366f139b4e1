// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "country/error_texts.hpp"
#include "mail/letter.hpp"
#include "onboarding/application.hpp"
#include "registry/participant.hpp"

namespace tamga::onboarding {

/// Writes the e-mails about applications: what stands in them, in the applicant's language.
class Letters {
 public:
  /// `site`: address under which people reach it, without a slash at the end. Both outlive the letters.
  Letters(country::ErrorTexts const& texts, std::string site) : texts_(&texts), site_(std::move(site)) {}

  [[nodiscard]] mail::Letter received(Application const& application) const;
  /// A register does not answer, or a person has to look.
  [[nodiscard]] mail::Letter waiting(Application const& application, UnixMs at) const;
  /// Every reason, with what to do.
  [[nodiscard]] mail::Letter rejected(Application const& application) const;
  /// The applicant took it back.
  [[nodiscard]] mail::Letter withdrawn(Application const& application) const;
  /// The link that opens the account: `token` is in this letter and nowhere else.
  [[nodiscard]] mail::Letter confirm(Application const& application, std::string_view token) const;
  /// The account has a new head: to everybody who should know, once each.
  [[nodiscard]] std::vector<mail::Letter> head_changed(Application const& application,
                                                       registry::Participant const& participant,
                                                       std::set<std::string> const& to, UnixMs at) const;
  /// The account is open.
  [[nodiscard]] mail::Letter approved(Application const& application, UnixMs at) const;

 private:
  [[nodiscard]] mail::Letter letter(Application const& application, std::string_view text, UnixMs at,
                                    std::string link) const;
  [[nodiscard]] std::string status_link(Application const& application) const;

  country::ErrorTexts const* texts_;
  std::string site_;
};

}  // namespace tamga::onboarding
