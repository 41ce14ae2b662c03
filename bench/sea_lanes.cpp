// Times the shipped sea lanes: loading them, and the distances from every port to every other, by
// landsea on all cores and on one, and by plain Boost.Graph Dijkstra on one.
//
//     bench_sea_lanes_program DATA_FOLDER [RUNS]

#include "io/read_waters.hpp"
#include "io/sea_lane_files.hpp"

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/property_map/property_map.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <thread>

namespace {

using namespace landsea;
namespace fs = std::filesystem;

using Graph = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property,
                                                 boost::property<boost::edge_weight_t, double>>;

model::SeaLanes loaded(const fs::path& data) {
    return io::read_sea_lanes(data / "sea_lanes",
                              io::read_waters(data / "sea_lanes" / "waters.json").passages);
}

std::vector<std::uint32_t> ports_of(const model::SeaLanes& lanes) {
    std::vector<std::uint32_t> ports;
    for (std::uint32_t n = 0; n < lanes.nodes().size(); ++n) {
        if (!lanes.nodes()[n].place.empty()) {
            ports.push_back(n);
        }
    }
    return ports;
}

/// What an ocean ship may use without a request.
Graph plain_graph(const model::SeaLanes& lanes) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    std::vector<double> lengths;
    for (const model::SeaEdge& edge : lanes.edges()) {
        if (std::ranges::all_of(edge.passages, [&](std::uint16_t p) {
                return lanes.passages()[p].open == model::SeaPassage::Open::to_all;
            })) {
            ends.insert(ends.end(), {{edge.from, edge.to}, {edge.to, edge.from}});
            lengths.insert(lengths.end(), 2, edge.length.count());
        }
    }
    return {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), lengths.begin(),
            lanes.nodes().size()};
}

/// Sums what was found, so that no compiler leaves it out and both ways can be compared.
double sum_by_lanes(const model::SeaLanes& lanes, const std::vector<std::uint32_t>& ports,
                    unsigned threads) {
    std::atomic<std::size_t> next{0};
    std::vector<double> sums(threads, 0.0);
    const auto work = [&](unsigned t) {
        for (std::size_t i = next++; i < ports.size(); i = next++) {
            const auto all = lanes.distances(ports[i], {});
            for (const std::uint32_t port : ports) {
                sums[t] += all[port] ? all[port]->count() : 0.0;
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned t = 1; t < threads; ++t) {
            workers.emplace_back(work, t);
        }
        work(0);
    }
    double sum = 0.0;
    for (const double part : sums) {
        sum += part;
    }
    return sum;
}

double sum_by_boost(const Graph& graph, const std::vector<std::uint32_t>& ports) {
    double sum = 0.0;
    std::vector<double> all(boost::num_vertices(graph));
    for (const std::uint32_t from : ports) {
        boost::dijkstra_shortest_paths(graph, from,
                                       boost::distance_map(boost::make_iterator_property_map(
                                           all.begin(), boost::get(boost::vertex_index, graph))));
        for (const std::uint32_t port : ports) {
            sum += all[port] < 1e9 ? all[port] : 0.0;
        }
    }
    return sum;
}

/// One thing that is timed in every round.
struct Timed {
    const char* name;
    std::function<double()> run;
    std::vector<double> milliseconds;
    double sum{};
};

void time_once(Timed& timed) {
    const auto begin = std::chrono::steady_clock::now();
    timed.sum = timed.run();
    timed.milliseconds.push_back(
        std::chrono::duration<double, std::milli>{std::chrono::steady_clock::now() - begin}
            .count());
}

int bench(const fs::path& data, int runs) {
    const model::SeaLanes lanes = loaded(data);
    const auto ports = ports_of(lanes);
    const Graph graph = plain_graph(lanes);
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<Timed> all;
    all.push_back(
        {"all pairs, Boost.Graph, one core", [&] { return sum_by_boost(graph, ports); }, {}});
    all.push_back({"all pairs, one core", [&] { return sum_by_lanes(lanes, ports, 1); }, {}});
    all.push_back({"all pairs, all cores", [&] { return sum_by_lanes(lanes, ports, cores); }, {}});
    all.push_back({"load", [&] { return static_cast<double>(loaded(data).nodes().size()); }, {}});
    for (int run = 0; run < runs; ++run) {
        for (Timed& timed : all) {
            time_once(timed);
        }
    }
    std::printf("%zu nodes, %zu edges, %zu ports, %u cores\n", lanes.nodes().size(),
                lanes.edges().size(), ports.size(), cores);
    double baseline = 0.0;
    for (Timed& timed : all) {
        std::ranges::sort(timed.milliseconds);
        const double median = timed.milliseconds[timed.milliseconds.size() / 2];
        baseline = baseline > 0.0 ? baseline : median;
        std::printf("%-34s %9.1f %9.1f %9.1f ms %7.3f\n", timed.name, timed.milliseconds.front(),
                    median, timed.milliseconds.back(), median / baseline);
    }
    // Whole metres differ from Boost's sums by half a metre for each edge of a way.
    if (std::abs(all[0].sum / all[1].sum - 1.0) > 1e-5) {
        std::cerr << "the two ways disagree: " << all[0].sum << " and " << all[1].sum << " km\n";
        return 1;
    }
    return 0;
}

} // namespace

int main(int count, char** words) {
    if (count < 2) {
        std::cerr << "Usage: bench_sea_lanes_program DATA_FOLDER [RUNS]\n";
        return 64;
    }
    try {
        constexpr int usual_runs = 3;
        return bench(words[1], count > 2 ? std::max(1, std::atoi(words[2])) : usual_runs);
    } catch (const std::exception& error) {
        std::cerr << "bench_sea_lanes_program: " << error.what() << "\n";
        return 4;
    }
}
