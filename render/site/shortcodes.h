#pragma once

#include "render/site/span.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::site {

/// A parameter of a shortcode.
struct Parameter {
    std::string name; ///< empty where it has none
    Span value;       ///< with its quotes
    std::string words;
};

/// `{{< name parameter="value" >}}` or `{{% … %}}`, an opening or a closing one.
struct Shortcode {
    Span span;
    std::string name; ///< empty for one in comment marks, `{{</* … */>}}`
    bool closes = false;
    std::vector<Parameter> parameters;
};

/// All shortcodes in a page from offset `from`, by Hugo's rules: they go before all others, so
/// code is no shelter from them. What is no whole shortcode is text.
std::vector<Shortcode> find_shortcodes(std::string_view page, std::size_t from);

} // namespace cairn::site
