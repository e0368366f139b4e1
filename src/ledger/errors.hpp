// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

namespace tamga::ledger {

inline constexpr ErrorKind kCodeNotIssued{6001, "CODE_NOT_ISSUED", ErrorClass::Refused, 404};
inline constexpr ErrorKind kCodeOfAnotherOwner{6002, "CODE_OF_ANOTHER_OWNER", ErrorClass::Refused, 403};
inline constexpr ErrorKind kCodeInTransit{6003, "CODE_IN_TRANSIT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeUnderCustoms{6004, "CODE_UNDER_CUSTOMS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeBlocked{6005, "CODE_BLOCKED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeDisputed{6006, "CODE_DISPUTED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeRecalled{6007, "CODE_RECALLED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeWrongStatus{6008, "CODE_WRONG_STATUS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeInsidePackage{6009, "CODE_INSIDE_PACKAGE", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeNotInTransit{6010, "CODE_NOT_IN_TRANSIT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeNotPacked{6011, "CODE_NOT_PACKED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeNotBlocked{6012, "CODE_NOT_BLOCKED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeExpired{6013, "CODE_EXPIRED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPackageTooDeep{6014, "PACKAGE_TOO_DEEP", ErrorClass::Refused, 409};
inline constexpr ErrorKind kPackageExists{6015, "PACKAGE_EXISTS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kSeriesExhausted{6016, "SERIES_EXHAUSTED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kSerialExists{6017, "SERIAL_EXISTS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kLedgerDamaged{6018, "LEDGER_DAMAGED", ErrorClass::Internal, 500};
inline constexpr ErrorKind kInvariantBroken{6019, "INVARIANT_BROKEN", ErrorClass::Internal, 500};
inline constexpr ErrorKind kCodeNotUnderCustoms{6021, "CODE_NOT_UNDER_CUSTOMS", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeOpened{6022, "CODE_OPENED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCodeNotOpened{6023, "CODE_NOT_OPENED", ErrorClass::Refused, 409};
inline constexpr ErrorKind kBlockChanged{6020, "BLOCK_CHANGED", ErrorClass::Retry, 503};

}  // namespace tamga::ledger
