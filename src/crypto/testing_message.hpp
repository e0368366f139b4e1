// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/signing_identity.hpp"

// A signature taken apart, changed and put together again: for tests of what must be refused.
namespace tamga::crypto::testing {

/// Elements are DER, whole.
struct SignerParts {
  std::string version;
  std::string signer;  ///< issuer and serial number
  std::string digest_algorithm;
  std::optional<std::vector<std::string>> attributes;  ///< the signed ones
  std::string signature_algorithm;
  std::string signature;        ///< its bytes
  std::string unsigned_ones{};  ///< whole, with its tag; empty: none
};

struct MessageParts {
  std::string outer_type;
  std::string version;
  std::string digests;  ///< bodies, one behind the other
  std::string content_type;
  std::optional<std::string> content;
  std::vector<std::string> certificates;
  std::vector<SignerParts> signers;
};

/// Of a DER message as `sign_detached` and `sign_attached` make it.
MessageParts take_apart(std::string_view cms);
std::string put_together(MessageParts const& parts);
std::string put_together(SignerParts const& parts);

/// What is signed: the attributes as a DER SET.
std::string signed_bytes(SignerParts const& parts);
/// Signs anew what the attributes say now.
void sign_again(SignerParts& parts, SigningIdentity const& identity);
/// The signature of bytes by the usual digest of the key.
std::string raw_signature(SigningIdentity const& identity, std::string_view bytes);

/// An attribute with these values (DER).
std::string attribute(std::string_view oid, std::vector<std::string> const& values);
/// Index of the attribute of that type.
std::size_t find_attribute(SignerParts const& parts, std::string_view oid);

// Object identifiers, DER.
extern std::string const kContentTypeOid;
extern std::string const kMessageDigestOid;
extern std::string const kSigningTimeOid;
extern std::string const kSigningCertificateV2Oid;
extern std::string const kTimeStampOid;
extern std::string const kDataOid;
/// An AlgorithmIdentifier of this dotted identifier, with NULL.
std::string algorithm(char const* dotted);

}  // namespace tamga::crypto::testing
