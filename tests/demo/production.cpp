// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <numeric>

#include "base/time.hpp"
#include "difference.hpp"
#include "symbols.hpp"
#include "world.hpp"

namespace tamga::demo {
namespace {

constexpr int kOneIn = 200;                      ///< of the codes is spoiled, and as many are damaged
constexpr int kPacket = 10'000;                  ///< codes fetched in one, as every country allows
constexpr double kFirstLot = 0.6;                ///< part of the goods that is of the first lot
constexpr char const* kPriceOfGoods = "120.50";  ///< where codes carry it

std::string day(int from_today) {
  return Date::from_days(Date::of(SystemClock().now()).days() + from_today).text();
}

std::vector<int> numbers(int from, int to) {
  std::vector<int> all(static_cast<std::size_t>(to - from));
  std::iota(all.begin(), all.end(), from);
  return all;
}

void order(World& world) {
  Plan const& plan = world.plan;
  Json line{{"gtin", plan.gtin}, {"quantity", world.extent.codes}};
  if (plan.price_in_code) line["price"] = kPriceOfGoods;
  Stopwatch const watch;
  Answer const ordered = world.submit(Who::Maker, {{"kind", "order_codes"},
                                                   {"group", plan.group},
                                                   {"release_method", plan.release_method},
                                                   {"contact", "demo"},
                                                   {"lines", Json::array({line})}});
  world.note_rate(Step::Order, watch.rate(world.extent.codes));
  Stopwatch const download;
  for (int from = 0; from < world.extent.codes; from += kPacket)
    world.as(Who::Maker)
        .stream_lines(fmt::format("/api/v1/orders/{}/lines/0/codes?format=txt&from={}&count={}",
                                  ordered.number(), from, std::min(kPacket, world.extent.codes - from)),
                      [&](std::string_view code) {
                        Thing thing;
                        thing.code = code;
                        world.model.add(std::move(thing));
                      });
  world.note_rate(Step::Download, download.rate(world.extent.codes));
  expect("codes downloaded", world.extent.codes, world.model.size());
}

void write_off(World& world, std::span<int const> things, std::string_view reason) {
  world.submit(
      Who::Maker,
      {{"kind", "write_off"}, {"reason", reason}, {"act", "act 1"}, {"codes", world.short_codes(things)}});
  for (int const thing : things) world.model.at(thing).status = Status::WrittenOff;
}

/// Reports the application of [from, to) as one lot, in documents of the size that real lines send.
void apply(World& world, int from, int to, bool second_lot) {
  Plan const& plan = world.plan;
  for (int first = from; first < to; first += world.extent.codes_in_document) {
    auto const things = numbers(first, std::min(to, first + world.extent.codes_in_document));
    Json document{
        {"kind", "apply"}, {"batch", second_lot ? "B-2" : "A-1"}, {"codes", world.full_codes(things)}};
    if (plan.production_date) document["produced_on"] = day(-2);
    if (plan.expiry_date) document["expires_on"] = day(300);
    world.submit(Who::Maker, document);
    for (int const thing : things) {
      world.model.at(thing).status = plan.introduction ? Status::Applied : Status::Introduced;
      world.model.at(thing).second_lot = second_lot;
    }
  }
}

void introduce(World& world, int from) {
  int const to = world.extent.codes;
  Stopwatch const watch;
  for (int first = from; first < to; first += world.extent.codes_in_document) {
    auto const things = numbers(first, std::min(to, first + world.extent.codes_in_document));
    world.submit(Who::Maker,
                 {{"kind", "introduce"}, {"way", "own_production"}, {"codes", world.short_codes(things)}});
    for (int const thing : things) world.model.at(thing).status = Status::Introduced;
  }
  world.note_rate(Step::Introduce, watch.rate(to - from));
}

}  // namespace

void make_goods(World& world) {
  order(world);
  int const few = std::max(2, world.extent.codes / kOneIn);
  int next = 0;
  if (world.plan.application_report) {
    write_off(world, numbers(0, few), "KM_SPOILED");
    next = few;
    int const second = next + static_cast<int>((world.extent.codes - next) * kFirstLot);
    Stopwatch const watch;
    apply(world, next, second, false);
    apply(world, second, world.extent.codes, true);
    world.note_rate(Step::Apply, watch.rate(world.extent.codes - next));
  } else {
    for (int thing = 0; thing < world.extent.codes; ++thing) world.model.at(thing).status = Status::Applied;
  }
  if (world.plan.introduction) {
    write_off(world, numbers(next, next + few), "DEFECT");
    next += few;
    introduce(world, next);
  }
}

void print_labels(World& world) {
  int const step = std::max(1, world.extent.codes / world.extent.symbols);
  for (int thing = 0; thing < world.extent.codes; thing += step) print_and_scan(world.model.at(thing).code);
}

}  // namespace tamga::demo
