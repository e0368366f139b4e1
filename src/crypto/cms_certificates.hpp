// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tamga::crypto {

/// A CMS SignedData in DER, taken apart: the certificates that came with it, and the message without them.
/// Reading a certificate costs OpenSSL 3 more than the signature, and nearly all of them were read before.
struct SplitCms {
  std::string rest;
  std::vector<std::string_view> certificates;  ///< DER, within the message given
};

/// Nothing when the message is not of the plain shape that signing programs write, with definite lengths: it
/// is then for OpenSSL to judge. Says nothing about validity.
std::optional<SplitCms> split_certificates(std::string_view cms);

}  // namespace tamga::crypto
