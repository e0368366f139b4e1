// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "runner/expectations.hpp"
#include "runner/verbs.hpp"

namespace tamga::scenario {

/// Codes of a packet in another format: the same as its names stand for.
Answer download_as(Act& act);
/// Codes of a packet encrypted for the key of who downloads them, opened with it.
Answer download_sealed(Act& act);
/// A block that was downloaded before.
Answer download_block(Act& act);
/// Labels as pictures, each read back by another program.
Answer print_labels(Act& act);
/// Labels prepared aside; waits until they are ready.
Answer prepare_labels(Act& act);
Answer take_file(Act& act);
Answer search_codes(Act& act);

/// How many blocks of a packet were downloaded, and how many different codes.
std::string got_blocks(Look& look);

}  // namespace tamga::scenario
