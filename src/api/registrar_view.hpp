// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"
#include "registrars/printing.hpp"
#include "registrars/registrar.hpp"
#include "shape/describe.hpp"

template <>
inline constexpr auto tamga::shape::names<tamga::registrars::RegistrarKind> = tamga::shape::enumeration(
    "RegistrarKind", "How one comes to a registrar",
    tamga::shape::value(tamga::registrars::RegistrarKind::Device, "device", "A device at one's own line"),
    tamga::shape::value(tamga::registrars::RegistrarKind::Remote, "remote",
                        "One of the operator's, from afar"));
template <>
inline constexpr auto tamga::shape::names<tamga::registrars::RegistrarState> = tamga::shape::enumeration(
    "RegistrarState", "Where a registrar stands",
    tamga::shape::value(tamga::registrars::RegistrarState::Applied, "applied", "Waits for the operator"),
    tamga::shape::value(tamga::registrars::RegistrarState::Active, "active", "Codes are issued through it"),
    tamga::shape::value(tamga::registrars::RegistrarState::Suspended, "suspended", "Stands still"),
    tamga::shape::value(tamga::registrars::RegistrarState::Withdrawn, "withdrawn", "For ever"),
    tamga::shape::value(tamga::registrars::RegistrarState::Refused, "refused", "With the reason"));
template <>
inline constexpr auto tamga::shape::names<tamga::registrars::Move> = tamga::shape::enumeration(
    "RegistrarMove", "What happens to a registrar",
    tamga::shape::value(tamga::registrars::Move::Confirm, "confirm", "It may be used"),
    tamga::shape::value(tamga::registrars::Move::Refuse, "refuse", "It may not, with the reason"),
    tamga::shape::value(tamga::registrars::Move::Suspend, "suspend", "Until it is resumed, with the reason"),
    tamga::shape::value(tamga::registrars::Move::Resume, "resume", "It may be used again"),
    tamga::shape::value(tamga::registrars::Move::Withdraw, "withdraw", "For ever"));
template <>
inline constexpr auto tamga::shape::names<tamga::registrars::Printing> = tamga::shape::enumeration(
    "Printing", "What is told of codes",
    tamga::shape::value(tamga::registrars::Printing::Printed, "printed", "They were printed"),
    tamga::shape::value(tamga::registrars::Printing::Graded, "graded", "How well"),
    tamga::shape::value(tamga::registrars::Printing::DroppedOut, "dropped_out",
                        "They were lost before application"));

namespace tamga::api {

/// A registrar as its participant and the operator see it.
struct RegistrarView {
  std::string number;
  registrars::RegistrarKind kind;
  std::string serial;
  std::string model;
  std::string software;
  std::string access;
  std::string place;
  registrars::RegistrarState state;
  std::string person;
  UnixMs applied;
  UnixMs changed;
  std::string reason;
  std::optional<std::string> tax_id;
  static RegistrarView of(registrars::Registrar const& registrar);
  static constexpr auto shape() {
    return shape::object(
        "Registrar", "An emission registrar", shape::field("number", &RegistrarView::number, "Its number"),
        shape::field("kind", &RegistrarView::kind, "How one comes to it"),
        shape::field("serial", &RegistrarView::serial, "Serial number of a device"),
        shape::field("model", &RegistrarView::model, "Model of a device"),
        shape::field("software", &RegistrarView::software, "Version of a device's software"),
        shape::field("access", &RegistrarView::access, "Of remote access: code of its contract"),
        shape::field("place", &RegistrarView::place, "Place of business"),
        shape::field("state", &RegistrarView::state, "Where it stands"),
        shape::field("person", &RegistrarView::person, "Who signed for it"),
        shape::field("applied", &RegistrarView::applied, "When it was asked for"),
        shape::field("changed", &RegistrarView::changed, "When it changed last"),
        shape::field("reason", &RegistrarView::reason, "Of a refusal or a suspension"),
        shape::field("tax_id", &RegistrarView::tax_id, "Of the participant; for the operator's staff"));
  }
};

/// How many codes a registrar is reported with.
struct PrintTotalView {
  registrars::Printing what;
  std::string grade;
  std::int64_t codes;
  bool too_bad;
  static constexpr auto shape() {
    return shape::object(
        "PrintTotal", "Codes reported since the registrar is there",
        shape::field("what", &PrintTotalView::what, "What was told of them"),
        shape::field("grade", &PrintTotalView::grade, "Of graded codes; empty otherwise"),
        shape::field("codes", &PrintTotalView::codes, "How many"),
        shape::field("too_bad", &PrintTotalView::too_bad, "The grade is below the least of the country"));
  }
};

/// The country's word with its name.
struct CountryWordView {
  std::string code;
  std::string name;
  static constexpr auto shape() {
    return shape::object("CountryWord", "A word of the country",
                         shape::field("code", &CountryWordView::code, "As documents spell it"),
                         shape::field("name", &CountryWordView::name, "In the language of the call"));
  }
};
std::vector<CountryWordView> words_of(std::vector<registrars::Word> const& words, Language language);

/// What the country says of registrars. Errors: REGISTRARS_NOT_USED where nothing was loaded.
Result<registrars::Rules const*> registrar_rules(Call const& call);
/// Of its participant; the operator sees everybody's. Errors: REGISTRAR_UNKNOWN.
Result<registrars::Registrar> registrar_of(Call const& call, registrars::RegistrarNo number);

}  // namespace tamga::api
