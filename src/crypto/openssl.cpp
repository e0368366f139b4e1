// SPDX-License-Identifier: Apache-2.0
#include "crypto/openssl.hpp"

#include <openssl/err.h>

#include <climits>

namespace tamga::crypto {

std::string openssl_errors() {
  std::string out;
  while (unsigned long const code = ERR_get_error()) {
    char text[256];
    ERR_error_string_n(code, text, sizeof text);
    if (!out.empty()) out += "; ";
    out += text;
  }
  return out;
}

BioPtr reading(std::string_view bytes) {
  if (bytes.size() > INT_MAX) return nullptr;
  // A null pointer means "measure a C string" to OpenSSL.
  char const* const start = bytes.data() == nullptr ? "" : bytes.data();
  return BioPtr(BIO_new_mem_buf(start, static_cast<int>(bytes.size())));
}

std::optional<UnixMs> moment_of(ASN1_TIME const* time) {
  TimePtr const epoch(ASN1_TIME_set(nullptr, 0));
  int days = 0;
  int seconds = 0;
  if (time == nullptr || ASN1_TIME_diff(&days, &seconds, epoch.get(), time) != 1) return std::nullopt;
  return UnixMs((std::int64_t{days} * 86400 + seconds) * 1000);
}

}  // namespace tamga::crypto
