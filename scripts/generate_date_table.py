#!/usr/bin/env python3
"""Writes the data files of the date grammar from the Unicode CLDR.

    python3 -m venv .venv && .venv/bin/pip install -r scripts/requirements.txt
    .venv/bin/python scripts/generate_date_table.py            # write the files, list the names of two months
    .venv/bin/python scripts/generate_date_table.py --check    # fail if a file is out of date

src/date/months.tsv          folded names of months
src/date/day_periods.tsv     folded day periods (AM, PM)
src/date/weekdays.tsv        folded names of weekdays
src/date/letters.tsv         letters with marks
src/date/tests/patterns.tsv  date patterns of each language, for the tests
src/date/tests/clocks.tsv    time patterns of each language, with its AM and PM
src/date/tests/numeric.tsv   date patterns in numbers

The output depends only on this file and the pinned version of Babel.
"""

import argparse
import pathlib
import re
import sys
import unicodedata

import babel
from babel import Locale

ROOT = pathlib.Path(__file__).resolve().parent.parent
BABEL = "2.18.0"

# The languages of Twitter's interface and of its oEmbed endpoint, then others that CLDR knows well and whose dates have
# the same parts. Each also appears among the patterns of the tests.
LANGUAGES = """
    en en_GB de fr it es pt nl pl cs da nb sv fi hu ro tr id vi ja zh_Hans zh_Hant ko he ru ca ar
    bn el fa fil hi ms th uk ur eu gl bg hr sr sr_Latn sk sl gu kn mr ta te ml pa ne si lv lt et is ga af sw sq mk bs be
    az kk uz hy ka am
    cy eo fo fy km ky lb lo mt my nn or
""".split()

# Countries with month names or abbreviations of their own, or with digits of their own: `Jänner`, `setiembre`,
# `كانون الثاني`, `يوليوز`.
REGIONS = """
    ar_DZ ar_EG ar_IQ ar_LB ar_MA ar_MR de_AT en_AU en_CA en_IN en_ZA es_MX es_PE es_UY fr_CA fr_CH it_CH nl_BE pt_PT ro_MD
    sr_Cyrl_BA sr_Latn_ME sv_FI
""".split()

# Names that CLDR does not have today, each with where it is from.
OTHER_NAMES = {
    # Before CLDR 36, and still the usual spelling beside the CLDR one.
    "bn": [("জানুয়ারি", 1), ("ফেব্রুয়ারি", 2)],
    # The usual spelling in newspapers; CLDR has it with a candra letter.
    "gu": [("ઓગસ્ટ", 8), ("ઓક્ટોબર", 10)],
    # CLDR before 24.
    "he": [("מרס", 3)],
    # The short forms of Indonesian newspapers, and CLDR before 33.
    "id": [("Agt", 8), ("Agust", 8), ("Sept", 9), ("Nop", 11), ("Nopember", 11)],
    # The weekday-less DIN 5008 abbreviation, and the Austrian and South German name.
    "de": [("Mrz", 3), ("Feber", 2)],
    # CLDR before 38.
    "hr": [("studenog", 11)],
    # Spellings of newspapers beside CLDR's.
    "hi": [("अक्तूबर", 10), ("सितम्बर", 9), ("नवम्बर", 11), ("दिसम्बर", 12)],
    # CLDR before 26.
    "am": [("ጃንዩወሪ", 1), ("ፌብሩወሪ", 2), ("ጃንዩ", 1), ("ፌብሩ", 2)],
    # The abbreviations of three letters that systems without the CLDR print.
    "uk": [("кві", 4), ("тра", 5), ("чер", 6), ("сер", 8), ("жов", 10), ("лис", 11), ("гру", 12)],
    # The common abbreviation beside CLDR's four-letter ones.
    "it": [("sett", 9)],
    "nl": [("maa", 3)],
    "es": [("set", 9), ("agto", 8)],
    "fil": [("Setiyembre", 9), ("Setyembre", 9)],
    # CLDR before 26.
    "uz": [("sentyabr", 9), ("oktyabr", 10), ("iyn", 6)],
    # Belarusian in its other spelling.
    "be": [("траўня", 5), ("травень", 5)],
    # The months in words, as blogs print them; CLDR before 22 had them for the stand-alone form.
    "vi": [
        ("tháng một", 1), ("tháng giêng", 1), ("tháng hai", 2), ("tháng ba", 3), ("tháng tư", 4), ("tháng năm", 5),
        ("tháng sáu", 6), ("tháng bảy", 7), ("tháng tám", 8), ("tháng chín", 9), ("tháng mười", 10),
        ("tháng mười một", 11), ("tháng mười hai", 12), ("tháng chạp", 12),
    ],
    # The Levant names, which CLDR has for the countries only; and common spellings of the others.
    "ar": [("حزيران", 6), ("تموز", 7), ("يولية", 7), ("يونية", 6), ("نوفنبر", 11), ("سبتنبر", 9)],
    # Nominative beside CLDR's genitive.
    "el": [("Σεπτ", 9), ("Φεβρ", 2)],
}

