#include "render/boundary_sets/import_fields.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/quote.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace cairn {

namespace {

using geo::VectorField;
using geo::VectorLayer;

/// A code of the Government Statistical Service: a letter and eight digits.
bool is_gss_code(std::string_view text) {
    return text.size() == 9 && is_upper(text.front()) &&
           std::ranges::all_of(text.substr(1), is_digit);
}

/// Whether a field has another value in every feature, and all are such.
template<typename Test>
bool is_key(const VectorField& field, const Test& test) {
    const std::set<std::string> different(field.values.begin(), field.values.end());
    return !field.values.empty() && different.size() == field.values.size() &&
           std::all_of(field.values.begin(), field.values.end(), test);
}

const VectorField* find(const VectorLayer& layer, std::string_view name) {
    const auto found = std::find_if(layer.fields.begin(), layer.fields.end(),
                                    [&](const VectorField& field) { return field.name == name; });
    return found == layer.fields.end() ? nullptr : &*found;
}

/// The only field that passes. Those of the same values are one, called by the name that ends as
/// the Office for National Statistics has it. Null for none or several.
template<typename Test>
const VectorField* only(const VectorLayer& layer, const Test& test) {
    const VectorField* found = nullptr;
    for (const VectorField& field : layer.fields) {
        if (!is_key(field, test)) {
            continue;
        }
        if (found != nullptr && found->values != field.values) {
            return nullptr;
        }
        if (found == nullptr || field.name.ends_with("CD")) {
            found = &field;
        }
    }
    return found;
}

const VectorField* code_field(const VectorLayer& layer, const std::string& asked) {
    return asked.empty() ? only(layer, is_gss_code) : find(layer, asked);
}

const VectorField* name_field(const VectorLayer& layer, const std::string& asked,
                              const VectorField* code, const geo::Gazetteer& known) {
    if (!asked.empty()) {
        return find(layer, asked);
    }
    if (code != nullptr && code->name.ends_with("CD")) {
        const std::string stem = code->name.substr(0, code->name.size() - 2);
        if (const VectorField* paired = find(layer, stem + "NM")) {
            return paired;
        }
    }
    return only(layer, [&](const std::string& value) {
        const bool has_digit = value.find_first_of("0123456789") != std::string::npos;
        return !has_digit && known.find_whole(value).has_value(); // else it is a code
    });
}

/// The fields of a layer, each with its first value.
std::string fields_in_words(const VectorLayer& layer) {
    std::vector<std::string> fields;
    for (const VectorField& field : layer.fields) {
        const auto value = std::find_if(field.values.begin(), field.values.end(),
                                        [](const std::string& one) { return !one.empty(); });
        fields.push_back(value == field.values.end()
                             ? field.name + " (empty)"
                             : fmt::format("{} ({})", field.name, in_quotes(*value)));
    }
    return fields.empty() ? "none" : fmt::format("{}", fmt::join(fields, ", "));
}

/// What is wrong with the one layer there is.
[[noreturn]] void throw_unclear(const VectorLayer& layer, const VectorField* code,
                                const std::string& asked_code, const VectorField* names,
                                const std::string& asked_name, const std::string& shown) {
    std::vector<Problem> problems;
    const auto add = [&](const VectorField* field, const std::string& asked, const char* what,
                         const char* option) {
        if (field != nullptr) {
            return;
        }
        problems.push_back(
            {{.file = shown, .layer = layer.name},
             asked.empty() ? fmt::format("it is not clear which field holds the {}", what)
                           : fmt::format("no field {}", in_quotes(asked)),
             fmt::format("write {} FIELD with one of these: {}", option, fields_in_words(layer))});
    };
    add(code, asked_code, "codes", "--code");
    add(names, asked_name, "names", "--name");
    throw Error(std::move(problems));
}

} // namespace

NamingFields choose_fields(const std::vector<VectorLayer>& layers, const std::string& code,
                           const std::string& name, const geo::Gazetteer& known,
                           const std::string& shown) {
    std::vector<NamingFields> clear;
    std::vector<std::string> described;
    for (const VectorLayer& layer : layers) {
        const VectorField* const codes = code_field(layer, code);
        const VectorField* const names = name_field(layer, name, codes, known);
        if (codes != nullptr && names != nullptr) {
            clear.push_back({layer.name, codes->name, names->name, codes->values, names->values});
        } else if (layers.size() == 1) {
            throw_unclear(layer, codes, code, names, name, shown);
        }
        described.push_back(fmt::format("layer {}: {}", layer.name, fields_in_words(layer)));
    }
    if (clear.size() == 1) {
        return clear.front();
    }
    throw Error(Problem{
        .where = {.file = shown},
        .what = layers.empty()  ? "it holds no layer of polygons"
                : clear.empty() ? "it is not clear which fields hold codes and names"
                                : "several layers hold boundaries",
        .remedy = layers.empty()
                      ? "boundaries need polygons"
                      : fmt::format("write --code FIELD and --name FIELD, of one layer alone: {}",
                                    fmt::join(described, "; "))});
}

} // namespace cairn
