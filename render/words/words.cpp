#include "render/words/words.h"

#include <algorithm>
#include <string_view>

namespace cairn::words {
namespace {

/// A cell that stays one cell and plain text: what Markdown would read as markup is escaped.
std::string escaped(std::string_view cell) {
    std::string text;
    for (const char c : cell) {
        if (c == '\n' || c == '\r') {
            text += c == '\n' ? " " : "";
            continue;
        }
        if (std::string_view("\\|`*_<[").find(c) != std::string_view::npos) {
            text += '\\';
        }
        text += c;
    }
    return text;
}

} // namespace

std::vector<std::string_view> paragraphs(std::string_view description) {
    std::vector<std::string_view> result;
    for (std::size_t begin = 0; begin < description.size();) {
        const std::size_t end = std::min(description.find('\n', begin), description.size());
        if (end > begin) {
            result.push_back(description.substr(begin, end - begin));
        }
        begin = end + 1;
    }
    return result;
}

std::string to_markdown(const DataTable& table) {
    std::string head = "|";
    std::string rule = "|";
    for (const DataTable::Column& column : table.columns) {
        head += " " + escaped(column.heading) + " |";
        rule += column.numeric ? " ---: |" : " :--- |";
    }
    std::string text = head + "\n" + rule + "\n";
    for (const std::vector<std::string>& row : table.rows) {
        text += "|";
        for (const std::string& cell : row) {
            text += " " + escaped(cell) + " |";
        }
        text += "\n";
    }
    return text;
}

} // namespace cairn::words
