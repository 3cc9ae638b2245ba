"""Who is one and the same person: a table of names, by what tells."""

from __future__ import annotations

import pytest
from profiles import profile

from reportedly.connect.entities import compare, keys
from reportedly.schema import Verdict

SAME, UNSURE, DIFFERENT = Verdict.SAME, Verdict.UNSURE, Verdict.DIFFERENT

PAIRS = {
    "as they stand": [
        ("Ilse Orro", "Ilse Orro", SAME),
        ("Angela Merkel", "Angela Merkel", SAME),
        ("Ilse Orro", "Bram Fenn", DIFFERENT),
        ("Ilse Orro", "Ilse Fenn", DIFFERENT),
        ("Ilse Orro", "Bram Orro", DIFFERENT),
        ("Ali Larijani", "Sadeq Larijani", DIFFERENT),
        ("Bill Clinton", "Hillary Clinton", DIFFERENT),
        ("Narendra Modi", "Nirav Modi", DIFFERENT),
        ("Fidel Castro", "Raul Castro", DIFFERENT),
        ("Vitali Klitschko", "Wladimir Klitschko", DIFFERENT),
    ],
    "capitals, accents, possessives": [
        ("Ilse Orro", "ILSE ORRO", SAME),
        ("Ilse Órro", "Ilse Orro", SAME),
        ("Ilse Orro", "Ilse Orro’s", SAME),
        ("Ilse Orros", "Ilse Orros'", SAME),
        ("François Hollande", "Francois Hollande", SAME),
        ("Andrés Manuel López Obrador", "Andres Manuel Lopez Obrador", SAME),
        ("Lech Wałęsa", "Lech Walesa", SAME),
        ("Recep Tayyip Erdoğan", "Recep Tayyip Erdogan", SAME),
        ("Jens Sørensby", "Jens Sorensby", SAME),
        ("BORIS JOHNSON", "Boris Johnson", SAME),
    ],
    "titles and ranks": [
        ("Ilse Orro", "Dr. Ilse Orro", SAME),
        ("Ilse Orro", "Mrs Ilse Orro", SAME),
        ("Major General Mostafa Izadi", "Mostafa Izadi", SAME),
        ("Brig. Gen. Masoud Jazayeri", "Gen. Masoud Jazayeri", SAME),
        ("Iraqi Prime Minister Nouri al-Maliki", "Nouri al-Maliki", SAME),
        ("Ayatollah Ali Khamenei", "Ali Khamenei", SAME),
        ("Supreme Leader Ayatollah Ali Khamenei", "Ali Khamenei", SAME),
        ("State John Kerry", "John Kerry", SAME),
        ("Republican Ilse Orro", "Ilse Orro", SAME),
        ("Billionaire Ilse Orro", "Ilse Orro", SAME),
        ("Sir Keir Starmer", "Keir Starmer", SAME),
        ("Keir Starmer MP", "Keir Starmer", UNSURE),
        ("Ilse Orro, PhD", "Ilse Orro", SAME),
        ("Prof. Dr. Ilse Orro", "Professor Ilse Orro", SAME),
        ("Sen. Lindsey Graham", "Senator Lindsey Graham", SAME),
        ("Ilse Orro, harbour master", "Ilse Orro", SAME),
        ("Stephen King", "Stephen Kinghorn", DIFFERENT),
    ],
    "last name first": [
        ("Orro, Ilse", "Ilse Orro", SAME),
        ("Orro, Dr. Ilse", "Ilse Orro", SAME),
        ("van der Orro, Ilse", "Ilse van der Orro", SAME),
        ("ORRO, Ilse M.", "Ilse M. Orro", SAME),
        ("Orbán Viktor", "Viktor Orban", UNSURE),
        ("Orro, Bram", "Ilse Orro", DIFFERENT),
    ],
    "generations": [
        ("Martin King Jr.", "Martin King, Jr.", UNSURE),
        ("Bram Fenn Jr.", "Bram Fenn, Jr.", SAME),
        ("Bram Fenn Jr.", "Bram Fenn Junior", SAME),
        ("Bram Fenn", "Bram Fenn Jr.", UNSURE),
        ("Bram Fenn Jr.", "Bram Fenn Sr.", DIFFERENT),
        ("Bram Fenn II", "Bram Fenn III", DIFFERENT),
        ("Donald Trump", "Donald Trump Jr.", UNSURE),
        ("John Paul II", "John Paul III", DIFFERENT),
        ("King Charles III", "King Charles II", DIFFERENT),
    ],
    "initials": [
        ("I. Orro", "Ilse Orro", UNSURE),
        ("I. Orro", "I. Orro", UNSURE),
        ("B. Orro", "Ilse Orro", DIFFERENT),
        ("J.K. Rowling", "J. K. Rowling", SAME),
        ("J.K. Rowling", "JK Rowling", SAME),
        ("J. D. Vance", "James David Vance", SAME),
        ("J. D. Vance", "John Robert Vance", DIFFERENT),
        ("Ilse M. Orro", "Ilse Maria Orro", SAME),
        ("Ilse M. Orro", "Ilse P. Orro", DIFFERENT),
        ("Ilse M. Orro", "Ilse Petra Orro", DIFFERENT),
        ("I. M. Orro", "I. Orro", UNSURE),
        ("George W. Bush", "George H. W. Bush", DIFFERENT),
        ("Robert F. Kennedy", "Robert Francis Kennedy", SAME),
        ("A.Q. Telmar", "Abdul Qadeer Telmar", UNSURE),
    ],
    "names between": [
        ("Ilse Maria Orro", "Ilse Orro", SAME),
        ("Ilse Maria Orro", "Ilse Petra Orro", DIFFERENT),
        ("Donald J. Trump", "Donald Trump", SAME),
        ("Hillary Rodham Clinton", "Hillary Clinton", SAME),
        ("Mohammad Javad Zarif", "Mohammad Zarif", SAME),
        ("Mohammad Javad Zarif", "Mohammad Ali Zarif", DIFFERENT),
        ("Recep Tayyip Erdogan", "Recep Erdogan", SAME),
        ("Ursula Gertrud von der Leyen", "Ursula von der Leyen", SAME),
        ("Barack Hussein Obama", "Barack Obama", SAME),
    ],
    "a first name left out": [
        ("Mohammad Javad Zarif", "Javad Zarif", UNSURE),
        ("Seyed Abbas Araghchi", "Abbas Araghchi", UNSURE),
        ("Ilse Maria Orro", "Maria Orro", UNSURE),
        ("Mohammad Javad Zarif", "Ali Zarif", DIFFERENT),
    ],
    "one surname more": [
        ("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón", UNSURE),
        ("Mohammed bin Salman", "Mohammed bin Salman Al Saud", UNSURE),
        ("Ilse Orro", "Ilse Orro-Fenn", DIFFERENT),
    ],
    "forms of a given name": [
        ("Joe Biden", "Joseph Biden", SAME),
        ("Bill Clinton", "William Clinton", SAME),
        ("Mike Pompeo", "Michael Pompeo", SAME),
        ("Mike Pompeo", "Michael R. Pompeo", SAME),
        ("Tony Blair", "Anthony Blair", SAME),
        ("Bernie Sanders", "Bernard Sanders", SAME),
        ("Ted Cruz", "Edward Cruz", SAME),
        ("Ted Orro", "Theodore Orro", SAME),
        ("Edward Orro", "Theodore Orro", DIFFERENT),
        ("Jim Mattis", "James Mattis", SAME),
        ("Jon Orro", "John Orro", UNSURE),
        ("Jonathon Orro", "Jonathan Orro", UNSURE),
        ("Mary Orro", "Marie Orro", DIFFERENT),
        ("Steven Mnuchin", "Steve Mnuchin", SAME),
        ("Alex Orro", "Alexander Orro", SAME),
    ],
    "from other scripts": [
        ("Mohammad Khatami", "Mohammed Khatami", SAME),
        ("Muhammad Khatami", "Mohamed Khatami", SAME),
        ("Qassem Soleimani", "Qasem Soleimani", SAME),
        ("Qassem Soleimani", "Ghasem Suleimani", SAME),
        ("Qasim Sulaimani", "Qassem Soleimani", SAME),
        ("Muammar Gaddafi", "Moammar Qaddafi", SAME),
        ("Muammar Gaddafi", "Muammar Gadhafi", SAME),
        ("Muammar Gaddafi", "Muammar Kadafi", SAME),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", SAME),
        ("Volodymyr Zelenskiy", "Vladimir Zelensky", SAME),
        ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian", SAME),
        ("Hossein Amir-Abdollahian", "Hussein Amir Abdullahian", SAME),
        ("Masoud Jazayeri", "Massoud Jazayeri", SAME),
        ("Sergei Lavrov", "Sergey Lavrov", SAME),
        ("Dmitry Peskov", "Dmitri Peskov", SAME),
        ("Dmitry Medvedev", "Anatoly Medvedev", DIFFERENT),
        ("Yevgeny Prigozhin", "Evgeny Prigozhin", SAME),
        ("Alexei Navalny", "Aleksey Navalny", SAME),
        ("Hassan Nasrallah", "Hasan Nasrallah", SAME),
        ("Hassan Rouhani", "Hossein Rouhani", DIFFERENT),
        ("Hassan Rouhani", "Hassan Ruhani", SAME),
        ("Usama bin Laden", "Osama bin Laden", SAME),
        ("Nouri al-Maliki", "Nuri al-Maliki", SAME),
        ("Alexander Lukashenko", "Alyaksandr Lukashenko", SAME),
        ("Jon Meyer", "Jon Mayer", UNSURE),
        ("Ann Reilly", "Ann Reily", UNSURE),
    ],
    "articles, particles, hyphens": [
        ("Bashar al-Assad", "Bashar Assad", SAME),
        ("Bashar al-Assad", "Bashar Al Assad", SAME),
        ("Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi", SAME),
        ("Abdel-Fattah El-Sissi", "Abdelfattah el-Sissi", SAME),
        ("Abu Bakr al-Baghdadi", "Abu-Bakr al-Baghdadi", SAME),
        ("Ursula von der Leyen", "Ursula Von Der Leyen", SAME),
        ("Geert van Orro", "Geert Orro", DIFFERENT),
        ("Jean-Claude Juncker", "Jean Claude Juncker", SAME),
        ("Kim Jong-un", "Kim Jong Un", SAME),
        ("Kim Jong-un", "Kim Jong-il", DIFFERENT),
        ("Xi Jinping", "Xi Jin-ping", SAME),
        ("Ban Ki-moon", "Ban Ki Moon", SAME),
        ("Conor O'Brien", "Conor O’Brien", SAME),
        ("Conor O'Brien", "Conor OBrien", SAME),
        ("Al Gore", "Al Franken", DIFFERENT),
        ("Muqtada al-Sadr", "Moqtada Sadr", SAME),
    ],
    "a name that many bear": [
        ("John Smith", "John Smith", UNSURE),
        ("John Smith", "John A. Smith", UNSURE),
        ("John A. Smith", "John B. Smith", DIFFERENT),
        ("Mohammed Ali", "Muhammad Ali", UNSURE),
        ("Wang Wei", "Wang Wei", UNSURE),
        ("Gordon Brown", "Gordon Brown", SAME),
        ("Jeremy Corbyn", "Jeremy Corbyn", SAME),
    ],
    "a title and one name": [
        ("Pope Francis", "Pope Benedict", DIFFERENT),
        ("King Abdullah", "King Abdullah", UNSURE),
        ("Prince Harry", "Harry", DIFFERENT),
        ("Queen Elizabeth II", "Queen Elizabeth", UNSURE),
    ],
    "one word alone": [
        ("Orro", "Ilse Orro", DIFFERENT),
        ("Orro", "Orro", DIFFERENT),
        ("Zarif", "Mohammad Javad Zarif", DIFFERENT),
        ("Steve", "Steve Rusk", DIFFERENT),
        ("Leader", "Leader", DIFFERENT),
        ("Iranian General", "Iranian General", DIFFERENT),
        ("President of Ostia", "President of Ostia", DIFFERENT),
        ("Lawrence of Ostia", "Lawrence of Ostia", SAME),
    ],
    "nicknames": [
        ('Joe "Pepe" Orro', "Joe Orro", SAME),
        ("Ilse Orro (right)", "Ilse Orro", SAME),
        ("Ilse 'Bibi' Orro", "Ilse Orro", SAME),
    ],
    "slips": [
        ("Ilse Orrobano", "Ilse Orobano", UNSURE),
        ("Benjamin Netanyahu", "Benjamin Netanyahou", UNSURE),
        ("Ilse Orro", "Ilse Otto", DIFFERENT),
    ],
}
TABLE = [(what, *pair) for what, pairs in PAIRS.items() for pair in pairs]


