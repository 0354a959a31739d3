#include "geo/national_grid.h"

#include "base/ascii.h"
#include "base/white_space.h"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <string>

namespace cairn::geo {

namespace {

constexpr double square_of_letters = 100'000; // metres

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

struct Ellipsoid {
    double a; ///< semi-major axis, metres
    double b; ///< semi-minor axis

    [[nodiscard]] double e2() const { return 1 - b * b / (a * a); }
};

constexpr Ellipsoid wgs84{6'378'137.000, 6'356'752.314245};
constexpr Ellipsoid airy{6'377'563.396, 6'356'256.909};

struct Angles {
    double longitude = 0; ///< radians
    double latitude = 0;
};

struct Cartesian {
    double x = 0;
    double y = 0;
    double z = 0;
};

/// The radius of curvature in the prime vertical.
double nu_of(const Ellipsoid& ellipsoid, double latitude) {
    const double sine = std::sin(latitude);
    return ellipsoid.a / std::sqrt(1 - ellipsoid.e2() * sine * sine);
}

/// At height 0.
Cartesian cartesian_of(const Ellipsoid& ellipsoid, const Angles& angles) {
    const double nu = nu_of(ellipsoid, angles.latitude);
    const double flat = nu * std::cos(angles.latitude);
    return {flat * std::cos(angles.longitude), flat * std::sin(angles.longitude),
            (1 - ellipsoid.e2()) * nu * std::sin(angles.latitude)};
}

/// WGS 84 to OSGB36.
Cartesian shifted(const Cartesian& p) {
    constexpr double scale = 1 + 20.4894e-6;
    const double rx = radians(-0.1502 / 3600);
    const double ry = radians(-0.2470 / 3600);
    const double rz = radians(-0.8421 / 3600);
    return {-446.448 + scale * p.x - rz * p.y + ry * p.z,
            125.157 + rz * p.x + scale * p.y - rx * p.z,
            -542.060 - ry * p.x + rx * p.y + scale * p.z};
}

Angles angles_of(const Ellipsoid& ellipsoid, const Cartesian& point) {
    constexpr int rounds = 6; // each gains some five digits
    const double flat = std::hypot(point.x, point.y);
    double latitude = std::atan2(point.z, flat * (1 - ellipsoid.e2()));
    for (int round = 0; round < rounds; ++round) {
        const double nu = nu_of(ellipsoid, latitude);
        latitude = std::atan2(point.z + ellipsoid.e2() * nu * std::sin(latitude), flat);
    }
    return {std::atan2(point.y, point.x), latitude};
}

// Of EPSG:27700.
constexpr double scale_on_meridian = 0.9996012717;
constexpr double true_north = 49;
constexpr double true_east = -2;
constexpr Point false_origin{400'000, -100'000};

/// The way along the meridian from the true origin.
double meridian_arc(double latitude) {
    const double n = (airy.a - airy.b) / (airy.a + airy.b);
    const double n2 = n * n;
    const double n3 = n2 * n;
    const double less = latitude - radians(true_north);
    const double more = latitude + radians(true_north);
    return airy.b * scale_on_meridian *
           ((1 + n + 1.25 * (n2 + n3)) * less -
            (3 * n + 3 * n2 + 21.0 / 8 * n3) * std::sin(less) * std::cos(more) +
            15.0 / 8 * (n2 + n3) * std::sin(2 * less) * std::cos(2 * more) -
            35.0 / 24 * n3 * std::sin(3 * less) * std::cos(3 * more));
}

Point projected(const Angles& angles) {
    const double sine = std::sin(angles.latitude);
    const double cosine = std::cos(angles.latitude);
    const double t2 = std::tan(angles.latitude) * std::tan(angles.latitude);
    const double nu = scale_on_meridian * nu_of(airy, angles.latitude);
    const double rho = nu * (1 - airy.e2()) / (1 - airy.e2() * sine * sine);
    const double eta2 = nu / rho - 1;
    const double l = (angles.longitude - radians(true_east)) * cosine;
    const double l2 = l * l;
    const double north =
        meridian_arc(angles.latitude) + false_origin.y +
        nu * std::tan(angles.latitude) * l2 *
            (1.0 / 2 + l2 * (5 - t2 + 9 * eta2) / 24 + l2 * l2 * (61 - 58 * t2 + t2 * t2) / 720);
    const double east =
        false_origin.x + nu * l *
                             (1 + l2 * (nu / rho - t2) / 6 +
                              l2 * l2 * (5 - 18 * t2 + t2 * t2 + 14 * eta2 - 58 * t2 * eta2) / 120);
    return {east, north};
}

/// The number of a letter in a square of 25, from the top left, without I; nothing for none.
std::optional<int> number_of(char letter) {
    const char c = lower(letter);
    if (!is_letter(c) || c == 'i') {
        return std::nullopt;
    }
    return c - 'a' - (c > 'i' ? 1 : 0);
}

/// The south-west corner of the square of two letters. The first one names a square of 500 km, of
/// which S holds the grid's origin; the second a fifth of it each way.
std::optional<Point> corner_of(char first, char second) {
    constexpr int squares = 5;
    constexpr int origin_column = 2; // of S
    constexpr int origin_row = 3;
    const auto one = number_of(first);
    const auto two = number_of(second);
    if (!one || !two) {
        return std::nullopt;
    }
    const int east = (*one % squares - origin_column) * squares + *two % squares;
    const int north = (origin_row - *one / squares) * squares + (squares - 1 - *two / squares);
    return Point{east * square_of_letters, north * square_of_letters};
}

} // namespace

std::optional<Point> from_longitude_latitude(double longitude, double latitude) {
    constexpr Box holds{-12, 48, 6, 63};
    if (!(longitude >= holds.min_x && longitude <= holds.max_x && latitude >= holds.min_y &&
          latitude <= holds.max_y)) {
        return std::nullopt;
    }
    const Angles angles{radians(longitude), radians(latitude)};
    return projected(angles_of(airy, shifted(cartesian_of(wgs84, angles))));
}

std::optional<Point> parse_grid_reference(std::string_view text) {
    constexpr std::size_t letters = 2;
    constexpr std::size_t most_digits = 10; // a metre
    std::string signs;
    for (const char c : trimmed(text)) {
        if (!is_space(c)) {
            signs += c;
        }
    }
    const std::size_t digits = signs.size() < letters ? 0 : signs.size() - letters;
    if (digits == 0 || digits % 2 != 0 || digits > most_digits) {
        return std::nullopt;
    }
    const std::optional<Point> corner = corner_of(signs[0], signs[1]);
    if (!corner) {
        return std::nullopt;
    }
    Point offset;
    double square = square_of_letters;
    for (std::size_t i = 0; i < digits / 2; ++i) {
        const char east = signs[letters + i];
        const char north = signs[letters + digits / 2 + i];
        if (!is_digit(east) || !is_digit(north)) {
            return std::nullopt;
        }
        square /= 10;
        offset.x += (east - '0') * square;
        offset.y += (north - '0') * square;
    }
    return Point{corner->x + offset.x + square / 2, corner->y + offset.y + square / 2};
}

} // namespace cairn::geo
