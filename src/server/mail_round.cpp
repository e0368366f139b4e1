// SPDX-License-Identifier: Apache-2.0
#include "server/mail_round.hpp"

#include "base/log.hpp"

namespace tamga::server {
namespace {

constexpr std::chrono::milliseconds kClean = std::chrono::hours(24);

/// A name without a dot is none of the net's; such a system is a sandbox.
std::string sender_of(MailSettings const& settings, std::string const& name) {
  if (!settings.sender.empty()) return settings.sender;
  return "no-reply@" + name + (name.find('.') == std::string::npos ? ".invalid" : "");
}

}  // namespace

Result<std::unique_ptr<MailRound>> MailRound::open(MailSettings const& settings, std::string const& name,
                                                   sql::Store& store, mail::Texts const& texts,
                                                   Clock const& clock, Rng& rng) {
  mail::Delivery delivery = settings.delivery;
  delivery.host = name;
  TAMGA_ASSIGN(transport, mail::open_transport(delivery));
  TAMGA_ASSIGN(mailer,
               mail::Mailer::open(
                   store, texts, *transport, clock, rng,
                   {.sender = sender_of(settings, name), .sender_name = settings.sender_name, .host = name}));
  return std::unique_ptr<MailRound>(new MailRound(settings, std::move(transport), std::move(mailer)));
}

Result<void> MailRound::run(UnixMs now) {
  TAMGA_ASSIGN(done, mailer_.run(stop_.get_token()));
  counters_.sent += done.sent;
  counters_.delayed += done.delayed;
  counters_.failed += done.failed;
  if (done.unreachable) log::write(log::Level::Warn, "mail_unreachable");
  if (done.sent + done.delayed + done.failed > 0)
    log::write(log::Level::Info, "mail",
               {{"sent", std::to_string(done.sent)},
                {"delayed", std::to_string(done.delayed)},
                {"failed", std::to_string(done.failed)}});
  if (cleaned_ && now.value() - cleaned_->value() < kClean.count()) return {};
  TAMGA_TRY(mailer_.forget_sent(UnixMs(now.value() - kept_.count())));
  cleaned_ = now;
  return {};
}

}  // namespace tamga::server
