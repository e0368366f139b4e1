// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/printing.hpp"

#include <algorithm>
#include <limits>

#include "sql/store.hpp"

namespace tamga::api {

using registrars::PrintRecord;

namespace {

PrintRecordView view_of(PrintRecord const& record) {
  bool const through = record.registrar != registrars::RegistrarNo();
  return {.document = {record.document},
          .what = record.what,
          .registrar = through ? std::optional(std::to_string(record.registrar.value())) : std::nullopt,
          .grade = record.grade,
          .line = record.line,
          .production_order = record.production_order,
          .at = record.at,
          .codes = record.codes};
}

/// Codes of several groups are seen by whoever works with one of them.
bool works_with(Caller const& caller, PrintRecord const& record) {
  return record.groups.empty() ||
         std::any_of(record.groups.begin(), record.groups.end(),
                     [&](std::string const& group) { return caller.works_with_group(group); });
}

}  // namespace

Result<ListPrinting::Output> ListPrinting::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  registrars::PrintQuestion const question{
      call.caller().number(),
      input.before ? input.before->number : ledger::DocumentNo(std::numeric_limits<std::int64_t>::max()),
      registrars::RegistrarNo(input.registrar.value_or(0)), input.production_order.value_or("")};
  // A document that tells several grades stays whole: a page ends behind one.
  constexpr int kMostGrades = 10;
  TAMGA_ASSIGN(found, registrars::records_of(*reader, question, input.limit + kMostGrades));
  Output out;
  for (std::size_t i = 0; i < found.size(); ++i) {
    PrintRecord const& one = found[i];
    if (static_cast<int>(i) >= input.limit && found[i - 1].document != one.document) {
      out.next = DocumentNumber{found[i - 1].document};
      break;
    }
    if (works_with(call.caller(), one)) out.records.push_back(view_of(one));
  }
  return out;
}

template struct RowOf<ListPrinting>;

}  // namespace tamga::api
