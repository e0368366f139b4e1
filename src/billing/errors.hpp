// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9400-9459; texts in spec/errors/billing.toml.
namespace tamga::billing {

inline constexpr ErrorKind kAccountChanged{9400, "ACCOUNT_CHANGED", ErrorClass::Retry, 503};
inline constexpr ErrorKind kAccountOverdrawn{9401, "ACCOUNT_OVERDRAWN", ErrorClass::Internal, 500};
inline constexpr ErrorKind kPostingImpossible{9402, "POSTING_IMPOSSIBLE", ErrorClass::Internal, 500};
inline constexpr ErrorKind kBooksDoNotAgree{9403, "BOOKS_DO_NOT_AGREE", ErrorClass::Internal, 500};
inline constexpr ErrorKind kInvoiceUnknown{9404, "INVOICE_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kInvoiceAmount{9405, "INVOICE_AMOUNT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kInvoiceCancelled{9406, "INVOICE_CANCELLED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kInvoicePaid{9407, "INVOICE_PAID", ErrorClass::Refused, 409};
inline constexpr ErrorKind kStatementUnreadable{9408, "STATEMENT_UNREADABLE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kStatementFormat{9409, "STATEMENT_FORMAT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kStatementOtherAccount{9410, "STATEMENT_OTHER_ACCOUNT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kStatementAmount{9411, "STATEMENT_AMOUNT", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kStatementDate{9412, "STATEMENT_DATE", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kStatementColumn{9413, "STATEMENT_COLUMN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kStatementEmpty{9414, "STATEMENT_EMPTY", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kStatementOtherCurrency{9415, "STATEMENT_OTHER_CURRENCY", ErrorClass::Refused,
                                                   409};
inline constexpr ErrorKind kPaymentUnknown{9416, "PAYMENT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kPaymentSettled{9417, "PAYMENT_SETTLED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPaymentNotProposed{9418, "PAYMENT_NOT_PROPOSED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPaymentSamePerson{9419, "PAYMENT_SAME_PERSON", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPaymentPayee{9420, "PAYMENT_PAYEE", ErrorClass::Refused, 404};
inline constexpr ErrorKind kPaymentInvoiceOfAnother{9421, "PAYMENT_INVOICE_OF_ANOTHER", ErrorClass::Refused,
                                                    409};
inline constexpr ErrorKind kTopUpNotHere{9422, "TOP_UP_NOT_HERE", ErrorClass::Refused, 403};
inline constexpr ErrorKind kInvoiceChanged{9423, "INVOICE_CHANGED", ErrorClass::Retry, 503};

}  // namespace tamga::billing
