// SPDX-License-Identifier: Apache-2.0
#include "documents/kinds/all.hpp"

#include <array>

#include "documents/kinds/accept.hpp"
#include "documents/kinds/admit_user.hpp"
#include "documents/kinds/aggregate.hpp"
#include "documents/kinds/apply.hpp"
#include "documents/kinds/appoint_provider.hpp"
#include "documents/kinds/archive_card.hpp"
#include "documents/kinds/block.hpp"
#include "documents/kinds/block_card.hpp"
#include "documents/kinds/cancel_order.hpp"
#include "documents/kinds/cancel_shipment.hpp"
#include "documents/kinds/cancel_withdrawal.hpp"
#include "documents/kinds/change_user.hpp"
#include "documents/kinds/clear_customs.hpp"
#include "documents/kinds/close_order.hpp"
#include "documents/kinds/complete_profile.hpp"
#include "documents/kinds/correct.hpp"
#include "documents/kinds/disaggregate.hpp"
#include "documents/kinds/dismiss_provider.hpp"
#include "documents/kinds/drop_out.hpp"
#include "documents/kinds/expire_codes.hpp"
#include "documents/kinds/fill_order.hpp"
#include "documents/kinds/introduce.hpp"
#include "documents/kinds/introduce_foreign.hpp"
#include "documents/kinds/lift_recall.hpp"
#include "documents/kinds/order_codes.hpp"
#include "documents/kinds/power_of_attorney.hpp"
#include "documents/kinds/print.hpp"
#include "documents/kinds/publish_card.hpp"
#include "documents/kinds/reaggregate.hpp"
#include "documents/kinds/recall.hpp"
#include "documents/kinds/receipt.hpp"
#include "documents/kinds/refund.hpp"
#include "documents/kinds/remark.hpp"
#include "documents/kinds/report_quality.hpp"
#include "documents/kinds/return_goods.hpp"
#include "documents/kinds/ship.hpp"
#include "documents/kinds/unblock.hpp"
#include "documents/kinds/withdraw.hpp"
#include "documents/kinds/write_off.hpp"

namespace tamga::documents {
namespace {

template <Document... Ds>
struct KindList {
  static constexpr std::array kTraits{Ds::kTraits...};
  static constexpr std::array<Kind const*, sizeof...(Ds)> kKinds{&KindOf<Ds>::kKind...};
};

using Kinds = KindList<OrderCodes, Print, Apply, Aggregate, Introduce, Disaggregate, Reaggregate, Ship,
                       Accept, WriteOff, Withdraw, CancelShipment, Receipt, Refund, ReturnGoods,
                       CancelWithdrawal, Remark, Correct, DeclareRecall, LiftRecall, BlockCodes, UnblockCodes,
                       ClearCustoms, ExpireCodes, IntroduceForeign, CompleteProfile, AdmitUser, ChangeUser,
                       GivePower, PublishCard, BlockCard, ArchiveCard, FillOrder, CancelOrder, CloseOrder,
                       AppointProvider, DismissProvider, ReportQuality, DropOut>;

static_assert(
    [] {
      for (std::size_t i = 1; i < Kinds::kTraits.size(); ++i)
        if (!(Kinds::kTraits[i - 1].number < Kinds::kTraits[i].number)) return false;
      return true;
    }(),
    "kinds stand in order of number, and no two share one");
static_assert(
    [] {
      for (std::size_t i = 0; i < Kinds::kTraits.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          if (Kinds::kTraits[i].name == Kinds::kTraits[j].name) return false;
      return true;
    }(),
    "two kinds share a name");

shape::Description describe_document() {
  shape::Description out;
  out.form = shape::Description::Form::OneOf;
  out.name = "Document";
  out.about = "What a participant signs and sends; `kind` says which of them it is";
  out.tag = kKindField;
  for (Kind const* kind : Kinds::kKinds) {
    out.names.push_back({kind->traits.name, kind->body().about});
    out.alternatives.push_back(kind->body);
  }
  return out;
}

}  // namespace

std::span<Kind const* const> all_kinds() { return Kinds::kKinds; }

Kind const* find_kind(std::string_view name) {
  for (Kind const* kind : Kinds::kKinds)
    if (kind->traits.name == name) return kind;
  return nullptr;
}

Kind const* find_kind(DocumentKind number) {
  for (Kind const* kind : Kinds::kKinds)
    if (kind->traits.number == number) return kind;
  return nullptr;
}

shape::Description const& document_description() {
  static shape::Description const made = describe_document();
  return made;
}

void describe_kinds(shape::Catalog& catalog) { catalog.add(document_description()); }

}  // namespace tamga::documents
