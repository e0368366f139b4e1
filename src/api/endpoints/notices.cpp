// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/notices.hpp"

#include <charconv>
#include <limits>

#include "api/errors.hpp"
#include "api/once.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

notices::Reader reader_of(Call const& call) { return call.caller().user->number.value(); }

Result<notices::NoticeNo> number_of(std::string const& text) {
  std::int64_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    return fail(Error(kCursorMalformed).at("/up_to"));
  return notices::NoticeNo(number);
}

}  // namespace

Result<ListNotices::Output> ListNotices::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  ledger::ParticipantNo const participant = call.caller().number();
  notices::NoticeNo const before(input.before.value_or(std::numeric_limits<std::int64_t>::max()));
  TAMGA_ASSIGN(found, notices::notices_of(*reader, participant, before, input.limit));
  TAMGA_ASSIGN(seen, notices::mark_of(*reader, participant, reader_of(call)));
  TAMGA_ASSIGN(unread, notices::unread(*reader, participant, reader_of(call)));
  Output out{.notices = {}, .unread = unread, .next = {}};
  for (notices::KeptNotice const& one : found)
    out.notices.push_back({.notice = std::to_string(one.number.value()),
                           .at = one.at,
                           .event = one.event,
                           .data = one.data,
                           .unread = one.number > seen});
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().number.value();
  return out;
}

Result<ReadNotices::Output> ReadNotices::handle(Input const&, Body const& body, Call& call) {
  TAMGA_ASSIGN(up_to, number_of(body.up_to));
  auto const done = once(call, {}, [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_TRY(notices::mark(turn.connection(), call.caller().number(), reader_of(call), up_to));
    return body.up_to;
  });
  if (!done) return fail(done.error());
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(unread, notices::unread(*reader, call.caller().number(), reader_of(call)));
  return Output{unread};
}

template struct RowOf<ListNotices>;
template struct RowOf<ReadNotices>;

}  // namespace tamga::api
