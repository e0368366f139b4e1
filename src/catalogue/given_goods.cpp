// SPDX-License-Identifier: Apache-2.0
#include "catalogue/given_goods.hpp"

#include "catalogue/card_desk.hpp"
#include "catalogue/rules.hpp"
#include "registry/errors.hpp"
#include "sql/transaction.hpp"

namespace tamga::catalogue {
namespace {

CardBody minimal_body(Rules const& rules, registry::Product const& product) {
  CardBody body{
      .gtin = product.gtin.text(), .group = product.group, .level = product.level, .attributes = {}};
  CardForm const& form = rules.form(product.group);
  auto const say = [&](AttributeRole role, Language language) {
    Attribute const* attribute = form.find(role);
    if (attribute && !product.name.in(language).empty())
      body.attributes.push_back({.id = attribute->id, .value = product.name.in(language)});
  };
  say(AttributeRole::NameRu, Language::Ru);
  say(AttributeRole::NameUz, Language::Uz);
  say(AttributeRole::NameEn, Language::En);
  return body;
}

Step given(Rules const& rules, registry::Product const& product, UnixMs now) {
  Card card{.gtin = product.gtin, .owner = product.owner, .group = product.group, .level = product.level};
  card.editions = 1;
  // Likeness stays empty: so little says nothing of what the goods are.
  Edition edition{.gtin = product.gtin,
                  .number = 1,
                  .version = 1,
                  .document = {},
                  .owner = product.owner,
                  .group = product.group,
                  .body = minimal_body(rules, product),
                  .submitted_at = now};
  Step step = publish(rules, std::move(card), std::move(edition), std::nullopt, {{}, {}, now});
  step.product->name = product.name;
  if (!product.published) {
    step.card.state = CardState::Blocked;
    step.product->published = false;
  }
  return step;
}

}  // namespace

Result<void> give_goods(CardBook& book, sql::Store& store, std::span<registry::Product const> products,
                        UnixMs now) {
  TAMGA_ASSIGN(writer, store.writer());
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
  CardDesk desk(&book, book.products(), *writer);
  for (registry::Product const& product : products) {
    TAMGA_ASSIGN(known, desk.find(product.gtin));
    if (known && known->owner != product.owner)
      return fail(Error(registry::kProductOfAnother).with("gtin", product.gtin.text()));
    if (!known) desk.put(given(book.rules(), product, now));
  }
  TAMGA_TRY(desk.write());
  TAMGA_TRY(transaction.commit());
  desk.publish();
  return {};
}

}  // namespace tamga::catalogue
