// SPDX-License-Identifier: Apache-2.0
#include "api/violation_view.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "api/queue_term.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"
#include "support/desk.hpp"

namespace tamga::api {
namespace {

constexpr std::int64_t kMillion = 1'000'000;
constexpr std::size_t kPlaces = 6;

bool digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::string> said(std::string const& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

Result<std::optional<std::string>> tax_id_of(Call const& call, registry::ParticipantNo number) {
  if (number == registry::ParticipantNo()) return std::optional<std::string>();
  TAMGA_ASSIGN(found, call.services().participants.find(number));
  return found ? std::optional(found->tax_id) : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> read_degrees(std::string_view text, std::int64_t most) {
  bool const negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  auto const dot = text.find('.');
  std::string_view const whole = text.substr(0, dot);
  std::string places(dot == std::string_view::npos ? "0" : text.substr(dot + 1));
  if (!digits(whole) || whole.size() > 3 || !digits(places) || places.size() > kPlaces) return std::nullopt;
  places.resize(kPlaces, '0');
  std::string const all = std::string(whole) + places;
  std::int64_t value = 0;
  std::from_chars(all.data(), all.data() + all.size(), value);
  if (value > most * kMillion) return std::nullopt;
  return negative ? -value : value;
}

std::string degrees_text(std::int64_t millionths) {
  std::int64_t const size = std::abs(millionths);
  return fmt::format("{}{}.{:06}", millionths < 0 ? "-" : "", size / kMillion, size % kMillion);
}

std::string kind_name(Call const& call, std::string const& kind) {
  support::ViolationKind const* const known = call.services().support->rules.violation(kind);
  return known == nullptr ? kind : known->name.in(call.language());
}

Result<ViolationView> view_of(Call const& call, support::Violation const& one) {
  ViolationView out{.violation = std::to_string(one.number.value()),
                    .kind = one.kind,
                    .kind_name = kind_name(call, one.kind),
                    .code = said(one.code),
                    .gtin = said(one.gtin),
                    .product = std::nullopt,
                    .shop = said(one.place.shop),
                    .address = said(one.place.address),
                    .latitude = std::nullopt,
                    .longitude = std::nullopt,
                    .text = said(one.text),
                    .reported_at = one.reported,
                    .state = one.state,
                    .decided_at = one.decided,
                    .answer = said(one.answer)};
  if (one.place.latitude) out.latitude = Latitude{*one.place.latitude};
  if (one.place.longitude) out.longitude = Longitude{*one.place.longitude};
  auto const gtin = gs1::Gtin::parse(one.gtin);
  if (!gtin) return out;
  TAMGA_ASSIGN(product, call.services().catalogue.look(*gtin));
  if (product) out.product = product->name.in(call.language());
  return out;
}

Result<OperatorViolation> operator_view_of(Call const& call, support::Violation const& one) {
  TAMGA_ASSIGN(view, view_of(call, one));
  TAMGA_ASSIGN(holder, tax_id_of(call, one.holder));
  TAMGA_ASSIGN(owner, tax_id_of(call, one.owner));
  bool const waits =
      one.state == support::ViolationState::Received || one.state == support::ViolationState::InWork;
  auto const due =
      waits ? std::optional(term_of(call, support::Queue::Violations, one.reported)) : std::nullopt;
  return OperatorViolation{.violation = std::move(view),
                           .contact = said(one.contact),
                           .language = std::string(code_of(one.language)),
                           .holder = std::move(holder),
                           .owner = std::move(owner),
                           .taken_by = said(one.taken_person),
                           .decided_by = said(one.decided_by),
                           .due_at = due,
                           .overdue = due && *due < call.now()};
}

}  // namespace tamga::api
