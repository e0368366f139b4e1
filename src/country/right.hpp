// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamga::country {

/// What a person may do for an organisation. A closed list: endpoints and kinds of documents each name the
/// one they need, roles (spec/<country>/roles.toml) are sets of them. Spelled in files and interfaces as
/// `kRightNames` says; stored by that name.
enum class Right : std::uint8_t {
  OrderCodes,
  ReportApplication,
  Introduce,
  Aggregate,
  Ship,
  Withdraw,
  CashReceipts,
  Recall,
  SeeDocuments,
  SeeCodes,
  SeeGoods,
  EditGoods,
  PublishGoods,
  Finance,
  Contracts,
  Profile,
  Users,
  PowersOfAttorney,
  ApiKeys,
  Journal,
  // Of the operator's own people.
  DecideApplications,
  ManageContracts,
  BlockCodes,
  ModerateGoods,
  Settlements,
  Support,
  BlockParticipants,
};
inline constexpr std::array<std::string_view, 27> kRightNames{"order_codes",
                                                              "report_application",
                                                              "introduce",
                                                              "aggregate",
                                                              "ship",
                                                              "withdraw",
                                                              "cash_receipts",
                                                              "recall",
                                                              "see_documents",
                                                              "see_codes",
                                                              "see_goods",
                                                              "edit_goods",
                                                              "publish_goods",
                                                              "finance",
                                                              "contracts",
                                                              "profile",
                                                              "users",
                                                              "powers_of_attorney",
                                                              "api_keys",
                                                              "journal",
                                                              "decide_applications",
                                                              "manage_contracts",
                                                              "block_codes",
                                                              "moderate_goods",
                                                              "settlements",
                                                              "support",
                                                              "block_participants"};

constexpr std::string_view name_of(Right right) { return kRightNames[static_cast<std::size_t>(right)]; }
constexpr std::optional<Right> right_of(std::string_view name) {
  for (std::size_t i = 0; i < kRightNames.size(); ++i)
    if (kRightNames[i] == name) return static_cast<Right>(i);
  return std::nullopt;
}
/// Whether only the operator's people can have it.
constexpr bool is_of_operator(Right right) { return right >= Right::DecideApplications; }

/// A set of rights.
class Rights {
 public:
  constexpr Rights() = default;
  constexpr Rights(Right one) : bits_(bit(one)) {}
  constexpr Rights(std::initializer_list<Right> all) {
    for (Right const one : all) bits_ |= bit(one);
  }
  static constexpr Rights all() {
    Rights out;
    for (std::size_t i = 0; i < kRightNames.size(); ++i) out.add(static_cast<Right>(i));
    return out;
  }
  /// All that people of participants can have.
  static constexpr Rights of_participants() {
    Rights out;
    for (std::size_t i = 0; i < kRightNames.size(); ++i)
      if (!is_of_operator(static_cast<Right>(i))) out.add(static_cast<Right>(i));
    return out;
  }

  constexpr void add(Right one) { bits_ |= bit(one); }
  [[nodiscard]] constexpr bool has(Right one) const { return (bits_ & bit(one)) != 0; }
  [[nodiscard]] constexpr bool meets(Rights other) const { return (bits_ & other.bits_) != 0; }
  [[nodiscard]] constexpr bool holds(Rights other) const { return (bits_ & other.bits_) == other.bits_; }
  [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
  [[nodiscard]] std::vector<Right> list() const {
    std::vector<Right> out;
    for (std::size_t i = 0; i < kRightNames.size(); ++i)
      if (has(static_cast<Right>(i))) out.push_back(static_cast<Right>(i));
    return out;
  }
  friend constexpr Rights operator|(Rights left, Rights right) { return Rights(left.bits_ | right.bits_); }
  friend constexpr Rights operator&(Rights left, Rights right) { return Rights(left.bits_ & right.bits_); }
  friend constexpr bool operator==(Rights, Rights) = default;

 private:
  explicit constexpr Rights(std::uint64_t bits) : bits_(bits) {}
  static constexpr std::uint64_t bit(Right one) { return std::uint64_t{1} << static_cast<unsigned>(one); }
  std::uint64_t bits_ = 0;
};

/// Key of the right's name in spec/errors/words: values of {right} in texts of errors.
inline std::string word_of(Right right) { return "right_" + std::string(name_of(right)); }

}  // namespace tamga::country
