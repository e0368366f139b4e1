// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"

#include <sys/random.h>

#include <cerrno>
#include <system_error>

namespace tamga {

void SystemRng::fill(std::span<std::byte> out) {
  std::size_t done = 0;
  while (done < out.size()) {
    auto const got = getrandom(out.data() + done, out.size() - done, 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw std::system_error(errno, std::generic_category(), "getrandom");
    done += static_cast<std::size_t>(got);
  }
}

}  // namespace tamga
