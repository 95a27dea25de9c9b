package dev.clientele.examples.cli.picture;

/**
 * One number at the head of a page.
 *
 * @param value as it is shown
 * @param what what it is
 */
public record KeyFigure(String value, String what) {

    String html() {
        return "<div class=\"tile\"><b>" + Html.escape(value) + "</b><span>" + Html.escape(what) + "</span></div>\n";
    }
}
