"""What an index from the internet may say, and what is made of it."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.errors import EnregardError
from articles.translating import catalogue
from articles.translating.catalogue import PINNED, Offer, newest, offers
from articles.translation import FRENCH_ENGLISH, Pair

LINK = "https://packs.invalid/pack.argosmodel"
ENTRY = {"type": "translate", "from_code": "fr", "to_code": "en", "package_version": "2.0", "links": [LINK]}


def listed(*entries: object) -> tuple[Offer, ...]:
    return offers(json.dumps(entries).encode())


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["fr", "1.9", LINK]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(list(ENTRY)) | st.text(max_size=5), inner, max_size=6)
    ),
    max_leaves=20,
)
entries = st.fixed_dictionaries(
    {}, optional={key: st.just(value) | json_values for key, value in ENTRY.items()}
)


@given(st.lists(entries | json_values) | json_values)
def test_any_json_gives_offers_or_is_no_index(value: object) -> None:
    try:
        found = offers(json.dumps(value).encode())
    except EnregardError:
        return
    newest(FRENCH_ENGLISH, found)
    for offer in found:
        assert offer.links
        assert all(link.startswith(("http://", "https://")) and link.isprintable() for link in offer.links)
        assert Path(offer.name).name == offer.name


@given(st.binary())
def test_any_bytes_give_offers_or_are_no_index(data: bytes) -> None:
    with suppress(EnregardError):
        offers(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"null", b"<html>", b"\xff\xfe", b"[" * 100_000, b"[" + b"9" * 5_000 + b"]"],
    ids=["nothing", "object", "null", "page", "bytes", "depth", "number"],
)
def test_what_is_no_index_is_said_to_be_none(data: bytes) -> None:
    with pytest.raises(EnregardError) as caught:
        offers(data)
    assert str(caught.value) == "the index of language packs cannot be read: install from a file"


def test_a_sound_entry_is_an_offer() -> None:
    assert listed(ENTRY) == (Offer(FRENCH_ENGLISH, "2.0", (LINK,)),)


def test_an_entry_without_a_type_is_a_translation() -> None:
    assert listed({key: value for key, value in ENTRY.items() if key != "type"}) == listed(ENTRY)


@pytest.mark.parametrize(
    "change",
    [
        {"type": "sbd"},
        {"type": None},
        {"from_code": None},
        {"from_code": ""},
        {"from_code": "../fr"},
        {"to_code": "en/.."},
        {"to_code": ".."},
        {"to_code": ["en"]},
        {"package_version": 2.0},
        {"package_version": "²"},
        {"package_version": "9" * 5_000},
        {"package_version": "1\n9"},
        {"package_version": "\x1b[31m"},
        {"links": None},
        {"links": []},
        {"links": LINK},
        {"links": {LINK: 1}},
        {"links": [None, 5, [LINK]]},
        {"links": ["file:///etc/passwd", "ftp://packs.invalid/pack", "//packs.invalid", "HTTPS"]},
        {
            "links": [
                "https://packs.invalid/\x1b[31m",
                "https://packs.invalid/\n",
                "https://\u202epacks.invalid",
            ]
        },
    ],
    ids=lambda change: str(change)[:40],
)
def test_a_nonsense_entry_is_passed_over(change: dict[str, object]) -> None:
    assert listed({**ENTRY, **change}, ENTRY, 5, None, [ENTRY]) == listed(ENTRY)


def test_only_links_to_the_web_are_kept() -> None:
    links = ["file:///etc/passwd", "http://packs.invalid/pack", LINK, "ipfs://Qm"]
    assert listed({**ENTRY, "links": links})[0].links == ("http://packs.invalid/pack", LINK)


def test_versions_are_ordered_by_their_numbers() -> None:
    found = listed(*({**ENTRY, "package_version": version} for version in ("1.9", "1.10", "1.2")))
    assert newest(FRENCH_ENGLISH, found) == found[1]


def test_the_newest_is_of_the_direction_asked_for() -> None:
    german = {**ENTRY, "from_code": "de", "package_version": "7.0"}
    found = listed(german, ENTRY)
    assert newest(FRENCH_ENGLISH, found) == found[1]
    assert newest(Pair("de", "en"), found) == found[0]
    assert newest(Pair("en", "fr"), found) is None


def test_a_pinned_version_has_the_size_and_digest_of_its_pin() -> None:
    pin = PINNED[0]
    entry = {**ENTRY, "package_version": pin.version, "links": [LINK, *pin.links]}
    lies = {"size": 5, "digest": "0" * 64, "sha256": "0" * 64}
    (offer,) = listed({**entry, **lies})
    assert (offer.size, offer.digest) == (pin.size, pin.digest)
    assert offer.links == (LINK, *pin.links)


def test_an_unpinned_version_has_neither() -> None:
    (offer,) = listed({**ENTRY, "size": 5, "digest": "0" * 64})
    assert (offer.size, offer.digest) == (None, None)


def test_the_french_pack_is_pinned_as_it_was_published() -> None:
    offer = newest(FRENCH_ENGLISH)
    assert offer is not None
    assert offer.name == "translate-fr_en-1_9"
    assert offer.size == 66_585_033
    assert catalogue.is_known("3b3052fee6bb1e8e8e632a26a723eb2a2c7710dfe73ba61ffd9b83e85d4f14c1")
    assert not catalogue.is_known("0" * 64)
