// SPDX-License-Identifier: Apache-2.0
#include "crypto/revocation.hpp"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>

#include "base/log.hpp"
#include "crypto/distribution_points.hpp"
#include "crypto/errors.hpp"
#include "crypto/revocation_list.hpp"
#include "crypto/status_question.hpp"

namespace tamga::crypto {
namespace {

constexpr std::size_t kAddresses = 1000;

UnixMs after(UnixMs moment, std::chrono::milliseconds time) { return UnixMs(moment.value() + time.count()); }

bool is_definite(Revocation const& one) { return one.status != RevocationStatus::Unknown; }

/// One address of an authority's services.
struct Address {
  std::mutex loading;  ///< one thread fetches a list, the others wait for it
  std::atomic<std::int64_t> retry_at = 0;
  std::optional<RevocationList> list;  ///< guarded by the mutex of the state
};

}  // namespace

struct RevocationChecker::State {
  std::shared_ptr<Fetcher> fetcher;
  RevocationOptions options;
  std::mutex mutex;
  std::map<Sha256, std::vector<RevocationList>> files;  ///< by issuer
  std::map<std::pair<std::string, Sha256>, std::shared_ptr<Address>> addresses;
  std::map<Sha256, Revocation> answers;
  std::deque<Sha256> oldest;
  Counters counters;

