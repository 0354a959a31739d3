#include "render/facts/body.h"
#include "render/output/number.h"
#include "render/output/output.h"

#include <optional>

namespace cairn::output {

namespace {

/// The shorthand of the Government Analysis Function.
constexpr const char* low_reliability = "[u]";

/// A cell as RFC 4180 has it: quoted where it must be.
std::string cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos) {
        return text;
    }
    std::string quoted = "\"";
    for (const char byte : text) {
        quoted += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    }
    return quoted + "\"";
}

/// "1", "3 to 4"; zero is a class of its own.
std::string class_text(const facts::Facts& facts, const words::Words& words,
                       const facts::Fact& fact) {
    if (fact.class_index) {
        return words.class_labels.at(*fact.class_index).range;
    }
    return fact.value == 0.0 && facts::zero_count_of(facts) ? "0" : "";
}

/// Nothing where it is missing.
std::string number(const std::optional<double>& value) {
    return value ? plain_number(*value) : "";
}

} // namespace

std::string to_csv(const facts::Facts& facts, const words::Words& words) {
    const bool is_map = facts::has_areas(facts);
    const bool is_rate = facts.rate.has_value();
    const facts::Groups* groups = facts::groups_of(facts);
    const bool has_groups = groups != nullptr;
    const std::span<const facts::Panel> panels = facts::panels_of(facts);
    const bool has_panels = !panels.empty();
    std::string csv = std::string("label") + (is_map ? ",code" : "") +
                      (has_panels ? ",panel" : "") + (is_rate ? ",count,denominator" : "") +
                      (has_groups ? ",category" : ",value") +
                      (is_map && !has_groups ? ",class" : "") + (is_rate ? ",mark" : "") + "\r\n";
    for (const facts::Fact& fact : facts.facts) {
        csv += cell(fact.label) + (is_map ? "," + cell(fact.code) : "");
        csv += has_panels ? "," + cell(panels[fact.panel].label) : "";
        if (has_groups) {
            csv +=
                "," + (fact.class_index ? cell(groups->categories[*fact.class_index].label) : "");
        } else {
            csv += is_rate ? "," + number(fact.count) + "," + number(fact.denominator) : "";
            csv += "," + number(fact.value);
            csv += is_map ? "," + cell(class_text(facts, words, fact)) : "";
            csv += is_rate ? std::string(",") + (fact.few_cases ? low_reliability : "") : "";
        }
        csv += "\r\n";
    }
    return csv;
}

} // namespace cairn::output
