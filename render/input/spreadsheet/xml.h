#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn::input {

/// The attributes of an element, by their names as the file has them.
class XmlAttributes {
  public:
    explicit XmlAttributes(std::vector<std::pair<std::string_view, std::string_view>> all)
        : m_all(std::move(all)) {}

    /// The value of one of this name; empty where there is none.
    [[nodiscard]] std::string_view get(std::string_view name) const;

    /// The same of one whose name ends so, since prefixes differ: ":id".
    [[nodiscard]] std::string_view get_ending(std::string_view end) const;

    /// A whole number from 1 to `most`, where there is one.
    [[nodiscard]] std::optional<int> whole(std::string_view name, int most) const;

  private:
    std::vector<std::pair<std::string_view, std::string_view>> m_all;
};

/// What to do with a file in XML as it is read. Elements have their names without prefix.
struct XmlVisitor {
    std::function<void(std::string_view element, const XmlAttributes&)> begin;
    std::function<void(std::string_view element)> end;
    std::function<void(std::string_view text)> text;
};

/// Reads XML in UTF-8, without entities of its own. `shown` is its path as messages give it. Throws
/// Error for text that is no such XML, and what the visitor throws.
void read_xml(std::string_view text, const std::string& shown, const XmlVisitor& visitor);

} // namespace cairn::input