def test_the_table_is_large_enough_to_tell() -> None:
    assert len(TABLE) >= 150


@pytest.mark.parametrize(("what", "one", "other", "verdict"), TABLE)
def test_names(what: str, one: str, other: str, verdict: Verdict) -> None:
    a, b = profile(one), profile(other)
    assert compare(a, b) == compare(b, a)
    assert compare(a, b).verdict is verdict
    if verdict is not DIFFERENT:
        assert keys(a) & keys(b)


# Roles and days


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("striker",), ("senator",), UNSURE),
        (("senator",), ("former governor",), SAME),
        (("senator",), ("gardener",), SAME),
        (("Iranian general",), ("Israeli general",), UNSURE),
        (("Iranian general",), ("general of Iran's army",), SAME),
        (("striker for Ostia United",), ("senator", "former striker for Ostia United"), SAME),
    ],
)
def test_offices_speak_against_a_name(
    one: tuple[str, ...], other: tuple[str, ...], verdict: Verdict
) -> None:
    found = compare(profile("Ilse Orro", roles=one), profile("Ilse Orro", roles=other))
    assert found.verdict is verdict


def test_a_working_life_between_two_speaks_against_a_name() -> None:
    early, late = (profile("Ilse Orro", day=f"{year}-02-03") for year in (1961, 2016))
    assert compare(early, late).verdict is UNSURE
    assert "1961 and 2016" in compare(early, late).reasons[1]
    assert compare(late, profile("Ilse Orro", day="2009-02-03")).verdict is SAME
    role = ("governor of Velm",)
    office = [profile("Ilse Orro", day=f"{year}-02-03", roles=role) for year in (1961, 2016)]
    assert compare(*office).verdict is SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("John Smith", "John Smith"),
        ("Mohammad Javad Orro", "Javad Orro"),
        ("Orbán Viktor", "Viktor Orban"),
        ("Jon Meyer", "Jon Mayer"),
        ("Pedro Orro", "Pedro Orro Fenn"),
    ],
)
def test_the_same_office_makes_a_likely_name_sure(one: str, other: str) -> None:
    roles = ("foreign minister of Ostia",), ("Ostia's foreign minister",)
    a, b = (profile(name, roles=role) for name, role in zip((one, other), roles, strict=True))
    assert compare(a, b).verdict is SAME
    plain = compare(profile(one), profile(other))
    assert plain.verdict is UNSURE


