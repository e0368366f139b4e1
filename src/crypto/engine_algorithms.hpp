// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

struct evp_cipher_st;
struct evp_pkey_st;

namespace tamga::crypto {

/// Numbers that OpenSSL gave, in this process, to the objects of O'zDSt 1092 (algorithm II) and 1106.
struct OzdstObjects {
  int key = 0;        ///< 1.2.860.3.15.1.1.2.1
  int signature = 0;  ///< 1.2.860.3.15.1.1.2.2.2.2
  int digest = 0;     ///< 1.2.860.3.15.1.3.2.1.1
};

inline constexpr char const* kOzdstKeyOid = "1.2.860.3.15.1.1.2.1";
inline constexpr char const* kOzdstSetAOid = "1.2.860.3.15.1.1.2.1.1";

/// Brings GOST R 34.10-2012 and -2001 and O'zDSt 1092/1106 into OpenSSL, at the first call in the process,
/// out of the engine "gost" (package libengine-gost-openssl). Must be called before the first certificate is
/// read: OpenSSL decodes a key once. The random generator and the ciphers stay OpenSSL's own. False: the
/// engine is not installed, and keys of these standards stay unreadable. Safe from any thread; later calls
/// cost nothing.
bool load_engine_algorithms();

OzdstObjects const& ozdst_objects();

/// NID of the curve of a key of the engine; 0 for every other key.
int engine_curve(evp_pkey_st const* key);

/// The cipher of contents that keys of GOST R 34.10 open: GOST 28147-89 (RFC 4490) of the engine. Null for
/// every other key and without the engine.
evp_cipher_st const* engine_cipher(evp_pkey_st const* key);

}  // namespace tamga::crypto
