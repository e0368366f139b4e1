// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace tamga::mail {

/// What was said between us and an SMTP server while a letter was sent: enough to tell whose fault a failure
/// is. No argument of a command is kept, so no password is.
class SmtpExchange {
 public:
  void start() { *this = {}; }
  /// We sent a line, or (`said` empty) a piece of the message.
  void we(std::string_view said);
  void server(std::string_view said);

  /// Why the letter was not taken; `trouble` is what the connection reports. MAIL_REFUSED, MAIL_DELAYED or
  /// MAIL_UNREACHABLE.
  [[nodiscard]] Error failure(std::string_view trouble) const;

 private:
  std::string command_;  // the last one, its first four letters
  std::string answer_;   // to it, its last line
  bool over_ = false;    // QUIT was said; its answer tells nothing about the letter
};

}  // namespace tamga::mail
