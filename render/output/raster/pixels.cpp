#include "render/output/raster/pixels.h"

#include "render/output/raster/cairo_handles.h"
#include "render/output/raster/cairo_paint.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

namespace cairn::output {

namespace {

constexpr int most_pixels = 32767; // on a side; Cairo's limit

int pixels(Length length, double scale) {
    const double count = std::max(1.0, std::round(length.to_px() * scale));
    if (!(count <= most_pixels)) {
        throw Error(Problem{
            {},
            fmt::format("a PNG of {:.0f} pixels on a side is too large", count),
            fmt::format("at most {} are possible; choose a smaller dpi or width", most_pixels)});
    }
    return static_cast<int>(count);
}

Surface paint_image(const scene::Page& page, const colour::Theme& theme, const scene::Fonts& fonts,
                    double scale, Edges edges) {
    Surface image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(page.size.width, scale),
                                             pixels(page.size.height, scale)));
    require_success(cairo_surface_status(image.get()));
    const Context context(cairo_create(image.get()));
    cairo_set_antialias(context.get(),
                        edges == Edges::hard ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_DEFAULT);
    cairo_scale(context.get(), scale, scale);
    paint({context.get(), theme, fonts}, page, Letters::outlines);
    cairo_surface_flush(image.get());
    return image;
}

} // namespace

Pixels to_pixels(const scene::Page& page, const colour::Theme& theme, const scene::Fonts& fonts,
                 double scale, Edges edges) {
    const Surface image = paint_image(page, theme, fonts, scale, edges);
    Pixels result{.width = static_cast<std::size_t>(cairo_image_surface_get_width(image.get())),
                  .height = static_cast<std::size_t>(cairo_image_surface_get_height(image.get()))};
    result.colours.resize(result.width * result.height);
    const int stride = cairo_image_surface_get_stride(image.get());
    const unsigned char* data = cairo_image_surface_get_data(image.get());
    colour::Colour* next = result.colours.data();
    for (std::size_t y = 0; y < result.height; ++y) {
        const unsigned char* from = data + static_cast<std::ptrdiff_t>(y) * stride;
        for (std::size_t x = 0; x < result.width; ++x, from += 4) {
            std::uint32_t word = 0; // 0xXXRRGGBB
            std::memcpy(&word, from, sizeof word);
            *next++ = {static_cast<std::uint8_t>(word >> 16), static_cast<std::uint8_t>(word >> 8),
                       static_cast<std::uint8_t>(word)};
        }
    }
    return result;
}

} // namespace cairn::output
