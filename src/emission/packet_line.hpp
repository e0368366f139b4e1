// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "emission/code_writer.hpp"

namespace tamga::emission {

/// One code as a line of a packet, appended. Same code, same line.
void append_packet_line(std::string_view code, PacketFormat format, std::string& out);

}  // namespace tamga::emission
