// SPDX-License-Identifier: Apache-2.0
#include "business_register/import_extract.hpp"

#include "business_register/errors.hpp"
#include "business_register/extract.hpp"
#include "business_register/tables.hpp"
#include "sql/transaction.hpp"

namespace tamga::business_register {
namespace {

constexpr std::size_t kRowsAtOnce = 1000;
constexpr std::size_t kColumns = 19;

template <class T, class Member>
sql::Value part(std::optional<T> const& whole, Member member) {
  return whole ? sql::Value((*whole).*member) : sql::Value();
}

void add(sql::Batch& batch, BusinessEntity const& entity) {
  auto const& address = entity.address;
  batch.add(entity.tax_id, entity.as_of.days(), entity.name, entity.short_name, entity.legal_form,
            entity.registry_id, entity.status, part(address, &Address::text),
            part(address, &Address::postal_code), part(address, &Address::region),
            part(address, &Address::city), part(address, &Address::street), part(address, &Address::building),
            part(entity.director, &Director::name), part(entity.director, &Director::person_id),
            entity.main_activity,
            entity.registered_on ? sql::Value(entity.registered_on->days()) : sql::Value(), entity.vat_payer,
            entity.kpp);
}

/// One import: rows wait until there are enough for a round trip.
class Import {
 public:
  Import(sql::Connection& writer, ImportOrder const& order) : writer_(&writer), order_(&order) {}

  Result<void> take(Extract::Row row) {
    if (!row.entity) {
      ++report.wrong;
      if (report.errors.size() < ImportReport::kMostErrors) report.errors.push_back(row.entity.error());
      return {};
    }
    ++report.businesses;
    if (row.doubted) ++report.doubted;
    if (failed()) return {};
    waiting_.push_back(*std::move(row.entity));
    return waiting_.size() < kRowsAtOnce ? Result<void>() : store();
  }

  Result<void> store() {
    if (waiting_.empty()) return {};
    sql::Batch batch(kColumns);
    batch.reserve(waiting_.size());
    for (BusinessEntity const& entity : waiting_) add(batch, entity);
    TAMGA_ASSIGN(changed, writer_->batch(kPutBusiness, batch));
    report.kept_newer += waiting_.size() - static_cast<std::size_t>(changed);
    waiting_.clear();
    return {};
  }

  [[nodiscard]] bool failed() const { return report.wrong > order_->tolerated; }

  ImportReport report;

 private:
  sql::Connection* writer_;
  ImportOrder const* order_;
  std::vector<BusinessEntity> waiting_;
};

struct Last {
  std::int64_t extract = 0;
  std::optional<std::int64_t> as_of;
};

Result<Last> last_extract(sql::Connection& writer) {
  TAMGA_ASSIGN(last, writer.find(kLastExtract, [](sql::Row const& row) {
    return Last{row.int64(0), row.optional_int64(1)};
  }));
  return last.value_or(Last{});
}

}  // namespace

Result<ImportReport> import_extract(sql::Store& store, std::istream& text,
                                    country::IdentifierRules const& rules, ImportOrder const& order,
                                    Clock const& clock) {
  bool const whole = order.mode == ImportMode::Replace;
  TAMGA_ASSIGN(extract, Extract::open(text, order.file, rules, order.as_of));
  TAMGA_ASSIGN(writer, store.writer());
  TAMGA_ASSIGN(transaction, sql::Transaction::begin(*writer));
  TAMGA_ASSIGN(last, last_extract(*writer));
  if (whole && last.as_of && *last.as_of > order.as_of.days())
    return fail(Error(kExtractOlder)
                    .with("as_of", order.as_of.text())
                    .with("stored", Date::from_days(static_cast<std::int32_t>(*last.as_of)).text()));
  if (whole) TAMGA_TRY(writer->execute(kForgetBusinesses));
  Import import(*writer, order);
  for (;;) {
    TAMGA_ASSIGN(row, extract.next());
    if (!row) break;
    TAMGA_TRY(import.take(*std::move(row)));
  }
  if (import.failed()) return std::move(import.report);
  if (import.report.businesses == 0) return fail(Error(kExtractEmpty).at(order.file));
  TAMGA_TRY(import.store());
  TAMGA_TRY(writer->execute(kInsertExtract, last.extract + 1, order.file, order.as_of.days(), clock.now(),
                            whole, static_cast<std::int64_t>(import.report.businesses),
                            static_cast<std::int64_t>(import.report.wrong)));
  TAMGA_TRY(transaction.commit());
  import.report.stored = true;
  return std::move(import.report);
}

}  // namespace tamga::business_register
