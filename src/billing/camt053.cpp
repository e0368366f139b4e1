// SPDX-License-Identifier: Apache-2.0
#include <pugixml.hpp>

#include "billing/bank_formats.hpp"
#include "billing/errors.hpp"

namespace tamga::billing {
namespace {

Error unreadable(std::size_t entry) {
  return Error(kStatementUnreadable).at(std::to_string(entry)).with("line", std::to_string(entry));
}

/// The text at a path below a node, "" when there is none. Messages of banks carry namespaces as a default,
/// so names are plain.
std::string text_at(pugi::xml_node node, char const* path) {
  return node.first_element_by_path(path).text().as_string();
}

/// The value of a node that may be there under several paths.
template <std::size_t N>
std::string first_of(pugi::xml_node node, char const* const (&paths)[N]) {
  for (char const* path : paths)
    if (std::string text = text_at(node, path); !text.empty()) return text;
  return {};
}

std::string purpose_of(pugi::xml_node details, pugi::xml_node entry) {
  std::string purpose;
  for (pugi::xml_node line : details.child("RmtInf").children("Ustrd"))
    purpose += (purpose.empty() ? "" : " ") + std::string(line.text().as_string());
  if (purpose.empty()) purpose = text_at(entry, "AddtlNtryInf");
  return purpose;
}

BankTexts texts_of(std::size_t place, pugi::xml_node entry, pugi::xml_node details) {
  BankTexts texts;
  texts.place = place;
  texts.day = first_of(entry, {"BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm"});
  texts.amount = first_of(details, {"Amt", "AmtDtls/TxAmt/Amt"});
  if (texts.amount.empty()) texts.amount = text_at(entry, "Amt");
  texts.number = first_of(details, {"Refs/EndToEndId", "Refs/TxId", "Refs/AcctSvcrRef"});
  if (texts.number.empty()) texts.number = first_of(entry, {"AcctSvcrRef", "NtryRef"});
  texts.payer_tax_id =
      first_of(details, {"RltdPties/Dbtr/Id/OrgId/Othr/Id", "RltdPties/Dbtr/Pty/Id/OrgId/Othr/Id",
                         "RltdPties/Dbtr/Id/PrvtId/Othr/Id"});
  texts.payer_name = first_of(details, {"RltdPties/Dbtr/Nm", "RltdPties/Dbtr/Pty/Nm"});
  texts.payer_account = first_of(details, {"RltdPties/DbtrAcct/Id/IBAN", "RltdPties/DbtrAcct/Id/Othr/Id"});
  texts.purpose = purpose_of(details, entry);
  return texts;
}

class Reader {
 public:
  explicit Reader(StatementOrder const& order) : order_(&order) {}

  Result<void> entry(pugi::xml_node node) {
    ++place_;
    if (text_at(node, "CdtDbtInd") != "CRDT") {
      ++out_.outgoing;
      return {};
    }
    // What the bank only announces may still not come.
    std::string const status = first_of(node, {"Sts/Cd", "Sts"});
    if (!status.empty() && status != "BOOK") return {};
    std::string const currency = node.child("Amt").attribute("Ccy").as_string();
    if (currency != order_->currency)
      return fail(Error(kStatementOtherCurrency)
                      .at(std::to_string(place_))
                      .with("currency", currency)
                      .with("own", order_->currency));
    bool any = false;
    for (pugi::xml_node const batch : node.children("NtryDtls"))
      for (pugi::xml_node const details : batch.children("TxDtls")) {
        any = true;
        TAMGA_TRY(payment(node, details));
      }
    return any ? Result<void>() : payment(node, pugi::xml_node());
  }
  BankStatement out_;

 private:
  Result<void> payment(pugi::xml_node entry, pugi::xml_node details) {
    if (out_.incoming.size() >= kMostStatementLines) return fail(unreadable(place_));
    TAMGA_ASSIGN(line, line_of(texts_of(place_, entry, details)));
    out_.incoming.push_back(std::move(line));
    return {};
  }

  StatementOrder const* order_;
  std::size_t place_ = 0;
};

}  // namespace

Result<BankStatement> read_camt053(std::string_view bytes, StatementOrder const& order) {
  pugi::xml_document document;
  // Entities of a document type are not followed; there is nothing a statement needs them for.
  auto const parsed =
      document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default, pugi::encoding_auto);
  if (!parsed) return fail(unreadable(0).log(parsed.description()));
  pugi::xml_node const message = document.child("Document").child("BkToCstmrStmt");
  if (!message) return fail(unreadable(0));
  Reader reader(order);
  for (pugi::xml_node const statement : message.children("Stmt")) {
    std::string const account = first_of(statement, {"Acct/Id/IBAN", "Acct/Id/Othr/Id"});
    if (reader.out_.account.empty()) reader.out_.account = account;
    if (account != reader.out_.account) return fail(unreadable(0));
    for (pugi::xml_node const entry : statement.children("Ntry")) TAMGA_TRY(reader.entry(entry));
  }
  return std::move(reader.out_);
}

}  // namespace tamga::billing
