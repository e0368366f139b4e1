// SPDX-License-Identifier: Apache-2.0
#include "naive_model.hpp"

namespace tamga::demo {

std::string_view name_of(Who who) {
  constexpr std::array<std::string_view, 3> kNames{"maker", "wholesaler", "shop"};
  return kNames[static_cast<std::size_t>(who)];
}

std::string_view name_of(Status status) {
  constexpr std::array<std::string_view, 6> kNames{"emitted", "applied",     "introduced",
                                                   "retired", "written_off", "disbanded"};
  return kNames[static_cast<std::size_t>(status)];
}

int NaiveModel::add(Thing thing) {
  things_.push_back(std::move(thing));
  return size() - 1;
}

std::vector<int> NaiveModel::children(int package) const {
  std::vector<int> inside;
  for (int i = 0; i < size(); ++i)
    if (at(i).parent == package) inside.push_back(i);
  return inside;
}

std::vector<int> NaiveModel::with_content(std::set<int> const& things) const {
  std::vector<int> all;
  for (int i = 0; i < size(); ++i) {
    int above = i;
    while (above >= 0 && !things.contains(above)) above = at(above).parent;
    if (above >= 0) all.push_back(i);
  }
  return all;
}

NaiveModel::Stock NaiveModel::stock(int from, int to) const {
  Stock stock;
  for (int i = from; i < to; ++i) ++stock[{at(i).owner, at(i).status}];
  return stock;
}

}  // namespace tamga::demo
