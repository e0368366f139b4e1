// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "api/call.hpp"
#include "contracts/contract.hpp"
#include "shape/describe.hpp"
#include "shape/scalars.hpp"

namespace tamga::api {

/// Whose signature.
enum class ContractSide : std::uint8_t { Participant, Operator };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::ContractSide> = tamga::shape::enumeration(
    "ContractSide", "A side of a contract",
    tamga::shape::value(tamga::api::ContractSide::Participant, "participant", "The participant"),
    tamga::shape::value(tamga::api::ContractSide::Operator, "operator", "The operator"));
template <>
inline constexpr auto tamga::shape::names<tamga::contracts::ContractState> = tamga::shape::enumeration(
    "ContractState", "Where a contract stands",
    tamga::shape::value(tamga::contracts::ContractState::Draft, "draft", "Not shown yet"),
    tamga::shape::value(tamga::contracts::ContractState::Ready, "ready", "Can be read and signed"),
    tamga::shape::value(tamga::contracts::ContractState::Viewed, "viewed", "Was read"),
    tamga::shape::value(tamga::contracts::ContractState::Signed, "signed", "Signed by the participant"),
    tamga::shape::value(tamga::contracts::ContractState::Review, "review",
                        "Waits for a person of the operator"),
    tamga::shape::value(tamga::contracts::ContractState::Active, "active", "Signed by both, in force"),
    tamga::shape::value(tamga::contracts::ContractState::Amending, "amending",
                        "In force until its new version is signed, at the latest to the end of keep_until"),
    tamga::shape::value(tamga::contracts::ContractState::Returned, "returned",
                        "Given back, to be signed again"),
    tamga::shape::value(tamga::contracts::ContractState::Superseded, "superseded",
                        "Another version took its place"),
    tamga::shape::value(tamga::contracts::ContractState::Ended, "ended", "Over"));
template <>
inline constexpr auto tamga::shape::names<tamga::contracts::ContractEvent> = tamga::shape::enumeration(
    "ContractEvent", "What happened to a contract",
    tamga::shape::value(tamga::contracts::ContractEvent::Generate, "generate", "Made by the system"),
    tamga::shape::value(tamga::contracts::ContractEvent::Publish, "publish", "Shown to the participant"),
    tamga::shape::value(tamga::contracts::ContractEvent::Open, "open", "Read"),
    tamga::shape::value(tamga::contracts::ContractEvent::Sign, "sign", "Signed by the participant"),
    tamga::shape::value(tamga::contracts::ContractEvent::Queue, "queue", "Left to a person"),
    tamga::shape::value(tamga::contracts::ContractEvent::Accept, "accept", "Signed by the operator"),
    tamga::shape::value(tamga::contracts::ContractEvent::GiveBack, "give_back", "Given back"),
    tamga::shape::value(tamga::contracts::ContractEvent::Amend, "amend", "A new version was made"),
    tamga::shape::value(tamga::contracts::ContractEvent::Supersede, "supersede", "Replaced"),
    tamga::shape::value(tamga::contracts::ContractEvent::End, "end", "Ended"));

namespace tamga::api {

/// A contract in a list.
struct ContractView {
  std::int64_t contract;
  std::string number;
  std::string kind;
  std::string title;
  std::optional<std::string> group;
  std::optional<std::string> group_name;
  std::string company;
  std::string tax_id;
  std::int64_t version;
  Date date = Date::from_days(0);
  contracts::ContractState state;
  std::string state_name;
  bool in_force;
  std::optional<UnixMs> signed_at;
  std::optional<std::string> signed_by;
  std::optional<UnixMs> accepted_at;
  std::optional<Date> keep_until;
  std::optional<std::int64_t> replaces;
  std::optional<std::string> reason;
  static ContractView of(contracts::Contract const& contract, Call const& call);
  static constexpr auto shape() {
    return shape::object(
        "Contract", "A contract with the operator",
        shape::field("contract", &ContractView::contract, "By which it is asked for"),
        shape::field("number", &ContractView::number, "Its number, for people"),
        shape::field("kind", &ContractView::kind, "Kind: connection, codes ..."),
        shape::field("title", &ContractView::title, "What the kind is called"),
        shape::field("group", &ContractView::group, "Product group; absent: covers all"),
        shape::field("group_name", &ContractView::group_name, "What the group is called"),
        shape::field("company", &ContractView::company, "The participant"),
        shape::field("tax_id", &ContractView::tax_id, "Its tax number"),
        shape::field("version", &ContractView::version, "Version of this kind for this group"),
        shape::field("date", &ContractView::date, "Day on which it was made"),
        shape::field("state", &ContractView::state, "Where it stands"),
        shape::field("state_name", &ContractView::state_name, "The same, for people"),
        shape::field("in_force", &ContractView::in_force, "Whether it is in force today"),
        shape::field("signed_at", &ContractView::signed_at, "When the participant signed"),
        shape::field("signed_by", &ContractView::signed_by, "Who signed"),
        shape::field("accepted_at", &ContractView::accepted_at, "When the operator signed"),
        shape::field("keep_until", &ContractView::keep_until, "Last day in force beside its new version"),
        shape::field("replaces", &ContractView::replaces, "The version before"),
        shape::field("reason", &ContractView::reason,
                     "Why it was given back, replaced, ended, left to a person"));
  }
};

/// Something that happened to a contract.
struct ContractHistoryLine {
  UnixMs at;
  contracts::ContractEvent event;
  contracts::ContractState state;
  std::string actor;
  std::optional<std::string> note;
  static constexpr auto shape() {
    return shape::object(
        "ContractHistory", "Something that happened to a contract",
        shape::field("at", &ContractHistoryLine::at, "When"),
        shape::field("event", &ContractHistoryLine::event, "What"),
        shape::field("state", &ContractHistoryLine::state, "The state afterwards"),
        shape::field("actor", &ContractHistoryLine::actor, "Who; rule: the system by itself"),
        shape::field("note", &ContractHistoryLine::note, "Why"));
  }
};

/// A contract before it is signed: everything that belongs to it.
struct ContractDetail {
  ContractView contract;
  std::vector<std::string> languages;
  std::string manifest_sha256;
  std::string letter;
  std::string consent;
  std::string consent_text;
  std::vector<ContractHistoryLine> history;
  static constexpr auto shape() {
    return shape::object(
        "ContractDetail", "A contract with all that belongs to it",
        shape::field("contract", &ContractDetail::contract, "The contract"),
        shape::field("languages", &ContractDetail::languages, "In which there is a text; all are agreed"),
        shape::field("manifest_sha256", &ContractDetail::manifest_sha256, "Of the bytes that are signed"),
        shape::field("letter", &ContractDetail::letter, "What to know before signing"),
        shape::field("consent", &ContractDetail::consent, "Version of the terms; sent with the signature"),
        shape::field("consent_text", &ContractDetail::consent_text, "What is agreed to"),
        shape::field("history", &ContractDetail::history, "What happened, in order"));
  }
};

/// Green or not, for one product group.
struct GroupLight {
  std::string group;
  std::string name;
  bool green;
  std::optional<std::int64_t> contract;
  static constexpr auto shape() {
    return shape::object(
        "GroupLight", "Whether the contracts of a product group are in force",
        shape::field("group", &GroupLight::group, "Its code"),
        shape::field("name", &GroupLight::name, "What it is called"),
        shape::field("green", &GroupLight::green, "All contracts that it needs are in force"),
        shape::field("contract", &GroupLight::contract,
                     "The contract that decides: in force, or to be signed"));
  }
};

}  // namespace tamga::api
