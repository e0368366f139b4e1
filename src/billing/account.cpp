// SPDX-License-Identifier: Apache-2.0
#include "billing/account.hpp"

#include <algorithm>

namespace tamga::billing {
namespace {

struct Way {
  PostingKind kind;
  AccountKind debit;
  AccountKind credit;
};

using enum AccountKind;
using enum PostingKind;

constexpr std::array kWays{
    Way{Payment, Bank, Funds},     Way{Payment, Bank, Unmatched},     Way{Allocation, Unmatched, Funds},
    Way{PayBack, Unmatched, Bank}, Way{Reservation, Funds, Reserved}, Way{Release, Reserved, Funds},
    Way{Fee, Funds, Fees},         Way{Fee, Reserved, Fees},          Way{Fee, Owed, Fees},
    Way{FeeVat, Funds, Vat},       Way{FeeVat, Reserved, Vat},        Way{FeeVat, Owed, Vat},
    Way{Refund, Fees, Funds},      Way{RefundVat, Vat, Funds},        Way{Settlement, Funds, Owed},
    Way{TopUp, TestMoney, Funds},
};

}  // namespace

bool may_post(PostingKind kind, AccountKind debit, AccountKind credit) {
  return std::any_of(kWays.begin(), kWays.end(), [&](Way const& way) {
    return way.kind == kind && way.debit == debit && way.credit == credit;
  });
}

}  // namespace tamga::billing