  Revocation find(Certificate const& certificate, Certificate const& issuer, UnixMs now);
  std::optional<Revocation> from_files(Certificate const& certificate, Certificate const& issuer);
  std::optional<Revocation> from_responders(Certificate const& certificate, Certificate const& issuer,
                                            UnixMs now);
  std::optional<RevocationList> list_at(std::string const& url, Certificate const& issuer, UnixMs now);
  std::optional<Revocation> ask(std::string const& url, Certificate const& certificate,
                                Certificate const& issuer, UnixMs now);
  std::optional<RevocationList> newer_list(std::string const& url, Address& address,
                                           Certificate const& issuer, UnixMs now);
  std::shared_ptr<Address> address(std::string const& url, Certificate const& issuer);
  void remember(Sha256 const& certificate, Revocation const& answer);
  [[nodiscard]] bool holds(Revocation const& one, UnixMs now) const;
  Result<void> judge(Revocation& one, Certificate const& certificate, Certificate const& issuer, UnixMs now,
                     UnixMs moment, WhenUnreachable when_unreachable) const;
  void count(Revocation const& one);
};

bool RevocationChecker::State::holds(Revocation const& one, UnixMs now) const {
  if (one.issued_at > after(now, options.clock_difference)) return false;  // of the future
  UnixMs const until = one.next_update ? *one.next_update : after(one.issued_at, options.refresh_after);
  return now <= after(until, options.clock_difference);
}

std::shared_ptr<Address> RevocationChecker::State::address(std::string const& url,
                                                           Certificate const& issuer) {
  std::lock_guard const lock(mutex);
  if (addresses.size() >= kAddresses) addresses.clear();
  auto& found = addresses[{url, issuer.sha256()}];
  if (found == nullptr) found = std::make_shared<Address>();
  return found;
}

void RevocationChecker::State::remember(Sha256 const& certificate, Revocation const& answer) {
  std::lock_guard const lock(mutex);
  if (!answers.insert_or_assign(certificate, answer).second) return;
  oldest.push_back(certificate);
  if (oldest.size() <= options.remembered) return;
  answers.erase(oldest.front());
  oldest.pop_front();
}

std::optional<Revocation> RevocationChecker::State::from_files(Certificate const& certificate,
                                                               Certificate const& issuer) {
  std::lock_guard const lock(mutex);
  std::optional<Revocation> newest;
  auto const lists = files.find(issuer.sha256());
  if (lists == files.end()) return newest;
  for (RevocationList const& list : lists->second) {
    if (!list.covers(certificate.get())) continue;
    Revocation const one = list.find(certificate.get());
    if (one.status == RevocationStatus::Revoked) return one;
    if (!newest || newest->issued_at < one.issued_at) newest = one;
  }
  return newest;
}

std::optional<Revocation> RevocationChecker::State::ask(std::string const& url,
                                                        Certificate const& certificate,
                                                        Certificate const& issuer, UnixMs now) {
  auto const place = address(url, issuer);
  if (fetcher == nullptr || now.value() < place->retry_at) return std::nullopt;
  auto const question = StatusQuestion::about(certificate.get(), issuer.get());
  if (!question) return std::nullopt;
  auto const bytes = fetcher->fetch({url, options.answer_bytes, question->der(), "application/ocsp-request"});
  auto answer = bytes ? question->read(*bytes, now, options.clock_difference) : fail(bytes.error());
  ++(answer ? counters.fetched : counters.failed);
  if (answer) return *std::move(answer);
  place->retry_at = after(now, options.retry_after).value();
  log::write(log::Level::Warn, "revocation_answer", {{"url", url}, {"error", describe(answer.error())}});
  return std::nullopt;
}

std::optional<Revocation> RevocationChecker::State::from_responders(Certificate const& certificate,
                                                                    Certificate const& issuer, UnixMs now) {
  std::optional<Revocation> known;
  {
    std::lock_guard const lock(mutex);
    if (auto const found = answers.find(certificate.sha256()); found != answers.end()) known = found->second;
  }
  if (known && holds(*known, now) && now < after(known->obtained_at, options.refresh_after)) return known;
  for (std::string const& url : answer_urls(certificate.get())) {
    auto fresh = ask(url, certificate, issuer, now);
    if (!fresh || !is_definite(*fresh) || !holds(*fresh, now)) continue;
    remember(certificate.sha256(), *fresh);
    return fresh;
  }
  return known;
}

/// Fetches the list; what is older than the one we have is somebody's replay.
std::optional<RevocationList> RevocationChecker::State::newer_list(std::string const& url, Address& place,
                                                                   Certificate const& issuer, UnixMs now) {
  auto const bytes = fetcher->fetch({url, options.list_bytes});
  auto fresh = bytes ? RevocationList::read(*bytes, issuer.get(), now) : fail(bytes.error());
  ++(fresh ? counters.fetched : counters.failed);
  if (!fresh) {
    log::write(log::Level::Warn, "revocation_list", {{"url", url}, {"error", describe(fresh.error())}});
    place.retry_at = after(now, options.retry_after).value();
    return std::nullopt;
  }
  if (!fresh->holds(now, options.clock_difference)) place.retry_at = after(now, options.retry_after).value();
  return *std::move(fresh);
}

std::optional<RevocationList> RevocationChecker::State::list_at(std::string const& url,
                                                                Certificate const& issuer, UnixMs now) {
  auto const place = address(url, issuer);
  auto const current = [&] {
    std::lock_guard const lock(mutex);
    return place->list;
  };
  auto const is_usable = [&](std::optional<RevocationList> const& list) {
    return list && list->holds(now, options.clock_difference);
  };
  std::unique_lock loading(place->loading, std::try_to_lock);
  if (!loading) {
    if (auto list = current(); is_usable(list)) return list;
    loading.lock();
  }
  auto list = current();
  bool const due = !is_usable(list) || now >= after(list->obtained_at(), options.refresh_after);
  if (!due || fetcher == nullptr || now.value() < place->retry_at) return list;
  auto fresh = newer_list(url, *place, issuer, now);
  if (!fresh || (list && fresh->issued_at() < list->issued_at())) return list;
  std::lock_guard const lock(mutex);
  place->list = fresh;
  return fresh;
}

Revocation RevocationChecker::State::find(Certificate const& certificate, Certificate const& issuer,
                                          UnixMs now) {
  auto const file = from_files(certificate, issuer);
  if (file && file->status == RevocationStatus::Revoked) return *file;
  auto const answer = from_responders(certificate, issuer, now);
  if (answer && holds(*answer, now)) return *answer;
  if (file && holds(*file, now)) return *file;

  Revocation last;  // the newest of those that hold no longer
  for (auto const& old : {answer, file})
    if (old && last.obtained_at < old->obtained_at) last = *old;
  for (std::string const& url : list_urls(certificate.get())) {
    auto const list = list_at(url, issuer, now);
    if (!list || !list->covers(certificate.get())) continue;
    Revocation const one = list->find(certificate.get());
    if (one.status == RevocationStatus::Revoked || holds(one, now)) return one;
    if (last.obtained_at < one.obtained_at) last = one;
  }
  last.late = is_definite(last);
  return last;
}

void RevocationChecker::State::count(Revocation const& one) {
  if (one.status == RevocationStatus::Revoked)
    ++counters.revoked;
  else
    ++(one.status == RevocationStatus::Good && !one.late ? counters.good : counters.unknown);
}

Result<void> RevocationChecker::State::judge(Revocation& one, Certificate const& certificate,
                                             Certificate const& issuer, UnixMs now, UnixMs moment,
                                             WhenUnreachable when_unreachable) const {
  if (one.status == RevocationStatus::Revoked) {
    if (one.revoked_at && moment < *one.revoked_at) return {};
    return fail(Error(kCertificateRevoked)
                    .with("subject", certificate.subject().common_name)
                    .with("date", Date::of(one.revoked_at.value_or(one.issued_at)).text())
                    .with("reason", one.reason)
                    .with("certificate", hex(certificate.sha256())));
  }
  if (one.status == RevocationStatus::Good && !one.late) return {};
  bool const in_grace = one.status == RevocationStatus::Good && now <= after(one.obtained_at, options.grace);
  if (when_unreachable == WhenUnreachable::Grace && in_grace) return {};
  one.status = RevocationStatus::Unknown;
  if (when_unreachable == WhenUnreachable::Accept) return {};
  return fail(Error(kRevocationUnknown)
                  .with("subject", certificate.subject().common_name)
                  .with("authority", issuer.subject().common_name));
}

RevocationChecker::RevocationChecker(std::shared_ptr<Fetcher> fetcher, RevocationOptions options)
    : state_(std::make_unique<State>()) {
  state_->fetcher = std::move(fetcher);
  state_->options = options;
}

RevocationChecker::~RevocationChecker() = default;

Result<void> RevocationChecker::add_list(std::string_view bytes, std::vector<Certificate> const& issuers) {
  Error last(kRevocationListMalformed);
  for (Certificate const& issuer : issuers) {
    auto list = RevocationList::read(bytes, issuer.get(), std::nullopt);
    if (!list) {
      last = std::move(list).error();
      continue;
    }
    std::lock_guard const lock(state_->mutex);
    state_->files[issuer.sha256()].push_back(*std::move(list));
    return {};
  }
  return fail(std::move(last));
}

Result<std::vector<Revocation>> RevocationChecker::check(std::vector<Certificate> const& path, UnixMs now,
                                                         UnixMs moment,
                                                         std::optional<WhenUnreachable> when_unreachable) {
  WhenUnreachable const policy = when_unreachable.value_or(state_->options.when_unreachable);
  std::vector<Revocation> out;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    Revocation one = state_->find(path[i], path[i + 1], now);
    state_->count(one);
    TAMGA_TRY(state_->judge(one, path[i], path[i + 1], now, moment, policy));
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<Revocation> RevocationChecker::look(std::vector<Certificate> const& path, UnixMs now) {
  std::vector<Revocation> out;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    Revocation one = state_->find(path[i], path[i + 1], now);
    state_->count(one);
    if (one.late) one.status = RevocationStatus::Unknown;
    out.push_back(std::move(one));
  }
  return out;
}

RevocationChecker::Counters const& RevocationChecker::counters() const { return state_->counters; }

}  // namespace tamga::crypto
