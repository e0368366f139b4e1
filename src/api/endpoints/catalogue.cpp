// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/catalogue.hpp"

#include "catalogue/card_rows.hpp"
#include "catalogue/classifiers.hpp"
#include "catalogue/errors.hpp"
#include "catalogue/words.hpp"
#include "documents/errors.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"
#include "sql/transaction.hpp"

namespace tamga::api {

using catalogue::AttributeType;

namespace {

/// A card that is published, with the edition that is.
struct Published {
  catalogue::Card card;
  catalogue::Edition edition;
};
Result<std::optional<Published>> published(sql::Connection& connection, gs1::Gtin gtin) {
  TAMGA_ASSIGN(card, catalogue::read_card(connection, gtin));
  if (!card || card->state != catalogue::CardState::Published) return std::optional<Published>();
  TAMGA_ASSIGN(edition, catalogue::read_edition(connection, gtin, card->edition));
  if (!edition) return std::optional<Published>();
  return std::optional(Published{*std::move(card), *std::move(edition)});
}

GetCardForm::Attribute attribute_of(catalogue::Attribute const& one, Language language) {
  GetCardForm::Attribute out{
      .id = one.id,
      .name = one.name.in(language),
      .type = std::string(catalogue::kAttributeTypeNames[static_cast<std::size_t>(one.type)]),
      .mandatory = one.mandatory,
      .legal = one.legal,
      .open = one.open,
      .least = {},
      .most = {},
      .decimals = {},
      .most_items = {},
      .pattern = {},
      .classifier = {},
      .units = one.units,
      .choices = {}};
  bool const limited =
      one.type == AttributeType::Text || one.type == AttributeType::List || one.type == AttributeType::Number;
  if (limited) {
    out.least = one.least;
    out.most = one.most;
  }
  if (one.type == AttributeType::Number) out.decimals = one.decimals;
  if (one.type == AttributeType::List) out.most_items = one.most_items;
  if (!one.pattern_text.empty()) out.pattern = one.pattern_text;
  if (!one.classifier.empty()) out.classifier = one.classifier;
  for (catalogue::AttributeChoice const& choice : one.choices)
    out.choices.push_back({choice.code, choice.name.in(language)});
  return out;
}

}  // namespace

Result<SearchCatalogue::Output> SearchCatalogue::handle(Input const& input, Call& call) {
  Services const& services = call.services();
  catalogue::SearchQuestion question;
  std::vector<gs1::Gtin> found;
  auto const limit = static_cast<std::size_t>(input.limit);
  auto const number = input.text ? gs1::Gtin::parse(*input.text) : Result<gs1::Gtin>(gs1::Gtin());
  if (input.tax_id) {
    TAMGA_ASSIGN(owner, services.participants.find_by_tax_id(*input.tax_id));
    if (!owner) return Output{};
    question.owner = owner->number;
  }
  if (input.text && number) {
    found.push_back(*number);
  } else {
    if (input.text) question.words = catalogue::search_words(*input.text);
    if (input.text && question.words.empty()) return Output{};
    question.customs_class = input.customs_class.value_or("");
    question.group = input.group.value_or("");
    found = services.cards->index().find(question, input.after ? input.after->gtin : gs1::Gtin(), limit);
  }
  TAMGA_ASSIGN(reader, services.store.reader());
  auto const transaction = sql::Transaction::begin(*reader);
  if (!transaction) return fail(transaction.error());
  Output out;
  for (gs1::Gtin const gtin : found) {
    TAMGA_ASSIGN(one, published(*reader, gtin));
    if (one) out.products.push_back(public_card(call, one->card, one->edition));
  }
  if (found.size() == limit && !(input.text && number)) out.next = GtinText{found.back()};
  return out;
}

Result<GetPublishedCard::Output> GetPublishedCard::handle(Input const& input, Call& call) {
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(one, published(*reader, input.gtin.gtin));
  if (!one) return fail(Error(catalogue::kCardUnknown).with("gtin", input.gtin.gtin.text()));
  PublicCard product = public_card(call, one->card, one->edition);
  return Output{std::move(product), open_part(call.services().cards->rules(), std::move(one->edition.body))};
}

Result<GetCardForm::Output> GetCardForm::handle(Input const& input, Call& call) {
  catalogue::Rules const& rules = call.services().cards->rules();
  country::ProductGroup const* group = call.services().country.find_group(input.group);
  if (!group) return fail(Error(documents::kGroupUnknown).at("group").with("group", input.group));
  catalogue::CardForm const& form = rules.form(group->code);
  Output out{.group = group->code,
             .automatic = form.automatic,
             .moderation_days = form.automatic ? std::nullopt : std::optional(rules.moderation_days()),
             .photo_needed = form.photo_needed,
             .most_photos = rules.most_photos(),
             .largest_photo_bytes = rules.largest_photo_bytes(),
             .headings = group->tn_ved,
             .conformity_kinds = {},
             .conformity_needed = form.conformity,
             .attributes = {}};
  for (catalogue::ConformityKind const& one : rules.conformity_kinds())
    out.conformity_kinds.push_back({one.code, one.name.in(call.language())});
  for (catalogue::Attribute const& one : form.attributes)
    out.attributes.push_back(attribute_of(one, call.language()));
  return out;
}

Result<ListClassEntries::Output> ListClassEntries::handle(Input const& input, Call& call) {
  if (!call.services().cards->rules().classifier(input.classifier))
    return fail(Error(catalogue::kClassifierUnknown).at("classifier").with("classifier", input.classifier));
  TAMGA_ASSIGN(reader, call.services().store.reader());
  TAMGA_ASSIGN(entries, catalogue::entries_beginning(*reader, input.classifier, input.begins, call.today(),
                                                     input.limit));
  Output out;
  for (catalogue::ClassifierEntry& one : entries) {
    bool const uzbek = call.language() == Language::Uz && !one.name_uz.empty();
    out.entries.push_back({std::move(one.code), uzbek ? std::move(one.name_uz) : std::move(one.name_ru)});
  }
  return out;
}

template struct RowOf<SearchCatalogue>;
template struct RowOf<GetPublishedCard>;
template struct RowOf<GetCardForm>;
template struct RowOf<ListClassEntries>;

}  // namespace tamga::api
