// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/call.hpp"
#include "emission/order.hpp"

namespace tamga::api {

/// The order of this number, whosever it is. Errors: ORDER_UNKNOWN.
Result<emission::Order> known_order(Services const& services, ledger::DocumentNo number);

/// Whether the order is the caller's, or one that he made as a service provider who still may act for its
/// owner. What is printed is for nobody else: who has the texts can make copies.
Result<bool> is_for_caller(Call const& call, emission::Order const& order);

/// The order whose codes the caller may have now, whatever they are fetched as: it is his, it has codes,
/// nothing stands against its owner or against him, their contracts are in force, and its registrar works.
/// Not even the operator fetches what is printed. Errors: ORDER_UNKNOWN, ORDER_HAS_NO_CODES,
/// REGISTRAR_STANDS, those of `admission::refusal_of_codes`.
Result<emission::Order> order_to_take(Call const& call, ledger::DocumentNo number);

/// The end of the codes from `from` on that may still leave: of the line, or of what had been given out
/// before the order was closed; `from` itself when nothing may. Within the transaction of `connection`.
Result<std::int64_t> end_of_takable(sql::Connection& connection, emission::Order const& order,
                                    emission::OrderLine const& line, std::int64_t from);
/// The codes were written off when the order was closed. ORDER_CLOSED.
Error written_off(emission::Order const& order);

}  // namespace tamga::api
