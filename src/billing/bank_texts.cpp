// SPDX-License-Identifier: Apache-2.0
#include <iconv.h>

#include "billing/bank_formats.hpp"
#include "billing/errors.hpp"

namespace tamga::billing {
namespace {

/// Converts, or only looks when `from` is what comes out.
std::optional<std::string> convert(std::string_view bytes, char const* from) {
  iconv_t const converter = iconv_open("UTF-8", from);
  if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
  std::string out(bytes.size() * 3 + 4, '\0');
  std::string in(bytes);
  char* source = in.data();
  std::size_t left = in.size();
  char* target = out.data();
  std::size_t room = out.size();
  std::size_t const done = iconv(converter, &source, &left, &target, &room);
  iconv_close(converter);
  if (done == static_cast<std::size_t>(-1)) return std::nullopt;
  out.resize(out.size() - room);
  return out;
}

void trim(std::string& text) {
  auto const first = text.find_first_not_of(" \t\r\n");
  auto const last = text.find_last_not_of(" \t\r\n");
  text = first == std::string::npos ? std::string() : text.substr(first, last - first + 1);
}

}  // namespace

std::optional<std::string> from_windows_1251(std::string_view bytes) { return convert(bytes, "CP1251"); }

bool is_utf8(std::string_view bytes) { return convert(bytes, "UTF-8").has_value(); }

Result<BankLine> line_of(BankTexts texts) {
  for (std::string* const text : {&texts.day, &texts.amount, &texts.number, &texts.payer_tax_id,
                                  &texts.payer_name, &texts.payer_account, &texts.purpose})
    trim(*text);
  std::string const place = std::to_string(texts.place);
  auto const day = read_bank_day(texts.day);
  if (!day) return fail(Error(kStatementDate).at(place).with("value", texts.day).with("line", place));
  auto const amount = read_amount(texts.amount);
  if (!amount || *amount == 0)
    return fail(Error(kStatementAmount).at(place).with("value", texts.amount).with("line", place));
  return BankLine{texts.place,
                  *day,
                  *amount,
                  std::move(texts.number),
                  std::move(texts.payer_tax_id),
                  std::move(texts.payer_name),
                  std::move(texts.payer_account),
                  std::move(texts.purpose)};
}

}  // namespace tamga::billing
