#include "render/colour/lab.h"

#include "render/colour/linear_rgb.h"

#include <cmath>
#include <numbers>

namespace cairn::colour {

namespace {

// sRGB primaries and the D65 white point (IEC 61966-2-1).
constexpr Matrix xyz_from_rgb{{{0.4124564, 0.3575761, 0.1804375},
                               {0.2126729, 0.7151522, 0.0721750},
                               {0.0193339, 0.1191920, 0.9503041}}};
constexpr Matrix rgb_from_xyz{{{3.2404542, -1.5371385, -0.4985314},
                               {-0.9692660, 1.8760108, 0.0415560},
                               {0.0556434, -0.2040259, 1.0572252}}};
constexpr std::array<double, 3> white{0.95047, 1.0, 1.08883};

// Where the cube root of CIELAB gives way to a straight line.
constexpr double bend = 6.0 / 29;

double compressed(double t) {
    return t > bend * bend * bend ? std::cbrt(t) : t / (3 * bend * bend) + 4.0 / 29;
}

double expanded(double t) {
    return t > bend ? t * t * t : 3 * bend * bend * (t - 4.0 / 29);
}

constexpr double full_turn = 360;

double to_radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

/// In degrees, 0 to 360; 0 for a grey.
double hue_of(double a, double b) {
    if (a == 0 && b == 0) {
        return 0;
    }
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + full_turn : degrees;
}

/// A colour by lightness, chroma and hue, with the a axis stretched for greys as CIEDE2000 does.
struct Lch {
    double lightness;
    double chroma;
    double hue; ///< degrees
};

Lch stretched(Lab lab, double stretch) {
    const double a = lab.a * stretch;
    return {lab.lightness, std::hypot(a, lab.b), hue_of(a, lab.b)};
}

/// From the first hue to the second, the short way round.
double hue_step(const Lch& first, const Lch& second) {
    if (first.chroma * second.chroma == 0) {
        return 0;
    }
    const double step = second.hue - first.hue;
    if (step > full_turn / 2) {
        return step - full_turn;
    }
    return step < -full_turn / 2 ? step + full_turn : step;
}

double mean_hue(const Lch& first, const Lch& second) {
    const double sum = first.hue + second.hue;
    if (first.chroma * second.chroma == 0) {
        return sum;
    }
    if (std::abs(first.hue - second.hue) <= full_turn / 2) {
        return sum / 2;
    }
    return sum < full_turn ? (sum + full_turn) / 2 : (sum - full_turn) / 2;
}

/// How far chroma tells at all: rises from 0 to 1 with the seventh power of the chroma.
double chroma_share(double chroma) {
    const double seventh = std::pow(chroma, 7);
    return std::sqrt(seventh / (seventh + std::pow(25.0, 7)));
}

} // namespace

Lab to_lab(Colour colour) {
    const auto xyz = multiply(xyz_from_rgb, to_linear(colour));
    const double x = compressed(xyz[0] / white[0]);
    const double y = compressed(xyz[1] / white[1]);
    const double z = compressed(xyz[2] / white[2]);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Colour from_lab(Lab lab) {
    const double y = (lab.lightness + 16) / 116;
    const double x = y + lab.a / 500;
    const double z = y - lab.b / 200;
    return from_linear(multiply(
        rgb_from_xyz, {expanded(x) * white[0], expanded(y) * white[1], expanded(z) * white[2]}));
}

double difference(Lab first, Lab second) {
    const double plain_chroma = (std::hypot(first.a, first.b) + std::hypot(second.a, second.b)) / 2;
    const double stretch = 1 + 0.5 * (1 - chroma_share(plain_chroma));
    const Lch one = stretched(first, stretch);
    const Lch two = stretched(second, stretch);

    const double lightness_step = two.lightness - one.lightness;
    const double chroma_step = two.chroma - one.chroma;
    const double hue_distance =
        2 * std::sqrt(one.chroma * two.chroma) * std::sin(to_radians(hue_step(one, two)) / 2);

    const double lightness = (one.lightness + two.lightness) / 2;
    const double chroma = (one.chroma + two.chroma) / 2;
    const double hue = mean_hue(one, two);

    const double from_middle = (lightness - 50) * (lightness - 50);
    const double lightness_weight = 1 + 0.015 * from_middle / std::sqrt(20 + from_middle);
    const double chroma_weight = 1 + 0.045 * chroma;
    const double hue_factor =
        1 - 0.17 * std::cos(to_radians(hue - 30)) + 0.24 * std::cos(to_radians(2 * hue)) +
        0.32 * std::cos(to_radians(3 * hue + 6)) - 0.20 * std::cos(to_radians(4 * hue - 63));
    const double hue_weight = 1 + 0.015 * chroma * hue_factor;
    const double blue_turn = 30 * std::exp(-std::pow((hue - 275) / 25, 2));
    const double rotation = -2 * chroma_share(chroma) * std::sin(to_radians(2 * blue_turn));

    const double l = lightness_step / lightness_weight;
    const double c = chroma_step / chroma_weight;
    const double h = hue_distance / hue_weight;
    return std::sqrt(l * l + c * c + h * h + rotation * c * h);
}

} // namespace cairn::colour
