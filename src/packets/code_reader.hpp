// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "emission/code_writer.hpp"

namespace tamga::packets {

/// A code as it is printed, and the serial in it.
struct PacketCode {
  std::string_view code;
  std::string_view serial;
};

/// The codes of an order line one by one, with their parts. One thread.
class CodeReader {
 public:
  /// As emission::CodeWriter::make, and with its errors.
  static Result<CodeReader> make(emission::OrderLine const& line, emission::SeriesBook& book,
                                 emission::TailKeys const& tails, sql::Store& store);

  /// Codes [from, from + count) of the line; they live until the next call.
  Result<std::vector<PacketCode> const*> read(std::int64_t from, std::int64_t count);
  [[nodiscard]] std::string const& gtin() const { return gtin_; }
  /// Characters of a code.
  [[nodiscard]] std::size_t code_size() const { return code_size_; }

 private:
  CodeReader(emission::CodeWriter writer, std::string gtin, std::size_t code_size,
             gs1::CodeLayout::Part serial)
      : writer_(std::move(writer)), gtin_(std::move(gtin)), code_size_(code_size), serial_(serial) {}

  emission::CodeWriter writer_;
  std::string gtin_;
  std::size_t code_size_;
  gs1::CodeLayout::Part serial_;
  std::string text_;
  std::vector<PacketCode> codes_;
};

}  // namespace tamga::packets
