// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

struct x509_st;

namespace tamga::crypto {

/// Addresses where the authority of a certificate publishes its lists (CRL distribution points).
std::vector<std::string> list_urls(x509_st* certificate);
/// Addresses where its responders answer (authority information access, OCSP).
std::vector<std::string> answer_urls(x509_st* certificate);

}  // namespace tamga::crypto
