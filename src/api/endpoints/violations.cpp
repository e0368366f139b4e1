// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/violations.hpp"

#include <fmt/format.h>

#include <limits>

#include "api/once.hpp"
#include "api/rate_limit.hpp"
#include "api/scan_text.hpp"
#include "base/failure.hpp"
#include "crypto/key_ring.hpp"
#include "emission/resolver.hpp"
#include "ledger/ledger.hpp"
#include "registry/catalogue.hpp"
#include "sql/store.hpp"
#include "support/violation_rows.hpp"
#include "support/violations.hpp"

namespace tamga::api {
namespace {

using support::Violation;
using support::ViolationNo;

constexpr std::size_t kLongestCode = 400;
constexpr std::size_t kOriginDigits = 32;

/// The address of the caller, so that his reports can be counted and he cannot be found.
Result<std::string> origin_of(Call const& call) {
  TAMGA_ASSIGN(key, call.services().keys.active(crypto::KeyPurpose::Session));
  std::string const address = std::to_string(address_key(call.request().remote_address()));
  auto const digest = crypto::HmacSha256(key->secret().view()).mac("violation " + address);
  return crypto::hex(digest).substr(0, kOriginDigits);
}

/// Whose goods they are. A text that is no code stays what it is: that may be what is reported.
Result<void> name_goods(Call const& call, Violation& report) {
  Services const& services = call.services();
  gs1::Gtin gtin;
  if (auto const given = gs1::Gtin::parse(report.gtin)) gtin = *given;
  if (!report.code.empty()) {
    auto const reading = services.resolver.read(report.code);
    if (!reading && is_failure(reading.error())) return fail(reading.error());
    report.code = kept_text(reading ? std::string(reading->scan.cis()) : report.code, kLongestCode);
    if (reading && reading->scan.code.gtin) gtin = reading->scan.code.gtin;
    bool const genuine = reading && reading->tail != emission::Reading::Tail::Wrong;
    if (genuine && reading->code != ledger::CodeNo()) {
      ledger::CodeState state;
      TAMGA_TRY(services.ledger.states({&reading->code, 1}, {&state, 1}));
      report.holder = state.owner;
    }
  }
  if (!gtin) return {};
  report.gtin = gtin.text();
  TAMGA_ASSIGN(product, services.catalogue.look(gtin));
  if (product) report.owner = product->owner;
  return {};
}

std::vector<documents::Notice> notices_of(Violation const& report) {
  std::string const data =
      fmt::format(R"({{"violation":"{}","kind":"{}"}})", report.number.value(), report.kind);
  std::vector<documents::Notice> out;
  if (report.holder != registry::ParticipantNo()) out.push_back({report.holder, "violation.reported", data});
  if (report.owner != registry::ParticipantNo() && report.owner != report.holder)
    out.push_back({report.owner, "violation.reported", data});
  return out;
}

}  // namespace

Result<ReportViolation::Output> ReportViolation::handle(Input const&, Body const& body, Call& call) {
  Violation given{.number = {},
                  .kind = body.kind,
                  .code = body.code ? body.code->text : std::string(),
                  .gtin = body.gtin ? body.gtin->gtin.text() : std::string(),
                  .place = {.shop = body.shop.value_or(""), .address = body.address.value_or("")},
                  .text = body.text.value_or("")};
  if (body.latitude) given.place.latitude = body.latitude->millionths;
  if (body.longitude) given.place.longitude = body.longitude->millionths;
  given.contact = body.email.value_or("");
  given.language = language_of(body.language.value_or("")).value_or(call.language());
  TAMGA_ASSIGN(origin, origin_of(call));
  given.origin = std::move(origin);
  TAMGA_TRY(name_goods(call, given));
  TAMGA_ASSIGN(done, once(call, {.action = kSpec.action},
                          [&](documents::Turn& turn, journal::Entry& entry) -> Result<std::string> {
                            entry.address.clear();
                            given.number = ViolationNo(turn.desk().books().numbers.next());
                            TAMGA_ASSIGN(taken,
                                         support::report(*call.services().support, turn.connection(), given,
                                                         body.consent.value_or(false), turn.now()));
                            turn.tell(notices_of(taken));
                            return std::to_string(taken.number.value());
                          }));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(stored, support::find_violation(*reader, ViolationNo(std::stoll(done.object))));
  return Output{std::move(done.object), std::move(stored.secret)};
}

Result<GetViolationStatus::Output> GetViolationStatus::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found,
               support::find_by_secret(*reader, ViolationNo(input.violation.number.value()), input.key));
  return Output{.violation = std::to_string(found.number.value()),
                .kind = found.kind,
                .kind_name = kind_name(call, found.kind),
                .reported_at = found.reported,
                .state = found.state,
                .decided_at = found.decided,
                .answer = found.answer.empty() ? std::nullopt : std::optional(found.answer)};
}

Result<ListViolations::Output> ListViolations::handle(Input const& input, Call& call) {
  ViolationNo const before(input.before ? input.before->number.value()
                                        : std::numeric_limits<std::int64_t>::max());
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(found, support::violations_about(*reader, call.caller().number(), before, input.limit));
  Output out;
  for (Violation const& one : found) {
    TAMGA_ASSIGN(view, view_of(call, one));
    out.violations.push_back(std::move(view));
  }
  if (static_cast<int>(found.size()) == input.limit)
    out.next = DocumentNumber{ledger::DocumentNo(found.back().number.value())};
  return out;
}

template struct RowOf<ReportViolation>;
template struct RowOf<GetViolationStatus>;
template struct RowOf<ListViolations>;

}  // namespace tamga::api
