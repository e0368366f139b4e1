// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "country/right.hpp"
#include "registry/user.hpp"
#include "shape/describe.hpp"

template <>
inline constexpr auto tamga::shape::names<tamga::registry::UserState> = tamga::shape::enumeration(
    "UserState", "How a user stands",
    tamga::shape::value(tamga::registry::UserState::Invited, "invited", "Has not signed in yet"),
    tamga::shape::value(tamga::registry::UserState::Active, "active", "Works"),
    tamga::shape::value(tamga::registry::UserState::Blocked, "blocked", "Can do nothing"));

template <>
inline constexpr auto tamga::shape::names<tamga::country::Right> = [] {
  using tamga::country::Right;
  auto const word = [](Right right, std::string_view about) {
    return tamga::shape::value(right, tamga::country::name_of(right), about);
  };
  return tamga::shape::enumeration(
      "Right", "What somebody may do", word(Right::OrderCodes, "Order codes and fetch them"),
      word(Right::ReportApplication, "Report codes put on goods, and replaced ones"),
      word(Right::Introduce, "Introduce goods into circulation and correct their data"),
      word(Right::Aggregate, "Pack and unpack"), word(Right::Ship, "Ship and accept goods"),
      word(Right::Withdraw, "Take goods out of circulation and back, write codes off"),
      word(Right::CashReceipts, "Send receipts and refunds of cash registers"),
      word(Right::Recall, "Recall goods"), word(Right::SeeDocuments, "See documents"),
      word(Right::SeeCodes, "See codes, stock and events"), word(Right::SeeGoods, "See product cards"),
      word(Right::EditGoods, "Prepare product cards"),
      word(Right::PublishGoods, "Sign product cards and send them to moderation"),
      word(Right::Finance, "See charges and invoices"), word(Right::Contracts, "See and sign contracts"),
      word(Right::Profile, "Change the profile of the organisation"),
      word(Right::Users, "Add and block users, give roles, end sessions"),
      word(Right::PowersOfAttorney, "Give and revoke powers of attorney"),
      word(Right::ApiKeys, "Make and revoke keys of programs"),
      word(Right::Journal, "Read the journal of operations"),
      word(Right::DecideApplications, "Operator: decide applications"),
      word(Right::ManageContracts, "Operator: contracts of participants"),
      word(Right::BlockCodes, "Operator: block codes, release from customs"),
      word(Right::ModerateGoods, "Operator: judge product cards"),
      word(Right::Settlements, "Operator: tariffs, payments and charges"),
      word(Right::Support, "Operator: see what participants see"));
}();
