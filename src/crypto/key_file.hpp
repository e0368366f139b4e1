// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/random.hpp"
#include "base/result.hpp"
#include "crypto/secret.hpp"

namespace tamga::crypto {

/// The key that encrypts the key ring: 32 bytes as 64 hexadecimal digits and a line end, in a file of mode
/// 0600 or stricter. Kept apart from the ring and its back-ups.
using MasterKey = SecretBytes<32>;

/// Errors: KEY_FILE_FAILED, MASTER_KEY_EXPOSED (others may read the file), MASTER_KEY_MALFORMED.
Result<MasterKey> read_master_key(std::filesystem::path const& path);
/// Never replaces a file. Errors: KEYRING_EXISTS, KEY_FILE_FAILED.
Result<MasterKey> create_master_key(std::filesystem::path const& path, Rng& rng);

/// The whole file, at most `limit` bytes. Errors: KEY_FILE_FAILED.
Result<std::string> read_key_file(std::filesystem::path const& path, std::size_t limit);
/// All or nothing, also across a power cut: a temporary file of mode 0600 beside it, synced, renamed, the
/// folder synced. Errors: KEY_FILE_FAILED.
Result<void> replace_key_file(std::filesystem::path const& path, std::string_view bytes);

}  // namespace tamga::crypto
