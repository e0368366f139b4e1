// SPDX-License-Identifier: Apache-2.0
#include "api/document_view.hpp"

#include "documents/kinds/all.hpp"

namespace tamga::api {
namespace {

/// Errors are kept by name; their texts are those of today, in the language of whoever reads.
RefusalView refusal_of(std::string const& pointer, std::string const& name,
                       shape::Attributes const& arguments, country::ErrorTexts const& texts,
                       Language language) {
  auto message = texts.render(name, arguments, language);
  RefusalView view{.pointer = pointer,
                   .code = {},
                   .error = name,
                   .title = std::move(message.title),
                   .remedy = std::move(message.remedy),
                   .arguments = {}};
  if (!arguments.empty()) view.arguments = arguments;
  return view;
}

std::string name_of(documents::DocumentKind number) {
  if (number == documents::DocumentKind()) return {};
  auto const* kind = documents::find_kind(number);
  return kind == nullptr ? std::to_string(number.value()) : std::string(kind->traits.name);
}

}  // namespace

DocumentView DocumentView::of(documents::StoredDocument const& document, country::ErrorTexts const& texts,
                              Language language) {
  documents::Verdict const& verdict = document.verdict;
  DocumentView view{.document = {},
                    .kind = name_of(document.kind),
                    .status = document.status,
                    .received_at = document.received_at,
                    .person = document.person,
                    .counterpart = {},
                    .counterpart_name = {},
                    .power_of_attorney = document.verdict.power_of_attorney,
                    .signature = std::string(evidence::name_of(document.standing)),
                    .repeated = false,
                    .codes = verdict.codes,
                    .accepted = verdict.accepted,
                    .refused = verdict.refused,
                    .objections = {},
                    .items = {}};
  if (document.number != ledger::DocumentNo()) view.document = DocumentNumber{document.number};
  for (documents::Objection const& one : verdict.objections)
    view.objections.push_back(refusal_of(one.pointer, one.error, one.arguments, texts, language));
  for (documents::RefusedItem const& item : verdict.items) {
    view.items.push_back(refusal_of(item.pointer, item.error, item.arguments, texts, language));
    view.items.back().code = item.code.text;
  }
  return view;
}

}  // namespace tamga::api
