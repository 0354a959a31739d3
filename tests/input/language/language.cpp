#include "render/input/language/language.h"

#include "tests/support.h"

#include <set>

using namespace cairn;
using input::Plural;

BOOST_AUTO_TEST_SUITE(language)

BOOST_AUTO_TEST_CASE(tags_of_any_place) {
    for (const auto* tag :
         {"en", "en-GB", "en-IE", "en-scotland", "en-Latn-GB", "gd", "gd-GB", "gd-CA"}) {
        BOOST_TEST(input::is_known_language(tag), tag);
    }
    for (const auto* tag :
         {"", "ga", "gdx", "eng", "EN", "en-", "en--GB", "en GB", "en_GB", "en-<", "gd-"}) {
        BOOST_TEST(!input::is_known_language(tag), tag);
    }
}

BOOST_AUTO_TEST_CASE(a_text_of_the_figures_own_language_needs_no_mark) {
    BOOST_TEST(input::other_language("en", "en-GB") == "");
    BOOST_TEST(input::other_language("gd", "gd-GB") == "");
    BOOST_TEST(input::other_language("en-GB", "gd") == "en-GB");
    BOOST_TEST(input::other_language("gd", "en-GB") == "gd");
}

// The rules of CLDR as sets, beside the program's own comparisons.
BOOST_AUTO_TEST_CASE(plural_forms_are_those_of_cldr) {
    const std::set<int> two{2, 12};
    const std::set<int> few{3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16, 17, 18, 19};
    for (int i = 0; i <= 200; ++i) {
        for (const int sign : {1, -1}) {
            const Plural english = input::plural_form("en-GB", sign * i);
            BOOST_TEST((english == (i == 1 ? Plural::one : Plural::other)), i);
            const Plural gaelic = input::plural_form("gd", sign * i);
            BOOST_TEST((gaelic == (i == 1 || i == 11 ? Plural::one
                                   : two.contains(i) ? Plural::two
                                   : few.contains(i) ? Plural::few
                                                     : Plural::other)),
                       i);
        }
    }
    for (const double part : {0.5, 1.5, 2.5, 3.5, 9.99, 13.1, 19.5}) {
        BOOST_TEST((input::plural_form("gd", part) == Plural::other), part);
        BOOST_TEST((input::plural_form("en", part) == Plural::other), part);
    }
}

BOOST_AUTO_TEST_CASE(a_noun_has_the_form_of_its_number) {
    const Noun man{"fear", "fear", "fhear", "fir"};
    const std::pair<int, std::string> forms[] = {{0, "fear"}, {1, "fear"},  {2, "fhear"},
                                                 {3, "fir"},  {11, "fear"}, {12, "fhear"},
                                                 {19, "fir"}, {20, "fear"}, {102, "fear"}};
    for (const auto& [number, form] : forms) {
        BOOST_TEST(input::form_of(man, "gd", number) == form, number);
    }
    BOOST_TEST(input::bare_plural(man) == "fir");
    const Noun story{"story", "stories"};
    BOOST_TEST(input::form_of(story, "en", 1) == "story");
    BOOST_TEST(input::form_of(story, "en", 2) == "stories");
    BOOST_TEST(input::bare_plural(story) == "stories");
}

BOOST_AUTO_TEST_CASE(gaelic_sorts_accented_letters_with_plain_ones) {
    BOOST_TEST(input::sort_key("Siorrachd Àir, Dùn Èideann", "gd-GB") ==
               "Siorrachd Air, Dun Eideann");
    BOOST_TEST(input::sort_key("òÒìÌ 日本", "gd") == "oOiI 日本");
    BOOST_TEST(input::sort_key("Àir", "en-GB") == "Àir");
}

BOOST_AUTO_TEST_CASE(every_language_has_all_that_belongs_to_it) {
    for (const std::string& tag : input::known_languages()) {
        const auto keys = input::language_keys();
        BOOST_TEST(std::any_of(keys.begin(), keys.end(),
                               [&](const input::Key& key) { return key.name == tag; }));
        BOOST_TEST(
            std::filesystem::exists(test::source_folder() / "styles/languages" / (tag + ".yaml")));
        BOOST_TEST(input::language_in_words(tag).ends_with(" (" + tag + ")"));
    }
}

BOOST_AUTO_TEST_SUITE_END()
