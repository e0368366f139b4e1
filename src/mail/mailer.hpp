// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>

#include "base/random.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "mail/backoff.hpp"
#include "mail/texts.hpp"
#include "mail/transport.hpp"
#include "sql/store.hpp"

namespace tamga::mail {

struct MailerOptions {
  std::string sender;              ///< address letters come from
  std::string sender_name = {};    ///< name beside it
  std::string host = "localhost";  ///< right side of a Message-ID
  Backoff backoff = {};
  std::int64_t most = 500;  ///< letters of one run
};

/// Sends the letters of the outbox that are due. Any number of processes may do so at once: a letter is
/// claimed by a versioned update before it is sent, and the claim is a lease of the longest a letter may take
/// and a minute more, by clocks that agree to within that minute. No lock and no connection is held
/// meanwhile.
///
/// A letter arrives at least once: who dies between the server's "250" and the commit that notes it leaves a
/// letter that is sent again when the lease ends, with the same bytes and the same Message-ID, by which mail
/// programs know it. One thread; everything outlives it.
class Mailer {
 public:
  /// Errors: MAIL_ADDRESS (of the sender).
  static Result<Mailer> open(sql::Store& store, Texts const& texts, Transport& transport, Clock const& clock,
                             Rng& rng, MailerOptions options);

  struct Done {
    std::int64_t sent = 0;
    std::int64_t delayed = 0;
    std::int64_t failed = 0;  ///< given up
    bool unreachable = false;
  };
  /// Until nothing is due, enough was done, or the server cannot be reached: then the rest waits without
  /// having used a try. Asked to stop, it ends within a second; the letter under way uses no try either.
  /// Errors: of the store; MAIL_UNREACHABLE is no error but in `Done`.
  Result<Done> run(std::stop_token const& stop = {});

  /// Deletes letters that were sent before; how many. Their keys are forgotten with them.
  Result<std::int64_t> forget_sent(UnixMs before);

 private:
  struct Due;
  Mailer(sql::Store& store, Texts const& texts, Transport& transport, Clock const& clock, Rng& rng,
         MailerOptions options);
  Result<std::vector<Due>> due();
  Result<bool> claim(Due& letter);
  Result<void> send(Due const& letter, std::stop_token const& stop);
  Result<void> settle(Due const& letter, Result<void> const& outcome, Done& done);

  sql::Store* store_;
  Texts const* texts_;
  Transport* transport_;
  Clock const* clock_;
  Rng* rng_;
  MailerOptions options_;
};

}  // namespace tamga::mail
