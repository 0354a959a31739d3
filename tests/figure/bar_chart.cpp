#include "render/figure/bar_chart.h"

#include "tests/figure/support_scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(bar_chart)

namespace {

scene::Scene draw(const facts::Facts& facts, const test::Looks& looks) {
    return figure::draw_bar_chart(facts, facts::describe(facts, test::english()), looks.style,
                                  looks.fonts);
}

/// The ends of a bar; nothing where none is drawn.
std::optional<std::pair<double, double>> bar_of(const scene::Group& mark) {
    for (const scene::Node& node : mark.children) {
        if (const auto* path = std::get_if<scene::Path>(&node)) {
            const auto& points = path->subpaths.at(0).points;
            const auto [low, high] = std::minmax_element(points.begin(), points.end(),
                                                         [](auto a, auto b) { return a.x < b.x; });
            return std::pair(low->x.to_px(), high->x.to_px());
        }
    }
    return std::nullopt;
}

std::string name_of(const scene::Group& mark, const test::Looks& looks) {
    std::string name;
    for (const auto& line : test::lines_of(mark.children)) {
        if (line.text.start.x == looks.style.margin) {
            name += (name.empty() ? "" : " ") + line.text.string;
        }
    }
    return name;
}

/// Every bar begins at one baseline and is as long as its value asks on one scale, but for those
/// shorter than the least bar, which have its length. The longest has a length that shows.
void check_bars(const facts::Facts& facts, const scene::Scene& scene) {
    constexpr double least_bar = 1;
    const auto marks = test::groups_of(scene.nodes(), scene::Role::mark);
    BOOST_REQUIRE(marks.size() == facts.facts.size());
    double longest = 0;
    double most = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        if (const auto bar = bar_of(marks[i])) {
            longest = std::max(longest, bar->second - bar->first);
            most = std::max(most, std::abs(facts.facts[i].value.value()));
        }
    }
    BOOST_TEST((most == 0 || longest > 0.1 * scene.size().width.to_px()));
    std::optional<double> zero;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const double value = facts.facts[i].value.value_or(0);
        BOOST_TEST((marks[i].datum->value == facts.facts[i].value));
        const auto bar = bar_of(marks[i]);
        BOOST_TEST(bar.has_value() == (value != 0));
        if (!bar) {
            continue;
        }
        const double begin = value > 0 ? bar->first : bar->second;
        zero = zero.value_or(begin);
        BOOST_TEST(std::abs(begin - *zero) < 1e-6);
        const double due = std::max(least_bar, longest * std::abs(value) / most);
        BOOST_TEST(std::abs(bar->second - bar->first - due) < 1e-6);
    }
}

facts::Facts with_gap(facts::Facts facts) {
    facts.facts.push_back({.label = "Gap", .code = {}, .value = {}, .class_index = {}});
    return facts;
}

facts::Facts in_pounds(facts::Facts facts) {
    facts.unit = {"£", "£"};
    return facts;
}

/// A page as narrow as a phone.
test::Looks narrow() {
    test::Looks looks("screen");
    looks.style.margin = looks.style.margin * (320 / looks.style.width.to_px());
    looks.style.width = Length::px(320);
    return looks;
}

} // namespace

BOOST_AUTO_TEST_CASE(bars_are_as_long_as_their_values) {
    const test::Looks looks("screen");
    const facts::Facts facts =
        test::bar_facts({{"Third sector", 19}, {"Health / NHS", 6}, {"Education", 3}, {"None", 0}});
    const scene::Scene scene = draw(facts, looks);
    check_bars(facts, scene);
    test::check_layout(scene);
}