@pytest.mark.parametrize(("one", "other"), [("Orro", "Ilse Orro"), ("I. Orro", "Ilse Orro")])
def test_the_same_office_makes_a_surname_a_question_and_no_more(one: str, other: str) -> None:
    role = ("foreign minister of Ostia",)
    a, b = profile(one, roles=role), profile(other, roles=role)
    assert compare(a, b).verdict is UNSURE
    assert any("same office" in reason for reason in compare(a, b).reasons)
    assert keys(a) & keys(b)


def test_a_deputy_is_in_another_office() -> None:
    one, other = (profile("John Smith", roles=(r,)) for r in ("vice president", "president"))
    assert compare(one, other).verdict is UNSURE
    assert compare(other, profile("John Smith", roles=("president",))).verdict is SAME


def test_an_office_alone_is_no_evidence() -> None:
    role = ("Deputy Chief of Staff of the Ostian Armed Forces",)
    a, b = profile("Ilse Orro", roles=role), profile("Bram Fenn", roles=role)
    assert compare(a, b).verdict is DIFFERENT
    assert not keys(a) & keys(b)


# Other names


def test_another_name_that_a_document_gives_is_the_same_ones() -> None:
    a = profile("Ilse Orro", "person", "Vera Fenn")
    assert compare(a, profile("Vera Fenn")).verdict is SAME
    assert keys(a) & keys(profile("Vera Fenn"))
    assert compare(a, profile("Fenn")).verdict is DIFFERENT


def test_a_part_of_a_name_is_no_other_name() -> None:
    son = profile("Donald Trump Jr.", "person", "Donald Trump", "Trump")
    assert compare(son, profile("Donald Trump")).verdict is UNSURE
    elder = profile("George H. W. Bush", "person", "George Bush")
    younger = profile("George W. Bush", "person", "George Bush")
    assert compare(elder, younger).verdict is DIFFERENT
