#pragma once

#include "base/installation.h"
#include "tests/support.h"

namespace cairn::test {

/// The program's data as they stand in the checkout, with nothing that a user has imported.
inline Installation checkout() {
    return {.styles = source_folder() / "styles",
            .boundaries = source_folder() / "boundaries",
            .gdal_module = build_folder() / "cairn_gdal.so"};
}

} // namespace cairn::test
