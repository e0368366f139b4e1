// SPDX-License-Identifier: Apache-2.0
#include "server/sandbox_desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "crypto/sha256.hpp"
#include "identifiers/rule.hpp"
#include "mail/reading.hpp"

namespace tamga::server {
namespace {

constexpr std::int64_t kDay = 86'400'000;
/// Keys of a browser are made anew with a click.
constexpr std::int64_t kDays = 90;
/// Whoever asks for a letter asks soon.
constexpr std::size_t kLettersLookedAt = 300;

/// A number that passes where the model does, and is always the same for a name: the beginning of the model,
/// digits of the name, then whatever makes the check digits right.
std::string number_like(std::vector<std::string> const& rules, std::string const& model,
                        std::string_view person) {
  constexpr std::size_t kTail = 2;
  auto const of_model = identifiers::check(rules, model);
  if (!of_model || model.size() <= 2 * kTail) return model;
  crypto::Sha256 const digest = crypto::sha256(person);
  std::string number = model;
  for (std::size_t at = model.size() / 2; at + kTail < model.size(); ++at)
    number[at] = static_cast<char>('0' + digest[at] % 10);
  for (int tail = 0; tail < 100; ++tail) {
    number.replace(model.size() - kTail, kTail, fmt::format("{:02}", tail));
    auto const checked = identifiers::check(*of_model->rule, number);
    if (checked && !checked->doubt && number != model) return number;
  }
  return model;
}

class Desk : public api::SandboxDesk {
 public:
  Desk(TestAuthority authority, SandboxSpec spec, country::IdentifierRules const& rules,
       std::filesystem::path letters)
      : authority_(std::move(authority)),
        spec_(std::move(spec)),
        number_rules_(rules.person_id),
        letters_(std::move(letters)) {
    number_rules_.insert(number_rules_.end(), rules.tax_id.begin(), rules.tax_id.end());
    for (auto const* group : {&spec_.companies, &spec_.applicants})
      for (SandboxCompany const& one : *group)
        shown_.push_back({one.key, one.name, one.tax_id, one.person, one.authority});
    for (SandboxCompany const& one : spec_.companies)
      if (account_.bank.empty()) account_ = {one.bank, one.account};
    for (SandboxClassCode const& one : spec_.class_codes) codes_.push_back({one.classifier, one.code});
  }

  [[nodiscard]] std::vector<Company> const& companies() const override { return shown_; }

  [[nodiscard]] Result<crypto::Certificate> certify(std::string_view company, std::string_view person,
                                                    std::string_view public_key, UnixMs now) const override {
    SandboxCompany who = *find(company);
    if (!person.empty() && person != who.person) {
      who.person_id = number_like(number_rules_, who.person_id, person);
      who.person = person;
    }
    crypto::CertificateOrder order;
    order.subject = spec_.subject(who);
    order.not_before = UnixMs(now.value() - kDay);
    order.not_after = UnixMs(now.value() + kDays * kDay);
    return authority_.certify(order, public_key);
  }

  [[nodiscard]] std::vector<Letter> letters(std::string_view to, std::size_t most) const override {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (auto const& one : std::filesystem::directory_iterator(letters_, error))
      if (one.path().extension() == ".eml") files.push_back(one.path());
    std::sort(files.rbegin(), files.rend());
    if (files.size() > kLettersLookedAt) files.resize(kLettersLookedAt);
    std::vector<Letter> out;
    for (std::filesystem::path const& file : files) {
      if (out.size() == most) break;
      std::ostringstream bytes;
      bytes << std::ifstream(file, std::ios::binary).rdbuf();
      auto read = mail::read_letter(bytes.str());
      if (read && (to.empty() || read->to == to))
        out.push_back({std::move(read->to), std::move(read->subject), std::move(read->text), written(file)});
    }
    return out;
  }

  [[nodiscard]] Account const& account() const override { return account_; }

  [[nodiscard]] std::vector<ClassCode> const& class_codes() const override { return codes_; }

  [[nodiscard]] std::string spare_prefix(registry::ParticipantNo participant) const override {
    return fmt::format("{}{:05}", spec_.spare_prefix, participant.value() % 100'000);
  }

 private:
  static UnixMs written(std::filesystem::path const& file) {
    std::error_code error;
    auto const at = std::filesystem::last_write_time(file, error);
    auto const in_system = std::chrono::file_clock::to_sys(at);
    return UnixMs(
        std::chrono::duration_cast<std::chrono::milliseconds>(in_system.time_since_epoch()).count());
  }

  [[nodiscard]] SandboxCompany const* find(std::string_view key) const {
    auto const named = [&](SandboxCompany const& one) { return one.key == key; };
    auto const found = std::find_if(spec_.companies.begin(), spec_.companies.end(), named);
    if (found != spec_.companies.end()) return &*found;
    return &*std::find_if(spec_.applicants.begin(), spec_.applicants.end(), named);
  }

  TestAuthority authority_;
  SandboxSpec spec_;
  std::vector<std::string> number_rules_;  ///< of people's numbers
  std::vector<Company> shown_;
  std::filesystem::path letters_;
  Account account_;
  std::vector<ClassCode> codes_;
};

}  // namespace

std::unique_ptr<api::SandboxDesk const> make_sandbox_desk(TestAuthority const& authority, SandboxSpec spec,
                                                          country::IdentifierRules const& rules,
                                                          std::filesystem::path letters) {
  return std::make_unique<Desk const>(authority, std::move(spec), rules, std::move(letters));
}

}  // namespace tamga::server
