// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner/verbs.hpp"

// Bodies of documents, without the field "kind", one function for each form of words.
namespace tamga::scenario {

Json order_body(Act& act);
Json appoint_body(Act& act);
Json dismiss_body(Act& act);
Json print_body(Act& act);
Json quality_body(Act& act);
Json drop_out_body(Act& act);
Json apply_body(Act& act);
Json introduce_body(Act& act);
Json profile_body(Act& act);
Json introduce_foreign_body(Act& act);
Json pack_body(Act& act);
Json unpack_body(Act& act);
Json repack_body(Act& act);
Json ship_body(Act& act);
Json accept_all_body(Act& act);
Json accept_listed_body(Act& act);
Json accept_none_body(Act& act);
Json cancel_shipment_body(Act& act);
Json receipt_body(Act& act);
Json refund_body(Act& act);
Json sell_part_body(Act& act);
Json refund_part_body(Act& act);
Json withdraw_body(Act& act);
Json cancel_withdrawal_body(Act& act);
Json return_body(Act& act);
Json write_off_body(Act& act);
Json remark_body(Act& act);
Json correct_body(Act& act);
Json recall_body(Act& act);
Json lift_recall_body(Act& act);
Json block_body(Act& act);
Json clear_customs_body(Act& act);

}  // namespace tamga::scenario
