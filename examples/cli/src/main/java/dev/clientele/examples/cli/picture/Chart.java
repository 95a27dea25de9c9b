package dev.clientele.examples.cli.picture;

/**
 * A drawing and what one needs to understand it.
 *
 * @param id unique on its page
 * @param title what it is about
 * @param finding what it shows in this case, in a sentence
 * @param legend what the colours mean
 * @param drawing the SVG
 * @param explanation how to read it, in a sentence
 * @param numbers the same as a table
 */
public record Chart(
        String id,
        String title,
        String finding,
        Legend legend,
        Drawing drawing,
        String explanation,
        DataTable numbers) {

    String html() {
        return "<figure class=\"card\" id=\"" + Html.escape(id) + "\">\n<h2>" + Html.escape(title) + "</h2>\n<p>"
                + Html.escape(finding) + "</p>\n" + legend.html() + drawing.svg()
                + "<figcaption><b>How to read it.</b> "
                + Html.escape(explanation) + "</figcaption>\n<details><summary>The numbers</summary>\n" + numbers.html()
                + "</details>\n</figure>\n";
    }
}