BOOST_AUTO_TEST_CASE(works_for_every_shape_of_data) {
    std::string longest;
    while (longest.size() < 195) {
        longest += "somewhat ";
    }
    longest.resize(194);
    longest += " cells";
    BOOST_TEST(longest.size() == 200U);
    std::vector<std::pair<std::string, double>> sixty;
    for (int i = 0; i < 60; ++i) {
        sixty.emplace_back(fmt::format("Category number {}", i + 1), i * i % 37);
    }
    const std::vector<std::pair<facts::Facts, const char*>> cases{
        {test::bar_facts({{"Only", 5}}), "one"},
        {test::bar_facts(sixty), "sixty"},
        {test::bar_facts({{longest, 3}, {"Short", 9}}), "long"},
        {test::bar_facts({{"A", 0}, {"B", 0}}), "zeros"},
        {test::bar_facts({{"A", 1.5}, {"B", 0.25}}, 2), "decimals"},
        {test::bar_facts({{"Rise", 12}, {"Fall", -7}, {"Still", 0}}), "negatives"},
        {test::bar_facts({{"Fall", -7}, {"Further", -20}}), "all negative"},
        {test::bar_facts({{"Least", 0.001}, {"Most", 10'000'000}}, 3), "range"},
        {test::bar_facts({{std::string(120, 'W'), 4}, {"B", 2}}), "unbreakable"},
        {test::bar_facts({{"Retail", -12'345}, {"Health", 0}}), "nothing above zero"},
        {with_gap(test::bar_facts({{"Retail", -12'345}, {"Schools", -40}})), "negatives and a gap"},
        {with_gap(test::bar_facts({{"Retail", 0}})), "zero and a gap"},
        {in_pounds(test::bar_facts({{"Care", -1'234'567.25}, {"Roads", 2'345'678.5}}, 2)),
         "pounds"},
        {in_pounds(with_gap(test::bar_facts(
             {{longest, -1'234'567'890.25}, {longest, 2'345'678'901.5}, {"Short", 0}}, 2))),
         "thousand millions"},
        {in_pounds(test::bar_facts({{longest, -1.25e14}, {longest, 2.5e14}, {"Short", 0}}, 2)),
         "million millions"},
    };
    std::vector<std::pair<test::Looks, const char*>> pages;
    for (const char* style : {"screen", "print", "large"}) {
        pages.emplace_back(test::Looks(style), style);
    }
    pages.emplace_back(narrow(), "narrow");
    for (const auto& [looks, style] : pages) {
        for (const auto& [facts, name] : cases) {
            BOOST_TEST_CONTEXT(style << ": " << name) {
                const scene::Scene scene = draw(facts, looks);
                check_bars(facts, scene);
                test::check_layout(scene);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_value_wider_than_the_page_is_an_error) {
    test::Looks looks("screen");
    looks.style.width = Length::px(100);
    const facts::Facts facts = test::bar_facts({{"Short", 5}, {"Long", 1'234'567'890}});
    try {
        draw(facts, looks);
        BOOST_ERROR("it was drawn");
    } catch (const Error& error) {
        BOOST_REQUIRE(error.problems().size() == 1U);
        const std::string& what = error.problems().front().what;
        BOOST_TEST(what.starts_with("\"Long: 1,234,567,890 stories\" is "), what);
        BOOST_TEST(what.ends_with(" px wide, and the page has room for 60 px"), what);
    }
}

BOOST_AUTO_TEST_CASE(names_stand_in_full) {
    const test::Looks looks("screen");
    const std::string name = "Independent care homes and other places in which people live who "
                             "need somebody to look after them at night";
    const scene::Scene scene = draw(test::bar_facts({{name, 3}, {"Short", 9}}), looks);
    const auto marks = test::groups_of(scene.nodes(), scene::Role::mark);
    BOOST_TEST(name_of(marks.at(0), looks) == name);
    BOOST_TEST(name_of(marks.at(1), looks) == "Short");
}

BOOST_AUTO_TEST_CASE(baseline_stands_inside_where_values_are_negative) {
    const test::Looks looks("screen");
    const scene::Scene scene = draw(test::bar_facts({{"Rise", 12}, {"Fall", -7}}), looks);
    const auto marks = test::groups_of(scene.nodes(), scene::Role::mark);
    const auto rise = bar_of(marks.at(0)).value();
    const auto fall = bar_of(marks.at(1)).value();
    BOOST_TEST(std::abs(rise.first - fall.second) < 1e-6);
    BOOST_TEST(fall.first < fall.second);
}

BOOST_AUTO_TEST_CASE(random_data_keeps_every_text_apart) {
    const test::Looks looks("screen");
    std::mt19937 random(7);
    for (int round = 0; round < 40; ++round) {
        std::vector<std::pair<std::string, double>> values;
        const int count = std::uniform_int_distribution(1, 20)(random);
        for (int i = 0; i < count; ++i) {
            std::string label = fmt::format("{}", i);
            const int words = std::uniform_int_distribution(0, 12)(random);
            for (int w = 0; w < words; ++w) {
                label += " " + std::string(std::uniform_int_distribution(1, 14)(random), 'n');
            }
            values.emplace_back(label, std::uniform_int_distribution(-50, 5000)(random));
        }
        const facts::Facts facts = test::bar_facts(values);
        const scene::Scene scene = draw(facts, looks);
        check_bars(facts, scene);
        test::check_layout(scene);
    }
}

BOOST_AUTO_TEST_CASE(texts_of_another_language_say_so) {
    const test::Looks looks("screen");
    facts::Facts facts = test::bar_facts({{"Foghlam", 19}, {"Health", 6}});
    facts.language = "gd";
    facts.subtitle = "Told in 2024";
    facts.subtitle_language = "en-GB";
    facts.unit = {"sgeulachd", "sgeulachd", "sgeulachd", "sgeulachdan"};
    facts.facts[1].language = "en-GB";
    facts.source_language = "en-GB";
    facts.note = "This is a note of so many words that it takes more than one line of its width.";
    facts.note_language = "en";
    const scene::Scene scene = figure::draw_bar_chart(facts, facts::describe(facts, test::gaelic()),
                                                      looks.style, looks.fonts);
    std::map<std::string, std::string> languages;
    std::string note;
    for (const test::Line& line : test::lines_of(scene.nodes())) {
        if (line.text.language == "en") {
            note += (note.empty() ? "" : " ") + line.text.string;
        } else {
            languages[line.text.string] = line.text.language;
        }
    }
    BOOST_TEST(note == facts.note);
    const std::map<std::string, std::string> expected{
        {"Stories by sector", ""},
        {"Told in 2024", "en-GB"},
        {"Foghlam", ""},
        {"19", ""},
        {"Health", "en-GB"},
        {"6", ""},
        {"Tùs: ", ""},
        {"A network", "en-GB"},
    };
    for (const auto& [text, language] : expected) {
        BOOST_TEST(languages.contains(text), text << " is not there");
        BOOST_TEST(languages[text] == language, text);
    }
    BOOST_TEST(languages.size() == expected.size());
    const auto marks = test::groups_of(scene.nodes(), scene::Role::mark);
    BOOST_TEST(marks.at(0).datum->language == "");
    BOOST_TEST(marks.at(1).datum->language == "en-GB");
    BOOST_TEST(marks.at(1).datum->name == "Health: 6 sgeulachdan");
    test::check_layout(scene);
}

BOOST_AUTO_TEST_SUITE_END()
