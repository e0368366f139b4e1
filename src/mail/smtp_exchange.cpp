// SPDX-License-Identifier: Apache-2.0
#include "mail/smtp_exchange.hpp"

#include <algorithm>
#include <array>

#include "mail/errors.hpp"

namespace tamga::mail {
namespace {

constexpr std::size_t kVerb = 4;
constexpr std::size_t kMostAnswer = 300;
constexpr std::array<std::string_view, 7> kVerbs{"EHLO", "HELO", "STAR", "AUTH", "MAIL", "RCPT", "DATA"};
constexpr std::string_view kQuit = "QUIT";
constexpr std::string_view kClosing = "421";

/// An answer in one printable line, whatever the server sent.
std::string printable(std::string_view text) {
  std::string out;
  for (char const c : text.substr(0, kMostAnswer)) {
    if (c == '\r' || c == '\n') break;
    out += c >= 0x20 && c < 0x7F ? c : '?';
  }
  return out;
}

}  // namespace

void SmtpExchange::we(std::string_view said) {
  std::string_view const verb = said.substr(0, kVerb);
  over_ = over_ || verb == kQuit;
  if (!said.empty() && std::find(kVerbs.begin(), kVerbs.end(), verb) == kVerbs.end()) return;
  if (!said.empty()) command_ = verb;
  answer_.clear();
}

void SmtpExchange::server(std::string_view said) {
  if (!over_) answer_ = printable(said);
}

Error SmtpExchange::failure(std::string_view trouble) const {
  bool const refuses = answer_.starts_with('4') || answer_.starts_with('5');
  std::string const told = refuses ? answer_ : printable(trouble);
  bool const of_letter = (command_ == "RCPT" || command_ == "DATA") && !answer_.starts_with(kClosing);
  if (of_letter && answer_.starts_with('5')) return Error(kRefused).with("answer", told);
  if (of_letter && answer_.starts_with('4')) return Error(kDelayed).with("answer", told);
  return Error(kUnreachable).with("answer", told);
}

}  // namespace tamga::mail
