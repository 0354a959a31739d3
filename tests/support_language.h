#pragma once

#include "render/input/language/catalogue.h"
#include "tests/support.h"

namespace cairn::test {

/// The words of English.
inline const input::Catalogue& english() {
    static const input::Catalogue words =
        input::read_catalogue(source_folder() / "styles/languages/en.yaml");
    return words;
}

/// The words of Scottish Gaelic.
inline const input::Catalogue& gaelic() {
    static const input::Catalogue words =
        input::read_catalogue(source_folder() / "styles/languages/gd.yaml");
    return words;
}

} // namespace cairn::test
