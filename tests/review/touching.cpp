#include "render/review/touching.h"

#include <boost/test/unit_test.hpp>
BOOST_AUTO_TEST_SUITE(touching)
BOOST_AUTO_TEST_SUITE_END()