MORNING, AFTERNOON = range(12), range(12, 24)

# Day periods beside CLDR's: word, its hours, and whether it stands before the time.
OTHER_PERIODS = [
    # With and without spaces, as pages and older versions write the CLDR's.
    ("a.m.", MORNING, False), ("p.m.", AFTERNOON, False), ("vorm.", MORNING, False), ("nachm.", AFTERNOON, False),
    ("قبل از ظهر", MORNING, False), ("بعد از ظهر", AFTERNOON, False), ("fh", MORNING, False), ("eh", AFTERNOON, False),
    # The words of Bengali and Kannada, in whose place the CLDR has the English ones.
    ("পূর্বাহ্ণ", MORNING, False), ("অপরাহ্ণ", AFTERNOON, False), ("ಪೂರ್ವಾಹ್ನ", MORNING, False), ("ಅಪರಾಹ್ನ", AFTERNOON, False),
    # The Chinese words of both scripts: CLDR gives each to one form or another.
    ("凌晨", range(0, 5), True), ("清晨", range(5, 8), True), ("早上", range(5, 8), True), ("早晨", range(5, 8), True),
    ("中午", range(12, 13), True), ("傍晚", range(17, 19), True), ("晚上", range(19, 24), True),
]

# Words after a time on the clock of 24 hours, beside those in the CLDR's patterns: "o'clock", "hours".
OTHER_HOUR_WORDS = ["Uhr", "uur", "h", "hrs", "hs", "godz."]

# Languages whose day period stood before the time in an earlier version of the CLDR.
ONCE_FIRST = {"ta"}

# Marks that pages drop, add or attach in either normal form: accents, Arabic vowel signs and hamza, nuktas; and the
# joiners and the soft hyphen, which have no width. `src/date/names.rs` says the same.
def is_dropped(char):
    return (
        "\u0300" <= char <= "\u036f"
        or "\u064b" <= char <= "\u0655"
        or char in "\u093c\u09bc\u0a3c\u0abc\u0b3c"
        or char in "\u00ad\u200c\u200d"
    )


# Letters and signs that are written for each other. `src/date/names.rs` says the same.
TWINS = {
    "’": "'", "ʼ": "'", "‘": "'", "ʻ": "'", "׳": "'", "״": '"', "”": '"', "“": '"',
    "ı": "i", "ς": "σ", "ی": "ي", "ى": "ي", "ک": "ك",
}


def base(char):
    """The letter without its marks, if nothing but marks come off."""
    first, *marks = unicodedata.normalize("NFD", char)
    return first if marks and not is_dropped(first) and all(is_dropped(mark) for mark in marks) else char


def fold_char(char):
    if is_dropped(char):
        return ""
    lower = char.lower()[0]
    return base(TWINS.get(lower, lower))


def fold(text):
    """Lower case, without marks, as the table holds names."""
    folded = "".join(fold_char(char) for char in unicodedata.normalize("NFC", text))
    return re.sub(r"\s+", " ", folded)


