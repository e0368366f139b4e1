// SPDX-License-Identifier: Apache-2.0
#include "emission/packet_frame.hpp"

#include <cstring>

#include "gs1/symbols.hpp"

namespace tamga::emission {
namespace {

struct Spelling {
  std::string_view open;
  std::string_view close;
  char escape;
  std::string_view separator;  // GS
};

Spelling spelling_of(PacketFormat format) {
  switch (format) {
    case PacketFormat::Csv:
      return {"\"", "\"\r\n", '"', "\x1D"};
    case PacketFormat::JsonLines:
      return {"{\"code\":\"", "\"}\n", '\\', "\\u001d"};
    case PacketFormat::Text:
      break;
  }
  return {"", "\n", '\0', "\x1D"};
}

void append_escaped(std::string_view text, Spelling const& spelling, std::string& out) {
  for (char const c : text) {
    if (c == gs1::kGs) {
      out.append(spelling.separator);
      continue;
    }
    if (c == '"' && spelling.escape != '\0') out.push_back(spelling.escape);
    out.push_back(c);
  }
}

char* copy_escaped(char const* from, std::size_t size, char escape, char* out) {
  for (std::size_t i = 0; i < size; ++i) {
    if (from[i] == '"') *out++ = escape;
    *out++ = from[i];
  }
  return out;
}

char* copy_plain(char const* from, std::size_t size, char* out) {
  std::memcpy(out, from, size);
  return out + size;
}

}  // namespace

char* PacketFrame::copy(char const* filled, char* out) const {
  std::size_t const serial_end = serial_at + serial_size;
  std::size_t const tail_end = tail_at + tail_size;
  if (std::memchr(filled + serial_at, '"', tail_end - serial_at) == nullptr)
    return copy_plain(filled, line.size(), out);
  out = copy_plain(filled, serial_at, out);
  out = copy_escaped(filled + serial_at, serial_size, escape, out);
  out = copy_plain(filled + serial_end, tail_at - serial_end, out);
  out = copy_escaped(filled + tail_at, tail_size, escape, out);
  return copy_plain(filled + tail_end, line.size() - tail_end, out);
}

PacketFrame make_frame(std::string_view code, gs1::CodeLayout::Parts const& parts, PacketFormat format) {
  Spelling const spelling = spelling_of(format);
  std::size_t const serial_end = std::size_t{parts.serial.offset} + parts.serial.size;
  std::size_t const tail_at = parts.tail.size == 0 ? code.size() : parts.tail.offset;
  PacketFrame frame;
  frame.escape = spelling.escape;
  frame.line = spelling.open;
  append_escaped(code.substr(0, parts.serial.offset), spelling, frame.line);
  frame.serial_at = frame.line.size();
  frame.serial_size = parts.serial.size;
  frame.line.append(parts.serial.size, '0');
  append_escaped(code.substr(serial_end, tail_at - serial_end), spelling, frame.line);
  frame.tail_at = frame.line.size();
  frame.tail_size = parts.tail.size;
  frame.line.append(parts.tail.size, '0');
  frame.line.append(spelling.close);
  return frame;
}

}  // namespace tamga::emission
