#include "base/checksum.h"
#include "render/facts/body.h"
#include "render/output/output.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <optional>
#include <stdexcept>

namespace cairn::output {

namespace {

using Json = nlohmann::ordered_json;

/// Whole numbers without a decimal point.
Json number(double value) {
    constexpr double largest_exact = 9007199254740992; // 2^53
    if (value == std::floor(value) && std::abs(value) <= largest_exact) {
        return static_cast<std::int64_t>(value);
    }
    return value;
}

/// Null where it is missing.
Json number(const std::optional<double>& value) {
    return value ? number(*value) : Json();
}

Json css_px(Length length) {
    return number(std::round(length.to_px() * 100) / 100);
}

Json files_of(const Finished& figure) {
    Json files = Json::object();
    for (const File& file : figure.files) {
        files[file.kind] =
            Json{{"path", file.name}, {"bytes", file.bytes.size()}, {"sha256", sha256(file.bytes)}};
    }
    return files;
}

/// The index in the manifest's classes, where zero stands first.
std::optional<std::size_t> class_index(const facts::Facts& facts, const facts::Fact& fact) {
    if (fact.class_index) {
        return *fact.class_index + (facts::zero_count_of(facts) ? 1 : 0);
    }
    return fact.value == 0.0 && facts::zero_count_of(facts) ? std::optional<std::size_t>(0)
                                                            : std::nullopt;
}

Json facts_of(const facts::Facts& facts) {
    Json list = Json::array();
    const facts::Groups* groups = facts::groups_of(facts);
    const std::span<const facts::Panel> panels = facts::panels_of(facts);
    for (const facts::Fact& fact : facts.facts) {
        Json entry;
        entry["label"] = fact.label;
        if (!fact.language.empty()) {
            entry["language"] = fact.language;
        }
        if (!fact.code.empty()) {
            entry["code"] = fact.code;
        }
        if (!panels.empty()) {
            entry["panel"] = panels[fact.panel].label;
        }
        if (groups != nullptr) {
            entry["category"] =
                fact.class_index ? Json(groups->categories[*fact.class_index].label) : Json();
        } else {
            entry["value"] = number(fact.value);
        }
        if (fact.reason) {
            entry["reason"] = reason_in_words(*fact.reason);
        }
        if (facts.rate) {
            entry["count"] = number(fact.count);
            entry["denominator"] = number(fact.denominator);
            entry["few_cases"] = fact.few_cases;
        }
        if (const auto index = class_index(facts, fact)) {
            entry["class"] = *index;
        }
        list.push_back(std::move(entry));
    }
    return list;
}

Json classes_of(const Finished& figure) {
    const facts::Facts& facts = figure.facts;
    Json list = Json::array();
    const auto add = [&](double from, double to, std::size_t count) {
        list.push_back(Json{{"from", number(from)},
                            {"to", number(to)},
                            {"colour", to_hex(figure.class_colours.at(list.size()))},
                            {"count", count}});
    };
    const facts::Groups* groups = facts::groups_of(facts);
    for (std::size_t i = 0; groups != nullptr && i < groups->categories.size(); ++i) {
        const facts::Category& group = groups->categories[i];
        list.push_back(Json{{"category", group.label},
                            {"colour", to_hex(figure.class_colours.at(list.size()))},
                            {"count", group.count}});
    }
    if (const std::optional<std::size_t> zeros = facts::zero_count_of(facts)) {
        add(0, 0, *zeros);
    }
    for (const facts::Class& one : facts::classes_of(facts)) {
        add(one.from, one.to, one.count);
    }
    return list;
}

/// A scale without classes: its range, and the colours at its ticks.
Json scale_of(const Finished& figure, const facts::Scale& scale) {
    Json ticks = Json::array();
    const std::size_t first = facts::zero_count_of(figure.facts) ? 1 : 0;
    for (std::size_t i = 0; i < scale.ticks.size(); ++i) {
        ticks.push_back(Json{{"value", number(scale.ticks[i])},
                             {"colour", to_hex(figure.class_colours.at(first + i))}});
    }
    return Json{{"from", number(scale.from)}, {"to", number(scale.to)}, {"ticks", ticks}};
}

Json notes_of(const words::Words& words) {
    Json list = Json::array();
    for (const words::Note& note : words.notes) {
        Json entry;
        if (note.lead > 0) {
            entry["lead"] = note.text.substr(0, note.lead);
        }
        entry["text"] = note.text.substr(note.lead);
        if (!note.language.empty()) {
            entry["language"] = note.language;
        }
        list.push_back(std::move(entry));
    }
    return list;
}

Json table_of(const words::DataTable& table) {
    Json columns = Json::array();
    for (const words::DataTable::Column& column : table.columns) {
        Json entry{{"heading", column.heading}, {"numeric", column.numeric}};
        if (!column.language.empty()) {
            entry["language"] = column.language;
        }
        columns.push_back(std::move(entry));
    }
    Json rows = Json::array();
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        Json entry;
        entry["cells"] = table.rows[row];
        if (!table.row_languages.empty() && !table.row_languages.at(row).empty()) {
            entry["language"] = table.row_languages[row];
        }
        rows.push_back(std::move(entry));
    }
    return Json{{"caption", table.caption}, {"columns", columns}, {"rows", rows}};
}

Json page_of(const words::PageWords& page) {
    return Json{{"details", page.details}, {"table", page.table}, {"download", page.download}};
}

/// What values that are rates are.
Json rate_of(const facts::Facts& facts) {
    const facts::Rate& rate = *facts.rate;
    Json entry{{"measure", facts.value_heading},   {"factor", number(rate.factor)},
               {"count", rate.count_heading},      {"denominator", rate.per_heading},
               {"overall", number(rate.overall)},  {"reliable_from", number(rate.reliable_from)},
               {"of_few_cases", rate.of_few_cases}};
    if (rate.population_year > 0) {
        entry["population_year"] = rate.population_year;
    }
    return entry;
}

Json figure_of(const Finished& figure) {
    const facts::Facts& facts = figure.facts;
    const words::Words& words = figure.scene.words();
    Json json{{"id", facts.id},
              {"kind", facts.kind},
              {"title", words.title},
              {"language", words.language},
              {"alt", words.short_text},
              {"alt_list", words.list},
              {"description", words.description},
              {"width", css_px(figure.scene.pages().front().size.width)},
              {"height", css_px(figure.scene.pages().front().size.height)},
              {"files", files_of(figure)},
              {"facts", facts_of(facts)},
              {"total", facts.adds_up ? number(facts.total) : Json()},
              {"missing", facts.missing},
              {"classes", classes_of(figure)},
              {"source", facts.source},
              {"attribution", facts.attribution},
              {"notes", notes_of(words)},
              {"table", table_of(words.table)},
              {"page", page_of(words.page)}};
    if (const std::optional<facts::Midpoint> midpoint = facts::midpoint_of(facts)) {
        json["midpoint"] = number(midpoint->value);
    }
    if (const facts::Scale* scale = facts::continuous_scale(facts)) {
        json["scale"] = scale_of(figure, *scale);
    }
    if (facts.rate) {
        json["rate"] = rate_of(facts);
    }
    return json;
}

} // namespace

std::string to_manifest_entry(const Finished& figure) {
    return figure_of(figure).dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string to_manifest(const std::string& project, std::span<const std::string> entries) {
    const Json name(project);
    std::string text = "{\n  \"version\": 1,\n  \"project\": " +
                       name.dump(-1, ' ', false, Json::error_handler_t::replace) +
                       ",\n  \"figures\": [";
    const char* before = "\n    ";
    for (const std::string& entry : entries) {
        text += before;
        for (const char c : entry) { // a line feed within a text is written as \n
            text += c;
            text += c == '\n' ? "    " : "";
        }
        before = ",\n    ";
    }
    return text + (entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

} // namespace cairn::output
