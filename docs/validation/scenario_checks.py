"""What has been published about the scenarios of the catalogue, for docs/make_validation.py.

Each check asks the program for one number with and without a scenario; `low` and `high` are what
was published about the difference, None where only a direction was. `why` is printed where the
program says something else, or where nothing was published to compare with.
"""

from dataclasses import dataclass

BARGE = "means:barge_ordinary+place:CNSHA+!mode:rail"
QINZHOU = "corridor:nwlsc_railsea_mid"
BRIDGE = "corridor:china_europe_railway_express"
RIVER_SEA = "means:barge_ordinary+mode:sea+!mode:rail"
MIDDLE = "corridor:middle_corridor+!mode:air"
PORT_TO_PORT = "mode:sea+!mode:rail+!mode:air"
DAYS, USD, KM, NM, SHARE = "d", "USD/TEU", "km", "nm", "% of the days"


@dataclass(frozen=True)
class Ask:
    """A way of going, once as it is and once under the scenario."""

    start: str
    end: str
    way: str
    unit: str = DAYS
    month: str = ""
    before: str = ""  # the scenario to compare with; empty: none
    after: str = ""  # asked in place of the scenario itself
    way_before: str = ""  # the way taken without the scenario; empty: the same


@dataclass(frozen=True)
class Detour:
    """Nautical miles more when passages are closed."""

    start: str
    end: str
    closed: tuple
    unit: str = NM


@dataclass(frozen=True)
class Check:
    scenario: str
    published: str
    sources: tuple
    asked: str  # in words
    ask: object
    low: float = None
    high: float = None
    sign: int = 0
    why: str = ""
    digits: int = 1
    is_built_in: bool = False  # the scenario takes its size from the same source


