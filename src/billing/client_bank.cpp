// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "billing/bank_formats.hpp"
#include "billing/errors.hpp"

namespace tamga::billing {
namespace {

/// The exchange of accounting programs with banks: lines `key=value`, a payment between two that mark its
/// section. The keys are Russian words, here as bytes of UTF-8.
constexpr std::string_view kHead = "1CClientBankExchange";
constexpr std::string_view kSection =  // section of a document
    "\xD0\xA1\xD0\xB5\xD0\xBA\xD1\x86\xD0\xB8\xD1\x8F\xD0\x94\xD0\xBE\xD0\xBA\xD1\x83\xD0\xBC\xD0\xB5\xD0\xBD"
    "\xD1\x82";
constexpr std::string_view kSectionEnd =  // end of the document
    "\xD0\x9A\xD0\xBE\xD0\xBD\xD0\xB5\xD1\x86\xD0\x94\xD0\xBE\xD0\xBA\xD1\x83\xD0\xBC\xD0\xB5\xD0\xBD\xD1\x82"
    "\xD0\xB0";
constexpr std::string_view kFileEnd =  // end of the file
    "\xD0\x9A\xD0\xBE\xD0\xBD\xD0\xB5\xD1\x86\xD0\xA4\xD0\xB0\xD0\xB9\xD0\xBB\xD0\xB0";
constexpr std::string_view kAccount =  // settlement account
    "\xD0\xA0\xD0\xB0\xD1\x81\xD1\x87\xD0\xA1\xD1\x87\xD0\xB5\xD1\x82";
constexpr std::string_view kNumber =  // number
    "\xD0\x9D\xD0\xBE\xD0\xBC\xD0\xB5\xD1\x80";
constexpr std::string_view kDay =  // date
    "\xD0\x94\xD0\xB0\xD1\x82\xD0\xB0";
constexpr std::string_view kCameOn =  // date of arrival
    "\xD0\x94\xD0\xB0\xD1\x82\xD0\xB0\xD0\x9F\xD0\xBE\xD1\x81\xD1\x82\xD1\x83\xD0\xBF\xD0\xB8\xD0\xBB\xD0"
    "\xBE";
constexpr std::string_view kAmount =  // sum
    "\xD0\xA1\xD1\x83\xD0\xBC\xD0\xBC\xD0\xB0";
constexpr std::string_view kPayerAccount =  // payer's account
    "\xD0\x9F\xD0\xBB\xD0\xB0\xD1\x82\xD0\xB5\xD0\xBB\xD1\x8C\xD1\x89\xD0\xB8\xD0\xBA\xD0\xA1\xD1\x87\xD0\xB5"
    "\xD1\x82";
constexpr std::string_view kPayerTaxId =  // payer's tax number
    "\xD0\x9F\xD0\xBB\xD0\xB0\xD1\x82\xD0\xB5\xD0\xBB\xD1\x8C\xD1\x89\xD0\xB8\xD0\xBA\xD0\x98\xD0\x9D\xD0"
    "\x9D";
constexpr std::string_view kPayer =  // payer
    "\xD0\x9F\xD0\xBB\xD0\xB0\xD1\x82\xD0\xB5\xD0\xBB\xD1\x8C\xD1\x89\xD0\xB8\xD0\xBA";
constexpr std::string_view kPayerName =  // payer's name
    "\xD0\x9F\xD0\xBB\xD0\xB0\xD1\x82\xD0\xB5\xD0\xBB\xD1\x8C\xD1\x89\xD0\xB8\xD0\xBA"
    "1";
constexpr std::string_view kPayeeAccount =  // payee's account
    "\xD0\x9F\xD0\xBE\xD0\xBB\xD1\x83\xD1\x87\xD0\xB0\xD1\x82\xD0\xB5\xD0\xBB\xD1\x8C\xD0\xA1\xD1\x87\xD0\xB5"
    "\xD1\x82";
constexpr std::string_view kPurpose =  // purpose of the payment
    "\xD0\x9D\xD0\xB0\xD0\xB7\xD0\xBD\xD0\xB0\xD1\x87\xD0\xB5\xD0\xBD\xD0\xB8\xD0\xB5\xD0\x9F\xD0\xBB\xD0\xB0"
    "\xD1\x82\xD0\xB5\xD0\xB6\xD0\xB0";

class Reader {
 public:
  explicit Reader(StatementOrder const& order) : order_(&order) {}

  Result<void> line(std::size_t number, std::string_view text) {
    auto const equals = text.find('=');
    std::string_view const key = text.substr(0, equals);
    std::string_view const value =
        equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1);
    if (key == kSection) {
      if (open_) return fail(unreadable(number));
      open_ = true;
      begin_ = number;
      fields_.clear();
    } else if (key == kSectionEnd) {
      if (!open_) return fail(unreadable(number));
      open_ = false;
      return payment();
    } else if (key == kFileEnd) {
      ended_ = true;
    } else if (open_) {
      fields_.emplace(key, value);
    } else if (key == kAccount && out_.account.empty()) {
      out_.account = value;
    }
    return {};
  }

  Result<BankStatement> finish(std::size_t lines) {
    if (open_ || !ended_) return fail(unreadable(lines));
    return std::move(out_);
  }

 private:
  static Error unreadable(std::size_t line) {
    return Error(kStatementUnreadable).at(std::to_string(line)).with("line", std::to_string(line));
  }
  std::string field(std::string_view key) const {
    auto const found = fields_.find(key);
    return found == fields_.end() ? std::string() : found->second;
  }
  Result<void> payment() {
    if (field(kPayeeAccount) != order_->account) {
      ++out_.outgoing;
      return {};
    }
    if (out_.incoming.size() >= kMostStatementLines) return fail(unreadable(begin_));
    std::string const came_on = field(kCameOn);
    std::string const name = field(kPayerName);
    TAMGA_ASSIGN(line, line_of({begin_, came_on.empty() ? field(kDay) : came_on, field(kAmount),
                                field(kNumber), field(kPayerTaxId), name.empty() ? field(kPayer) : name,
                                field(kPayerAccount), field(kPurpose)}));
    out_.incoming.push_back(std::move(line));
    return {};
  }

  StatementOrder const* order_;
  BankStatement out_;
  bool open_ = false;
  bool ended_ = false;
  std::size_t begin_ = 0;
  std::map<std::string, std::string, std::less<>> fields_;
};

}  // namespace

Result<BankStatement> read_client_bank(std::string_view bytes, StatementOrder const& order) {
  std::string converted;
  if (!is_utf8(bytes)) {
    auto text = from_windows_1251(bytes);
    if (!text) return fail(kStatementUnreadable);
    converted = *std::move(text);
    bytes = converted;
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (!bytes.starts_with(kHead)) return fail(Error(kStatementUnreadable).at("1").with("line", "1"));
  Reader reader(order);
  std::size_t number = 0;
  while (!bytes.empty()) {
    auto const end = std::min(bytes.find('\n'), bytes.size());
    std::string_view text = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (text.ends_with('\r')) text.remove_suffix(1);
    TAMGA_TRY(reader.line(++number, text));
  }
  return reader.finish(number);
}

}  // namespace tamga::billing
