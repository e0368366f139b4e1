// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.hpp"

/// Errors 9260-9279; texts in spec/errors/packets.toml.
namespace tamga::packets {

inline constexpr ErrorKind kBlockUnknown{9260, "PACKET_BLOCK_UNKNOWN", ErrorClass::Refused, 404};
inline constexpr ErrorKind kKeyCannotEncrypt{9261, "PACKET_KEY_CANNOT_ENCRYPT", ErrorClass::Refused, 409};
inline constexpr ErrorKind kCertificateNotKept{9262, "PACKET_CERTIFICATE_NOT_KEPT", ErrorClass::Refused, 409};
/// More than is given at once in this format.
inline constexpr ErrorKind kNeedsTask{9263, "PACKET_NEEDS_TASK", ErrorClass::Refused, 409};
inline constexpr ErrorKind kEncryptionFailed{9264, "PACKET_ENCRYPTION_FAILED", ErrorClass::Internal, 500};

}  // namespace tamga::packets
