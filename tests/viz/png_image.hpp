#pragma once

#include "viz/colour.hpp"

#include <cairo.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <vector>

namespace landsea::viz {

/// A decoded PNG, to look at single pixels.
class PngImage {
  public:
    explicit PngImage(std::string bytes) : bytes_{std::move(bytes)} {
        cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(read, this);
        if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
            cairo_surface_destroy(surface);
            throw std::runtime_error{"not a PNG"};
        }
        width_ = cairo_image_surface_get_width(surface);
        height_ = cairo_image_surface_get_height(surface);
        const int stride = cairo_image_surface_get_stride(surface);
        const unsigned char* data = cairo_image_surface_get_data(surface);
        for (int y = 0; y < height_; ++y) {
            for (int x = 0; x < width_; ++x) {
                std::uint32_t word = 0;
                std::memcpy(&word, data + y * stride + 4 * x, sizeof word);
                pixels_.push_back(rgb(word & 0xFFFFFFU));
            }
        }
        cairo_surface_destroy(surface);
    }

    [[nodiscard]] int width() const { return width_; }

    [[nodiscard]] int height() const { return height_; }

    [[nodiscard]] Colour at(int x, int y) const { return pixels_.at(y * width_ + x); }

    [[nodiscard]] int count(Colour colour) const {
        return static_cast<int>(std::count(pixels_.begin(), pixels_.end(), colour));
    }

  private:
    static cairo_status_t read(void* self, unsigned char* data, unsigned int length) {
        auto& image = *static_cast<PngImage*>(self);
        if (image.read_ + length > image.bytes_.size()) {
            return CAIRO_STATUS_READ_ERROR;
        }
        std::memcpy(data, image.bytes_.data() + image.read_, length);
        image.read_ += length;
        return CAIRO_STATUS_SUCCESS;
    }

    std::string bytes_;
    std::size_t read_{0};
    int width_{};
    int height_{};
    std::vector<Colour> pixels_;
};

} // namespace landsea::viz
