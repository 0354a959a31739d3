#include "render/words/summary.h"

#include "render/facts/unit.h"

#include <algorithm>

namespace cairn::words {

bool are_amounts(const facts::Facts& facts) {
    return !facts.rate && facts.decimals == 0 && facts::can_be_counted(facts.unit) &&
           !facts::is_currency(facts.unit) &&
           std::all_of(facts.facts.begin(), facts.facts.end(),
                       [](const facts::Fact& fact) { return fact.value.value_or(0) >= 0; });
}

Summary summarise(const facts::Facts& facts) {
    Summary summary;
    summary.amounts = are_amounts(facts);
    summary.counts = summary.amounts && facts.adds_up;
    summary.rates =
        facts.rate && facts::can_be_counted(facts.unit) && !facts::is_currency(facts.unit);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        if (facts.facts[i].rest_of > 0) {
            summary.rest = i;
            continue;
        }
        (facts.facts[i].value ? order : summary.missing).push_back(i);
    }
    summary.with_value = order.size();
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return *facts.facts[a].value > *facts.facts[b].value;
    });
    for (const std::size_t index : order) {
        const double value = *facts.facts[index].value;
        if ((summary.amounts || summary.rates) && value == 0) {
            summary.zeros.push_back(index);
            continue;
        }
        if (summary.by_value.empty() || summary.by_value.back().value != value) {
            summary.by_value.push_back({value, {}});
        }
        summary.by_value.back().members.push_back(index);
    }
    return summary;
}

Labels count_labels(const facts::Facts& facts, const Summary& summary) {
    Labels labels{.all = summary.with_value + summary.missing.size(),
                  .with_value = summary.with_value,
                  .with_some = summary.with_value - summary.zeros.size()};
    if (summary.rest) {
        const facts::Fact& rest = facts.facts[*summary.rest];
        labels.all += rest.rest_of;
        labels.with_value += rest.rest_of;
        labels.with_some += rest.rest_with_some;
    }
    return labels;
}

std::vector<std::size_t> leaders_of_half(const facts::Facts& facts, const Summary& summary) {
    constexpr std::size_t most_leaders = 4;
    std::vector<std::size_t> members;
    double sum = 0;
    for (const EqualValues& group : summary.by_value) {
        members.insert(members.end(), group.members.begin(), group.members.end());
        sum += group.value * static_cast<double>(group.members.size());
        if (members.size() > most_leaders ||
            2 * members.size() >= count_labels(facts, summary).with_some) {
            return {};
        }
        if (2 * sum >= facts.total) {
            break;
        }
    }
    return members.size() < 2 ? std::vector<std::size_t>{} : members;
}

} // namespace cairn::words
