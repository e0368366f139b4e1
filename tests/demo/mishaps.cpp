// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/time.hpp"
#include "difference.hpp"
#include "world.hpp"

namespace tamga::demo {
namespace {

constexpr std::size_t kRefundOneIn = 50;  ///< of the receipts
constexpr std::size_t kOwnUse = 5;

Json receipt(World const& world, std::span<int const> things, std::string_view number) {
  return {{"kind", "receipt"},
          {"register", "register 0"},
          {"number", world.fiscal_number(number)},
          {"at", rfc3339(SystemClock().now())},
          {"codes", world.full_codes(things)}};
}

/// Goods that the shop could sell, from the last on: those are of the second lot.
std::vector<int> last_unsold(World const& world, std::size_t count) {
  std::vector<int> things;
  for (int thing = world.extent.codes - 1; thing >= 0 && things.size() < count; --thing)
    if (world.model.at(thing).owner == Who::Shop && world.model.at(thing).status == Status::Introduced)
      things.push_back(thing);
  expect("unsold goods in the shop", count, things.size());
  return things;
}

void refund(World& world) {
  for (std::size_t i = 0; i < world.receipts.size(); i += kRefundOneIn) {
    world.submit(Who::Shop, {{"kind", "refund"},
                             {"register", world.cash_register(i)},
                             {"number", world.fiscal_number(fmt::format("r{}", i))},
                             {"receipt", world.fiscal_number(std::to_string(i + 1))},
                             {"codes", world.full_codes(world.receipts[i])}});
    for (int const thing : world.receipts[i]) world.model.at(thing).status = Status::Introduced;
  }
}

void withdraw(World& world, Who who, std::vector<int> const& things) {
  world.submit(who, {{"kind", "withdraw"},
                     {"reason", "OWN_USE"},
                     {"primary_document", "order 7"},
                     {"codes", world.short_codes(things)}});
  for (int const thing : world.model.with_content({things.begin(), things.end()}))
    world.model.at(thing).status = Status::Retired;
  for (int const thing : things) world.model.at(thing).parent = -1;
}

/// A batch, or all goods where the country does not know batches of them.
void recall(World& world) {
  bool const by_batch = world.plan.application_report;
  Json document{{"kind", "recall"},
                {"gtin", world.plan.gtin},
                {"reason", "a foreign smell"},
                {"instruction", "do not sell; give back to the maker"}};
  if (by_batch) document["batch"] = "B-2";
  world.submit(Who::Maker, document);
  for (int thing = 0; thing < world.extent.codes; ++thing)
    world.model.at(thing).recalled = !by_batch || world.model.at(thing).second_lot;
}

}  // namespace

void mishaps(World& world) {
  std::vector<int> const& sold = world.receipts.back();
  world.submit_refused(Who::Shop, receipt(world, sold, "once more"), "CODE_WRONG_STATUS");
  refund(world);
  withdraw(world, Who::Shop, last_unsold(world, kOwnUse));
  auto const box = std::find_if(world.boxes.rbegin(), world.boxes.rend(),
                                [&](int one) { return world.model.at(one).owner == Who::Wholesaler; });
  withdraw(world, Who::Wholesaler, {*box});
  recall(world);
  world.submit_refused(Who::Shop, receipt(world, last_unsold(world, 1), "recalled"), "CODE_RECALLED");
}

}  // namespace tamga::demo
