// SPDX-License-Identifier: Apache-2.0
#include "crypto/key_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "crypto/errors.hpp"

namespace tamga::crypto {
namespace {

constexpr std::size_t kMasterKeyText = 2 * MasterKey::kSize;

/// An open file; closed when it goes out of scope.
class File {
 public:
  File(std::filesystem::path const& path, int flags)
      : descriptor_(open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  File(File const&) = delete;
  File& operator=(File const&) = delete;
  ~File() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  [[nodiscard]] int get() const { return descriptor_; }

  bool write_all(std::string_view bytes) const {
    while (!bytes.empty()) {
      ssize_t const done = write(descriptor_, bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return fsync(descriptor_) == 0;
  }

 private:
  int descriptor_;
};

tl::unexpected<Error> failed(std::filesystem::path const& path, char const* action) {
  return fail(Error(kKeyFileFailed)
                  .with("file", path.filename().string())
                  .log(std::string(action) + ": " + std::generic_category().message(errno)));
}

bool sync_folder_of(std::filesystem::path const& path) {
  auto const folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
  File const file(folder, O_RDONLY | O_DIRECTORY);
  return file.is_open() && fsync(file.get()) == 0;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

}  // namespace

Result<std::string> read_key_file(std::filesystem::path const& path, std::size_t limit) {
  File const file(path, O_RDONLY);
  if (!file.is_open()) return failed(path, "open");
  std::string out(limit + 1, '\0');
  std::size_t size = 0;
  while (size < out.size()) {
    ssize_t const done = read(file.get(), out.data() + size, out.size() - size);
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return failed(path, "read");
    if (done == 0) break;
    size += static_cast<std::size_t>(done);
  }
  if (size > limit) {
    errno = EFBIG;
    return failed(path, "read");
  }
  out.resize(size);
  return out;
}

Result<void> replace_key_file(std::filesystem::path const& path, std::string_view bytes) {
  auto temporary = path;
  temporary += ".new";
  unlink(temporary.c_str());  // what an interrupted attempt left
  {
    File const file(temporary, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.is_open()) return failed(temporary, "create");
    if (!file.write_all(bytes)) return failed(temporary, "write");
  }
  if (rename(temporary.c_str(), path.c_str()) != 0) return failed(path, "rename");
  if (!sync_folder_of(path)) return failed(path, "sync folder");
  return {};
}

Result<MasterKey> read_master_key(std::filesystem::path const& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return failed(path, "stat");
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    return fail(Error(kMasterKeyExposed).with("file", path.filename().string()));
  TAMGA_ASSIGN(text, read_key_file(path, kMasterKeyText + 1));
  MasterKey key;
  bool good = text.size() == kMasterKeyText || (text.size() == kMasterKeyText + 1 && text.back() == '\n');
  for (std::size_t i = 0; good && i < key.kSize; ++i) {
    int const high = hex_value(text[2 * i]);
    int const low = hex_value(text[2 * i + 1]);
    good = high >= 0 && low >= 0;
    key.writable()[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  OPENSSL_cleanse(text.data(), text.size());
  if (!good) return fail(Error(kMasterKeyMalformed).with("file", path.filename().string()));
  return key;
}

Result<MasterKey> create_master_key(std::filesystem::path const& path, Rng& rng) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  MasterKey key = MasterKey::random(rng);
  std::string text;
  text.reserve(kMasterKeyText + 1);
  for (std::uint8_t const byte : key.view()) {
    text.push_back(kDigits[byte >> 4]);
    text.push_back(kDigits[byte & 15]);
  }
  text.push_back('\n');
  File const file(path, O_WRONLY | O_CREAT | O_EXCL);
  if (!file.is_open() && errno == EEXIST)
    return fail(Error(kKeyringExists).with("file", path.filename().string()));
  bool const written = file.is_open() && file.write_all(text) && sync_folder_of(path);
  OPENSSL_cleanse(text.data(), text.size());
  if (!written) return failed(path, "create");
  return key;
}

}  // namespace tamga::crypto
