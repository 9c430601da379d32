"""A page for addresses that lead nowhere."""

import pytest

from hefte.website.missing import missing, rooted
from website_samples import links_of, made, site_of, text_of


@pytest.mark.parametrize(("address", "root"), [("https://vik.no", "/"), ("https://vik.no/hefte/", "/hefte/")])
def test_links_lead_from_the_root_of_the_host_whatever_folder_was_asked_for(address: str, root: str) -> None:
    page = '<a href="finn.html"><a href="#g1"><a href="tel:69"><b popovertargetaction="hide"><img src="assets/a.svg">'

    told = rooted(page, address)

    expected = f'<a href="{root}finn.html"><a href="#g1"><a href="tel:69"><b popovertargetaction="hide">'
    assert told == f'{expected}<img src="{root}assets/a.svg">'


def test_a_site_without_an_address_has_a_plain_page_that_needs_no_other_file() -> None:
    page = made(missing(site_of()))

    assert "Denne siden finnes ikke" in text_of(page)
    assert list(links_of(page)) == ["index.html"]  # every folder has one


def test_the_plain_page_has_a_look_of_its_own_and_leads_to_all_there_is() -> None:
    page = made(missing(site_of()))

    assert "Se alt vi har" in text_of(page)
    assert "<style>" in page
    assert "src=" not in page


def test_a_site_with_an_address_has_the_page_in_its_frame() -> None:
    site = site_of(adresse="https://vik.no/hefte")

    links = list(links_of(made(missing(site))))

    assert "/hefte/finn.html" in links
    assert all(link.startswith(("/hefte/", "#", "https:", "tel:")) for link in links)
