// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/sandbox_steps.hpp"

#include <algorithm>

#include "api/endpoints/operator_cards.hpp"
#include "api/errors.hpp"
#include "api/once.hpp"
#include "api/sandbox_desk.hpp"
#include "catalogue/prefixes.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

Result<SandboxDesk const*> desk_of(Call const& call) {
  SandboxDesk const* const desk = call.services().sandbox;
  if (desk == nullptr) return fail(kNoSandbox);
  return desk;
}

}  // namespace

Result<ListSandboxLetters::Output> ListSandboxLetters::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(desk, desk_of(call));
  Output out;
  for (auto& one : desk->letters(input.to.value_or(""), static_cast<std::size_t>(input.limit)))
    out.letters.push_back({std::move(one.to), std::move(one.subject), std::move(one.text), one.at});
  return out;
}

Result<GetTrialValues::Output> GetTrialValues::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(desk, desk_of(call));
  Output out{.bank = desk->account().bank, .account = desk->account().account, .codes = {}};
  for (auto const& one : desk->class_codes()) out.codes.push_back({one.classifier, one.code});
  return out;
}

Result<TakeSparePrefix::Output> TakeSparePrefix::handle(Input const&, Call& call) {
  TAMGA_ASSIGN(desk, desk_of(call));
  catalogue::CompanyPrefix const prefix{desk->spare_prefix(call.caller().number()), call.caller().number(),
                                        "sandbox", call.caller().session.person, call.now()};
  auto const done = once(call, {.action = kSpec.action, .object = prefix.prefix},
                         [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                           TAMGA_TRY(catalogue::assign_prefix(turn.connection(), prefix));
                           return prefix.prefix;
                         });
  if (!done) return fail(done.error());
  return Output{done->object};
}

Result<PublishOwnCard::Output> PublishOwnCard::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(desk, desk_of(call));
  gs1::Gtin const gtin = input.gtin.gtin;
  {
    TAMGA_ASSIGN(reader, call.services().store.reader());
    auto const own = seen_card(*reader, call, gtin);
    if (!own) return fail(own.error());
  }
  auto const& companies = desk->companies();
  auto const authority =
      std::find_if(companies.begin(), companies.end(), [](auto const& one) { return one.authority; });
  catalogue::Decision const moderator{
      call.caller().user->number,
      authority == companies.end() ? call.caller().session.person : authority->person, call.now()};
  DecideCard::Body const body{.kind = DecideCardWord::DecideCard,
                              .gtin = {gtin},
                              .decision = CardDecision::Publish,
                              .remarks = {},
                              .reason = {}};
  auto const done = once(call, {.action = kSpec.action, .object = gtin.text()},
                         [&](documents::Turn& turn, journal::Entry&) -> Result<std::string> {
                           TAMGA_TRY(decide_card(turn, gtin, body, moderator));
                           return gtin.text();
                         });
  if (!done) return fail(done.error());
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(card, seen_card(*reader, call, gtin));
  TAMGA_ASSIGN(shown, shown_card(*reader, call, card));
  return std::move(shown.view);
}

template struct RowOf<ListSandboxLetters>;
template struct RowOf<GetTrialValues>;
template struct RowOf<TakeSparePrefix>;
template struct RowOf<PublishOwnCard>;

}  // namespace tamga::api
