// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 8600-8649; texts in spec/errors/contracts.toml.
namespace tamga::contracts {

// Mistakes in spec/<country>/contracts: found at start, told to whoever wrote the file.
inline constexpr ErrorKind kTemplatePlaceholder{8601, "CONTRACT_TEMPLATE_PLACEHOLDER", ErrorClass::Internal,
                                                500};
inline constexpr ErrorKind kTemplateText{8602, "CONTRACT_TEMPLATE_TEXT", ErrorClass::Internal, 500};
inline constexpr ErrorKind kTemplatePrices{8603, "CONTRACT_TEMPLATE_PRICES", ErrorClass::Internal, 500};

inline constexpr ErrorKind kKindUnknown{8610, "CONTRACT_KIND_UNKNOWN", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kTemplateMissing{8611, "CONTRACT_TEMPLATE_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kGroupWrong{8612, "CONTRACT_GROUP_WRONG", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kFactMissing{8613, "CONTRACT_FACT_MISSING", ErrorClass::Refused, 409};
inline constexpr ErrorKind kContractExists{8614, "CONTRACT_EXISTS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kContractUnknown{8615, "CONTRACT_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kContractState{8616, "CONTRACT_STATE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kReasonMissing{8617, "CONTRACT_REASON_MISSING", ErrorClass::Malformed, 400};
inline constexpr ErrorKind kOtherParties{8618, "CONTRACT_OTHER_PARTIES", ErrorClass::Refused, 409};

inline constexpr ErrorKind kSignerOther{8620, "CONTRACT_SIGNER_OTHER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kSignerNotHead{8621, "CONTRACT_SIGNER_NOT_HEAD", ErrorClass::Refused, 403};
inline constexpr ErrorKind kTextChanged{8622, "CONTRACT_TEXT_CHANGED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kOperatorOther{8623, "CONTRACT_OPERATOR_OTHER", ErrorClass::Internal, 500};

inline constexpr ErrorKind kPdfFailed{8630, "CONTRACT_PDF_FAILED", ErrorClass::Internal, 500};
inline constexpr ErrorKind kContractUnreadable{8632, "CONTRACT_UNREADABLE", ErrorClass::Internal, 500};

}  // namespace tamga::contracts
