"""The two languages: the door, the prefix, and the twin of every page."""

from sites.reading import read


def test_the_door_leads_to_the_language_the_browser_asks_for(portal):
    for asked, place in (("", "/zh/"), ("en-GB,en;q=0.8", "/en/"), ("zh-CN", "/zh/"), ("fr", "/zh/")):
        answer = portal.get("/", headers={"Accept-Language": asked})
        assert (answer.status_code, answer["Location"], answer["Vary"]) == (302, place, "Accept-Language")


def test_the_twin_keeps_page_and_question(portal, full):
    for place, twin in (
        ("/zh/?q=a&stage=award", "/en/?q=a&stage=award"),
        (f"/en/{full}", f"/zh/{full}"),
        ("/zh/nowhere/", "/en/nowhere/"),
    ):
        (link,) = [one for one in read(portal.get(place)).all("a") if one.get("class") == "twin"]
        assert link["href"] == twin


def test_a_question_in_the_twin_can_not_break_out(portal):
    page = portal.get('/zh/?q="><script>alert(1)</script>')
    assert read(page).all("script") == []


def test_a_path_without_its_slash_leads_to_the_page(portal):
    assert portal.get("/en")["Location"] == "/en/"
    assert portal.get("/en/data")["Location"] == "/en/data/"
