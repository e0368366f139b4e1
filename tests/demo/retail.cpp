// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <atomic>
#include <semaphore>
#include <thread>

#include "base/time.hpp"
#include "difference.hpp"
#include "outage.hpp"
#include "world.hpp"

namespace tamga::demo {
namespace {

/// A receipt on its way.
struct Sale {
  std::vector<int> things;
  Parcel parcel;
  std::string number;  ///< of its document, once acknowledged
  bool sent_again = false;
  bool known_already = false;  ///< when it was sent again: the server had it, only its answer was lost
};

/// What the shop sells: receipts of one to three pieces, and at least a quarter of its goods stays.
std::vector<Sale> plan_sales(World const& world) {
  std::vector<int> goods;
  for (int thing = 0; thing < world.extent.codes; ++thing)
    if (world.model.at(thing).owner == Who::Shop) goods.push_back(thing);
  auto const receipts = static_cast<std::size_t>(world.extent.receipts);
  std::size_t const most = std::min<std::size_t>(3, goods.size() * 3 / 4 / receipts);
  if (most == 0)
    throw Difference(fmt::format("{} goods in the shop are too few for {} receipts", goods.size(), receipts));
  std::vector<Sale> sales(receipts);
  std::size_t next = 0;
  for (std::size_t i = 0; i < receipts; ++i)
    for (std::size_t piece = 0; piece < 1 + i % most; ++piece) sales[i].things.push_back(goods[next++]);
  return sales;
}

/// The cash registers of the shop at work.
class Shop {
 public:
  explicit Shop(World& world)
      : world_(&world), sales_(plan_sales(world)), outage_(world.extent.cash_registers) {}

  void open() {
    Stopwatch const watch;
    double away = 0;
    {
      std::vector<std::jthread> registers;
      for (int i = 0; i < world_->extent.cash_registers; ++i)
        registers.emplace_back([this, person = world_->as(Who::Shop).copy()]() mutable { work(person); });
      if (world_->plan.crash) away = crash();
    }
    if (failure_) std::rethrow_exception(failure_);
    world_->note_rate(Step::Receipt, static_cast<double>(sales_.size()) / (watch.seconds() - away));
    world_->report.documents += static_cast<int>(sales_.size());
    if (world_->plan.crash) note_repetitions();
    send_again();
    for (Sale& sale : sales_) world_->receipts.push_back(std::move(sale.things));
  }

 private:
  void work(Participant& person) {
    try {
      for (std::size_t i = 0; !failed_ && (i = next_++) < sales_.size();) serve(i, person);
    } catch (...) {
      if (!failed_.exchange(true)) failure_ = std::current_exception();
    }
    if (failed_) half_way_.release();
    outage_.leave();
  }

  void serve(std::size_t i, Participant& person) {
    Sale& sale = sales_[i];
    sale.parcel = person.prepare({{"kind", "receipt"},
                                  {"register", world_->cash_register(i)},
                                  {"number", world_->fiscal_number(std::to_string(i + 1))},
                                  {"at", rfc3339(SystemClock().now())},
                                  {"codes", world_->full_codes(sale.things)}});
    Result<Answer> answer = person.attempt(sale.parcel);
    while (!answer && outage_.wait_for_end()) {
      sale.sent_again = true;
      answer = person.attempt(sale.parcel);
    }
    Answer const told = require("a receipt", std::move(answer));
    if (told.status != 201 || told.document_status() != "accepted")
      throw Difference(fmt::format("a receipt was answered {}: {}", told.status, told.body.dump()));
    for (int const thing : sale.things) {
      world_->model.at(thing).status = Status::Retired;
      world_->model.at(thing).parent = -1;
    }
    sale.known_already = told.repeated();
    if (sale.known_already && !sale.sent_again) throw Difference("a new receipt was taken for a repetition");
    sale.number = told.number();
    if (++acknowledged_ == sales_.size() / 2) half_way_.release();
  }

  void note_repetitions() const {
    auto const again =
        std::count_if(sales_.begin(), sales_.end(), [](Sale const& one) { return one.sent_again; });
    auto const known =
        std::count_if(sales_.begin(), sales_.end(), [](Sale const& one) { return one.known_already; });
    world_->report.remarks.push_back(fmt::format(
        "{} receipts without an answer sent again with the same key and bytes; {} of them the server had",
        again, known));
  }

  /// What was acknowledged and comes once more gets the same answer and changes nothing.
  void send_again() {
    Participant& person = world_->as(Who::Shop);
    for (std::size_t i = 0; i < sales_.size(); i += std::max<std::size_t>(1, sales_.size() / 20)) {
      Answer const told = require("a receipt sent twice", person.attempt(sales_[i].parcel));
      expect("number of a receipt sent twice", sales_[i].number, told.number());
      expect("repetition of a receipt sent twice", true, told.repeated());
    }
  }

  /// Kills the server half way, starts it again and looks for everything it had acknowledged. Gives the
  /// seconds it took.
  double crash() {
    half_way_.acquire();
    if (failed_) return 0;
    Stopwatch const watch;
    outage_.begin();
    world_->server.kill();
    outage_.wait_for_silence();
    world_->server.start();
    double const back = watch.seconds();
    for (Participant& one : world_->people) one.hang_up();
    int found = 0;
    Participant person = world_->as(Who::Shop).copy();
    try {
      for (Sale const& sale : sales_) {
        if (sale.number.empty()) continue;
        Json const kept = person.get("/api/v1/documents/" + sale.number);
        expect("an acknowledged receipt after the crash", std::string("accepted"),
               kept.at("status").get<std::string>());
        ++found;
      }
    } catch (...) {
      if (!failed_.exchange(true)) failure_ = std::current_exception();
    }
    world_->report.remarks.push_back(fmt::format(
        "killed (SIGKILL) in the middle of the receipts; back after {:.2f} s; {} acknowledged receipts "
        "looked for, all there",
        back, found));
    outage_.end();
    return watch.seconds();
  }

  World* world_;
  std::vector<Sale> sales_;
  Outage outage_;
  std::atomic<std::size_t> next_ = 0;
  std::atomic<std::size_t> acknowledged_ = 0;
  std::counting_semaphore<> half_way_{0};
  std::atomic<bool> failed_ = false;
  std::exception_ptr failure_;
};

}  // namespace

void sell(World& world) { Shop(world).open(); }

}  // namespace tamga::demo
