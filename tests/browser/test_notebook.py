"""The notebook's view in a browser."""

import pytest

import newsmodel


def notebook(article: newsmodel.Article, theme: str = "<div>") -> str:
    """Put the view where a notebook would."""
    return (
        '<!doctype html><html lang="en"><title>Notebook</title><main><h1>Title</h1>'
        f"<h2>Output</h2>{theme}{article._repr_html_()}</div></main></html>"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
class TestLooks:
    """What holds in every light."""

    def test_is_accessible(self, visit, violations, articles, scheme) -> None:
        """No rule of axe-core is broken, with all that can be opened open."""
        page = visit(notebook(articles[0]), color_scheme=scheme)
        for summary in page.locator("summary").all():
            summary.click()
        page.get_by_label("Spell out the marks").check()

        assert violations(page) == ""

    def test_follows_the_theme_of_the_notebook(self, visit, articles, scheme) -> None:
        """A dark notebook has a dark view on a light desktop, and the reverse."""
        is_dark = scheme == "dark"
        theme = f'<div data-jp-theme-light="{str(is_dark).lower()}">'
        page = visit(notebook(articles[0], theme), color_scheme=scheme)
        paper = page.locator(".newsmodel").evaluate(
            "e => getComputedStyle(e).backgroundColor"
        )

        assert paper == ("rgb(255, 255, 255)" if is_dark else "rgb(22, 23, 27)")


class TestNotebook:
    """What a reader sees."""

    def test_needs_no_script(self, visit, articles) -> None:
        """Marks can be spelled out and tables opened without one."""
        page = visit(notebook(articles[0]), java_script_enabled=False)
        page.get_by_label("Spell out the marks").check()
        page.get_by_text("Sanctions (1)").click()

        assert page.get_by_text("aimed at Iran:").first.is_visible()
        assert page.get_by_role("cell", name="asset freeze").is_visible()

    def test_shows_marks_without_colour(self, visit, articles) -> None:
        """Each kind has a form of its own where all colours are the system's."""
        page = visit(notebook(articles[0]), forced_colors="active")
        forms = page.locator(".legend mark").evaluate_all(
            "all => all.map(e => getComputedStyle(e)).map(s => [s.textDecorationLine, "
            "s.textDecorationStyle, s.borderInlineStartStyle, s.borderTopStyle].join())"
        )

        assert len(set(forms)) == len(forms) == 5

    def test_keeps_marked_words_in_the_colour_of_text(self, visit, articles) -> None:
        """Where all colours are the system's, none is that of its yellow marker."""
        page = visit(notebook(articles[0]), forced_colors="active", color_scheme="dark")
        inks = page.locator("mark, .story").evaluate_all(
            "all => all.map(e => getComputedStyle(e).color)"
        )

        assert len(set(inks)) == 1

    def test_survives_a_hostile_story(self, visit, violations, hostile) -> None:
        """No script of a story runs, and its text is shown."""
        page = visit(notebook(newsmodel.parse(hostile)))

        assert page.evaluate("window.broken") is None
        assert page.get_by_text("window.broken = 3").first.is_visible()
        assert violations(page) == ""
