// SPDX-License-Identifier: Apache-2.0
#include "mail/outbox.hpp"

#include <array>

#include "mail/address.hpp"
#include "mail/errors.hpp"
#include "mail/tables.hpp"
#include "sql/errors.hpp"

namespace tamga::mail {
namespace {

constexpr std::size_t kMaxKey = 200;

/// Kept for the operator. Where what fills a text is a secret, nothing that is made of it is kept.
Result<std::string> subject_of(Texts const& texts, Letter const& letter) {
  if (texts.find(letter.text)->forgotten_once_sent) return std::string();
  TAMGA_ASSIGN(filled, texts.fill(letter.text, letter.values, letter.language));
  return std::move(filled.subject);
}

/// The values stay as JSON until the row is let go: `json` takes them.
StoredLetter letter_of(sql::Row const& row, std::string& json) {
  StoredLetter out;
  out.number = row.as<LetterNo>(0);
  out.letter.key = row.text(1);
  out.letter.to = row.text(2);
  out.letter.language = language_of(row.text(3)).value_or(Language::Ru);
  out.letter.text = row.text(4);
  json = row.text(5);
  out.letter.participant = row.optional_int64(6);
  out.letter.application = row.optional_int64(7);
  out.letter.created_at = row.as<UnixMs>(8);
  out.state = row.as<LetterState>(9);
  out.attempts = static_cast<int>(row.int64(10));
  out.next_attempt = row.as<UnixMs>(11);
  if (auto const finished = row.optional_int64(12)) out.finished_at = UnixMs(*finished);
  out.last_error = row.text(13);
  out.message_id = row.text(14);
  return out;
}

}  // namespace

std::string_view name_of(LetterState state) {
  constexpr std::array<std::string_view, 4> kNames{"waiting", "sending", "sent", "failed"};
  return kNames.at(static_cast<std::size_t>(state));
}

Result<bool> Outbox::put(sql::Connection& connection, Letter const& letter) const {
  if (!connection.in_transaction())
    return fail(Error(sql::kStoreMisuse).log("a letter without a transaction"));
  TAMGA_TRY(check_address(letter.to));
  TAMGA_TRY(texts_->check(letter.text, letter.values));
  if (letter.key.empty() || letter.key.size() > kMaxKey)
    return fail(Error(kValues).with("text", letter.text).with("value", "key"));
  TAMGA_ASSIGN(subject, subject_of(*texts_, letter));
  TAMGA_ASSIGN(rows, connection.execute(kPutLetter, letter.key, letter.to, code_of(letter.language),
                                        letter.text, encode_values(letter.values), letter.participant,
                                        letter.application, letter.created_at, subject));
  return rows == 1;
}

Result<std::optional<StoredLetter>> find_letter(sql::Connection& connection, LetterNo number) {
  std::string json;
  auto const read = [&](sql::Row const& row) { return letter_of(row, json); };
  TAMGA_ASSIGN(found, connection.find(kLetterByNumber, read, number));
  if (found) {
    TAMGA_ASSIGN(values, decode_values(json));
    found->letter.values = std::move(values);
  }
  return std::move(found);
}

Result<std::vector<StoredLetter>> letters(sql::Connection& connection, std::span<LetterState const> states,
                                          std::int64_t most) {
  std::vector<std::int64_t> wanted;
  for (LetterState const state : states) wanted.push_back(static_cast<std::int64_t>(state));
  std::vector<StoredLetter> out;
  TAMGA_ASSIGN(rows, connection.query(kLettersInStates, std::span<std::int64_t const>(wanted), most));
  TAMGA_TRY(rows.each([&](sql::Row const& row) -> Result<void> {
    std::string json;
    out.push_back(letter_of(row, json));
    TAMGA_ASSIGN(values, decode_values(json));
    out.back().letter.values = std::move(values);
    return {};
  }));
  return out;
}

Result<void> forget(sql::Connection& connection, std::string_view key) {
  TAMGA_TRY(connection.execute(kForgetLetter, key));
  return {};
}

Result<void> retry(sql::Connection& connection, LetterNo number, UnixMs now) {
  TAMGA_ASSIGN(changed, connection.execute(kRetryLetter, number, now));
  if (changed == 1) return {};
  TAMGA_ASSIGN(found, find_letter(connection, number));
  return fail(
      Error(found ? kLetterNotToRetry : kLetterUnknown).with("letter", std::to_string(number.value())));
}

Result<std::int64_t> retry_failed(sql::Connection& connection, UnixMs now) {
  return connection.execute(kRetryFailed, now);
}

Result<Counts> counts(sql::Connection& connection) {
  Counts out;
  auto const read = [&](sql::Row const& row) {
    if (auto const oldest = row.optional_int64(1)) out.oldest_waiting = UnixMs(*oldest);
    return row.int64(0);
  };
  TAMGA_ASSIGN(waiting, connection.find(kCountWaiting, read));
  TAMGA_ASSIGN(failed, connection.find(kCountFailed, [](sql::Row const& row) { return row.int64(0); }));
  out.waiting = waiting.value_or(0);
  out.failed = failed.value_or(0);
  return out;
}

}  // namespace tamga::mail
