"""
Take the pictures of the docs: the notebook's view and the report of a sample story.

    python tools/take_pictures.py

It needs the dependency groups `browser` and `test`, and a Chromium of the system.
"""

import shutil
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import newsmodel
from newsmodel.render import report

ROOT = Path(__file__).parent.parent
PICTURES = ROOT / "docs" / "howto" / "pictures"
STORY = ROOT / "seeds" / "stories" / "0001-drone-factory.txt"
NAMES = ("chromium", "chromium-browser", "google-chrome")


def take(browser: Browser, html: str, name: str, width: int, height: int) -> None:
    """Take a picture of the top of a page."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.set_content(html)
    page.screenshot(path=PICTURES / name)
    page.close()


def main() -> None:
    """Take the pictures."""
    article = newsmodel.read(STORY)
    program = next(filter(None, map(shutil.which, NAMES)), None)
    PICTURES.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program)
        view = f"<!doctype html><body>{article._repr_html_()}"
        take(browser, view, "notebook.png", 760, 480)
        take(browser, report.render([article]), "report.png", 1180, 640)
        browser.close()


if __name__ == "__main__":
    main()
