// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>

#include "base/random.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "mail/mailer.hpp"
#include "mail/transport.hpp"
#include "sql/store.hpp"

namespace tamga::server {

/// How a system sends e-mails. Without a server they wait in the outbox.
struct MailSettings {
  mail::Delivery delivery;
  std::string sender;  ///< address they come from; empty: no-reply@ the system's name
  std::string sender_name = "Tamga";
  std::chrono::milliseconds every = std::chrono::seconds(5);  ///< how often the outbox is looked into
  std::chrono::hours kept{180 * 24};                          ///< how long a letter is kept once it was sent
};

/// Sends what is due in the outbox. A mail server may keep it waiting for a minute, so it has a thread of its
/// own; `stop` from any thread ends a run within a second.
class MailRound {
 public:
  /// `name`: of the system, by which it names itself to the mail server and in Message-ID. All outlive it.
  /// Errors: MAIL_SETTING, MAIL_ADDRESS.
  static Result<std::unique_ptr<MailRound>> open(MailSettings const& settings, std::string const& name,
                                                 sql::Store& store, mail::Texts const& texts,
                                                 Clock const& clock, Rng& rng);

  /// Once a day deletes letters sent long ago.
  Result<void> run(UnixMs now);
  void stop() { stop_.request_stop(); }

  struct Counters {
    std::atomic<std::int64_t> sent{0};
    std::atomic<std::int64_t> delayed{0};
    std::atomic<std::int64_t> failed{0};
  };
  [[nodiscard]] Counters const& counters() const { return counters_; }

 private:
  MailRound(MailSettings const& settings, std::unique_ptr<mail::Transport> transport, mail::Mailer mailer)
      : kept_(settings.kept), transport_(std::move(transport)), mailer_(std::move(mailer)) {}

  std::chrono::milliseconds kept_;
  std::unique_ptr<mail::Transport> transport_;
  mail::Mailer mailer_;
  std::stop_source stop_;
  std::optional<UnixMs> cleaned_;
  Counters counters_;
};

}  // namespace tamga::server
