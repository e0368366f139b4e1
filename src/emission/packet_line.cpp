// SPDX-License-Identifier: Apache-2.0
#include "emission/packet_line.hpp"

#include "gs1/symbols.hpp"

namespace tamga::emission {
namespace {

/// Characters of codes that need an escape; all others are printable and stand for themselves.
void append_escaped(std::string_view code, std::string_view special, PacketFormat format, std::string& out) {
  while (true) {
    std::size_t const plain = code.find_first_of(special);
    out.append(code.substr(0, plain));
    if (plain == std::string_view::npos) return;
    char const c = code[plain];
    if (c == gs1::kGs)
      out.append("\\u001d");
    else
      out.append(1, format == PacketFormat::Csv ? '"' : '\\').append(1, c);
    code.remove_prefix(plain + 1);
  }
}

constexpr std::string_view kCsvSpecial = "\"";
constexpr std::string_view kJsonSpecial = "\"\\\x1D";

}  // namespace

void append_packet_line(std::string_view code, PacketFormat format, std::string& out) {
  switch (format) {
    case PacketFormat::Text:
      out.append(code).append(1, '\n');
      return;
    case PacketFormat::Csv:
      out.append(1, '"');
      append_escaped(code, kCsvSpecial, format, out);
      out.append("\"\r\n");
      return;
    case PacketFormat::JsonLines:
      out.append("{\"code\":\"");
      append_escaped(code, kJsonSpecial, format, out);
      out.append("\"}\n");
      return;
  }
}

}  // namespace tamga::emission
