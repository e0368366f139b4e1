// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "mail/transport.hpp"

namespace tamga::mail {

/// Hands e-mails to an SMTP server, by libcurl. The connection stays open from letter to letter until `rest`.
/// What the server says decides: 5yz to the recipient or to the message refuses the letter, 4yz delays it;
/// everything else (no connection, time-out, 421, a refused login or sender) is about us and not about the
/// letter.
class SmtpTransport final : public Transport {
 public:
  /// Errors: MAIL_SETTING, also for a login that would travel in the clear.
  static Result<std::unique_ptr<Transport>> open(Delivery const& delivery);
  ~SmtpTransport() override;
  Result<void> send(Envelope const& envelope, std::stop_token const& stop) override;
  void rest() override;
  [[nodiscard]] std::chrono::milliseconds longest() const override;

 private:
  struct State;
  explicit SmtpTransport(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tamga::mail
