#pragma once

#include <cairo.h>

#include <memory>
#include <stdexcept>

/// Cairo's handles, freed with their values.
namespace cairn::output {

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;

struct DestroyContext {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
using Context = std::unique_ptr<cairo_t, DestroyContext>;

/// Throws std::runtime_error with Cairo's reason when something failed.
inline void require_success(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error(cairo_status_to_string(status));
    }
}

} // namespace cairn::output
