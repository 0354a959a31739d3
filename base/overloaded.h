#pragma once

namespace cairn {

/// Several functions as one, for std::visit: a type that none of them takes does not compile.
template<typename... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};

// Clang 14 deduces none for an aggregate by itself.
template<typename... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

} // namespace cairn
