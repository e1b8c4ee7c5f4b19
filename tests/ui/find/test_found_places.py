"""What was found stays where it is while the text is edited."""

from __future__ import annotations

from ownhand.ui.find.found_places import FoundPlaces

PLACES = ((2, 4), (6, 9), (9, 10), (20, 25))


def test_next_and_previous_go_round() -> None:
    places = FoundPlaces(PLACES)
    assert places.after(0) == (2, 4)
    assert places.after(9) == (9, 10)
    assert places.after(21) == (2, 4)
    assert places.before(9) == (6, 9)
    assert places.before(3) == (20, 25)
    assert FoundPlaces().after(0) is FoundPlaces().before(0) is None


def test_place_knows_its_number() -> None:
    places = FoundPlaces(PLACES)
    assert [places.number_of(*place) for place in PLACES] == [1, 2, 3, 4]
    assert places.number_of(2, 5) == places.number_of(3, 4) == places.number_of(30, 31) == 0


def test_places_in_view_are_those_with_characters_there() -> None:
    places = FoundPlaces(PLACES)
    assert list(places.between(3, 9)) == [(2, 4), (6, 9)]
    assert list(places.between(4, 6)) == []
    assert list(places.between(24, 99)) == [(20, 25)]


def test_edit_moves_what_is_behind_and_drops_what_it_changes() -> None:
    places = FoundPlaces(PLACES)
    places.follow_edit(7, 1, 3)
    assert places.all == ((2, 4), (11, 12), (22, 27))
    places.follow_edit(0, 0, 1)
    assert places.all == ((3, 5), (12, 13), (23, 28))
