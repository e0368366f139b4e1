// SPDX-License-Identifier: Apache-2.0
#include "bench/plant/population.hpp"

#include <algorithm>

namespace tamga::bench {

using ledger::Event;

ledger::CodeSet stretch(Population const& population, std::int64_t first, std::int64_t count) {
  ledger::CodeSet set;
  while (count > 0) {
    std::int64_t const here = std::min(count, population.per_series - first % population.per_series);
    set.add({population.code(first), here});
    first += here;
    count -= here;
  }
  return set;
}

Population populate(Plant& plant, country::CodeTemplate const& form, std::int64_t codes) {
  Population all;
  all.per_series = std::min<std::int64_t>(codes, 1'000'000);
  std::int64_t const count = codes / all.per_series;
  for (std::int64_t i = 0; i < count; ++i) {
    auto const line = plant.order(Plant::gtin(static_cast<int>(i)), form, all.per_series);
    all.series.push_back(line);
    ledger::LotNo const lot(i + 1);
    plant.describe(line.gtin, form, lot);
    for (Event const event : {Event::Apply, Event::Introduce})
      plant.happen(event, ledger::patch_of(event).lot(lot), line.codes);
    ledger::CodeSet sold;
    for (std::int64_t n = i * all.per_series; n < (i + 1) * all.per_series; ++n)
      if (Population::sold(n)) sold.add({all.code(n), 1});
    plant.happen(Event::Sell, ledger::patch_of(Event::Sell).reason(1), sold);
    plant.settle(false);
  }
  plant.settle(true);
  return all;
}

}  // namespace tamga::bench
