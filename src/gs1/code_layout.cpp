// SPDX-License-Identifier: Apache-2.0
#include "gs1/code_layout.hpp"

#include <cassert>
#include <cstring>

#include "gs1/check_digit.hpp"
#include "gs1/element_string.hpp"
#include "gs1/serial.hpp"
#include "gs1/symbols.hpp"

namespace tamga::gs1 {
namespace {

constexpr std::size_t kGtinEnd = 2 + Gtin::kDigits;
constexpr std::size_t kElementPriceSize = 6;
constexpr std::size_t kPackPriceSize = 4;
constexpr std::size_t kLongest = kGtinEnd + 2 + kMaxSerial + (1 + 4 + 6) + (1 + 2 + 4) + (1 + 2 + 88);

/// Writes the parts of one code into a buffer on the stack.
class CodeWriter {
 public:
  void put(std::string_view text) {
    std::memcpy(end_, text.data(), text.size());
    end_ += text.size();
  }
  void put(Gtin gtin) { end_ = gtin.write(end_); }
  void put_digits(std::size_t count, std::uint64_t value) { end_ = write_digits(end_, count, value); }
  void flush_to(std::string& out) const {
    out.append(buffer_.data(), static_cast<std::size_t>(end_ - buffer_.data()));
  }

 private:
  std::array<char, kLongest> buffer_;
  char* end_ = buffer_.data();
};

}  // namespace

bool CodeLayout::LastElement::accepts(std::string_view full_ai, std::string_view value) const {
  if (full_ai.size() != ai_size + (decimals ? 1U : 0U) || !full_ai.starts_with(prefix())) return false;
  if (decimals && (full_ai.back() < '0' || full_ai.back() > '5')) return false;
  if (value.size() < min_size || value.size() > max_size) return false;
  auto const* rule = find_ai_rule(full_ai);
  bool const digits = rule != nullptr && rule->content == AiRule::Content::Digits;
  return all(base64 ? kBase64 : digits ? kDigit : kSet82, value);
}

CodeLayout::Parts CodeLayout::parts(Separators separators) const {
  assert(shape_ == Shape::Item || shape_ == Shape::Legacy);
  Parts parts;
  std::size_t at = 0;
  auto const place = [&](Part& part, std::size_t before, std::size_t size) {
    part = {static_cast<std::uint16_t>(at + before), static_cast<std::uint16_t>(size)};
    at += before + size;
  };
  if (shape_ == Shape::Legacy) {
    place(parts.gtin, 0, Gtin::kDigits);
    place(parts.serial, 0, serial_length_);
    if (price_ != PriceField::None) place(parts.price, 0, kPackPriceSize);
    place(parts.tail, 0, tail_size(tail_));
  } else {
    std::size_t const gs = separators == Separators::Printed ? 1 : 0;
    place(parts.gtin, 2, Gtin::kDigits);
    place(parts.serial, 2, serial_length_);
    if (price_ != PriceField::None) place(parts.price, gs + 4, kElementPriceSize);
    if (key_id_) place(parts.key_id, gs + 2, kKeyIdSize);
    if (tail_ != TailKind::None) place(parts.tail, gs + 2, tail_size(tail_));
  }
  parts.length = static_cast<std::uint16_t>(at);
  return parts;
}

std::size_t CodeLayout::printed_length() const {
  switch (shape_) {
    case Shape::Transport:
      return 20;
    case Shape::Free:
      return free_max_;
    default:
      return parts().length;
  }
}

std::size_t CodeLayout::identity_length() const {
  switch (shape_) {
    case Shape::Transport:
      return 20;
    case Shape::Free:
      return free_max_;
    case Shape::Legacy:
      return Gtin::kDigits + serial_length_;
    case Shape::Item:
      break;
  }
  return kGtinEnd + 2 + serial_length_;
}

void CodeLayout::append(std::string& out, Gtin gtin, std::string_view serial, Price price,
                        std::string_view key_id, std::string_view tail) const {
  assert(shape_ == Shape::Item || shape_ == Shape::Legacy);
  assert(serial.size() == serial_length_ && tail.size() == tail_size(tail_));
  CodeWriter code;
  if (shape_ == Shape::Legacy) {
    code.put(gtin);
    code.put(serial);
    if (price_ == PriceField::Base80) {
      auto const digits = write_pack_price(price);
      code.put({digits.data(), digits.size()});
    }
    code.put(tail);
  } else {
    code.put("01");
    code.put(gtin);
    code.put("21");
    code.put(serial);
    if (price_ == PriceField::Element8005) {
      assert(price <= kMaxElementPrice);
      code.put(
          "\x1D"
          "8005");
      code.put_digits(kElementPriceSize, price.minor_units);
    }
    if (key_id_) {
      assert(key_id.size() == kKeyIdSize);
      code.put(
          "\x1D"
          "91");
      code.put(key_id);
    }
    if (tail_ != TailKind::None) {
      code.put(tail_ == TailKind::Mac4 ? "\x1D"
                                         "93"
                                       : "\x1D"
                                         "92");
      code.put(tail);
    }
  }
  code.flush_to(out);
}

void CodeLayout::append_identity(std::string& out, Gtin gtin, std::string_view serial) const {
  assert((shape_ == Shape::Item || shape_ == Shape::Legacy) && serial.size() == serial_length_);
  CodeWriter code;
  if (shape_ == Shape::Item) code.put("01");
  code.put(gtin);
  if (shape_ == Shape::Item) code.put("21");
  code.put(serial);
  code.flush_to(out);
}

bool CodeLayout::accepts_free(std::string_view code) const {
  if (shape_ != Shape::Free || code.size() < free_min_ || code.size() > free_max_ || !all(kOwnFormat, code)) {
    return false;
  }
  bool const bulk = code.size() > 18 && code.starts_with("02") && code.substr(16, 2) == "37" &&
                    all(kDigit, code.substr(2, 14)) && all(kDigit, code.substr(18)) && code.size() <= 26;
  return !bulk;
}

}  // namespace tamga::gs1