# The blocks whose letters are looked up: Latin, Greek, Cyrillic, Arabic, the Indic scripts up to Gujarati, and the Latin
# letters of Vietnamese.
BLOCKS = [*range(0x80, 0xB00), *range(0x1E00, 0x1F00)]


def bases():
    """The lower-case letters with marks, with the letters without them."""
    letters = [chr(code) for code in BLOCKS]
    return {char: base(char) for char in letters if char.lower() == char and char not in TWINS and base(char) != char}


def strip_name(name):
    """A month name without what the grammar reads itself: `de`, a final dot or sign of abbreviation."""
    name = re.sub(r"^(de |d[’'])", "", name)
    return name.rstrip(".॰׳'’")


def numeric(names):
    return any(char.isdigit() for name in names for char in name)


def month_names(locale):
    """Every wording of the twelve months; CLDR's numbers in the place of names are left to the grammar."""
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            names = locale.months[context][width]
            if not numeric(names.values()):
                yield from ((name, month) for month, name in names.items())


# How a language writes day and year, for a name that means another month in another language.
PLAIN, DOTTED_DAY, DOTTED_BOTH = range(3)
STYLES = ["14 x 2021", "14. x 2021", "14. x 2021."]


def style(locale):
    pattern = locale.date_formats["long"].pattern
    if not re.match(r"d+\.", pattern):
        return PLAIN
    return DOTTED_BOTH if pattern.endswith("y.") else DOTTED_DAY


def collect():
    """Every folded name with, for each style, the months it has there and in which languages."""
    wordings = {}
    for tag in LANGUAGES + REGIONS:
        locale = Locale.parse(tag)
        names = [*month_names(locale), *OTHER_NAMES.get(tag, [])]
        for name, month in names:
            name = strip_name(unicodedata.normalize("NFC", name))
            months = wordings.setdefault(fold(name), [{}, {}, {}])[style(locale)]
            months.setdefault(month, []).append(tag)
    return wordings


def settle(spelling, styles, told):
    """The month in each style: that of the languages with that style, or else of the nearest one."""
    nearest = [(PLAIN, DOTTED_DAY, DOTTED_BOTH), (DOTTED_DAY, DOTTED_BOTH, PLAIN), (DOTTED_BOTH, DOTTED_DAY, PLAIN)]
    months = []
    for order in nearest:
        candidates = next(styles[own] for own in order if styles[own])
        if len(candidates) > 1:
            sys.exit(f"{spelling}: {candidates} in one style; leave one out")
        months += candidates
    if len(set(months)) > 1:
        readings = ", ".join(f"{shape} = {month}" for shape, month in zip(STYLES, months))
        told.append(f"{spelling}: {readings}  {styles}")
    # Nobody ends the year with a dot where no language with this name does.
    if not styles[DOTTED_BOTH]:
        months[DOTTED_BOTH] = 0
    return months


def hours_of(rules):
    """The hours of each of a language's day periods: `am` and `pm`, and CLDR's flexible ones."""
    hours = {"am": set(MORNING), "pm": set(AFTERNOON)}
    for period, ranges in rules.items():
        for when in ranges:
            start = when.get("at", when.get("from")) // 3600
            end = when["before"] // 3600 if "before" in when else start + 1
            hours.setdefault(period, set()).update(hour % 24 for hour in range(start, end if end > start else end + 24))
    return hours


def time_patterns(locale):
    return [locale.time_formats["short"].pattern, *(str(locale.datetime_skeletons[key]) for key in ("hm", "Hm"))]


def hour_words():
    """The words that patterns of the clock of 24 hours have after the minutes."""
    words = list(OTHER_HOUR_WORDS)
    for tag in LANGUAGES + REGIONS:
        for pattern in time_patterns(Locale.parse(tag)):
            words += re.findall(r"mm\s*'?([^\W\dahBHKk]+)", pattern)
    return {fold(word).rstrip(".") for word in words}


def narrowest(hours):
    """The shortest range around the clock that holds all `hours`: its first hour, and the hour at which it ends."""
    ranges = []
    for start in hours:
        length = max((hour - start) % 24 for hour in hours) + 1
        ranges.append((length, start))
    length, start = min(ranges)
    return length, start, (start + length) % 24 or 24


