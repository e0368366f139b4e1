// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <array>
#include <map>
#include <memory>
#include <vector>

#include "base/time.hpp"
#include "mail/errors.hpp"
#include "mail/outbox.hpp"
#include "mail/texts.hpp"
#include "server/commands/command.hpp"
#include "server/commands/shared_folders.hpp"
#include "server/schema.hpp"
#include "sql/store.hpp"

namespace tamga::server {
namespace {

using mail::LetterState;
using mail::StoredLetter;

struct Asked {
  std::string address;
  std::filesystem::path spec;
  std::int64_t number = 0;
  std::int64_t most = 50;
  bool failed = false;
  std::vector<LetterState> states{LetterState::Waiting, LetterState::Sending, LetterState::Failed};
};

std::string line_of(StoredLetter const& letter) {
  return fmt::format("{:>8} {:<8} {} tries {:<3} {:<24} {:<32} {}\n", letter.number.value(),
                     name_of(letter.state), rfc3339(letter.letter.created_at), letter.attempts,
                     letter.letter.text, letter.letter.to, letter.last_error);
}

Result<std::string> list(sql::Store& store, Asked const& asked) {
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(all, mail::letters(*reader, asked.states, asked.most));
  std::string text;
  for (StoredLetter const& letter : all) text += line_of(letter);
  TAMGA_ASSIGN(counts, mail::counts(*reader));
  return text + fmt::format("mail: {} waiting, {} failed\n", counts.waiting, counts.failed);
}

std::string number_or_dash(std::optional<std::int64_t> const& number) {
  return number ? std::to_string(*number) : "-";
}

std::string heading_of(StoredLetter const& letter) {
  std::string const next = letter.state == LetterState::Waiting || letter.state == LetterState::Sending
                               ? rfc3339(letter.next_attempt)
                               : "-";
  return fmt::format(
      "letter {}: {}\nkey {}\nto {}\nparticipant {}, application {}\ncreated {}\ntries {}, next {}\nfinished "
      "{}\n"
      "last error {}\nMessage-ID {}\n",
      letter.number.value(), name_of(letter.state), letter.letter.key, letter.letter.to,
      number_or_dash(letter.letter.participant), number_or_dash(letter.letter.application),
      rfc3339(letter.letter.created_at), letter.attempts, next,
      letter.finished_at ? rfc3339(*letter.finished_at) : "-",
      letter.last_error.empty() ? "-" : letter.last_error,
      letter.message_id.empty() ? "-" : letter.message_id);
}

Result<std::string> show(sql::Store& store, Asked const& asked) {
  TAMGA_ASSIGN(texts, mail::Texts::load(asked.spec / "mail"));
  TAMGA_ASSIGN(reader, store.reader());
  TAMGA_ASSIGN(found, mail::find_letter(*reader, mail::LetterNo(asked.number)));
  if (!found) return fail(Error(mail::kLetterUnknown).with("letter", std::to_string(asked.number)));
  mail::Letter const& letter = found->letter;
  auto const filled = texts.fill(letter.text, letter.values, letter.language);
  std::string const body =
      filled ? fmt::format("\n{}\n\n{}", filled->subject, filled->plain)
             : fmt::format("\n{} cannot be written any more: {}\n", letter.text, describe(filled.error()));
  return heading_of(*found) + body;
}

Result<std::string> retry(sql::Store& store, Asked const& asked) {
  UnixMs const now = SystemClock().now();
  TAMGA_ASSIGN(writer, store.writer());
  if (asked.failed) {
    TAMGA_ASSIGN(count, mail::retry_failed(*writer, now));
    return fmt::format("mail: {} letters are tried again\n", count);
  }
  TAMGA_TRY(mail::retry(*writer, mail::LetterNo(asked.number), now));
  return fmt::format("mail: letter {} is tried again\n", asked.number);
}

using Work = Result<std::string> (*)(sql::Store&, Asked const&);

Result<std::string> with_store(Asked const& asked, Work work) {
  TAMGA_ASSIGN(store, sql::Store::open(asked.address));
  TAMGA_TRY(migrate_all(*store, SystemClock()));
  return work(*store, asked);
}

CLI::App* add(CLI::App* family, Run& run, std::shared_ptr<Asked> const& asked, std::string const& name,
              std::string const& what, Work work) {
  CLI::App* command = family->add_subcommand(name, what);
  command->add_option("--store", asked->address, "sqlite:DIR or postgresql://...")->required();
  command->callback(
      [&run, asked, work] { run = [asked, work] { return report(with_store(*asked, work)); }; });
  return command;
}

}  // namespace

void add_mail(CLI::App& app, Run& run) {
  static std::map<std::string, LetterState> const kStates{{"waiting", LetterState::Waiting},
                                                          {"sending", LetterState::Sending},
                                                          {"sent", LetterState::Sent},
                                                          {"failed", LetterState::Failed}};
  auto const asked = std::make_shared<Asked>();
  asked->spec = default_spec();
  CLI::App* family = app.add_subcommand("mail", "The e-mails to participants")->require_subcommand(1);
  CLI::App* all = add(family, run, asked, "list", "Letters, the newest first", list);
  all->add_option("--state", asked->states, "waiting, sending, sent, failed; all but the sent by default")
      ->transform(CLI::CheckedTransformer(kStates));
  all->add_option("--most", asked->most)->capture_default_str()->check(CLI::PositiveNumber);
  CLI::App* one = add(family, run, asked, "show", "A letter, its text and what became of it", show);
  one->add_option("letter", asked->number, "Its number")->required();
  one->add_option("--spec", asked->spec, "Folder of the countries' data")->capture_default_str();
  CLI::App* again =
      add(family, run, asked, "retry", "Try a letter again now, one that was given up too", retry);
  CLI::Option* number = again->add_option("letter", asked->number, "Its number");
  CLI::Option* failed = again->add_flag("--all-failed", asked->failed, "Every letter that was given up");
  number->excludes(failed);
  again->parse_complete_callback([number, failed] {
    if (number->count() + failed->count() == 0) throw CLI::RequiredError("letter or --all-failed");
  });
}

}  // namespace tamga::server
