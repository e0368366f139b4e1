// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/announcements.hpp"

#include <limits>

#include "announcements/errors.hpp"
#include "api/once.hpp"
#include "documents/errors.hpp"
#include "sql/store.hpp"

namespace tamga::api {

using announcements::Announcement;
using announcements::AnnouncementNo;
using announcements::Audience;

namespace {

std::string in(announcements::Wording const& wording, Language language) {
  return language == Language::Ru ? wording.ru : language == Language::Uz ? wording.uz : wording.en;
}

announcements::Wording wording_of(AnnouncementWording const& given) { return {given.ru, given.uz, given.en}; }

std::vector<AnnouncementView> views_of(std::vector<Announcement> const& all, Language language) {
  std::vector<AnnouncementView> out;
  out.reserve(all.size());
  for (Announcement const& one : all) out.push_back(AnnouncementView::of(one, language));
  return out;
}

Result<AnnouncementView> view_of(Call const& call, Done const& done) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, announcements::find(*reader, AnnouncementNo(std::stoll(done.object))));
  return AnnouncementView::of(found, call.language());
}

}  // namespace

AnnouncementView AnnouncementView::of(Announcement const& one, Language language) {
  return {.number = std::to_string(one.number.value()),
          .title = in(one.title, language),
          .text = in(one.text, language),
          .group = one.group.empty() ? std::nullopt : std::optional(one.group),
          .from = one.from,
          .until = one.until,
          .audience = one.audience,
          .withdrawn = one.withdrawn};
}

Result<ListAnnouncements::Output> ListAnnouncements::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  Audience const who = call.signed_in() ? Audience::Participants : Audience::Everybody;
  TAMGA_ASSIGN(found, announcements::shown(*reader, who, call.now()));
  return Output{views_of(found, call.language())};
}

Result<ListPublishedAnnouncements::Output> ListPublishedAnnouncements::handle(Input const& input,
                                                                              Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  AnnouncementNo const before(input.before.value_or(std::numeric_limits<std::int64_t>::max()));
  TAMGA_ASSIGN(found, announcements::published(*reader, before, input.limit));
  Output out{views_of(found, call.language()), {}};
  if (static_cast<int>(found.size()) == input.limit) out.next = found.back().number.value();
  return out;
}

Result<PublishAnnouncement::Output> PublishAnnouncement::handle(Input const&, Body const& body,
                                                                Confirmation const& confirmation,
                                                                Call& call) {
  if (body.group && !call.services().country.find_group(*body.group))
    return fail(Error(documents::kGroupUnknown).at("/group").with("group", *body.group));
  Announcement one{.number = {},
                   .audience = body.audience,
                   .group = body.group.value_or(""),
                   .title = wording_of(body.title),
                   .text = wording_of(body.text),
                   .from = body.from,
                   .until = body.until,
                   .person = confirmation.signer.person};
  TAMGA_ASSIGN(
      done,
      once(call, {.action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing},
           [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
             one.number = AnnouncementNo(turn.desk().books().numbers.next());
             TAMGA_TRY(announcements::publish(turn.connection(), one));
             return std::to_string(one.number.value());
           }));
  return view_of(call, done);
}

Result<WithdrawAnnouncement::Output> WithdrawAnnouncement::handle(Input const& input, Body const& body,
                                                                  Confirmation const& confirmation,
                                                                  Call& call) {
  std::string const number = std::to_string(input.announcement);
  if (body.announcement != number)
    return fail(
        Error(announcements::kAnnouncementUnknown).at("/announcement").with("number", body.announcement));
  OnceOrder const order{
      .action = kSpec.action, .confirmation = &confirmation, .signed_body = SignedBody::Nothing};
  auto const work = [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
    TAMGA_TRY(announcements::withdraw(turn.connection(), AnnouncementNo(input.announcement), turn.now()));
    return number;
  };
  TAMGA_ASSIGN(done, once(call, order, work));
  return view_of(call, done);
}

template struct RowOf<ListAnnouncements>;
template struct RowOf<ListPublishedAnnouncements>;
template struct RowOf<PublishAnnouncement>;
template struct RowOf<WithdrawAnnouncement>;

}  // namespace tamga::api
