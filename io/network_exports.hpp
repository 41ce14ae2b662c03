#pragma once

#include "geo/feature_file.hpp"
#include "io/presentation.hpp"
#include "model/network.hpp"

#include <string>
#include <vector>

namespace landsea::io {

/// The places as GeoJSON points, with all that is known of them; keys end in their unit.
/// Source: RFC 7946.
std::string network_places_geojson(const model::Network& network, const Identity& identity);

/// The links as GeoJSON lines, split at the 180th meridian, with all their estimates.
std::string network_links_geojson(const model::Network& network, const Identity& identity);

/// The passages that links may go through, as GeoJSON points.
std::string network_passages_geojson(const model::Network& network, const Identity& identity);

/// Places and links as one directed graph in GraphML, with the same attributes. Characters that XML
/// does not have become U+FFFD.
/// Source: GraphML, graphml.graphdrawing.org, as used by NetworkX and igraph.
std::string network_graphml(const model::Network& network);

/// A line for each service on each link, and for each link without a service. Columns: key, from,
/// to, mode, service, standing, length_km, time_h, money_usd_per_teu, carbon_kg_co2e_per_t:
/// typical values, with the factors of the service. The key is SERVICE/LINK or LINK.
std::string network_edge_list(const model::Network& network);

/// Layers for a GeoPackage: the links of each mode in a line style of its own, and the places.
std::vector<geo::FeatureLayer> network_layers(const model::Network& network);

} // namespace landsea::io
