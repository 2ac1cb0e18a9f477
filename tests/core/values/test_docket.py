from daylight.core.values.docket import (
    DocketKind,
    IndexKind,
    docket_name,
    index_name,
    indexed,
    is_docket,
    is_index,
    kind_of,
)


def test_a_name_leads_back_to_its_kind_and_to_no_other():
    for kind in DocketKind:
        name = docket_name(kind, "00ff")
        assert kind_of(name) is kind
        assert [one for one in DocketKind if is_docket(name, one)] == [kind]
    assert kind_of("case") is kind_of("casework-1") is kind_of("") is None


def test_an_index_is_no_docket_and_says_what_it_is_of():
    for kind in IndexKind:
        name = index_name(kind, "case-1")
        assert is_index(name) and is_index(name, kind) and kind_of(name) is None
        assert indexed(name) == "case-1"
        assert not any(is_index(name, other) for other in IndexKind if other is not kind)
