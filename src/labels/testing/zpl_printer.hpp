// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cctype>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "labels/testing/samples.hpp"

namespace tamga::labels::testing {

/// A label printer that knows what our labels say: pictures in memory, pictures in place, a text.
class ZplPrinter {
 public:
  struct Printed {
    Pixels pixels;
    std::string text;
  };

  std::vector<Printed> print(std::string_view zpl) {
    for (std::size_t at = 0; at < zpl.size();) {
      std::size_t const end = std::min(zpl.find_first_of("^~", at + 1), zpl.size());
      std::string_view command = zpl.substr(at, end - at);
      while (!command.empty() && command.back() == '\n') command.remove_suffix(1);
      obey(command);
      at = end;
    }
    return std::move(printed_);
  }

 private:
  struct Picture {
    std::size_t row_bytes = 0;
    std::string bits;
  };

  static std::vector<std::string> fields(std::string_view text, std::size_t most) {
    std::vector<std::string> out;
    while (out.size() + 1 < most && text.find(',') != std::string_view::npos) {
      out.emplace_back(text.substr(0, text.find(',')));
      text.remove_prefix(text.find(',') + 1);
    }
    out.emplace_back(text);
    return out;
  }

  /// ZPL II Programming Guide, "Alternative Data Compression Scheme for ~DG and ~DB Commands".
  static Picture unpack(std::size_t row_bytes, std::string_view data) {
    Picture out;
    out.row_bytes = row_bytes;
    std::string before;
    std::string row;
    std::size_t times = 0;
    auto const close = [&] {
      for (std::size_t i = 0; i < row.size(); i += 2)
        out.bits.push_back(static_cast<char>(std::stoi(row.substr(i, 2), nullptr, 16)));
      before = row;
      row.clear();
    };
    for (char const c : data) {
      if (c >= 'G' && c <= 'Y') {
        times += static_cast<std::size_t>(c - 'G') + 1;
      } else if (c >= 'g' && c <= 'z') {
        times += (static_cast<std::size_t>(c - 'g') + 1) * 20;
      } else if (c == ':') {
        row = before;
        close();
      } else {
        if (c == ',' || c == '!')
          row.append(row_bytes * 2 - row.size(), c == ',' ? '0' : 'F');
        else
          row.append(std::max<std::size_t>(times, 1), c);
        times = 0;
        if (row.size() == row_bytes * 2) close();
      }
    }
    EXPECT_TRUE(row.empty());
    return out;
  }

  void put(Picture const& picture) {
    Pixels& page = printed_.back().pixels;
    for (std::size_t i = 0; i < picture.bits.size() * 8; ++i) {
      int const x = x_ + static_cast<int>(i % (picture.row_bytes * 8));
      int const y = y_ + static_cast<int>(i / (picture.row_bytes * 8));
      bool const black = (static_cast<unsigned char>(picture.bits[i / 8]) >> (7 - i % 8) & 1) != 0;
      if (black && x < page.width && y < page.height)
        page.grey[static_cast<std::size_t>(y * page.width + x)] = 0;
    }
  }

  void obey(std::string_view command) {
    std::string_view const name = command.substr(0, 3);
    std::string_view const rest = command.substr(std::min<std::size_t>(3, command.size()));
    if (name == "~DG") {
      auto const parts = fields(rest, 4);
      memory_[parts[0]] = unpack(std::stoul(parts[2]), parts[3]);
      EXPECT_EQ(memory_[parts[0]].bits.size(), std::stoul(parts[1]));
    } else if (name == "^XA") {
      width_ = height_ = 0;
    } else if (name == "^PW") {
      width_ = std::stoi(std::string(rest));
    } else if (name == "^LL") {
      height_ = std::stoi(std::string(rest));
      Pixels page;
      page.width = width_;
      page.height = height_;
      page.grey.assign(static_cast<std::size_t>(width_ * height_), 255);
      printed_.push_back({std::move(page), {}});
    } else if (name == "^FO") {
      auto const parts = fields(rest, 2);
      x_ = std::stoi(parts[0]);
      y_ = std::stoi(parts[1]);
    } else if (name == "^XG") {
      put(memory_.at(fields(rest, 3)[0]));
    } else if (name == "^GF") {
      auto const parts = fields(rest.substr(2), 4);
      Picture const picture = unpack(std::stoul(parts[2]), parts[3]);
      EXPECT_EQ(picture.bits.size(), std::stoul(parts[0]));
      put(picture);
    } else if (name == "^FD") {
      printed_.back().text = rest;
    } else if (name == "^ID") {
      EXPECT_EQ(memory_.erase(std::string(rest)), 1U);
    } else {
      EXPECT_TRUE(name == "^FS" || name == "^XZ" || name == "^LH" || name == "^A0") << command;
    }
  }

  std::map<std::string, Picture> memory_;
  std::vector<Printed> printed_;
  int x_ = 0;
  int y_ = 0;
  int width_ = 0;
  int height_ = 0;
};

}  // namespace tamga::labels::testing
