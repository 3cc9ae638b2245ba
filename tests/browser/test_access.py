"""axe-core finds nothing to object to on any page, in the light and in the dark."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from watched import Tab, opened

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page(tab: Tab, pages: dict[str, str], scheme: str) -> None:
    axe, wrong = Axe(), {}
    with tab(color_scheme=scheme, expected=("404",)) as page:
        for name, path in pages.items():
            opened(page, path)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
            found = axe.run(page, options=options)
            if found.violations_count:
                wrong[name] = found.generate_report()
    assert not wrong, "\n".join(f"{name}: {told}" for name, told in wrong.items())