CHECKS = [
    Check("suez_closed", "Shanghai–Rotterdam 3,000 to 4,000 nm longer round the Cape",
          ("suez-flexport-2023", "suez-pemp", "suez-vastlog-2025"), "Yangshan–Rotterdam, Suez and Panama closed",
          Detour("CNSHA-YANGSHAN", "NLRTM", ("suez", "panama")), 3000, 4000, +1, digits=0),
    Check("suez_closed", "7 to 14 d longer", ("suez-flexport-2023", "suez-pemp"),
          "Yangshan–Rotterdam, against Suez reopened",
          Ask("CNSHA-YANGSHAN", "NLRTM", PORT_TO_PORT, before="suez_reopens"), 7, 14, +1),
    Check("suez_closed", "spot rates to Europe up by 2,083 USD/TEU",
          ("suez-jiffa-rates",), "Yangshan–Rotterdam, against Suez reopened",
          Ask("CNSHA-YANGSHAN", "NLRTM", PORT_TO_PORT, USD, before="suez_reopens"), 2083, 2083, +1,
          "that was the scarcity of ships in January 2024; the program has two typical prices, and no market", 0),
    Check("suez_reopens", "10 to 12 d saved", ("reopens-vastlog-2025",),
          "Chongqing–Duisburg by barge and sea", Ask("Chongqing", "Duisburg", RIVER_SEA), -12, -10, -1),
    Check("malacca_closed", "570 to 650 nm more by Sunda", ("malacca-searoute",), "Qinzhou–Colombo",
          Detour("CNQZH", "LKCMB", ("malacca",)), 570, 650, +1, digits=0),
    Check("malacca_closed", "1.5 to 2 d more", ("malacca-searoute",), "Chongqing–Colombo by Qinzhou",
          Ask("Chongqing", "Colombo", QINZHOU), 1.5, 2, +1),
    Check("malacca_closed", "a smaller detour than Suez makes", ("malacca-jsce-2019",),
          "Yangshan–Colombo", Detour("CNSHA-YANGSHAN", "LKCMB", ("malacca",)), 0, 3000, +1, digits=0),
    Check("three_gorges_overhaul", "waits of 10 to 15 d; 3 d are usual for the ordinary barge",
          ("overhaul-cosco-2017", "overhaul-hapag-lloyd-2018"),
          "Chongqing–Singapore by ordinary barge, May", Ask("Chongqing", "Singapore", BARGE, month="5"),
          7, 12, +1, is_built_in=True),
    Check("three_gorges_drought", "large ships at partial load, long queues; no days or dollars",
          ("drought-cgtn-2022", "drought-pan-asia-2023"), "Chongqing–Singapore by ordinary barge",
          Ask("Chongqing", "Singapore", BARGE), sign=+1,
          why="the queue of December 2023 for days, half of the lost load for dollars"),
    Check("three_gorges_closed", "closed for 75 and 76 h, ships held for up to a month",
          ("closed-chinanews-2010", "closed-xinhua-2012", "closed-chinanews-2014"),
          "Chongqing–Singapore by ordinary barge", Ask("Chongqing", "Singapore", BARGE), sign=+1,
          why="no way by river while it lasts; rail to Qinzhou, Yantian and Ningbo is untouched, as the "
              "program knows no crowding"),
    Check("three_gorges_new_waterway", "average wait from 120 to below 40 h; 200 h today in another source",
          ("waterway-water-transport-news-2025", "waterway-sihan-2025"),
          "Chongqing–Singapore by ordinary barge", Ask("Chongqing", "Singapore", BARGE), -6.7, -3.3, -1,
          is_built_in=True),
    Check("pinglu_canal_opens", "exports of Chongqing to ASEAN ports 7 to 10 d quicker",
          ("pinglu-163-2026",), "Chongqing–Singapore by the canal, against rail to Qinzhou",
          Ask("Chongqing", "Singapore", "corridor:pinglu_canal", way_before=QINZHOU), -10, -7, -1,
          "the canal does not reach Chongqing: train to Nanning, lorry, barge and ship take more changes than "
          "the train to Qinzhou. The gain is for cargo of the Xijiang that goes by Guangzhou today, a way that "
          "the network does not have"),
    Check("china_laos_upgrade", "Selangor–Chongqing in 9 d, 14 on the first run",
          ("laos-independent-2025",), "Chongqing–Port Klang by the ASEAN Express",
          Ask("Chongqing", "MYPKG", "service:asean_express_chongqing_portklang"), -5, -5, -1,
          "daily trains and a quicker change of gauge alone do not give five days; the rest would have to come from "
          "running and from Padang Besar"),
    Check("manzhouli_closed", "about 30 % of the China–Europe trains pass there; no days",
          ("manzhouli-ccn-2024", "manzhouli-index1520-2023"), "Chongqing–Moscow by rail",
          Ask("Chongqing", "Moscow", "mode:rail+!mode:air"), sign=+1,
          why="by Khorgos it is as quick already, so that Chongqing loses nothing; queues of diverted trains "
              "would be the loss, and the program knows no crowding"),
    Check("malaszewicze_brest_closed", "transport costs up by 15 %", ("brest-trasporto-europa-2025",),
          "Chongqing–Duisburg by rail", Ask("Chongqing", "Duisburg", BRIDGE, "% of the dollars"), 15, 15, +1,
          "the train by Kaliningrad, which is what remains, starts from a price below that of Malaszewicze"),
    Check("malaszewicze_brest_closed", "by sea 15 to 25 d longer than by rail (30 to 45 against 15 to 20)",
          ("brest-trasporto-europa-2025",), "Chongqing–Duisburg by Qinzhou and sea, against rail before",
          Ask("Chongqing", "Duisburg", QINZHOU + "+mode:sea+!" + BRIDGE, way_before=BRIDGE), 15, 25, +1,
          "the figures are of ports; from Chongqing the way to the coast comes on top, and the ships go round the Cape"),
    Check("middle_corridor_expansion", "travel time halved by 2030", ("titr-world-bank-2023",),
          "Xi'an–Poti", Ask("CNSIA", "GEPTI", MIDDLE, SHARE), -50, -50, -1,
          "a first halving, from 38 to 53 d down to 19 to 23 d to the Black Sea by 2023, is in the network already; "
          "most of what is left is running time"),
    Check("middle_corridor_expansion", "China–Black Sea in 14 to 18 d, 19 to 23 in 2023", ("titr-nca-2023",),
          "Xi'an–Poti", Ask("CNSIA", "GEPTI", MIDDLE), -5, -5, -1,
          "the trains run as they do today; the plan counts on second tracks, too"),
    Check("rail_subsidy_removed", "5,000 of 8,000 euro a 40-foot box were subsidised in 2018",
          ("subsidy-joc-2018",), "Chongqing–Duisburg by rail", Ask("Chongqing", "Duisburg", BRIDGE, USD),
          3000, 3000, +1,
          "an estimate of forwarders for 2018; here the last known cap, 30 % of the carriage within China, is "
          "taken off prices of 2024. About 3,000 dollars a TEU would double today's price", 0),
    Check("carbon_price", "rail emits more than sea, 3,000 against 2,580 kg a TEU: at 75 USD/t rail pays 32 USD more",
          ("carbon-stu",), "Chongqing–Duisburg, rail against barge and sea, dollars added",
          (Ask("Chongqing", "Duisburg", BRIDGE, USD), Ask("Chongqing", "Duisburg", RIVER_SEA, USD)), 32, 32, +1,
          "trains of 9 to 25 g/tkm over 10,000 km emit less than ships of 9 g/tkm over 25,000 km round the Cape and "
          "a barge before them. The source states no factors", 0),
    Check("eu_ets", "Maersk 168 USD a 40-foot box in 2026; 42 to 71 EUR/TEU in 2025 at 70 %: 71 to 119 USD/TEU",
          ("ets-engine-2026", "ets-ship-and-bunker-2025"), "Yangshan–Rotterdam",
          Ask("CNSHA-YANGSHAN", "NLRTM", PORT_TO_PORT, USD), 71, 119, +1, digits=0),
    Check("cku_opens", "7 to 8 d quicker from East Asia to the Middle East and Southern Europe", ("cku-gazette",),
          "Chongqing–Tashkent by rail", Ask("Chongqing", "Tashkent", "mode:rail+!mode:road"), -8, -7, -1,
          "most of it is the wait: a train every other week today, three a week assumed on the new line"),
    Check("cku_opens", "7 to 8 d quicker from East Asia to the Middle East and Southern Europe", ("cku-gazette",),
          "Chongqing–Tashkent, against today's quickest way, by lorry from Kashgar",
          Ask("Chongqing", "Tashkent", "mode:rail+!mode:air"), -8, -7, -1,
          "the lorry is quicker than any train of today, as it does not wait"),
    Check("cku_opens", "900 km shorter", ("cku-gazette",), "Chongqing–Tashkent by rail",
          Ask("Chongqing", "Tashkent", "mode:rail+!mode:road", KM), -900, -900, -1,
          "not to Tashkent: by Kashgar is as far as by Khorgos. The 900 km are for ways on to Iran and Turkey, which "
          "the network does not have", 0),
    Check("qinzhou_sailings_doubled", "nothing", ("sailings-163-2026",), "Chongqing–Singapore by Qinzhou",
          Ask("Chongqing", "Singapore", QINZHOU), sign=-1,
          why="half of 12 h of waiting for a daily ship: frequency is not what holds Qinzhou up", digits=2),
    Check("qinzhou_typhoon", "ports in the Pacific close for 1 to 3 d", ("typhoon-everstream-2020",),
          "Chongqing–Singapore by Qinzhou, August", Ask("Chongqing", "Singapore", QINZHOU, month="8"), 1, 3, +1,
          is_built_in=True),
    Check("suez_and_malacca_closed", "more ways by land as the answer; no figures",
          ("both-foreign-policy-2024", "both-pratson-2022"), "Chongqing–Jebel Ali by Qinzhou",
          Ask("Chongqing", "AEJEA", QINZHOU), sign=+1,
          why="the detour by Sunda; to Europe the ships go round the Cape as they do in the base"),
    Check("drought_and_typhoon", "that both happened in August 2022; no days",
          ("august-nanning-evening-news-2022", "august-chinanews-2022", "august-cgtn-2022"),
          "Chongqing–Singapore by ordinary barge, August", Ask("Chongqing", "Singapore", BARGE, month="8"),
          sign=+1, why="what the two do by themselves"),
    Check("cape_detour_under_ets", "allowances for the detour 21 to 39 USD/TEU, at the prices of early 2024",
          ("cape-oceanscore-2024",), "Yangshan–Rotterdam, allowances by the Cape less those by Suez",
          (Ask("CNSHA-YANGSHAN", "NLRTM", PORT_TO_PORT, USD, before="suez_closed"),
           Ask("CNSHA-YANGSHAN", "NLRTM", PORT_TO_PORT, USD, before="suez_reopens",
               after="suez_reopens+eu_ets")), 21, 39, +1, digits=0),
    Check("northern_rail_closed", "the Middle Corridor as the way round; no days",
          ("northern-diplomat-2024", "northern-caspian-policy-2023"),
          "Chongqing–Duisburg by the Middle Corridor, against rail before",
          Ask("Chongqing", "Duisburg", MIDDLE, way_before=BRIDGE), sign=+1,
          why="it does stand in, at about twice the time and price, with room for all"),
    Check("projects_finished", "nothing for all together", (), "Chongqing–Singapore by ordinary barge",
          Ask("Chongqing", "Singapore", BARGE), sign=-1, why="of the five only the locks are on this way"),
]

# Why nothing changes on the ways from Chongqing to Singapore and Duisburg that the tables show.
IDLE = {
    "cape_detour_under_ets": "no port of the European Economic Area, no Suez on these ways",
    "china_laos_upgrade": "the line leads to Thailand and Malaysia",
    "cku_opens": "the line leads to Uzbekistan, and no train from there to Europe is in the network",
    "eu_ets": "no port of the European Economic Area on these ways",
    "malacca_closed": "Singapore lies before the strait, and ships round the Cape pass Sunda",
    "malaszewicze_brest_closed": "not on these ways",
    "manzhouli_closed": "trains to Duisburg go through Kazakhstan",
    "middle_corridor_expansion": "not on these ways",
    "northern_rail_closed": "not on these ways",
    "pinglu_canal_opens": "the train to Qinzhou stays quicker than train, lorry and barge",
    "rail_subsidy_removed": "trains to the coast are not China-Europe trains",
    "suez_and_malacca_closed": "as for each of the two",
    "suez_closed": "no Suez on these ways, or none any more: the base goes round the Cape",
    "suez_reopens": "no Suez on these ways",
}
