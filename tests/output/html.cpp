#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

#include <tuple>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(html)

namespace {

const output::FragmentFiles all_files{"by area.svg", "by area.png", "by area.csv"};

std::string fragment(const facts::Words& words, output::HtmlForm form) {
    return output::to_html(test::small_scene(words), all_files, form);
}

bool holds(const std::string& html, const std::string& part) {
    return html.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_picture_with_alt_text_and_the_rest_folded_away) {
    facts::Words words = test::words();
    words.notes.push_back({"Tùs", "gd"});
    words.table.row_languages = {"", "gd", ""};
    BOOST_TEST(fragment(words, output::HtmlForm::alt_text) ==
               R"html(<figure class="cairn" lang="en-GB">
<figcaption>Sgeulachdan “by area” &amp; &lt;kind&gt;</figcaption>
<picture>
<source type="image/svg+xml" srcset="by%20area.svg">
<img src="by%20area.png" alt="Bars of 7 stories: &quot;Fife&quot; has most, 5." width="200" height="120" loading="lazy" decoding="async">
</picture>
<p class="cairn-note">Source: A &amp; B</p>
<p class="cairn-note" lang="gd">Tùs</p>
<details>
<summary aria-label="Description and data table: Sgeulachdan “by area” &amp; &lt;kind&gt;">Description and data table</summary>
<p>Three areas.</p>
<p>Fife has 5 &amp; Moray 2.</p>
<table>
<caption>Stories &lt;by area&gt;</caption>
<thead>
<tr>
<th scope="col">Council area</th>
<th scope="col" class="cairn-number">Stories</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row">Fife</th>
<td class="cairn-number">5</td>
</tr>
<tr>
<th scope="row" lang="gd">Na h-Eileanan Siar</th>
<td class="cairn-number">0</td>
</tr>
<tr>
<th scope="row">Moray &quot;&amp;&quot;</th>
<td class="cairn-number">2</td>
</tr>
</tbody>
</table>
<p><a href="by%20area.csv" download aria-label="Download the data (CSV): Sgeulachdan “by area” &amp; &lt;kind&gt;">Download the data (CSV)</a></p>
</details>
</figure>
)html");
}

BOOST_AUTO_TEST_CASE(a_picture_hidden_from_screen_readers_with_its_description_below) {
    const std::string html = fragment(test::words(), output::HtmlForm::described);
    BOOST_TEST(holds(html, R"(<img src="by%20area.png" alt="" aria-hidden="true" width="200")"));
    BOOST_TEST(!holds(html, "Bars of 7 stories"));
    BOOST_TEST(holds(html, "</picture>\n<div class=\"cairn-description\">\n<p>Three areas.</p>\n"
                           "<p>Fife has 5 &amp; Moray 2.</p>\n</div>\n<details>"));
    const std::size_t folded = html.find("<details>");
    BOOST_TEST(html.find(">Data table</summary>") > folded);
    BOOST_TEST(html.find("<p>Three areas.</p>", folded) == std::string::npos);
    BOOST_TEST(html.find("<table>") > folded);
}

BOOST_AUTO_TEST_CASE(a_single_picture_is_shown_as_it_is) {
    for (const auto& [svg, png] : {std::tuple{"a.svg", ""}, {"", "a.png"}}) {
        const std::string html =
            output::to_html(test::small_scene(), {svg, png, "a.csv"}, output::HtmlForm::alt_text);
        BOOST_TEST(!holds(html, "<picture>"));
        BOOST_TEST(holds(html, std::string("<img src=\"") + svg + png + "\" alt=\"Bars"));
    }
}

BOOST_AUTO_TEST_CASE(nothing_in_the_words_becomes_markup) {
    facts::Words words = test::words();
    const std::string hostile = "<script>alert(\"&\")</script>{{% x %}}{{{";
    words.title = words.short_text = words.description = words.table.caption = hostile;
    words.notes = {{hostile, "\"><script>"}};
    words.page = {hostile, hostile, hostile};
    words.table.columns[0].heading = words.table.rows[0][0] = words.table.rows[0][1] = hostile;
    for (const auto form : {output::HtmlForm::alt_text, output::HtmlForm::described}) {
        const std::string html = output::to_html(
            test::small_scene(words), {"\"><script>.svg", "\"><script>.png", "<script>"}, form);
        BOOST_TEST(!holds(html, "<script"));
        BOOST_TEST(!holds(html, "{{"));
        BOOST_TEST(holds(html, "&#123;&#123;% x %}}&#123;&#123;{"));
        BOOST_TEST(holds(html, "srcset=\"%22%3E%3Cscript%3E.svg\""));
        BOOST_TEST(holds(html, "src=\"%22%3E%3Cscript%3E.png\""));
    }
}

BOOST_AUTO_TEST_CASE(every_element_of_another_language_says_so) {
    facts::Words words = test::words();
    words.table.row_languages = {"", "gd", ""};
    words.table.columns[1].language = "gd";
    words.notes = {{"Tobar: A & B", "gd", 7}, {"Crìochan: C", "gd"}, {"Source: D"}};
    const auto html = [&](output::HtmlForm form) {
        return output::to_html(test::small_scene(words), {"a.svg", "a.png", "a.csv"}, form);
    };
    const auto has = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    const std::string full = html(output::HtmlForm::alt_text);
    BOOST_TEST(has(full, "<th scope=\"row\" lang=\"gd\">Na h-Eileanan Siar</th>"));
    BOOST_TEST(has(full, "<th scope=\"col\" class=\"cairn-number\" lang=\"gd\">Stories</th>"));
    BOOST_TEST(has(full, "<p class=\"cairn-note\">Tobar: <span lang=\"gd\">A &amp; B</span></p>"));
    BOOST_TEST(has(full, "<p class=\"cairn-note\" lang=\"gd\">Crìochan: C</p>"));
    BOOST_TEST(has(full, "<p class=\"cairn-note\">Source: D</p>"));
    // The description has all notes in it but the one that is in another language.
    const std::string described = html(output::HtmlForm::described);
    BOOST_TEST(has(described, "<p class=\"cairn-note\" lang=\"gd\">Crìochan: C</p>"));
    BOOST_TEST(!has(described, "Tobar"));
    BOOST_TEST(!has(described, "Source: D"));
}

BOOST_AUTO_TEST_SUITE_END()
