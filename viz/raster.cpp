#include "viz/raster.hpp"

#include "viz/detail/cairo_painter.hpp"

#include <cairo-pdf.h>

#include <cmath>
#include <memory>
#include <stdexcept>

namespace landsea::viz {

namespace {

struct CairoRelease {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }

    void operator()(cairo_t* context) const { cairo_destroy(context); }
};

using Surface = std::unique_ptr<cairo_surface_t, CairoRelease>;
using Context = std::unique_ptr<cairo_t, CairoRelease>;

// Cairo's image surfaces end at 32,767 pixels.
constexpr double most_pixels = 32000.0;

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(bytes)->append(data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error{std::string{"drawing failed: "} + cairo_status_to_string(status)};
    }
}

int pixels(double length) {
    const double rounded = std::round(length);
    if (!(rounded >= 1.0 && rounded <= most_pixels)) {
        throw std::invalid_argument{
            "a picture must be 1 to 32000 pixels wide and high after scaling"};
    }
    return static_cast<int>(rounded);
}

} // namespace

std::string to_png(const Picture& picture, double scale) {
    const int width = pixels(picture.width * scale);
    const int height = pixels(picture.height * scale);
    const Surface surface{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)};
    const Context context{cairo_create(surface.get())};
    cairo_scale(context.get(), scale, scale);
    detail::paint(context.get(), picture);
    check(cairo_status(context.get()));
    std::string bytes;
    check(cairo_surface_write_to_png_stream(surface.get(), append, &bytes));
    return bytes;
}

std::string to_pdf(const Picture& picture) {
    pixels(picture.width);
    pixels(picture.height);
    std::string bytes;
    {
        const Surface surface{
            cairo_pdf_surface_create_for_stream(append, &bytes, picture.width, picture.height)};
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                       picture.title.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                       "2000-01-01T00:00:00Z");
        const Context context{cairo_create(surface.get())};
        detail::paint(context.get(), picture);
        check(cairo_status(context.get()));
        cairo_show_page(context.get());
        cairo_surface_finish(surface.get());
        check(cairo_surface_status(surface.get()));
    }
    return bytes;
}

} // namespace landsea::viz
