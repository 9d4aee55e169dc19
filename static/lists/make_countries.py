"""Makes countries.txt: which country a place lies in, by name.

    npm pack countries-list@3.4.1 && tar xzf countries-list-3.4.1.tgz
    python3 make_countries.py package/countries.min.json > countries.txt

The package (MIT) has each country's name and its capital; what English news writes otherwise, and the cities
besides capitals that datelines name most, are added below by hand. A name of two countries is left out.
"""

import json
import sys
import unicodedata

# As English news calls them, where the package has a longer or another name.
NAMES = {
    "Bosnia and Herzegovina": "Bosnia and Herzegovina",
    "Czech Republic": "Czechia",
    "Myanmar (Burma)": "Myanmar",
    "Turkey": "Türkiye",
    "Macau": "Macao",
    "Cocos (Keeling) Islands": "Cocos Islands",
    "Democratic Republic of the Congo": "DR Congo",
    "Republic of the Congo": "Congo",
    "Ivory Coast": "Côte d’Ivoire",
}

MORE = {
    "United States": "us | u.s. | usa | u.s.a. | america | united states of america | washington | washington, d.c. | "
    "washington dc | "
    "washington, dc | d.c. | new york | new york city | los angeles | chicago | san francisco | houston | boston | "
    "miami | seattle | philadelphia | atlanta | atlanta, georgia | dallas | denver | detroit | las vegas | "
    "san diego | camp david | alabama | alaska | arizona | arkansas | california | colorado | connecticut | "
    "delaware | florida | hawaii | idaho | illinois | indiana | iowa | kansas | kentucky | louisiana | maine | "
    "maryland | massachusetts | michigan | minnesota | mississippi | missouri | montana | nebraska | nevada | "
    "new hampshire | new jersey | new mexico | north carolina | north dakota | ohio | oklahoma | oregon | "
    "pennsylvania | rhode island | south carolina | south dakota | tennessee | texas | utah | vermont | virginia | "
    "washington state | west virginia | wisconsin | wyoming",
    "United Kingdom": "uk | u.k. | britain | great britain | england | scotland | wales | northern ireland | "
    "manchester | birmingham | edinburgh | glasgow | liverpool | leeds | bristol | belfast | cardiff | oxford | "
    "cambridge",
    "Belgium": "antwerp | ghent | mons | bruges | liège",
    "Netherlands": "the netherlands | holland | the hague | rotterdam | utrecht | eindhoven | maastricht",
    "France": "strasbourg | lyon | marseille | nice | cannes | toulouse | bordeaux",
    "Germany": "munich | frankfurt | hamburg | cologne | bonn | stuttgart | ramstein | dresden | leipzig | düsseldorf",
    "Switzerland": "geneva | zurich | zürich | davos | basel | lausanne",
    "Italy": "milan | naples | turin | venice | florence | genoa",
    "Spain": "barcelona | seville | valencia | rota",
    "Poland": "krakow | kraków | gdansk | gdańsk | rzeszow | rzeszów",
    "Ukraine": "kiev | kharkiv | odesa | odessa | lviv | dnipro | zaporizhzhia | donetsk",
    "Russia": "russian federation | st petersburg | st. petersburg | saint petersburg | sochi | vladivostok | kazan",
    "Türkiye": "turkey | turkiye | istanbul | antalya | izmir",
    "China": "people’s republic of china | people's republic of china | prc | shanghai | guangzhou | shenzhen | wuhan",
    "India": "delhi | mumbai | kolkata | chennai | bangalore | bengaluru",
    "Pakistan": "karachi | lahore",
    "Japan": "osaka | hiroshima | kyoto | nagoya",
    "South Korea": "republic of korea | busan | incheon",
    "North Korea": "dprk",
    "Australia": "sydney | melbourne | brisbane | perth | adelaide",
    "New Zealand": "auckland | christchurch",
    "Canada": "toronto | montreal | montréal | vancouver | calgary | halifax | quebec city | kananaskis",
    "Brazil": "são paulo | sao paulo | rio de janeiro",
    "Mexico": "guadalajara | tijuana",
    "South Africa": "johannesburg | durban",
    "Nigeria": "lagos | kano",
    "Egypt": "alexandria | sharm el-sheikh",
    "Israel": "tel aviv | haifa",
    "Palestine": "palestinian territories | gaza | gaza city | west bank",
    "United Arab Emirates": "uae | u.a.e. | dubai",
    "Saudi Arabia": "jeddah",
    "Denmark": "aarhus",
    "Sweden": "gothenburg | malmö",
    "Norway": "bergen | tromsø",
    "Romania": "cluj | constanta | constanța",
    "Lithuania": "kaunas",
    "Vietnam": "ho chi minh city | saigon",
    "Myanmar": "burma | yangon",
    "Czechia": "czech republic | brno",
    "Kazakhstan": "almaty",
    "Syria": "aleppo | homs",
    "Iraq": "erbil | basra | mosul",
    "Austria": "salzburg | graz",
    "Ireland": "republic of ireland | cork",
    "DR Congo": "democratic republic of the congo | democratic republic of congo | goma",
    "Côte d’Ivoire": "ivory coast | abidjan",
    "Morocco": "casablanca | marrakesh | marrakech",
    "Tanzania": "dar es salaam",
    "Moldova": "chisinau",
}


def plain(name):
    return name.lower().replace("’", "'").strip()


def spellings(name):
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return {plain(name), plain(bare)}


def main():
    countries = json.load(open(sys.argv[1], encoding="utf-8"))
    names = {}
    for entry in countries.values():
        name = NAMES.get(entry["name"], entry["name"])
        of = names.setdefault(name, set())
        of |= spellings(entry["name"]) | spellings(name)
        for capital in entry.get("capital", "").split(","):
            if capital.strip():
                of |= spellings(capital)
    for name, more in MORE.items():
        for other in more.split(" | "):
            names.setdefault(name, set()).update(spellings(other))
    seen = {}
    for name, of in names.items():
        for other in of:
            seen.setdefault(other, set()).add(name)
    # Two countries' capital, or a country's own name beside another's capital: the country's own name stays.
    for other, of in sorted(seen.items()):
        if len(of) > 1:
            own = [name for name in of if other in spellings(name)]
            for name in of:
                if own != [name]:
                    names[name].discard(other)
            print(f"of several: {other}: {sorted(of)} -> {own}", file=sys.stderr)
    for name in sorted(names, key=plain):
        print(name + "=" + "|".join(sorted(names[name])))


main()
