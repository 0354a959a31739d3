#include "render/colour/ink.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;
using colour::Forced;
using colour::Role;

BOOST_AUTO_TEST_SUITE(ink)

BOOST_AUTO_TEST_CASE(an_ink_is_equal_to_itself_alone) {
    const std::vector<colour::Ink> inks{Role::page,
                                        Role::zero,
                                        colour::Ramp{0.5},
                                        colour::Ramp{0.25},
                                        colour::Diverging{0.5},
                                        colour::Category{0},
                                        colour::Category{1},
                                        colour::on(Role::zero),
                                        colour::on(colour::Ramp{0.5}),
                                        colour::On{Role::zero, colour::Ramp{0.5}},
                                        colour::QuietOn{Role::zero},
                                        colour::HatchOn{Role::zero, 3},
                                        colour::HatchOn{Role::zero, 4.5},
                                        colour::Between{Role::zero, Role::land}};
    for (std::size_t i = 0; i < inks.size(); ++i) {
        for (std::size_t j = 0; j < inks.size(); ++j) {
            BOOST_TEST((inks[i] == inks[j]) == (i == j));
        }
    }
}

BOOST_AUTO_TEST_CASE(forced_colours_leave_what_shades_tell) {
    BOOST_TEST((forced(Role::page) == Forced::canvas));
    for (const Role role : {Role::title, Role::subtitle, Role::label, Role::legend, Role::quiet,
                            Role::bar, Role::baseline, Role::guide}) {
        BOOST_TEST((forced(role) == Forced::canvas_text));
    }
    for (const colour::Ink& ink :
         {colour::Ink(Role::zero), colour::Ink(Role::missing_ground),
          colour::Ink(Role::missing_line), colour::Ink(Role::border), colour::Ink(Role::coast),
          colour::Ink(Role::leader), colour::Ink(Role::land), colour::Ink(Role::land_border),
          colour::Ink(Role::symbol), colour::Ink(Role::symbol_edge), colour::Ink(colour::Ramp{1}),
          colour::Ink(colour::Diverging{1}), colour::Ink(colour::Category{1}),
          colour::on(Role::bar), colour::Ink(colour::QuietOn{Role::zero}),
          colour::Ink(colour::HatchOn{Role::zero, 3}),
          colour::Ink(colour::Between{Role::zero, Role::land})}) {
        BOOST_TEST((forced(ink) == Forced::kept));
    }
}

BOOST_AUTO_TEST_CASE(lines_that_say_nothing) {
    for (const colour::Ink& ink :
         {colour::on(Role::leader), colour::Ink(colour::Category{0}), colour::Ink(colour::Ramp{1}),
          colour::Ink(Role::missing_ground), colour::Ink(Role::symbol_edge)}) {
        BOOST_TEST(is_halo(ink));
    }
    for (const colour::Ink& ink :
         {colour::Ink(Role::leader), colour::Ink(Role::border), colour::Ink(Role::symbol),
          colour::Ink(Role::quiet), colour::Ink(colour::Between{Role::zero, Role::land})}) {
        BOOST_TEST(!is_halo(ink));
    }
}

BOOST_AUTO_TEST_CASE(a_scale_without_classes_starts_apart_from_zero) {
    BOOST_TEST((colour::continuous_ink(0) == colour::Plain(colour::Ramp{1.0 / 6})));
    BOOST_TEST((colour::continuous_ink(1) == colour::Plain(colour::Ramp{1})));
}

BOOST_AUTO_TEST_SUITE_END()