def day_periods(told):
    """Folded word: first hour, the hour at which it ends, whether it may stand before the time."""
    periods = {}
    words = [(word, hours, first, True) for word, hours, first in OTHER_PERIODS]
    for tag in LANGUAGES + REGIONS:
        locale = Locale.parse(tag)
        first = tag.split("_")[0] in ONCE_FIRST or any(re.match("[aB]", pattern) for pattern in time_patterns(locale))
        hours = hours_of(locale.day_period_rules.get(None, {}))
        for context in locale.day_periods.values():
            for width, names in context.items():
                for key, name in names.items():
                    if key in hours:
                        words.append((name, hours[key], first, key in ("am", "pm") and width != "narrow"))
    # What times are written with in a language comes before what another has for an hour of the night: `öö`.
    for word, hours, first, usual in sorted(words, key=lambda word: not word[-1]):
        spelling = fold(word).rstrip(".")
        if not spelling or any(char.isdigit() for char in spelling):
            continue
        # With and without the space between two initials.
        for variant in {spelling, spelling.replace(". ", ".")}:
            period = periods.setdefault(variant, (set(), set(), usual))
            if usual == period[-1]:
                period[0].update(hours)
                period[1].add(first)
    rows = {}
    for word, (hours, first, _) in periods.items():
        length, start, end = narrowest(hours)
        if length > 12:
            told.append(f"day period {word!r} means both halves of the day: left out")
        else:
            rows[word] = (start, end, int(any(first)))
    for word in hour_words():
        if word in rows:
            told.append(f"day period {word!r} is a word for hours as well: left out")
            del rows[word]
        else:
            rows[word] = (0, 0, 0)
    return rows


def by_bytes(mapping):
    return sorted(mapping.items(), key=lambda item: item[0].encode())


LICENCE = f"""\
# Generated by scripts/generate_date_table.py from the Unicode CLDR as Babel {BABEL} carries it; not to be edited.
# CLDR data is © 1991-present Unicode, Inc., under the Unicode License v3 (https://www.unicode.org/license.txt).
"""


def tsv(columns, rows):
    """A data file: comments, then a row a line."""
    comments = "".join(f"# {line}\n" for line in columns)
    return LICENCE + comments + "".join("\t".join(map(str, row)) + "\n" for row in rows)


def months(told):
    names = {name: settle(name, styles, told) for name, styles in collect().items()}
    columns = [f"Name, month in each of: {', '.join(STYLES)} (0: no language with this name writes the last)."]
    return tsv(columns, [(name, *numbers) for name, numbers in by_bytes(names)])


def periods(told):
    columns = [
        "Day period, the hour on a clock of 24 hours at which it begins, the hour at which it ends, and 1 if it may stand before",
        "the time. From 0 to 0 are words for hours, which the clock of 24 hours has.",
    ]
    return tsv(columns, [(word, *row) for word, row in by_bytes(day_periods(told))])


def weekday_names(locale):
    """The names of the seven days, from Monday on, and whether they are whole."""
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            names = locale.days[context][width]
            yield width == "wide", [names[day] for day in range(7)]


def weekdays():
    rows = {}
    for tag in LANGUAGES + REGIONS:
        for is_wide, names in weekday_names(Locale.parse(tag)):
            for day, name in enumerate(names):
                folded = fold(strip_name(name))
                # One letter, or a number, is read as something else.
                if len(folded) > 1 and not any(char.isdigit() for char in folded):
                    days, wide = rows.get(folded, (0, 0))
                    rows[folded] = (days | 1 << day, wide | is_wide)
    columns = ["Weekday, a bit for each day that it is in some language (1: Monday, 64: Sunday), and 1 if it is no abbreviation."]
    return tsv(columns, [(name, days, int(wide)) for name, (days, wide) in by_bytes(rows)])


def letters():
    return tsv(["Lower-case letter with marks, the letter without them."], by_bytes(bases()))


