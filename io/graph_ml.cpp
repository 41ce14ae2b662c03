#include "io/detail/network_facts.hpp"
#include "io/network_exports.hpp"

namespace landsea::io {

namespace {

using detail::Fact;

/// Text between tags or quotes. Control characters that XML 1.0 does not allow become U+FFFD; line
/// ends and tabs are written as references, so that they survive in attributes, too.
std::string xml_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\t':
        case '\n':
        case '\r':
            out += "&#" + std::to_string(static_cast<int>(c)) + ";";
            break;
        default:
            out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? "\xEF\xBF\xBD"
                                                                     : std::string(1, c);
        }
    }
    return out;
}

bool is_number(const Fact& fact) {
    return std::holds_alternative<double>(fact.value);
}

/// The declarations of what nodes or edges say; `like` is one of them.
std::string keys_text(const std::string& domain, const std::vector<Fact>& like) {
    std::string text;
    for (const Fact& fact : like) {
        text += "  <key id=\"" + domain + "_" + fact.name + "\" for=\"" + domain +
                "\" attr.name=\"" + fact.name + "\" attr.type=\"" +
                (is_number(fact) ? "double" : "string") + "\"/>\n";
    }
    return text;
}

std::string data_text(const std::string& domain, const std::vector<Fact>& facts) {
    std::string text;
    for (const Fact& fact : facts) {
        if (!std::holds_alternative<std::monostate>(fact.value)) {
            text += "      <data key=\"" + domain + "_" + fact.name + "\">" +
                    xml_text(detail::text_of(fact)) + "</data>\n";
        }
    }
    return text;
}

std::vector<Fact> node_facts(const detail::NetworkFacts& facts, model::PlaceId id) {
    const model::LatLon at = facts.network()[id].location;
    std::vector<Fact> all{{"lat_deg", at.lat()}, {"lon_deg", at.lon()}};
    for (Fact& fact : facts.of(id)) {
        all.push_back(std::move(fact));
    }
    return all;
}

} // namespace

std::string network_graphml(const model::Network& network) {
    const detail::NetworkFacts facts{network};
    const auto& places = network.parts().places;
    const auto& links = network.parts().links;
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                       "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    text += places.empty() ? "" : keys_text("node", node_facts(facts, {0}));
    text += links.empty() ? "" : keys_text("edge", facts.of(model::LinkId{0}));
    text += "  <graph id=\"network\" edgedefault=\"directed\">\n";
    for (const model::PlaceId id : places.ids()) {
        text += "    <node id=\"" + xml_text(network[id].id) + "\">\n" +
                data_text("node", node_facts(facts, id)) + "    </node>\n";
    }
    for (const model::LinkId id : links.ids()) {
        const model::Link& link = network[id];
        text += "    <edge id=\"" + xml_text(link.id) + "\" source=\"" +
                xml_text(network[link.from].id) + "\" target=\"" + xml_text(network[link.to].id) +
                "\">\n" + data_text("edge", facts.of(id)) + "    </edge>\n";
    }
    return text + "  </graph>\n</graphml>\n";
}

} // namespace landsea::io
