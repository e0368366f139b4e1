// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 6500-6599. That a code was never issued, a serial exists or a series is exhausted are the ledger's.
namespace tamga::emission {

/// A stored series names a template that the country no longer has, or a number that is no series.
inline constexpr ErrorKind kSeriesUnknown{6500, "SERIES_UNKNOWN", ErrorClass::Internal, 500};
inline constexpr ErrorKind kTailMissing{6501, "TAIL_MISSING", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTailWrong{6502, "TAIL_WRONG", ErrorClass::Malformed, 400};
/// Codes of the layout carry a price, and the order has none or one that does not fit.
inline constexpr ErrorKind kPriceRefused{6503, "PRICE_REFUSED", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTransportCodeForm{6504, "TRANSPORT_CODE_FORM", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kOrderLineUnknown{6505, "ORDER_LINE_UNKNOWN", ErrorClass::Refused, 404};
/// The record of who had tails signed has a gap, or says something else than was sealed.
inline constexpr ErrorKind kTailAuditBroken{6506, "TAIL_AUDIT_BROKEN", ErrorClass::Internal, 500};
/// Codes that were not fetched before the order was closed are written off.
inline constexpr ErrorKind kOrderClosed{6507, "ORDER_CLOSED", ErrorClass::Refused, 409};
/// Codes of the release method could not be brought into circulation in any way that the group has.
inline constexpr ErrorKind kReleaseMethodNotForGroup{6508, "RELEASE_METHOD_NOT_FOR_GROUP",
                                                     ErrorClass::Refused, 409};

}  // namespace tamga::emission
