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

std::vector<int> NaiveModel::tree(int package) const {
  std::vector<int> all{package};
  for (std::size_t i = 0; i < all.size(); ++i)
    for (int const child : children(all[i])) all.push_back(child);
  return all;
}

void NaiveModel::hand_over(int package, Who to) {
  for (int const index : tree(package)) at(index).owner = to;
}

NaiveModel::Stock NaiveModel::stock(int from, int to) const {
  Stock stock;
  for (int i = from; i < to; ++i) ++stock[{at(i).owner, at(i).status}];
  return stock;
}

}  // namespace tamga::demo
