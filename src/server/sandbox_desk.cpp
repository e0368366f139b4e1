// SPDX-License-Identifier: Apache-2.0
#include "server/sandbox_desk.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "mail/reading.hpp"

namespace tamga::server {
namespace {

constexpr std::int64_t kDay = 86'400'000;
/// Keys of a browser are made anew with a click.
constexpr std::int64_t kDays = 90;
/// Whoever asks for a letter asks soon.
constexpr std::size_t kLettersLookedAt = 300;

class Desk : public api::SandboxDesk {
 public:
  Desk(TestAuthority authority, SandboxSpec spec, std::filesystem::path letters)
      : authority_(std::move(authority)), spec_(std::move(spec)), letters_(std::move(letters)) {
    for (auto const* group : {&spec_.companies, &spec_.applicants})
      for (SandboxCompany const& one : *group)
        shown_.push_back({one.key, one.name, one.tax_id, one.person, one.authority});
    for (SandboxCompany const& one : spec_.companies)
      if (account_.bank.empty()) account_ = {one.bank, one.account};
  }

  [[nodiscard]] std::vector<Company> const& companies() const override { return shown_; }

  [[nodiscard]] Result<crypto::Certificate> certify(std::string_view company, std::string_view public_key,
                                                    UnixMs now) const override {
    crypto::CertificateOrder order;
    order.subject = spec_.subject(*find(company));
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
  std::vector<Company> shown_;
  std::filesystem::path letters_;
  Account account_;
};

}  // namespace

std::unique_ptr<api::SandboxDesk const> make_sandbox_desk(TestAuthority const& authority, SandboxSpec spec,
                                                          std::filesystem::path letters) {
  return std::make_unique<Desk const>(authority, std::move(spec), std::move(letters));
}

}  // namespace tamga::server
