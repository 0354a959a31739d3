// The least that a hand-written Cairo program needs to draw the shapes of both figures of
// samples/stories-project in the same sizes and formats: no words, no labels, no checks. The main
// job is measured against it.
//
//     bench_baseline BOUNDARIES.shp FOLDER

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <cairo.h>
#include <shapefil.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

constexpr double width = 600;
constexpr double bar_height = 430;
constexpr double map_height = 950;
constexpr double margin = 20;
constexpr std::array<double, 9> stories{1, 1, 1, 1, 1, 3, 6, 6, 19};

void draw_bars(cairo_t* cairo) {
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0.13, 0.4, 0.67);
    double top = 80;
    for (const double value : stories) {
        cairo_rectangle(cairo, 180, top, value / 19 * 370, 18);
        cairo_fill(cairo);
        top += 28;
    }
}

struct Layer {
    SHPHandle handle;
    std::array<double, 4> low{};
    std::array<double, 4> high{};
    int count = 0;
};

void add_rings(cairo_t* cairo, const Layer& layer, const SHPObject& shape) {
    const double scale = (width - 2 * margin) / (layer.high[0] - layer.low[0]);
    for (int part = 0; part < shape.nParts; ++part) {
        const int end = part + 1 < shape.nParts ? shape.panPartStart[part + 1] : shape.nVertices;
        for (int i = shape.panPartStart[part]; i < end; ++i) {
            const double x = margin + (shape.padfX[i] - layer.low[0]) * scale;
            const double y = margin + (layer.high[1] - shape.padfY[i]) * scale;
            i == shape.panPartStart[part] ? cairo_move_to(cairo, x, y) : cairo_line_to(cairo, x, y);
        }
        cairo_close_path(cairo);
    }
}

void draw_map(cairo_t* cairo, const Layer& layer) {
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_line_width(cairo, 0.5);
    for (int i = 0; i < layer.count; ++i) {
        SHPObject* shape = SHPReadObject(layer.handle, i);
        add_rings(cairo, layer, *shape);
        cairo_set_source_rgb(cairo, 0.8 - 0.02 * i, 0.85 - 0.015 * i, 0.95);
        cairo_fill_preserve(cairo);
        cairo_set_source_rgb(cairo, 0.1, 0.1, 0.1);
        cairo_stroke(cairo);
        SHPDestroyObject(shape);
    }
}

void draw_to_all(const std::string& path, double height, const auto& draw) {
    cairo_surface_t* svg = cairo_svg_surface_create((path + ".svg").c_str(), width, height);
    cairo_surface_t* pdf =
        cairo_pdf_surface_create((path + ".pdf").c_str(), width * 0.75, height * 0.75);
    cairo_surface_t* png = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, static_cast<int>(2 * width), static_cast<int>(2 * height));
    for (cairo_surface_t* surface : {svg, pdf, png}) {
        cairo_t* cairo = cairo_create(surface);
        const double scale = surface == svg ? 1 : surface == pdf ? 0.75 : 2;
        cairo_scale(cairo, scale, scale);
        draw(cairo);
        cairo_destroy(cairo);
    }
    cairo_surface_write_to_png(png, (path + ".png").c_str());
    for (cairo_surface_t* surface : {svg, pdf, png}) {
        cairo_surface_destroy(surface);
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fputs("usage: bench_baseline BOUNDARIES.shp FOLDER\n", stderr);
        return EXIT_FAILURE;
    }
    Layer layer{.handle = SHPOpen(argv[1], "rb")};
    if (layer.handle == nullptr) {
        std::fputs("bench_baseline: cannot open the boundaries\n", stderr);
        return EXIT_FAILURE;
    }
    SHPGetInfo(layer.handle, &layer.count, nullptr, layer.low.data(), layer.high.data());
    const std::string folder = argv[2];
    draw_to_all(folder + "/sector-8", bar_height, draw_bars);
    draw_to_all(folder + "/place-8", map_height, [&](cairo_t* cairo) { draw_map(cairo, layer); });
    SHPClose(layer.handle);
    return EXIT_SUCCESS;
}
