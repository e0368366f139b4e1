// SPDX-License-Identifier: Apache-2.0
#include "mail/mailer.hpp"

#include <optional>
#include <vector>

#include "base/log.hpp"
#include "crypto/sha256.hpp"
#include "mail/address.hpp"
#include "mail/errors.hpp"
#include "mail/message.hpp"
#include "mail/outbox.hpp"
#include "mail/tables.hpp"

namespace tamga::mail {
namespace {

constexpr std::int64_t kBatch = 20;
constexpr std::chrono::minutes kLeaseMargin{1};
constexpr std::size_t kIdDigits = 32;
constexpr std::size_t kMostError = 500;

UnixMs later(UnixMs moment, std::chrono::milliseconds by) { return UnixMs(moment.value() + by.count()); }

/// Every try ended with its process: perhaps this letter ended it.
Result<void> never_answered() { return fail(Error(kDelayed).with("answer", "no try came to an end")); }

}  // namespace

/// A letter that may be sent now.
struct Mailer::Due {
  LetterNo number;
  std::string to;
  std::optional<Language> language;
  std::string text;
  std::string content;
  UnixMs created_at;
  int attempts = 0;  // this one included, once it is claimed
  std::string message_id;
  std::int64_t version = 0;
  std::string key;
};

Mailer::Mailer(sql::Store& store, Texts const& texts, Transport& transport, Clock const& clock, Rng& rng,
               MailerOptions options)
    : store_(&store),
      texts_(&texts),
      transport_(&transport),
      clock_(&clock),
      rng_(&rng),
      options_(std::move(options)) {}

Result<Mailer> Mailer::open(sql::Store& store, Texts const& texts, Transport& transport, Clock const& clock,
                            Rng& rng, MailerOptions options) {
  TAMGA_TRY(check_address(options.sender));
  return Mailer(store, texts, transport, clock, rng, std::move(options));
}

Result<std::vector<Mailer::Due>> Mailer::due() {
  std::vector<Due> out;
  TAMGA_ASSIGN(reader, store_->reader());
  TAMGA_ASSIGN(rows, reader->query(kDueLetters, clock_->now(), kBatch));
  TAMGA_TRY(rows.each([&](sql::Row const& row) {
    out.push_back({.number = row.as<LetterNo>(0),
                   .to = std::string(row.text(1)),
                   .language = language_of(row.text(2)),
                   .text = std::string(row.text(3)),
                   .content = std::string(row.text(4)),
                   .created_at = row.as<UnixMs>(5),
                   .attempts = static_cast<int>(row.int64(6)),
                   .message_id = std::string(row.text(7)),
                   .version = row.int64(8),
                   .key = std::string(row.text(9))});
  }));
  return out;
}

Result<bool> Mailer::claim(Due& letter) {
  if (letter.message_id.empty())
    letter.message_id =
        crypto::hex(crypto::sha256(letter.key + '\n' + std::to_string(letter.created_at.value())))
            .substr(0, kIdDigits) +
        '@' + options_.host;
  TAMGA_ASSIGN(writer, store_->writer());
  UnixMs const until = later(clock_->now(), transport_->longest() + kLeaseMargin);
  TAMGA_ASSIGN(changed,
               writer->execute(kClaimLetter, letter.number, letter.version, until, letter.message_id));
  ++letter.version;
  ++letter.attempts;
  return changed == 1;
}

Result<void> Mailer::send(Due const& letter, std::stop_token const& stop) {
  TAMGA_ASSIGN(values, decode_values(letter.content));
  Language const language = letter.language.value_or(Language::Ru);
  TAMGA_ASSIGN(filled, texts_->fill(letter.text, values, language));
  std::string const message = message_of({.sender = options_.sender,
                                          .sender_name = options_.sender_name,
                                          .to = letter.to,
                                          .message_id = letter.message_id,
                                          .date = letter.created_at,
                                          .language = language},
                                         filled);
  return transport_->send({letter.number, options_.sender, letter.to, message}, stop);
}

Result<void> Mailer::settle(Due const& letter, Result<void> const& outcome, Done& done) {
  UnixMs const now = clock_->now();
  TAMGA_ASSIGN(writer, store_->writer());
  if (outcome) {
    Texts::Text const* const text = texts_->find(letter.text);
    bool const forgotten = text != nullptr && text->forgotten_once_sent;
    ++done.sent;
    TAMGA_TRY(writer->execute(kLetterSent, letter.number, letter.version, now,
                              forgotten ? encode_values({}) : letter.content));
    return {};
  }
  Error const& error = outcome.error();
  if (error.is(kStopped)) {
    TAMGA_TRY(writer->execute(kLetterReleased, letter.number, letter.version, now));
    return {};
  }
  std::string const why = describe(error).substr(0, kMostError);
  bool const temporary = error.is(kDelayed) || error.is(kUnreachable);
  auto const wait = temporary ? options_.backoff.after(letter.attempts, *rng_) : std::nullopt;
  if (wait) {
    ++done.delayed;
    TAMGA_TRY(writer->execute(kLetterDelayed, letter.number, letter.version, later(now, *wait), why));
    return {};
  }
  ++done.failed;
  log::write(log::Level::Warn, "letter_failed",
             {{"letter", std::to_string(letter.number.value())}, {"error", std::string(error.name())}});
  TAMGA_TRY(writer->execute(kLetterFailed, letter.number, letter.version, now, why));
  return {};
}

Result<Mailer::Done> Mailer::run(std::stop_token const& stop) {
  Done done;
  while (!done.unreachable && done.sent + done.delayed + done.failed < options_.most) {
    TAMGA_ASSIGN(letters, due());
    if (letters.empty()) break;
    for (Due& letter : letters) {
      if (stop.stop_requested() || done.unreachable) break;
      TAMGA_ASSIGN(mine, claim(letter));
      if (!mine) continue;
      Result<void> const outcome =
          letter.attempts > options_.backoff.tries ? never_answered() : send(letter, stop);
      TAMGA_TRY(settle(letter, outcome, done));
      done.unreachable = !outcome && outcome.error().is(kUnreachable);
    }
    if (stop.stop_requested()) break;
  }
  transport_->rest();
  return done;
}

Result<std::int64_t> Mailer::forget_sent(UnixMs before) {
  TAMGA_ASSIGN(writer, store_->writer());
  return writer->execute(kForgetSent, before);
}

}  // namespace tamga::mail
