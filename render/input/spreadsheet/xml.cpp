#include "render/input/spreadsheet/xml.h"

#include "base/error.h"
#include "base/number.h"

#include <fmt/format.h>
#include <glib.h>

#include <exception>
#include <memory>

namespace cairn::input {

namespace {

std::string_view without_prefix(std::string_view name) {
    return name.substr(name.find(':') + 1); // npos + 1 is 0
}

/// A visitor, and what it threw: no exception may cross GLib.
struct Visit {
    const XmlVisitor* visitor;
    std::exception_ptr thrown{};
};

void guard(gpointer data, GError** error, const auto& action) {
    Visit& visit = *static_cast<Visit*>(data);
    try {
        action(*visit.visitor);
    } catch (...) {
        visit.thrown = std::current_exception();
        g_set_error_literal(error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "");
    }
}

void begin(GMarkupParseContext* /*context*/, const char* name, const char** names,
           const char** values, gpointer data, GError** error) {
    guard(data, error, [&](const XmlVisitor& visitor) {
        std::vector<std::pair<std::string_view, std::string_view>> attributes;
        for (; *names != nullptr; ++names, ++values) {
            attributes.emplace_back(*names, *values);
        }
        visitor.begin(without_prefix(name), XmlAttributes(std::move(attributes)));
    });
}

void end(GMarkupParseContext* /*context*/, const char* name, gpointer data, GError** error) {
    guard(data, error, [&](const XmlVisitor& visitor) { visitor.end(without_prefix(name)); });
}

void text(GMarkupParseContext* /*context*/, const char* text, gsize length, gpointer data,
          GError** error) {
    guard(data, error, [&](const XmlVisitor& visitor) { visitor.text({text, length}); });
}

constexpr GMarkupParser callbacks{begin, end, text, nullptr, nullptr};

struct FreeContext {
    void operator()(GMarkupParseContext* context) const { g_markup_parse_context_free(context); }
};

} // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
    for (const auto& [one, value] : m_all) {
        if (one == name) {
            return value;
        }
    }
    return {};
}

std::string_view XmlAttributes::get_ending(std::string_view end) const {
    for (const auto& [one, value] : m_all) {
        if (one.ends_with(end)) {
            return value;
        }
    }
    return {};
}

std::optional<int> XmlAttributes::whole(std::string_view name, int most) const {
    const std::optional<int> number = to_number<int>(get(name));
    return number && *number >= 1 && *number <= most ? number : std::nullopt;
}

void read_xml(std::string_view text, const std::string& shown, const XmlVisitor& visitor) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    text.remove_prefix(text.starts_with(mark) ? mark.size() : 0);
    Visit visit{&visitor};
    const std::unique_ptr<GMarkupParseContext, FreeContext> context(
        g_markup_parse_context_new(&callbacks, G_MARKUP_TREAT_CDATA_AS_TEXT, &visit, nullptr));
    GError* error = nullptr;
    if (g_markup_parse_context_parse(context.get(), text.data(), static_cast<gssize>(text.size()),
                                     &error) == 0 ||
        g_markup_parse_context_end_parse(context.get(), &error) == 0) {
        const std::unique_ptr<GError, decltype(&g_error_free)> owned(error, &g_error_free);
        if (visit.thrown) {
            std::rethrow_exception(visit.thrown);
        }
        throw Error(
            Problem{.where = {.file = shown},
                    .what = fmt::format("is a damaged spreadsheet: {}", owned->message),
                    .remedy = "open it in a spreadsheet program, and save it as .xlsx again"});
    }
}

} // namespace cairn::input