DIGIT_SYSTEMS = {
    "latn": "0", "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "mymr": "၀", "khmr": "០", "laoo": "໐",
    "thai": "๐", "guru": "੦", "gujr": "૦", "orya": "୦", "tamldec": "௦", "telu": "౦", "knda": "೦", "mlym": "൦",
}


def patterns():
    columns = [
        "Locale, date pattern, zero of its digits, the names of the twelve months for the pattern.",
        "Symbols of a pattern as in CLDR: `d`, `MMMM`, `y`, quoted text.",
    ]
    out = []
    written = set()
    for tag in LANGUAGES + REGIONS:
        locale = Locale.parse(tag)
        zero = DIGIT_SYSTEMS[locale.default_numbering_system]
        texts = [locale.date_formats["long"].pattern, str(locale.datetime_skeletons.get("yMMMd", ""))]
        rows = set()
        for text in texts:
            if "MMM" in text or re.search(r"M", text) and "年" in text:
                wide = "MMMM" in text or "MMM" not in text
                for context in ("format", "stand-alone"):
                    names = locale.months[context]["wide" if wide else "abbreviated"]
                    # Babel knows no stand-alone names of these languages, and hands out numbers of another.
                    if context == "format" or not numeric(names.values()):
                        rows.add((text, tuple(names[month] for month in range(1, 13))))
        # A region has only what its language has not.
        language = tag.split("_")[0]
        rows = {row for row in rows if (language, row, zero) not in written}
        written |= {(language, row, zero) for row in rows}
        for text, names in sorted(rows, key=lambda row: (-len(row[0]), row)):
            out.append((tag, text, zero, *names))
    return tsv(columns, out)


def clocks():
    columns = [
        "Locale, time pattern, zero of its digits, AM, PM. Symbols of a pattern as in CLDR: `h`, `K`, `mm`, `a`, quoted text.",
    ]
    rows = []
    written = set()
    for tag in LANGUAGES + REGIONS:
        locale = Locale.parse(tag)
        zero = DIGIT_SYSTEMS[locale.default_numbering_system]
        pattern = str(locale.datetime_skeletons["hm"]).replace("B", "a")
        for context in locale.day_periods.values():
            for names in context.values():
                row = (pattern, zero, names.get("am"), names.get("pm"))
                # A region has only what its language has not.
                if None not in row and (tag.split("_")[0], row) not in written:
                    written.add((tag.split("_")[0], row))
                    rows.append((tag, *row))
    return tsv(columns, rows)


def numeric_patterns():
    columns = ["Locale, date pattern, zero of its digits. Symbols of a pattern as in CLDR: `d`, `M`, `y`, quoted text."]
    rows = []
    for tag in LANGUAGES + REGIONS:
        locale = Locale.parse(tag)
        zero = DIGIT_SYSTEMS[locale.default_numbering_system]
        formats = [locale.date_formats["medium"].pattern, locale.date_formats["short"].pattern]
        formats.append(str(locale.datetime_skeletons["yMd"]))
        numbers = {pattern for pattern in formats if "MMM" not in pattern and "年" not in pattern}
        rows += [(tag, pattern, zero) for pattern in sorted(numbers)]
    return tsv(columns, rows)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", action="store_true", help="write nothing; fail if a file differs")
    check = arguments.parse_args().check
    if babel.__version__ != BABEL:
        sys.exit(f"needs Babel {BABEL}, has {babel.__version__}")
    told = []
    files = {
        "src/date/months.tsv": months(told),
        "src/date/day_periods.tsv": periods(told),
        "src/date/weekdays.tsv": weekdays(),
        "src/date/letters.tsv": letters(),
        "src/date/tests/patterns.tsv": patterns(),
        "src/date/tests/clocks.tsv": clocks(),
        "src/date/tests/numeric.tsv": numeric_patterns(),
    }
    for line in told:
        print(line)
    stale = []
    for path, text in files.items():
        path = ROOT / path
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(str(path))
    if stale:
        sys.exit("not up to date: " + ", ".join(stale))


if __name__ == "__main__":
    main()
