// SPDX-License-Identifier: Apache-2.0
#include "registry/catalogue.hpp"

#include "registry/errors.hpp"
#include "registry/recent.hpp"
#include "registry/tables.hpp"
#include "sql/transaction.hpp"

namespace tamga::registry {
namespace {

constexpr std::size_t kRemembered = 200'000;

Product product_of(sql::Row const& row) {
  Product product{.gtin = gs1::Gtin::from_number(static_cast<std::uint64_t>(row.int64(0))),
                  .owner = row.as<ParticipantNo>(1),
                  .group = std::string(row.text(2)),
                  .level = std::string(row.text(3)),
                  .name = {},
                  .published = row.int64(7) != 0,
                  .card_version = static_cast<std::int32_t>(row.int64(8))};
  product.name.in(Language::Ru) = row.text(4);
  product.name.in(Language::Uz) = row.text(5);
  product.name.in(Language::En) = row.text(6);
  return product;
}

std::int64_t key_of(gs1::Gtin gtin) { return static_cast<std::int64_t>(gtin.number()); }

Result<void> put_products(sql::Connection& connection, std::span<Product const> products) {
  sql::Batch rows(9);
  rows.reserve(products.size());
  for (Product const& product : products)
    rows.add(key_of(product.gtin), product.owner, std::string_view(product.group),
             std::string_view(product.level), std::string_view(product.name.in(Language::Ru)),
             std::string_view(product.name.in(Language::Uz)), std::string_view(product.name.in(Language::En)),
             product.published, product.card_version);
  std::vector<std::int64_t> changed;
  TAMGA_TRY(connection.batch(kPutProduct, rows, &changed));
  for (std::size_t i = 0; i < changed.size(); ++i)
    if (changed[i] == 0)
      return fail(Error(kProductOfAnother).at("/" + std::to_string(i)).with("gtin", products[i].gtin.text()));
  return {};
}

}  // namespace

struct Catalogue::State {
  explicit State(sql::Store& opened)
      : store(&opened), recent(kRemembered, shared() ? std::optional(kTrusted) : std::nullopt) {}

  sql::Store* store;
  /// An empty pointer: there is no such product. Only where nobody else could add it.
  Recent<gs1::Gtin, std::shared_ptr<Product const>> recent;

  [[nodiscard]] bool shared() const { return store->engine() == sql::Engine::Postgres; }
};

Catalogue::Catalogue(std::unique_ptr<State> state) : state_(std::move(state)) {}
Catalogue::~Catalogue() = default;

Result<std::unique_ptr<Catalogue>> Catalogue::open(sql::Store& store) {
  return std::unique_ptr<Catalogue>(new Catalogue(std::make_unique<State>(store)));
}

Result<std::shared_ptr<Product const>> Catalogue::look(gs1::Gtin gtin) const {
  if (auto known = state_->recent.find(gtin)) return *std::move(known);
  auto const mark = state_->recent.mark();
  TAMGA_ASSIGN(reader, state_->store->reader());
  TAMGA_ASSIGN(found, reader->find(kProductByGtin, product_of, key_of(gtin)));
  std::shared_ptr<Product const> product;
  if (found) product = std::make_shared<Product const>(*std::move(found));
  if (product || !state_->shared()) state_->recent.remember(gtin, product, mark);
  return product;
}

Result<std::vector<std::shared_ptr<Product const>>> Catalogue::look(std::span<gs1::Gtin const> gtins) const {
  std::vector<std::shared_ptr<Product const>> products(gtins.size());
  auto const others = state_->recent.find_lately(
      gtins, [&](std::size_t i, std::shared_ptr<Product const> const& product) { products[i] = product; });
  for (std::size_t const i : others) {
    TAMGA_ASSIGN(product, look(gtins[i]));
    products[i] = std::move(product);
  }
  return products;
}

Result<std::optional<Product>> Catalogue::find(gs1::Gtin gtin) const {
  TAMGA_ASSIGN(product, look(gtin));
  return product ? std::optional(*product) : std::nullopt;
}

Result<std::vector<Product>> Catalogue::of_owner(ParticipantNo owner, gs1::Gtin after, int limit) const {
  TAMGA_ASSIGN(reader, state_->store->reader());
  TAMGA_ASSIGN(rows, reader->query(kProductsOfOwner, owner, key_of(after), limit));
  std::vector<Product> products;
  TAMGA_TRY(rows.each([&](sql::Row const& row) { products.push_back(product_of(row)); }));
  return products;
}

void Catalogue::show(Product const& product) {
  state_->recent.put(product.gtin, std::make_shared<Product const>(product));
}

Result<void> Catalogue::put(std::span<Product const> products) {
  if (products.empty()) return {};
  {
    TAMGA_ASSIGN(writer, state_->store->writer());
    TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
    TAMGA_TRY(put_products(*writer, products));
    TAMGA_TRY(transaction.commit());
  }
  for (Product const& product : products) show(product);
  return {};
}

Result<void> put_product(sql::Connection& connection, Product const& product) {
  return put_products(connection, {&product, 1});
}

}  // namespace tamga::registry
