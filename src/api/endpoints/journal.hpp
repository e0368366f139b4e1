// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/journal_view.hpp"
#include "documents/code_text.hpp"

namespace tamga::api {

/// How an export is written.
enum class JournalFormat : std::uint8_t { Csv, Jsonl };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::JournalFormat> = tamga::shape::enumeration(
    "JournalFormat", "How an export is written",
    tamga::shape::value(tamga::api::JournalFormat::Csv, "csv",
                        "A line with commas each, the first names them"),
    tamga::shape::value(tamga::api::JournalFormat::Jsonl, "jsonl", "A JSON object a line"));

namespace tamga::api {

/// What the organisation did, and what was refused. Features 1.16.
struct ListJournal {
  static constexpr EndpointSpec kSpec{.name = "list_journal",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/journal",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::Journal,
                                      .summary = "Own operations, newest first: who, when, what, from where",
                                      .tag = "journal"};
  struct Input {
    std::optional<std::int64_t> user;
    std::optional<std::string> object;
    std::optional<documents::CodeText> code;
    std::optional<std::string> action;
    std::optional<UnixMs> from;
    std::optional<UnixMs> until;
    std::optional<bool> refused;
    std::optional<std::string> after;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "ListJournalInput", "", shape::field("user", &Input::user, "Only what this user did"),
          shape::field("object", &Input::object, "Only about this document, order, session, key",
                       shape::size(1, 100)),
          shape::field("code", &Input::code,
                       "Only what happened to this code: for whoever may see its history"),
          shape::field("action", &Input::action,
                       "Only this action: session.open, document.ship; document. for all that begin so",
                       shape::size(1, 60)),
          shape::field("from", &Input::from, "Not older"), shape::field("until", &Input::until, "Older than"),
          shape::field("refused", &Input::refused, "True: only what was refused; false: only the rest"),
          shape::field("after", &Input::after, "`next` of the page before", shape::size(1, 120)),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                       shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<JournalEntryView> entries;
    std::optional<std::string> next;
    static constexpr auto shape() {
      return shape::object(
          "JournalPage", "A page of the journal", shape::field("entries", &Output::entries, "Newest first"),
          shape::field("next", &Output::next,
                       "Give it as `after` for the next page, which may be empty; absent on the last"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// The same as one stream, however long it is.
struct ExportJournal {
  static constexpr EndpointSpec kSpec{
      .name = "export_journal",
      .method = http::Method::Get,
      .path = "/api/v1/journal/export",
      .access = Access::Participant,
      .scope = kSessionOnly,
      .right = Right::Journal,
      .summary = "Own operations as a file; the export itself is in the journal",
      .tag = "journal",
      .produces = "text/csv",
      .action = "journal.export"};
  struct Input {
    JournalFormat format;
    std::optional<std::int64_t> user;
    std::optional<std::string> object;
    std::optional<documents::CodeText> code;
    std::optional<std::string> action;
    std::optional<UnixMs> from;
    std::optional<UnixMs> until;
    std::optional<bool> refused;
    static constexpr auto shape() {
      return shape::object(
          "ExportJournalInput", "",
          shape::field("format", &Input::format, "How it is written", shape::by_default(JournalFormat::Csv)),
          shape::field("user", &Input::user, "Only what this user did"),
          shape::field("object", &Input::object, "Only about this", shape::size(1, 100)),
          shape::field("code", &Input::code, "Only what happened to this code"),
          shape::field("action", &Input::action, "Only this action", shape::size(1, 60)),
          shape::field("from", &Input::from, "Not older"), shape::field("until", &Input::until, "Older than"),
          shape::field("refused", &Input::refused, "True: only what was refused; false: only the rest"));
    }
  };
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListJournal>;
extern template struct RowOf<ExportJournal>;

}  // namespace tamga::api
