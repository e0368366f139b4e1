// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

struct evp_pkey_st;
struct x509_st;

// OpenSSL signs with a key of O'zDSt 1092 as what it is to the engine, GOST R 34.10-2001. Here its products
// get the names and the signatures that the Uzbek standards want. For the test authority and its people only:
// verifying needs none of it.
namespace tamga::crypto {

/// Whether a certificate holds a key of O'zDSt 1092.
bool has_ozdst_key(x509_st* certificate);

/// Writes the public half of a key of the engine into a certificate in the making.
bool put_ozdst_key(x509_st* certificate, evp_pkey_st* key);

/// A certificate or revocation list that was signed by `key` in the engine's form, signed again in the Uzbek
/// one. DER in and out; empty when it is neither.
std::string sign_in_ozdst_form(std::string_view signed_object, evp_pkey_st* key);

/// The same for a basic OCSP answer, whose signature does not cover the name of its algorithm.
std::string answer_in_ozdst_form(std::string_view basic_answer);

/// The same for a CMS message with one signer.
std::string message_in_ozdst_form(std::string_view message);

}  // namespace tamga::crypto
