// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/journal.hpp"

#include "api/code_look.hpp"
#include "api/errors.hpp"
#include "api/in_turn.hpp"
#include "registry/errors.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

/// What both endpoints ask: always the caller's own.
template <class Input>
Result<journal::Question> question_of(Input const& input, Call const& call) {
  journal::Question out{.participant = call.caller().number().value()};
  if (input.user) {
    TAMGA_ASSIGN(user, call.services().participants.users().find(registry::UserNo(*input.user)));
    if (!user || user->participant != call.caller().number())
      return fail(Error(registry::kUserUnknown).at("/user").with("user", std::to_string(*input.user)));
    for (registry::UserCertificate const& one : user->certificates)
      out.certificates.emplace_back(crypto::view(one.certificate));
  }
  out.object = input.object.value_or("");
  if (input.code) {
    TAMGA_ASSIGN(code, look_into(call, input.code->text));
    out.objects.emplace();
    for (ledger::HistoryLine const& line : code.history)
      out.objects->push_back(std::to_string(line.document.value()));
  }
  out.action = input.action.value_or("");
  out.refused = input.refused;
  if (input.from) out.from = *input.from;
  if (input.until) out.until = *input.until;
  return out;
}

/// Pages of the journal as a body, read while the client takes them.
class JournalStream final : public http::BodySource {
 public:
  JournalStream(Services const& services, journal::Question question, JournalFormat format)
      : services_(&services), question_(std::move(question)), format_(format) {}

  Result<bool> next(std::string& chunk) override {
    constexpr int kAtOnce = 500;
    TAMGA_ASSIGN(reader, services_->store.reader());
    TAMGA_ASSIGN(page, journal::find_entries(*reader, question_, after_, kAtOnce));
    TAMGA_ASSIGN(views, views_of(*reader, *services_, page.entries));
    if (!begun_ && format_ == JournalFormat::Csv) chunk += JournalEntryView::csv_head();
    begun_ = true;
    for (JournalEntryView const& view : views) {
      if (format_ == JournalFormat::Csv)
        view.write_csv(chunk);
      else
        shape::encode(chunk, view);
      if (format_ == JournalFormat::Jsonl) chunk += '\n';
    }
    after_ = page.next;
    return page.next.has_value();
  }

 private:
  Services const* services_;
  journal::Question question_;
  JournalFormat format_;
  std::optional<journal::Cursor> after_;
  bool begun_ = false;
};

}  // namespace

Result<ListJournal::Output> ListJournal::handle(Input const& input, Call& call) {
  std::optional<journal::Cursor> after;
  if (input.after) {
    after = journal::Cursor::parse(*input.after);
    if (!after) return fail(Error(kCursorMalformed).at("/after"));
  }
  TAMGA_ASSIGN(question, question_of(input, call));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(page, journal::find_entries(*reader, question, after, input.limit));
  TAMGA_ASSIGN(views, views_of(*reader, call.services(), page.entries));
  return Output{.entries = std::move(views),
                .next = page.next ? std::optional(page.next->text()) : std::nullopt};
}

Result<ExportJournal::Output> ExportJournal::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(question, question_of(input, call));
  TAMGA_TRY(in_turn(call, [&](documents::Turn& turn) -> Result<void> {
    journal::Entry entry = entry_of(call, std::string(kSpec.action));
    entry.at = turn.now();
    entry.result = "accepted";
    turn.journal(std::move(entry));
    return {};
  }));
  bool const csv = input.format == JournalFormat::Csv;
  auto response = http::Response::streamed(
      200, csv ? "text/csv; charset=utf-8" : "application/jsonl",
      std::make_unique<JournalStream>(call.services(), std::move(question), input.format));
  response.header("Content-Disposition",
                  std::string("attachment; filename=\"journal.") + (csv ? "csv\"" : "jsonl\""));
  return Output{std::move(response)};
}

template struct RowOf<ListJournal>;
template struct RowOf<ExportJournal>;

}  // namespace tamga::api
