// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.hpp"
#include "base/result.hpp"

namespace tamga::support {

/// By which clock the operator has to answer.
enum class Hours : std::uint8_t {
  Plain,    ///< day and night
  Working,  ///< the hours in which the operator's office is open
};
inline constexpr std::array<std::string_view, 2> kHoursNames{"plain", "working"};

/// What participants ask about.
struct Topic {
  std::string code;
  LocalizedText name;
  std::int64_t answer_hours = 0;  ///< from the question to the answer
  Hours hours = Hours::Working;
};

/// What a consumer may have seen in a shop.
struct ViolationKind {
  std::string code;
  LocalizedText name;
  bool needs_goods = false;  ///< the report says which goods: the code, or their GTIN
};

/// What waits for people of the operator. The last two have terms of their own.
enum class Queue : std::uint8_t {
  Applications,
  Contracts,
  PriorContracts,
  Payments,
  Channels,
  Registrars,
  Violations,
  Signatures,
  Documents,
  Audits,
  Letters,
  Cards,
  Tickets,
};
inline constexpr std::size_t kQueuesWithTerm = 11;
inline constexpr std::array<std::string_view, 13> kQueueNames{
    "applications", "contracts", "prior_contracts", "payments", "channels", "registrars", "violations",
    "signatures",   "documents", "audits",          "letters",  "cards",    "tickets"};

/// How anybody reaches the operator.
struct Contacts {
  LocalizedText address;  ///< of the office that is open to visitors
  LocalizedText hours;    ///< of the hotline
  std::string hotline;    ///< as it is dialled, with the country's code
  std::string email;
  std::string telegram;  ///< https://t.me/...; empty: none
};

/// How people talk to a country's operator: spec/<country>/support.toml. Immutable after load.
struct Rules {
  std::int64_t open_hour = 0;       ///< of the office, local time, 0 to 23
  std::int64_t close_hour = 0;      ///< later, up to 24
  std::vector<Topic> topics;        ///< in the order in which they are shown
  std::int64_t open_tickets = 0;    ///< of a participant at once
  std::int64_t messages_a_day = 0;  ///< of a participant in 24 hours, in all its tickets
  std::int64_t reopen_days = 0;     ///< in which a message opens a closed ticket again
  std::vector<ViolationKind> violations;
  std::int64_t reports_a_day = 0;        ///< from one address in 24 hours
  std::int64_t contact_days = 0;         ///< from the decision until the contact is erased
  std::int64_t comments_a_day = 0;       ///< of a user in 24 hours
  std::int64_t comments_of_article = 0;  ///< that are shown
  Contacts contacts;
  /// Working days after which the first of a queue is late, by number of the queue.
  std::array<std::int64_t, kQueuesWithTerm> queue_days{};

  [[nodiscard]] Topic const* topic(std::string_view code) const;
  [[nodiscard]] ViolationKind const* violation(std::string_view code) const;
};

/// The first mistake of the file, with file and line.
Result<Rules> read_rules(std::filesystem::path const& file);

}  // namespace tamga::support
