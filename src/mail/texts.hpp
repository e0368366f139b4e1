// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/language.hpp"
#include "base/result.hpp"
#include "mail/letter.hpp"
#include "mail/wording.hpp"

namespace tamga::mail {

/// Every letter the program sends: a file of this name under spec/mail has its text.
inline constexpr std::array<std::string_view, 37> kLetterTexts{
    "application_received",  "application_approved", "application_rejected", "application_waiting",
    "application_withdrawn", "confirm_email",        "user_added",           "contract_ready",
    "contract_active",       "contract_returned",    "certificate_expiring", "shipment_incoming",
    "code_sold_by_other",    "recall_declared",      "codes_running_out",    "codes_expiring",
    "contract_replaced",     "prices_begin",         "prior_request",        "prior_request_received",
    "profile_restricted",    "profile_restored",     "head_changed",         "signature_revoked",
    "card_published",        "card_returned",        "order_unpaid",         "order_queued",
    "order_ready",           "order_declined",       "invoice_over_debt",    "ticket_answered",
    "ticket_closed",         "violation_decided",    "api_key_expiring",     "power_expiring",
    "mandate_expiring"};

/// The texts of letters in every language: spec/mail/*.toml. Loaded once at start, immutable, safe from any
/// thread.
class Texts {
 public:
  struct Text {
    Kinds kinds;  ///< of every placeholder
    /// What fills it is a secret (a link that confirms something): erased once the letter was sent.
    bool forgotten_once_sent = false;
    std::array<Wording, kLanguages.size()> wordings;
  };

  /// Refused, with file and line: a letter of the program without a file, a file without a letter, a language
  /// that is missing, other placeholders in one language than in another, an unknown key, and what
  /// `check_wording` finds. The first mistake is the result; its log detail holds all.
  static Result<Texts> load(std::filesystem::path const& folder);

  /// Whether the values fill the text: none missing, none left over, each of its kind and within the limits.
  /// Errors: MAIL_TEXT_UNKNOWN, MAIL_VALUES.
  [[nodiscard]] Result<void> check(std::string_view name, Values const& values) const;
  /// Checks, then fills. Errors: the same.
  [[nodiscard]] Result<Filled> fill(std::string_view name, Values const& values, Language language) const;
  /// Null when there is none.
  [[nodiscard]] Text const* find(std::string_view name) const;

 private:
  std::map<std::string, Text, std::less<>> texts_;
  LocalizedText closing_;
};

}  // namespace tamga::mail
