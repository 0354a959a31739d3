#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(html)

BOOST_AUTO_TEST_CASE(a_figure_with_words_and_table) {
    BOOST_TEST(output::to_html(test::small_scene(), "by area.svg") ==
               R"(<figure class="cairn" lang="en-GB">
<img src="by%20area.svg" alt="Bars of 7 stories: &quot;Fife&quot; has most, 5." width="200" height="120" loading="lazy" decoding="async">
<figcaption>
<p class="title">Sgeulachdan “by area” &amp; &lt;kind&gt;</p>
<p class="note">Source: A &amp; B</p>
</figcaption>
<details>
<summary>Description and data table</summary>
<p>Three areas.</p>
<p>Fife has 5 &amp; Moray 2.</p>
<table>
<caption>Stories &lt;by area&gt;</caption>
<thead>
<tr>
<th scope="col">Council area</th>
<th scope="col" class="numeric">Stories</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row">Fife</th>
<td class="numeric">5</td>
</tr>
<tr>
<th scope="row">Na h-Eileanan Siar</th>
<td class="numeric">0</td>
</tr>
<tr>
<th scope="row">Moray &quot;&amp;&quot;</th>
<td class="numeric">2</td>
</tr>
</tbody>
</table>
</details>
</figure>
)");
}

BOOST_AUTO_TEST_CASE(nothing_in_the_words_becomes_markup) {
    facts::Words words = test::words();
    const std::string hostile = "<script>alert(\"&\")</script>";
    words.title = words.short_text = words.description = words.table.caption = hostile;
    words.notes = {{hostile}};
    words.table.columns[0].heading = words.table.rows[0][0] = words.table.rows[0][1] = hostile;
    const std::string html = output::to_html(test::small_scene(words), "\"><script>.svg");
    BOOST_TEST(html.find("<script") == std::string::npos);
    BOOST_TEST(html.find("src=\"%22%3E%3Cscript%3E.svg\"") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
