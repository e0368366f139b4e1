// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "naive_model.hpp"
#include "participant.hpp"
#include "plan.hpp"
#include "report.hpp"
#include "server_process.hpp"
#include "sscc_numbers.hpp"

namespace tamga::demo {

/// Everything the story of one template is told with. Goods are the first things of the model, in the order
/// of their codes; packages follow.
struct World {
  World(Plan const& plan, Extent const& extent, ServerProcess& server, TemplateReport& report);

  Plan const& plan;
  Extent const& extent;
  ServerProcess& server;
  TemplateReport& report;
  NaiveModel model;
  std::vector<Participant> people;  ///< by Who
  SsccNumbers sscc;
  std::vector<int> boxes;
  std::vector<int> pallets;
  std::vector<std::vector<int>> receipts;  ///< what each sold
  /// Of what the cash registers print: one shop sells the goods of all stories.
  [[nodiscard]] std::string fiscal_number(std::string_view number) const {
    return std::string(plan.title) + " " + std::string(number);
  }
  /// The one that prints the receipt of this index.
  [[nodiscard]] std::string cash_register(std::size_t receipt) const {
    return "register " + std::to_string(receipt % static_cast<std::size_t>(extent.cash_registers));
  }
  NaiveModel::Stock transport_before;  ///< transport units of earlier stories

  [[nodiscard]] Participant& as(Who who) { return people[static_cast<std::size_t>(who)]; }
  /// Sends a document that has to be accepted in full.
  Answer submit(Who who, Json const& document);
  void submit_refused(Who who, Json const& document, std::string_view error);

  /// Codes as they are printed.
  [[nodiscard]] Json full_codes(std::span<int const> things) const;
  /// Codes as most documents name them: without their tails.
  [[nodiscard]] Json short_codes(std::span<int const> things) const;
  [[nodiscard]] std::string short_code(int thing) const;

  void note_rate(Step step, double rate) { report.rates[static_cast<std::size_t>(step)] = rate; }
};

// The chapters, in their order.
void note_transport(World& world);  ///< what earlier stories left
void make_goods(World& world);      ///< order, download, spoiled codes, application, introduction
void print_labels(World& world);    ///< symbols drawn and read
void pack_goods(World& world);      ///< boxes and pallets
void trade(World& world);           ///< maker to wholesaler to shop
void sell(World& world);            ///< receipts, with a crash of the server where the plan wants one
void mishaps(World& world);         ///< refunds, withdrawal, recall
void reconcile(World& world);       ///< everything against the model

}  // namespace tamga::demo
