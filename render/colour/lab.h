#pragma once

#include "render/colour/colour.h"

namespace cairn::colour {

/// A colour in CIELAB under D65, as seen by the CIE 1931 standard observer.
struct Lab {
    double lightness = 0; ///< 0 to 100
    double a = 0;         ///< green to red
    double b = 0;         ///< blue to yellow
};

/// From sRGB (IEC 61966-2-1).
Lab to_lab(Colour colour);

/// The nearest sRGB colour; each channel that lies outside sRGB is cut off at its end.
Colour from_lab(Lab lab);

/// The colour difference CIEDE2000 with unit weights (Sharma, Wu and Dalal 2005).
double difference(Lab first, Lab second);

} // namespace cairn::colour
